"""Which records each number of the board counts, on the day of the showcase."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.record import AnyRecord
from generator.kinds.base import BY_STATUS, Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.measures import BoardMeasure, Holds, InEveryLanguage, Lacks, MeasureTest, NamedIn, Since
from generator.kinds.measures_of_kinds import OF_ALL_THAT_IS_DONE
from generator.showcase.model import Showcase
from generator.showcase.placed import day_here

WHAT_IS_DONE = tuple(kind for kind in KINDS if kind.is_listed and kind.is_activity and kind.search_rank == 1)
"""The kinds that tell what is done: those that a search finds first."""


@dataclass(frozen=True)
class Counting:
    """A measure, and the kinds whose records it counts."""

    measure: BoardMeasure
    kinds: tuple[type[Kind], ...]


COUNTINGS: Mapping[str, Counting] = {
    one.measure.id: one
    for one in (
        *(Counting(measure, WHAT_IS_DONE) for measure in OF_ALL_THAT_IS_DONE),
        *(Counting(measure, (kind,)) for kind in KINDS for measure in kind.measures),
    )
}
"""Every number of the board by its id, in the order of the board."""


def countings_of(kind: type[Kind]) -> Iterator[Counting]:
    """The numbers that the records of a kind may be counted in."""
    return (one for one in COUNTINGS.values() if kind in one.kinds)


def is_counted(showcase: Showcase, record: AnyRecord, measure: BoardMeasure) -> bool:
    """Whether a record is one of those that a measure counts."""
    return all(_passes(showcase, record, test) for test in measure.tests)


def is_of_a_status(measure: BoardMeasure) -> bool:
    """Whether it counts by where records stand on the day; its number is counted on the day in any case."""
    return any(isinstance(test, Holds) and test.field == BY_STATUS for test in measure.tests)


def is_of_a_state(measure: BoardMeasure) -> bool:
    """Whether it counts by where records stand as their sources put it, on a day of their own."""
    return any(isinstance(test, Holds) and test.field != BY_STATUS for test in measure.tests)


def _passes(showcase: Showcase, record: AnyRecord, test: MeasureTest) -> bool:
    facts = record.facts
    match test:
        case Holds(field, value):
            return (showcase.status(record).name if field == BY_STATUS else facts.held(field)) == value
        case Lacks(fields):
            return not any(facts.values_of(one) or facts.told_instead(one) for one in fields)
        case Since(field, days):
            held = day_here(facts.held(field))
            return held is not None and held.first >= showcase.day - datetime.timedelta(days=days)
        case NamedIn(field):
            links = showcase.referring(record.ref)
            return any(link.field == field and not showcase.briefs[link.ref].withdrawn for link in links)
        case InEveryLanguage():
            return len(showcase.briefs[record.ref].languages) == len(showcase.settings.languages)
