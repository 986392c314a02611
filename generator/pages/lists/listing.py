"""The list of each kind, grouped the way its readers look for things."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.content.record import AnyRecord, of_kind
from generator.fields.choices import Choice
from generator.fields.declare import Backlink
from generator.fields.values import AnyRef, Moment
from generator.kinds.agreement import Agreement
from generator.kinds.base import BY_STATUS, Kind
from generator.kinds.catalogue import kind_of
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere
from generator.pages.lists.completeness import known
from generator.pages.lists.counts import tallies
from generator.pages.lists.paging import pages_for
from generator.pages.lists.register import register_body
from generator.pages.lists.rows import Rows
from generator.presenters.list_item import entry
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import elsewhere, names_listed, placed_on, standing_under
from generator.view.bodies import Group, ListBody, RegisterBody
from generator.view.text import Entry


def list_body(
    context: Context, kind: type[Kind], refs: tuple[AnyRef, ...], *, folds: bool = False
) -> ListBody | RegisterBody:
    """The page that lists records of a kind: all of them, or those a choice leaves; a phone may fold its groups."""
    if kind is Agreement:
        return register_body(context, refs, folds=folds)
    are_compared = kind is Cantiere and pages_for(len(refs)) == 1
    return ListBody(
        title=context.words.text(kind.plural),
        lead=context.words.count("{number} in all.", "{number} in all.", len(refs)),
        groups=tuple(_groups(context, kind, refs)),
        note=elsewhere(context, kind),
        tallies=tallies(context) if kind is Indicator else (),
        known=known(context, of_kind((context.showcase[ref] for ref in refs), Cantiere)) if are_compared else None,
    )


def others(context: Context, kind: type[Kind]) -> tuple[Group, ...]:
    """The few records of each kind that stand on the list of this one."""
    found = (
        _group(context, one.folder, context.words.text(one.plural), names_listed(context, one))
        for one in standing_under(context, kind)
    )
    return tuple(replace(group, rows=tuple(group.rows)) for group in found)


def part_body(context: Context, record: AnyRecord, backlink: Backlink, refs: list[AnyRef]) -> ListBody:
    """The list of a group of a record's page that is too long for it."""
    title = context.words.text(
        "{record}: {heading}",
        record=context.title(record, short=True).text,
        heading=context.words.text(backlink.heading),
    )
    lead = context.words.count("{number} in all.", "{number} in all.", len(refs))
    return ListBody(title, lead, (_group(context, "records", "", refs),))


def _groups(context: Context, kind: type[Kind], refs: tuple[AnyRef, ...]) -> Iterable[Group]:
    """The records under the headings of their kind, in the order in which each of them goes."""
    headings = _headings(context, kind)
    if headings is None and not kind.newest_first:
        yield _group(context, "records", "", refs)
        return
    placed = {ref: _placed(context, ref) for ref in refs}
    for value, heading in (headings or {"records": ""}).items():
        members = [ref for ref in refs if placed[ref][0] == value]
        if members:
            yield _group(context, value, heading, sorted(members, key=lambda ref: placed[ref][1]))


def _headings(context: Context, kind: type[Kind]) -> dict[str, str] | None:
    """The heading of each group of a list; None where it is not divided."""
    grouping = kind.declared[kind.grouping].item if kind.grouping in kind.declared else None
    if kind.grouping == BY_STATUS and kind.status:
        found = {value: kind.status.heading(value, context.words) for value in kind.status.options}
    elif isinstance(grouping, Choice):
        found = {value: grouping.heading(value, context.words) for value in grouping.options}
        found["not-stated"] = context.words.text("Not known")
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
        return _first(record.facts.held(kind.grouping)), ()
    return "records", _newest(context, record)


def _first(held: str | tuple[str, ...] | None) -> str:
    """The option under which a list has a record, once: of several, the first."""
    several = held if isinstance(held, tuple) else (held,)
    return next((one for one in several if one), "not-stated")


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


def _group(context: Context, anchor: str, heading: str, refs: Sequence[AnyRef]) -> Group:
    """The records under a heading, which says already what each of them is."""

    def row(ref: AnyRef) -> Entry:
        said = entry(context, ref)
        return said if kind_of(ref).items_dated or not heading else replace(said, kicker=())

    return Group(anchor, heading, "", Rows(refs, row), compact=all(kind_of(ref).compact for ref in refs))
