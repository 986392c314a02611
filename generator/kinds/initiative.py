"""Initiatives: awards, places, projects, and what else a university does with others; and the cantieri beside them."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Differing, Kind
from generator.kinds.declare import Group, many, needed, optional, required
from generator.kinds.fields import (
    Choices,
    DayField,
    DurationField,
    InitiativeRef,
    Localised,
    Number,
    OrganisationRef,
    ProgrammeRef,
    QuantityField,
    SourceRef,
    Text,
)
from generator.kinds.programme import Partner
from generator.words import N_

FORM = Choices(
    {
        "award": N_("award"),
        "place": N_("place"),
        "project": N_("project"),
        "training": N_("training"),
        "culture": N_("culture"),
        "policy": N_("policy"),
        "event-series": N_("series of events"),
    }
)
STATE = Choices({"announced": N_("planned"), "active": N_("under way"), "concluded": N_("no longer under way")})
SCOPE = Choices(
    {
        "local": N_("local"),
        "regional": N_("regional"),
        "national": N_("national"),
        "international": N_("international"),
    }
)
MEASURE = Choices(
    {
        "submitted": N_("projects submitted"),
        "funded": N_("projects funded"),
        "earmarked": N_("sum set aside"),
        "paid": N_("sum paid"),
        "amount": N_("total sum"),
    }
)


class Venue(Group):
    singular: ClassVar[str] = N_("a place")
    name: Localised = needed(N_("Name"))
    town: Text | None = optional(N_("Town"))
    address: Text | None = optional(N_("Address"))


class Funding(Group):
    singular: ClassVar[str] = N_("a funding")
    fund: Localised = needed(N_("Fund"))
    amount: QuantityField | None = optional(N_("Amount"))
    since: DayField | None = optional(N_("Since"))
    until: DayField | None = optional(N_("Until"))


class Project(Group):
    """A project of an edition."""

    singular: ClassVar[str] = N_("a project")
    name: Text = needed(N_("Name"))
    subject: Localised | None = optional(N_("Subject"))
    place: Localised | None = optional(N_("Place"))
    sources: tuple[SourceRef, ...] = many(N_("Sources"))
    not_stated: tuple[Text, ...] = many(N_("Not stated"))


class Edition(Group):
    """One edition of a recurring initiative; `year` is 2017 or 2012-13."""

    singular: ClassVar[str] = N_("an edition")
    year: Text = needed(N_("Year"))
    number: Number | None = optional(N_("Number"))
    theme: Localised | None = optional(N_("Theme"))
    results_on: DayField | None = optional(N_("Results on"))
    started_on: DayField | None = optional(N_("Started on"))
    duration: DurationField | None = optional(N_("Duration"))
    submitted: QuantityField | None = optional(N_("Projects submitted"))
    funded: QuantityField | None = optional(N_("Projects funded"))
    amount: QuantityField | None = optional(N_("Amount"))
    projects: tuple[Project, ...] = many(N_("Projects"))
    sources: tuple[SourceRef, ...] = many(N_("Sources"))
    not_stated: tuple[Text, ...] = many(N_("Not stated"))
    differing: tuple[Differing, ...] = many(N_("Differing values"))


class Total(Group):
    """A cumulative figure as one source gives it; rows may share a measure."""

    singular: ClassVar[str] = N_("a total")
    measure: Annotated[str, PlainValidator(MEASURE)] = needed(N_("Measure"))
    value: QuantityField = needed(N_("Value"))
    since: DayField | None = optional(N_("Since"))
    until: DayField | None = optional(N_("Until"))
    as_of: DayField | None = optional(N_("As of"))
    source: SourceRef = needed(N_("Source"))
    note: Localised | None = optional(N_("Note"))


class Undertaking(Kind):
    """What initiatives and cantieri share."""

    participants: ClassVar[tuple[str, ...]] = ("promoter", "partners")

    programme: ProgrammeRef | None = optional(N_("Programme"))
    promoter: OrganisationRef | None = optional(N_("Promoter"))
    partners: tuple[Partner, ...] = many(N_("Partners"))
    state: Annotated[str, PlainValidator(STATE)] | None = required(N_("State"))
    start: DayField | None = required(N_("Start"))
    end: DayField | None = optional(N_("End"))
    frequency: Localised | None = optional(N_("Frequency"))
    part_of: InitiativeRef | None = optional(N_("Part of"))
    other_partners: tuple[Localised, ...] = many(N_("Other partners"))
    places: tuple[Venue, ...] = many(N_("Places"))
    scope: Annotated[str, PlainValidator(SCOPE)] | None = optional(N_("Scope"))
    structures: tuple[Localised, ...] = many(N_("Structures"))
    funding: tuple[Funding, ...] = many(N_("Funding"))
    estimated_impact: Localised | None = optional(N_("Estimated impact"))
    how_to_take_part: Localised | None = optional(N_("How to take part"))


class Initiative(Undertaking):
    singular: ClassVar[str] = N_("an initiative")
    folder: ClassVar[str] = "initiatives"
    plural: ClassVar[str] = N_("Initiatives")

    form: Annotated[str, PlainValidator(FORM)] | None = required(N_("Form"))
    editions: tuple[Edition, ...] = many(N_("Editions"))
    totals: tuple[Total, ...] = many(N_("Totals"))


class Cantiere(Undertaking):
    """A practical project shared with a city, by the name its source gives it."""

    singular: ClassVar[str] = N_("a cantiere")
    folder: ClassVar[str] = "cantieri"
    plural: ClassVar[str] = N_("Cantieri")

    theme: Localised | None = required(N_("Theme"))
