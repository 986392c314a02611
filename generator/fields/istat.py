"""The codes that the national institute of statistics gives Italian municipalities."""

from generator.fields.texts import TextType
from generator.fields.types import Schema, Written, whole
from generator.words import N_, Words

_DIGITS = "[0-9]{6}"


class IstatType(TextType):
    """Six digits, those of the province first: `015146`."""

    expected = N_("a code of six digits")
    is_impersonal = True

    def read(self, written: Written) -> str:
        text = super().read(written)
        if len(text) != 6 or not (text.isascii() and text.isdigit()):
            raise self.wrong(text)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": whole(_DIGITS), "minimum": 100_000, "maximum": 999_999}


ISTAT = IstatType("015146")
