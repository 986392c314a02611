"""Initiatives: awards, places, projects, and what else a university does with others; and the cantieri beside them."""

from collections.abc import Mapping

from generator.fields.choices import Choice, Option
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, GroupOf, many, optional, required
from generator.fields.references import Reference
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Ref
from generator.kinds.also_called import A_PLACE, A_PROMOTER, A_SCOPE, A_SORT, A_START, AN_END
from generator.kinds.base import Dated, Kind
from generator.kinds.edition import EXAMPLE, Edition, Project, Total
from generator.kinds.facets import (
    AUDIENCE,
    FORM,
    NATURE,
    PARTNER,
    PLACES,
    STATUS,
    THIRD_MISSION,
    TOPIC,
    UNIVERSITY,
    YEAR,
)
from generator.kinds.funding import Funding
from generator.kinds.initiative_states import STATES
from generator.kinds.measures_of_kinds import OF_INITIATIVES
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.place import PLACE, Place
from generator.kinds.programme import BASES, PROGRAMME, Partner, Programme
from generator.words import N_, NN_

INITIATIVE: Reference["Initiative"] = Reference("initiatives", "festival-del-fiume")
FORMS = Choice(
    {
        "award": Option(N_("award"), N_("Awards"), segments={"it": "premio", "en": "award"}),
        "place": Option(N_("place"), N_("Places"), segments={"it": "luogo", "en": "place"}),
        "project": Option(N_("project"), N_("Projects"), segments={"it": "progetto", "en": "project"}),
        "training": Option(N_("training"), segments={"it": "formazione", "en": "training"}),
        "culture": Option(N_("culture"), segments={"it": "cultura", "en": "culture"}),
        "policy": Option(N_("public policy"), segments={"it": "politiche-pubbliche", "en": "policy"}),
        "event-series": Option(
            N_("series of events"),
            N_("Series of events"),
            segments={"it": "ciclo-di-eventi", "en": "series-of-events"},
        ),
    }
)
SCOPES = Choice(
    {
        "local": N_("local"),
        "regional": N_("regional"),
        "national": N_("national"),
        "international": N_("international"),
    }
)


class Undertaking(Kind):
    """What initiatives and cantieri share."""

    dates = (Dated("start", N_("beginning {when}")),)
    schema_org = "Project"

    programme: Ref[Programme] | None = optional(
        PROGRAMME,
        N_("Programme"),
        help=N_("The programme it belongs to."),
        example="citta-aperta",
        block="what",
        within=True,
    )
    part_of: "Ref[Initiative] | None" = optional(
        INITIATIVE,
        N_("Part of"),
        help=N_("The wider initiative it is a part of."),
        example="festival-del-fiume",
        block="what",
        within=True,
    )
    frequency: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Frequency"),
        help=N_("How often it recurs."),
        example={"it": "ogni due anni", "en": "every two years"},
        block="what",
    )
    scope: str | None = optional(
        SCOPES,
        N_("Scope"),
        help=N_("How far it reaches, from local to international."),
        block="what",
        also=A_SCOPE,
    )
    promoter: Ref[Organisation] | None = optional(
        ORGANISATION,
        N_("Promoted by"),
        help=N_("The organisation that promotes it; leave it out where it is the programme’s."),
        example="universita-di-collefiorito",
        block="who",
        missing=N_("promoter"),
        inherited_from="programme",
        role=N_("promoter"),
        schema_org="parentOrganization",
        also=A_PROMOTER,
    )
    promoter_basis: str | None = optional(
        BASES,
        N_("Basis of the promoter"),
        help=N_("“editorial” if no source calls it the promoter; leave it out where the programme says it."),
        block="who",
        hidden=N_("the promoter itself says it"),
    )
    partners: tuple[Partner, ...] = many(
        GroupOf(Partner),
        N_("Partners"),
        help=N_("The organisations that take part, each with its role."),
        block="who",
        apart_from=("promoter",),
        role=N_("partner"),
    )
    other_partners: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Other partners"),
        help=N_("Partners that have no record of their own, in words."),
        given=True,
        example=[{"it": "tre parrocchie della valle", "en": "three parishes of the valley"}],
        block="who",
    )
    structures: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Departments and offices"),
        help=N_("The offices and departments that run it."),
        given=True,
        example=[{"it": "Ufficio territorio", "en": "Local engagement office"}],
        block="who",
        also=N_("office, department, departments"),
    )
    state: str | None = required(
        STATES,
        N_("Status"),
        help=N_("Where it stands, as its sources put it."),
        missing=N_("current status"),
        example="active",
        block="when",
        also=N_("status, stage, progress"),
    )
    start: Day | None = required(
        DAY,
        N_("Start"),
        help=N_("Day, month or year when it begins."),
        block="when",
        schema_org="foundingDate",
        also=A_START,
    )
    end: Day | None = optional(
        DAY,
        N_("End"),
        help=N_("Day, month or year when it ends."),
        after=("start",),
        example="2027",
        block="when",
        schema_org="dissolutionDate",
        also=AN_END,
    )
    places: tuple[Ref[Place], ...] = many(
        PLACE,
        N_("Places"),
        help=N_("Where it takes place."),
        also=A_PLACE,
        example=["mulino-vecchio"],
        block="where",
        schema_org="location",
    )
    estimated_impact: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Expected impact"),
        help=N_("What it brings and to how many, by an estimate."),
        example={"it": "circa 3.000 abitanti raggiunti", "en": "about 3,000 inhabitants reached"},
        block="purpose",
        also=N_("impact, effects"),
    )
    how_to_take_part: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("How to take part"),
        help=N_("What to do in order to take part."),
        example={"it": "Ingresso libero, senza prenotazione.", "en": "Free entry, no booking."},
        block="taking-part",
        also=N_("participation, how to join"),
    )
    funding: tuple[Funding, ...] = many(
        GroupOf(Funding),
        N_("Funding"),
        help=N_("Where its money comes from, an entry for each fund."),
        block="figures",
        also=N_("funds, grants, budget, amount"),
    )

    def asserts(self, name: str) -> bool:
        return name != "promoter" or self.promoter_basis != "editorial"


