"""Numbers with their qualifier and their unit."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.fields.meant.numbers import meant_quantity, told_number
from generator.fields.meant.units import follows_a_unit, meant_in, said_unit
from generator.fields.types import FieldType, RefusedError, Schema, Site, Speaker, Written, whole
from generator.fields.values import Quantity
from generator.view.text import Piece
from generator.words import N_, Phrase, Words

_QUALIFIER = r"(~<|~|<|>)? ?"
_AMBIGUOUS = r"[1-9][0-9]{0,2}\.[0-9]{3}"
"""What an Italian writes for thousands, and this file for a number with three decimals."""
_NUMBER = rf"(?!{_AMBIGUOUS}(?![0-9]))[0-9]{{1,15}}(?:\.[0-9]{{1,6}})?"
_CODE = "[A-Z]{2,12}"
_SUM = r"[0-9]{1,15}(?:\.[0-9]{1,2})?"
CURRENCIES = tuple("AUD BRL CAD CHF CNY DKK EUR GBP INR JPY NOK PLN SEK USD".split())
"""The codes of currencies, of whose sums the hundredth is the least."""
_OF_MONEY = rf"(?:{'|'.join(CURRENCIES)})"
_PATTERN = rf"{_QUALIFIER}(?:({_SUM}) ({_OF_MONEY})|({_NUMBER})(?: (?!{_OF_MONEY}(?![A-Z]))({_CODE}))?)"
_MONEY = rf"{_QUALIFIER}({_SUM}) ({_OF_MONEY})"
_COUNT = rf"{_QUALIFIER}([0-9]{{1,15}})"
_LOOKS_AMBIGUOUS = re.compile(rf"{_QUALIFIER}({_AMBIGUOUS})(?: {_CODE})?")


class QuantityType(FieldType[Quantity]):
    """`34`, `~< 200`, `~ 2500000 EUR`, `> 250`. A number with one dot and three digits after it is refused: whoever
    reads takes `500.000` for thousands, a program for a half. A sum of money has at most two decimals.
    """

    expected = N_("a quantity")
    help = N_("A number without separators, before it ~ (about), ~< (almost), < or >, after it a unit such as EUR.")
    example = "~< 200"
    columns = ("", ".qualifier", ".unit")
    cell_type = "number"
    pattern = re.compile(_PATTERN)
    form = N_("a number with a decimal point and no other separator; if it has a unit, after it a code such as EUR")

    def read(self, written: Written) -> Quantity:
        text = self.text(written)
        if match := self.pattern.fullmatch(text):
            qualifier, number, code = self._parts(match)
            return Quantity(Decimal(number), qualifier or "", code or "")
        if ambiguous := _LOOKS_AMBIGUOUS.fullmatch(text):
            thousands, _, decimals = ambiguous[2].partition(".")
            two = {"whole": thousands + decimals, "decimal": f"{thousands}.{decimals.rstrip('0') or '0'}"}
            raise RefusedError("ambiguous-number", text, **two)
        raise RefusedError("bad-quantity", text, form=Phrase(self.form), example=self._shown())

    def meant(self, written: str) -> tuple[str, ...]:
        found = meant_quantity(written)
        return (found,) if found and self.pattern.fullmatch(found) else ()

    def mend(self, written: str) -> str:
        return "" if _LOOKS_AMBIGUOUS.fullmatch(written.strip()) else super().mend(written)

    def cells(self, value: Quantity, site: Site) -> tuple[str, ...]:
        return str(value.number), value.qualifier, value.code

    def of_cells(self, cells: Mapping[str, str], site: Site) -> Written:
        if not (number := cells.get("")):
            return ""
        return " ".join(filter(None, (cells.get(".qualifier"), number, cells.get(".unit"))))

    def schema(self, words: Words) -> Schema:
        pattern = whole(self.pattern.pattern)
        return {"type": ["string", "number"], "pattern": pattern, "minimum": 0, "exclusiveMaximum": 10**15}

    def say(self, value: Quantity, speaker: Speaker) -> Piece:
        return Piece(speaker.quantity(value))

    def _parts(self, match: re.Match[str]) -> tuple[str, str, str]:
        """The qualifier, the number and the code."""
        return match[1], match[2] or match[4], match[3] or match[5]

    def _shown(self) -> Written:
        return f'"{self.example}"'


class CountType(QuantityType):
    """How many there are: whole, and without a unit."""

    pattern = re.compile(_COUNT)
    form = N_("a whole number without separators or unit")

    def schema(self, words: Words) -> Schema:
        return {**super().schema(words), "type": ["string", "integer"]}

    def _parts(self, match: re.Match[str]) -> tuple[str, str, str]:
        return match[1], match[2], ""


class MoneyType(QuantityType):
    """A sum of money: its currency is never missing."""

    example = "~ 250000 EUR"
    pattern = re.compile(_MONEY)
    form = N_("a number with a decimal point, at most two decimals and no other separator; after it the currency")

    def meant(self, written: str) -> tuple[str, ...]:
        return super().meant(written) or super().meant(f"{written} EUR")

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole(self.pattern.pattern)}

    def _parts(self, match: re.Match[str]) -> tuple[str, str, str]:
        return match[1], match[2], match[3]


class QuantityInUnit(QuantityType):
    """A figure before the words of its record’s unit: where these say the unit themselves, it says none, nor the size
    that they say; where they say of what, it has none but a sum or a share of it, as “12%” has before “of families”.
    """

    def __init__(self, unit: str, language: str) -> None:
        self._unit, self._said = unit, said_unit(unit)
        self._can_follow = self._said is None and follows_a_unit(unit, language)

    def read(self, written: Written) -> Quantity:
        text = self.text(written)
        told = None if self._can_follow else told_number(text)
        if told and told.code and (self.pattern.fullmatch(text) or not self.meant(text)):
            raise RefusedError("two-units", text, unit=self._unit)
        return super().read(text)

    def meant(self, written: str) -> tuple[str, ...]:
        if self._said is not None:
            found = meant_in(written, self._said)
            return (found,) if found and self.pattern.fullmatch(found) else ()
        return tuple(one for one in super().meant(written) if self._can_follow or one[-1:].isdigit())


def in_unit(is_a: FieldType[Any], said: Written, language: str) -> FieldType[Any]:
    """A type of figures that keeps to what a record says its unit is, in a language or in several; else the type."""
    texts = {language: said} if isinstance(said, str) else said if isinstance(said, dict) else {}
    first = language if language in texts else next(iter(texts), "")
    return QuantityInUnit(texts[first], first) if isinstance(texts.get(first), str) else is_a


QUANTITY = QuantityType()
COUNT = CountType()
MONEY = MoneyType()
