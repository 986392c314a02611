"""Rules about figures."""

import datetime
from collections.abc import Iterator

from generator.charts.written_findings import strange_numbers
from generator.checks.calendar import has_come
from generator.content.record import AnyRecord
from generator.kinds.catalogue import COUNTS
from generator.kinds.indicator import Indicator
from generator.problems.problem import Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.model import Showcase


def computed_figures_exist(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """An indicator that is computed names one of the figures Vetrina computes."""
    indicator = record.of(Indicator)
    name = indicator.facts.computed if indicator else None
    if name and name not in COUNTS:
        meant = did_you_mean(name, list(COUNTS))
        yield problem("unknown-computation", record.place("computed"), meant=meant, name=name, known=list(COUNTS))


def periods_have_begun(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What is measured has been: a value of a year to come is a target, and says so."""
    indicator = record.of(Indicator)
    for number, one in enumerate(indicator.facts.series if indicator and indicator.facts.period_is != "target" else ()):
        year = (one.period or "")[:4]
        if year.isdecimal() and int(year) and not has_come(showcase, datetime.date(int(year), 1, 1)):
            yield problem("period-to-come", record.place("series", number, "period"), period=one.period)


def findings_agree_with_the_values(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A sentence about the values of an indicator names no number that is none of theirs."""
    if (indicator := record.of(Indicator)) and (finding := indicator.facts.finding):
        spoken = (language for language in showcase.settings.languages if language in finding)
        strange = ((language, strange_numbers(indicator.facts, language)) for language in spoken)
        first = next((one for one in strange if one[1]), None)  # other languages have the same numbers
        if first:
            yield problem("finding-disagrees", record.place("finding", first[0]), numbers=first[1])
