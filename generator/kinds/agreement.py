"""Agreements: who agreed what with whom, from when, until when."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds.base import Dated, Kind
from generator.kinds.facets import AUDIENCE, FORM, NATURE, STATUS, TOPIC, UNIVERSITY, YEAR, Facet
from generator.kinds.field import Backlink, Group, GroupOf, Property, many, optional, required
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.person import Person
from generator.kinds.types.addresses import URL
from generator.kinds.types.choices import Choice, Option
from generator.kinds.types.dates import DAY, DURATION
from generator.kinds.types.quantities import QUANTITY
from generator.kinds.types.references import Reference
from generator.kinds.types.texts import LOCALISED, TEXT
from generator.kinds.types.values import Day, Duration, Quantity, Ref
from generator.words import N_

FORMS = Choice(
    {
        "memorandum": Option(
            N_("memorandum of understanding"),
            segments={"it": "protocollo-d-intesa", "en": "memorandum-of-understanding"},
        ),
        "framework": Option(N_("framework agreement"), segments={"it": "accordo-quadro", "en": "framework-agreement"}),
        "convention": Option(N_("convention"), segments={"it": "convenzione", "en": "convention"}),
        "implementing-convention": Option(
            N_("implementing convention"), segments={"it": "convenzione-attuativa", "en": "implementing-convention"}
        ),
        "letter-of-intent": Option(
            N_("letter of intent"), segments={"it": "lettera-d-intenti", "en": "letter-of-intent"}
        ),
        "collaboration": Option(
            N_("collaboration agreement"), segments={"it": "accordo-di-collaborazione", "en": "collaboration-agreement"}
        ),
        "programme-agreement": Option(
            N_("programme agreement"), segments={"it": "accordo-di-programma", "en": "programme-agreement"}
        ),
        "concession": Option(N_("concession"), segments={"it": "concessione", "en": "concession"}),
        "consortium": Option(N_("consortium"), segments={"it": "consorzio", "en": "consortium"}),
    }
)
STAGES = Choice(
    {
        "announced": Option(N_("announced")),
        "presented": Option(N_("presented")),
        "approved": Option(N_("approved")),
        "signed": Option(N_("signed")),
    }
)
RENEWALS = Choice(
    {"possible": Option(N_("possible")), "tacit": Option(N_("tacit")), "excluded": Option(N_("excluded"))}
)
STATUSES = Choice(
    {
        "expiring": Option(
            N_("ends within twelve months"),
            N_("Ending within twelve months"),
            segments={"it": "finisce-entro-dodici-mesi", "en": "ends-within-twelve-months"},
        ),
        "in-force": Option(N_("in force"), N_("In force"), segments={"it": "in-vigore", "en": "in-force"}),
        "upcoming": Option(
            N_("not yet in effect"),
            N_("Not yet in effect"),
            segments={"it": "non-ancora-in-vigore", "en": "not-yet-in-effect"},
        ),
        "undeterminable": Option(
            N_("cannot be determined"),
            N_("End not known"),
            segments={"it": "non-determinabile", "en": "cannot-be-determined"},
        ),
        "renewed": Option(
            N_("renewed"), N_("Renewed by a later agreement"), segments={"it": "rinnovato", "en": "renewed"}
        ),
        "expired": Option(N_("expired"), N_("Past their end"), segments={"it": "scaduto", "en": "expired"}),
        "ended": Option(
            N_("ended early"),
            N_("Ended before their time"),
            segments={"it": "concluso-in-anticipo", "en": "ended-early"},
        ),
        "not-signed": Option(
            N_("not signed"), N_("Not signed, as far as is known"), segments={"it": "non-firmato", "en": "not-signed"}
        ),
    },
    ranked=True,
)


class Signatory(Group):
    """Who signed: a person with a public office, or a role whose holder has none."""

    singular: ClassVar[str] = N_("a signatory")
    exactly_one: ClassVar[tuple[str, str] | None] = ("person", "role")
    person: Ref[Person] | None = optional(
        Reference[Person]("people"),
        N_("Person"),
        backlink=Backlink(N_("Agreements signed"), {"it": "accordi-firmati", "en": "agreements-signed"}),
    )
    role: Mapping[str, str] | None = optional(LOCALISED, N_("Role"))
    on_behalf_of: Ref[Organisation] | None = optional(ORGANISATION, N_("On behalf of"))


class Act(Group):
    singular: ClassVar[str] = N_("an act")
    body: Ref[Organisation] | None = optional(
        ORGANISATION,
        N_("Body"),
        backlink=Backlink(
            N_("Agreements it approved by an act"),
            {"it": "accordi-approvati-con-un-suo-atto", "en": "agreements-it-approved-by-an-act"},
        ),
    )
    number: str | None = optional(TEXT, N_("Number"))
    on: Day | None = optional(DAY, N_("Day"))
    url: str | None = optional(URL, N_("Address"))


class Agreement(Kind):
    singular: ClassVar[str] = N_("an agreement")
    folder: ClassVar[str] = "agreements"
    plural: ClassVar[str] = N_("Agreements")
    kicker: ClassVar[str] = "form"
    segments: ClassVar[Mapping[str, str]] = {"it": "accordi", "en": "agreements"}
    facets: ClassVar[tuple[Facet, ...]] = (UNIVERSITY, TOPIC, STATUS, YEAR, FORM, AUDIENCE, NATURE)
    dates: ClassVar[tuple[Dated, ...]] = (
        Dated("signed_on", N_("signed {when}")),
        Dated("announced_on", N_("announced {when}")),
    )
    status: ClassVar[Choice | None] = STATUSES
    schema_org: ClassVar[str] = "CreativeWork"
    schema_org_list: ClassVar[bool] = True

    form: str | None = required(FORMS, N_("Form"), block="what")
    form_as_named: Mapping[str, str] | None = optional(LOCALISED, N_("Form as named"), block="what")
    stage: str | None = required(STAGES, N_("Stage"), block="what")
    place: str | None = optional(TEXT, N_("Place"), block="what")
    framework: "Ref[Agreement] | None" = optional(
        Reference["Agreement"]("agreements"),
        N_("Under the framework"),
        block="what",
        backlink=Backlink(
            N_("Agreements under this framework"),
            {"it": "accordi-che-discendono-da-questo-accordo-quadro", "en": "agreements-under-this-framework"},
        ),
    )
    renews: "Ref[Agreement] | None" = optional(
        Reference["Agreement"]("agreements"),
        N_("Renews"),
        block="what",
        backlink=Backlink(N_("Renewed by"), {"it": "rinnovato-da", "en": "renewed-by"}),
    )
    act: Act | None = required(GroupOf(Act), N_("Act"), block="what")
    parties: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Parties"),
        required=True,
        at_least=2,
        block="who",
        participant=True,
        backlink=Backlink(
            N_("Agreements it is a party to"),
            {"it": "accordi-di-cui-e-parte", "en": "agreements-it-is-a-party-to"},
        ),
        schema_org=Property("contributor"),
    )
    signatories: tuple[Signatory, ...] = many(
        GroupOf(Signatory), N_("Signatories"), required=True, block="who", only_if=("stage", "signed")
    )
    signed_on: Day | None = required(
        DAY, N_("Signed on"), block="when", only_if=("stage", "signed"), schema_org=Property("dateCreated")
    )
    announced_on: Day | None = optional(DAY, N_("Announced on"), block="when", schema_org=Property("datePublished"))
    effective_on: Day | None = required(DAY, N_("In effect from"), block="when")
    duration: Duration | None = required(DURATION, N_("Duration"), block="when", unless="until")
    until: Day | None = optional(DAY, N_("Until"), block="when")
    duration_note: Mapping[str, str] | None = optional(LOCALISED, N_("About the duration"), block="when")
    renewal: str | None = required(RENEWALS, N_("Renewal"), block="when")
    renewal_note: Mapping[str, str] | None = optional(LOCALISED, N_("About the renewal"), block="when")
    ended_on: Day | None = optional(DAY, N_("Ended on"), block="when")
    focus: tuple[Mapping[str, str], ...] = many(
        LOCALISED, N_("Fields"), block="purpose", as_list="ticks", schema_org=Property("about")
    )
    beneficiaries: tuple[Mapping[str, str], ...] = many(LOCALISED, N_("Beneficiaries"), block="purpose")
    commitments: tuple[Mapping[str, str], ...] = many(LOCALISED, N_("Commitments"), block="purpose", as_list="ticks")
    value: Quantity | None = required(QUANTITY, N_("Economic value"), block="figures")
    value_note: Mapping[str, str] | None = optional(LOCALISED, N_("About the value"), block="figures")
