"""Files for other programs: data, tables, spreadsheets, calendars."""

from collections.abc import Mapping
from typing import Literal

from generator.frozen import dataclass


@dataclass(frozen=True)
class Data:
    """A JSON file: plain dictionaries, lists, texts, numbers, in the order given."""

    path: str
    value: Mapping[str, object]
    compact: bool = False
    """Whether it is for our own scripts, and on one line."""


@dataclass(frozen=True)
class CsvTable:
    """A CSV file: a head, and rows that are as wide."""

    path: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a spreadsheet: a name, a head, what the cells of each column are, and rows that are as wide."""

    name: str
    head: tuple[str, ...]
    holds: tuple[Literal["text", "number", "date", "date-time", "yes-no"], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Workbook:
    """A spreadsheet (XLSX): its first sheet is shown when it is opened."""

    path: str
    title: str
    made_on: str
    """The day that it says it was made, as in "2026-11-22"; "" for none."""
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class CalendarDay:
    """What a calendar has: a whole day, or what begins at an hour, and what it is about."""

    identifier: str
    stamp: str
    """The day from which it is told so, as in "20261122"."""
    day: str
    title: str
    text: str
    href: str
    starts: str = ""
    """The hour of its zone at which it begins, as in "20261205T210000"; a whole day has none."""
    zone: str = ""
    """That of the hour: one that the file describes (`ZONE`), or "" for universal time."""
    until: str = ""
    """The hour at which it ends, in the same zone, or the first day on which a whole day is over."""
    place: str = ""
    status: str = ""
    """What RFC 5545 calls its state, where that is not the ordinary one: "CANCELLED"."""


ZONE = "Europe/Rome"
"""The time zone that calendars describe; an hour of another stands in universal time."""


@dataclass(frozen=True)
class Calendar:
    """An iCalendar file (RFC 5545)."""

    path: str
    language: str
    title: str
    days: tuple[CalendarDay, ...]
