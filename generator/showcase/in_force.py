"""On which days a record is in force, open or under way: for certain, or as far as anybody can tell."""

import datetime
from collections.abc import Iterator

from generator.fields.choices import Choice, Option
from generator.fields.values import AnyRef, Day
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind, Period
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.placed import days_here, days_known, placed
from generator.showcase.status import Limits, begins_between, end_of, limits_of

Span = tuple[datetime.date, datetime.date]
"""From the first day to the last; what is open has no first or no last day but those of the calendar."""
_OF_A_DAY = "of"
"""The preposition of what is over with its day, as news are; what began on one goes on."""


def force_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The days on which a record is in force for certain.

    What begins in a month or a year has begun by its last day; what has begun and nobody dates, by that of the site.
    """
    return _span(_force(showcase, ref))


@settled
def _force(showcase: Showcase, ref: AnyRef) -> tuple[int, ...]:
    record = showcase[ref]
    if agreement := record.of(Agreement):
        begins, end = begins_between(agreement.facts), end_of(agreement.facts)
        if agreement.facts.stage != "signed" or end is None:
            return ()
        replaced = (first - 1 for first, _ in _renewed(showcase, ref))
        last = min((end.in_force_until.toordinal(), *replaced))
        return _days(begins[1] if begins else showcase.day, last)
    if record.facts.dated_status:
        return ()
    if not (period := record.facts.period):
        return _under_way(showcase, record.facts) if has_states(record.facts) else _between_dates(record.facts)
    _, until, begun = limits_of(record.facts, period)
    return _days(begun, until[1].toordinal()) if begun and until else ()


def may_be_in_force(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The days on which a record is in force or may be, for all that is known of it: those for certain, too.

    What nobody is known to have signed may be; what begins in a month or a year may have begun on its first day.
    """
    return _span(_open(showcase, ref))


@settled
def _open(showcase: Showcase, ref: AnyRef) -> tuple[int, ...]:
    record, last = showcase[ref], datetime.date.max
    if agreement := record.of(Agreement):
        begins, end = begins_between(agreement.facts), end_of(agreement.facts)
        if end:
            last = end.may_hold_until
        replaced = (until - 1 for _, until in _renewed(showcase, ref))
        return _days(begins[0] if begins else None, min((last.toordinal(), *replaced)))
    if record.facts.dated_status:
        return ()
    if not (period := record.facts.period):
        return _may_be_under_way(showcase, record.facts) if has_states(record.facts) else _perhaps(record.facts)
    until = limits_of(record.facts, period).end
    return _days(first_possible(record.facts, period), (until[1] if until else last).toordinal())


def first_possible(facts: Kind, period: Period) -> datetime.date | None:
    """The first day on which what has a period may have begun; None where it may be any.

    Where nobody gives its beginning, it is as long before the last day as such things last at most (`longest`).
    """
    start, end, _ = limits_of(facts, period)
    if start:
        return start[0]
    return end[0] - datetime.timedelta(period.longest) if end and period.longest else None


def _renewed(showcase: Showcase, ref: AnyRef) -> Iterator[tuple[int, int]]:
    """Between which days each signed agreement that renews one begins; what nobody dates has by today."""
    for one in showcase.renewals(showcase[ref]):
        if one.facts.stage == "signed":
            first, last = begins_between(one.facts) or (datetime.date.min, showcase.day)
            yield first.toordinal(), last.toordinal()


def _under_way(showcase: Showcase, facts: Kind) -> tuple[int, ...]:
    """The days on which a record is under way for certain, by the state that it gives and its dates.

    What is under way is so from the day for which that is said, if not before, and has no known end: up to the day of
    the showcase. Of what is no longer, only days between two that are known are sure; of what has no date no day is.
    """
    for going_on, state, begins, ends in _states(facts):
        begun = [max(day.last for day in begins)] if begins else []
        if state is going_on and facts.as_of:
            begun.append(facts.as_of.last)
        if (state is going_on and (begun or ends)) or (begins and ends):
            first = min(begun, default=showcase.day)
            return _days(first, (ends[0].first if ends else showcase.day).toordinal())
    return ()