class Initiative(Undertaking):
    singular = N_("an initiative")
    whole = N_("of the whole initiative {record}")
    folder = "initiatives"
    plural = N_("Initiatives")
    counted = NN_("{number} initiative", "{number} initiatives")
    noun = N_("Initiative")
    sought = N_("projects, activities")
    kicker = "form"
    segments = {"it": "iniziative", "en": "initiatives"}
    backlinks = {
        "programme": Backlink(
            N_("Initiatives of the programme"), {"it": "iniziative-del-programma", "en": "initiatives-of-the-programme"}
        ),
        "part_of": Backlink(N_("Its parts"), {"it": "iniziative-che-ne-fanno-parte", "en": "its-parts"}),
        "promoter": Backlink(
            N_("Initiatives it promotes"), {"it": "iniziative-promosse", "en": "initiatives-it-promotes"}
        ),
        "partners": Backlink(
            N_("Initiatives it is a partner of"),
            {"it": "iniziative-di-cui-e-partner", "en": "initiatives-it-is-a-partner-of"},
        ),
        "places": Backlink(N_("Initiatives here"), {"it": "iniziative-che-vi-si-svolgono", "en": "initiatives-here"}),
    }
    facets = (
        UNIVERSITY,
        TOPIC,
        STATUS.of("state", N_("Status, as sources put it")),
        YEAR,
        FORM,
        PARTNER,
        AUDIENCE,
        NATURE,
        PLACES,
        *THIRD_MISSION,
    )
    measures = OF_INITIATIVES

    form: str | None = required(FORMS, N_("Kind"), help=N_("What sort of initiative it is."), also=A_SORT, block="what")
    totals: tuple[Total, ...] = many(
        GroupOf(Total),
        N_("Totals"),
        help=N_("Figures over all its editions, each with its source; sources may give different ones."),
        block="figures",
    )
    editions: tuple[Edition, ...] = many(
        GroupOf(Edition),
        N_("Editions"),
        help=N_("The editions of an initiative that recurs, one by one."),
        during=("start", "end"),
        block="figures",
        also=N_("edition, years"),
    )
    projects: tuple[Project, ...] = many(
        GroupOf(Project),
        N_("Other projects"),
        help=N_("The projects whose edition was not found."),
        example=EXAMPLE,
        block="figures",
    )


class Cantiere(Undertaking):
    """A practical project shared with a city, by the name its source gives it."""

    singular = N_("a cantiere")
    whole = N_("of the whole cantiere {record}")
    folder = "cantieri"
    plural = N_("Cantieri")
    counted = NN_("{number} cantiere", "{number} cantieri")
    noun = N_("Cantiere")
    segments = {"it": "cantieri", "en": "cantieri"}
    list_as = "windows"
    backlinks = {
        "programme": Backlink(
            N_("Cantieri of the programme"), {"it": "cantieri-del-programma", "en": "cantieri-of-the-programme"}
        ),
        "part_of": Backlink(
            N_("Cantieri that are part of it"),
            {"it": "cantieri-che-ne-fanno-parte", "en": "cantieri-that-are-part-of-it"},
        ),
        "promoter": Backlink(N_("Cantieri it promotes"), {"it": "cantieri-promossi", "en": "cantieri-it-promotes"}),
        "partners": Backlink(
            N_("Cantieri it is a partner of"),
            {"it": "cantieri-di-cui-e-partner", "en": "cantieri-it-is-a-partner-of"},
        ),
        "places": Backlink(N_("Cantieri here"), {"it": "cantieri-che-vi-si-svolgono", "en": "cantieri-here"}),
    }

    theme: Mapping[str, str] | None = required(
        LOCALISED,
        N_("Theme"),
        help=N_("What it works on, in a few words."),
        example={"it": "acque e fontane", "en": "waters and fountains"},
        block="what",
    )
