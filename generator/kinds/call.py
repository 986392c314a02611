"""Calls: who issues them, for whom, and until when one can apply."""

from collections.abc import Mapping

from generator.fields.choices import Choice, Option, Ranked
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, many, optional, required
from generator.fields.quantities import MONEY
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Quantity, Ref
from generator.fields.web import URL
from generator.kinds.base import Dated, Kind, Period
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_

STATUSES = Ranked(
    {
        "closing": N_("closes within two weeks"),
        "open": N_("open"),
        "upcoming": N_("not yet open"),
        "revoked": Option(N_("revoked"), since=("revoked_on",)),
        "undeterminable": Option(N_("exact dates not known"), asks=N_("on which days it opens and closes")),
        "closed": N_("closed"),
    }
)
DEDUCIBLE_OF_CALLS = Choice({"opens_on": N_("Opening"), "deadline": N_("Deadline")})


class Call(Kind):
    singular = N_("a call")
    whole = N_("of the whole call {record}")
    folder = "calls"
    plural = N_("Calls")
    counted = NN_("{number} call", "{number} calls")
    sought = N_("open calls, funding")
    noun = N_("Call")
    stands_under = "initiatives"
    segments = {"it": "bandi", "en": "calls"}
    dates = (
        Dated("deadline", N_("deadline {when}")),
        Dated("opens_on", N_("opens {when}")),
    )
    status = STATUSES
    period = Period(
        *("opens_on", "deadline"),
        before="upcoming",
        during="open",
        after="closed",
        near=("closing", 14),
        longest=365,
    )
    downloads = ("ics",)
    schema_org = "CreativeWork"
    schema_org_list = True
    same_if = ("issued_by", "opens_on", "deadline")

    issued_by: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Issued by"),
        help=N_("The organisation that issues the call."),
        example="regione-altavalle",
        block="who",
        role=N_("issued by"),
        backlink=Backlink(N_("Calls it issued"), {"it": "bandi-pubblicati", "en": "calls-it-issued"}),
        schema_org="publisher",
        also=N_("body, issued by, promoter"),
    )
    addressed_to: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Who can apply"),
        help=N_("Who can apply, as the call says it."),
        example={"it": "associazioni e scuole della valle", "en": "associations and schools of the valley"},
        block="who",
        also=N_("who can apply, recipients, requirements"),
    )
    opens_on: Day | None = required(
        DAY,
        N_("Opening"),
        missing=N_("opening day"),
        help=N_("Day, month or year from which one can apply."),
        block="when",
        also=N_("opening, opening day, open from"),
    )
    deadline: Day | None = required(
        DAY,
        N_("Deadline"),
        help=N_("The last day to apply, itself included; month or year where the source says no more."),
        after=("opens_on",),
        block="when",
        schema_org="expires",
        also=N_("end, closing, closes on, expiry"),
    )
    deadline_note: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("About the deadline"),
        help=N_("What else the source says of the deadline, such as the hour."),
        note_of="deadline",
        example={"it": "entro le ore 12", "en": "by noon"},
        block="when",
    )
    revoked_on: Day | None = optional(
        DAY, N_("Revoked on"), help=N_("When whoever issues the call took it back."), past=True, block="when"
    )
    deduced: tuple[str, ...] = many(
        DEDUCIBLE_OF_CALLS,
        N_("Deduced dates"),
        help=N_("The dates no source states in full, deduced from a copy or an address: they are marked as such."),
        block="when",
        hidden=N_("each date says of itself that it is deduced"),
    )
    official_url: str | None = required(
        URL,
        N_("Official page"),
        help=N_("The page of whoever issues the call: the whole address, from https:// on."),
        example="https://regione.altavalle.example/bandi/ponti",
        block="taking-part",
        action=N_("Official page"),
        schema_org="sameAs",
    )
    budget: Quantity | None = required(
        MONEY,
        N_("Budget"),
        help=N_("Number and EUR that the call offers in all, after ~ (about), ~< (almost), < or > where needed."),
        example="~ 500000 EUR",
        block="figures",
        also=N_("amount, funds, funding, endowment"),
    )
