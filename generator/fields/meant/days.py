"""Days and hours as people write them: 26 marzo 2025, 26/03/2025 → 2025-03-26."""

import datetime
import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from generator.fields.meant.number_words import number_in_words
from generator.fields.meant.plain_words import plain
from generator.words import languages

_BETWEEN = {"di", "de", "del", "of", "the", "anno", "year"}
_FIGURES = re.compile(r"[0-9]{1,8}")
_FIRST = {"primo", "first", "premier", "1er", "erster", "ersten"}
_WHICH = r"(?:primo|secondo|terzo|quarto|prima|seconda|first|second|third|fourth|i{1,3}|iv|[1-4](?:º|°|ª|st|nd|rd|th)?)"
_SPAN = r"(?:semestre|trimestre|quadrimestre|bimestre|metà|half|semester|quarter|halbjahr|quartal)"
_ROUGHLY = re.compile(
    rf"(?:(?:il|nel|nella|in|the|a|verso) |all'|l')?"
    rf"(?:{_WHICH} {_SPAN}|{_SPAN} {_WHICH}|[hqst][1-4]|inizio|inizi|fine|metà|primi mesi|ultimi mesi"
    r"|primavera|estate|autunno|inverno|spring|summer|autumn|winter|early|late|mid|beginning|end"
    r"|circa|ca\.?|about|around|intorno a|verso|um)(?:[ -](?:del|dell'|di|de|of|the|il|in))*[ -]?(?=\S)"
    r"|(?<=\S),? (?:circa|ca\.?)$"
)
"""A part of a year or of a month, or what makes it less sure."""
_CENTURIES = (("20", re.compile("[0-4][0-9]")), ("19", re.compile("[7-9][0-9]")))
"""Of which century years of two digits are; those of the fifties and sixties may be of either."""
_HOUR = re.compile(
    r"(?:(?:,|(?<=[0-9])t|\b(?:alle|dalle|ore|at|from|um|ab|à|dès|h\.?))\s*){0,3}(?<![0-9./-])"
    r"(?P<hour>[01]?[0-9]|2[0-3])(?:\s*(?:[:.h]|uhr)\s*(?P<minute>[0-5][0-9])(?::00)?)?"
    r"\s*(?P<half>[ap]\.?m\.?|)(?:uhr|h\.?|heures?|hours?|hrs?)?$"
)


def meant_day(written: str) -> str:
    """The day, the month or the year that a text tells; "" where it tells none."""
    text = re.sub(r"\b([0-9]{1,2})(?:º|°|ª|st|nd|rd|th)(?![a-z])", r"\1", plain(written))
    text = re.sub(r"(?<=[a-zà-ü]) '([0-4][0-9])$", r" 20\1", text)
    text = re.sub(rf"^(?:(?:il|dal|al|del|the|on|from|in|nel) |l'|dell'|{'|'.join(_weekdays())})+[, ]*", "", text)
    words = [word for word in re.split(r"[\s,./_'-]+", text) if word and word not in _BETWEEN]
    named = [word in _months() for word in words]
    numbers = [_months().get(word) or (any(named) and _in_figures(word)) or word for word in words]
    if not 0 < len(numbers) <= 3 or sum(named) > 1 or not all(map(_FIGURES.fullmatch, numbers)):
        return ""
    year, month, day = _ordered(numbers, named)
    year = next((f"{century}{year}" for century, years in _CENTURIES if years.fullmatch(year)), year)
    if len(year) != 4:
        return ""
    parts = [int(part) for part in (year, month, day) if part]
    try:
        _ = datetime.date(*[*parts, 1, 1][:3])
    except ValueError:
        return ""
    return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))


def _in_figures(word: str) -> str:
    """The day or the year that a word beside a month says; "" where it says none."""
    return "1" if word in _FIRST else str(number_in_words(word) or "")


def rough_day(written: str) -> str:
    """The month or the year within which a text tells a part, or about when; "" where it tells none."""
    text, count = _ROUGHLY.subn("", plain(written))
    found = meant_day(text) if count else ""
    return found if len(found) < len("2025-03-26") else ""


def _ordered(numbers: list[str], named: list[bool]) -> tuple[str, str, str]:
    """Year, month and day, as Europe writes them; the year first, or a month by its name, say so themselves."""
    match len(numbers):
        case 1 if len(numbers[0]) == 8:
            return numbers[0][:4], numbers[0][4:6], numbers[0][6:]
        case 1:
            return numbers[0] if len(numbers[0]) == 4 else "", "", ""
        case 2:
            year, month = sorted(numbers, key=len, reverse=True)
            return (year, month, "") if len(year) == 4 else ("", "", "")
        case _:
            if len(numbers[0]) == 4:
                return numbers[0], numbers[1], numbers[2]
            if named[0]:
                return numbers[2], numbers[0], numbers[1]
            return numbers[2], numbers[1], numbers[0]


@cache
def _months() -> Mapping[str, str]:
    """The number of each month by its names, in every language of the interface."""
    return {
        plain(name).rstrip("."): str(number)
        for language in languages()
        for sort in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(language).months[sort][width].items()
    }


@cache
def _weekdays() -> tuple[str, ...]:
    """The names of the days of the week, the longer ones first."""
    found = {plain(name) for language in languages() for name in Locale.parse(language).days["format"]["wide"].values()}
    return tuple(sorted((re.escape(name) for name in found), key=len, reverse=True))


def meant_moment(written: str) -> str:
    """The day that a text tells, with its hour; "" where it tells none."""
    text = plain(written)
    found = _HOUR.search(text)
    day = meant_day(text[: found.start()].rstrip(" ,-–")) if found else ""
    if found is None or len(day) < 10:  # the last number is one of the day's
        return meant_day(text)
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return f"{day} {hour:02}:{found['minute'] or '00'}"
