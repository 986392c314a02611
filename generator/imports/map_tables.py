"""The tables that a map reads: that of the records, then one for each list that has its own."""

from pathlib import Path

from generator.imports.import_map import ImportMap
from generator.imports.spreadsheet import Spreadsheet, read_table


def read_tables(file: Path, asked: ImportMap) -> tuple[Spreadsheet, tuple[Spreadsheet, ...]]:
    """The table of a file and those of lists, which lie beside it or are sheets of it. Raises SetupError."""
    lists = ((file.with_name(one.file) if one.file else file, one) for one in asked.tables)
    return (
        read_table(file, asked.wanted, asked.sheet or ""),
        tuple(read_table(path, one.wanted, one.sheet or "") for path, one in lists),
    )
