"""The only maker of addresses and output paths.

A path is relative to the site's root and ends with "/" where it is a page ("en/agreements/x/"); an address (`href`)
adds the base path, an absolute one the base URL.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode, urlsplit

from generator.content.record import AnyRecord
from generator.content.settings import Settings
from generator.fields.declare import Backlink
from generator.fields.values import AnyRef, Term
from generator.kinds.catalogue import BY_FOLDER, kind_of, section_of
from generator.kinds.facets import Facet
from generator.kinds.measures import BoardMeasure
from generator.view.pictures import EMBED

_CARD = "card.png"
DATA_VERSION = "v1"
"""The form of the data: one in which a column is called otherwise, or gone, is another."""
_MANY = 10_000
"""Paths whose addresses are remembered: pages repeat them."""


@dataclass(frozen=True)
class Urls:
    """The addresses of one site."""

    settings: Settings

    def home(self, language: str) -> str:
        """The first page of a language: "" is the root, others stand under their code."""
        return "" if language == self.settings.first_language else f"{language}/"

    def section(self, folder: str, language: str) -> str:
        """The list of a kind, under the owner's word for it or ours."""
        word = self.settings.list_address(folder, language) or _segment(folder, language)
        return f"{self.home(language)}{word}/"

    def common_section(self, folder: str, language: str) -> str:
        """The list of a kind under our word for it, whatever the owner's is."""
        return f"{self.home(language)}{_segment(folder, language)}/"

    def former_sections(self, folder: str, language: str) -> tuple[str, ...]:
        """Where the list of a kind stood before: under our word, and under those that the owner had."""
        words = [word for one in self.settings.kinds if one.kind == folder for word in one.former_addresses]
        found = (self.common_section(folder, language), *(f"{self.home(language)}{word}/" for word in words))
        return tuple(one for one in dict.fromkeys(found) if one != self.section(folder, language))

    def fixed(self, name: str, language: str) -> str:
        """A page every site has: "deadlines", "search", "topics"."""
        return f"{self.home(language)}{_word(name, language)}/"

    def guide(self, language: str, *words: str) -> str:
        """A page of the guide for those who write, or its first: "guida/", "guida/errori/"."""
        return f"{self.home(language)}{in_guide(language, *words)}"

    def choice(self, folder: str, facet: Facet, word: str, language: str) -> str:
        """The part of a list that shares a value of a facet, below the list: "accordi/tema/energia/"."""
        return f"{self.section(folder, language)}{facet.segment(language)}/{word}/"

    def chosen_files(self, folder: str, facet: Facet, word: str, language: str) -> str:
        """Where scripts refine a list to a choice, and unfold its files: "/accordi/?tema=energia#downloads"."""
        query = urlencode({facet.segment(language): word})
        return f"{self.href(self.section(folder, language))}?{query}#downloads"

    def facet(self, folder: str, facet: Facet, language: str) -> str:
        """Every choice of a facet, where they are too many for the list itself: "accordi/partner/"."""
        return f"{self.section(folder, language)}{facet.segment(language)}/"

    def order(self, folder: str, name: str, language: str) -> str:
        """The whole of a list in another order, below it: "accordi/ordina/firma/"."""
        return f"{self.section(folder, language)}{order_word(language)}/{_word(name, language)}/"

    def choices(self, folder: str, language: str) -> str:
        """What a script refines a list by, beside it."""
        return f"{self.section(folder, language)}choices.json"

    def download(self, folder: str, form: str, language: str) -> str:
        """The list as a file of a form, beside it: "accordi/accordi.csv"."""
        section = self.section(folder, language)
        return f"{section}{section.rstrip('/').rpartition('/')[2]}.{form}"

    def data_page(self, language: str) -> str:
        """The page of all data: "dati/"."""
        return self.fixed("data", language)

    def columns_page(self, language: str) -> str:
        """The page of what the columns of the data mean, below it: "dati/colonne/"."""
        return f"{self.data_page(language)}{_word('columns', language)}/"

    def dataset(self, folder: str, ending: str, language: str) -> str:
        """A file of the data of a kind; its word is ours, whatever the owner calls the list: "dati/v1/accordi.csv"."""
        return f"{self.data_page(language)}{DATA_VERSION}/{_segment(folder, language)}.{ending}"

    def catalogue(self, form: str) -> str:
        """The catalogue of the data in a form, for all languages: "dati/v1/catalogo.rdf"."""
        first = self.settings.first_language
        return f"{self.data_page(first)}{DATA_VERSION}/{_word('catalogue', first)}.{form}"

    def frozen(self, period: str, form: str) -> str:
        """The register of a half-year as it was, for all languages: "dati/v1/registro-2026-h1.csv"."""
        first = self.settings.first_language
        return f"{self.data_page(first)}{DATA_VERSION}/{_word('register', first)}-{period}.{form}"

    def measure(self, measure: BoardMeasure, language: str) -> str:
        """The page of a number of the board, below it: "numeri/accordi-in-vigore/"."""
        return f"{self.fixed('board', language)}{measure.segment(language)}/"

    def number_picture(self, measure: BoardMeasure, facet: Facet, language: str) -> str:
        """A number of the board in parts, by itself, below its page: "numeri/accordi-in-vigore/universita/"."""
        return f"{self.measure(measure, language)}{facet.segment(language)}/"

    def picture(self, page: str, language: str) -> str:
        """The picture of a record or at the head of a list, by itself, below that page: "indicatori/x/figura/"."""
        return f"{page}{_word('picture', language)}/"

    def of_picture(self, picture: str, form: str) -> str:
        """A file of a picture, beside the page at its path: "svg", "png", "csv"."""
        return f"{picture}{picture.rstrip('/').rpartition('/')[2]}.{form}"

    def embed(self, picture: str) -> str:
        """The plain page with a picture alone, which other sites may frame."""
        return f"{picture}{EMBED}"

    def numbers(self, form: str, language: str) -> str:
        """Every number of the board as a file: "dati/v1/numeri.csv"."""
        return f"{self.data_page(language)}{DATA_VERSION}/{_word('board', language)}.{form}"

    def change_data(self) -> str:
        """What each publication changed, as data, for all languages."""
        return f"{self.data_page(self.settings.first_language)}{DATA_VERSION}/changes.json"

    def change_feed(self, language: str) -> str:
        """The same as a feed."""
        return f"{self.fixed('changes', language)}feed.xml"

    def page(self, path: str, number: int, language: str) -> str:
        """A further page of a list, below its first: "accordi/pagina/2/"."""
        return f"{path}{_word('page', language)}/{number}/" if number > 1 else path

    def part(self, record: AnyRecord, backlink: Backlink, language: str) -> str:
        """The whole of a long group of a record's page, below it: "organizzazioni/x/accordi-firmati/"."""
        return f"{self.record(record, language)}{backlink.segment(language)}/"

    def projects(self, record: AnyRecord, language: str) -> str:
        """The page of all projects of an initiative, below it: "iniziative/x/progetti/"."""
        return f"{self.record(record, language)}{_word('projects', language)}/"

    def projects_table(self, record: AnyRecord, language: str) -> str:
        """The same as a table, beside that page."""
        return f"{self.projects(record, language)}{_word('projects', language)}.csv"

    def record(self, record: AnyRecord, language: str) -> str:
        """The page of a record."""
        facts = record.facts
        if own := facts.own_address:
            return f"{self.home(language)}{own.get(language) or own[self.settings.language_of_facts]}/"
        return self.below_list(record.ref, facts.refs_of(facts.under), language)

    def below_list(self, ref: AnyRef, above: Iterable[AnyRef], language: str) -> str:
        """The page of a record that has no address of its own, `above` being the records below which it stands."""
        way = "".join(f"{one.id}/" for one in (*above, ref))
        return f"{self.section(section_of(kind_of(ref)).folder, language)}{way}"

    def dossier(self, record: AnyRecord, language: str) -> str:
        """All that is known of a record, to be printed, below its page: "organizzazioni/x/dossier/"."""
        return f"{self.record(record, language)}{_word('dossier', language)}/"

    def dossier_file(self, record: AnyRecord, form: str, language: str) -> str:
        """The same as a file of a form, beside that page: "organizzazioni/x/dossier/dossier.ics"."""
        return f"{self.dossier(record, language)}{_word('dossier', language)}.{form}"

    def dossier_index(self, language: str) -> str:
        """What a script composes a dossier of, beside the page of all dossiers."""
        return f"{self.fixed('dossier', language)}selection.json"

    def term(self, term: Term, language: str) -> str:
        """The page of a vocabulary's entry."""
        return f"{self.fixed('topics', language)}{term.vocabulary}/{term.id}/"

    def data(self, record: AnyRecord) -> str:
        """The record's JSON, beside its first-language page."""
        return f"{self.record(record, self.settings.first_language)}index.json"

    def attachment(self, record: AnyRecord, file: str) -> str:
        """A file of the record, beside its first-language page."""
        return f"{self.record(record, self.settings.first_language)}{file}"

    def feed(self, language: str, folder: str = "") -> str:
        """The Atom feed of a language, or of one kind in it."""
        return f"{self.section(folder, language) if folder else self.home(language)}feed.xml"

    def card(self, language: str, folder: str = "") -> str:
        """The social card of a language, or of one kind in it."""
        return f"{self.section(folder, language) if folder else self.home(language)}{_CARD}"

    def own_card(self, record: AnyRecord, language: str) -> str:
        """The social card of a record, beside its page."""
        return f"{self.record(record, language)}{_CARD}"

    def href(self, path: str) -> str:
        """The address of a path within the site, the base path included."""
        return f"{urlsplit(self.settings.base_url).path}{_quoted(path)}"

    def absolute(self, path: str) -> str:
        """The whole address of a path."""
        return f"{self.settings.base_url}{_quoted(path)}"

    def named(self, path: str) -> str:
        """A permanent name for what is at a path: its address as it was first, wherever the site moves to."""
        return f"{self.settings.named_from}{_quoted(path)}"


