"""Agreements: who agreed what with whom, from when, until when."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Kind
from generator.kinds.declare import Group, many, optional, required
from generator.kinds.fields import (
    AgreementRef,
    Choices,
    DayField,
    DurationField,
    Localised,
    OrganisationRef,
    PersonRef,
    QuantityField,
    Text,
    Url,
)
from generator.words import N_

FORM = Choices(
    {
        "memorandum": N_("memorandum of understanding"),
        "framework": N_("framework agreement"),
        "convention": N_("convention"),
        "implementing-convention": N_("implementing convention"),
        "letter-of-intent": N_("letter of intent"),
        "collaboration": N_("collaboration agreement"),
        "programme-agreement": N_("programme agreement"),
        "concession": N_("concession"),
        "consortium": N_("consortium"),
    }
)
STAGE = Choices(
    {
        "announced": N_("announced"),
        "presented": N_("presented"),
        "approved": N_("approved"),
        "signed": N_("signed"),
    }
)
RENEWAL = Choices({"possible": N_("possible"), "tacit": N_("tacit"), "excluded": N_("excluded")})


class Signatory(Group):
    """Who signed: a person with a public office, or a role whose holder has none."""

    singular: ClassVar[str] = N_("a signatory")
    exactly_one: ClassVar[tuple[str, str] | None] = ("person", "role")
    person: PersonRef | None = optional(N_("Person"))
    role: Localised | None = optional(N_("Role"))
    on_behalf_of: OrganisationRef | None = optional(N_("On behalf of"))


class Act(Group):
    singular: ClassVar[str] = N_("an act")
    body: OrganisationRef | None = optional(N_("Body"))
    number: Text | None = optional(N_("Number"))
    on: DayField | None = optional(N_("Day"))
    url: Url | None = optional(N_("Address"))


class Agreement(Kind):
    singular: ClassVar[str] = N_("an agreement")
    folder: ClassVar[str] = "agreements"
    plural: ClassVar[str] = N_("Agreements")
    participants: ClassVar[tuple[str, ...]] = ("parties",)

    form: Annotated[str, PlainValidator(FORM)] | None = required(N_("Form"))
    form_as_named: Localised | None = optional(N_("Form as named"))
    stage: Annotated[str, PlainValidator(STAGE)] | None = required(N_("Stage"))
    parties: tuple[OrganisationRef, ...] = many(N_("Parties"), required=True, at_least=2)
    signatories: tuple[Signatory, ...] = many(N_("Signatories"), required=True)
    signed_on: DayField | None = required(N_("Signed on"))
    place: Text | None = optional(N_("Place"))
    announced_on: DayField | None = optional(N_("Announced on"))
    effective_on: DayField | None = required(N_("In effect from"))
    duration: DurationField | None = required(N_("Duration"))
    until: DayField | None = optional(N_("Until"))
    duration_note: Localised | None = optional(N_("About the duration"))
    renewal: Annotated[str, PlainValidator(RENEWAL)] | None = required(N_("Renewal"))
    renewal_note: Localised | None = optional(N_("About the renewal"))
    renews: AgreementRef | None = optional(N_("Renews"))
    framework: AgreementRef | None = optional(N_("Under the framework"))
    ended_on: DayField | None = optional(N_("Ended on"))
    focus: tuple[Localised, ...] = many(N_("Fields"))
    commitments: tuple[Localised, ...] = many(N_("Commitments"))
    beneficiaries: tuple[Localised, ...] = many(N_("Beneficiaries"))
    value: QuantityField | None = required(N_("Economic value"))
    value_note: Localised | None = optional(N_("About the value"))
    act: Act | None = required(N_("Act"))

    def not_required(self) -> frozenset[str]:
        """An unsigned agreement has no signature; one with a stated end needs no duration."""
        unsigned = {"signatories", "signed_on"} if self.stage != "signed" else set()
        ending = {"duration"} if self.until else set()
        return frozenset(unsigned | ending)
