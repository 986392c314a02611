"""Networks and clusters: who founded them, who coordinates them, whether they are recognised."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Kind
from generator.kinds.declare import Group, many, needed, optional, required
from generator.kinds.fields import Choices, DayField, Localised, Number, OrganisationRef
from generator.words import N_

FORM = Choices(
    {
        "technology-cluster": N_("technology cluster"),
        "university-network": N_("network of universities"),
        "thematic-network": N_("thematic network"),
    },
    headings={
        "technology-cluster": N_("Technology clusters"),
        "university-network": N_("Networks of universities"),
        "thematic-network": N_("Thematic networks"),
    },
)
RECOGNITION = Choices(
    {
        "none": N_("not sought"),
        "under-way": N_("being sought"),
        "recognised": N_("recognised"),
    }
)


class Recognition(Group):
    singular: ClassVar[str] = N_("a recognition")
    state: Annotated[str, PlainValidator(RECOGNITION)] = needed(N_("Recognition"))
    by: OrganisationRef | None = optional(N_("Recognised by"))
    on: DayField | None = optional(N_("Recognised on"))
    ordinal: Number | None = optional(N_("Place in the order of recognition"))


class Network(Kind):
    singular: ClassVar[str] = N_("a network")
    folder: ClassVar[str] = "networks"
    plural: ClassVar[str] = N_("Networks and clusters")
    participants: ClassVar[tuple[str, ...]] = ("proposer", "coordinator", "founders", "members")

    form: Annotated[str, PlainValidator(FORM)] | None = required(N_("Form"))
    proposer: OrganisationRef | None = optional(N_("Proposer"))
    coordinator: OrganisationRef | None = required(N_("Coordinator"))
    founders: tuple[OrganisationRef, ...] = many(N_("Founders"), required=True)
    members: tuple[OrganisationRef, ...] = many(N_("Members"))
    other_members: tuple[Localised, ...] = many(N_("Other members"))
    recognition: Recognition | None = required(N_("Recognition"))
    governance: Localised | None = optional(N_("Governance"))
    aims: tuple[Localised, ...] = many(N_("Aims"))
    constituted_on: DayField | None = optional(N_("Constituted on"))
    sector: Localised | None = optional(N_("Sector"))
    legal_form: Localised | None = optional(N_("Legal form"))
