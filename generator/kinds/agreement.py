"""Agreements: who agreed what with whom, from when, until when."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.dates import DAY, DURATION
from generator.fields.declare import Backlink, GroupOf, many, optional, required
from generator.fields.in_languages import NameType
from generator.fields.quantities import MONEY
from generator.fields.references import Reference
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Duration, Quantity, Ref
from generator.kinds.act import Act
from generator.kinds.agreement_choices import RENEWALS, STAGES
from generator.kinds.agreement_dates import ANNOUNCED, DEDUCIBLE, SIGNED
from generator.kinds.agreement_forms import FORMS
from generator.kinds.agreement_statuses import IN_FORCE, STATUSES
from generator.kinds.also_called import A_PLACE, A_SORT
from generator.kinds.base import BY_STATUS, Dated, Kind
from generator.kinds.facets import AUDIENCE, END, FORM, NATURE, PARTNER, SEATS, STATUS, TOPIC, UNIVERSITY, YEAR
from generator.kinds.measures_of_kinds import OF_AGREEMENTS
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.place import PLACE, Place
from generator.kinds.signatory import Signatory
from generator.words import N_, NN_


class Agreement(Kind):
    singular, whole = N_("an agreement"), N_("of the whole agreement: {record}")
    folder = "agreements"
    plural = N_("Agreements")
    list_title = N_("Register of agreements")
    counted = NN_("{number} agreement", "{number} agreements")
    sought = N_("register, register of agreements, framework agreements, memoranda of understanding")
    found_by = N_("csv, download")
    kicker = "form"
    segments = {"it": "accordi", "en": "agreements"}
    facets = (
        *(STATUS, UNIVERSITY, TOPIC, PARTNER, END, FORM, SEATS),
        YEAR.of("@year", N_("Signed or announced in"), N_("signed, announced, made")),
        *(NATURE, AUDIENCE),
    )
    dates = (SIGNED, ANNOUNCED)
    effect: ClassVar[Dated] = Dated("effective_on", N_("begins {when}"))
    """What begins its validity, which is not what places it in time."""
    grouping = BY_STATUS
    status = STATUSES
    goes_on = "renewal"
    downloads = ("csv", "ics")
    counts = {"agreements-signed": ("stage", "signed"), "agreements-in-force": (BY_STATUS, IN_FORCE)}
    measures = OF_AGREEMENTS
    list_as, schema_org = "register", "CreativeWork"
    schema_org_list = True
    same_if, else_same_if = ("parties", "signed_on"), ("parties", "announced_on")

    form: str | None = required(
        FORMS,
        N_("Kind"),
        help=N_("What sort of agreement it is, by whatever name the source calls it."),
        also=A_SORT,
        block="what",
    )
    form_as_named: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("What the source calls it"),
        help=N_("What the source calls it, in its own words."),
        given=True,
        example={"it": "patto di collaborazione", "en": "collaboration pact"},
        block="what",
    )
    stage: str | None = required(
        STAGES,
        N_("Stage"),
        help=N_("How far it has come; “signed” only if a source says so."),
        also=N_("state, status, phase"),
        example="signed",
        block="what",
    )
    place: str | Mapping[str, str] | None = optional(
        NameType("Collefiorito"),
        N_("Signed or presented at"),
        missing=N_("place of the signature"),
        help=N_("Where it was signed or presented."),
        block="what",
        also=A_PLACE,
    )
    framework: "Ref[Agreement] | None" = optional(
        Reference["Agreement"]("agreements"),
        N_("Under the framework"),
        help=N_("The framework agreement it comes under."),
        example="quadro-valdombra",
        block="what",
        within=True,
        backlink=Backlink(
            N_("Agreements under this framework"),
            {"it": "accordi-che-discendono-da-questo-accordo-quadro", "en": "agreements-under-this-framework"},
        ),
    )
    renews: "Ref[Agreement] | None" = optional(
        Reference["Agreement"]("agreements"),
        N_("Renews"),
        help=N_("The earlier agreement that this one renews."),
        earlier=True,
        example="biblioteche-2020",
        block="what",
        backlink=Backlink(N_("Renewed by"), {"it": "rinnovato-da", "en": "renewed-by"}),
    )
    follows: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Follows"),
        help=N_("What came before it, in words: an agreement that has no record here, or a collaboration."),
        example={"it": "una collaborazione avviata nel 2008", "en": "a collaboration begun in 2008"},
        block="what",
    )
    act: Act | None = required(
        GroupOf(Act),
        N_("Decision"),
        missing=N_("act that approves the agreement"),
        also=N_("act, resolution, decree"),
        help=N_("The act that approved it: whose, its number, its day."),
        block="what",
    )
    parties: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Parties"),
        help=N_("The organisations that agree, at least two."),
        also=N_("partners, contracting parties"),
        example=["universita-di-collefiorito", "comune-di-valdombra"],
        required=True,
        at_least=2,
        block="who",
        role=N_("party"),
        backlink=Backlink(
            N_("Agreements it appears in"),
            {"it": "accordi-di-cui-e-parte", "en": "agreements-it-is-a-party-to"},
        ),
        schema_org="contributor",
    )
    signatories: tuple[Signatory, ...] = many(
        GroupOf(Signatory),
        N_("Signatories"),
        help=N_("Who signed it, and for which party."),
        required=True,
        block="who",
        only_if=("stage", "signed"),
        also=N_("signers, signed by"),
    )
    signed_on: Day | None = required(
        DAY,
        N_("Signature"),
        missing=N_("day of the signature"),
        also=N_("signed on, date of signature, date"),
        help=N_("Day, month or year of the signature, where a source says it was signed; not of the announcement."),
        block="when",
        past=True,
        before=("verified_on",),
        attested_by="sources",
        only_if=("stage", "signed"),
        schema_org="dateCreated",
    )
    announced_on: Day | None = optional(
        DAY,
        N_("Announcement"),
        missing=N_("day of the announcement"),
        help=N_("Day, month or year when it was made public."),
        past=True,
        before=("verified_on",),
        attested_by="sources",
        block="when",
        schema_org="datePublished",
    )
    effective_on: Day | None = required(
        DAY,
        N_("In effect from"),
        missing=N_("day it takes effect"),
        also=N_("effective from, in force from, start"),
        help=N_("Day, month or year from which it has effect; over a year before it is signed, a notice says so."),
        seldom_before=("signed_on",),
        block="when",
    )
    duration: Duration | None = required(
        DURATION,
        N_("Duration"),
        help=N_("How long it holds once it begins, as a number of days, months or years: 3 years, 18 months."),
        block="when",
        unless=("until",),
    )
    until: Day | None = optional(
        DAY,
        N_("Until"),
        help=N_("Day, month or year of its end, if a source states it; if not, Vetrina counts it from the duration."),
        example="2028-03",
        also=N_("end, expiry, deadline, expires on"),
        after=("effective_on", "signed_on"),
        counted=("duration", "effective_on", "signed_on"),
        block="when",
    )
    extension: Duration | None = optional(
        DURATION,
        N_("Extendable by"),
        help=N_("By how much it can be extended at most, beyond its end or duration, if a source says so."),
        example="6 months",
        block="when",
    )
    duration_note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("About the duration"),
        help=N_("What else the source says of the duration."),
        example={"it": "salvo proroga", "en": "unless extended"},
        note_of="duration",
        block="when",
    )
    renewal: str | None = required(
        RENEWALS,
        N_("Renewal"),
        help=N_("Whether it can be renewed, renews itself, or neither."),
        block="when",
        also=N_("renewable, tacit renewal"),
    )
    renewal_note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("About the renewal"),
        help=N_("What else the source says of how it can be renewed; not what it renews."),
        example={"it": "con un atto scritto", "en": "by a written act"},
        note_of="renewal",
        block="when",
    )
    ended_on: Day | None = optional(
        DAY,
        N_("Ended early on"),
        help=N_("Day, month or year when it was ended before its time."),
        after=("effective_on", "signed_on"),
        before=("until", "verified_on"),
        counted=("duration", "effective_on", "signed_on"),
        put_off_by=(("extension", ""), ("renewal", "possible"), ("renewal", "tacit")),
        past=True,
        attested_by="sources",
        block="when",
    )
    deduced: tuple[str, ...] = many(
        DEDUCIBLE,
        N_("Deduced dates"),
        help=N_("The dates no source states in full, deduced from a copy or an address: they are marked as such."),
        names_fields=True,
        block="when",
        hidden=N_("each date says of itself that it is deduced"),
    )
    places: tuple[Ref[Place], ...] = many(
        PLACE,
        N_("Places it concerns"),
        help=N_("The places that it is about, such as a campus, a district, a building."),
        example=["mulino-vecchio"],
        block="where",
        backlink=Backlink(
            N_("Agreements about this place"), {"it": "accordi-che-lo-riguardano", "en": "agreements-on-it"}
        ),
        schema_org="spatialCoverage",
        also=A_PLACE,
    )
    focus: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Areas of work"),
        help=N_("What the parties work on, a few words for each field."),
        example=[{"it": "orari dei mezzi pubblici", "en": "public transport timetables"}],
        block="purpose",
        as_list="tags",
        schema_org="about",
    )
    beneficiaries: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Who benefits"),
        help=N_("Who gains from it, a few words for each group."),
        example=[{"it": "chi studia fuori sede", "en": "students living away from home"}],
        block="purpose",
    )
    commitments: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("What the parties commit to"),
        help=N_("What the parties undertake to do, a few words for each thing."),
        example=[{"it": "un gruppo di lavoro comune", "en": "a joint working group"}],
        block="purpose",
        as_list="ticks",
    )
    value: Quantity | None = required(
        MONEY,
        N_("Value"),
        missing=N_("value in money"),
        also=N_("amount, sum, budget, funding"),
        help=N_("Number and EUR, after ~ (about), ~< (almost), < or > where needed; 0 EUR if free of charge."),
        example="~ 250000 EUR",
        block="figures",
    )
    value_note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("About the value"),
        help=N_("What else the source says of the value."),
        example={"it": "nessun onere per le parti", "en": "no cost to the parties"},
        note_of="value",
        block="figures",
    )
