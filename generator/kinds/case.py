"""Case studies of impact: what changed for whom, in which period, and what shows each claim."""

from collections.abc import Mapping

from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, many, needed, optional, required
from generator.fields.references import ANY_RECORD, Reference
from generator.fields.texts import LOCALISED
from generator.fields.values import AnyRef, Day, Ref
from generator.kinds.also_called import A_START, AN_END
from generator.kinds.base import Dated, Kind
from generator.kinds.facets import AUDIENCE, ENGAGEMENT, STRUCTURE, TOPIC, UNIVERSITY, YEAR
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_


class Claim(Group):
    singular = N_("a claim")
    claim: Mapping[str, str] = needed(
        LOCALISED,
        N_("Claim"),
        help=N_("What is claimed, in a sentence."),
        example={"it": "Le piene hanno fatto meno danni.", "en": "Floods did less damage."},
    )
    evidence: tuple[AnyRef, ...] = many(
        ANY_RECORD,
        N_("Evidence"),
        needed=True,
        shows=True,
        help=N_("What shows it: sources, indicators or activities, by folder and id."),
        example=["sources/comunicato-navetta"],
    )


class Case(Kind):
    singular = N_("a case study")
    folder = "cases"
    plural = N_("Case studies")
    counted = NN_("{number} case study", "{number} case studies")
    noun = N_("Case study")
    sought = N_("impact, results, evidence")
    segments = {"it": "casi", "en": "cases"}
    is_activity = False
    reported_whole = True
    headings = {"purpose": N_("What changed"), "figures": N_("What shows it")}
    facets = (UNIVERSITY, TOPIC, YEAR, AUDIENCE, ENGAGEMENT, STRUCTURE)
    dates = (Dated("since", N_("since {when}"), "since"),)
    schema_org = "Article"
    same_if = ("title", "since")

    structures: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Structures"),
        required=True,
        help=N_("The departments or centres whose work it is, or the university itself."),
        block="who",
        role=N_("structure"),
        backlink=Backlink(N_("Its case studies"), {"it": "casi-di-studio", "en": "its-case-studies"}),
        schema_org="author",
        also=N_("departments, department"),
    )
    since: Day | None = required(
        DAY, N_("Since"), help=N_("When the work began."), block="when", past=True, also=A_START
    )
    until: Day | None = optional(
        DAY,
        N_("Until"),
        help=N_("When it ended, if it did."),
        block="when",
        after=("since",),
        past=True,
        also=AN_END,
    )
    context: Mapping[str, str] | None = required(
        LOCALISED, N_("Context"), help=N_("Where it took place, and why it mattered there."), block="purpose"
    )
    beneficiaries: Mapping[str, str] | None = required(
        LOCALISED, N_("Who benefits"), help=N_("For whom something changed."), block="purpose"
    )
    contribution: Mapping[str, str] | None = required(
        LOCALISED,
        N_("What the university added"),
        help=N_("What the structures contributed."),
        block="purpose",
        also=N_("contribution, role of the university"),
    )
    social: Mapping[str, str] | None = required(
        LOCALISED, N_("Social impact"), help=N_("What changed in society."), block="purpose"
    )
    economic: Mapping[str, str] | None = required(
        LOCALISED, N_("Economic impact"), help=N_("What changed in the economy."), block="purpose"
    )
    cultural: Mapping[str, str] | None = required(
        LOCALISED, N_("Cultural impact"), help=N_("What changed in culture."), block="purpose"
    )
    indicators: tuple[AnyRef, ...] = many(
        Reference[object]("indicators", "alberi-piantati"),
        N_("Indicators"),
        help=N_("The figures that measure it."),
        block="figures",
        backlink=Backlink(N_("Case studies it measures"), {"it": "casi-che-misura", "en": "cases-it-measures"}),
    )
    claims: tuple[Claim, ...] = many(
        GroupOf(Claim),
        N_("Claims and evidence"),
        required=True,
        help=N_("What is claimed of its impact, each with what shows it."),
        block="figures",
        backlink=Backlink(N_("Case studies that it supports"), {"it": "casi-che-sostiene", "en": "cases-it-supports"}),
    )
