"""Calls: who issues them, for whom, and until when one can apply."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.choices import Choice, Option
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Property, optional, required
from generator.fields.quantities import MONEY
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Quantity, Ref
from generator.fields.web import URL
from generator.kinds.base import Dated, Kind, Period
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_

STATUSES = Choice(
    {
        "closing": Option(N_("closes within two weeks")),
        "open": Option(N_("open")),
        "upcoming": Option(N_("not yet open")),
        "undeterminable": Option(N_("exact dates not known"), asks=N_("on which days it opens and closes")),
        "closed": Option(N_("closed")),
    },
    ranked=True,
)


class Call(Kind):
    singular: ClassVar[str] = N_("a call")
    folder: ClassVar[str] = "calls"
    plural: ClassVar[str] = N_("Calls")
    counted: ClassVar[tuple[str, str]] = NN_("{number} call", "{number} calls")
    sought: ClassVar[str] = N_("open calls, funding")
    noun: ClassVar[str] = N_("Call")
    stands_under: ClassVar[str] = "initiatives"
    segments: ClassVar[Mapping[str, str]] = {"it": "bandi", "en": "calls"}
    dates: ClassVar[tuple[Dated, ...]] = (
        Dated("deadline", N_("deadline {when}")),
        Dated("opens_on", N_("opens {when}")),
    )
    status: ClassVar[Choice | None] = STATUSES
    period: ClassVar[Period | None] = Period(
        "opens_on", "deadline", before="upcoming", during="open", after="closed", near=("closing", 14)
    )
    schema_org: ClassVar[str] = "CreativeWork"
    schema_org_list: ClassVar[bool] = True
    same_if: ClassVar[tuple[str, ...]] = ("issued_by", "opens_on", "deadline")

    issued_by: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Issued by"),
        help=N_("The organisation that issues the call."),
        example="regione-altavalle",
        block="who",
        role=N_("issued by"),
        backlink=Backlink(N_("Calls it issued"), {"it": "bandi-pubblicati", "en": "calls-it-issued"}),
        schema_org=Property("publisher"),
    )
    addressed_to: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Who can apply"),
        help=N_("Who can apply."),
        example={"it": "associazioni e scuole della valle", "en": "associations and schools of the valley"},
        block="who",
    )
    opens_on: Day | None = required(
        DAY,
        N_("Opening"),
        missing=N_("opening day"),
        help=N_("Day, month or year from which one can apply."),
        block="when",
    )
    deadline: Day | None = required(
        DAY,
        N_("Deadline"),
        help=N_("The last day to apply, itself included; month or year where the source says no more."),
        after=("opens_on",),
        block="when",
        schema_org=Property("expires"),
    )
    deadline_note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("About the deadline"),
        help=N_("What else the source says of the deadline, such as the hour."),
        note_of="deadline",
        example={"it": "entro le ore 12", "en": "by noon"},
        block="when",
    )
    official_url: str | None = required(
        URL,
        N_("Official page"),
        help=N_("The page of whoever issues the call: the whole address, from https:// on."),
        example="https://regione.altavalle.example/bandi/ponti",
        block="taking-part",
        action=N_("Official page"),
        schema_org=Property("sameAs"),
    )
    budget: Quantity | None = required(
        MONEY,
        N_("Budget"),
        help=N_("Number and EUR that the call offers in all, after ~ (about), ~< (almost), < or > where needed."),
        example="~ 500000 EUR",
        block="figures",
    )
