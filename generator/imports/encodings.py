"""The bytes of a table → its text, in the encodings that spreadsheets write; and what shows that it was another one."""

import codecs
import re
from collections.abc import Iterator

_NEEDED = "àèéìòùÀÈÉÌÒÙ’‘“”–—…«»°€"
"""What a text in Italian has besides plain letters."""
_OF_OTHERS = ("cp1252", "mac_roman", "cp850")
_USUAL_AFTER_A_LETTER = "“…•—"
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or as Windows writes it; a replacement character stands for
    each byte that is none of it.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    text = data.decode("utf-8-sig", errors="replace")
    strays = text.count(_REPLACED)
    in_utf_8 = sum(not sign.isascii() for sign in text) - strays
    return data.decode("cp1252", errors="replace") if strays > in_utf_8 else text


def is_garbled(text: str) -> bool:
    """Whether a text was read in an encoding in which it was not written: CaffÃ¨ for Caffè."""
    return _GARBLED.search(text) is not None


def _misread() -> Iterator[str]:
    """What the signs in UTF-8 look like in other encodings, whose space without a break is a space once it is read."""
    for encoding in _OF_OTHERS:
        for sign in _NEEDED:
            seen = sign.encode().decode(encoding, errors="ignore")
            yield re.escape(seen).replace("\N{NO-BREAK SPACE}", r"(?:\s|\Z)")


def _of_a_byte() -> str:
    """What the signs of Macintosh and of DOS look like on Windows, but for those that may follow a letter."""
    seen = {
        sign.encode(encoding, errors="ignore").decode("cp1252", errors="ignore")
        for encoding in _OF_OTHERS[1:]
        for sign in "àèéìòù’"
    }
    return "".join(sorted(seen - {*_USUAL_AFTER_A_LETTER}))


_GARBLED = re.compile("|".join((_REPLACED, *_misread(), f"(?<=[a-z])[{re.escape(_of_a_byte())}]")))
