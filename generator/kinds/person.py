"""People, for their public role alone: no address, telephone, photograph or life."""

from typing import ClassVar

from generator.kinds.base import Kind
from generator.kinds.declare import Group, many, needed
from generator.kinds.fields import DayField, Localised, OrganisationRef, SourceRef
from generator.words import N_


class Role(Group):
    singular: ClassVar[str] = N_("a role")
    title: Localised = needed(N_("Role"))
    organisation: OrganisationRef = needed(N_("Organisation"))
    attested_on: DayField = needed(N_("Attested on"))
    source: SourceRef = needed(N_("Source"))


class Person(Kind):
    singular: ClassVar[str] = N_("a person")
    folder: ClassVar[str] = "people"
    plural: ClassVar[str] = N_("People")
    every_language: ClassVar[bool] = True

    roles: tuple[Role, ...] = many(N_("Public roles"), required=True)
