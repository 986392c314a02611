"""A half-year: the period of which offices freeze a register."""

import datetime
import re
from typing import NamedTuple, Self

_WRITTEN = re.compile(r"([12][0-9]{3})-h([12])", re.IGNORECASE)
_MIDDLE = 7
"""The month with which the second half begins."""


class HalfYear(NamedTuple):
    """The first or second half of a year."""

    year: int
    half: int

    def __str__(self) -> str:
        """As it is written: "2026-h1"."""
        return f"{self.year}-h{self.half}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """What is written as such, or None."""
        found = _WRITTEN.fullmatch(text)
        return cls(int(found[1]), int(found[2])) if found else None

    @classmethod
    def ended_before(cls, day: datetime.date) -> Self:
        """The last one that is over on a day."""
        return cls(day.year, 1) if day.month >= _MIDDLE else cls(day.year - 1, 2)

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, 1 if self.half == 1 else _MIDDLE, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.year, 6, 30) if self.half == 1 else datetime.date(self.year, 12, 31)
