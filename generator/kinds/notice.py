"""What has changed in a record since the rest of it was written."""

from collections.abc import Mapping

from generator.fields.dates import DAY
from generator.fields.declare import Group, needed, optional
from generator.fields.references import ANY_RECORD
from generator.fields.texts import LOCALISED
from generator.fields.values import AnyRef, Day
from generator.words import N_


class Notice(Group):
    singular = N_("a notice")
    on: Day = needed(
        DAY, N_("Day"), help=N_("Day, month or year when the situation changed."), example="2025-10", past=True
    )
    text: Mapping[str, str] = needed(
        LOCALISED,
        N_("Text"),
        help=N_("What has changed, in a sentence or two."),
        example={"it": "Le attività si sono spostate al molo nuovo.", "en": "The activities moved to the new pier."},
    )
    see: AnyRef | None = optional(
        ANY_RECORD,
        N_("See"),
        help=N_("The record that tells of the new situation, by folder and id."),
        example="initiatives/molo-nuovo",
    )
