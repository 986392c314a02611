"""What is known of a date: the day that is stated, or those that sources give where they differ."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.fields.declare import Group
from generator.fields.values import Day, Moment
from generator.kinds.base import Dated, Kind

T = TypeVar("T")


@dataclass(frozen=True)
class Placed:
    """When something happened, as far as it is known."""

    dated: Dated
    days: tuple[Day, ...]
    """One, or all that sources give where they do not agree, the earliest first."""
    deduced: bool = False
    """Whether no source states it in full."""

    @property
    def field(self) -> str:
        """The field that holds it."""
        return self.dated.field

    @property
    def first(self) -> datetime.date:
        """The earliest day it can be: lists, news, tallies and pictures all have it there, and there alone."""
        return min(day.first for day in self.days)

    @property
    def years(self) -> tuple[int, ...]:
        """Each year that it can be of: who looks for one finds it there."""
        return tuple(dict.fromkeys(day.year for day in self.days))


def placed(facts: Kind) -> Placed | None:
    """The date that places a record in time, and what happened then: the most telling that is known."""
    return next((found for dated in facts.dates if (found := placed_by(facts, dated))), None)


def placed_by(facts: Kind, dated: Dated) -> Placed | None:
    """When something happened that the facts may date."""
    days = days_known(facts, dated.field)
    return Placed(dated, days, is_deduced(facts, dated.field)) if days else None


def days_known(group: Group, dotted: str) -> tuple[Day, ...]:
    """The days, months or years that a date may be, the earliest first; none of a date that nobody gives."""
    return _in_order(map(day_of, _held(group, dotted)))


def days_here(group: Group, dotted: str) -> tuple[Day, ...]:
    """The same where the site is, to be held against its day: of an hour elsewhere it may be another."""
    return _in_order(map(day_here, _held(group, dotted)))


def _in_order(days: Iterable[Day | None]) -> tuple[Day, ...]:
    return tuple(sorted({day for day in days if day}, key=lambda day: day.first))


def _held(group: Group, dotted: str) -> tuple[object, ...]:
    """What a field holds, with dots inside groups; of a list, the last has it."""
    name, _, rest = dotted.partition(".")
    if not rest:
        return known(group, name, object)
    return next((_held(inner, rest) for inner in known(group, name, Group)), ())


def known(group: Group, name: str, is_a: type[T]) -> tuple[T, ...]:
    """The value of a field, of a list its last; where it is empty, what sources say that differ on it."""
    values = group.values_of(name)[-1:]
    if not values and isinstance(group, Kind):
        written = (one.value for one in group.differing if one.field == name and not isinstance(one.value, Mapping))
        values = tuple(dict.fromkeys(group.declared[name].is_a.read(value) for value in written))
    return tuple(value for value in values if isinstance(value, is_a))


def is_deduced(group: Group, name: str) -> bool:
    """Whether a date is stated by no source in full, but deduced; with dots inside groups, of a list the last."""
    outer, _, rest = name.partition(".")
    if rest:
        return any(is_deduced(inner, rest) for inner in known(group, outer, Group))
    own = "deduced_date" in group.declared and group.held("deduced_date")
    return name in group.texts_of("deduced") or (bool(own) and isinstance(group.held(name), Day))


def precedes(value: object, other: object) -> bool:
    """Whether a day, a moment or a year is surely earlier than another."""
    if isinstance(value, Moment) and isinstance(other, Moment) and value.instant and other.instant:
        return value.instant < other.instant
    day, other_day = day_of(value), day_of(other)
    return day is not None and other_day is not None and day.last < other_day.first


def day_of(value: object) -> Day | None:
    """The day of a date, of a moment in its own zone, or of a text that begins with a year: all that tells when
    something is has that one.
    """
    if isinstance(value, str):
        return Day(int(value[:4])) if value[:4].isdecimal() else None
    value = (value.day_there or value.day) if isinstance(value, Moment) else value
    return value if isinstance(value, Day) else None


def day_here(value: object) -> Day | None:
    """The same of a moment where the site is, to be held against its day."""
    return value.day_here or value.day if isinstance(value, Moment) else day_of(value)
