"""What there is to tell of the data as a whole and of each set of them, before any form.

A set is all that the site knows of a kind that search engines may show, for portals offer it as they do. Its files say
the same in every language and form. What only the owner can say comes from the settings; what is not known is left out,
and `missing` says so with its reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.authority_tables import FILE_FORMS, licence_entry
from generator.content.open_data import OpenData
from generator.content.settings import Settings
from generator.content.settings_types import PLACEHOLDER
from generator.exports.change_log import KeptLog
from generator.exports.datasets import SPREADSHEET, has_spreadsheets, kinds_with_data, modified
from generator.exports.periods import period
from generator.exports.quality import Quality, quality
from generator.exports.tables import names_of_data
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.text.context import Context
from generator.urls import Urls, first_host

ByLanguage = Mapping[str, str]


@dataclass(frozen=True)
class DataFile:
    """A file of a set: its path, how it ends, in which language it is."""

    path: str
    form: str
    language: str


@dataclass(frozen=True)
class DataSet:
    """A set of data, all that the site knows of a kind."""

    folder: str
    identifier: str
    titles: ByLanguage
    descriptions: ByLanguage
    keywords: Mapping[str, tuple[str, ...]]
    modified: str
    """The day of its last change that is known, as far as it is known; "" where none is."""
    period: tuple[int, ...]
    """The first and the last year of which it tells; none where nothing in it has a date."""
    quality: Quality
    files: tuple[DataFile, ...]


@dataclass(frozen=True)
class DataCatalogue:
    """All sets of data of a site, and what holds for each."""

    settings: Settings
    titles: ByLanguage
    descriptions: ByLanguage
    sets: tuple[DataSet, ...]
    modified: str
    """The day of the last change of any, as far as it is known; "" where none is."""

    @property
    def said(self) -> OpenData:
        """What the owner says of the data."""
        return self.settings.open_data or OpenData()

    @property
    def since(self) -> str:
        """When the data were first published; "" where the owner does not say it."""
        return str(self.said.since or "")

    @property
    def contact(self) -> str:
        """The owner's mailbox; "" where there is none yet."""
        contact = self.settings.owner.contact
        return "" if contact == PLACEHOLDER else contact

    @property
    def owner(self) -> str:
        """The code by which the owner is known: in IPA, or else at ROR; "" where there is none."""
        return self.said.ipa or self.said.ror or ""

    @property
    def licence(self) -> str:
        """The address of the licence in the European table, or else that of its text."""
        address = self.settings.obligations.licence.url
        found = licence_entry(address)
        return found.entry.address if found else address

    def address(self, urls: Urls, one: DataSet | None = None) -> str:
        """The address that names it, or one of its sets, for programs: below the page of the data."""
        page = urls.absolute(urls.data_page(self.settings.first_language))
        return f"{page}#{one.folder}" if one else page


def data_catalogue(context: Context, changes: KeptLog) -> DataCatalogue:
    """The catalogue of the data, in all languages of the site; `changes` say when they were changed last."""
    settings = context.showcase.settings
    contexts = _contexts(context)
    licence = settings.obligations.licence.title
    offered = tuple(kind for kind in KINDS if not kind.noindex)
    sets = tuple(_set(contexts, changes, kind) for kind in kinds_with_data(contexts[0]) if kind in offered)
    days = (*(one.modified for one in sets), *map(changes.last_of, offered))  # of a kind without records now, too
    return DataCatalogue(
        settings,
        {one.language: one.words.text("The data of {site}", site=settings.title) for one in contexts},
        {
            one.language: one.words.text(
                "What the site “{site}” offers to search engines: a set of data for each kind of record, under the "
                "licence {licence}.",
                site=settings.title,
                licence=licence,
            )
            for one in contexts
        },
        sets,
        max(days),
    )


def _contexts(context: Context) -> tuple[Context, ...]:
    """The showcase in each language, the first one first."""
    languages = context.showcase.settings.languages
    return tuple(context.versions.get(language, context) for language in languages)


def _set(contexts: tuple[Context, ...], changes: KeptLog, kind: type[Kind]) -> DataSet:
    first, settings = contexts[0], contexts[0].showcase.settings
    said = settings.open_data or OpenData()
    return DataSet(
        kind.folder,
        f"{said.ipa or first_host(settings)}:{kind.folder}",
        {one.language: _title(one, kind) for one in contexts},
        {one.language: _description(one, kind) for one in contexts},
        {one.language: _keywords(one, kind) for one in contexts},
        modified(first, changes, kind) or str(said.since or ""),
        period(first, kind),
        quality(first, kind),
        tuple(data_files(first, kind)),
    )


def _title(context: Context, kind: type[Kind]) -> str:
    site = context.showcase.settings.title
    return context.words.text("{list} ({site})", list=context.words.text(kind.plural), site=site)


def _description(context: Context, kind: type[Kind]) -> str:
    """What is in a set, in a sentence."""
    count = context.words.count(*kind.counted, len(names_of_data(context, kind)))
    return context.words.text("{count}: what is known of each, with its sources and their dates.", count=count)


def _keywords(context: Context, kind: type[Kind]) -> tuple[str, ...]:
    """By what words a set is looked for: the name of its list, and others for what it lists."""
    text = context.words.text
    sought = text(kind.sought).split(",") if kind.sought else ()
    words = (text(kind.plural), *sought, text("third mission"))
    return tuple(dict.fromkeys(word.strip().lower() for word in words))


def data_files(context: Context, kind: type[Kind]) -> Iterator[DataFile]:
    """The files of a set in each language and form: a table has its records, JSON and a spreadsheet its lists too."""
    forms = [form for form in FILE_FORMS if form != SPREADSHEET or has_spreadsheets()]
    for language in context.showcase.settings.languages:
        for form in forms:
            yield DataFile(context.urls.dataset(kind.folder, form, language), form, language)
