"""Calendars → iCalendar (RFC 5545): whole days, which need no end, in lines of no more than 75 bytes."""

import re
from collections.abc import Iterator

from generator.view.data_files import Calendar, CalendarDay

_LINE = 75


def icalendar(view: Calendar) -> bytes:
    """Write the days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vetrina//Vetrina//EN", f"X-WR-CALNAME:{_text(view.title)}"]
    lines += [line for day in view.days for line in _event(day)]
    return b"".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(one: CalendarDay) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.identifier}"
    yield f"DTSTAMP:{one.stamp}T000000Z"
    yield f"DTSTART;VALUE=DATE:{one.day}"
    yield f"SUMMARY:{_text(one.title)}"
    yield f"DESCRIPTION:{_text(one.text)}"
    yield f"URL:{one.href}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A text as a value: one line, its own commas, semicolons and backslashes marked."""
    return re.sub(r"([\\,;])", r"\\\1", " ".join(text.split()))


def _folded(line: str) -> bytes:
    """A line, cut where it is too long and never within a letter; what goes on begins with a space."""
    written, room = b"", _LINE
    for letter in line:
        encoded = letter.encode()
        if len(encoded) > room:
            written, room = written + b"\r\n ", _LINE - 1
        written, room = written + encoded, room - len(encoded)
    return written + b"\r\n"
