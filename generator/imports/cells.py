"""A row of a table as its file has it, and what in it cannot be taken as it stands."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_WHITE_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class TableRow:
    """A row by its number in the spreadsheet, from 1, and the text of each of its cells."""

    number: int
    cells: tuple[str, ...]
    unclosed: Collection[int] = ()
    """The cells, from 0, that begin with a quotation mark that does not end them."""
    merged: Collection[int] = ()
    """The cells, from 0, that are one with cells of other rows."""


def kept_line(cell: str) -> str:
    """A cell on one line, with the spaces in it at which no line breaks: a text means them, and nothing else does."""
    return _WHITE_SPACE.sub(" ", cell).strip()


def one_line(cell: str) -> str:
    """A cell on one line, each space a common one."""
    return " ".join(cell.split())
