"""Rules about introductions."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.catalogue import LISTED, WITH_PAGES
from generator.kinds.intro import Intro
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.model import Showcase


def introductions_are_of_lists(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """An introduction is named for a folder whose records have a list."""
    folder = record.ref.id
    if isinstance(record.facts, Intro) and folder not in LISTED:
        code, meant = ("no-list", ()) if folder in WITH_PAGES else ("unknown-folder", did_you_mean(folder, LISTED))
        yield problem(code, Position(record.path), meant=meant, name=folder, known=LISTED)
