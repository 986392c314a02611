"""Phrases that languages bend to what follows: "dal 26 marzo", "dall’8", "a marzo", "ad aprile"; "il 17%", "l’80%"."""

from decimal import Decimal
from typing import NamedTuple

from generator.fields.values import Day
from generator.words import N_


class _Vowels(NamedTuple):
    """What begins with a vowel in a language, before which a preposition or an article is another."""

    days: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    percentages: frozenset[int] = frozenset()
    before_zero: bool = False
    """Whether "zero" takes an article of its own."""


_VOWELS = {
    "it": _Vowels(  # "dall’8", "ad aprile", "l’1,5%", "lo 0,8%"
        frozenset((8, 11)), frozenset((4, 8)), frozenset((1, 8, 11, *range(80, 90), *range(800, 900))), before_zero=True
    ),
    "fr": _Vowels(months=frozenset((4, 8, 10))),  # "d’avril", "d’octobre"
}
_NONE = _Vowels()

_PHRASES = {
    "on": (N_("on {day}"), N_("on {vowel_day}"), N_("in {month}"), N_("in {vowel_month}"), N_("in {year}")),
    "or": (N_("or {day}"), N_("or {vowel_day}"), N_("or {month}"), N_("or {vowel_month}"), N_("or {year}")),
    "of": (N_("of {day}"), N_("of {vowel_day}"), N_("of {month}"), N_("of {vowel_month}"), N_("of {year}")),
    "as of": (
        N_("as of {day}"),
        N_("as of {vowel_day}"),
        N_("as of {month}"),
        N_("as of {vowel_month}"),
        N_("as of {year}"),
    ),
    "since": (
        N_("since {day}"),
        N_("since {vowel_day}"),
        N_("since {month}"),
        N_("since {vowel_month}"),
        N_("since {year}"),
    ),
    "from": (
        N_("from {day}"),
        N_("from {vowel_day}"),
        N_("from {month}"),
        N_("from {vowel_month}"),
        N_("from {year}"),
    ),
    "to": (N_("to {day}"), N_("to {vowel_day}"), N_("to {month}"), N_("to {vowel_month}"), N_("to {year}")),
    "until": (
        N_("until {day}"),
        N_("until {vowel_day}"),
        N_("until {month}"),
        N_("until {vowel_month}"),
        N_("until {year}"),
    ),
    "or until": (
        N_("or until {day}"),
        N_("or until {vowel_day}"),
        N_("or until {month}"),
        N_("or until {vowel_month}"),
        N_("or until {year}"),
    ),
    "and": (N_("and {day}"), N_("and {vowel_day}"), N_("and {month}"), N_("and {vowel_month}"), N_("and {year}")),
    "between": (
        N_("between {day}"),
        N_("between {vowel_day}"),
        N_("between {month}"),
        N_("between {vowel_month}"),
        N_("between {year}"),
    ),
}
"""Each preposition before a day, a month and a year, and before days and months that begin with a vowel."""
REPEATED = {"on": "or", "until": "or until"}
"""What goes on after a preposition that Italian says before each of several dates."""
_GAPS = ("day", "vowel_day", "month", "vowel_month", "year")


def date_phrase(preposition: str, day: Day, language: str) -> tuple[str, str]:
    """The message for a date after a preposition, and the name of its gap."""
    vowels = _VOWELS.get(language, _NONE)
    if day.month is None:
        form = 4
    elif day.day is None:
        form = 3 if day.month in vowels.months else 2
    else:
        form = 1 if day.day in vowels.days else 0
    return _PHRASES[preposition][form], _GAPS[form]


AMOUNTS = {
    "about": N_("about {amount}"),
    "below": N_("fewer than {amount}"),
    "almost": N_("almost {amount}"),
    "over": N_("more than {amount}"),
    "at-least": N_("at least {amount}"),
    "at-most": N_("no more than {amount}"),
}
"""What each qualifier says of an amount."""
_LESS = N_("less than {amount}")
_PERCENTAGES = {
    "": (N_("{number}%"), N_("{vowel_number}%"), N_("{zero_number}%")),
    "about": (N_("about {number}%"), N_("about {vowel_number}%"), N_("about {zero_number}%")),
    "below": (N_("less than {number}%"), N_("less than {vowel_number}%"), N_("less than {zero_number}%")),
    "almost": (N_("almost {number}%"), N_("almost {vowel_number}%"), N_("almost {zero_number}%")),
    "over": (N_("more than {number}%"), N_("more than {vowel_number}%"), N_("more than {zero_number}%")),
    "at-least": (N_("at least {number}%"), N_("at least {vowel_number}%"), N_("at least {zero_number}%")),
    "at-most": (N_("no more than {number}%"), N_("no more than {vowel_number}%"), N_("no more than {zero_number}%")),
}
"""What each qualifier says of a percentage, of one whose name begins with a vowel, of one that begins with "zero"."""


def amount_phrase(qualifier: str, code: str) -> str:
    """The message for an amount: what has a unit is less, what is counted one by one is fewer."""
    return _LESS if qualifier == "below" and code else AMOUNTS[qualifier]


def percentage_phrase(qualifier: str, number: Decimal, language: str) -> tuple[str, str]:
    """The message for a percentage, and the name of its gap."""
    vowels, whole = _VOWELS.get(language, _NONE), int(number)
    form = 2 if whole == 0 and vowels.before_zero else int(whole in vowels.percentages)
    return _PERCENTAGES[qualifier][form], ("number", "vowel_number", "zero_number")[form]
