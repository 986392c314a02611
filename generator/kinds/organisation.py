"""Organisations: universities and everyone they work with."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Kind
from generator.kinds.declare import many, optional, required
from generator.kinds.fields import Choices, OrganisationRef, Text
from generator.words import N_

NATURE = Choices(
    {
        "university": N_("university"),
        "university-centre": N_("university centre"),
        "municipality": N_("municipality"),
        "region": N_("region"),
        "ministry": N_("ministry"),
        "association": N_("association"),
        "company": N_("company"),
        "research-body": N_("research body"),
        "cultural-body": N_("cultural body"),
        "its": N_("higher technical institute (ITS)"),
        "school": N_("school"),
        "agency": N_("agency"),
        "chamber": N_("chamber of commerce"),
        "foundation": N_("foundation"),
        "health-body": N_("health body"),
        "international-body": N_("international body"),
        "public-body": N_("public body"),
    },
    headings={
        "university": N_("Universities"),
        "university-centre": N_("University centres"),
        "municipality": N_("Municipalities"),
        "region": N_("Regions"),
        "ministry": N_("Ministries"),
        "association": N_("Associations"),
        "company": N_("Companies"),
        "research-body": N_("Research bodies"),
        "cultural-body": N_("Cultural bodies"),
        "its": N_("Higher technical institutes (ITS)"),
        "school": N_("Schools"),
        "agency": N_("Agencies"),
        "chamber": N_("Chambers of commerce"),
        "foundation": N_("Foundations"),
        "health-body": N_("Health bodies"),
        "international-body": N_("International bodies"),
        "public-body": N_("Public bodies"),
    },
)


class Organisation(Kind):
    singular: ClassVar[str] = N_("an organisation")
    folder: ClassVar[str] = "organisations"
    plural: ClassVar[str] = N_("Organisations")
    every_language: ClassVar[bool] = True

    nature: Annotated[str, PlainValidator(NATURE)] | None = required(N_("Nature"))
    acronym: Text | None = optional(N_("Acronym"))
    aliases: tuple[Text, ...] = many(N_("Also called"))
    part_of: OrganisationRef | None = optional(N_("Part of"))
    town: Text | None = optional(N_("Town"))