def _may_be_under_way(showcase: Showcase, facts: Kind) -> tuple[int, ...]:
    """The days on which it may be: of what is no longer, up to the day for which that is said, at most up to that of
    the showcase; of what is planned and has no known beginning, none.
    """
    for _, state, begins, ends in _states(facts):
        is_planned, is_over = state and not state.since, state and not state.until
        if begins or not is_planned:
            last = max((day.last for day in ends), default=showcase.day if is_over else datetime.date.max)
            if is_over and facts.as_of:
                last = min(last, facts.as_of.last)
            return _days(min(day.first for day in begins) if begins else None, last.toordinal())
    return ()


def has_states(facts: Kind) -> bool:
    """Whether records of its kind give a state of which one is that something goes on."""
    return any(_states(facts))


def state_told_on(facts: Kind) -> Day | None:
    """The day for which it gives its state, where it gives both."""
    return facts.as_of if any(state for _, state, _, _ in _states(facts)) else None


def limits_by_dates(facts: Kind) -> Limits:
    """Between which days what has no period begins and ends: by the date that places it in time, and one after that."""
    found = placed(facts)
    begins = (found.first, max(day.last for day in found.days)) if found else None
    if found and found.dated.preposition == _OF_A_DAY:
        return Limits(begins, begins, None)
    first = {found.field} if found else {one.field for one in facts.dates}
    ends = (days_known(facts, one.name) for one in facts.declared.values() if not first.isdisjoint(one.after))
    days = next(filter(None, ends), ())
    end = (min(day.first for day in days), max(day.last for day in days)) if days else None
    return Limits(begins, end, begins[1] if begins and end else None)


def _goes_on(facts: Kind) -> bool:
    """Whether what its kind dates begins on that day and can go on: news and values are of theirs alone."""
    return bool(facts.dates) and not any(one.preposition.endswith(_OF_A_DAY) for one in facts.dates)


def _between_dates(facts: Kind) -> tuple[int, ...]:
    """The days between two that are known, of what has dates and no state."""
    _, end, begun = limits_by_dates(facts)
    return _days(begun, end[0].toordinal()) if begun and end and _goes_on(facts) else ()


def _perhaps(facts: Kind) -> tuple[int, ...]:
    """The days on which it may go on: without a known end, all after its beginning."""
    start, end, _ = limits_by_dates(facts)
    last = end[1] if end else datetime.date.max
    return _days(start[0] if start else None, last.toordinal()) if _goes_on(facts) else ()


def _states(facts: Kind) -> Iterator[tuple[Option, Option | None, tuple[Day, ...], tuple[Day, ...]]]:
    """The state of what goes on, that which a record gives, and the dates from which and to which it goes on."""
    choices = ((name, one.is_a) for name, one in facts.declared.items() if isinstance(one.is_a, Choice))
    for name, choice in choices:
        state = next((choice.options[held] for held in facts.texts_of(name)), None)
        for option in choice.options.values():
            if option.since and option.until:
                begins, ends = (days_here(facts, fields[0]) for fields in (option.since, option.until))
                yield option, state, begins, ends


def _days(first: datetime.date | None, last: int) -> tuple[int, ...]:
    begins = (first or datetime.date.min).toordinal()
    return (begins, last) if begins <= last else ()


def _span(days: tuple[int, ...]) -> Span | None:
    return (datetime.date.fromordinal(days[0]), datetime.date.fromordinal(days[1])) if days else None


def is_unsigned(showcase: Showcase, ref: AnyRef) -> bool:
    """Whether it is an agreement that nobody is known to have signed."""
    agreement = showcase[ref].of(Agreement)
    return agreement is not None and agreement.facts.stage != "signed"


def in_force(showcase: Showcase, ref: AnyRef, day: datetime.date) -> bool:
    """Whether a record is in force, open or under way on a day for certain; of what has no such state, never."""
    span = force_of(showcase, ref)
    return span is not None and span[0] <= day <= span[1]
