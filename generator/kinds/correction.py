"""Corrections: what was reported of a record, when, and what was done about it."""

from collections.abc import Mapping

from generator.fields.choices import Choice, Option
from generator.fields.dates import DAY
from generator.fields.declare import needed, optional, required
from generator.fields.references import ANY_RECORD
from generator.fields.texts import LOCALISED
from generator.fields.values import AnyRef, Day
from generator.kinds.base import Dated, Kind
from generator.kinds.facets import OUTCOME, YEAR
from generator.words import N_, NN_

OUTCOMES = Choice(
    {
        "corrected": Option(
            N_("corrected"), N_("Corrected"), {"it": "corrette", "en": "corrected"}, since=("done_on",)
        ),
        "right": Option(N_("it was right"), N_("It was right"), {"it": "era-giusto", "en": "it-was-right"}),
        "under-way": Option(N_("being looked into"), N_("Being looked into"), {"it": "in-esame", "en": "looked-into"}),
    }
)


class Correction(Kind):
    singular = N_("a correction")
    folder = "corrections"
    plural = N_("Corrections")
    counted = NN_("{number} correction", "{number} corrections")
    noun = N_("Correction")
    kicker = "outcome"
    search_rank = 3
    search_weight = 0.1
    """A record comes before its corrections, which repeat its words; their list is one of the site's all the same."""
    sought = N_("errata, mistakes reported, mistakes corrected")
    segments = {"it": "correzioni", "en": "corrections"}
    facets = (OUTCOME, YEAR)
    newest_first = True
    items_dated = True
    dates = (Dated("done_on", N_("corrected {when}")), Dated("reported_on", N_("reported {when}")))
    schema_org = "CorrectionComment"
    needs_source = False
    withdrawn_with = "record"

    record: AnyRef = needed(
        ANY_RECORD,
        N_("Of the page"),
        help=N_("The record that it is about, by folder and id."),
        block="what",
    )
    outcome: str | None = required(OUTCOMES, N_("Outcome"), help=N_("What came of it."), block="what")
    reported_on: Day | None = required(
        DAY, N_("Reported on"), help=N_("Day, month or year when it was reported."), past=True, block="when"
    )
    done_on: Day | None = required(
        DAY,
        N_("Corrected on"),
        help=N_("Day, month or year when the record was corrected."),
        only_if=("outcome", "corrected"),
        after=("reported_on",),
        past=True,
        block="when",
    )
    reported: Mapping[str, str] = needed(
        LOCALISED,
        N_("What was reported"),
        help=N_("What was reported, in a sentence; never by whom."),
        example={"it": "La data non è quella della firma.", "en": "The date is not that of the signature."},
        block="what",
    )
    because: Mapping[str, str] | None = required(
        LOCALISED,
        N_("Why it was corrected"),
        help=N_("The end of the sentence “corrected because …”, without its full stop."),
        example={"it": "la data era quella della cerimonia", "en": "the date was that of the ceremony"},
        only_if=("outcome", "corrected"),
        block="what",
        also=N_("why, reason"),
    )
    done: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("What was done"),
        help=N_("What was changed, or why nothing was, in a sentence."),
        example={"it": "Abbiamo scritto il giorno della firma.", "en": "We wrote the day of the signature."},
        block="what",
    )

    @property
    def updated(self) -> Day | None:
        days = (super().updated, self.done_on or self.reported_on)
        return max((day for day in days if day), key=lambda day: day.first, default=None)
