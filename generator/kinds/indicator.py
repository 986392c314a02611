"""Indicators: a figure, what it measures, and its values in time, each with its as-of date and its source."""

from collections.abc import Mapping

from generator.fields.choices import Choice, Option
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, flag, many, needed, optional, required
from generator.fields.quantities import QUANTITY
from generator.fields.references import ANY_RECORD
from generator.fields.texts import FLAG, LOCALISED, TextType
from generator.fields.types import Schema, definition
from generator.fields.values import AnyRef, Day, Quantity
from generator.kinds.base import BY_OWNER, Dated, Kind
from generator.kinds.evidence import SOURCE
from generator.words import N_, NN_, Words

DIRECTIONS = Choice(
    {
        "up": Option(N_("more is better"), also=N_("growth, increase, up")),
        "down": Option(N_("less is better"), also=N_("decrease, decline, down")),
    }
)
PERIODS = Choice(
    {
        "year": N_("year"),
        "academic-year": N_("academic year"),
        "target": N_("target"),
    }
)


class ComputedType(TextType):
    """The name of what Vetrina counts itself."""

    defined = "Computed"

    def schema(self, words: Words) -> Schema:
        return definition(self.defined)


class ReadingPart(Group):
    """One of the parts that a value is made of."""

    singular = N_("a part of a value")
    whole = ""
    label: Mapping[str, str] = needed(
        LOCALISED,
        N_("What it is"),
        help=N_("What the part is, in a few words."),
        example={"it": "residenti", "en": "residents"},
    )
    value: Quantity = needed(
        QUANTITY, N_("Value"), help=N_("How much of the whole it is, in the same unit."), unit_in="unit"
    )


class Reading(Group):
    """One value of an indicator."""

    singular = N_("a value of the series")
    told_apart_by = (("period", "source"),)
    in_order_of = ("period", "as_of")
    one_unit = "value"
    period: str | None = optional(
        TextType("2024"), N_("Period"), help=N_("The period the value is of, as the source writes it.")
    )
    value: Quantity = needed(
        QUANTITY,
        N_("Value"),
        help=N_("The figure itself, with its unit; ~ means about, ~< almost, > more than."),
        unit_in="unit",
    )
    as_of: Day | None = optional(
        DAY,
        N_("As of"),
        help=N_("Day, month or year for which the value holds; where a period says it, leave this out."),
        past=True,
        attested_by="source",
    )
    source: AnyRef = needed(
        SOURCE,
        N_("Source"),
        help=N_("The source that gives the value: a record of content/sources."),
        example="rapporto-annuale",
    )
    deduced_date: bool = flag(
        FLAG,
        N_("Deduced date"),
        help=N_("Yes if no source states that date in full, and it is deduced from a copy or an address."),
        hidden=N_("the date says of itself that it is deduced"),
    )
    note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Note"),
        help=N_("What one must know to read the value rightly."),
        example={"it": "primo giorno escluso", "en": "first day excluded"},
    )
    parts: tuple[ReadingPart, ...] = many(
        GroupOf(ReadingPart),
        N_("Parts"),
        help=N_("What the value is made of, as the same source divides it: all the parts, or those that are known."),
        parts_of="value",
    )


class Indicator(Kind):
    singular = N_("an indicator")
    whole = N_("about {record}")
    folder = "indicators"
    plural = N_("Indicators")
    counted = NN_("{number} indicator", "{number} indicators")
    search_rank = 2
    sought = N_("figures, data, numbers, statistics")
    noun = N_("Indicator")
    segments = {"it": "indicatori", "en": "indicators"}
    subject = "about"
    grouping = BY_OWNER
    list_as = "figures"
    list_picture = "years"
    dates = (Dated("series.as_of", N_("value {when}"), "as of"),)
    schema_org = "StatisticalVariable"
    exactly_one = ("series", "computed")

    about: AnyRef | None = required(
        ANY_RECORD,
        N_("About"),
        help=N_("The record that it measures, by folder and id."),
        example="initiatives/festival-del-fiume",
        block="what",
        backlink=Backlink(N_("Indicators"), {"it": "indicatori", "en": "indicators"}),
    )
    unit: Mapping[str, str] | None = required(
        LOCALISED,
        N_("What is counted"),
        help=N_("What is counted, in the plural; of a sum or a share, what follows the number: “of the families”."),
        example={"it": "visitatori", "en": "visitors"},
        block="what",
        also=N_("unit, unit of measure"),
    )
    definition: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Definition"),
        help=N_("What is counted and what is not."),
        example={"it": "chi è entrato almeno una volta", "en": "those who came in at least once"},
        block="what",
    )
    method: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Method"),
        help=N_("How it is measured."),
        example={"it": "conteggio agli ingressi", "en": "count at the entrances"},
        block="what",
        schema_org="measurementMethod",
    )
    direction: str | None = optional(
        DIRECTIONS, N_("Direction"), help=N_("Whether a higher or a lower value is better."), block="what"
    )
    period_is: str | None = optional(
        PERIODS,
        N_("Sort of period"),
        help=N_("What the periods of its values are, where the bare years would not say it."),
        block="what",
        hidden=N_("each value says it with its period"),
    )
    series: tuple[Reading, ...] = many(
        GroupOf(Reading),
        N_("Series"),
        help=N_("Its values, from the oldest: the last is the one the page shows first."),
        also=N_("value, values"),
        required=True,
        block="figures",
        unless=("computed",),
    )
    finding: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("What it shows"),
        help=N_("What its values show, in a sentence, in place of ours; every number in it is one of theirs."),
        example={"it": "Nel 2023 i visitatori sono stati 12.000", "en": "In 2023 there were 12,000 visitors"},
        block="figures",
        hidden=N_("the picture of its values says it"),
    )
    computed: str | None = optional(
        ComputedType("agreements-signed"),
        N_("Computed figure"),
        help=N_("In place of a series, the name of a figure that Vetrina counts itself."),
        block="figures",
        hidden=N_("the figure itself is shown"),
    )
