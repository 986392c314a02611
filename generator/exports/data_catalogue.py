"""What there is to tell of the data as a whole and of each set of them, before any form.

A set is all that the site knows of a kind that search engines may show, for portals offer it as they do; whoever
writes other files of data gives the sets that these are of. A file that is whole says the same in every language and
form; others are of one table, or of what columns mean. What only the owner can say comes from the settings; what is not
known is left out, and `missing` says so with its reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.authority_tables import FILE_FORMS, licence_entry
from generator.content.open_data import OpenData
from generator.content.settings import Settings
from generator.content.settings_types import PLACEHOLDER
from generator.exports.change_log import KeptLog
from generator.exports.datasets import (
    COLUMNS_FORM,
    SCHEMA_FORM,
    SPREADSHEET,
    csv_form,
    has_spreadsheets,
    kinds_with_data,
    modified,
    relation_label,
)
from generator.exports.periods import period
from generator.exports.quality import Quality, quality
from generator.exports.relations import relations
from generator.exports.tables import names_of_data
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.text.context import Context
from generator.urls import Urls, first_host

ByLanguage = Mapping[str, str]


@dataclass(frozen=True)
class DataFile:
    """A file of a set: its path, how it ends, in which language it is, and the part of a page that offers it."""

    path: str
    form: str
    language: str
    page: str
    part: str = ""
    """What of the set it is, in its language; "" where it is the whole."""


@dataclass(frozen=True)
class DataSet:
    """A set of data: all that the site knows of a kind, or other files of data."""

    folder: str
    """What it is called in addresses."""
    identifier: str
    titles: ByLanguage
    descriptions: ByLanguage
    keywords: Mapping[str, tuple[str, ...]]
    modified: str
    """The day of its last change that is known, as far as it is known; "" where none is."""
    period: tuple[int, ...]
    """The first and the last year of which it tells; none where nothing in it has a date."""
    quality: Quality | None
    """None where it holds no records."""
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


def data_catalogue(context: Context, changes: KeptLog, others: Iterable[DataSet] = ()) -> DataCatalogue:
    """The catalogue of the data, in all languages of the site; `changes` say when they were changed last, `others` are
    the sets that are no kind's.
    """
    settings = context.showcase.settings
    contexts = in_each_language(context)
    licence = settings.obligations.licence.title
    offered = tuple(kind for kind in KINDS if not kind.noindex)
    sets = tuple(_set(contexts, changes, kind) for kind in kinds_with_data(contexts[0]) if kind in offered)
    days = (*(one.modified for one in sets), *map(changes.last_of, offered))  # of a kind without records now, too
    return DataCatalogue(
        settings,
        {one.language: one.words.text("The data of {site}", site=settings.title) for one in contexts},
        {
            one.language: one.words.text(
                "What the site “{site}” offers to search engines: a set of data for each kind of record, and others, "
                "under the licence {licence}.",
                site=settings.title,
                licence=licence,
            )
            for one in contexts
        },
        (*sets, *others),
        max(days),
    )


def in_each_language(context: Context) -> tuple[Context, ...]:
    """The showcase in each language, the first one first."""
    languages = context.showcase.settings.languages
    return tuple(context.versions.get(language, context) for language in languages)


def data_set(
    contexts: tuple[Context, ...],
    folder: str,
    titles: Iterable[str],
    descriptions: Iterable[str],
    keywords: Iterable[tuple[str, ...]],
    files: Iterable[DataFile],
    *,
    modified_on: str,
    years: tuple[int, ...],
    how_good: Quality | None = None,
) -> DataSet:
    """A set by what it is called, what it is and how it is looked for, in the language of each context."""
    settings, languages = contexts[0].showcase.settings, [one.language for one in contexts]
    said = settings.open_data or OpenData()
    return DataSet(
        folder,
        f"{said.ipa or first_host(settings)}:{folder}",
        dict(zip(languages, titles, strict=True)),
        dict(zip(languages, descriptions, strict=True)),
        dict(zip(languages, keywords, strict=True)),
        modified_on or str(said.since or ""),
        years,
        how_good,
        tuple(files),
    )


def title_of_set(context: Context, title: str) -> str:
    """What a set is called: its title, and of which site it is."""
    return context.words.text("{list} ({site})", list=title, site=context.showcase.settings.title)


def words_for_set(context: Context, *words: str) -> tuple[str, ...]:
    """By what words a set is looked for: its own, and that of all."""
    both = (*words, context.words.text("third mission"))
    return tuple(dict.fromkeys(word.strip().lower() for word in both))


def _set(contexts: tuple[Context, ...], changes: KeptLog, kind: type[Kind]) -> DataSet:
    first = contexts[0]
    return data_set(
        contexts,
        kind.folder,
        [title_of_set(one, one.words.text(kind.plural)) for one in contexts],
        [_description(one, kind) for one in contexts],
        [_keywords(one, kind) for one in contexts],
        data_files(first, kind),
        modified_on=modified(first, changes, kind),
        years=period(first, kind),
        how_good=quality(first, kind),
    )


def _description(context: Context, kind: type[Kind]) -> str:
    """What is in a set, in a sentence."""
    count = context.words.count(*kind.counted, len(names_of_data(context, kind)))
    return context.words.text("{count}: what is known of each, with its sources and their dates.", count=count)


def _keywords(context: Context, kind: type[Kind]) -> tuple[str, ...]:
    """The name of its list, and other words for what it lists."""
    text = context.words.text
    return words_for_set(context, text(kind.plural), *(text(kind.sought).split(",") if kind.sought else ()))


def data_files(context: Context, kind: type[Kind]) -> Iterator[DataFile]:
    """The files of a set in each language: the whole in each form, a table for each list, and what its columns mean."""
    forms = [form for form in FILE_FORMS if form != SPREADSHEET or has_spreadsheets()]
    for one in in_each_language(context):
        urls, text, language = one.urls, one.words.text, one.language
        page = f"{urls.data_page(language)}#{kind.folder}"
        columns = f"{urls.columns_page(language)}#{kind.folder}"
        for form in forms:
            yield DataFile(urls.dataset(kind.folder, form, language), form, language, page)
        lists = (
            (csv_form(table.name), relation_label(one, kind, table)) for table in relations(one, kind) if table.name
        )
        about = (COLUMNS_FORM, text("What each column means")), (SCHEMA_FORM, "JSON Schema")
        for ending, part in (*lists, *about):
            path = urls.dataset(kind.folder, ending, language)
            yield DataFile(path, ending.rpartition(".")[2], language, columns, part)
