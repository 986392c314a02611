"""Time zones, by their names in the database of the system."""

from functools import cache
from zoneinfo import available_timezones

from generator.fields.texts import TextType
from generator.fields.types import RefusedError, Written
from generator.words import N_

ROME = "Europe/Rome"
"""Where a site is whose settings do not say."""


@cache
def zones() -> set[str]:
    """The names of all time zones, which stand in many files."""
    return available_timezones()


class TimeZoneType(TextType):
    """The name of a time zone."""

    help = N_(
        "The time zone by which days begin and hours are told, by its name: Europe/Rome unless another stands here."
    )

    def read(self, written: Written) -> str:
        zone = super().read(written)
        if zone not in zones():
            raise RefusedError("no-time-zone", zone)
        return zone


TIME_ZONE = TimeZoneType("Europe/Lisbon")
