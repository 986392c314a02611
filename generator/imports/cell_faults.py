"""What in the cells of a row cannot be what its writer meant: nothing of such a row is taken."""

from collections.abc import Iterator

from generator.imports.cells import TableRow
from generator.imports.import_map import TEXT_BELOW, ImportMap
from generator.imports.spreadsheet import Spreadsheet
from generator.problems.problem import Problem, problem


def cell_faults(table: Spreadsheet, row: TableRow, asked: ImportMap) -> Iterator[Problem]:
    """Quotation marks that do not hold together, in any cell; rows that slipped into one, where the map names it."""
    for number in row.unclosed:
        yield problem("unclosed-quote", table.place(row, number))
    for column in asked.columns:
        cell, place = table.cell(row, column.header), table.place(row, table.columns[column.header])
        lines = cell.splitlines()
        if column.field != TEXT_BELOW and len(lines) > 1 and table.delimiter and table.delimiter in cell:
            yield problem("rows-in-cell", place, sign=table.delimiter)
