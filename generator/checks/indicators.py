"""Rules about figures."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.indicator import Indicator
from generator.problems.problem import Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.counts import COUNTS
from generator.showcase.model import Showcase


def computed_figures_exist(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """An indicator that is computed names one of the figures Vetrina computes."""
    indicator = record.of(Indicator)
    name = indicator.facts.computed if indicator else None
    if name and name not in COUNTS:
        meant = did_you_mean(name, list(COUNTS))
        yield problem("unknown-computation", record.place("computed"), meant=meant, name=name, known=list(COUNTS))
