"""An archive, or a document of an office program, which is one → its parts, and what is written in their markup."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import IO
from zipfile import ZipFile, ZipInfo

from generator.content.examination import UnexaminedError
from generator.personal_data.seen_text import shown_by_markup

LINE_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|h|row|c|si|table-cell|tr|td|li|br|tab)>|<(?:\w+:)?(?:br|tab|cr|line-break)\b[^>]*/>"
)
"""Where a line or a cell ends; a word processor writes other marks in the midst of a number."""
_RUNS = re.compile(r"<(?![^<>]*\bhref=)[^<>]*>")
_SCIENTIFIC = re.compile(r'(?:(?<=<v>)|(?<=\boffice:value="))[0-9](?:\.[0-9]{1,20})?E\+?[0-9]{1,2}(?=</v>|")')
"""A number of a spreadsheet with its power of ten."""
_ATTRIBUTES = re.compile(
    r'\s(?:office:(?:string-)?value|table:formula|(?:\w+:)?(?:author|descr|displayName|tooltip|userId))="([^"]*)"'
)
"""What a cell holds, however it shows it; who wrote a comment; what is said where a pointer rests."""
_PROTECTED = 0x1

Opened = Callable[[], IO[bytes]]
"""What opens a file."""


def parts_of(content: bytes) -> Iterator[tuple[str, Opened]]:
    """The parts of an archive, by their names, as they can be opened. Both raise UnexaminedError."""
    try:
        archive = ZipFile(BytesIO(content))
    except Exception as error:  # a damaged archive can make its reader fail in any way
        raise UnexaminedError("damaged") from error
    with archive:
        yield from ((part.filename, partial(_open, archive, part)) for part in archive.infolist() if not part.is_dir())


def _open(archive: ZipFile, part: ZipInfo) -> IO[bytes]:
    if part.flag_bits & _PROTECTED:
        raise UnexaminedError("locked")
    try:
        return archive.open(part)
    except Exception as error:
        raise UnexaminedError("damaged") from error


def shown_by_part(markup: str) -> str:
    """What some markup of a document shows or holds: the marks in a word part nothing, numbers are written out."""
    whole = _SCIENTIFIC.sub(lambda match: f"{Decimal(match[0]):f}", markup)
    shown = _RUNS.sub("", LINE_ENDS.sub("\n", whole.replace(' Target="', ' href="')))
    return "\n".join(map(shown_by_markup, (shown, *_ATTRIBUTES.findall(whole))))
