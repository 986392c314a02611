"""Initiatives: awards, places, projects, and what else a university does with others; and the cantieri beside them."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds.base import SOURCE, Dated, Differing, Kind
from generator.kinds.facets import AUDIENCE, FORM, NATURE, STATUS, TOPIC, TOWN, UNIVERSITY, YEAR, Facet
from generator.kinds.field import Backlink, Group, GroupOf, Property, many, needed, optional, required
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.place import PLACE, Place
from generator.kinds.programme import Partner, Programme
from generator.kinds.types.choices import Choice, Option
from generator.kinds.types.dates import DAY, DURATION
from generator.kinds.types.quantities import QUANTITY
from generator.kinds.types.references import Reference
from generator.kinds.types.texts import LOCALISED, NUMBER, TEXT, TextType
from generator.kinds.types.values import Day, Duration, Quantity, Ref
from generator.words import N_

FORMS = Choice(
    {
        "award": Option(N_("award"), segments={"it": "premio", "en": "award"}),
        "place": Option(N_("place"), segments={"it": "luogo", "en": "place"}),
        "project": Option(N_("project"), segments={"it": "progetto", "en": "project"}),
        "training": Option(N_("training"), segments={"it": "formazione", "en": "training"}),
        "culture": Option(N_("culture"), segments={"it": "cultura", "en": "culture"}),
        "policy": Option(N_("policy"), segments={"it": "politiche-pubbliche", "en": "policy"}),
        "event-series": Option(N_("series of events"), segments={"it": "ciclo-di-eventi", "en": "series-of-events"}),
    }
)
STATES = Choice(
    {
        "announced": Option(N_("planned"), segments={"it": "in-programma", "en": "planned"}),
        "active": Option(N_("under way"), segments={"it": "in-corso", "en": "under-way"}),
        "concluded": Option(
            N_("no longer under way"), segments={"it": "non-piu-in-corso", "en": "no-longer-under-way"}
        ),
    },
    ranked=True,
)
SCOPES = Choice(
    {
        "local": Option(N_("local")),
        "regional": Option(N_("regional")),
        "national": Option(N_("national")),
        "international": Option(N_("international")),
    }
)
MEASURES = Choice(
    {
        "submitted": Option(N_("projects submitted")),
        "funded": Option(N_("projects funded")),
        "earmarked": Option(N_("sum set aside")),
        "paid": Option(N_("sum paid")),
        "amount": Option(N_("total sum")),
    }
)


class Funding(Group):
    singular: ClassVar[str] = N_("a funding")
    fund: Mapping[str, str] = needed(LOCALISED, N_("Fund"))
    amount: Quantity | None = optional(QUANTITY, N_("Amount"))
    since: Day | None = optional(DAY, N_("Since"))
    until: Day | None = optional(DAY, N_("Until"))


class Project(Group):
    """A project of an edition."""

    singular: ClassVar[str] = N_("a project")
    name: str = needed(TEXT, N_("Name"))
    subject: Mapping[str, str] | None = optional(LOCALISED, N_("Subject"))
    place: Mapping[str, str] | None = optional(LOCALISED, N_("Place"))
    sources: tuple[Ref[Kind], ...] = many(SOURCE, N_("Sources"))
    not_stated: tuple[str, ...] = many(TEXT, N_("Not stated"))


class Edition(Group):
    """One edition of a recurring initiative; `year` is 2017 or 2012-13."""

    singular: ClassVar[str] = N_("an edition")
    year: str = needed(TextType("2017"), N_("Year"))
    number: int | None = optional(NUMBER, N_("Number"))
    theme: Mapping[str, str] | None = optional(LOCALISED, N_("Theme"))
    results_on: Day | None = optional(DAY, N_("Results on"))
    started_on: Day | None = optional(DAY, N_("Started on"))
    duration: Duration | None = optional(DURATION, N_("Duration"))
    submitted: Quantity | None = optional(QUANTITY, N_("Projects submitted"))
    funded: Quantity | None = optional(QUANTITY, N_("Projects funded"))
    amount: Quantity | None = optional(QUANTITY, N_("Amount"))
    projects: tuple[Project, ...] = many(GroupOf(Project), N_("Projects"))
    sources: tuple[Ref[Kind], ...] = many(SOURCE, N_("Sources"))
    not_stated: tuple[str, ...] = many(TEXT, N_("Not stated"))
    differing: tuple[Differing, ...] = many(GroupOf(Differing), N_("Differing values"))


class Total(Group):
    """A cumulative figure as one source gives it; rows may share a measure."""

    singular: ClassVar[str] = N_("a total")
    measure: str = needed(MEASURES, N_("Measure"))
    value: Quantity = needed(QUANTITY, N_("Value"))
    since: Day | None = optional(DAY, N_("Since"))
    until: Day | None = optional(DAY, N_("Until"))
    as_of: Day | None = optional(DAY, N_("As of"))
    source: Ref[Kind] = needed(SOURCE, N_("Source"))
    note: Mapping[str, str] | None = optional(LOCALISED, N_("Note"))


class Undertaking(Kind):
    """What initiatives and cantieri share."""

    dates: ClassVar[tuple[Dated, ...]] = (Dated("start", N_("start {when}")),)
    schema_org: ClassVar[str] = "Project"

    programme: Ref[Programme] | None = optional(Reference[Programme]("programmes"), N_("Programme"), block="what")
    part_of: "Ref[Initiative] | None" = optional(Reference["Initiative"]("initiatives"), N_("Part of"), block="what")
    frequency: Mapping[str, str] | None = optional(LOCALISED, N_("Frequency"), block="what")
    scope: str | None = optional(SCOPES, N_("Scope"), block="what")
    promoter: Ref[Organisation] | None = optional(
        ORGANISATION, N_("Promoter"), block="who", participant=True, schema_org=Property("parentOrganization")
    )
    partners: tuple[Partner, ...] = many(GroupOf(Partner), N_("Partners"), block="who", participant=True)
    other_partners: tuple[Mapping[str, str], ...] = many(LOCALISED, N_("Other partners"), block="who")
    structures: tuple[Mapping[str, str], ...] = many(LOCALISED, N_("Structures"), block="who")
    state: str | None = required(STATES, N_("State"), block="when")
    start: Day | None = required(DAY, N_("Start"), block="when", schema_org=Property("foundingDate"))
    end: Day | None = optional(DAY, N_("End"), block="when", schema_org=Property("dissolutionDate"))
    places: tuple[Ref[Place], ...] = many(PLACE, N_("Places"), block="purpose", schema_org=Property("location"))
    estimated_impact: Mapping[str, str] | None = optional(LOCALISED, N_("Estimated impact"), block="purpose")
    how_to_take_part: Mapping[str, str] | None = optional(LOCALISED, N_("How to take part"), block="taking-part")
    funding: tuple[Funding, ...] = many(GroupOf(Funding), N_("Funding"), block="figures")


class Initiative(Undertaking):
    singular: ClassVar[str] = N_("an initiative")
    folder: ClassVar[str] = "initiatives"
    plural: ClassVar[str] = N_("Initiatives")
    kicker: ClassVar[str] = "form"
    segments: ClassVar[Mapping[str, str]] = {"it": "iniziative", "en": "initiatives"}
    backlinks: ClassVar[Mapping[str, Backlink]] = {
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
    facets: ClassVar[tuple[Facet, ...]] = (
        UNIVERSITY,
        TOPIC,
        STATUS.of("state"),
        YEAR,
        FORM,
        AUDIENCE,
        NATURE,
        TOWN.of("places.municipality"),
    )

    form: str | None = required(FORMS, N_("Form"), block="what")
    totals: tuple[Total, ...] = many(GroupOf(Total), N_("Totals"), block="figures")
    editions: tuple[Edition, ...] = many(GroupOf(Edition), N_("Editions"), block="figures")


class Cantiere(Undertaking):
    """A practical project shared with a city, by the name its source gives it."""

    singular: ClassVar[str] = N_("a cantiere")
    folder: ClassVar[str] = "cantieri"
    plural: ClassVar[str] = N_("Cantieri")
    noun: ClassVar[str] = N_("Cantiere")
    segments: ClassVar[Mapping[str, str]] = {"it": "cantieri", "en": "cantieri"}
    backlinks: ClassVar[Mapping[str, Backlink]] = {
        "programme": Backlink(
            N_("Cantieri of the programme"), {"it": "cantieri-del-programma", "en": "cantieri-of-the-programme"}
        ),
        "part_of": Backlink(
            N_("Cantieri that are part of it"),
            {"it": "cantieri-che-ne-fanno-parte", "en": "cantieri-that-are-part-of-it"},
        ),
        "promoter": Backlink(N_("Cantieri it promotes"), {"it": "cantieri-promossi", "en": "cantieri-it-promotes"}),
        "partners": Backlink(
            N_("Cantieri it is named in"), {"it": "cantieri-in-cui-compare", "en": "cantieri-it-is-named-in"}
        ),
        "places": Backlink(N_("Cantieri here"), {"it": "cantieri-che-vi-si-svolgono", "en": "cantieri-here"}),
    }

    theme: Mapping[str, str] | None = required(LOCALISED, N_("Theme"), block="what")
