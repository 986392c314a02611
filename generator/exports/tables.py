"""A kind as tables that other programs read: a row for each record, and a table more for each list that records hold.

The columns are those that the types of fields fill. In the first table, the values of a list stand in one cell where
each fills one; in a table of its own each has a row, known by the record's id and its number in the list.
"""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from generator.content.record import AnyRecord
from generator.exports.former_names import permanent_name
from generator.exports.relations import is_shared, names_of_relations, told_fields, traced, ways_to_lists
from generator.fields.declare import Field, Group, is_filled
from generator.fields.types import ListOf
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.evidence import sources_of_figure
from generator.showcase.answers import remembered, settled
from generator.text.context import Context

BETWEEN = "; "
"""What parts the values of a list."""


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
    lists = (tuple(_listed(context, record, way)) for way in ways_to_lists(context, type(record.facts)))
    return ((_row(context, record),), *lists)


def _row(context: Context, record: AnyRecord) -> tuple[str, ...]:
    language = context.shown_in(record)
    facts, words = _told_in(language, record), record.wordings[language]
    short = words.short_title if words.short_title != words.title else ""
    computed = _status(context, record) if facts.status else ()
    fields = _cells_of(context, facts, type(facts), facts)
    universities = BETWEEN.join(one.id for one in context.showcase.universities_in(record.ref))
    name, urls, settings = permanent_name(context.urls, record), context.urls, context.showcase.settings
    page = urljoin(settings.base_url, context.href(record))
    own_page = bool(context.showcase.languages(record.ref))
    data = urls.absolute(urls.data(record)) if own_page else ""
    known_by = (universities, language, name, page, data, str(own_page).lower())
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


def _cells_of(
    context: Context, facts: Kind, model: type[Group], group: Group | None, way: tuple[str, ...] = ()
) -> Iterator[str]:
    """What a group at the end of a way has in the columns of its fields; nothing where there is none."""
    figures = traced(context, type(facts))
    for field in told_fields(model):
        yield from _cells(context, facts, field, group, way)
        here = (*way, field.name)
        if here in figures:
            told = _told_as(group, field.name) if group else ""
            given_by = sources_of_figure(facts.sources, facts.differing, (*way, told)) if told else ()
            yield BETWEEN.join(ref.id for ref in given_by)


def _told_as(group: Group, name: str) -> str:
    """The field that tells a figure: its own, or where no number is given the note that tells it in words."""
    notes = (other for other, one in group.declared.items() if one.note_of == name)
    return next((one for one in (name, *notes) if is_filled(group.held(one))), "")


def _cells(context: Context, facts: Kind, field: Field, group: Group | None, way: tuple[str, ...]) -> Iterator[str]:
    """What a group of a record has in the columns of one of its fields; nothing where there is no group."""
    if isinstance(field.is_a, ListOf):
        if is_shared(field, context.site):
            said = [tuple(_of_value(context, field, value)) for value in (group.values_of(field.name) if group else ())]
            width = 1 + field.item.is_code
            yield from (BETWEEN.join(filter(None, (one[at] for one in said))) for at in range(width))
        return
    value = group.held(field.name) if group else None
    if field.group:
        inner = value if isinstance(value, Group) else None
        yield from _cells_of(context, facts, field.group, inner, (*way, field.name))
        return
    yield from _of_value(context, field, value)


def _of_value(context: Context, field: Field, value: object) -> Iterator[str]:
    """The cells of one value, or of none."""
    item, columns = field.item, field.item.columns_of(context.site)
    yield from ("" for _ in columns) if value is None else item.cells(value, context.site)
    if item.is_code:
        yield "" if value is None else context.say(field, value).text


# --- lists, each in a table of its own ---


def _listed(context: Context, record: AnyRecord, way: tuple[Field, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a record in the table of a list."""
    field, names = way[-1], tuple(one.name for one in way)
    for numbers, value in _values(record.facts, way):
        if isinstance(value, Group):
            cells = list(_cells_of(context, record.facts, type(value), value, names))
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
