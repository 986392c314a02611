"""What only the owner can say of the data as a whole: how programs know who publishes them, and what they are about."""

import re
from typing import ClassVar

from generator.content.authority_tables import RHYTHMS, THEMES
from generator.fields.dates import DAY
from generator.fields.declare import Group, many, optional
from generator.fields.texts import TEXT, TextType
from generator.fields.types import FieldType, Schema, Written, whole
from generator.fields.values import Day
from generator.words import N_, Words

_ROR = re.compile(r"https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")
_PLACE = re.compile(
    r"http://publications\.europa\.eu/resource/authority/(?:country|place|continent)/[A-Z0-9_]+"
    r"|https?://sws\.geonames\.org/[0-9]+/"
)


class _PatternType(FieldType[str]):
    """An address of a certain form."""

    pattern: ClassVar[re.Pattern[str]]

    def read(self, written: Written) -> str:
        text = TEXT.read(written)
        if not self.pattern.fullmatch(text):
            raise self.wrong(written)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole(self.pattern.pattern)}


class RorType(_PatternType):
    """A body in the register of research organisations."""

    pattern = _ROR
    expected = N_("an address of ror.org")
    example = "https://ror.org/012345678"


class PlaceAddressType(_PatternType):
    """A place in the European tables of countries and places, or in GeoNames."""

    pattern = _PLACE
    expected = N_("the address of a place in the European tables or in GeoNames")
    example = "http://publications.europa.eu/resource/authority/country/ITA"


class OpenData(Group):
    """What the catalogue of the data says besides what follows from the content."""

    singular: ClassVar[str] = N_("the catalogue of the data")
    ipa: str | None = optional(
        TextType("unicol"),
        N_("IPA"),
        help=N_("The owner’s code in IPA, the Italian index of public administrations."),
    )
    ror: str | None = optional(
        RorType(), N_("ROR"), help=N_("The owner’s address at ror.org, the register of research organisations.")
    )
    themes: tuple[str, ...] = many(
        THEMES,
        N_("Themes"),
        help=N_("What the data are about, in the words of the European themes; catalogues of data ask for one."),
        example=["education", "society"],
    )
    covers: tuple[str, ...] = many(
        PlaceAddressType(),
        N_("Places covered"),
        help=N_("Which area the data are about: its address in the European tables of places, or in GeoNames."),
        example=["http://publications.europa.eu/resource/authority/country/ITA"],
    )
    since: Day | None = optional(
        DAY, N_("First published"), help=N_("The day on which the data were first published."), example="2026-03-02"
    )
    updates: str | None = optional(
        RHYTHMS, N_("Brought up to date"), help=N_("How often the data are brought up to date."), example="weekly"
    )
