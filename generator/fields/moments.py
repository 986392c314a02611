"""Moments: a day, perhaps with its hour, in a time zone."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from generator.fields.dates import CALENDAR, DAY, WHOLE_DAY
from generator.fields.meant.days import meant_moment, rough_day
from generator.fields.time_zones import zones
from generator.fields.types import FieldType, RefusedError, Schema, Site, Speaker, Written, whole
from generator.fields.values import Day, Moment
from generator.view.text import Piece
from generator.words import N_, Words

_HOUR, _ZONE = "(?:[01][0-9]|2[0-3]):[0-5][0-9]", "UTC|[A-Za-z_]+(?:/[A-Za-z_+-]+)+"
_MOMENT = re.compile(rf"(?:({CALENDAR})|({WHOLE_DAY})[ T]({_HOUR})(?: ({_ZONE}))?)", re.ASCII)
_INSTANT = re.compile(rf"{WHOLE_DAY}T{_HOUR}(?:Z|[+-]{_HOUR})", re.ASCII)
"""A moment as data have it: with its distance from universal time."""
_WHOLE = re.compile(WHOLE_DAY)


class MomentType(FieldType[Moment]):
    """`2027`, `2027-05-12`, `2027-05-12 18:30`, or `2027-05-12 18:30 Europe/Lisbon` where it is not the site's.

    `ends` where something ends then: midnight is the end of the day before.
    """

    expected = N_("a day, perhaps with an hour")
    help = N_(
        "The day as far as it is known, perhaps with its hour: 2027, 2027-05-12 18:30. A time zone follows where it is "
        "not the site’s."
    )
    example = "2027-05-12 18:30"
    widget = "datetime"
    columns = ("", ".zone")
    cell_type = "date-time"

    def __init__(self, *, ends: bool = False) -> None:
        self.ends = ends

    def read(self, written: Written) -> Moment:
        return self.read_for(Site(), written)

    def read_for(self, site: Site, written: Written) -> Moment:
        text = self.text(written)
        if not (match := _MOMENT.fullmatch(text)):
            raise RefusedError("bad-moment", text)
        try:
            day = DAY.read(match[1] or match[2])
        except RefusedError:
            raise RefusedError("bad-moment", text) from None
        if match[3] is None:
            return Moment(day)
        moment = Moment(day, datetime.time.fromisoformat(match[3]), match[4] or site.time_zone, match[4] is not None)
        here = self._day_in(site.time_zone, moment) if moment.zone in zones() and _exists(moment) else None
        if here is None:
            raise RefusedError("bad-moment", text)
        return replace(moment, day_there=self._day_in(moment.zone, moment), day_here=here)

    def _day_in(self, zone: str, moment: Moment) -> Day | None:
        """The day that a moment belongs to in a zone; None where that is before or after all years."""
        local = _local(moment, zone)
        if local is None:
            return None
        last = (local - datetime.timedelta.resolution if self.ends else local).date()
        return Day(last.year, last.month, last.day)

    def meant(self, written: str) -> tuple[str, ...]:
        found = meant_moment(written) or rough_day(written)
        return (found,) if _MOMENT.fullmatch(found) else ()

    def mend(self, written: str) -> str:
        return super().mend(written) if meant_moment(written) else ""

    def write(self, value: Moment) -> Written:
        hour = f" {value.time:%H:%M}" if value.time else ""
        return f"{value.day}{hour}{f' {value.zone}' if value.zone_is_written else ''}"

    def cells(self, value: Moment, site: Site) -> tuple[str, ...]:
        return str(value), value.zone

    def of_cells(self, cells: Mapping[str, str], site: Site) -> Written:
        """An hour with its distance from universal time is told in its zone, where none is given in the site's or
        in universal time; a day that has a zone is its midnight, as spreadsheets have it.
        """
        written, zone = cells.get("", ""), cells.get(".zone", "")
        if _INSTANT.fullmatch(written) and zone in ("", *zones()):
            return _told_in(zone, written, site)
        if not (written and zone):
            return written
        if not _MOMENT.fullmatch(written):
            written = self.mend(written) or written
        hour = " 00:00" if _WHOLE.fullmatch(written) else ""
        return f"{written}{hour}{'' if zone == site.time_zone else f' {zone}'}"

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(_MOMENT.pattern), "minimum": 1000, "maximum": 9999}

    def say(self, value: Moment, speaker: Speaker) -> Piece:
        day = speaker.day(value.day).text
        if value.time is None:
            return Piece(day, datetime=str(value))
        said = speaker.words.text("{day} at {hour}", day=day, hour=speaker.words.hour(value.time))
        place = value.zone.rpartition("/")[2].replace("_", " ")
        return Piece(said if value.zone == speaker.site.time_zone else f"{said} ({place})", datetime=str(value))


def _told_in(zone: str, written: str, site: Site) -> str:
    """How an instant is written: in a zone, or else in the site's where clocks are as it says, or in universal time;
    as it stands where no calendar has it.
    """
    try:
        instant = datetime.datetime.fromisoformat(written)
        here = instant.astimezone(ZoneInfo(site.time_zone))
        zone = zone or (site.time_zone if here.utcoffset() == instant.utcoffset() else "UTC")
        told = instant.astimezone(ZoneInfo(zone)).isoformat(" ", "minutes")[: len("2026-12-05 18:30")]
    except (ValueError, OverflowError):
        return written
    return told if zone == site.time_zone else f"{told} {zone}"


def _exists(moment: Moment) -> bool:
    """Whether clocks show it: not the hour that summer time skips, nor one that is before or after all years."""
    local = _local(moment, moment.zone)
    return local is not None and local.time() == moment.time


def _local(moment: Moment, zone: str) -> datetime.datetime | None:
    """What the clocks of a zone show then; None without an hour, and before and after all years."""
    try:
        return moment.instant and moment.instant.astimezone(ZoneInfo(zone))
    except OverflowError:
        return None


MOMENT, END_MOMENT = MomentType(), MomentType(ends=True)
