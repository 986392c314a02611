"""The editions of an initiative that recurs, with their projects, and the totals over all of them."""

from collections.abc import Mapping

from generator.fields.dates import DAY, DURATION, YEARS
from generator.fields.declare import Backlink, Group, GroupOf, flag, many, needed, optional
from generator.fields.quantities import COUNT, MONEY, QUANTITY
from generator.fields.texts import FLAG, LOCALISED, NUMBER, TEXT
from generator.fields.types import Written
from generator.fields.values import AnyRef, Day, Duration, Quantity, Ref
from generator.kinds.also_called import A_PLACE, A_SUM
from generator.kinds.edition_measures import MEASURES
from generator.kinds.evidence import SOURCE, Differing
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.place import PLACE, Place
from generator.words import N_


class Project(Group):
    """A project of an edition. One that no source names is told by what it is about."""

    singular = N_("a project")
    whole = N_("of the whole project within {record}")
    told_apart_by = (("name",),)
    name: str | None = optional(
        TEXT,
        N_("Name"),
        help=N_("What the project is called, in short; leave it out where no source names it."),
        given=True,
        example="Goccia",
    )
    long_name: str | None = optional(
        TEXT,
        N_("Full name"),
        help=N_("What its short name stands for."),
        given=True,
        example="Gestione Orientata dei Consumi",
    )
    aliases: tuple[str, ...] = many(
        TEXT, N_("Also written"), help=N_("How else its sources write its name."), given=True, example=["GOCCIA"]
    )
    subject: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Subject"),
        help=N_("What it is about, in a few words."),
        example={"it": "perdite degli acquedotti", "en": "leaks in water mains"},
    )
    area: Ref[Place] | None = optional(
        PLACE,
        N_("Town or country"),
        help=N_("Where it works: the place by which projects are put together, a town, a region or a country."),
        example="collefiorito",
        also=N_("town, country"),
    )
    place: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Place"),
        help=N_("Where it takes place, without the town or country."),
        missing=N_("exact place"),
        given=True,
        example={"it": "quartieri lungo il fiume", "en": "neighbourhoods along the river"},
    )
    places: tuple[Ref[Place], ...] = many(
        PLACE,
        N_("Places"),
        help=N_("Where it takes place, if that has a page."),
        also=A_PLACE,
        example=["mulino-vecchio"],
    )
    partners: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Partners"),
        help=N_("The organisations that work with it."),
        example=["comune-di-collefiorito"],
        role=N_("partner in a project"),
        backlink=Backlink(
            N_("Initiatives with projects it takes part in"),
            {"it": "iniziative-con-progetti-a-cui-partecipa", "en": "initiatives-with-projects-it-takes-part-in"},
        ),
    )
    other_partners: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Other partners"),
        help=N_("Partners that have no record of their own, in words."),
        given=True,
        example=[{"it": "tre parrocchie della valle", "en": "three parishes of the valley"}],
    )
    amount: Quantity | None = optional(
        MONEY,
        N_("Amount"),
        help=N_("What the project received: number and EUR, after ~, ~<, < or > where needed."),
        example="40000 EUR",
        also=A_SUM,
    )
    note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Note"),
        help=N_("What else there is to know of it."),
        example={"it": "premiato dalla regione", "en": "given a prize by the region"},
    )
    sources: tuple[AnyRef, ...] = many(
        SOURCE, N_("Sources"), help=N_("The sources that tell of the project."), example=["comunicato-premio"]
    )
    not_stated: tuple[str, ...] = many(
        TEXT,
        N_("Not stated"),
        help=N_("The fields of the project not found in what was read of the sources, by name."),
        example=["place"],
    )


EXAMPLE: Written = [{"name": "Goccia", "subject": {"it": "perdite degli acquedotti", "en": "leaks in water mains"}}]
"""What a list of projects may hold."""


_CALLED, _DECIDED = ("called_on", "year"), ("results_on", "year")
"""When it is known who applied, and who was chosen."""


