"""Plans and their areas: what a university says it will do, and which records touch it."""

from typing import ClassVar

from generator.kinds.base import Kind
from generator.kinds.declare import Group, many, needed, optional, required
from generator.kinds.fields import DayField, Flag, LocalId, Localised, OrganisationRef, PlanRef, Text
from generator.words import N_


class MacroArea(Group):
    singular: ClassVar[str] = N_("a macro-area")
    id: LocalId = needed(N_("Id"))
    name: Text = needed(N_("Name"))


class Plan(Kind):
    singular: ClassVar[str] = N_("a plan")
    folder: ClassVar[str] = "plans"
    plural: ClassVar[str] = N_("Plans")
    participants: ClassVar[tuple[str, ...]] = ("body",)

    body: OrganisationRef | None = required(N_("Body"))
    since: DayField | None = required(N_("Since"))
    until: DayField | None = required(N_("Until"))
    document: Localised | None = optional(N_("Document"))
    macro_areas: tuple[MacroArea, ...] = many(N_("Macro-areas"))


class Area(Kind):
    """An area of intervention of a plan; its address stands under the plan's."""

    singular: ClassVar[str] = N_("an area")
    folder: ClassVar[str] = "areas"
    plural: ClassVar[str] = N_("Areas of the plan")
    title_limit: ClassVar[int] = 120

    plan: PlanRef = needed(N_("Plan"))
    macro_area: LocalId = needed(N_("Macro-area"))
    section_name: Text | None = optional(N_("Name of its section"))
    third_mission: Flag = False
    actors: tuple[OrganisationRef, ...] = many(N_("Actors"))
