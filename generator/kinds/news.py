"""News: what has happened, on which day, and which records tell the rest."""

from generator.fields.dates import DAY
from generator.fields.declare import Backlink, many, required
from generator.fields.references import ANY_RECORD
from generator.fields.values import AnyRef, Day, Ref
from generator.kinds.base import Dated, Kind
from generator.kinds.facets import AUDIENCE, ENGAGEMENT, STRUCTURE, TOPIC, UNIVERSITY, YEAR
from generator.kinds.organisation import ORGANISATION, Organisation
from generator.words import N_, NN_


class News(Kind):
    singular = N_("a piece of news")
    folder = "news"
    plural = N_("In the news")
    counted = NN_("{number} piece of news", "{number} pieces of news")
    noun = N_("Piece of news")
    sought = N_("news, latest, press")
    segments = {"it": "notizie", "en": "news"}
    facets = (UNIVERSITY, TOPIC, YEAR, AUDIENCE, ENGAGEMENT, STRUCTURE)
    is_activity = False
    newest_first = True
    items_dated = True
    dates = (Dated("on", N_("news {when}"), "of"),)
    schema_org = "NewsArticle"
    same_if = ("on", "title")

    on: Day | None = required(
        DAY,
        N_("Day"),
        help=N_("Day of which it is news."),
        also=N_("date"),
        past=True,
        block="when",
        schema_org="datePublished",
    )
    acting: tuple[Ref[Organisation], ...] = many(
        ORGANISATION,
        N_("Who is in it"),
        help=N_("The organisations that did what it tells."),
        block="who",
        role=N_("in the news"),
        backlink=Backlink(N_("News of it"), {"it": "notizie-che-lo-riguardano", "en": "news-of-it"}),
        schema_org="about",
        also=N_("bodies, organisations"),
    )
    tells_of: tuple[AnyRef, ...] = many(
        ANY_RECORD,
        N_("It tells of"),
        help=N_("The records that it tells of, by folder and id."),
        block="what",
        backlink=Backlink(N_("News"), {"it": "ne-parlano-le-notizie", "en": "its-news"}),
    )