@lru_cache(maxsize=_MANY)
def _quoted(path: str) -> str:
    return quote(path)


def output_path(path: str) -> str:
    """The file that answers at a path: a page is the index.html of its folder."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def first_host(settings: Settings) -> str:
    """The host of a site's first address, by which what it tells is named wherever it moves to."""
    return urlsplit(settings.named_from).hostname or "localhost"


def slug(text: str) -> str:
    """A text as a word of an address: lower-case ASCII and hyphens; "" where nothing of it can be written so."""
    plain = unicodedata.normalize("NFKD", text.replace("’", " ")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


def in_guide(language: str, *words: str) -> str:
    """A page of the guide, below the first page of its language."""
    return "".join(f"{_word(one, language)}/" for one in ("guide", *words))


_WORDS: Mapping[str, Mapping[str, str]] = {
    "catalogue": {"it": "catalogo", "en": "catalogue"},
    "board": {"it": "numeri", "en": "numbers"},
    "changes": {"it": "modifiche", "en": "changes"},
    "columns": {"it": "colonne", "en": "columns"},
    "commands": {"it": "comandi", "en": "commands"},
    "common-fields": {"it": "campi-comuni", "en": "common-fields"},
    "data": {"it": "dati", "en": "data"},
    "deadlines": {"it": "scadenze", "en": "deadlines"},
    "dossier": {"it": "dossier", "en": "dossier"},
    "end": {"it": "fine", "en": "end"},
    "guide": {"it": "guida", "en": "guide"},
    "mistakes": {"it": "errori", "en": "mistakes"},
    "only-named": {"it": "solo-nominata", "en": "only-named"},
    "order": {"it": "ordina", "en": "order"},
    "others": {"it": "altri", "en": "others"},
    "page": {"it": "pagina", "en": "page"},
    "picture": {"it": "figura", "en": "picture"},
    "projects": {"it": "progetti", "en": "projects"},
    "propose": {"it": "proponi", "en": "propose"},
    "records": {"it": "schede", "en": "records"},
    "register": {"it": "registro", "en": "register"},
    "search": {"it": "cerca", "en": "search"},
    "settings": {"it": "impostazioni", "en": "settings"},
    "signature": {"it": "firma", "en": "signature"},
    "style": {"it": "parole", "en": "words"},
    "title": {"it": "titolo", "en": "title"},
    "topics": {"it": "temi", "en": "topics"},
    "translations": {"it": "traduzioni", "en": "translations"},
    "vocabularies": {"it": "vocabolari", "en": "vocabularies"},
}
"""The words of addresses that belong to no kind, by language: permanent, whatever their translation becomes."""


def _word(name: str, language: str) -> str:
    return _WORDS.get(name, {}).get(language, name)


def _segment(folder: str, language: str) -> str:
    """Our word for the list of a kind."""
    return BY_FOLDER[folder].segments.get(language, folder)


def order_word(language: str) -> str:
    """What names the order of a list in its address."""
    return _word("order", language)


def choice_word(name: str, language: str) -> str:
    """What names in an address the column of an order ("title", "end"), or a choice that is no record ("others")."""
    return _word(name, language)
