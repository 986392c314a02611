"""A rule about records that say again what another says: they are withdrawn with it."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase


def what_repeats_a_withdrawn_record_is_withdrawn(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Of a withdrawn record no word is public, in what was reported of it either."""
    facts = record.facts
    for ref in () if facts.withdrawn else facts.refs_of(facts.withdrawn_with):
        if ref in showcase and showcase[ref].facts.withdrawn:
            yield problem("withdrawn-subject", record.place(facts.withdrawn_with), record=ref)
