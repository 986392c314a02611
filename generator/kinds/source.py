"""Sources: what every record rests on."""

from collections.abc import Mapping

from generator.fields.choices import Choice, Option
from generator.fields.dates import DAY
from generator.fields.declare import Backlink, Property, flag, many, optional, required
from generator.fields.in_languages import NameType
from generator.fields.texts import DIGEST, FLAG, LANGUAGE, LOCALISED
from generator.fields.values import Day, Ref
from generator.fields.web import URL
from generator.kinds.also_called import A_SORT
from generator.kinds.base import Dated, Kind
from generator.kinds.facets import FORM, PUBLISHER, YEAR
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_

FORMS = Choice(
    {
        "press-release": Option(
            N_("press release"),
            N_("Press releases"),
            segments={"it": "comunicato-stampa", "en": "press-release"},
            schema_org="Article",
        ),
        "web-page": Option(N_("web page"), N_("Web pages"), segments={"it": "pagina-web", "en": "web-page"}),
        "article": Option(
            N_("article"), N_("Articles"), segments={"it": "articolo", "en": "article"}, schema_org="Article"
        ),
        "plan": Option(N_("plan"), N_("Plans"), segments={"it": "piano", "en": "plan"}),
        "news": Option(
            N_("news item"),
            N_("News items"),
            segments={"it": "notizia-dell-ente", "en": "news-item"},
            schema_org="NewsArticle",
        ),
        "notice": Option(
            N_("call or notice"), N_("Calls and notices"), segments={"it": "avviso-pubblico", "en": "public-notice"}
        ),
    }
)
DATE_BASES = Choice(
    {
        "stated": N_("stated on the page"),
        "address": N_("deduced from the page’s address"),
        "copy": N_("deduced from the copy that was read"),
    }
)
READINGS = Choice({"whole": N_("whole"), "part": N_("in part")})
COPIES = Choice({"copy": N_("a copy of the page"), "preview": N_("a preview of the site")})
RELIABILITIES = Choice({"primary": N_("primary source"), "secondary": N_("secondary source")})


class Source(Kind):
    singular = N_("a source")
    folder = "sources"
    plural = N_("Sources")
    counted = NN_("{number} source", "{number} sources")
    search_rank = 5
    sought = N_("documents, press releases")
    noun = N_("Source")
    kicker = "form"
    segments = {"it": "fonti", "en": "sources"}
    headings = {"purpose": N_("About this source")}
    facets = (PUBLISHER, FORM, YEAR)
    newest_first = True
    items_dated = True
    dates = (Dated("date", N_("source {when}"), "of"),)
    title_given = True
    schema_org = "CreativeWork"
    schema_org_by = "form"
    in_feeds = False
    is_evidence = True
    search_weight = 0.1
    """A record comes before the sources it rests on, whose titles often repeat its words."""
    needs_source = False
    every_language = True
    exactly_one = ("publisher", "publisher_name")
    same_if = ("url",)
    tells_until = "consulted_on"

    publisher: Ref[Organisation] | None = required(
        ORGANISATION,
        N_("Published by"),
        help=N_("The organisation that published it, if it has a record here."),
        example="universita-di-collefiorito",
        block="what",
        unless=("publisher_name",),
        backlink=Backlink(N_("Sources it published"), {"it": "fonti-pubblicate", "en": "sources-it-published"}),
        schema_org="publisher",
        also=N_("published by, author, body"),
    )
    publisher_name: str | Mapping[str, str] | None = optional(
        NameType("Il Corriere dell’Altavalle"),
        N_("Published by"),
        help=N_("The name of whoever published it, if it has no record here."),
        block="what",
        schema_org=Property("publisher", "Organization", "name"),
    )
    date: Day | None = required(
        DAY,
        N_("Date"),
        help=N_("Day, month or year when it was published."),
        past=True,
        block="what",
        schema_org="datePublished",
        also=N_("published on, date of publication"),
    )
    date_basis: str | None = optional(
        DATE_BASES,
        N_("How we know the date"),
        help=N_("Where the date comes from: the page itself, or only its address or the copy of it that was read."),
        block="what",
    )
    form: str | None = optional(FORMS, N_("Kind"), help=N_("What sort of document it is."), also=A_SORT, block="what")
    language: str | None = required(
        LANGUAGE,
        N_("Language"),
        help=N_("The language it is written in, by its code of two letters."),
        block="what",
        schema_org="inLanguage",
    )
    url: str | None = required(
        URL,
        N_("Address"),
        help=N_("Where it can be read: the whole address, from https:// on."),
        example="https://collefiorito.example/comunicati/navetta",
        block="what",
        schema_org="url",
        also=N_("link, web address"),
    )
    read: str | None = optional(
        READINGS,
        N_("Read"),
        help=N_("Whether all of it was read: of what was read in part, no page says that it does not state something."),
        example="part",
        block="what",
    )
    read_in: str | None = optional(
        COPIES,
        N_("Read in"),
        help=N_("What was read in place of the page itself, where it was not opened: leave it out if it was."),
        example="copy",
        block="what",
    )
    consulted_on: Day | None = optional(
        DAY,
        N_("Read on"),
        help=N_("Day, month or year when it was last read."),
        after=("date",),
        past=True,
        block="what",
        also=N_("read on, consulted on"),
    )
    digest: str | None = optional(
        DIGEST,
        N_("Digest of its text"),
        help=N_(
            "What its text came to when it was read: write 0000000000000000, and vetrina check --sources tells it."
        ),
        block="what",
        private=N_("it is only compared with what the source says today"),
    )
    archived_at: str | None = optional(
        URL,
        N_("Archived copy"),
        help=N_("The address of a copy in a public archive of the web, for the day when the page itself is gone."),
        example="https://archivio.example/2024/https://collefiorito.example/comunicati/navetta",
        block="what",
        schema_org="archivedAt",
    )
    reliability: str | None = optional(
        RELIABILITIES,
        N_("Reliability"),
        help=N_(
            "Primary if it comes from those who act, secondary if others tell of them; of what was read in a preview "
            "pages say neither."
        ),
        block="what",
    )
    external: bool = flag(
        FLAG,
        N_("External source"),
        help=N_("Yes if it comes neither from the owner of the site nor from those who act in what it tells."),
        block="what",
    )
    errata: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("About this source"),
        help=N_("What readers must know to use it rightly, an entry for each thing."),
        example=[{"it": "Dà il giorno della firma, non l’anno.", "en": "It gives the day of signature, not the year."}],
        block="purpose",
        as_list="dash",
    )
    slips: tuple[Mapping[str, str], ...] = many(
        LOCALISED,
        N_("Slips of the source"),
        help=N_("Its misprints, and how it was read: for those who check the records, not for readers."),
        example=[{"it": "Il titolo chiama «patto» il protocollo.", "en": "The title calls the memorandum a “pact”."}],
        block="purpose",
        private=N_("they are for those who check the records against it"),
    )

    @property
    def title_language(self) -> str | None:
        return self.language

    @property
    def stands_as(self) -> str | None:
        """Its reliability, if that can be told: what stands in a preview, nobody has published."""
        return None if self.read_in == "preview" else self.reliability
