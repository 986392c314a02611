"""Sources: what every record rests on."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Kind
from generator.kinds.declare import many, optional, required
from generator.kinds.fields import Choices, DayField, Flag, Localised, OrganisationRef, Text, Url
from generator.words import N_

FORM = Choices(
    {
        "press-release": N_("press release"),
        "web-page": N_("web page"),
        "article": N_("article"),
        "plan": N_("plan"),
        "notice": N_("public notice"),
    }
)
DATE_BASIS = Choices({"stated": N_("stated on the page"), "address": N_("read from the address")})
RELIABILITY = Choices({"primary": N_("primary"), "secondary": N_("secondary")})


class Source(Kind):
    singular: ClassVar[str] = N_("a source")
    folder: ClassVar[str] = "sources"
    plural: ClassVar[str] = N_("Sources")
    exactly_one: ClassVar[tuple[str, str] | None] = ("publisher", "publisher_name")
    needs_source: ClassVar[bool] = False
    every_language: ClassVar[bool] = True

    publisher: OrganisationRef | None = required(N_("Publisher"))
    publisher_name: Text | None = optional(N_("Publisher"))
    date: DayField | None = required(N_("Date"))
    language: Text | None = required(N_("Language"))
    url: Url | None = required(N_("Address"))
    date_basis: Annotated[str, PlainValidator(DATE_BASIS)] | None = optional(N_("Basis of the date"))
    consulted_on: DayField | None = optional(N_("Consulted on"))
    form: Annotated[str, PlainValidator(FORM)] | None = optional(N_("Form"))
    reliability: Annotated[str, PlainValidator(RELIABILITY)] | None = optional(N_("Reliability"))
    external: Flag = False
    errata: tuple[Localised, ...] = many(N_("Errors and limits of the source"))

    def not_required(self) -> frozenset[str]:
        """A publisher that is no record of ours is named in words."""
        return frozenset({"publisher"} if self.publisher_name else ())
