"""A table as a spreadsheet has it: CSV or XLSX → its headers and its rows, every cell a text."""

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.imports.cells import TableRow
from generator.imports.csv_rows import csv_rows
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
        raise SetupError(message, Phrase(N_("Correct the map: other headers of a column stand there under “also”.")))
    return Spreadsheet(file.name, delimiter, headers, columns, tuple(rows))


def _readings(file: Path, sheet: str) -> list[tuple[str, list[TableRow]]]:
    """The rows of a file, in each way in which it may be read: by what parts the cells of a text."""
    try:
        data = file.read_bytes()
    except OSError as error:
        message = Phrase(N_("{file} cannot be read: {cause}."), {"file": str(file), "cause": error.strerror})
        raise SetupError(message, Phrase(N_("Check its name, and that you may open it."))) from error
    match file.suffix.lower():
        case ".csv":
            text = _decoded(data)
            return [(delimiter, [*csv_rows(text, delimiter)]) for delimiter in _DELIMITERS]
        case ".xlsx":
            return [("", _of_workbook(data, file.name, sheet))]
        case _:
            message = Phrase(N_("{file} is no table that can be imported."), {"file": file.name})
            raise SetupError(message, Phrase(N_("Save it from the spreadsheet as “CSV UTF-8” or as XLSX.")))


def _decoded(data: bytes) -> str:
    """The text of a file: in UTF-8, or as older spreadsheets on Windows write it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _of_workbook(data: bytes, name: str, sheet: str) -> list[TableRow]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # an extra, which CSV does without
    except ImportError as error:
        message = Phrase(N_("{file} cannot be read: what reads XLSX is not installed."), {"file": name})
        hint = N_('Save it from the spreadsheet as “CSV UTF-8”, or install it: pip install "vetrina[import]".')
        raise SetupError(message, Phrase(hint)) from error
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if sheet and sheet not in workbook.sheet_names:
            values = {"file": name, "sheet": sheet, "known": workbook.sheet_names}
            message = Phrase(N_("{file} has no sheet “{sheet}”. Its sheets are: {known}."), values)
            raise SetupError(message, Phrase(N_("Correct “sheet” in the map.")))
        rows = workbook.get_sheet_by_name(sheet or workbook.sheet_names[0]).to_python(skip_empty_area=False)
    except CalamineError as error:
        message = Phrase(N_("{file} is not a workbook that can be read."), {"file": name})
        raise SetupError(message, Phrase(N_("Open it in the spreadsheet and save it again as XLSX."))) from error
    return [TableRow(number, tuple(map(_text_of, cells))) for number, cells in enumerate(rows, start=1)]


def _text_of(value: object) -> str:
    """A value of a workbook as it would be written: days without an hour, whole numbers without decimals."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime():
            return f"{value:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
        case datetime.time():
            return f"{value:%H:%M}"
        case _:
            return str(value).strip()


def _under_headers(
    rows: list[TableRow], wanted: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], Mapping[str, int], list[TableRow]]:
    """The headers, where the wanted columns stand below them, and the rows that have a cell."""
    best, columns = 0, dict[str, int]()
    for number, row in enumerate(rows[:_TOP]):
        found = _columns(row.cells, wanted)
        if len(found) > len(columns):
            best, columns = number, found
    headers = rows[best].cells if rows else ()
    return headers, columns, [row for row in rows[best + 1 :] if any(row.cells)]


def _columns(headers: Sequence[str], wanted: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where each wanted column stands: under the header that is one of its names."""
    found = dict[str, int]()
    for number, header in enumerate(headers):
        for name in same_names(header, {one: (one, *names) for one, names in wanted.items()}):
            found.setdefault(name, number)
    return found
