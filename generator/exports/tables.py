"""A list as a table that other programs read: a row for each record, the columns that its fields fill."""

from collections.abc import Iterable, Iterator

from generator.content.record import AnyRecord
from generator.fields.declare import Field, Group
from generator.fields.types import Site
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.evidence import Differing
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.listed import names_listed
from generator.view.outputs import CsvTable

BETWEEN = "; "
"""What parts the values of a list."""
_COMPUTED = ("status", "ends_from", "ends_to", "end_known_from")


def table(context: Context, kind: type[Kind]) -> CsvTable:
    """The list of a kind in a language."""
    columns = [f"{name}{column}" for name, field in _fields(kind) for column in columns_of(field, context.site)]
    computed = _COMPUTED if kind.status else ()
    refs = names_listed(context, kind)
    return CsvTable(
        context.urls.download(kind.folder, "csv", context.language),
        ("id", "title", "summary", *computed, *columns, "page"),
        tuple(_row(context, ref) for ref in refs),
    )


def _fields(kind: type[Kind]) -> Iterator[tuple[str, Field]]:
    return ((name, field) for name, field in kind.declared.items() if _is_told(field))


def _is_told(field: Field) -> bool:
    """Whether a field has columns: what the page shows of the record, but for its title."""
    return not (field.hidden or field.private or field.block == "head" or field.group is Differing)


@settled
def _row(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The cells of a record."""
    record = context.showcase[ref]
    facts = record.facts
    cells = (
        cell for name, field in _fields(type(facts)) for cell in cells_of(field, facts.values_of(name), context.site)
    )
    page = context.urls.absolute(context.urls.record(record, context.language))
    title, summary = context.title(record).text, context.summary(record)
    computed = _status(context, record) if facts.status else ()
    return (record.ref.id, title, summary, *computed, *cells, page)


def _status(context: Context, record: AnyRecord) -> tuple[str, ...]:
    """Where it stands on the day, between which days it ends, and by which field that is known."""
    status = context.showcase.status(record)
    end = (status.end.first.isoformat(), status.end.last.isoformat(), status.end.basis) if status.end else ("", "", "")
    return (status.name, *end)


def columns_of(field: Field, site: Site) -> Iterator[str]:
    """What follows the name of a field in each of its columns."""
    if field.group is None:
        yield from field.item.columns_of(site)
        return
    for name, inner in _inner(field.group):
        yield from (f".{name}{column}" for column in columns_of(inner, site))


def cells_of(field: Field, values: tuple[object, ...], site: Site) -> Iterator[str]:
    """The cells of a field, as many as its columns; the values of a list share them."""
    if field.group is None:
        rows = [field.item.cells(value, site) for value in values]
        yield from (_shared(row[at] for row in rows) for at in range(len(field.item.columns_of(site))))
        return
    for name, inner in _inner(field.group):
        parts = [tuple(cells_of(inner, one.values_of(name), site)) for one in values if isinstance(one, Group)]
        yield from (_shared(part[at] for part in parts) for at in range(len(tuple(columns_of(inner, site)))))


def _inner(group: type[Group]) -> Iterator[tuple[str, Field]]:
    return ((name, field) for name, field in group.declared.items() if not (field.hidden or field.private))


def _shared(said: Iterable[str]) -> str:
    return BETWEEN.join(filter(None, said))
