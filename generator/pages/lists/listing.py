"""The list of each kind, grouped the way its readers look for things."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.content.record import AnyRecord, of_kind
from generator.fields.choices import Choice
from generator.fields.declare import Backlink
from generator.fields.values import Moment
from generator.kinds.agreement import Agreement
from generator.kinds.base import BY_STATUS, Kind
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere
from generator.pages.lists.completeness import known
from generator.pages.lists.counts import tallies
from generator.pages.lists.paging import pages_for
from generator.pages.lists.register import register_body
from generator.presenters.list_item import entry
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import elsewhere
from generator.view.bodies import Group, ListBody, RegisterBody


def list_body(context: Context, kind: type[Kind], records: tuple[AnyRecord, ...]) -> ListBody | RegisterBody:
    """The page that lists `records` of a kind: all of them, or those a choice leaves."""
    if kind is Agreement:
        return register_body(context, of_kind(records, Agreement))
    return ListBody(
        title=context.words.text(kind.plural),
        lead=context.words.count("{number} record.", "{number} records.", len(records)),
        groups=tuple(_groups(context, kind, records)),
        note=elsewhere(context, kind),
        tallies=tallies(context) if kind is Indicator else (),
        known=known(context, of_kind(records, Cantiere)) if pages_for(len(records)) == 1 else None,
    )


def part_body(context: Context, record: AnyRecord, backlink: Backlink, records: list[AnyRecord]) -> ListBody:
    """The list of a group of a record's page that is too long for it."""
    title = context.words.text(
        "{record}: {heading}",
        record=context.title(record, short=True).text,
        heading=context.words.text(backlink.heading),
    )
    lead = context.words.count("{number} record.", "{number} records.", len(records))
    return ListBody(title, lead, (_group(context, "records", "", records),))


def _groups(context: Context, kind: type[Kind], records: tuple[AnyRecord, ...]) -> Iterable[Group]:
    if kind.grouping == BY_STATUS and kind.status:
        for value in kind.status.options:
            members = [one for one in records if context.showcase.status(one).name == value]
            members.sort(key=lambda one: nearest(context, one))
            if members:
                yield _group(context, value, sentence_case(kind.status.heading(value, context.words)), members)
        return
    grouping = kind.declared[kind.grouping] if kind.grouping else None
    if grouping and isinstance(grouping.item, Choice):
        headings = {value: grouping.item.heading(value, context.words) for value in grouping.item.options}
        headings["not-stated"] = context.not_stated().text
        for value, heading in headings.items():
            members = [one for one in records if _first(one.facts.held(kind.grouping)) == value]
            if members:
                yield _group(context, value, sentence_case(heading), members)
        return
    ordered = sorted(records, key=lambda one: _newest(context, one)) if kind.newest_first else records
    yield _group(context, "records", "", ordered)


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
    placed = context.showcase.placed_in_time(record)
    return (-placed[1].first.toordinal() if placed else 0, record.ref.id)


def _group(context: Context, anchor: str, heading: str, records: Collection[AnyRecord]) -> Group:
    """The records under a heading, which says already what each of them is."""
    told = ((entry(context, record), record.facts.items_dated) for record in records)
    rows = tuple(one if dated or not heading else replace(one, kicker=()) for one, dated in told)
    return Group(anchor, heading, "", rows, compact=all(record.facts.compact for record in records))
