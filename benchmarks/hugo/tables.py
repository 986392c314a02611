"""What Hugo is told of the tables of data: their cells as Vetrina has them; it makes files of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.exports.change_log import KeptLog
from generator.exports.datasets import SPREADSHEET, dataset_files, kinds_with_data
from generator.exports.relations import relations
from generator.text.context import Context
from generator.view.data_files import CsvTable, Data

TABLES = "tables"
"""The folder of data that holds them."""


class TableFile(NamedTuple):
    """A file for programs: its address, by what Hugo writes it, and what it holds."""

    url: str
    params: dict[str, Any]
    holds: Any = None
    """The head and the rows of a table, or a schema; what one file holds of others is not given twice."""

    @property
    def name(self) -> str:
        """What its page and its data are called."""
        return _named(self.url)


def table_files(context: Context) -> Iterator[TableFile]:
    """Every file of data of a language but the spreadsheets, which Hugo is spared."""
    files = dataset_files(context, KeptLog((context,)))
    made = {path: make() for path, make in files if not path.endswith(f".{SPREADSHEET}")}
    for path, view in made.items():
        if isinstance(view, CsvTable):
            yield TableFile(path, {"layout": "table", "outputs": ["csv"]}, [view.head, *view.rows])
        elif isinstance(view, Data) and "tables" not in view.value:
            yield TableFile(path, {"layout": "schema", "outputs": ["json"]}, view.value)
    for kind in kinds_with_data(context):
        path = context.urls.dataset(kind.folder, "json", context.language)
        view = made[path]
        assert isinstance(view, Data)
        own = context.urls.dataset(kind.folder, "", context.language)
        tables = [
            {
                "name": one.name or "records",
                "cells": _named(f"{own}{one.name}.csv" if one.name else f"{own}csv"),
                "columns": [{"name": column.name, "holds": column.holds} for column in one.columns],
            }
            for one in relations(context, kind)
        ]
        head = {name: value for name, value in view.value.items() if name != "tables"}
        yield TableFile(path, {"layout": "tables", "outputs": ["json"], "head": head, "tables": tables})


def _named(path: str) -> str:
    return path.rpartition("/")[2].replace(".", "--")
