"""Indicators: a figure, what it measures, and its values in time, each with its as-of date and its source."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Kind
from generator.kinds.declare import Group, many, needed, optional, required
from generator.kinds.fields import Choices, DayField, Localised, MixedRef, QuantityField, SourceRef, Text
from generator.words import N_

DIRECTION = Choices({"up": N_("more is better"), "down": N_("less is better")})


class Reading(Group):
    """One value of an indicator."""

    singular: ClassVar[str] = N_("a value of the series")
    period: Text | None = optional(N_("Period"))
    value: QuantityField = needed(N_("Value"))
    as_of: DayField | None = optional(N_("As of"))
    source: SourceRef = needed(N_("Source"))
    note: Localised | None = optional(N_("Note"))


class Indicator(Kind):
    singular: ClassVar[str] = N_("an indicator")
    folder: ClassVar[str] = "indicators"
    plural: ClassVar[str] = N_("Indicators")

    exactly_one: ClassVar[tuple[str, str] | None] = ("series", "computed")

    about: MixedRef | None = required(N_("About"))
    unit: Localised | None = required(N_("Unit"))
    definition: Localised | None = optional(N_("Definition"))
    method: Localised | None = optional(N_("Method"))
    direction: Annotated[str, PlainValidator(DIRECTION)] | None = optional(N_("Direction"))
    series: tuple[Reading, ...] = many(N_("Series"), required=True)
    computed: Text | None = optional(N_("Computed figure"))

    def not_required(self) -> frozenset[str]:
        """A figure that Vetrina computes has no series typed."""
        return frozenset({"series"} if self.computed else ())
