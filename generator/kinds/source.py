"""Sources: what every record rests on."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds.base import Dated, Kind
from generator.kinds.facets import FORM, UNIVERSITY, YEAR, Facet
from generator.kinds.field import Backlink, Property, flag, many, optional, required
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.kinds.types.addresses import URL
from generator.kinds.types.choices import Choice, Option
from generator.kinds.types.dates import DAY
from generator.kinds.types.texts import FLAG, LANGUAGE, LOCALISED, TEXT
from generator.kinds.types.values import Day, Ref
from generator.words import N_

FORMS = Choice(
    {
        "press-release": Option(
            N_("press release"), segments={"it": "comunicato-stampa", "en": "press-release"}, schema_org="Article"
        ),
        "web-page": Option(N_("web page"), segments={"it": "pagina-web", "en": "web-page"}),
        "article": Option(N_("article"), segments={"it": "articolo", "en": "article"}, schema_org="Article"),
        "plan": Option(N_("plan"), segments={"it": "piano", "en": "plan"}),
        "notice": Option(N_("public notice"), segments={"it": "avviso-pubblico", "en": "public-notice"}),
    }
)
DATE_BASES = Choice({"stated": Option(N_("stated on the page")), "address": Option(N_("read from the address"))})
RELIABILITIES = Choice({"primary": Option(N_("primary")), "secondary": Option(N_("secondary"))})


class Source(Kind):
    singular: ClassVar[str] = N_("a source")
    folder: ClassVar[str] = "sources"
    plural: ClassVar[str] = N_("Sources")
    noun: ClassVar[str] = N_("Source")
    kicker: ClassVar[str] = "form"
    segments: ClassVar[Mapping[str, str]] = {"it": "fonti", "en": "sources"}
    headings: ClassVar[Mapping[str, str]] = {"purpose": N_("Limits of the source")}
    facets: ClassVar[tuple[Facet, ...]] = (UNIVERSITY, FORM, YEAR)
    newest_first: ClassVar[bool] = True
    compact: ClassVar[bool] = True
    items_dated: ClassVar[bool] = True
    dates: ClassVar[tuple[Dated, ...]] = (Dated("date", N_("source {when}"), "of"),)
    schema_org: ClassVar[str] = "CreativeWork"
    schema_org_by: ClassVar[str] = "form"
    in_feeds: ClassVar[bool] = False
    search_weight: ClassVar[float] = 0.1
    """A record comes before the sources it rests on, whose titles often repeat its words."""
    needs_source: ClassVar[bool] = False
    every_language: ClassVar[bool] = True
    exactly_one: ClassVar[tuple[str, str] | None] = ("publisher", "publisher_name")

    publisher: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Publisher"),
        block="what",
        unless="publisher_name",
        backlink=Backlink(N_("Sources it published"), {"it": "fonti-pubblicate", "en": "sources-it-published"}),
        schema_org=Property("publisher"),
    )
    publisher_name: str | None = optional(
        TEXT, N_("Publisher"), block="what", schema_org=Property("publisher", "Organization", "name")
    )
    date: Day | None = required(DAY, N_("Date"), block="what", schema_org=Property("datePublished"))
    date_basis: str | None = optional(DATE_BASES, N_("Basis of the date"), block="what")
    form: str | None = optional(FORMS, N_("Form"), block="what")
    language: str | None = required(LANGUAGE, N_("Language"), block="what", schema_org=Property("inLanguage"))
    url: str | None = required(URL, N_("Address"), block="what", schema_org=Property("url"))
    consulted_on: Day | None = optional(DAY, N_("Consulted on"), block="what")
    reliability: str | None = optional(RELIABILITIES, N_("Reliability"), block="what")
    external: bool = flag(FLAG, N_("External source"), block="what")
    errata: tuple[Mapping[str, str], ...] = many(
        LOCALISED, N_("Errors and limits of the source"), block="purpose", as_list="dash"
    )
