"""What in the cells of a row cannot be what its writer meant: nothing of such a row is taken."""

import re
from collections.abc import Iterator, Sequence
from textwrap import shorten

from generator.fields.quantities import QuantityType
from generator.imports.cells import TableRow
from generator.imports.encodings import is_garbled
from generator.imports.import_map import TEXT_BELOW, Column
from generator.imports.spreadsheet import Spreadsheet
from generator.kinds.base import Kind
from generator.problems.problem import Problem, problem

_NOT_COMPUTED = re.compile(
    r"#(?:N/[AD]|(?:DIV/0|RE[FZ]|RIF|VALUE|VALORE|NUM|NULL|NULLO|SPILL|ESPANSIONE|CALC)!|(?:NAME|NOME)\?)|#{3,}|Err:[0-9]{3}"
)
"""What a spreadsheet shows in place of a value, in English and Italian; also where a column is too narrow for it."""


_SHOWN = 60


def cell_faults(
    table: Spreadsheet, row: TableRow, key: Sequence[str], columns: Sequence[Column], kind: type[Kind]
) -> Iterator[Problem]:
    """Quotation marks that do not hold together, in any cell; an empty cell of the key; in cells that the map names,
    what could not be computed, signs of another encoding, rows that slipped in, one amount for several rows.
    """
    for number in row.unclosed:
        yield problem("unclosed-quote", table.place(row, number))
    for header in key:
        if not table.cell(row, header):
            yield problem("row-without-key", table.place(row, table.columns[header]), key=header)
    for column in columns:
        number, cell = table.columns[column.header], table.cell(row, column.header)
        place = table.place(row, number)
        if _NOT_COMPUTED.fullmatch(cell):
            yield problem("not-computed", place, value=cell)
        if is_garbled(cell):
            yield problem("garbled-text", place, value=shorten(cell, _SHOWN, placeholder="…"))
        if column.field == TEXT_BELOW:
            continue
        if len(cell.splitlines()) > 1 and table.delimiter and table.delimiter in cell:
            yield problem("rows-in-cell", place, sign=table.delimiter)
        if cell and number in row.merged and isinstance(column.type_in(kind), QuantityType):
            yield problem("shared-amount", place, value=cell)
