"""The values that facts are made of, as they are once read."""

import calendar
import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

K_co = TypeVar("K_co", covariant=True)


@dataclass(frozen=True, order=True)
class Day:
    """A date as far as it is known: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> datetime.date:
        """The earliest day it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The latest day it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@dataclass(frozen=True)
class Moment:
    """A day, and its hour in a time zone where that is known."""

    day: Day
    time: datetime.time | None = None
    zone: str = ""
    """By its name in the database of time zones: "Europe/Rome"; "" without an hour."""
    zone_is_written: bool = field(default=False, compare=False)
    """Whether it names its zone, and does not leave it to the site."""
    day_there: Day | None = field(default=None, compare=False)
    """Where an hour is known, the day that it belongs to in its zone: an end at midnight, to the day before."""
    day_here: Day | None = field(default=None, compare=False)
    """The same where the site is."""

    @property
    def instant(self) -> datetime.datetime | None:
        """The moment in universal time; None where no hour is known."""
        return self._local.astimezone(datetime.UTC) if self.time else None

    def __str__(self) -> str:
        return self._local.isoformat(timespec="minutes") if self.time else str(self.day)

    @property
    def _local(self) -> datetime.datetime:
        return datetime.datetime.combine(self.day.first, self.time or datetime.time(), ZoneInfo(self.zone))


@dataclass(frozen=True)
class Duration:
    """A length of time in the unit the source uses: "day", "month" or "year"."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'s' if self.number > 1 else ''}"


@dataclass(frozen=True)
class Quantity:
    """A number with its qualifier; `code` is a unit such as EUR.

    Qualifiers: "" exactly, "~" about, "<" below, "~<" almost, ">" over.
    """

    number: Decimal
    qualifier: str = ""
    code: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.qualifier, str(self.number), self.code) if part)


@dataclass(frozen=True, order=True)
class Ref(Generic[K_co]):
    """The name of a record of kind `K_co`: its folder and its id."""

    folder: str
    id: str

    def __str__(self) -> str:
        return f"{self.folder}/{self.id}"


AnyRef = Ref[object]
"""The name of a record of whatever kind."""


@dataclass(frozen=True, order=True)
class Term:
    """The name of an entry of a vocabulary."""

    vocabulary: str
    id: str

    def __str__(self) -> str:
        return self.id
