"""Calls: who issues them, for whom, and until when one can apply."""

from typing import ClassVar

from generator.kinds.base import Kind
from generator.kinds.declare import optional, required
from generator.kinds.fields import DayField, Localised, OrganisationRef, QuantityField, Url
from generator.words import N_


class Call(Kind):
    singular: ClassVar[str] = N_("a call")
    folder: ClassVar[str] = "calls"
    plural: ClassVar[str] = N_("Calls")
    participants: ClassVar[tuple[str, ...]] = ("issued_by",)

    issued_by: OrganisationRef | None = required(N_("Issued by"))
    addressed_to: Localised | None = optional(N_("Addressed to"))
    opens_on: DayField | None = required(N_("Opens on"))
    deadline: DayField | None = required(N_("Deadline"))
    deadline_note: Localised | None = optional(N_("About the deadline"))
    budget: QuantityField | None = required(N_("Budget"))
    official_url: Url | None = required(N_("Official page"))
