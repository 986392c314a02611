"""Numbers with their qualifier and their unit."""

import re
from decimal import Decimal

from generator.fields.types import FieldType, RefusedError, Schema, Speaker, Written, whole
from generator.fields.values import Quantity
from generator.view.text import Piece
from generator.words import N_, Words

_QUANTITY = re.compile(r"(~<|~|<|>)? ?([0-9]{1,15}(?:\.[0-9]{1,6})?)(?: ([A-Z]{2,12}))?")


class QuantityType(FieldType[Quantity]):
    """`34`, `~< 200`, `~ 2500000 EUR`, `> 250`."""

    expected = N_("a quantity")
    help = N_("A number without separators, before it ~ (about), ~< (almost), < or >, after it a unit such as EUR.")
    example = "~< 200"
    columns = ("", ".qualifier", ".unit")

    def read(self, written: Written) -> Quantity:
        text = self.text(written)
        if not (match := _QUANTITY.fullmatch(text)):
            raise RefusedError("bad-quantity", text)
        return Quantity(Decimal(match[2]), match[1] or "", match[3] or "")

    def cells(self, value: Quantity) -> tuple[str, ...]:
        return str(value.number), value.qualifier, value.code

    def schema(self, words: Words) -> Schema:
        pattern = whole(_QUANTITY.pattern)
        return {"type": ["string", "number"], "pattern": pattern, "minimum": 0, "exclusiveMaximum": 10**15}

    def say(self, value: Quantity, speaker: Speaker) -> Piece:
        return Piece(speaker.quantity(value))

    def _shown(self) -> Written:
        return f'"{self.example}"'


QUANTITY = QuantityType()
