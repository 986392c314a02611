"""The sets of data that are no kind's, for the catalogue: numbers of the board, the log of changes, frozen tables."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.content.snapshots import Snapshot
from generator.exports.catalogue_rdf import catalogue_files
from generator.exports.change_log import CHANGES, KeptLog
from generator.exports.data_catalogue import DataFile, DataSet, data_set, in_each_language, title_of_set, words_for_set
from generator.exports.datasets import COLUMNS_FORM
from generator.pages.board.bar_pictures import pictures_of_numbers
from generator.pages.board.number_files import NUMBERS
from generator.pages.board.tally import has_numbers
from generator.pages.frozen_tables import FROZEN, section_of
from generator.text.context import Context
from generator.view.outputs import View
from generator.words import N_

_REGISTERS = "registers"


def catalogue_of_all(
    context: Context, changes: KeptLog, frozen: tuple[Snapshot, ...]
) -> Iterator[tuple[str, Callable[[], View], tuple[str, ...]]]:
    """The catalogue of these sets and those of the kinds, as `catalogue_files` has it."""
    sets = partial(other_data, context, changes, frozen)
    return catalogue_files(context, changes, sets, other_data_files(context, frozen))


def other_data_files(context: Context, frozen: Iterable[Snapshot]) -> Iterator[DataFile]:
    """The files of all these sets."""
    yield from _files_of_numbers(context)
    yield _file_of_changes(context)
    yield from _files_of_tables(context, frozen)


def other_data(context: Context, changes: KeptLog, frozen: tuple[Snapshot, ...]) -> Iterator[DataSet]:
    """The sets, each with its files."""
    day = context.showcase.day
    if has_numbers(context):
        yield _told(
            context,
            NUMBERS.name,
            N_("In numbers"),
            N_("Every number that is counted here at publication, whole and in parts, zeros included."),
            _files_of_numbers(context),
            day.isoformat(),
            (day.year, day.year),
        )
    log = changes.seen()
    newest = log.entries[0].on if log.entries else day.isoformat()  # that nothing has changed holds for the day
    since = int(log.since[:4]) if log.since else day.year
    yield _told(
        context,
        CHANGES,
        N_("What has changed"),
        N_(
            "What each publication has changed since the first that is known: which records, and which of their fields."
        ),
        (_file_of_changes(context),),
        newest,
        (since, day.year),
    )
    context.witness.sees(FROZEN)
    if frozen:
        yield _told(
            context,
            _REGISTERS,
            N_("Frozen registers of agreements"),
            N_("The register of agreements of each half-year as it was when it was frozen, with its digest."),
            _files_of_tables(context, frozen),
            max(one.frozen_on for one in frozen),
            (min(int(one.first_day[:4]) for one in frozen), max(int(one.last_day[:4]) for one in frozen)),
        )


def _told(
    context: Context,
    folder: str,
    title: str,
    description: str,
    files: Iterable[DataFile],
    modified_on: str,
    years: tuple[int, ...],
) -> DataSet:
    """A set by its title and its description in English."""
    contexts = in_each_language(context)
    return data_set(
        contexts,
        folder,
        [title_of_set(one, one.words.text(title)) for one in contexts],
        [one.words.text(description) for one in contexts],
        [words_for_set(one, one.words.text(title)) for one in contexts],
        files,
        modified_on=modified_on,
        years=years,
    )


def _files_of_numbers(context: Context) -> Iterator[DataFile]:
    """The table of all numbers, what its columns mean, and the values of each picture of them."""
    for one in in_each_language(context) if has_numbers(context) else ():
        urls, language, text = one.urls, one.language, one.words.text
        anchor = f"#{NUMBERS.name}"
        yield DataFile(urls.numbers("csv", language), "csv", language, f"{urls.data_page(language)}{anchor}")
        columns, meanings = f"{urls.columns_page(language)}{anchor}", text("What each column means")
        yield DataFile(urls.numbers(COLUMNS_FORM, language), "csv", language, columns, meanings)
        for path, subject in pictures_of_numbers(one):
            yield DataFile(urls.of_picture(path, "csv"), "csv", language, path, subject)


def _file_of_changes(context: Context) -> DataFile:
    first = in_each_language(context)[0]
    return DataFile(first.urls.change_data(), "json", first.language, first.urls.data_page(first.language))


def _files_of_tables(context: Context, frozen: Iterable[Snapshot]) -> Iterator[DataFile]:
    """Each table, and what tells of it."""
    first = in_each_language(context)[0]
    urls, language = first.urls, first.language
    for one in frozen:
        told = section_of(first, one)
        for form in ("csv", "json"):
            page = f"{urls.data_page(language)}#{told.anchor}"
            yield DataFile(urls.frozen(one.period, form), form, language, page, told.title)
