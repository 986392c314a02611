"""An archive, or a document of an office program, which is one → its parts, and what is written in their markup."""

import re
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import IO
from zipfile import ZipFile, ZipInfo

from generator.content.examination import UnexaminedError
from generator.content.split_numbers import numbers_across_cells
from generator.personal_data.seen_text import shown_by_lines, shown_by_markup

LINE_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|h|row|c|si|table-cell|tr|td|li|br|tab)>|<(?:\w+:)?(?:br|tab|cr|line-break)\b[^<>]*/>"
)
"""Where a line or a cell ends; a word processor writes other marks in the midst of a number."""
_BREAKS = re.compile(r"</(?:\w+:)?(?:br|tab)>|<(?:\w+:)?(?:br|tab|cr|line-break)\b[^<>]*/?>")
"""Those of them that somebody may set in the midst of a number."""
_BROKEN = re.compile(
    r"(?<![\w.,/-])(?<!\d\v)(?=3[2-9]\d)(?=(?:\d[ \v]{0,2}){9}\d(?!\w|\v\d|[.,]\d))\d(?: ?\d)* ?\v ?\d(?: ?\d)*"
)
"""A mobile number with one such break; where there are more of them they are columns."""
_SHARED = re.compile(r'(<c\b(?=[^<>]*\bt="s")[^<>]*>\s*)<v>\d+</v>')
"""A cell of a spreadsheet that has its words elsewhere, under a number."""
_CHANGE = re.compile(r"<(/?)w:(del|ins|moveFrom|moveTo)\b(?:[^<>]*[^<>/])?>")
_READINGS = (("del", "moveFrom"), ("ins", "moveTo"))
"""What a change that is kept strikes out, and what it puts in: a document reads as it is now, and as it was."""
_RUNS = re.compile(r"<(?![^<>]*\bhref=)[^<>]*>")
_SCIENTIFIC = re.compile(r'(?:(?<=<v>)|(?<=\boffice:value="))[0-9](?:\.[0-9]{1,20})?E\+?[0-9]{1,2}(?=</v>|")')
"""A number of a spreadsheet with its power of ten."""
_ATTRIBUTES = re.compile(
    r"""\s(?:office:(?:string-)?value|table:formula|aria-label|(?:\w+:)?(?:alt|author|content|descr|displayName|displayText"""
    r"""|label|name|placeholder|title|tooltip|userId))=(?:"([^"]*)"|'([^']*)')"""
)
"""What a cell holds, however it shows it; who wrote a comment; what is said in place of something, or about it."""
_SET = re.compile(r'<w:(?:alias|default|docVar|helpText|statusText|tag)\b[^<>]*?\sw:val="([^"]*)"')
"""What a document has of variables and of fields to fill in."""
_WORDLESS = re.compile(
    r"(?i)(?:.*/)?(?:[^/]*\.(?:css|fntdata|odttf|otf|ttf|woff2?)|printerSettings\d*\.bin|layout-cache)|ObjectReplacements/.*"
)
"""What lies in documents and has no words, or those of another part: fonts, settings of printers."""
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


def comments_of(content: bytes) -> Iterator[str]:
    """What an archive says of itself and of each of its parts, beside these. Raises UnexaminedError."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            comments = [archive.comment, *(part.comment for part in archive.infolist())]
    except Exception as error:
        raise UnexaminedError("damaged") from error
    yield from (comment.decode("utf-8", errors="replace") for comment in comments if comment)


def _open(archive: ZipFile, part: ZipInfo) -> IO[bytes]:
    if part.flag_bits & _PROTECTED:
        raise UnexaminedError("locked")
    try:
        return archive.open(part)
    except Exception as error:
        raise UnexaminedError("damaged") from error


def holds_no_words(part: str) -> bool:
    """Whether a part of a document of an office program, by its name, has nothing that somebody wrote only there."""
    return _WORDLESS.fullmatch(part) is not None


def _without(names: Collection[str], markup: str) -> str:
    """A part as it reads when what these marks hold of its changes does not stand; the marks of all of them go."""
    kept: list[str] = []
    after = inside = 0
    for mark in _CHANGE.finditer(markup):
        kept += [] if inside else [markup[after : mark.start()]]
        inside = max(0, inside + (-1 if mark[1] else 1)) if mark[2] in names else inside
        after = mark.end()
    return "".join((*kept, *([] if inside else [markup[after:]])))


def shown_by_part(markup: str) -> str:
    """What some markup of a document shows or holds: the marks in a word part nothing, numbers are written out."""
    if _CHANGE.search(markup):
        return "\n".join(shown_by_part(_without(names, markup)) for names in _READINGS)
    whole = _SCIENTIFIC.sub(lambda match: f"{Decimal(match[0]):f}", _SHARED.sub(r"\1", markup))
    broken = LINE_ENDS.sub("\n", _BREAKS.sub("\v", whole.replace(' Target="', ' href="')))
    shown = shown_by_lines(_RUNS.sub("", broken))
    attributes = [one or other for one, other in _ATTRIBUTES.findall(whole)] + _SET.findall(whole)
    numbers = (match[0].replace("\v", " ") for match in _BROKEN.finditer(shown))
    return "\n".join(
        (shown.replace("\v", "\n"), *map(shown_by_markup, attributes), *numbers, numbers_across_cells(shown))
    )
