"""What somebody wrote that the values of an indicator show: whether its numbers are theirs."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.charts.written_numbers import numbers_in
from generator.kinds.indicator import Indicator, Reading

_Written = Sequence[tuple[str, Decimal]]
"""The numbers of a sentence in their order, as they are written and as they are."""


def strange_numbers(facts: Indicator, language: str) -> tuple[str, ...]:
    """The numbers in what somebody wrote of the values that are none of theirs: no value, no part, no year, nothing by
    which is called what is counted; or a value with the period of another, where as many periods are named as values.
    """
    known = {number for one in facts.series for number in (*_period_of(one), *_values_of(one))}
    counted = {number for _, number in numbers_in((facts.unit or {}).get(language, ""), language)} - known
    found = numbers_in((facts.finding or {}).get(language, ""), language)
    written = [(one, number) for one, number in found if number not in counted]
    strange = (one for one, number in written if number not in known)
    return tuple(dict.fromkeys(strange)) or tuple(dict.fromkeys(_of_other_periods(facts, written)))


def _of_other_periods(facts: Indicator, written: _Written) -> Iterator[str]:
    """The values that the period has not with which they are named: the first with the first, and so on."""
    values: list[tuple[str, Decimal]] = []
    periods: list[Reading] = []
    for one, number in written:
        named = [reading for reading in facts.series if number in _period_of(reading)]
        if len(named) > 1:
            return  # nobody can say which is meant
        if not named:
            values.append((one, number))
        elif named != periods[-1:]:
            periods += named
    if len(values) == len(periods):
        pairs = zip(values, periods, strict=True)
        yield from (one for (one, number), reading in pairs if number not in _values_of(reading))


def _values_of(reading: Reading) -> set[Decimal]:
    return {reading.value.number, *(one.value.number for one in reading.parts)}


def _period_of(reading: Reading) -> set[Decimal]:
    """The numbers by which a period is called."""
    return set(map(Decimal, re.findall(r"[0-9]+", f"{reading.period or ''} {reading.as_of or ''}")))
