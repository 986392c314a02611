"""How much of what an owner has signed its register holds, as of when, and by what rule that was gathered."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.dates import DAY
from generator.fields.declare import Group, needed, optional
from generator.fields.quantities import QUANTITY
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Quantity
from generator.words import N_


class Coverage(Group):
    singular: ClassVar[str] = N_("the coverage of the register")
    signed: Quantity | None = optional(
        QUANTITY,
        N_("Agreements signed"),
        help=N_("How many agreements the owner has signed in all; without it the register says that it is not known."),
        example="~ 400",
    )
    as_of: Day = needed(DAY, N_("As of"), help=N_("Day, month or year for which this holds."), example="2026-11")
    rule: Mapping[str, str] = needed(
        LOCALISED,
        N_("Rule"),
        help=N_("By what rule those here were gathered, in a sentence."),
        example={
            "it": "Qui stanno gli accordi approvati dal Senato accademico dal 2020.",
            "en": "Here are the agreements approved by the Academic Senate since 2020.",
        },
    )
