"""Lengths of time as people write them: tre anni, triennale → 3 years."""

import re
import unicodedata
from collections.abc import Mapping

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
        ("anno anni year years yr yrs y jahr jahre an ans annee annees", (1, "year")),
        ("biennio bienni", (2, "year")),
        ("triennio trienni", (3, "year")),
        ("quadriennio", (4, "year")),
        ("quinquennio", (5, "year")),
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


def meant_duration(written: str) -> str:
    """The length of time that a text tells, in the unit it uses; "" where it tells none."""
    text = re.sub(r"^(?:per |for |circa |durata )+", "", plain(written)).rstrip(".")
    if text in _ADJECTIVES:
        return _duration(*_ADJECTIVES[text])
    if decimal := re.fullmatch(rf"({_FIGURES})[.,]5 (\w+)", text):
        number, (one, unit) = int(decimal[1]), _UNITS.get(decimal[2], (0, ""))
        return _duration((2 * number + 1) * 6 * one, "month") if unit == "year" else ""
    pairs = _pairs(text)
    if not pairs or re.search(r"[0-9][.,][0-9]", text):
        return ""
    lengths = [(number * _UNITS[unit][0], _UNITS[unit][1]) for number, unit in pairs]
    units = {unit for _, unit in lengths}
    if len(units) == 1:
        return _duration(sum(number for number, _ in lengths), units.pop())
    if units == {"year", "month"}:
        return _duration(sum(number * (12 if unit == "year" else 1) for number, unit in lengths), "month")
    return ""


def _pairs(text: str) -> list[tuple[int, str]]:
    """Each number with its unit, in words or figures, in either order; none where a word is neither."""
    pairs: list[tuple[int, str]] = []
    number, before = 0, ""
    for word in re.findall(r"[0-9]+|[^\W\d_]+", text):
        unit = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
        if word in SMALL or re.fullmatch(_FIGURES, word):
            number = SMALL[word] if word in SMALL else int(word)
            if before:
                pairs.append((number, before))
                number, before = 0, ""
        elif unit in _UNITS and number:
            pairs.append((number, unit))
            number = 0
        elif unit in _UNITS and not pairs and not before:
            before = unit
        elif word not in ("e", "and", "et", "und"):
            return []
    if before and _UNITS[before][0] > 1:
        pairs.append((1, before))
        before = ""
    return [] if before or (number and not pairs) else pairs


def _duration(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' if number > 1 else ''}"
