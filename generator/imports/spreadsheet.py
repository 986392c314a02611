"""A table as a spreadsheet has it: CSV or XLSX → its headers and its rows, every cell a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.imports.cells import TableRow
from generator.imports.csv_rows import csv_rows
from generator.imports.encodings import is_garbled, text_of
from generator.imports.workbook_rows import workbook_rows
from generator.machine.regular_files import read_regular
from generator.problems.problem import Position
from generator.problems.setup import SetupError
from generator.problems.spelling import same_names
from generator.words import N_, Phrase

_DELIMITERS = ";,\t"
_TOP = 20
"""Among so many rows the headers are looked for: titles and notes may stand over them."""


@dataclass(frozen=True)
class Spreadsheet:
    """A table that was read; `columns` are the numbers, from 0, of those that were asked for, by name.

    `delimiter` is what parts the cells of a text.
    """

    name: str
    delimiter: str
    headers: tuple[str, ...]
    columns: Mapping[str, int]
    rows: tuple[TableRow, ...]

    @property
    def unused(self) -> list[str]:
        """The headers that nobody asked for."""
        return [one for number, one in enumerate(self.headers) if one and number not in self.columns.values()]

    def cell(self, row: TableRow, name: str) -> str:
        """The text of a row in a column."""
        number = self.columns[name]
        return row.cells[number] if number < len(row.cells) else ""

    def place(self, row: TableRow, column: int) -> Position:
        """The place of a cell whose column, from 0, has a header; of its row where it has none."""
        return Position(self.name, row.number, column + 1 if column < len(self.headers) else 0)


def letter_of(column: int) -> str:
    """The letters over a column, which counts from 1: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_table(file: Path, wanted: Mapping[str, Sequence[str]], sheet: str = "") -> Spreadsheet:
    """Read a table in which each wanted column stands under one of its names; rows without any cell are left out.

    Raises SetupError where the file cannot be read, or lacks a column.
    """
    found = [(delimiter, *_under_headers(rows, wanted)) for delimiter, rows in _readings(file, sheet)]
    delimiter, headers, columns, rows = max(found, key=lambda one: len(one[2]))
    if lacking := [name for name in wanted if name not in columns]:
        values = {"file": file.name, "lacking": lacking, "known": [one for one in headers if one]}
        message = Phrase(N_("{file} has no column with the header: {lacking}. Its headers are: {known}."), values)
        is_in_another = any(map(is_garbled, headers)) or any("\0" in one for one in headers)
        hint = N_("Its signs are of another encoding. Save it from the spreadsheet as “CSV UTF-8” or as XLSX.")
        other_names = N_("Correct the map: other headers of a column stand there under “also”.")
        raise SetupError(message, Phrase(hint if is_in_another else other_names))
    for name, numbers in columns.items():
        if len(numbers) > 1:
            letters = [letter_of(number + 1) for number in numbers]
            values = {"file": file.name, "name": name, "columns": letters}
            message = Phrase(N_("{file} has several columns that may be “{name}”: {columns}."), values)
            hint = N_("Give each a header of its own in the table, and name in the map the one that is meant.")
            raise SetupError(message, Phrase(hint))
    name = f"{file.name}: {sheet}" if sheet else file.name
    return Spreadsheet(name, delimiter, headers, {name: one for name, [one] in columns.items()}, tuple(rows))


def _readings(file: Path, sheet: str) -> list[tuple[str, list[TableRow]]]:
    """The rows of a file, in each way in which it may be read: by what parts the cells of a text."""
    try:
        data = read_regular(file)
    except OSError as error:
        message = Phrase(N_("{file} cannot be read: {cause}."), {"file": str(file), "cause": error.strerror})
        raise SetupError(message, Phrase(N_("Check its name, and that you may open it."))) from error
    match file.suffix.lower():
        case ".csv":
            text = text_of(data)
            return [(delimiter, [*csv_rows(text, delimiter)]) for delimiter in _DELIMITERS]
        case ".xlsx":
            return [("", workbook_rows(data, file.name, sheet))]
        case _:
            message = Phrase(N_("{file} is no table that can be imported."), {"file": file.name})
            raise SetupError(message, Phrase(N_("Save it from the spreadsheet as “CSV UTF-8” or as XLSX.")))


def _under_headers(
    rows: list[TableRow], wanted: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], Mapping[str, list[int]], list[TableRow]]:
    """The headers, where the wanted columns stand below them, and the rows that have a cell and are not these again."""
    best, columns = 0, dict[str, list[int]]()
    for number, row in enumerate(rows[:_TOP]):
        found = _columns(row.cells, wanted)
        if len(found) > len(columns):
            best, columns = number, found
    headers = rows[best].cells if rows else ()
    return headers, columns, [row for row in rows[best + 1 :] if any(row.cells) and row.cells != headers]


def _columns(headers: Sequence[str], wanted: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
    """Where each wanted column stands: under the headers that are its name, else under those that are another of its
    names.
    """
    return _under(headers, wanted) | _under(headers, dict.fromkeys(wanted, ()))


def _under(headers: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
    found = dict[str, list[int]]()
    for number, header in enumerate(headers):
        for name in same_names(header, names):
            found.setdefault(name, []).append(number)
    return found
