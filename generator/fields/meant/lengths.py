"""Lengths of time as people write them: tre anni, triennale → 3 years."""

import re
import unicodedata
from collections.abc import Mapping

from generator.fields.meant.number_words import number_in_words
from generator.fields.meant.plain_words import SMALL, plain

_FIGURES = r"[0-9]{1,9}"
"""More are no length of time."""
_UNITS: Mapping[str, tuple[int, str]] = {
    name: length
    for names, length in (
        ("giorno giorni gg g day days d tag tage jour jours", (1, "day")),
        ("settimana settimane week weeks woche wochen semaine semaines", (7, "day")),
        ("mese mesi month months monat monate mois", (1, "month")),
        ("trimestre trimestri quarter quarters", (3, "month")),
        ("semestre semestri semester semesters", (6, "month")),
        ("quadrimestre quadrimestri", (4, "month")),
        ("anno anni year years yr yrs y jahr jahre an ans annee annees", (1, "year")),
        ("biennio bienni", (2, "year")),
        ("triennio trienni", (3, "year")),
        ("quadriennio", (4, "year")),
        ("quinquennio lustro lustri", (5, "year")),
        ("decennio decenni", (10, "year")),
    )
    for name in names.split()
}
_ADJECTIVES: Mapping[str, tuple[int, str]] = {
    "mensile": (1, "month"),
    "trimestrale": (3, "month"),
    "semestrale": (6, "month"),
    "annuale": (1, "year"),
    "biennale": (2, "year"),
    "triennale": (3, "year"),
    "quadriennale": (4, "year"),
    "quinquennale": (5, "year"),
    "decennale": (10, "year"),
    "annual": (1, "year"),
}


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


_NUMBERS: Mapping[str, int] = {_without_accents(name): number for name, number in SMALL.items()}
_NUMBER = rf"{_FIGURES}|[a-z]{{2,40}}(?:-[a-z]{{3,5}})?|a"
_UNIT = "|".join(_UNITS)
_ONE = re.compile(rf"(?P<number>{_NUMBER}) (?P<unit>{_UNIT})\.?|(?P<before>{_UNIT})\.?(?: (?P<after>{_NUMBER}))?")
"""A number and its unit, in either order; a unit alone that is several, such as un triennio without its article."""
_HALF = re.compile(rf"({_FIGURES})[.,]5 (\w+)")
_AND_A_HALF = re.compile(
    rf"(?:(?P<number>{_NUMBER}) (?P<unit>{_UNIT}) (?:e|et) (?:mezzo|mezza|demie?)"
    rf"|(?P<english>{_NUMBER}) and a half (?P<years>{_UNIT})"
    rf"|(?P<german>zwei|drei|vier|funf|sechs)einhalb (?P<jahre>{_UNIT})"
    rf"|(?P<anni>{_UNIT}) (?P<written>{_NUMBER}) e (?:mezzo|mezza)"
    rf"|(?:mezzo|half a|un demi|ein halbes) (?P<only>{_UNIT}))"
)
"""A number of years and half of one, or half of one alone, with its words in the order of each language."""
_AND = re.compile(rf",? (?:e|and|et|und) |, | (?=(?:{_NUMBER}) (?:{_UNIT})\b)")
_IN_WORDS_TOO = re.compile(rf"\b({_NUMBER}) ?\(({_NUMBER})\)")
_IN_WORDS_AFTER = re.compile(rf"\b({_NUMBER}) ({_UNIT}) ?\(({_NUMBER})\)")
_OTHERWISE = re.compile(r"([^()]+?) ?\(([^()]+)\)")


def meant_duration(written: str) -> str:
    """The length of time that a text tells, in the unit it uses; "" where it tells none, or anything more."""
    text = re.sub(r"^(?:per |for |durata )+", "", _without_accents(plain(written))).rstrip(".")
    text = re.sub(r"(?<=[0-9])-?(?=[a-z])", " ", text)
    text = _IN_WORDS_AFTER.sub(_once, _IN_WORDS_TOO.sub(_once, text))
    if twice := _OTHERWISE.fullmatch(text):
        length, other = map(_length, twice.groups())
        return _duration(*length) if length and other and _in_months(*length) == _in_months(*other) else ""
    length = _length(text)
    return _duration(*length) if length else ""


def _once(match: re.Match[str]) -> str:
    """A number in figures and in words is one, where they agree."""
    written, *unit, again = match.groups()
    return " ".join((written, *unit)) if _number(written) and _number(written) == _number(again) else match[0]


def _length(text: str) -> tuple[int, str] | None:
    """So many days, months or years: of a text that tells nothing else."""
    if half := _AND_A_HALF.fullmatch(text):
        written = half["number"] or half["english"] or half["german"] or half["written"]
        number = _number(written) if written else 0
        one, unit = _UNITS[half["unit"] or half["years"] or half["jahre"] or half["anni"] or half["only"]]
        return ((2 * number + 1) * 6 * one, "month") if unit == "year" and (number or not written) else None
    match [_of_one(part) for part in _AND.split(text)]:
        case [length]:
            return length
        case [(years, "year"), (months, "month")]:
            return 12 * years + months, "month"
        case _:
            return None


def _of_one(text: str) -> tuple[int, str] | None:
    """The length of one number and its unit."""
    if text in _ADJECTIVES:
        return _ADJECTIVES[text]
    if half := _HALF.fullmatch(text):
        one, unit = _UNITS.get(half[2], (0, ""))
        return ((2 * int(half[1]) + 1) * 6 * one, "month") if unit == "year" else None
    if not (match := _ONE.fullmatch(text)):
        return None
    one, unit = _UNITS[match["unit"] or match["before"]]
    number = _number(match["number"] or match["after"] or ("1" if one > 1 else "0"))
    return (number * one, unit) if number else None


def _number(written: str) -> int:
    """The number in figures or in words; 0 of other words."""
    if written.isdigit():
        return int(written)
    return _NUMBERS.get(written) or number_in_words(written)


def _in_months(number: int, unit: str) -> tuple[int, str]:
    return (12 * number, "month") if unit == "year" else (number, unit)


def _duration(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' if number > 1 else ''}"
