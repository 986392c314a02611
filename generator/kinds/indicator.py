"""Indicators: a figure, what it measures, and its values in time, each with its as-of date and its source."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds.base import SOURCE, Dated, Kind
from generator.kinds.field import Backlink, Group, GroupOf, Property, many, needed, optional, required
from generator.kinds.types.choices import Choice, Option
from generator.kinds.types.dates import DAY
from generator.kinds.types.quantities import QUANTITY
from generator.kinds.types.references import ANY_RECORD
from generator.kinds.types.texts import LOCALISED, TextType
from generator.kinds.types.values import Day, Quantity, Ref
from generator.words import N_

DIRECTIONS = Choice({"up": Option(N_("more is better")), "down": Option(N_("less is better"))})


class Reading(Group):
    """One value of an indicator."""

    singular: ClassVar[str] = N_("a value of the series")
    period: str | None = optional(TextType("2024"), N_("Period"))
    value: Quantity = needed(QUANTITY, N_("Value"))
    as_of: Day | None = optional(DAY, N_("As of"))
    source: Ref[Kind] = needed(SOURCE, N_("Source"))
    note: Mapping[str, str] | None = optional(LOCALISED, N_("Note"))


class Indicator(Kind):
    singular: ClassVar[str] = N_("an indicator")
    folder: ClassVar[str] = "indicators"
    plural: ClassVar[str] = N_("Indicators")
    noun: ClassVar[str] = N_("Indicator")
    segments: ClassVar[Mapping[str, str]] = {"it": "indicatori", "en": "indicators"}
    dates: ClassVar[tuple[Dated, ...]] = (Dated("series.as_of", N_("value {when}"), "as of"),)
    schema_org: ClassVar[str] = "StatisticalVariable"
    exactly_one: ClassVar[tuple[str, str] | None] = ("series", "computed")

    about: Ref[Kind] | None = required(
        ANY_RECORD,
        N_("About"),
        block="what",
        backlink=Backlink(N_("Indicators"), {"it": "indicatori", "en": "indicators"}),
    )
    unit: Mapping[str, str] | None = required(LOCALISED, N_("Unit"), block="what")
    definition: Mapping[str, str] | None = optional(LOCALISED, N_("Definition"), block="what")
    method: Mapping[str, str] | None = optional(
        LOCALISED, N_("Method"), block="what", schema_org=Property("measurementMethod")
    )
    direction: str | None = optional(DIRECTIONS, N_("Direction"), block="what")
    series: tuple[Reading, ...] = many(
        GroupOf(Reading), N_("Series"), required=True, block="figures", unless="computed"
    )
    computed: str | None = optional(
        TextType("agreements-signed"),
        N_("Computed figure"),
        block="figures",
        hidden=N_("the figure itself is shown"),
    )
