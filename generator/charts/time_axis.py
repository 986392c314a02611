"""Agreements as bars of validity: one scale of years and one set of marks for every picture of them."""

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.kinds.agreement_statuses import (
    CONCLUDED,
    END_NOT_KNOWN,
    ENDING,
    IN_FORCE,
    NO_RECORD,
    PERHAPS_ENDING,
    STATUSES,
    TERM_PASSED,
    UPCOMING,
)
from generator.showcase.answers import remembered
from generator.showcase.life import Life
from generator.text.context import Context
from generator.view.bars import Axis, Bar, Key, Year
from generator.words import N_

_STATES = {
    IN_FORCE: "on",
    UPCOMING: "coming",
    END_NOT_KNOWN: "unknown",
    PERHAPS_ENDING: "unknown",
    TERM_PASSED: "past",
    CONCLUDED: "over",
    NO_RECORD: "plan",
    ENDING: "near",
}
"""How each status of an agreement is drawn, and the part of it that is."""

_YEARS_BEFORE = 8
_YEARS_AFTER = 5
_LABELS = {
    **{_STATES[status]: option.label for status, option in STATUSES.options.items()},
    "unknown": N_("end not known, between two dates"),
    "thread": STATUSES.options[END_NOT_KNOWN].label,
    "undated": N_("undated"),
    "ring": N_("only the announcement is dated"),
    "maybe": N_("may be renewed, or day of the end not known"),
    "beyond": N_("begins before these years, or goes on after them"),
}
"""What each mark means, in the order of the key."""


@dataclass(frozen=True)
class Scale:
    """Whole years, the first and the last included, on which a day stands somewhere from 0 to 100."""

    first: int
    last: int

    def at(self, day: datetime.date) -> float:
        """Where a day stands; a day outside stands at the edge."""
        if day.year < self.first:
            return 0.0
        if day.year > self.last:
            return 100.0
        length = 366 if calendar.isleap(day.year) else 365
        return self._share(day.year - self.first + (day.timetuple().tm_yday - 1) / length)

    def year(self, year: int, middle: int) -> Year:
        """A year of the axis: every other label, counted from the middle, may give way."""
        passed = year - self.first
        return Year(str(year), self._share(passed), self._share(passed + 0.5), minor=year % 2 != middle % 2)

    def _share(self, years: float) -> float:
        return round(100 * years / (self.last - self.first + 1), 2)


@remembered
def axis(context: Context, scale: Scale) -> Axis:
    """The axis as it is drawn, the same for all that have one scale."""
    day, first, last = context.showcase.day, scale.first, scale.last
    within = first <= day.year <= last
    return Axis(
        years=tuple(scale.year(year, day.year if within else first) for year in range(first, last + 1)),
        day=scale.at(day) if within else None,
        title=context.words.text("Term, on a scale from {first} to {last}", first=str(first), last=str(last)),
    )


def scale_over(lives: Iterable[Life], day: datetime.date) -> Scale:
    """The years from the earliest start to the latest end, with the day among them; at most fourteen, around the day.

    Lives that were all over before those years have their own.
    """
    earliest, latest = day.year - _YEARS_BEFORE, day.year + _YEARS_AFTER
    years = [year for life in lives for year in _years(life)]
    if years and max(years) < earliest:
        return Scale(min(years), min(max(years), min(years) + latest - earliest))
    within = [min(max(year, earliest), latest) for year in (*years, day.year)]
    return Scale(min(within), max(within))


def state_of(status: str, part: str = "") -> str:
    """How a status is drawn, or a part of it."""
    return _STATES[part or status]


def _years(life: Life) -> Iterable[int]:
    if life.starts:
        yield life.starts.year
    if life.ends:
        yield life.ends[1].year


@lru_cache(maxsize=50_000)
def bar(scale: Scale, life: Life, day: datetime.date) -> Bar:
    """An agreement on the scale: the very same bar wherever it is drawn, so that it is written once."""
    start, end = life.starts, life.ends
    origin = ""
    if start and not life.is_bound:
        origin = "ring"
    elif start and end is None:
        origin = "dot"
    return Bar(
        state=state_of(life.status, life.part),
        start=scale.at(start) if start else None,
        origin="" if start and not scale.first <= start.year <= scale.last else origin,
        sure=scale.at(end[0]) if end else None,
        end=scale.at(end[1]) if end else None,
        thread=_thread(scale, life, day),
        tail=_may_be_renewed(life) and end is not None and end[1].year <= scale.last,
        before=start is not None and start.year < scale.first,
        after=(end[1].year if end else start.year if start else scale.first) > scale.last,
    )


def _thread(scale: Scale, life: Life, day: datetime.date) -> tuple[float, float] | None:
    """What nobody states: from the start of what is signed to the day; all along where the start is unknown too."""
    if life.starts:
        unknown = life.status == END_NOT_KNOWN and life.ends is None
        return (scale.at(life.starts), scale.at(day)) if unknown else None
    if life.ends:
        return (0.0, scale.at(life.ends[1]))
    return (0.0, 100.0 if life.status == NO_RECORD else scale.at(day))


def _may_be_renewed(life: Life) -> bool:
    return life.renewal in ("possible", "tacit") and life.status not in (CONCLUDED, NO_RECORD)


def key(context: Context, axis: Axis, bars: Iterable[Bar]) -> tuple[Key, ...]:
    """What the marks that are drawn mean, and the day."""
    drawn = {mark for one in bars for mark in _marks(one)}
    entries = tuple(Key(mark, context.words.text(label)) for mark, label in _LABELS.items() if mark in drawn)
    return (*entries, Key("day", context.words.text("today"))) if axis.day is not None else entries


def _marks(one: Bar) -> Iterable[str]:
    if one.start is not None and one.end is not None:
        yield one.state
    if one.thread:
        yield "undated" if one.start is None else "thread"
    if one.state == "plan" and one.start is not None:
        yield "plan"
    if one.origin == "ring":
        yield "ring"
    if one.tail or one.sure != one.end:
        yield "maybe"
    if one.before or one.after:
        yield "beyond"


def finding(context: Context, lives: Iterable[Life]) -> str:
    """Of how many signed agreements we have not found how long they last, and for how many a source was not read whole.

    Nothing where it is known of all.
    """
    signed = [life for life in lives if life.stage == "signed"]
    silent = [life for life in signed if not life.lasts]
    if not silent:
        return ""
    count, number = context.words.count, context.words.number
    if len(silent) == len(signed):
        found = count(
            "We have not found the duration of the only signed agreement",
            "We have not found the duration of any of the {number} signed agreements",
            len(signed),
        )
    else:
        found = count(
            "For {number} of the {signed} signed agreements we have not found the duration",
            "For {number} of the {signed} signed agreements we have not found the duration",
            len(silent),
            signed=number(len(signed)),
        )
    partly = sum(life.read_in_part for life in silent)
    if not partly:
        return f"{found}."
    if partly == len(silent):
        every = count(
            "at least one of its sources was read only in part",
            "for each of them at least one source was read only in part",
            partly,
        )
        return f"{found}: {every}."
    some = count(
        "for {number} of them at least one source was read only in part",
        "for {number} of them at least one source was read only in part",
        partly,
    )
    return f"{found}; {some}."
