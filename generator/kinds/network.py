"""Networks and clusters: who founded them, who coordinates them, whether they are recognised."""

from collections.abc import Mapping

from generator.fields.choices import Choice, Option, Ranked
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Group, GroupOf, many, needed, optional, required
from generator.fields.texts import LOCALISED, NUMBER, TEXT
from generator.fields.values import Day, Ref
from generator.kinds.also_called import A_SORT
from generator.kinds.base import Dated, Kind
from generator.kinds.facets import AUDIENCE, FORM, NATURE, PARTNER, STATUS, TOPIC, UNIVERSITY, YEAR
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_

FORMS = Choice(
    {
        "technology-cluster": Option(
            N_("technology cluster"),
            N_("Technology clusters"),
            segments={"it": "cluster-tecnologico", "en": "technology-cluster"},
        ),
        "university-network": Option(
            N_("network of universities"),
            N_("Networks of universities"),
            segments={"it": "rete-di-universita", "en": "network-of-universities"},
        ),
        "thematic-network": Option(
            N_("thematic network"), N_("Thematic networks"), segments={"it": "rete-tematica", "en": "thematic-network"}
        ),
    }
)
RECOGNITIONS = Ranked(
    {
        "none": Option(N_("not sought"), segments={"it": "non-richiesto", "en": "not-sought"}),
        "under-way": Option(N_("begun"), segments={"it": "in-corso", "en": "being-sought"}),
        "recognised": Option(N_("obtained"), segments={"it": "ottenuto", "en": "recognised"}),
    }
)


class Recognition(Group):
    singular = N_("a recognition")
    state: str = needed(
        RECOGNITIONS,
        N_("Recognition"),
        help=N_("Whether it is recognised, is seeking recognition, or is not."),
        example="recognised",
    )
    ordinal: int | None = optional(
        NUMBER,
        N_("Place in the order of recognition"),
        help=N_("Which it is in the order of recognition: 10 for the tenth."),
        example="10",
    )
    by: Ref[Organisation] | None = optional(
        ORGANISATION,
        N_("Recognition lies with"),
        help=N_("The public body that recognises it."),
        example="regione-altavalle",
        role=N_("body with which recognition lies"),
        backlink=Backlink(
            N_("Networks whose recognition lies with it"),
            {"it": "riconoscimento-di-reti-e-cluster", "en": "networks-it-recognises"},
        ),
    )
    on: Day | None = optional(
        DAY,
        N_("Day of recognition"),
        help=N_("Day, month or year of the recognition."),
        missing=N_("day of the recognition"),
        past=True,
        only_if=("state", "recognised"),
    )


class Network(Kind):
    singular = N_("a network")
    whole = N_("of the whole network {record}")
    folder = "networks"
    plural = N_("Networks and clusters")
    counted = NN_("{number} network or cluster", "{number} networks and clusters")
    sought = N_("network, networks, cluster, clusters, Lombard clusters, consortia")
    kicker = "form"
    segments = {"it": "reti", "en": "networks"}
    facets = (
        UNIVERSITY,
        TOPIC,
        STATUS.of("recognition.state", N_("Recognition")),
        YEAR,
        FORM,
        PARTNER,
        AUDIENCE,
        NATURE,
    )
    grouping = "form"
    dates = (
        Dated("constituted_on", N_("set up {when}")),
        Dated("recognition.on", N_("recognised {when}")),
    )
    schema_org = "Organization"

    form: str | None = required(FORMS, N_("Kind"), help=N_("What sort of network it is."), also=A_SORT, block="what")
    aliases: tuple[str, ...] = many(
        TEXT,
        N_("Also called"),
        help=N_("Other names that it is known by."),
        example=["Cluster delle acque"],
        block="what",
        schema_org="alternateName",
    )
    sector: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Sector"),
        help=N_("The field it works in."),
        example={"it": "acque interne", "en": "inland waters"},
        block="what",
    )
    legal_form: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Legal form"),
        help=N_("What it is in law."),
        example={"it": "associazione riconosciuta", "en": "recognised association"},
        block="what",
    )
    governance: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("How it is run"),
        help=N_("The bodies that govern it."),
        example={"it": "un’assemblea e un comitato scientifico", "en": "an assembly and a scientific committee"},
        block="what",
    )
    proposer: Ref[Organisation] | None = optional(
        ORGANISATION,
        N_("Proposed by"),
        help=N_("The organisation that proposed it."),
        example="regione-altavalle",
        block="who",
        role=N_("proposer"),
        backlink=Backlink(N_("Networks it proposed"), {"it": "reti-e-cluster-proposti", "en": "networks-it-proposed"}),
    )
    coordinator: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Coordinated by"),
        help=N_("The organisation that coordinates it."),
        example="universita-di-collefiorito",
        block="who",
        missing=N_("coordinator"),
        unless=("governance",),
        role=N_("coordinator"),
        backlink=Backlink(
            N_("Networks it coordinates"), {"it": "reti-e-cluster-coordinati", "en": "networks-it-coordinates"}
        ),
        schema_org="contributor",
        also=N_("coordinator, leader, lead partner"),
    )
    founders: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Founders"),
        missing=N_("names of the founders"),
        help=N_("The organisations that founded it."),
        example=["universita-di-collefiorito", "comune-di-valdombra"],
        required=True,
        block="who",
        role=N_("founder"),
        backlink=Backlink(
            N_("Networks it helped to found"), {"it": "reti-e-cluster-fondati", "en": "networks-it-founded"}
        ),
        schema_org="founder",
        also=N_("founding members, founded by"),
    )
    members: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Members with a page here"),
        missing=N_("members"),
        help=N_("The organisations that are part of it without having founded it."),
        apart_from=("founders",),
        example=["officine-lumaca"],
        block="who",
        role=N_("member"),
        backlink=Backlink(
            N_("Networks it is a member of"),
            {"it": "reti-e-cluster-di-cui-fa-parte", "en": "networks-it-is-a-member-of"},
        ),
        schema_org="member",
        also=N_("partners, bodies"),
    )
    other_members: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("On its members"),
        help=N_("Members that have no record of their own, in words."),
        given=True,
        example=[{"it": "tre consorzi di bonifica", "en": "three drainage boards"}],
        block="who",
    )
    constituted_on: Day | None = optional(
        DAY,
        N_("Set up"),
        help=N_("Day, month or year when it was set up."),
        past=True,
        block="when",
        schema_org="foundingDate",
        also=N_("founded on, set up on"),
    )
    recognition: Recognition | None = required(
        GroupOf(Recognition),
        N_("Recognition"),
        help=N_("Whether a public body recognises it, which, and since when."),
        block="when",
        only_if=("form", "technology-cluster"),
    )
    aims: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Aims"),
        help=N_("What it sets out to do, a few words for each aim."),
        example=[{"it": "misurare le piene", "en": "measure floods"}],
        block="purpose",
        as_list="ticks",
    )
