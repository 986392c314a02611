"""Funding: where the money of an undertaking comes from."""

from collections.abc import Mapping

from generator.fields.dates import DAY
from generator.fields.declare import Group, needed, optional
from generator.fields.quantities import MONEY
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Quantity
from generator.kinds.also_called import A_SUM
from generator.words import N_


class Funding(Group):
    singular = N_("a funding")
    fund: Mapping[str, str] = needed(
        LOCALISED,
        N_("Fund"),
        help=N_("Where the money comes from."),
        example={"it": "donazioni dei cittadini", "en": "citizens’ donations"},
    )
    amount: Quantity | None = optional(
        MONEY,
        N_("Amount"),
        help=N_("Number and EUR, after ~ (about), ~< (almost), < or > where needed."),
        example="~ 120000 EUR",
        also=A_SUM,
    )
    note: Mapping[str, str] | None = optional(
        LOCALISED, N_("Note"), help=N_("How it pays, in a few words."), example={"it": "ogni anno", "en": "every year"}
    )
    since: Day | None = optional(
        DAY, N_("Since"), help=N_("Day, month or year from which the fund pays."), example="2024"
    )
    until: Day | None = optional(
        DAY, N_("Until"), help=N_("Day, month or year up to which the fund pays."), example="2026", after=("since",)
    )