class Edition(Group):
    """One edition of a recurring initiative; `year` is 2017 or 2012-13."""

    singular = N_("an edition")
    whole = N_("of the whole edition of {record}")
    told_apart_by = (("year",), ("number",))
    counted_in = ("year", "number")
    year: str = needed(YEARS, N_("Year"), help=N_("The year of the edition, 2017, or its two years, 2012-13."))
    number: int | None = optional(
        NUMBER,
        N_("Number"),
        help=N_("Which edition it is: 1 for the first."),
        missing=N_("number of the edition"),
        example="3",
    )
    theme: Mapping[str, str] | None = optional(
        LOCALISED, N_("Theme"), help=N_("The theme of the edition."), example={"it": "acqua", "en": "water"}, given=True
    )
    called_on: Day | None = optional(
        DAY,
        N_("Call on"),
        help=N_("Day, month or year when the call was opened or presented."),
        also=N_("call, date of the call"),
    )
    results_on: Day | None = optional(
        DAY,
        N_("Results on"),
        help=N_("Day, month or year when the results were made known."),
        missing=N_("day of the results"),
        after=("called_on", "year"),
        also=N_("results, winners announced on"),
    )
    ceremony_on: Day | None = optional(
        DAY,
        N_("Ceremony on"),
        help=N_("Day, month or year of the ceremony."),
        after=("results_on", "called_on", "year"),
    )
    ceremony_place: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Place of the ceremony"),
        help=N_("Where the ceremony was held."),
        given=True,
        example={"it": "municipio di Collefiorito", "en": "Collefiorito town hall"},
    )
    started_on: Day | None = optional(
        DAY,
        N_("Start"),
        help=N_("Day, month or year when the projects began."),
        missing=N_("start of the projects"),
        after=("called_on", "year"),
    )
    duration: Duration | None = optional(
        DURATION,
        N_("Duration"),
        help=N_("How long the projects last, as a number and days, months or years: 15 months."),
        missing=N_("duration of the projects"),
        example="15 months",
    )
    submitted: Quantity | None = optional(
        COUNT,
        N_("Projects submitted"),
        help=N_("How many applied; ~ means about, ~< almost."),
        example="~< 80",
        since=_CALLED,
        also=N_("submitted, applications, proposals"),
    )
    shortlisted: Quantity | None = optional(
        COUNT,
        N_("Projects shortlisted"),
        help=N_("How many of them were chosen to go on to the next round."),
        example="12",
        at_most=("submitted",),
        since=_CALLED,
        also=N_("shortlisted, admitted, finalists"),
    )
    funded: Quantity | None = optional(
        COUNT,
        N_("Projects funded"),
        help=N_("How many of them were given money in the end."),
        example="6",
        at_most=("submitted", "shortlisted"),
        since=_DECIDED,
        also=N_("funded, winners, winning projects"),
    )
    amount: Quantity | None = optional(
        MONEY,
        N_("Amount"),
        help=N_("What the projects received in all: number and EUR, after ~, ~<, < or > where needed."),
        example="90000 EUR",
        since=_DECIDED,
        also=A_SUM,
    )
    most_each: Quantity | None = optional(
        MONEY,
        N_("At most for each project"),
        help=N_("What a project could receive at most: number and EUR."),
        example="20000 EUR",
        at_most=("amount",),
    )
    note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Note"),
        help=N_("What else there is to know of the edition."),
        example={"it": "due progetti erano di scuole", "en": "two projects were by schools"},
    )
    projects: tuple[Project, ...] = many(
        GroupOf(Project),
        N_("Projects"),
        help=N_("The projects of the edition, one by one."),
        missing=N_("projects one by one"),
        example=EXAMPLE,
        one_each="funded",
        since=_DECIDED,
    )
    sources: tuple[AnyRef, ...] = many(
        SOURCE, N_("Sources"), help=N_("The sources that tell of the edition."), example=["comunicato-premio"]
    )
    not_stated: tuple[str, ...] = many(
        TEXT,
        N_("Not stated"),
        help=N_("The fields of the edition not found in what was read of the sources, by name."),
        example=["theme", "projects"],
    )
    differing: tuple[Differing, ...] = many(
        GroupOf(Differing),
        N_("Differing values"),
        help=N_("What other sources say of a field of the edition, where they do not agree."),
        example=[{"field": "amount", "value": "~ 95000 EUR", "source": "articolo-premio"}],
    )


class Total(Group):
    """A cumulative figure as one source gives it; rows may share a measure."""

    singular = N_("a total")
    shares = ("measure", "value")
    measure: str = needed(MEASURES, N_("What is counted"), help=N_("What the total counts: a word of the list."))
    value: Quantity = needed(
        QUANTITY, N_("Value"), help=N_("How many, or how much with its unit; ~ means about, ~< almost, > more than.")
    )
    since: Day | None = optional(
        DAY, N_("Since"), help=N_("Day, month or year from which it is counted."), example="2017", past=True
    )
    until: Day | None = optional(
        DAY,
        N_("Until"),
        help=N_("Day, month or year up to which it is counted."),
        example="2024",
        after=("since",),
        past=True,
    )
    as_of: Day | None = optional(
        DAY,
        N_("As of"),
        help=N_("Day, month or year for which the source gives the total."),
        after=("since",),
        past=True,
        attested_by="source",
    )
    source: AnyRef = needed(
        SOURCE,
        N_("Source"),
        help=N_("The source that gives the total: a record of content/sources."),
        example="pagina-premio",
    )
    apart: bool = flag(
        FLAG,
        N_("Not comparable"),
        help=N_("Yes if it counts something else than the others, or is not enough by itself: no picture has it."),
        hidden=N_("it says which totals are drawn"),
    )
    note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Note"),
        help=N_("What one must know to read the total rightly."),
        example={"it": "somma delle donazioni", "en": "sum of the donations"},
    )
