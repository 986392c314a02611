"""Degrees of latitude and longitude, as a source writes them."""

import re

from generator.fields.types import FieldType, RefusedError, Schema, Written, whole
from generator.words import N_, Words

_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,8})?")


class DegreesType(FieldType[str]):
    """Degrees with a decimal point, kept digit by digit: `45.47826`."""

    cell_type = "number"
    expected = N_("degrees with a decimal point")
    help = N_("Degrees with a decimal point, such as 45.47826.")

    def __init__(self, most: int, below: str, example: str) -> None:
        self.most, self.example = most, example
        self._within = rf"-?(?:(?:{below})(?:\.[0-9]{{1,8}})?|0?{most}(?:\.0{{1,8}})?)"
        """What is no more than the most: `below` are the whole degrees below it."""

    def read(self, written: Written) -> str:
        text = self.text(written)
        if not _DEGREES.fullmatch(text) or abs(float(text)) > self.most:
            raise RefusedError("bad-degrees", text, most=self.most, example=self.example)
        return text

    def meant(self, written: str) -> tuple[str, ...]:
        found = written.strip().rstrip("°").replace(",", ".")
        return (found,) if _DEGREES.fullmatch(found) and abs(float(found)) <= self.most else ()

    def schema(self, words: Words) -> Schema:
        number = {"minimum": -self.most, "maximum": self.most}
        return {"type": ["string", "number"], "pattern": whole(self._within), **number}


LATITUDE = DegreesType(90, "0?[0-8]?[0-9]", "45.47826")
LONGITUDE = DegreesType(180, "0?[0-9]?[0-9]|1[0-7][0-9]", "9.22769")
