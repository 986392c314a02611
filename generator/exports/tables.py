"""A kind as tables that other programs read: a row for each record, and a table more for each list that records hold.

The columns are those that the types of fields fill. In the first table, the values of a list stand in one cell where
each fills one; in a table of its own each has a row, known by the record's id and its number in the list.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from generator.content.record import AnyRecord
from generator.fields.declare import Field, Group
from generator.fields.types import CellType, ListOf, Site
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.common import Common
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.urls import tag
from generator.words import N_

BETWEEN = "; "
"""What parts the values of a list."""
RECORDS = ""
"""The name of the table that has a row for each record."""
WORDS = ("title", "short_title", "summary")
"""The fields that are words of a language: a table has them in its own."""
NAMED = ".label"
"""What follows the name of a field in the column of what pages say in place of a code."""


@dataclass(frozen=True)
class TableColumn:
    """A column: its name, what it is called and what it holds, in English, and what its cells are."""

    name: str
    labels: tuple[str, ...]
    """Along the way to an inner field."""
    help: str = ""
    holds: CellType = "text"


@dataclass(frozen=True)
class Relation:
    """A table of a kind by its name: that of a list has the way to it, with dots."""

    name: str
    columns: tuple[TableColumn, ...]
    labels: tuple[str, ...] = ()
    """What a list is called along the way to it, in English."""


_ID = TableColumn("id", (N_("Id"),), N_("The record: the same as long as it is not renamed."))
_RECORD = TableColumn("record", (N_("Record"),), N_("The id of the record that has it."))
_POSITION = TableColumn("position", (N_("Position"),), N_("Which of the list it is, from 1."), "number")
_WORDS = (
    _ID,
    TableColumn("title", (N_("Title"),)),
    TableColumn("short_title", (N_("Short title"),)),
    TableColumn("summary", (N_("Summary"),)),
)
_STATUS = (
    TableColumn("status", (N_("Status"),), N_("Where it stands on the day of the data.")),
    TableColumn("ends_from", (N_("First day that it can end"),), holds="date"),
    TableColumn("ends_to", (N_("Last day that it can end"),), holds="date"),
    TableColumn("end_known_from", (N_("End known from"),), N_("The field that says when it ends.")),
)
_KNOWN_BY = (
    TableColumn("universities", (N_("Universities"),), N_("The ids of the universities that it concerns.")),
    TableColumn(
        "words_in",
        (N_("Words in"),),
        N_("The language of title and summary: another one where none are translated."),
    ),
    TableColumn(
        "identifier",
        (N_("Permanent name"),),
        N_("The record among those of all sites: its id, after the site’s first address."),
    ),
    TableColumn("page", (N_("Page"),), N_("The address of the page that tells it.")),
    TableColumn(
        "data",
        (N_("Data"),),
        N_("The address of the whole record in JSON, its text included, where it has a page of its own."),
    ),
)
COMPUTED = (*_WORDS, *_STATUS, *_KNOWN_BY)
"""The columns that follow from no field alone; those of a status where a kind has statuses."""
POSITION = (_RECORD.name, _POSITION.name)
"""The columns by which a row of a list is known."""


@remembered
def relations(context: Context, kind: type[Kind]) -> tuple[Relation, ...]:
    """The tables of a kind, that of the records first."""
    fields = [column for field in _fields(kind) for column in _columns(field, context.site)]
    computed = _STATUS if kind.status else ()
    first = Relation(RECORDS, (*_WORDS, *computed, *fields, *_KNOWN_BY))
    return (first, *(_of_list(way, context.site) for way in _ways(context, kind)))


def names_of_relations(context: Context, kind: type[Kind]) -> tuple[str, ...]:
    """The names of the tables of a kind, that of the records first."""
    return (RECORDS, *map(_dotted, _ways(context, kind)))


def own_relations(context: Context, kind: type[Kind]) -> tuple[Relation, ...]:
    """The same with the columns alone that other kinds have not."""
    own = kind.declared.keys() - Common.declared.keys()
    return tuple(
        replace(one, columns=tuple(column for column in one.columns if _top(one, column) in own))
        for one in relations(context, kind)
    )


def common_relations(context: Context) -> tuple[Relation, ...]:
    """The tables with the columns alone that follow from the fields of every kind."""
    first = Relation(RECORDS, tuple(column for field in _fields(Common) for column in _columns(field, context.site)))
    return (first, *(_of_list(way, context.site) for way in _ways(context, Common)))


def _top(relation: Relation, column: TableColumn) -> str:
    """The field of the record in which a column stands."""
    return (relation.name or column.name).partition(".")[0]


def names_of_data(context: Context, kind: type[Kind]) -> tuple[AnyRef, ...]:
    """The records of a kind that its data tell: all but those withdrawn, whatever the language, by id."""
    briefs = context.showcase.briefs
    return tuple(sorted(ref for ref in context.showcase.names(kind) if not briefs[ref].withdrawn))


def rows(context: Context, kind: type[Kind], relation: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of a kind."""
    return _rows_of_tables(context, kind)[relation]


