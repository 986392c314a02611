"""Programmes: the frames in which initiatives and cantieri stand."""

from collections.abc import Mapping

from generator.fields.choices import Choice
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, many, needed, optional, required
from generator.fields.references import Reference
from generator.fields.texts import LOCALISED
from generator.fields.values import Day, Ref
from generator.kinds.also_called import A_PROMOTER, A_START, AN_END
from generator.kinds.base import Dated, Kind
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_

PROGRAMME: Reference["Programme"] = Reference("programmes", "citta-aperta")
RELATIONS = Choice(
    {"partner": N_("partner"), "deduced": N_("deduced by us"), "named": N_("named in the source")},
)
BASES = Choice({"source": N_("the source"), "editorial": N_("deduced by us")})
NAMED_IN = Backlink(N_("Named in the sources of"), {"it": "nominata-nella-fonte-di", "en": "named-in-the-source-of"})
"""How a record is headed on the page of an organisation that its source names without calling it a partner."""


class Partner(Group):
    singular = N_("a partner")
    told_apart_by = (("organisation",),)
    organisation: Ref[Organisation] = needed(
        ORGANISATION,
        N_("Organisation"),
        help=N_("The partner: a record of content/organisations."),
        also=N_("partner, body, name"),
        example="comune-di-valdombra",
        schema_org="contributor",
    )
    relation: str | None = optional(
        RELATIONS,
        N_("Relation"),
        help=N_(
            "“named” if the source only names it, without saying that it takes part; “deduced” if those who write "
            "read it so; otherwise leave it out."
        ),
        hidden=N_("the heading it stands under says it"),
    )
    role: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Role"),
        help=N_("What the partner does, as the source puts it."),
        example={"it": "offre gli spazi", "en": "offers the venues"},
    )

    @property
    def stands_as(self) -> str:
        """How it stands to the record: "partner" where a source says that it takes part."""
        return self.relation or "partner"

    @property
    def acts(self) -> bool:
        """Whether it takes part, as a source says or as we read."""
        return self.stands_as != "named"

    def asserts(self, name: str) -> bool:
        return self.stands_as == "partner"


class Programme(Kind):
    singular = N_("a programme")
    whole = N_("of the whole programme {record}")
    folder = "programmes"
    plural = N_("Programmes")
    counted = NN_("{number} programme", "{number} programmes")
    noun = N_("Programme")
    stands_under = "initiatives"
    segments = {"it": "programmi", "en": "programmes"}
    dates = (Dated("start", N_("beginning {when}")),)
    schema_org = "Project"

    promoter: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Promoted by"),
        help=N_("The organisation that promotes it; its initiatives have the same, unless they name another."),
        example="universita-di-collefiorito",
        block="who",
        missing=N_("promoter"),
        role=N_("promoter"),
        backlink=Backlink(N_("Programmes it promotes"), {"it": "programmi-promossi", "en": "programmes-it-promotes"}),
        schema_org="parentOrganization",
        also=A_PROMOTER,
    )
    promoter_basis: str | None = optional(
        BASES,
        N_("Basis of the promoter"),
        help=N_("“editorial” if no source calls it the promoter and those who write read it so."),
        block="who",
        hidden=N_("the promoter itself says it"),
    )
    partners: tuple[Partner, ...] = many(
        GroupOf(Partner),
        N_("Partners"),
        help=N_("The organisations that take part, each with its role."),
        block="who",
        apart_from=("promoter",),
        role=N_("partner"),
        backlink=Backlink(
            N_("Programmes it is a partner of"),
            {"it": "programmi-di-cui-e-partner", "en": "programmes-it-is-a-partner-of"},
        ),
    )
    start: Day | None = required(
        DAY,
        N_("Start"),
        help=N_("Day, month or year when it begins."),
        example="2016",
        block="when",
        schema_org="foundingDate",
        also=A_START,
    )
    end: Day | None = optional(
        DAY,
        N_("End"),
        help=N_("Day, month or year when it ends."),
        after=("start",),
        block="when",
        schema_org="dissolutionDate",
        also=AN_END,
    )
    aims: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Aims"),
        help=N_("What it sets out to do, a few words for each aim."),
        example=[{"it": "portare la ricerca nei quartieri", "en": "bring research into the neighbourhoods"}],
        block="purpose",
        as_list="ticks",
    )

    def asserts(self, name: str) -> bool:
        return name != "promoter" or self.promoter_basis != "editorial"
