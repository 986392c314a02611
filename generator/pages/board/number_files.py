"""Every number of the board as a table: each in all and in parts, zeros kept; what its columns mean."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.exports.datasets import COLUMNS_FORM, dictionary
from generator.exports.relations import Relation, TableColumn
from generator.pages.board.findings import without
from generator.pages.board.tally import Tally, has_numbers, tallies
from generator.text.context import Context
from generator.view.data_files import CsvTable
from generator.words import N_

NUMBERS = Relation(
    "numbers",
    (
        TableColumn("measure", (N_("What is counted"),), N_("The id of the number.")),
        TableColumn("title", (N_("Title"),)),
        TableColumn("by", (N_("In parts by"),), N_("By what the number is in parts; empty where it is whole.")),
        TableColumn("by.label", (N_("In parts by"),)),
        TableColumn("part", (N_("Part"),), N_("Which of the parts; empty where none of them is known.")),
        TableColumn("part.label", (N_("Part"),)),
        TableColumn("number", (N_("Number"),), N_("How many are counted, zero included."), "number"),
        TableColumn("of", (N_("Of how many"),), N_("Among how many they are; empty where it is not known."), "number"),
        TableColumn("on", (N_("Day"),), N_("The day on which they are counted."), "date"),
    ),
)
"""The table, its columns in order."""


def number_files(context: Context) -> Iterator[tuple[str, Callable[[], CsvTable]]]:
    """The path of each file of a language, and what makes it."""
    if has_numbers(context):
        path = partial(context.urls.numbers, language=context.language)
        yield path("csv"), partial(number_table, context)
        yield path(COLUMNS_FORM), partial(dictionary, context, path(COLUMNS_FORM), (NUMBERS,))


def number_table(context: Context) -> CsvTable:
    """A row for each number in all, and one for each of its parts."""
    head = tuple(column.name for column in NUMBERS.columns)
    rows = (row for one in tallies(context) for row in _rows(context, one))
    return CsvTable(context.urls.numbers("csv", context.language), head, tuple(rows))


def _rows(context: Context, one: Tally) -> Iterator[tuple[str, ...]]:
    text, measure, on = context.words.text, one.counting.measure, context.showcase.day.isoformat()
    head = (measure.id, text(measure.title))
    yield (*head, "", "", "", "", str(one.number), str(one.of), on)
    for part in one.parts:
        question = (part.facet.id, text(part.facet.label))
        for row in part.rows:
            answer = (row.answer.key, row.answer.label.text)
            yield (*head, *question, *answer, str(row.number), str(row.of), on)
        if part.without:
            yield (*head, *question, "", without(context, part), str(part.without), "", on)
