"""What a document or a picture says of itself in XMP → the words in it."""

import re

from generator.personal_data.seen_text import shown_by_fact, shown_by_markup

_OF_PROGRAMS = re.compile(r'<(\w+:\w*(?:ID|Date|when))\b[^<>]*>[^<]*</\1>|\b\w+:\w*(?:ID|Date|when)="[^"]*"')
"""By what programs know a file, and when they wrote it."""
_ATTRIBUTE = re.compile(r"""\b(?!xmlns)\w+:\w+=(?:"([^"]*)"|'([^']*)')""")


def shown_by_packet(packet: str) -> str:
    """The words in elements and in attributes, each on a line of its own."""
    said = _OF_PROGRAMS.sub(" ", packet)
    return "\n".join((shown_by_markup(said), *(shown_by_fact(one[0] or one[1]) for one in _ATTRIBUTE.findall(said))))
