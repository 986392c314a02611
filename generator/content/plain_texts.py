"""A text that is no markup → what somebody who reads it sees, be it a table, a program or subtitles."""

import re

from generator.content.archive_texts import shown_by_part
from generator.content.split_numbers import numbers_across_cells, numbers_across_lines
from generator.personal_data.seen_text import shown_by_fact

_ESCAPED = re.compile(r"\\{1,4}(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nNrtbf])|([,;:/\"']))")
"""A sign as JSON, calendars, cards and programs may write it: by its number, as the end of a line, as itself."""
_FOLD = re.compile(r"\r?\n[ \t]")
"""Where a long line of a calendar or of a card goes on."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a sign, which JSON writes in two."""
_MARKS = re.compile(r"</?(?:[bciuv]|lang|rt|ruby|[\d:.]+)\b[^<>]*>")
"""Those of subtitles, which may stand in the midst of a number."""
_OF_BINARIES = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text has."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def is_written(content: bytes) -> bool:
    """Whether a file of a form that is not known is a text."""
    return content.startswith(_UTF_16) or not _OF_BINARIES.search(content)


def shown_by_plain(text: str) -> str:
    """What it says as it is written, without the marks that may stand in it, and of a number in two cells the whole."""
    plain = _ESCAPED.sub(_unescaped, text) if "\\" in text else text
    if _SURROGATE.search(plain):
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    marked = [shown_by_part(_MARKS.sub("", plain))] if "<" in plain else []
    return "\n".join((shown_by_fact(plain), *marked, numbers_across_cells(plain)))


def shown_by_prose(text: str) -> str:
    """What a text says whose lines go on with one another, as those of a paragraph do."""
    plain = shown_by_plain(text)
    return f"{plain}\n{numbers_across_lines(plain)}"


def shown_by_folded(text: str) -> str:
    """What a calendar or a card says, whose long lines are folded."""
    return shown_by_plain(_FOLD.sub("", text))


def _unescaped(match: re.Match[str]) -> str:
    number, sign = match[1] or match[2], match[4]
    return chr(int(number, 16)) if number else sign or ("\t" if match[3] == "t" else "\n")
