"""Programmes: the frames in which initiatives and cantieri stand."""

from typing import ClassVar

from generator.kinds.base import Kind
from generator.kinds.declare import Group, many, needed, optional, required
from generator.kinds.fields import DayField, Localised, OrganisationRef
from generator.words import N_


class Partner(Group):
    singular: ClassVar[str] = N_("a partner")
    organisation: OrganisationRef = needed(N_("Organisation"))
    role: Localised | None = optional(N_("Role"))


class Programme(Kind):
    singular: ClassVar[str] = N_("a programme")
    folder: ClassVar[str] = "programmes"
    plural: ClassVar[str] = N_("Programmes")
    participants: ClassVar[tuple[str, ...]] = ("promoter", "partners")

    promoter: OrganisationRef | None = required(N_("Promoter"))
    partners: tuple[Partner, ...] = many(N_("Partners"))
    start: DayField | None = required(N_("Start"))
    end: DayField | None = optional(N_("End"))
    aims: tuple[Localised, ...] = many(N_("Aims"))
