"""What the numbers of the board are: how many records each counts, of how many, and by what in parts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.fields.values import AnyRef
from generator.kinds.catalogue import kind_of
from generator.kinds.facets import YEAR, Facet
from generator.kinds.measures import InEveryLanguage
from generator.pages.lists.facet_answers import (
    Answer,
    answer_of,
    answers_to,
    between_universities,
    every_answer,
    in_order,
    year_answer,
)
from generator.showcase.answers import remembered, settled
from generator.showcase.measured import COUNTINGS, Counting, countings_of, is_counted
from generator.text.context import Context
from generator.text.inline import Plain


@dataclass(frozen=True)
class TallyRow:
    """An answer, how many of the counted records give it, and how many of all."""

    answer: Answer
    number: int
    of: int


@dataclass(frozen=True)
class NumberParts:
    """A number by one question: every answer that is declared, zeros kept, and those that records give besides."""

    facet: Facet
    rows: tuple[TallyRow, ...]
    without: int
    """How many of the counted records give no answer."""
    named: int
    """How many give one that has no rank: of universities, one that takes part, and not that one is only named."""


@dataclass(frozen=True)
class Tally:
    """A number of the board on the day of the showcase."""

    counting: Counting
    number: int
    of: int
    parts: tuple[NumberParts, ...]


def tallies(context: Context) -> tuple[Tally, ...]:
    """Every number of the board, in its order: those of whose kinds there is a record."""
    return tuple(tally(context, one.measure.id) for one in _asked(context))


def has_numbers(context: Context) -> bool:
    """Whether there is any of them, without counting, which takes the day."""
    return any(_asked(context))


def _asked(context: Context) -> Iterator[Counting]:
    """What there is to count; in which languages pages are only where there are several."""
    several = len(context.showcase.settings.languages) > 1
    for one in COUNTINGS.values():
        of_languages = any(isinstance(test, InEveryLanguage) for test in one.measure.tests)
        if (several or not of_languages) and any(context.showcase.names(kind) for kind in one.kinds):
            yield one


@remembered
def tally(context: Context, measure: str) -> Tally:
    """One number, by the id of its measure."""
    counting = COUNTINGS[measure]
    number, of, parts = _counted(context, measure)
    told = (
        NumberParts(facet, tuple(TallyRow(answer_of(one), *numbers) for one, *numbers in rows), *others)
        for facet, (rows, *others) in zip(counting.measure.by, parts, strict=True)
    )
    return Tally(counting, number, of, tuple(told))


@settled
def _counted(context: Context, measure: str) -> Plain:
    """The same by plain values: how many, of how many, then the rows of each question with what else it has."""
    counting = COUNTINGS[measure]
    told = [_told(context, ref) for kind in counting.kinds for ref in context.showcase.names(kind)]
    counted = [(measure in measures, dict(answers)) for measures, answers in told]
    parts = (_rows(context, counting, facet, counted) for facet in counting.measure.by)
    return sum(one for one, _ in counted), len(counted), tuple(parts)


def refs_counted(context: Context, counting: Counting) -> Iterator[AnyRef]:
    """The records that a number counts."""
    names = (ref for kind in counting.kinds for ref in context.showcase.names(kind))
    return (ref for ref in names if counting.measure.id in _told(context, ref)[0])


@settled
def _told(context: Context, ref: AnyRef) -> Plain:
    """In which numbers a record is counted, and what it answers to each of their questions."""
    record, countings = context.showcase[ref], tuple(countings_of(kind_of(ref)))
    measures = tuple(one.measure.id for one in countings if is_counted(context.showcase, record, one.measure))
    facets = {facet.id: facet for one in countings for facet in one.measure.by}
    given = ((facet, answers_to(context, facet, record)) for facet in facets.values())
    return measures, tuple((one.id, found or between_universities(context, one, ref)) for one, found in given)


def _rows(
    context: Context, counting: Counting, facet: Facet, counted: Sequence[tuple[bool, dict[str, tuple[Plain, ...]]]]
) -> Plain:
    """The rows of a question, each an answer with two numbers; then how many of those counted answer nothing, and
    how many what has no rank.
    """
    declared = {one.key: one for one in every_answer(context, facet, counting.kinds)}
    given, number, of = dict(declared), Counter[str](), Counter[str]()
    for is_one, answers in counted:
        for one in map(answer_of, answers[facet.id]):
            given.setdefault(one.key, one)
            of[one.key] += 1
            number[one.key] += is_one
    given |= _years_between(facet, list(given.values()))
    order = in_order(facet, given.values(), number)
    rows = tuple((one.plain(), number[one.key], of[one.key]) for one in order)
    found = [answers[facet.id] for is_one, answers in counted if is_one]
    return rows, sum(not one for one in found), sum(any(not answer_of(each).rank for each in one) for one in found)


def _years_between(facet: Facet, given: Sequence[Answer]) -> dict[str, Answer]:
    """The years between the first and the last of which no record is."""
    years = [int(one.key) for one in given] if is_by_year(facet) else []
    return {str(year): year_answer(year) for year in range(min(years, default=0), max(years, default=0))}


def is_by_year(facet: Facet) -> bool:
    """Whether a question is of which year a record is."""
    return facet.answers == YEAR.answers
