"""The list of each kind, grouped the way its readers look for things."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.charts.partnership_graph import web
from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.declare import Backlink
from generator.fields.values import AnyRef, Moment
from generator.kinds.base import BY_OWNER, BY_STATUS, BY_TOWN, Kind
from generator.kinds.catalogue import kind_of
from generator.pages.lists.figures import figure
from generator.pages.lists.names import name
from generator.pages.lists.owners import by_owner
from generator.pages.lists.register import register_body, register_title
from generator.pages.lists.rows import Rows
from generator.pages.lists.towns import by_town, town_map
from generator.pages.lists.windows import window
from generator.pages.lists.years import agreements_by_year
from generator.presenters.list_item import list_item
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import counted, elsewhere, names_listed, placed_on, standing_under
from generator.view.bodies import ListBody, Listed, ListGroup
from generator.view.charts import Web, YearCounts
from generator.view.places import PlacesMap
from generator.view.register import RegisterBody
from generator.view.text import ListItem, Piece

_SHOWN: Mapping[str, Callable[[Context, AnyRef], Listed]] = {"windows": window, "columns": name, "figures": figure}
"""What a list makes of a record, by how its kind is listed; of others a row."""
_NOT_STATED = "not-stated"
"""The group of those that no option is stated of."""
_DRAWN: Mapping[str, Callable[[Context], YearCounts | Web | PlacesMap | None]] = {
    "web": web,
    "years": agreements_by_year,
    "map": town_map,
}
"""What is drawn at the head of a list, as its kind declares."""


def list_body(
    context: Context, kind: type[Kind], refs: tuple[AnyRef, ...], *, folds: bool = False
) -> ListBody | RegisterBody:
    """The page that lists records of a kind: all of them, or those a choice leaves; a phone may fold its groups."""
    if kind.list_as == "register":
        return register_body(context, refs, folds=folds)
    return ListBody(
        title=list_title(context, kind),
        lead=f"{counted(context, refs)}.",
        groups=tuple(_groups(context, kind, refs)),
        note=elsewhere(context, kind),
    )


def list_title(context: Context, kind: type[Kind]) -> str:
    """What the list of a kind is called."""
    return register_title(context) if kind.list_as == "register" else context.words.text(kind.plural)


def list_picture(context: Context, kind: type[Kind]) -> YearCounts | Web | PlacesMap | None:
    """What is drawn at the head of the whole list of a kind, where there is enough for it."""
    return _DRAWN[kind.list_picture](context) if kind.list_picture else None


def others(context: Context, kind: type[Kind]) -> tuple[ListGroup, ...]:
    """The few records of each kind that stand on the list of this one."""
    found = (
        _group(context, one, one.folder, Piece(context.words.text(one.plural)), names_listed(context, one))
        for one in standing_under(context, kind)
    )
    return tuple(replace(group, rows=group.rows[:]) for group in found)


def part_body(context: Context, record: AnyRecord, backlink: Backlink, refs: list[AnyRef]) -> ListBody:
    """The list of a group of a record's page that is too long for it."""
    title = context.words.text(
        "{record}: {heading}",
        record=context.title(record, short=True).text,
        heading=context.words.text(backlink.heading),
    )
    lead = f"{counted(context, refs)}."
    return ListBody(title, lead, (rows(context, "records", Piece(""), refs),))


def rows(context: Context, anchor: str, heading: Piece, refs: Sequence[AnyRef]) -> ListGroup:
    """Records as rows under a heading, which says already what each of them is."""

    def row(ref: AnyRef) -> ListItem:
        return (list_item if kind_of(ref).items_dated or not heading.text else _under_heading)(context, ref)

    return ListGroup(anchor, heading, Rows(refs, row))


@remembered
def _under_heading(context: Context, ref: AnyRef) -> ListItem:
    """A row without what the heading above it says."""
    return replace(list_item(context, ref), kicker=())


def _groups(context: Context, kind: type[Kind], refs: tuple[AnyRef, ...]) -> Iterable[ListGroup]:
    """The records under the headings of their kind, in the order in which each of them goes."""
    if kind.grouping == BY_TOWN:
        yield from by_town(context, refs)
        return
    if kind.grouping == BY_OWNER:
        for owner, members in by_owner(context, refs).items():
            yield _group(context, kind, *owner, members)
        return
    headings = _headings(context, kind)
    if headings is None and not kind.newest_first:
        yield _group(context, kind, "records", Piece(""), refs)
        return
    placed = {ref: _placed(context, ref) for ref in refs}
    for value, heading in (headings or {"records": ""}).items():
        members = [ref for ref in refs if placed[ref][0] == value]
        if members:
            yield _group(context, kind, value, Piece(heading), sorted(members, key=lambda ref: placed[ref][1]))


def _group(context: Context, kind: type[Kind], anchor: str, heading: Piece, refs: Sequence[AnyRef]) -> ListGroup:
    """Records under a heading, shown as their kind is."""
    if kind.list_as == "rows" or kind.list_as == "register":
        return rows(context, anchor, heading, refs)
    return ListGroup(anchor, heading, Rows(refs, partial(_SHOWN[kind.list_as], context)), kind.list_as)


def _headings(context: Context, kind: type[Kind]) -> dict[str, str] | None:
    """The heading of each group of a list; None where it is not divided."""
    grouping = kind.declared[kind.grouping].item if kind.grouping in kind.declared else None
    if kind.grouping == BY_STATUS and kind.status:
        found = {value: kind.status.heading(value, context.words) for value in kind.status.options}
    elif isinstance(grouping, Choice):
        found = {value: grouping.heading(value, context.words) for value in grouping.options}
        found[_NOT_STATED] = context.words.text("Other")
    else:
        return None
    return {value: sentence_case(heading) for value, heading in found.items()}


@settled
def _placed(context: Context, ref: AnyRef) -> tuple[str, tuple[int | str, ...]]:
    """In which group a list of its kind has a record, and what tells its order there, if not its title does."""
    record = context.showcase[ref]
    kind = type(record.facts)
    if kind.grouping == BY_STATUS and kind.status:
        return context.showcase.status(record).name, nearest(context, record)
    if kind.grouping:
        return first_option(record.facts) or _NOT_STATED, ()
    return "records", _newest(context, record)


def first_option(facts: Kind) -> str:
    """The option under which a list has a record, once: of several, the first; "" without one."""
    return next(iter(facts.texts_of(facts.grouping)), "")


def nearest(context: Context, record: AnyRecord) -> tuple[int, str, str]:
    """Of one status: what is to come, the nearest first; what is over, the newest first; on one day by the hour."""
    status, newest = context.showcase.status(record), _newest(context, record)
    left = status.days_left if status.days_to_start is None else status.days_to_start
    return (newest[0] if left is None else left, _hour(record), newest[1])


def _hour(record: AnyRecord) -> str:
    """The hour at which a record begins, in universal time; what has none comes first."""
    period = record.facts.period
    start = record.facts.held(period.start) if period else None
    return start.instant.isoformat() if isinstance(start, Moment) and start.instant else ""


def _newest(context: Context, record: AnyRecord) -> tuple[int, str]:
    return (-placed_on(context, record.ref), record.ref.id)
