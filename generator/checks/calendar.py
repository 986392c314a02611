"""Rules about days."""

from collections.abc import Iterator

from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase


def reviews_are_not_overdue(showcase: Showcase) -> Iterator[Problem]:
    """A record is verified again by the day it says."""
    for record in showcase.records.values():
        due = record.facts.review_by
        if due and due.last < showcase.day:
            yield problem("review-due", record.place("review_by"), day=due.last)
