"""Days and lengths of time, as exact as they are known."""

import re

from generator.fields.meant.days import meant_day, meant_moment, rough_day
from generator.fields.meant.lengths import meant_duration
from generator.fields.texts import TextType
from generator.fields.types import FieldType, RefusedError, Schema, Speaker, Written, whole
from generator.fields.values import Day, Duration
from generator.view.text import Piece
from generator.words import N_, Words

_DAY = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TO_29, _TO_30, _TO_31 = (f"0[1-9]|[12][0-9]{more}" for more in ("", "|30", "|3[01]"))
_YEAR = "[1-9][0-9]{3}"
_MONTH_DAY = f"02-(?:{_TO_29})|(?:0[469]|11)-(?:{_TO_30})|(?:0[13578]|1[02])-(?:{_TO_31})"
CALENDAR = f"{_YEAR}(?:-(?:0[1-9]|1[0-2]|{_MONTH_DAY}))?"
"""The days there are, but that any year may be a leap year."""
WHOLE_DAY = f"{_YEAR}-(?:{_MONTH_DAY})"
"""The same, known to the day."""
_YEARS = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2}))?")
_TWO_YEARS = re.compile(r"([1-9][0-9]{3})\s*[-–—/]\s*([0-9]{2})?([0-9]{2})")
_MOST = 50
"""So many years may lie between the first and the last: what is more goes backwards, as `2017-14` does."""
_DURATION = re.compile(r"([1-9][0-9]{0,2}) (day|month|year)s?")


class DayType(FieldType[Day]):
    """`2019`, `2026-03` or `2025-03-26`."""

    expected = N_("a date")
    help = N_("Year, month and day as far as they are known: 2025-03-26, 2025-03 or 2025.")
    example = "2025-03-26"
    widget = "datetime"
    cell_type = "date"

    def read(self, written: Written) -> Day:
        text = self.text(written)
        if not (match := _DAY.fullmatch(text)):
            raise RefusedError("bad-date", text)
        parts = [int(part) for part in match.groups() if part]
        day = Day(*parts)
        try:
            if 0 in parts:
                raise ValueError
            _ = day.first, day.last
        except ValueError:
            raise RefusedError("bad-date", text) from None
        return day

    def meant(self, written: str) -> tuple[str, ...]:
        """A part of a year or a month is told by that, an hour by its day: whether it is, a person says."""
        found = meant_day(written) or rough_day(written) or meant_moment(written)[: len(self.example)]
        return (found,) if found and _DAY.fullmatch(found) else ()

    def mend(self, written: str) -> str:
        return super().mend(written) if meant_day(written) else ""

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(CALENDAR), "minimum": 1000, "maximum": 9999}

    def say(self, value: Day, speaker: Speaker) -> Piece:
        return speaker.day(value)


class DurationType(FieldType[Duration]):
    """`3 years`, `18 months`, `90 days`."""

    expected = N_("a duration")
    help = N_("A number and days, months or years: 3 years, 18 months.")
    example = "3 years"
    longest = 99
    """So many years anyone may agree for; more is a slip of the pen, or wants its reason."""

    def read(self, written: Written) -> Duration:
        text = self.text(written)
        if not (match := _DURATION.fullmatch(text)):
            raise RefusedError("bad-duration", text)
        return Duration(int(match[1]), match[2])

    def meant(self, written: str) -> tuple[str, ...]:
        found = meant_duration(written)
        return (found,) if _DURATION.fullmatch(found) else ()

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole(_DURATION.pattern)}

    def say(self, value: Duration, speaker: Speaker) -> Piece:
        return Piece(speaker.duration(value))


class YearsType(TextType):
    """`2017`, or the first and the last of several: `2012-13`."""

    expected = N_("a year, or the first and the last of several")
    example = "2017"

    def read(self, written: Written) -> str:
        text = self.text(written)
        match = _YEARS.fullmatch(text)
        if not match or (match[2] and not 0 < _between(match[1], match[2]) <= _MOST):
            raise RefusedError("bad-years", text)
        return text

    def ends(self, value: str) -> tuple[Day, Day]:
        """The first and the last year of a value."""
        first = int(value[:4])
        return Day(first), Day(first + _between(value[:4], value[-2:]))

    def meant(self, written: str) -> tuple[str, ...]:
        """Years that are written out, or parted otherwise."""
        if not (match := _TWO_YEARS.fullmatch(written.strip())):
            return ()
        between = _between(match[1], match[3])
        is_last = not match[2] or int(f"{match[2]}{match[3]}") == int(match[1]) + between
        return (f"{match[1]}-{match[3]}",) if is_last and 0 < between <= _MOST else ()

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(_YEARS.pattern), "minimum": 1000, "maximum": 9999}


def _between(first: str, last: str) -> int:
    """How many years after a year one comes of which the last two digits are written: after 1999, 00 is the next."""
    return (int(last) - int(first)) % 100


DAY = DayType()
YEARS = YearsType("2017")
DURATION = DurationType()
