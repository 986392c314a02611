"""The bytes of a text → its signs, in pieces that end where a line does, so that a long one takes little memory."""

import codecs
import re
from collections.abc import Callable, Iterator

from generator.content.examination import UnexaminedError

_PIECE = 100_000
"""Bytes."""
_OVERLAP = 2_000
"""Signs that two pieces share where no line ends in the first."""
_GOES_ON = re.compile(r"[\d./,:–-]*")
"""The rest of a number, a date or a time whose beginning is in the piece before."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def pieces(read: Callable[[int], bytes], ends: re.Pattern[str]) -> Iterator[str]:
    """A text that says at its beginning how it is encoded, or is in UTF-8; a line ends where `ends` matches.

    What was read is given before the UnexaminedError of `read` is raised.
    """
    part, rest = read(_PIECE), ""
    decoder = codecs.getincrementaldecoder("utf-16" if part[:2] in _UTF_16 else "utf-8-sig")(errors="replace")
    try:
        while part:
            rest += decoder.decode(part).replace("\0", "")  # of UTF-16 that does not say so, letters and digits remain
            if part := read(_PIECE):
                end = max((match.end() for match in ends.finditer(rest)), default=0)
                yield rest[:end] or rest
                rest = rest[end:] if end else _GOES_ON.sub("", rest[-_OVERLAP:], count=1)
    except UnexaminedError:
        yield rest
        raise
    yield rest + decoder.decode(b"", final=True)
