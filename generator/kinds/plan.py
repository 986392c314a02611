"""Plans and their areas: what a university says it will do, and which records touch it."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds.base import Dated, Kind
from generator.kinds.field import Backlink, Group, GroupOf, Property, flag, many, needed, optional, required
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.types.dates import DAY
from generator.kinds.types.references import Reference
from generator.kinds.types.texts import FLAG, LOCAL_ID, LOCALISED, TEXT
from generator.kinds.types.values import Day, Ref
from generator.words import N_


class MacroArea(Group):
    singular: ClassVar[str] = N_("a macro-area")
    id: str = needed(LOCAL_ID, N_("Id"), hidden=N_("areas name their macro-area by it"))
    name: str = needed(TEXT, N_("Name"))


class Plan(Kind):
    singular: ClassVar[str] = N_("a plan")
    folder: ClassVar[str] = "plans"
    plural: ClassVar[str] = N_("Plans")
    noun: ClassVar[str] = N_("Plan")
    segments: ClassVar[Mapping[str, str]] = {"it": "piani", "en": "plans"}
    dates: ClassVar[tuple[Dated, ...]] = (Dated("since", N_("start {when}")),)
    schema_org: ClassVar[str] = "CreativeWork"

    document: Mapping[str, str] | None = optional(LOCALISED, N_("Document"), block="what")
    body: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Body"),
        block="who",
        participant=True,
        backlink=Backlink(
            N_("Plans of the organisation"), {"it": "piani-dell-ente", "en": "plans-of-the-organisation"}
        ),
        schema_org=Property("author"),
    )
    since: Day | None = required(DAY, N_("Since"), block="when")
    until: Day | None = required(DAY, N_("Until"), block="when")
    macro_areas: tuple[MacroArea, ...] = many(GroupOf(MacroArea), N_("Macro-areas"), block="related")


class Area(Kind):
    """An area of intervention of a plan; its address stands under the plan's."""

    singular: ClassVar[str] = N_("an area")
    folder: ClassVar[str] = "areas"
    plural: ClassVar[str] = N_("Areas of the plan")
    noun: ClassVar[str] = N_("Area of the plan")
    is_listed: ClassVar[bool] = False
    in_feeds: ClassVar[bool] = False
    schema_org: ClassVar[str] = "CreativeWork"

    title: str = needed(TEXT, N_("Title"), block="head", limit=120)
    plan: Ref[Plan] = needed(Reference[Plan]("plans"), N_("Plan"), block="what", schema_org=Property("isPartOf"))
    macro_area: str = needed(LOCAL_ID, N_("Macro-area"), block="what")
    section_name: str | None = optional(TEXT, N_("Name of its section"), block="what")
    third_mission: bool = flag(FLAG, N_("Third mission"), block="what")
    actors: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Actors"),
        block="who",
        backlink=Backlink(
            N_("Areas of a plan in which it acts"),
            {"it": "aree-di-intervento-di-cui-si-occupa", "en": "areas-of-a-plan-in-which-it-acts"},
        ),
    )
