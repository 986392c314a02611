"""Dates with their prepositions, which Italian bends to what follows: "dal 26 marzo", "dall’8", "da marzo", "dal 2025"."""

from generator.content.values import Day
from generator.words import N_

_VOWEL_DAYS = (8, 11)
"""The days of the month whose Italian names begin with a vowel."""

_PHRASES = {
    "on": (N_("on {day}"), N_("on {vowel_day}"), N_("in {month}"), N_("in {year}")),
    "of": (N_("of {day}"), N_("of {vowel_day}"), N_("of {month}"), N_("of {year}")),
    "as of": (N_("as of {day}"), N_("as of {vowel_day}"), N_("as of {month}"), N_("as of {year}")),
    "since": (N_("since {day}"), N_("since {vowel_day}"), N_("since {month}"), N_("since {year}")),
    "until": (N_("until {day}"), N_("until {vowel_day}"), N_("until {month}"), N_("until {year}")),
    "for": (N_("for {day}"), N_("for {vowel_day}"), N_("for {month}"), N_("for {year}")),
    "and": (N_("and {day}"), N_("and {vowel_day}"), N_("and {month}"), N_("and {year}")),
    "between": (N_("between {day}"), N_("between {vowel_day}"), N_("between {month}"), N_("between {year}")),
}
"""Each preposition before a day, the 8th or 11th, a month, a year."""
_GAPS = ("day", "vowel_day", "month", "year")


def date_phrase(preposition: str, day: Day) -> tuple[str, str]:
    """The message for a date after a preposition, and the name of its gap."""
    form = 3 if day.month is None else 2 if day.day is None else 1 if day.day in _VOWEL_DAYS else 0
    return _PHRASES[preposition][form], _GAPS[form]
