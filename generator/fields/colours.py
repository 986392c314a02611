"""Colours."""

from generator.fields.texts import TEXT
from generator.fields.types import FieldType, Schema, Written, whole
from generator.words import N_, Words


class ColourType(FieldType[str]):
    """A colour in six digits."""

    expected = N_("a colour")
    example = "#12397f"

    def read(self, written: Written) -> str:
        text = TEXT.read(written).lower()
        if len(text) != 7 or text[0] != "#" or set(text[1:]) - set("0123456789abcdef"):
            raise self.wrong(written)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole("#[0-9A-Fa-f]{6}")}

    def _shown(self) -> Written:
        return f'"{self.example}"'


COLOUR = ColourType()
