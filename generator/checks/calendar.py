"""Rules about days."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.declare import groups
from generator.fields.values import Moment
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.placed import day_of


def reviews_are_not_overdue(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record is verified again by the day it says."""
    due = record.facts.review_by
    if due and due.last < showcase.day:
        yield problem("review-due", record.place("review_by"), day=due.last)


def ends_follow_their_beginnings(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What ends does not end before it begins."""
    for location, group in groups(record.facts):
        for name, field in group.declared.items():
            if field.after and _precedes(group.held(name), group.held(field.after)):
                yield problem("ends-before-start", record.place(*location, name), end=name, start=field.after)


def _precedes(value: object, other: object) -> bool:
    """Whether a day or moment is surely earlier than another."""
    if isinstance(value, Moment) and isinstance(other, Moment) and value.instant and other.instant:
        return value.instant < other.instant
    day, other_day = day_of(value), day_of(other)
    return day is not None and other_day is not None and day.last < other_day.first
