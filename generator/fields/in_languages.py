"""Texts that are one for all languages, or one in each."""

from collections.abc import Mapping

from generator.fields.texts import LOCALISED, TEXT
from generator.fields.types import FieldType, Schema, Site, Speaker, Written
from generator.view.text import Piece
from generator.words import N_, Words


class DifferingType(FieldType[str | Mapping[str, str]]):
    """What another source says: a text spelt as the field spells it, or words in each language. A table has the one in
    the column of the field, the others in columns of their languages.
    """

    expected = N_("a text")
    example = "~ 2000000 EUR"

    def read(self, written: Written) -> str | Mapping[str, str]:
        return LOCALISED.read(written) if isinstance(written, dict) else TEXT.read(written)

    def write(self, value: str | Mapping[str, str]) -> Written:
        return value if isinstance(value, str) else dict(value)

    def columns_of(self, site: Site) -> tuple[str, ...]:
        return "", *LOCALISED.columns_of(site)

    def cells(self, value: str | Mapping[str, str], site: Site) -> tuple[str, ...]:
        of_all, in_each = (value, {}) if isinstance(value, str) else ("", value)
        return of_all, *LOCALISED.cells(in_each, site)

    def of_cells(self, cells: Mapping[str, str], site: Site) -> Written:
        return cells[""] if [*cells] == [""] else LOCALISED.of_cells(cells, site)

    def schema(self, words: Words) -> Schema:
        return {"anyOf": [TEXT.schema(words), LOCALISED.schema(words)]}


class NameType(DifferingType):
    """What something is called: one name for all languages, or one in each, as Milano is Milan in English."""

    help = N_("A name for all languages or, where they differ, one for each.")

    def __init__(self, example: str) -> None:
        self.example = example

    def say(self, value: str | Mapping[str, str], speaker: Speaker) -> Piece:
        return Piece(value) if isinstance(value, str) else speaker.localised(value)


DIFFERING = DifferingType()
