"""Rules about days."""

import datetime
from collections.abc import Iterator

from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.dates import DAY, YEARS, DurationType
from generator.fields.declare import Group, is_filled
from generator.fields.values import Day, Duration
from generator.fields.walk import groups, leaves
from generator.kinds.evidence import differing_of
from generator.problems.problem import Problem, problem
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.placed import day_here, precedes
from generator.showcase.status import after

_A_YEAR = {"day": 366, "month": 12, "year": 1}
_SELDOM_EARLIER = datetime.timedelta(days=366)
"""By how much an effect may come before what brings it: more is seldom so, and often a year that is wrong."""
_GRACE = {unit: datetime.timedelta(days=days) for unit, days in (("day", 1), ("month", 7), ("year", 31))}
"""By how much an end may miss the one that is counted: the larger the unit, the less exactly people count in it."""


def reviews_are_not_overdue(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record is verified again by the day it says."""
    due = record.facts.review_by
    if due and due.last < showcase.day:
        yield problem("review-due", record.place("review_by"), day=due.last)


def ends_follow_their_beginnings(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What ends does not end before it begins."""
    for location, group in groups(record.facts):
        for name, field in group.declared.items():
            start = next((one for one in field.after if precedes(group.held(name), group.held(one))), None)
            if start:
                yield problem("ends-before-start", record.place(*location, name), end=name, start=start)
            end = next((one for one in field.before if precedes(group.held(one), group.held(name))), None)
            day = group.held(name) if end and field.past else None
            if end and not (isinstance(day, Day) and not has_come(showcase, day.first)):  # which is told by itself
                yield problem("ends-before-start", record.place(*location, name), end=end, start=name)


def what_recurs_does_so_in_its_time(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No edition is of years before the whole began, or after it ended."""
    facts = record.facts
    for name, field in ((name, field) for name, field in facts.declared.items() if field.during):
        start, end = field.during
        for number, entry in enumerate(one for one in facts.values_of(name) if isinstance(one, Group)):
            key = entry.counted_in[0]
            first, last = YEARS.ends(str(entry.held(key)))
            place = record.place(name, number, key)
            if precedes(last, facts.held(start)):
                yield problem("ends-before-start", place, end=key, start=start)
            if precedes(facts.held(end), first):
                yield problem("ends-before-start", place, end=end, start=key)


def results_have_come(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Nobody knows how many were chosen before the day on which they are."""
    for location, group in groups(record.facts):
        for name, field in group.declared.items():
            dates = field.since if is_filled(group.held(name)) else ()
            days = ((date, day) for date in dates if (day := day_here(group.held(date))))
            found = next((one for one in days if not has_come(showcase, one[1].first)), None)
            if found:
                date, day = found
                yield problem("result-to-come", record.place(*location, name), key=name, date=date, day=day.first)


def what_has_happened_is_not_to_come(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Nothing is signed, read or verified after today."""
    found = [
        (day, (*location, name))
        for location, group in groups(record.facts)
        for name, field in group.plain
        if field.past and isinstance(day := group.held(name), Day)
    ]
    if found and not has_come(showcase, max(day.first for day, _ in found)):
        for day, location in found:
            if day.first > showcase.day:
                yield problem("not-yet", record.place(*location), key=location[-1], day=day.first)


def lengths_are_likely(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Nothing is agreed for centuries."""
    for location, field, value in leaves(record.facts):
        most = field.item.longest if isinstance(field.item, DurationType) else 0
        if most and isinstance(value, Duration) and value.number > most * _A_YEAR[value.unit]:
            yield problem("unlikely-duration", record.place(*location), value=str(value), most=most)


def effects_are_likely(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What has effect before it is agreed seldom has it for more than a year."""
    for location, group in groups(record.facts):
        for name, field in group.plain:
            for other in field.seldom_before:
                first, then = group.held(name), group.held(other)
                if isinstance(first, Day) and isinstance(then, Day) and then.first - first.last > _SELDOM_EARLIER:
                    place, days = record.place(*location, name), (str(first), str(then))
                    yield problem("unlikely-effect", place, key=name, value=days[0], other=other, then=days[1])


def durations_end_when_their_end_says(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A duration and an end that are both stated do not contradict each other where sources agree on both."""
    for location, group in groups(record.facts):
        contested = {entry.field for entry in differing_of(group)}
        for name, field in group.declared.items():
            if field.counted:
                length, *starts = field.counted
                start = next((one for one in starts if group.held(one) or one in contested), "")
                if start and not contested & {name, length, start}:
                    yield from _contradiction(record, location, group, name, length, start)


def _contradiction(
    record: AnyRecord, location: Location, group: Group, name: str, length: str, start: str
) -> Iterator[Problem]:
    """An end that is not where the duration, counted from a beginning, comes to."""
    end, duration, begun = group.held(name), group.held(length), group.held(start)
    if isinstance(end, Day) and isinstance(duration, Duration) and isinstance(begun, Day):
        first, last = after(begun, duration)
        grace = _GRACE[duration.unit]
        is_early = end.last < first - grace and not group.declared[name].put_off_by
        if is_early or (end.first > last + grace and not _is_put_off(group, name)):
            yield problem(
                *("duration-and-end", record.place(*location, name)),
                end=name,
                start=start,
                length=length,
                duration=str(duration),
                day=last,
            )


def _is_put_off(group: Group, name: str) -> bool:
    """Whether something beside an end lets it come later than it would."""
    held = ((group.held(other), value) for other, value in group.declared[name].put_off_by)
    return any(one == value if value else is_filled(one) for one, value in held)


def has_come(showcase: Showcase, day: datetime.date) -> bool:
    """Whether a day is today or before it."""
    return not _is_to_come(showcase, str(day))


@settled
def _is_to_come(showcase: Showcase, day: str) -> bool:
    """Whether a day comes after today: a record asks it of its latest, so that it need not be read anew each day."""
    return DAY.read(day).first > showcase.day
