"""Calendars → iCalendar (RFC 5545): whole days and hours, in lines of no more than 75 bytes.

A time zone is described by the two rules that have held since 1996, and hold on.
"""

import re
from collections.abc import Iterator

from generator.view.data_files import ZONE, Calendar, CalendarDay

_LINE = 75
_ZONE = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE""".splitlines()


def icalendar(view: Calendar) -> bytes:
    """Write the days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vetrina//Vetrina//EN", f"X-WR-CALNAME:{_text(view.title)}"]
    lines += _ZONE if any(day.zone for day in view.days) else []
    lines += [line for day in view.days for line in _event(day)]
    return b"".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(one: CalendarDay) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.identifier}"
    yield f"DTSTAMP:{one.stamp}T000000Z"
    yield f"DTSTART{_at(one, one.starts or one.day)}"
    if one.until:
        yield f"DTEND{_at(one, one.until)}"
    yield f"SUMMARY:{_text(one.title)}"
    yield f"DESCRIPTION:{_text(one.text)}"
    if one.place:
        yield f"LOCATION:{_text(one.place)}"
    yield f"URL:{one.href}"
    if one.status:  # a later version of what programs may hold already
        yield from (f"STATUS:{one.status}", "SEQUENCE:1", f"LAST-MODIFIED:{one.stamp}T000000Z")
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _at(one: CalendarDay, when: str) -> str:
    """A day or an hour as a value, with what says which."""
    if not one.starts:
        return f";VALUE=DATE:{when}"
    return f";TZID={one.zone}:{when}" if one.zone else f":{when}Z"


def _text(text: str) -> str:
    """A text as a value: one line, its own commas, semicolons and backslashes marked."""
    return re.sub(r"([\\,;])", r"\\\1", " ".join(text.split()))


def _folded(line: str) -> bytes:
    """A line, cut where it is too long and never within a letter; what goes on begins with a space."""
    cut, left, room = list[bytes](), line.encode(), _LINE
    while len(left) > room:
        at = next(place for place in range(room, 0, -1) if left[place] & 0xC0 != 0x80)  # where a letter begins
        cut.append(left[:at])
        left, room = left[at:], _LINE - 1
    return b"\r\n ".join((*cut, left)) + b"\r\n"
