"""The text of a CSV → its rows: what is quoted is one cell, as far as its quotation marks hold together."""

import re
from collections.abc import Iterator

from generator.imports.cells import TableRow

_NEUTRALISED = re.compile(r"^'(?='*[=+@\-\t\r])")
"""The sign that keeps a spreadsheet from computing a cell."""


def csv_rows(text: str, delimiter: str) -> Iterator[TableRow]:
    """Each row, an empty one too. A cell whose quotation marks do not hold together ends where its line does, and is
    told as unclosed: it takes in nothing of the rows below it.
    """
    quoted = re.compile(rf'"((?:[^"]++|"")*+)" *(?=[{delimiter}\r\n]|\Z)')
    bare = re.compile(rf"([^{delimiter}\r\n]*+)")
    end = re.compile(rf"{delimiter}|\r\n|\r|\n|\Z")
    at, number, cells, unclosed = 0, 1, list[str](), list[int]()
    while at <= len(text):
        cell = quoted.match(text, at)
        if cell:
            cells.append(_as_written(cell[1].replace('""', '"')))
        elif cell := bare.match(text, at):
            if cell[0].startswith('"'):
                unclosed.append(len(cells))
            cells.append(_as_written(cell[0]))
        assert cell
        ended = end.match(text, cell.end())
        assert ended
        at = ended.end() if ended[0] else len(text) + 1
        if ended[0] != delimiter:
            yield TableRow(number, tuple(cells), tuple(unclosed))
            number, cells, unclosed = number + 1, [], []


def _as_written(cell: str) -> str:
    """A cell without the spaces around it, and without what kept it from being computed."""
    return _NEUTRALISED.sub("", cell.strip()) if cell.startswith("'") else cell.strip()
