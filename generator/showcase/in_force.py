"""On which days a record is in force, open or under way: for certain, or as far as anybody can tell."""

import datetime
from collections.abc import Iterator

from generator.fields.choices import Choice
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import IN_FORCE
from generator.kinds.base import Kind
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.placed import days_here
from generator.showcase.status import agreement_status, end_of, limits_of, period_status, start_of

Span = tuple[datetime.date, datetime.date]
"""From the first day to the last; what is open has no first or no last day but those of the calendar."""


def force_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The days on which a record is in force for certain: `in_force` on each of them, and on no other."""
    found = _force(showcase, ref)
    return (datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1])) if found else None


@settled
def _force(showcase: Showcase, ref: AnyRef) -> tuple[int, ...]:
    record = showcase[ref]
    if agreement := record.of(Agreement):
        facts, end = agreement.facts, end_of(agreement.facts)
        if facts.stage != "signed" or end is None:
            return ()
        start, last = start_of(facts), end.in_force_until.toordinal()
        return _days(start.first if start else None, min(last, _replaced(showcase, ref) - 1))
    if record.facts.dated_status:
        return ()
    if not (period := record.facts.period):
        return _under_way(showcase, record.facts)
    _, until, begun = limits_of(record.facts, period)
    return _days(begun, until[1].toordinal()) if begun and until else ()


def may_be_in_force(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The days on which a record is in force or may be, for all that is known of its dates: those for certain, too."""
    found = _open(showcase, ref)
    return (datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1])) if found else None


@settled
def _open(showcase: Showcase, ref: AnyRef) -> tuple[int, ...]:
    record, last = showcase[ref], datetime.date.max
    if agreement := record.of(Agreement):
        if agreement.facts.stage != "signed":
            return ()
        start, end = start_of(agreement.facts), end_of(agreement.facts)
        if end:
            last = end.may_hold_until
        return _days(start.first if start else None, min(last.toordinal(), _replaced(showcase, ref) - 1))
    if record.facts.dated_status:
        return ()
    if not (period := record.facts.period):
        return _under_way(showcase, record.facts, open_ended=True)
    begins, until, _ = limits_of(record.facts, period)
    return _days(begins[0] if begins else None, (until[1] if until else last).toordinal())


def _replaced(showcase: Showcase, ref: AnyRef) -> int:
    """The first day of what renews an agreement; none is as late as the day after the last."""
    begun = (start.first if (start := start_of(one)) else datetime.date.min for one in _in_place_of(showcase, ref))
    return min((day.toordinal() for day in begun), default=datetime.date.max.toordinal() + 1)


def _under_way(showcase: Showcase, facts: Kind, *, open_ended: bool = False) -> tuple[int, ...]:
    """The days on which a record is under way by the state that it gives, and by the dates this goes from and to.

    What is under way and has no known end is so up to the day of the showcase; of what is no longer, only days between
    two that are known are sure, and of what has no date at all no day is. What goes on, and that, may be under way on
    any day, which is `open_ended`.
    """
    choices = ((name, one.is_a) for name, one in facts.declared.items() if isinstance(one.is_a, Choice))
    for name, choice in choices:
        for value, option in choice.options.items():
            if option.since and option.until:
                begins, ends = (days_here(facts, fields[0]) for fields in (option.since, option.until))
                goes_on = facts.held(name) == value
                if (goes_on and (open_ended or begins or ends)) or (begins and ends):
                    last = datetime.date.max if open_ended else showcase.day
                    until = ends[0].first if ends else last
                    return _days(max((day.last for day in begins), default=None), until.toordinal())
    return ()


def _in_place_of(showcase: Showcase, ref: AnyRef) -> Iterator[Agreement]:
    """The signed agreements that renew one."""
    return (one.facts for one in showcase.renewals(showcase[ref]) if one.facts.stage == "signed")


def _days(first: datetime.date | None, last: int) -> tuple[int, ...]:
    begins = (first or datetime.date.min).toordinal()
    return (begins, last) if begins <= last else ()


def in_force(showcase: Showcase, ref: AnyRef, day: datetime.date) -> bool:
    """Whether a record is in force, open or under way on a day for certain; of what has no such state, never."""
    record = showcase[ref]
    if agreement := record.of(Agreement):
        renewals = (one.facts for one in showcase.renewals(record))
        return agreement_status(agreement.facts, day, renewals).name == IN_FORCE
    if period := record.facts.period:
        near = period.near[0] if period.near else period.during
        return period_status(record.facts, period, day).name in (period.during, near)
    span = force_of(showcase, ref)
    return span is not None and span[0] <= day <= span[1]
