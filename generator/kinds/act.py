"""The act by which a body approved something: whose it is, its number, its day, where it can be read."""

from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, optional
from generator.fields.texts import TEXT
from generator.fields.values import Day, Ref
from generator.fields.web import URL
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_


class Act(Group):
    singular = N_("an act")
    body: Ref[Organisation] | None = optional(
        ORGANISATION,
        N_("Body"),
        help=N_("The organisation whose act it is."),
        example="comune-di-valdombra",
        role=N_("approving body"),
        backlink=Backlink(
            N_("Agreements it approved by an act"),
            {"it": "accordi-approvati-con-un-suo-atto", "en": "agreements-it-approved-by-an-act"},
        ),
    )
    number: str | None = optional(
        TEXT, N_("Number"), help=N_("The number of the act."), example="12/2025", missing=N_("number of the decision")
    )
    on: Day | None = optional(
        DAY, N_("Day"), help=N_("Day, month or year of the act."), missing=N_("day of the decision"), past=True
    )
    url: str | None = optional(
        URL,
        N_("Address"),
        help=N_("Where the act can be read: the whole address, from https:// on."),
        example="https://valdombra.example/atti/12",
    )
