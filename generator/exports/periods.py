"""The period that the data of a kind tell of: from the first to the last year of all dates that its records state."""

import re
from collections.abc import Iterator

from generator.exports.tables import names_of_data
from generator.fields.dates import YearsType
from generator.fields.values import AnyRef, Day, Moment
from generator.fields.walk import groups
from generator.kinds.base import Kind
from generator.showcase.answers import settled
from generator.showcase.placed import day_of
from generator.text.context import Context

_OF_THE_RECORD = ("publish_on", "verified_on", "review_by", "withdrawn", "notice")
"""The fields whose dates are of the work on a record, and not of what it tells."""
_YEARS = re.compile(r"(?<![0-9])([12][0-9])([0-9]{2})(?:[-–/]([0-9]{2}))?(?![0-9])")
"""The years in a text, 2017; the last of several may be without its century, 2012-13."""


@settled
def period(context: Context, kind: type[Kind]) -> tuple[int, ...]:
    """The first and the last year of which the records of a kind state a date; none where they state none."""
    years = sorted({year for ref in names_of_data(context, kind) for year in _years_of(context, ref)})
    return (years[0], years[-1]) if years else ()


@settled
def _years_of(context: Context, ref: AnyRef) -> tuple[int, ...]:
    """The years of all dates that a record states, and of those on which its sources do not agree."""
    record = context.showcase[ref]
    placed = context.showcase.placed_in_time(record)
    return tuple(sorted({*_stated(record.facts), *(placed.years if placed else ())}))


def _stated(facts: Kind) -> Iterator[int]:
    aside = (*_OF_THE_RECORD, facts.tells_until)
    for location, group in groups(facts):
        for name, field in group.plain:
            if (location or (name,))[0] not in aside and not field.private:
                is_time = isinstance(field.item, YearsType) or name in group.in_order_of
                for value in group.values_of(name):
                    if is_time and isinstance(value, str):
                        yield from _in_words(value)
                    elif isinstance(value, Day | Moment) and (day := day_of(value)):
                        yield day.year


def _in_words(text: str) -> Iterator[int]:
    """The years that a text names."""
    for century, year, last in _YEARS.findall(text):
        yield int(century + year)
        if last > year:
            yield int(century + last)
