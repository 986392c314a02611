"""Plans and their areas: what a university says it will do, and which records touch it."""

from collections.abc import Mapping

from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, flag, many, needed, optional, required
from generator.fields.references import Reference
from generator.fields.texts import FLAG, LOCAL_ID, LOCALISED, TEXT
from generator.fields.values import Day, Ref
from generator.kinds.also_called import A_START, AN_END
from generator.kinds.base import Dated, Kind
from generator.kinds.measures_of_kinds import OF_AREAS
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_


class MacroArea(Group):
    singular = N_("an area of interest")
    told_apart_by = (("id",),)
    id: str = needed(
        LOCAL_ID,
        N_("Id"),
        hidden=N_("areas of the plan name theirs by it"),
        help=N_("What areas call it: lower-case letters without accents, digits and single hyphens."),
        example="citta",
    )
    name: str = needed(TEXT, N_("Name"), help=N_("Its name, as the plan writes it."), example="Città e territorio")
    translation: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Our translation"),
        hidden=N_("only pages in other languages show it"),
        help=N_("What its name means, in our words, for pages in other languages than the plan’s."),
        example={"it": "Città e territorio", "en": "City and local area"},
    )


class Plan(Kind):
    singular = N_("a plan")
    folder = "plans"
    plural = N_("Plans")
    is_activity = False
    counted = NN_("{number} plan", "{number} plans")
    noun = N_("Plan")
    segments = {"it": "piani", "en": "plans"}
    stands_under = "indicators"
    dates = (Dated("since", N_("beginning {when}")),)
    schema_org = "CreativeWork"
    schema_org_list = True

    document: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Document"),
        help=N_("What the document is, and whether all of it was read."),
        example={"it": "estratto di 40 pagine", "en": "a 40-page extract"},
        block="what",
    )
    body: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Body"),
        help=N_("The organisation whose plan it is."),
        example="universita-di-collefiorito",
        block="who",
        role=N_("whose plan it is"),
        backlink=Backlink(
            N_("Plans of the organisation"), {"it": "piani-dell-ente", "en": "plans-of-the-organisation"}
        ),
        schema_org="author",
        also=N_("institution, university"),
    )
    since: Day | None = required(
        DAY,
        N_("Since"),
        help=N_("Day, month or year from which the plan holds."),
        example="2025",
        block="when",
        also=A_START,
    )
    until: Day | None = required(
        DAY,
        N_("Until"),
        help=N_("Day, month or year up to which the plan holds."),
        example="2030",
        after=("since",),
        block="when",
        also=AN_END,
    )
    macro_areas: tuple[MacroArea, ...] = many(
        GroupOf(MacroArea),
        N_("Areas of interest"),
        help=N_("The areas of interest that divide the plan, in its own order."),
        block="related",
    )


class Example(Group):
    """What a plan cites without making it its own: an agreement that the body has already with an organisation."""

    singular = N_("an example")
    organisation: Ref[Organisation] = needed(
        ORGANISATION,
        N_("Organisation"),
        help=N_("The organisation that the plan cites."),
        example="comune-di-valdombra",
        backlink=Backlink(
            N_("Areas of a plan that cite it as an example"),
            {"it": "aree-che-ne-fanno-un-esempio", "en": "areas-that-cite-it-as-an-example"},
        ),
    )
    of: Mapping[str, str] = needed(
        LOCALISED,
        N_("Example of"),
        help=N_("What the body of the plan has with it, in a few words."),
        example={"it": "convenzione per i musei", "en": "agreement on museums"},
    )


class Area(Kind):
    """An area of intervention of a plan; its address stands under the plan's."""

    singular = N_("an area")
    folder = "areas"
    plural = N_("Areas of the plan")
    counted = NN_("{number} area of a plan", "{number} areas of a plan")
    search_rank = 2
    noun = N_("Area of the plan")
    segments = {"it": "aree", "en": "areas"}
    measures = OF_AREAS
    under = "plan"
    is_listed = False
    in_feeds = False
    schema_org = "CreativeWork"

    title: str = needed(
        TEXT,
        N_("Title"),
        help=N_("The name of the area, as the plan writes it."),
        example="Quartieri e comunità",
        block="head",
        limit=120,
    )
    plan: Ref[Plan] = needed(
        Reference[Plan]("plans"),
        N_("Plan"),
        help=N_("The plan it belongs to."),
        example="piano-2025-2030",
        block="what",
        within=True,
        schema_org="isPartOf",
    )
    macro_area: str = needed(
        LOCAL_ID,
        N_("Area of interest"),
        help=N_("The id of one of the areas of interest of its plan."),
        example="citta",
        block="what",
    )
    section_name: str | None = optional(
        TEXT,
        N_("Name of its section"),
        help=N_("The title of its section of the plan, where that is another."),
        example="Vivere i quartieri",
        block="what",
        hidden=N_("the title is the name that readers know the area by"),
    )
    third_mission: bool = flag(
        FLAG,
        N_("Third mission"),
        help=N_("Yes if those who write read the area as third mission: the choice is theirs."),
        block="what",
    )
    actors: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Bodies with a part in it"),
        help=N_("The organisations to which the plan gives a part in the area; not those that its text only names."),
        example=["comune-di-valdombra"],
        block="who",
        backlink=Backlink(
            N_("Areas of a plan in which it has a part"),
            {"it": "aree-di-intervento-di-cui-si-occupa", "en": "areas-of-a-plan-in-which-it-acts"},
        ),
    )
    examples: tuple[Example, ...] = many(
        GroupOf(Example),
        N_("Cited as examples"),
        help=N_("The organisations that the plan only cites as an example of what there is already."),
        block="who",
    )