@remembered
def _rows_of_tables(context: Context, kind: type[Kind]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of each table of a kind, by its name."""
    told = [_rows(context, ref) for ref in names_of_data(context, kind)]
    names = enumerate(names_of_relations(context, kind))
    return {name: tuple(row for tables in told for row in tables[number]) for number, name in names}


@settled
def filled_relations(context: Context, kind: type[Kind]) -> tuple[str, ...]:
    """The names of the tables of a kind that have a row."""
    return tuple(name for name in names_of_relations(context, kind) if rows(context, kind, name))


@settled
def _rows(context: Context, ref: AnyRef) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of a record in each table of its kind."""
    record = context.showcase[ref]
    lists = (tuple(_listed(context, record, way)) for way in _ways(context, type(record.facts)))
    return ((_row(context, record),), *lists)


def _row(context: Context, record: AnyRecord) -> tuple[str, ...]:
    language = context.shown_in(record)
    facts, words = _told_in(language, record), record.wordings[language]
    short = words.short_title if words.short_title != words.title else ""
    computed = _status(context, record) if facts.status else ()
    fields = (cell for field in _fields(type(facts)) for cell in _cells(context, field, facts))
    universities = BETWEEN.join(one.id for one in context.showcase.universities_in(record.ref))
    name, urls, settings = tag(context.showcase.settings, record.ref), context.urls, context.showcase.settings
    page = urljoin(settings.base_url, context.href(record))
    data = urls.absolute(urls.data(record)) if context.showcase.languages(record.ref) else ""
    known_by = (universities, language, name, page, data)
    return (record.ref.id, words.title, short, words.summary, *computed, *fields, *known_by)


def _told_in(language: str, record: AnyRecord) -> Kind:
    """The facts of a record, the alternative text of its picture in a language: "" where that has none."""
    facts = record.facts
    image = replace(facts.image, alt=record.wordings[language].alt) if facts.image else None
    return replace(facts, image=image)


def _status(context: Context, record: AnyRecord) -> tuple[str, ...]:
    """Where it stands on the day, between which days it ends, and by which field that is known."""
    status = context.showcase.status(record)
    end = (status.end.first.isoformat(), status.end.last.isoformat(), status.end.basis) if status.end else ("", "", "")
    return (status.name, *end)


# --- the fields of a record or of a group, in one row ---


def _fields(group: type[Group]) -> Iterator[Field]:
    """The fields that data tell in columns of their own."""
    return (field for name, field in group.declared.items() if not field.private and name not in WORDS)


def _columns(field: Field, site: Site, way: tuple[Field, ...] = ()) -> Iterator[TableColumn]:
    """The columns of a field among others."""
    here = (*way, field)
    if isinstance(field.is_a, ListOf):
        if _is_shared(field, site):
            yield from _of_type(here, site)
    elif field.group:
        for inner in _fields(field.group):
            yield from _columns(inner, site, here)
    else:
        yield from _of_type(here, site)


def _of_type(way: tuple[Field, ...], site: Site) -> Iterator[TableColumn]:
    """The columns that one value fills, at the end of a way."""
    field = way[-1]
    name, labels = ".".join(one.name for one in way), tuple(one.label for one in way)
    is_list = isinstance(field.is_a, ListOf)
    for number, ending in enumerate(field.item.columns_of(site)):
        holds = "text" if number or is_list else field.item.cell_type
        yield TableColumn(f"{name}{ending}", labels, field.help or field.item.help, holds)
    if field.item.is_code:
        yield TableColumn(f"{name}{NAMED}", labels, N_("What its page calls it."))


def _cells(context: Context, field: Field, group: Group | None) -> Iterator[str]:
    """What a group has in the columns of one of its fields; nothing where there is no group."""
    if isinstance(field.is_a, ListOf):
        if _is_shared(field, context.site):
            said = [tuple(_of_value(context, field, value)) for value in (group.values_of(field.name) if group else ())]
            width = len(tuple(_of_type((field,), context.site)))
            yield from (BETWEEN.join(filter(None, (one[at] for one in said))) for at in range(width))
        return
    value = group.held(field.name) if group else None
    if field.group:
        for inner in _fields(field.group):
            yield from _cells(context, inner, value if isinstance(value, Group) else None)
        return
    yield from _of_value(context, field, value)


def _of_value(context: Context, field: Field, value: object) -> Iterator[str]:
    """The cells of one value, or of none."""
    item, columns = field.item, field.item.columns_of(context.site)
    yield from ("" for _ in columns) if value is None else item.cells(value, context.site)
    if item.is_code:
        yield "" if value is None else context.say(field, value).text


def _is_shared(field: Field, site: Site) -> bool:
    """Whether the values of a list share a cell: each fills one."""
    return field.group is None and len(field.item.columns_of(site)) == 1


# --- lists, each in a table of its own ---


@remembered
def _ways(context: Context, group: type[Group]) -> tuple[tuple[Field, ...], ...]:
    """The way to every list in a group, at any depth, outer ones first."""
    return tuple(_ways_from(group))


def _ways_from(group: type[Group], way: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    for field in _fields(group):
        here = (*way, field)
        if isinstance(field.is_a, ListOf):
            yield here
        if field.group:
            yield from _ways_from(field.group, here)


def _of_list(way: tuple[Field, ...], site: Site) -> Relation:
    """The table of a list: the record, where the lists around it are, its number in it, and its values."""
    field = way[-1]
    outer = [(number, one) for number, one in enumerate(way[:-1], 1) if isinstance(one.is_a, ListOf)]
    around = [TableColumn(_dotted(way[:number]), (one.label,), _POSITION.help, "number") for number, one in outer]
    if field.group:
        held: Iterable[TableColumn] = (column for inner in _fields(field.group) for column in _columns(inner, site))
    else:
        held = (_of_one(field, column) for column in _of_type((field,), site))
    return Relation(_dotted(way), (_RECORD, *around, _POSITION, *held), tuple(one.label for one in way))


def _of_one(field: Field, column: TableColumn) -> TableColumn:
    """The column of a single value of a list."""
    holds = field.item.cell_type if column.name == field.name else column.holds
    return TableColumn(column.name, column.labels, column.help, holds)


def _dotted(way: tuple[Field, ...]) -> str:
    return ".".join(one.name for one in way)


def _listed(context: Context, record: AnyRecord, way: tuple[Field, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a record in the table of a list."""
    field = way[-1]
    for numbers, value in _values(record.facts, way):
        if isinstance(value, Group):
            cells = [cell for inner in _fields(type(value)) for cell in _cells(context, inner, value)]
        else:
            cells = list(_of_value(context, field, value))
        yield (record.ref.id, *map(str, numbers), *cells)


def _values(group: Group, way: tuple[Field, ...]) -> Iterator[tuple[tuple[int, ...], object]]:
    """The values at the end of a way, each with its number in every list along it."""
    field, *rest = way
    for number, value in enumerate(group.values_of(field.name), 1):
        own = (number,) if isinstance(field.is_a, ListOf) else ()
        if not rest:
            yield own, value
        elif isinstance(value, Group):
            yield from (((*own, *numbers), found) for numbers, found in _values(value, tuple(rest)))
