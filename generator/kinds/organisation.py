"""Organisations: universities and everyone they work with."""

from generator.fields.choices import Choice, Option
from generator.fields.declare import Backlink, Property, many, optional, required
from generator.fields.references import Reference
from generator.fields.texts import TEXT
from generator.fields.values import Ref
from generator.kinds.also_called import A_SORT
from generator.kinds.base import Kind
from generator.kinds.facets import NATURE, TOWN, WORKS_WITH
from generator.kinds.place import PLACE, Place
from generator.words import N_, NN_

ORGANISATION: Reference["Organisation"] = Reference("organisations")
NATURES = Choice(
    {
        "university": Option(
            N_("university"),
            N_("Universities"),
            also=N_("athenaeum, polytechnic"),
            segments={"it": "universita", "en": "universities"},
            schema_org="CollegeOrUniversity",
        ),
        "university-centre": Option(
            N_("university centre"),
            N_("University centres"),
            segments={"it": "centri-universitari", "en": "university-centres"},
        ),
        "department": Option(
            N_("department"),
            N_("Departments"),
            segments={"it": "dipartimenti", "en": "departments"},
        ),
        "municipality": Option(
            N_("municipality"),
            N_("Municipalities"),
            loosely=N_("city, town, village, local authority"),
            segments={"it": "comuni", "en": "municipalities"},
            schema_org="GovernmentOrganization",
        ),
        "region": Option(
            N_("region"),
            N_("Regions"),
            segments={"it": "regioni", "en": "regions"},
            schema_org="GovernmentOrganization",
        ),
        "ministry": Option(
            N_("ministry"),
            N_("Ministries"),
            segments={"it": "ministeri", "en": "ministries"},
            schema_org="GovernmentOrganization",
        ),
        "association": Option(
            N_("association"),
            N_("Associations"),
            loosely=N_("charity, committee, club, non-profit organisation"),
            segments={"it": "associazioni", "en": "associations"},
            schema_org="NGO",
        ),
        "company": Option(
            N_("company"),
            N_("Companies"),
            also=N_("firm, business"),
            loosely=N_("enterprise, cooperative, start-up, consortium"),
            segments={"it": "imprese", "en": "companies"},
            schema_org="Corporation",
        ),
        "research-body": Option(
            N_("research body"),
            N_("Research bodies"),
            also=N_("research centre, research institute"),
            segments={"it": "enti-di-ricerca", "en": "research-bodies"},
            schema_org="ResearchOrganization",
        ),
        "cultural-body": Option(
            N_("cultural body"),
            N_("Cultural bodies"),
            also=N_("museum, library, theatre"),
            segments={"it": "enti-culturali", "en": "cultural-bodies"},
        ),
        "its": Option(
            N_("higher technical institute (ITS Academy)"),
            N_("Higher technical institutes (ITS Academy)"),
            segments={"it": "istituti-tecnologici-superiori-its", "en": "higher-technical-institutes-its"},
            schema_org="EducationalOrganization",
        ),
        "school": Option(N_("school"), N_("Schools"), segments={"it": "scuole", "en": "schools"}, schema_org="School"),
        "agency": Option(
            N_("agency"),
            N_("Agencies"),
            segments={"it": "agenzie", "en": "agencies"},
            schema_org="GovernmentOrganization",
        ),
        "chamber": Option(
            N_("chamber of commerce"),
            N_("Chambers of commerce"),
            segments={"it": "camere-di-commercio", "en": "chambers-of-commerce"},
        ),
        "foundation": Option(
            N_("foundation"), N_("Foundations"), segments={"it": "fondazioni", "en": "foundations"}, schema_org="NGO"
        ),
        "health-body": Option(
            N_("health body"),
            N_("Health bodies"),
            also=N_("hospital, health authority"),
            segments={"it": "enti-sanitari", "en": "health-bodies"},
        ),
        "international-body": Option(
            N_("international body"),
            N_("International bodies"),
            segments={"it": "organismi-internazionali", "en": "international-bodies"},
        ),
        "public-body": Option(
            N_("public body"),
            N_("Public bodies"),
            loosely=N_("province, metropolitan city, prefecture, consortium"),
            segments={"it": "enti-pubblici", "en": "public-bodies"},
            schema_org="GovernmentOrganization",
        ),
    }
)
UNIVERSITIES = ("university", "university-centre", "department")
"""The natures of those whose partners the others are."""
GOVERNING = ("municipality", "region")
"""The natures of those that are called after the place they govern."""
ASKING = ("municipality", "association", "company", "school")
"""The natures of those who ask a university most: they are told whom to write to before anything was done for them."""


class Organisation(Kind):
    singular = N_("an organisation")
    folder = "organisations"
    plural = N_("Organisations")
    counted = NN_("{number} organisation", "{number} organisations")
    search_rank = 3
    sought = N_("partners, partner, universities, companies, bodies")
    kicker = "nature"
    segments = {"it": "organizzazioni", "en": "organisations"}
    facets = (WORKS_WITH, NATURE.of("nature", N_("Kind of body")), TOWN)
    grouping = "nature"
    list_as = "columns"
    list_picture = "web"
    title_given = True
    schema_org = "Organization"
    schema_org_by = "nature"
    in_feeds = False
    same_if = ("title",)
    every_language = True

    nature: str | None = required(
        NATURES,
        N_("Kind of body"),
        help=N_("What sort of organisation it is."),
        block="what",
        also=A_SORT,
    )
    acronym: str | None = optional(
        TEXT,
        N_("Acronym"),
        help=N_("Its acronym, as the organisation writes it."),
        example="UniCo",
        block="what",
        schema_org="alternateName",
        also=N_("short form, initials"),
    )
    aliases: tuple[str, ...] = many(
        TEXT,
        N_("Also called"),
        help=N_("Other names that it is known by."),
        example=["Ateneo di Collefiorito"],
        block="what",
        schema_org="alternateName",
    )
    part_of: "Ref[Organisation] | None" = optional(
        ORGANISATION,
        N_("Part of"),
        help=N_("The organisation it is a part of: a department’s university, for one."),
        example="universita-di-collefiorito",
        block="what",
        backlink=Backlink(
            N_("Parts of the organisation"),
            {"it": "enti-e-strutture-che-ne-fanno-parte", "en": "parts-of-the-organisation"},
        ),
        schema_org="parentOrganization",
    )
    town: Ref[Place] | None = optional(
        PLACE,
        N_("Town"),
        help=N_("The municipality where it has its seat: a record of content/places."),
        stands_as=("form", "municipality"),
        example="collefiorito",
        block="what",
        schema_org=Property("address", "PostalAddress", "addressLocality"),
        also=N_("town, city, municipality, seat"),
    )
