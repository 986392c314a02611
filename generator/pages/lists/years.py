"""How many agreements each year has: a bar a year, each the way to its agreements in the register."""

from collections import Counter
from datetime import date

from generator.charts.bar_share import bar_share
from generator.charts.enough import FEWEST
from generator.kinds.agreement import Agreement
from generator.kinds.facets import YEAR
from generator.pages.lists.selections import selections_by
from generator.text.context import Context
from generator.text.listed import names_listed, placed_on
from generator.view.charts import Count, YearCounts
from generator.view.text import Piece

_MOST_TOP = 3
"""Of more years than these that are all the highest, the finding names none."""


def agreements_by_year(context: Context) -> YearCounts | None:
    """The agreements that have a page in this language, every year from the first to the last; few make no picture."""
    refs = names_listed(context, Agreement)
    days = filter(None, (placed_on(context, ref) for ref in refs))
    years = Counter(date.fromordinal(day).year for day in days)
    if years.total() < FEWEST:
        return None
    first, last, most = min(years), max(years), max(years.values())
    top = [str(year) for year in sorted(years) if years[year] == most]
    years_offered = (one.answer.word for one in selections_by(context, Agreement, YEAR.id))
    hrefs = {word: _href(context, word) for word in years_offered}
    number = context.words.number
    counts = (
        Count(Piece(str(year), href=hrefs.get(str(year), "")), number(years[year]), bar_share(years[year], most))
        for year in range(first, last + 1)
    )
    found = context.words.count(
        "The year with most agreements is {year}: {most}",
        "The years with most agreements are {year}: {most} each",
        len(top),
        year=context.words.listed(top),
        most=number(most),
    )
    return YearCounts(
        heading=found if len(top) <= _MOST_TOP else context.words.text("Agreements by year"),
        note=_note(context, len(refs) - years.total()),
        counts=tuple(counts),
    )


def _note(context: Context, undated: int) -> str:
    """By which date they are counted, and how many are not, having none."""
    said = context.words.text(
        "The year of the signature, the earliest where sources differ; of the announcement where the day"
        " of the signature is not known."
    )
    if not undated:
        return said
    left_out = context.words.count("{number} has no date.", "{number} have no date.", undated)
    return f"{said} {left_out}"


def _href(context: Context, word: str) -> str:
    return context.urls.href(context.urls.choice(Agreement.folder, YEAR, word, context.language))
