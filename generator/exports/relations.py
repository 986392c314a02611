"""The tables of a kind and their columns, as they follow from its declaration: one for its records, then one a list."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.fields.declare import Field, Group
from generator.fields.types import CellType, ListOf, Site
from generator.fields.walk import ways_to_every_list
from generator.kinds.base import Kind
from generator.kinds.common import Common
from generator.kinds.evidence import traced_figures
from generator.showcase.answers import remembered
from generator.text.context import Context
from generator.words import N_

RECORDS = ""
"""The name of the table that has a row for each record."""
WORDS = ("title", "short_title", "summary")
"""The fields that are words of a language: a table has them in its own."""
NAMED = ".label"
"""What follows the name of a field in the column of what pages say in place of a code."""
SOURCES = ".sources"
"""What follows the name of a figure in the column of the sources that it is taken from."""


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
_SOURCES_OF = N_("The ids of the sources that give it; empty where it is not known which of several does.")
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
        N_(
            "The record among those of all sites: after the site’s first address, the first id that it had, as far as "
            "its old addresses say it. It stays when the record is renamed."
        ),
    ),
    TableColumn("page", (N_("Page"),), N_("The address of the page that tells it.")),
    TableColumn(
        "data",
        (N_("Data"),),
        N_("The address of the whole record in JSON, its text included, where it has a page of its own."),
    ),
    TableColumn(
        "own_page",
        (N_("Page of its own"),),
        N_("Whether it has a page of its own: else the page of another tells it in a line, and its list has it not."),
        "yes-no",
    ),
)
COMPUTED = (*_WORDS, *_STATUS, *_KNOWN_BY)
"""The columns that follow from no field alone; those of a status where a kind has statuses."""
POSITION = (_RECORD.name, _POSITION.name)
"""The columns by which a row of a list is known."""


@remembered
def relations(context: Context, kind: type[Kind]) -> tuple[Relation, ...]:
    """The tables of a kind, that of the records first."""
    fields = _columns_of(kind, context.site, traced(context, kind))
    computed = _STATUS if kind.status else ()
    first = Relation(RECORDS, (*_WORDS, *computed, *fields, *_KNOWN_BY))
    return (first, *(_of_list(context, kind, way) for way in ways_to_lists(context, kind)))


def names_of_relations(context: Context, kind: type[Kind]) -> tuple[str, ...]:
    """The names of the tables of a kind, that of the records first."""
    return (RECORDS, *map(_dotted, ways_to_lists(context, kind)))


def own_relations(context: Context, kind: type[Kind]) -> tuple[Relation, ...]:
    """The same with the columns alone that other kinds have not."""
    own = kind.declared.keys() - Common.declared.keys()
    return tuple(
        replace(one, columns=tuple(column for column in one.columns if _top(one, column) in own))
        for one in relations(context, kind)
    )


def common_relations(context: Context) -> tuple[Relation, ...]:
    """The tables with the columns alone that follow from the fields of every kind."""
    first = Relation(RECORDS, tuple(_columns_of(Common, context.site, traced(context, Common))))
    return (first, *(_of_list(context, Common, way) for way in ways_to_lists(context, Common)))


def _top(relation: Relation, column: TableColumn) -> str:
    """The field of the record in which a column stands."""
    return (relation.name or column.name).partition(".")[0]


# --- the columns of fields ---


@remembered
def traced(context: Context, kind: type[Group]) -> frozenset[tuple[str, ...]]:
    """The ways to the figures that have a column of the sources which give them."""
    return traced_figures(kind)


def told_fields(group: type[Group]) -> Iterator[Field]:
    """The fields that data tell in columns of their own; the words of a record, which its language has, are not."""
    words = WORDS if issubclass(group, Kind) else ()
    return (field for name, field in group.declared.items() if not field.private and name not in words)


def _columns_of(
    group: type[Group], site: Site, figures: Collection[tuple[str, ...]], way: tuple[Field, ...] = ()
) -> Iterator[TableColumn]:
    """The columns of the fields of a group; after those of a figure that is traced, that of its sources."""
    for field in told_fields(group):
        here = (*way, field)
        if field.group and not isinstance(field.is_a, ListOf):
            yield from _columns_of(field.group, site, figures, here)
        elif not isinstance(field.is_a, ListOf) or is_shared(field, site):
            yield from _of_type(here, site)
        if tuple(one.name for one in here) in figures:
            labels = (*(one.label for one in here), N_("Sources"))
            yield TableColumn(f"{_dotted(here)}{SOURCES}", labels, _SOURCES_OF)


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


def is_shared(field: Field, site: Site) -> bool:
    """Whether the values of a list share a cell: each fills one."""
    return field.group is None and len(field.item.columns_of(site)) == 1


# --- lists, each in a table of its own ---


@remembered
def ways_to_lists(context: Context, group: type[Group]) -> tuple[tuple[Field, ...], ...]:
    """The way to every list in a group, at any depth, outer ones first."""
    return tuple(ways_to_every_list(group, told_fields))


def _of_list(context: Context, kind: type[Group], way: tuple[Field, ...]) -> Relation:
    """The table of a list: the record, where the lists around it are, its number in it, and its values."""
    field = way[-1]
    outer = [(number, one) for number, one in enumerate(way[:-1], 1) if isinstance(one.is_a, ListOf)]
    around = [TableColumn(_dotted(way[:number]), (one.label,), _POSITION.help, "number") for number, one in outer]
    if field.group:
        names = tuple(one.name for one in way)
        within = [one[len(names) :] for one in traced(context, kind) if one[: len(names)] == names]
        held: Iterable[TableColumn] = _columns_of(field.group, context.site, within)
    else:
        held = (_of_one(field, column) for column in _of_type((field,), context.site))
    return Relation(_dotted(way), (_RECORD, *around, _POSITION, *held), tuple(one.label for one in way))


def _of_one(field: Field, column: TableColumn) -> TableColumn:
    """The column of a single value of a list."""
    holds = field.item.cell_type if column.name == field.name else column.holds
    return TableColumn(column.name, column.labels, column.help, holds)


def _dotted(way: tuple[Field, ...]) -> str:
    return ".".join(one.name for one in way)
