"""Where a record stands in its life on a given day."""

import calendar
import datetime
from dataclasses import dataclass

from generator.fields.values import Day, Duration, Moment
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind, Period

EXPIRING_DAYS = 365


@dataclass(frozen=True)
class End:
    """The last day of validity, as far as it is known: somewhere from `first` to `last`, both included.

    `estimated`: counted from the signature, because no source states the start of effect.
    """

    first: datetime.date
    last: datetime.date
    estimated: bool

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def day(self) -> Day | None:
        """The end as a day, a month or a year; None where it lies between two other days."""
        last = Day(self.last.year, self.last.month, self.last.day)
        candidates = (last, Day(last.year, last.month), Day(last.year))
        return next((day for day in candidates if (day.first, day.last) == (self.first, self.last)), None)


@dataclass(frozen=True)
class Status:
    """The status of a record on a day; `days_left` counts to its last day, and is 0 on it."""

    name: str = ""
    end: End | None = None
    days_left: int | None = None
    days_to_start: int | None = None
    """Counted instead to the first day, where what is to come begins on one that is known."""


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


def start_of(agreement: Agreement) -> Day | None:
    """When it takes effect, or else when it was signed."""
    return agreement.effective_on or agreement.signed_on


def end_of(agreement: Agreement) -> End | None:
    """Its last day: the one a source states, or start and duration."""
    if agreement.until:
        return End(agreement.until.first, agreement.until.last, estimated=False)
    start = start_of(agreement)
    if start is None or agreement.duration is None:
        return None
    first, last = add(start.first, agreement.duration), add(start.last, agreement.duration)
    return End(first, last, estimated=agreement.effective_on is None)


def has_begun(agreement: Agreement, day: datetime.date) -> bool:
    """Whether it is signed and surely in effect since `day` or before."""
    start = start_of(agreement)
    return agreement.stage == "signed" and start is not None and start.last <= day


def agreement_status(agreement: Agreement, day: datetime.date, *, renewed: bool) -> Status:
    """The status on `day`; a partial date that straddles the day leaves it undeterminable."""
    end = end_of(agreement)
    if agreement.stage != "signed":
        return Status("not-signed", end)
    if agreement.ended_on and agreement.ended_on.first <= day:
        return Status("ended" if agreement.ended_on.last <= day else "undeterminable", end)
    if renewed:
        return Status("renewed", end)
    start = start_of(agreement)
    if start and start.last > day:
        return Status("upcoming" if start.first > day else "undeterminable", end)
    if end is None:
        return Status("undeterminable")
    if end.last < day:
        return Status("expired", end)
    if end.first < day:
        return Status("undeterminable", end)
    left = (end.last - day).days
    return Status("expiring" if left <= EXPIRING_DAYS else "in-force", end, left)


def period_status(facts: Kind, period: Period, day: datetime.date) -> Status:
    """The status on `day` of what holds from a beginning through its last day; partial dates may leave it open."""
    start, end = day_of(facts.held(period.start)), day_of(facts.held(period.end))
    last = end or (start if period.or_start else None)
    if last is None:
        return Status("undeterminable")
    until, left = End(last.first, last.last, estimated=False), (last.last - day).days
    if last.last < day:
        return Status(period.after, until)
    if last.first < day or (start and start.first <= day < start.last):
        return Status("undeterminable", until)
    if start and start.first > day:
        return Status(period.before, until, days_to_start=(start.last - day).days)
    if period.near and left <= period.near[1]:
        return Status(period.near[0], until, left)
    return Status(period.during, until, left)


def day_of(value: object) -> Day | None:
    """The day of a date or of a moment."""
    value = value.day if isinstance(value, Moment) else value
    return value if isinstance(value, Day) else None
