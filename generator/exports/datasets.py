"""The data of a kind as files: tables in CSV, all of them in JSON and as a spreadsheet, what their columns mean.

Each language has its own below `dati/v1/`; where a form is written anew in which columns are called otherwise, it gets
another address, and this one stays.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.exports.change_log import KeptLog
from generator.exports.last_known import checked_on
from generator.exports.periods import period
from generator.exports.relations import RECORDS, Relation, TableColumn, names_of_relations, relations
from generator.exports.tables import names_of_data, rows
from generator.fields.types import CellType, Schema
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.schema import DIALECT
from generator.machine.memo import is_installed
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.data_files import CsvTable, Data, Sheet, Workbook
from generator.view.outputs import View
from generator.words import N_

SCHEMA_FORM, COLUMNS_FORM = "schema.json", "columns.csv"
_COLUMNS_HEAD = ("table", "column", "label", "description", "holds")
_JSON_TYPES: dict[CellType, str] = {
    "text": "string",
    "number": "number",
    "date": "string",
    "date-time": "string",
    "yes-no": "boolean",
}
HOLDS: dict[CellType, str] = {
    "text": N_("text"),
    "number": N_("number"),
    "date": N_("date"),
    "date-time": N_("date, with its hour where it is known"),
    "yes-no": N_("yes or no"),
}
"""What a column holds, in words."""
SPREADSHEET = "xlsx"


def kinds_with_data(context: Context) -> tuple[type[Kind], ...]:
    """The kinds that have data: each that has a record."""
    return tuple(kind for kind in KINDS if names_of_data(context, kind))


def has_spreadsheets() -> bool:
    """Whether spreadsheets can be written: the library that does is an extra."""
    return is_installed("xlsxwriter")


def dataset_files(context: Context, changes: KeptLog) -> Iterator[tuple[str, Callable[[], View]]]:
    """The path of each file of data in a language, and what makes it."""
    spreadsheets = has_spreadsheets()
    for kind in kinds_with_data(context):
        path = partial(context.urls.dataset, kind.folder, language=context.language)
        for name in names_of_relations(context, kind):
            yield path(csv_form(name)), partial(table, context, kind, name)
        yield path("json"), partial(_json, context, changes, kind)
        yield path(COLUMNS_FORM), partial(_dictionary, context, path(COLUMNS_FORM), kind)
        yield path(SCHEMA_FORM), partial(_schema, context, kind)
        if spreadsheets:
            yield path(SPREADSHEET), partial(_workbook, context, changes, kind)


def csv_form(relation: str) -> str:
    """How the file of a table ends, by its name: "csv", or "parties.csv"."""
    return f"{relation}.csv" if relation else "csv"


def table(context: Context, kind: type[Kind], relation: str = RECORDS, path: str = "") -> CsvTable:
    """A table of a kind, at its address among the data or at another."""
    found = next(one for one in relations(context, kind) if one.name == relation)
    head = tuple(column.name for column in found.columns)
    own = context.urls.dataset(kind.folder, csv_form(found.name), context.language)
    return CsvTable(path or own, head, rows(context, kind, relation))


@settled
def updated(context: Context, kind: type[Kind]) -> str:
    """The latest day on which a record of a kind was verified, published or withdrawn; "" where none is known."""
    briefs = context.showcase.briefs
    return max((briefs[ref].updated for ref in names_of_data(context, kind)), default="")


@settled
def checked(context: Context, kind: type[Kind]) -> str:
    """The latest day, month or year in which a record of a kind was compared with its sources; "" where none was."""
    return max((checked_on(context, ref) for ref in names_of_data(context, kind)), default="")


def modified(context: Context, changes: KeptLog, kind: type[Kind]) -> str:
    """The day of the last publication that changed records of a kind; where the log tells none, what these say."""
    return changes.last_of(kind) or updated(context, kind)


def column_label(context: Context, column: TableColumn) -> str:
    """What a column is called."""
    return _along_the_way(context, column.labels)


def relation_label(context: Context, kind: type[Kind], relation: Relation) -> str:
    """What a table is called: the list of the kind, or the field."""
    return _along_the_way(context, relation.labels or (kind.plural,))


def _along_the_way(context: Context, labels: tuple[str, ...]) -> str:
    return " · ".join(dict.fromkeys(map(context.words.text, labels)))


def _json(context: Context, changes: KeptLog, kind: type[Kind]) -> Data:
    """Every table of a kind, the values of each row by column."""
    licence, settings = context.showcase.settings.obligations.licence, context.showcase.settings
    value: dict[str, object] = {
        "title": context.words.text(kind.plural),
        "kind": kind.folder,
        "schema": context.urls.absolute(context.urls.dataset(kind.folder, SCHEMA_FORM, context.language)),
        "publisher": context.localised(settings.owner.name).text,
        "demonstration": settings.demonstration,
        "licence": {"title": licence.title, "url": licence.url},
        "updated": modified(context, changes, kind) or None,
        "period": list(period(context, kind)) or None,
    }
    if kind.status:
        value["on"] = context.showcase.day.isoformat()
    value["tables"] = {one.name or "records": _objects(context, kind, one) for one in relations(context, kind)}
    return Data(context.urls.dataset(kind.folder, "json", context.language), value, compact=True)


def _objects(context: Context, kind: type[Kind], relation: Relation) -> list[dict[str, object]]:
    return [
        {column.name: _value(column.holds, cell) for column, cell in zip(relation.columns, row, strict=True)}
        for row in rows(context, kind, relation.name)
    ]


def _value(holds: CellType, cell: str) -> object:
    """A cell as JSON has it; null where it is empty."""
    if not cell:
        return None
    if holds == "number":
        return float(cell) if "." in cell else int(cell)
    return cell == "true" if holds == "yes-no" else cell


def _schema(context: Context, kind: type[Kind]) -> Data:
    """What the JSON of a kind holds, as JSON Schema."""
    tables = {one.name or "records": _table_schema(context, kind, one) for one in relations(context, kind)}
    path = context.urls.dataset(kind.folder, SCHEMA_FORM, context.language)
    text = {"type": "string"}
    head: Schema = {
        **dict.fromkeys(("title", "publisher"), text),
        "kind": {"const": kind.folder},
        "schema": {"type": "string", "format": "uri"},
        "demonstration": {"type": "boolean"},
        "licence": {"type": "object", "properties": {"title": text, "url": text}, "required": ["title", "url"]},
        "updated": {"type": ["string", "null"]},
        "period": {"type": ["array", "null"], "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
        **({"on": {"type": "string", "format": "date"}} if kind.status else {}),
    }
    held = {"type": "object", "properties": tables, "required": list(tables), "additionalProperties": False}
    value: Schema = {
        "$schema": DIALECT,
        "$id": context.urls.absolute(path),
        "title": context.words.text(kind.plural),
        "type": "object",
        "properties": {**head, "tables": held},
        "required": [*head, "tables"],
        "additionalProperties": False,
    }
    return Data(path, value)


def _table_schema(context: Context, kind: type[Kind], relation: Relation) -> Schema:
    columns = {
        one.name: {
            "title": column_label(context, one),
            **({"description": context.words.text(one.help)} if one.help else {}),
            "type": [_JSON_TYPES[one.holds], "null"],
        }
        for one in relation.columns
    }
    row = {"type": "object", "properties": columns, "required": list(columns), "additionalProperties": False}
    return {"title": relation_label(context, kind, relation), "type": "array", "items": row}


def _dictionary_rows(context: Context, tables: Iterable[Relation]) -> Iterator[tuple[str, ...]]:
    text = context.words.text
    for relation in tables:
        for one in relation.columns:
            said = text(one.help) if one.help else ""
            yield relation.name or "records", one.name, column_label(context, one), said, text(HOLDS[one.holds])


def dictionary(context: Context, path: str, tables: Iterable[Relation]) -> CsvTable:
    """What each column of each table means, as a table at a path."""
    return CsvTable(path, _COLUMNS_HEAD, tuple(_dictionary_rows(context, tables)))


def _dictionary(context: Context, path: str, kind: type[Kind]) -> CsvTable:
    """What each column of the tables of a kind means: which these are is asked once the file is made."""
    return dictionary(context, path, relations(context, kind))


def _workbook(context: Context, changes: KeptLog, kind: type[Kind]) -> Workbook:
    """Every table of a kind that has rows, a sheet each, and what their columns mean."""
    sheets = [_sheet(context, kind, one) for one in relations(context, kind)]
    told = tuple(_dictionary_rows(context, relations(context, kind)))
    meanings = Sheet(context.words.text("Columns"), _COLUMNS_HEAD, ("text",) * 5, told)
    title = context.words.text("{list}: {value}", list=context.words.text(kind.plural), value=licence_of(context))
    made_on = context.showcase.day.isoformat() if kind.status else modified(context, changes, kind)
    filled = [one for number, one in enumerate(sheets) if one.rows or not number]
    path = context.urls.dataset(kind.folder, SPREADSHEET, context.language)
    return Workbook(path, title, made_on, (*filled, meanings))


def _sheet(context: Context, kind: type[Kind], relation: Relation) -> Sheet:
    columns = relation.columns
    return Sheet(
        relation.name or context.words.text(kind.plural),
        tuple(one.name for one in columns),
        tuple(one.holds for one in columns),
        rows(context, kind, relation.name),
    )


def licence_of(context: Context) -> str:
    """What the licence of the data is called."""
    return context.showcase.settings.obligations.licence.title
