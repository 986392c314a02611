"""What Hugo is told of the tables of data: their cells as Vetrina has them; it makes files of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.hugo.values import records_shown
from generator.exports.change_log import KeptLog
from generator.exports.datasets import SPREADSHEET, dataset_files, kinds_with_data
from generator.exports.projects_table import projects_table, table_paths
from generator.exports.relations import relations
from generator.pages.board.bar_pictures import picture, pictures
from generator.pages.board.number_files import number_files
from generator.text.context import Context
from generator.text.listed import kinds_listed
from generator.view.data_files import CsvTable, Data

TABLES = "tables"
"""The folder of data that holds them."""


class TableFile(NamedTuple):
    """A file for programs: its address, by what Hugo writes it, and what it holds."""

    url: str
    params: dict[str, Any]
    holds: Any = None
    """The head and the rows of a table, or a schema; what one file holds of others is not given twice."""
    same_as: str = ""
    """The address of the file that holds the same."""

    @property
    def name(self) -> str:
        """What its page is called."""
        return _named(self.url)

    @property
    def data(self) -> str:
        """What its data are called."""
        return _named(self.same_as or self.url)


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
    yield from _beside_pages(context)


def _beside_pages(context: Context) -> Iterator[TableFile]:
    """The tables beside lists, projects of a record and pictures, and that of all numbers."""
    as_table, urls, language = {"layout": "table", "outputs": ["csv"]}, context.urls, context.language
    for kind in kinds_listed(context):
        if "csv" in kind.downloads:
            of = urls.dataset(kind.folder, "csv", language)
            yield TableFile(urls.download(kind.folder, "csv", language), as_table, same_as=of)
    for path, made in number_files(context):
        view = made()
        yield TableFile(path, as_table, [view.head, *view.rows])
    for name in pictures(context):
        one = picture(context, name)
        yield TableFile(urls.of_picture(one.path, "csv"), as_table, [one.head, *one.rows])
    for record in records_shown(context):
        for _, path in (one for one in table_paths(context, record) if one[0] == language):
            view = projects_table(context, record)
            yield TableFile(path, as_table, [view.head, *view.rows])


def _named(path: str) -> str:
    return path.replace("/", "--").replace(".", "--")
