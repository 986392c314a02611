"""Where a record stands in its life on a given day.

What is known of its end comes first (`End`), then where it stands on the day (`Status`); `text/endings.py` says both.
"""

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.fields.values import Day, Duration
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import (
    CONCLUDED,
    END_NOT_KNOWN,
    ENDING,
    IN_FORCE,
    NO_RECORD,
    PERHAPS_ENDING,
    TERM_PASSED,
    UPCOMING,
)
from generator.kinds.base import Dated, Kind, Period
from generator.showcase.placed import Placed, days_here, days_known, is_deduced, known, placed, placed_by

EXPIRING_DAYS = 365


@dataclass(frozen=True)
class End:
    """The last day of validity, as far as it is known: somewhere from `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date
    basis: str
    """The field it is known from: one that states it, or the beginning that a duration is counted from."""
    term: datetime.date | None = None
    """Where it may come later than at first: the last day of the first that it can be, after which nobody knows."""
    extended: bool = False
    """Whether it may come later because it can be extended."""
    deduced: bool = False
    """Whether no source states in full the date it is known from."""
    several: tuple[Day, ...] = ()
    """Where sources do not agree, the days, months or years that it may be, the earliest first."""

    @property
    def counted_from(self) -> Dated | None:
        """The date that it is counted from, such as the signature, because nobody states when it takes effect."""
        return next((one for one in Agreement.dates if one.field == self.basis), None)

    @property
    def estimated(self) -> bool:
        """Whether it is counted from what need not be its beginning."""
        return self.counted_from is not None

    @property
    def is_reported(self) -> bool:
        """Whether a source says that it has come, before its time: so it has, on whichever day of its date that was."""
        return self.basis == "ended_on"

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def in_force_until(self) -> datetime.date:
        """The last day that is in force for certain: what a source says has ended may have on any day of its date."""
        if self.is_reported:
            return self.first if self.exact else self.first - datetime.timedelta(days=1)
        return self.term or self.last

    @property
    def may_hold_until(self) -> datetime.date:
        """The last day that may be in force."""
        return self.in_force_until if self.is_reported else self.last

    def is_past(self, day: datetime.date) -> bool:
        """Whether it has come by a day: its last possible day is over, or a source says that it has ended."""
        return self.may_hold_until < day

    def may_be_past(self, day: datetime.date) -> bool:
        """Whether nobody knows if it has come by a day: the first that it can be is over, the last is not."""
        return self.in_force_until < day <= self.may_hold_until

    @property
    def day(self) -> Day | None:
        """The end as a day, a month or a year; None where it lies between two other days."""
        return _whole(self.first, self.last)


@dataclass(frozen=True)
class Status:
    """The status of a record on a day; `days_left` counts to its last day, and is 0 on it."""

    name: str = ""
    end: End | None = None
    days_left: int | None = None
    days_to_start: int | None = None
    """Counted instead to the first day, where what is to come begins on one that is known."""
    part: str = ""
    """The part of the status that a list may show by itself: what ends within a year, for certain or at the latest."""


def add(day: datetime.date, duration: Duration) -> datetime.date:
    """The same day of the month after `duration`, or the month's last where it has no such day."""
    if duration.unit == "day":
        left = (datetime.date.max - day).days
        return day + datetime.timedelta(days=min(duration.number, left))
    months = duration.number * (12 if duration.unit == "year" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def after(day: Day, duration: Duration) -> tuple[datetime.date, datetime.date]:
    """Between which days a duration ends: what begins in February 2023 ends, a year on, in February 2024."""
    first, last = add(day.first, duration), add(day.last, duration)
    if day.day is None and duration.unit != "day":
        last = Day(last.year, last.month).last
    return first, last


def _whole(first: datetime.date, last: datetime.date) -> Day | None:
    """The day, month or year that begins and ends so."""
    candidates = (Day(last.year, last.month, last.day), Day(last.year, last.month), Day(last.year))
    return next((day for day in candidates if (day.first, day.last) == (first, last)), None)


def start_of(agreement: Agreement) -> Placed | None:
    """When its validity begins: when it takes effect, or else what places it in time."""
    return placed_by(agreement, agreement.effect) or placed(agreement)


def begins_between(agreement: Agreement) -> tuple[datetime.date, datetime.date] | None:
    """Between which days its validity begins; by none for certain before it was announced, where nobody dates the
    signature.
    """
    start = start_of(agreement)
    if start is None:
        return None
    announced = () if known(agreement, "signed_on", Day) else days_known(agreement, "announced_on")
    return start.first, max(day.last for day in (*start.days, *announced))


def end_of(agreement: Agreement) -> End | None:
    """Its last day: the one a source states, or start and duration; with an extension, perhaps as late as that."""
    if ended := known(agreement, "ended_on", Day):
        return _stated(agreement, "ended_on", ended)
    stated, start = known(agreement, "until", Day), start_of(agreement)
    if stated:
        end = _stated(agreement, "until", stated)
    elif start and (durations := known(agreement, "duration", Duration)):
        spans = [after(day, duration) for day in start.days for duration in durations]
        end = _between(spans, start.field, deduced=start.deduced)
    else:
        return None
    if agreement.extension is None:
        return end
    longest = add(end.last, agreement.extension)
    if not end.exact and agreement.extension.unit != "day":
        longest = Day(longest.year, longest.month).last
    return replace(end, last=longest, term=end.term or end.last, extended=True, several=())


def says_how_long(agreement: Agreement) -> bool:
    """Whether anything tells its end or how long it lasts, if only in words or with several answers."""
    told = bool(known(agreement, "duration", Duration) or agreement.duration_note)
    return told or end_of(agreement) is not None


def _stated(facts: Kind, name: str, days: Iterable[Day]) -> End:
    spans = [(day.first, day.last) for day in days]
    return _between(spans, name, deduced=is_deduced(facts, name))


def _between(spans: list[tuple[datetime.date, datetime.date]], basis: str, *, deduced: bool) -> End:
    """An end in one of some spans, from the first of its days to the last."""
    days = [day for span in sorted(set(spans)) if (day := _whole(*span))]
    several = tuple(days) if 1 < len(days) == len(set(spans)) else ()
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    term = min(span[1] for span in spans)
    return End(first, last, basis, term if term < last else None, deduced=deduced, several=several)


def has_begun(agreement: Agreement, day: datetime.date) -> bool:
    """Whether it is signed and nothing says that it begins later; a month or a year has begun on its first day."""
    start = start_of(agreement)
    return agreement.stage == "signed" and not (start and start.first > day)


def lasting_status(facts: Kind, renewals: Iterable[Agreement] = ()) -> Status | None:
    """The status that a record has on every day: nobody is known to have signed it, it is off, or nothing dates it.

    None where it depends on the day, or its kind has no statuses.
    """
    if isinstance(facts, Agreement):
        if facts.stage != "signed":
            return Status(NO_RECORD, end_of(facts))
        is_dated = start_of(facts) or end_of(facts) or any(one.stage == "signed" for one in renewals)
        return None if is_dated else Status(END_NOT_KNOWN)
    period = facts.period
    if period and (dated := facts.dated_status):
        return Status(dated[0])
    if period is None or days_here(facts, period.start) or days_here(facts, period.end):
        return None
    return Status("undeterminable")


def agreement_status(agreement: Agreement, day: datetime.date, renewals: Iterable[Agreement] = ()) -> Status:
    """The status on `day`: it is over when a source says that it has ended or its last possible day is over.

    Between the first end that it can have and the last nobody knows, but on that day it ends at the latest. What
    follows that day is known or not: a renewal is that is signed, even if it begins later.
    """
    signed = [one for one in renewals if one.stage == "signed"]
    if lasting := lasting_status(agreement, signed):
        return lasting
    end = end_of(agreement)
    if any(has_begun(one, day) for one in signed):
        return Status(CONCLUDED, end)
    if not has_begun(agreement, day):
        return Status(UPCOMING, end)
    if end is None:
        return Status(END_NOT_KNOWN, end)
    if end.is_past(day):
        over = end.is_reported or agreement.renewal == "excluded" or signed
        return Status(CONCLUDED if over else TERM_PASSED, end)
    left = (end.last - day).days
    name, part = (END_NOT_KNOWN, PERHAPS_ENDING) if end.may_be_past(day) else (IN_FORCE, ENDING)
    return Status(name, end, left, part=part if left <= EXPIRING_DAYS else "")


class Limits(NamedTuple):
    """What is known of when a period begins and ends, where the site is."""

    start: tuple[datetime.date, datetime.date] | None
    """Between which days it begins, both included."""
    end: tuple[datetime.date, datetime.date] | None
    """Between which it ends."""
    begun: datetime.date | None
    """The first day on which it has begun for certain, if any day through its last possible one is."""


def limits_of(facts: Kind, period: Period) -> Limits:
    """When what has a period begins and ends, in the field or, where that is empty, by all sources that differ on it.

    What takes place has the day of its beginning alone, where no end is known: if that may be several, none is certain.
    """
    starts, ends = days_here(facts, period.start), days_here(facts, period.end)
    start = (starts[0].first, max(day.last for day in starts)) if starts else None
    if not ends and not (period.or_start and starts):
        return Limits(start, None, None)
    days = ends or starts
    end = (days[0].first, max(day.last for day in days))
    return Limits(start, end, start[1] if start and (ends or end[0] == end[1]) else None)


def _end_told(facts: Kind, period: Period) -> End | None:
    """When it ends as it is told: where it takes place."""
    for name in (period.end, period.start) if period.or_start else (period.end,):
        if days := days_known(facts, name):
            return _stated(facts, name, days)
    return None


def period_status(facts: Kind, period: Period, day: datetime.date) -> Status:
    """The status on `day` of what holds from a beginning through the last day that its end can be.

    What is still to begin is so whenever it ends; what may have begun, or may not, is neither before nor during;
    what is called off is so on every day.
    """
    if dated := facts.dated_status:
        return Status(dated[0])
    start, until, begun = limits_of(facts, period)
    end = _end_told(facts, period)
    if start and day < start[0]:
        return Status(period.before, end, days_to_start=(start[1] - day).days)
    if until and until[1] < day:
        return Status(period.after, end)
    left = (until[1] - day).days if until else None
    if begun and begun <= day and left is not None:
        return Status(period.near[0] if period.near and left <= period.near[1] else period.during, end, left)
    if start is None and until is None:
        return Status("undeterminable")
    if period.or_start and start and day <= start[1]:
        return Status(period.unsure, end, days_to_start=(start[1] - day).days)
    return Status(period.unsure, end, left)
