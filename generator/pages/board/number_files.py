"""Every number of the board as a table: each in all and in parts, zeros kept."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.pages.board.tally import Tally, tallies
from generator.text.context import Context
from generator.view.data_files import CsvTable

_HEAD = ("measure", "title", "by", "by.label", "part", "part.label", "number", "of", "on")


def number_files(context: Context) -> Iterator[tuple[str, Callable[[], CsvTable]]]:
    """The path of each file of a language, and what makes it."""
    if tallies(context):
        yield context.urls.numbers("csv", context.language), partial(number_table, context)


def number_table(context: Context) -> CsvTable:
    """A row for each number in all, and one for each of its parts."""
    rows = (row for one in tallies(context) for row in _rows(context, one))
    return CsvTable(context.urls.numbers("csv", context.language), _HEAD, tuple(rows))


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
            yield (*head, *question, "", text("not known"), str(part.without), "", on)
