"""What a spreadsheet is of, on a sheet of its own: what was asked, and the day up to which it is true."""

from collections.abc import Iterable

from generator.exports.tables import BETWEEN
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.data_files import Sheet
from generator.view.text import Fact


def questions_sheet(context: Context, asked: Iterable[Fact], *more: tuple[str, str]) -> Sheet:
    """The questions, each with its answers, then the day, then whatever else must be known."""
    text = context.words.text
    questions = tuple((one.label, BETWEEN.join(map(text_of, one.values))) for one in asked)
    day = (text("Up to date as of"), context.showcase.day.isoformat())
    return Sheet(text("The questions"), (text("Question"), text("Answer")), ("text", "text"), (*questions, day, *more))
