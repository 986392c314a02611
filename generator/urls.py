"""The only maker of addresses and output paths.

A path is relative to the site's root and ends with "/" where it is a page ("en/agreements/x/"); an address (`href`)
adds the base path, an absolute one the base URL.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlsplit

from generator.content.record import Record
from generator.content.settings import Settings
from generator.kinds.page import Page
from generator.kinds.plan import Area
from generator.kinds.types.values import Ref, Term
from generator.words import Words, words_for

_CARD = "card.png"


@dataclass(frozen=True)
class Urls:
    """The addresses of one site."""

    settings: Settings

    def home(self, language: str) -> str:
        """The first page of a language: "" is the root, others stand under their code."""
        return "" if language == self.settings.first_language else f"{language}/"

    def section(self, folder: str, language: str) -> str:
        """The list of a kind."""
        return f"{self.home(language)}{_segment(words_for(language), folder)}/"

    def fixed(self, name: str, language: str) -> str:
        """A page every site has: "deadlines", "search", "topics"."""
        return self.section(name, language)

    def choice(self, folder: str, facet: str, word: str, language: str) -> str:
        """The part of a list that shares a value of a facet, below the list: "accordi/tema/energia/"."""
        return f"{self.section(folder, language)}{facet_word(words_for(language), facet)}/{word}/"

    def page(self, path: str, number: int, language: str) -> str:
        """A further page of a list, below its first: "accordi/pagina/2/"."""
        return f"{path}{_segment(words_for(language), 'page')}/{number}/" if number > 1 else path

    def part(self, record: Record, heading: str, language: str) -> str:
        """The whole of a long group of a record's page, below it: "organizzazioni/x/accordi-firmati/"."""
        return f"{self.record(record, language)}{slug(words_for(language).text(heading))}/"

    def record(self, record: Record, language: str) -> str:
        """The page of a record."""
        if isinstance(record.facts, Page):
            addresses = record.facts.address
            word = addresses.get(language) or addresses[self.settings.first_language]
            return f"{self.home(language)}{word}/"
        if isinstance(record.facts, Area):
            return f"{self.section('plans', language)}{record.facts.plan.id}/{record.ref.id}/"
        return f"{self.section(record.ref.folder, language)}{record.ref.id}/"

    def term(self, term: Term, language: str) -> str:
        """The page of a vocabulary's entry."""
        return f"{self.fixed('topics', language)}{term.vocabulary}/{term.id}/"

    def data(self, record: Record) -> str:
        """The record's JSON, beside its first-language page."""
        return f"{self.record(record, self.settings.first_language)}index.json"

    def attachment(self, record: Record, file: str) -> str:
        """A file of the record, beside its first-language page."""
        return f"{self.record(record, self.settings.first_language)}{file}"

    def feed(self, language: str, folder: str = "") -> str:
        """The Atom feed of a language, or of one kind in it."""
        return f"{self.section(folder, language) if folder else self.home(language)}feed.xml"

    def card(self, language: str, folder: str = "") -> str:
        """The social card of a language, or of one kind in it."""
        return f"{self.section(folder, language) if folder else self.home(language)}{_CARD}"

    def own_card(self, record: Record, language: str) -> str:
        """The social card of a record, beside its page."""
        return f"{self.record(record, language)}{_CARD}"

    def href(self, path: str) -> str:
        """The address of a path within the site, the base path included."""
        return f"{urlsplit(self.settings.base_url).path}{quote(path)}"

    def absolute(self, path: str) -> str:
        """The whole address of a path."""
        return f"{self.settings.base_url}{quote(path)}"


def output_path(path: str) -> str:
    """The file that answers at a path: a page is the index.html of its folder."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def tag(settings: Settings, ref: Ref) -> str:
    """A permanent name for a record that never changes with its address (RFC 4151)."""
    host = urlsplit(settings.base_url).hostname or "localhost"
    return f"tag:{host},2026:{ref}"


@cache
def facet_word(words: Words, name: str) -> str:
    """The word of the address for a facet of a list, in the language of the page."""
    return {
        "university": words.in_context("address", "university"),
        "topic": words.in_context("address", "topic"),
        "status": words.in_context("address", "status"),
        "year": words.in_context("address", "year"),
        "form": words.in_context("address", "form"),
        "audience": words.in_context("address", "audience"),
        "nature": words.in_context("address", "nature"),
        "town": words.in_context("address", "town"),
    }[name]


def slug(text: str) -> str:
    """A text as a word of an address: lower-case ASCII and hyphens; "" where nothing of it can be written so."""
    plain = unicodedata.normalize("NFKD", text.replace("’", " ")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


@cache
def _segment(words: Words, name: str) -> str:
    """The word of the address for a folder or a fixed page, in the language of the page."""
    return {
        "programmes": words.in_context("address", "programmes"),
        "initiatives": words.in_context("address", "initiatives"),
        "cantieri": words.in_context("address", "cantieri"),
        "agreements": words.in_context("address", "agreements"),
        "networks": words.in_context("address", "networks"),
        "calls": words.in_context("address", "calls"),
        "plans": words.in_context("address", "plans"),
        "indicators": words.in_context("address", "indicators"),
        "topics": words.in_context("address", "topics"),
        "organisations": words.in_context("address", "organisations"),
        "people": words.in_context("address", "people"),
        "sources": words.in_context("address", "sources"),
        "pages": words.in_context("address", "pages"),
        "deadlines": words.in_context("address", "deadlines"),
        "search": words.in_context("address", "search"),
        "page": words.in_context("address", "page"),
    }[name]
