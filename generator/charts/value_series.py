"""The values of an indicator in time as bars, and the parts of one as a bar that is divided."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.charts.bar_share import bar_share
from generator.charts.written_findings import strange_numbers
from generator.fields.values import Day
from generator.kinds.indicator import Indicator, Reading, ReadingPart
from generator.text.context import Context
from generator.text.inline import sentence_case, text_of
from generator.view.charts import Series, Slot, Split, SplitPart
from generator.view.text import Piece

_FEWEST_VALUES = 3
"""Fewer values of one unit are told by the table beside them."""
FEWEST_ALONE = 2
"""So many are drawn where no table stands beside them."""
_MOST_PANES = 12
_MOST_MISSING = 30
"""Between two years that lie further apart nothing is drawn as missing."""
_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?")


def is_series(facts: Indicator, fewest: int = _FEWEST_VALUES) -> bool:
    """Whether its values are enough for a picture, and all of one unit."""
    return len(facts.series) >= fewest and len({one.value.code for one in facts.series}) == 1


def is_drawn(facts: Indicator) -> bool:
    """Whether there is a picture of it: of its values in time, or of the parts of the last one."""
    return is_series(facts, FEWEST_ALONE) or bool(facts.series and whole_of(facts.series[-1]))


def slots(context: Context, facts: Indicator) -> tuple[Slot, ...]:
    """A bar for each value, and an empty place for each year between two of them of which nobody tells the value."""
    longest = max((one.value.number for one in facts.series), default=Decimal(0))
    found: list[Slot] = []
    for at, reading in enumerate(facts.series):
        if at:
            found += (Slot(label, "", 0) for label in _between(facts.series[at - 1], reading))
        share, value = bar_share(reading.value.number, longest), context.quantity(reading.value)
        exact = not reading.value.qualifier
        found.append(Slot(_label(context, reading), value, share, context.link(reading.source), exact))
    return tuple(found)


def series(context: Context, facts: Indicator, fewest: int = _FEWEST_VALUES) -> Series | None:
    """The values as a picture, under what it shows; nothing where they are too few, or not of one unit."""
    if not is_series(facts, fewest):
        return None
    drawn = slots(context, facts)
    missing = [one.period for one in drawn if not one.value]
    partial = context.words.count(
        "The picture is partial: we have not found the value {of_periods}.",
        "The picture is partial: we have not found the values {of_periods}.",
        len(missing),
        of_periods=context.words.listed(_of(context, one) for one in missing),
    )
    inexact = context.words.text("A bar that is only outlined stands for a value that is not exact.")
    notes = (partial if missing else "", "" if all(one.exact for one in drawn) else inexact)
    return Series(finding(context, facts), " ".join(filter(None, notes)), drawn)


def split(context: Context, reading: Reading) -> Split | None:
    """A value with the parts it is made of; nothing where nobody divides it."""
    parts, whole = reading.parts, whole_of(reading)
    if not whole:
        return None
    drawn, before = [], Decimal(0)
    for one in parts:
        start, width = (float(round(100 * number / whole, 2)) for number in (before, one.value.number))
        drawn.append(SplitPart(context.quantity(one.value), part_label(context, one), start, width))
        before += one.value.number
    counted = all(number == int(number) for number in (whole, *(one.value.number for one in parts)))
    panes = int(whole) if counted and whole <= _MOST_PANES and not reading.value.code else 0
    return Split(tuple(drawn), panes, context.link(reading.source))


def whole_of(reading: Reading) -> Decimal:
    """How much the parts of a value are parts of; 0 where nobody divides it."""
    parts = sum((one.value.number for one in reading.parts), Decimal(0))
    return max(reading.value.number, parts) if reading.parts else Decimal(0)


def part_label(context: Context, part: ReadingPart) -> Piece:
    """What a part of a value is."""
    label = context.localised(part.label)
    return replace(label, text=text_of(context.whole(part, (label,), "label", "value")))


def in_period(context: Context, facts: Indicator, reading: Reading) -> str:
    """When a value is of, as the end of a sentence; "" where nobody says."""
    if reading.period and reading.period.isdigit():
        text, is_goal = context.words.text, facts.period_is == "target"
        return text("by {year}", year=reading.period) if is_goal else text("in {year}", year=reading.period)
    if reading.period:
        return context.words.text("in the period {period}", period=_written(reading.period))
    if not reading.as_of:
        return ""
    return text_of((*context.dated("as of", reading.as_of), *context.deduced(reading.deduced_date)))


def finding(context: Context, facts: Indicator) -> str:
    """What somebody wrote of the values, as long as its numbers are theirs; else what we find in them."""
    language = context.language if context.language in (facts.finding or {}) else context.site.written_in
    if facts.finding and not strange_numbers(facts, language):
        return context.localised(facts.finding).text
    return _found(context, facts) if is_series(facts, FEWEST_ALONE) else _found_in_parts(context, facts)


def _found(context: Context, facts: Indicator) -> str:
    """The highest value, what it counts, and when; that all are the same; the latest where they cannot be compared."""
    text, unit = context.words.text, context.localised(facts.unit).text if facts.unit else ""
    top = max(facts.series, key=lambda one: one.value.number)
    compared = not _may_be_passed(facts.series, top)
    told = top if compared else facts.series[-1]
    value = text("{value} {unit}", value=context.quantity(told.value), unit=unit).strip()
    if compared and len({one.value for one in facts.series}) == 1:
        return text("Always the same: {value}", value=value)
    period = in_period(context, facts, told)
    if compared:
        return text("The highest value: {value} {in_period}", value=value, in_period=period).strip()
    return text("The latest value: {value} {in_period}", value=value, in_period=period).strip()


def _found_in_parts(context: Context, facts: Indicator) -> str:
    """The largest part of a value and the whole; the whole alone where no part is the largest for certain."""
    text, last = context.words.text, facts.series[-1]
    whole = context.quantity(last.value)
    if facts.unit:
        whole = text("{value} {unit}", value=whole, unit=context.localised(facts.unit).text)
    top = max(last.parts, key=lambda one: one.value.number)
    level = sum(one.value == top.value for one in last.parts) > 1
    if level or _may_be_passed(last.parts, top):
        return text("In all: {value}", value=whole)
    of_whole = text("{part} of {whole}", part=context.quantity(top.value), whole=whole)
    return text("{title}: {value}", title=sentence_case(part_label(context, top).text), value=of_whole)


def _may_be_passed(values: Sequence[Reading | ReadingPart], top: Reading | ReadingPart) -> bool:
    """Whether another value may be higher than the highest number: one of which only the least is known, one of
    the same number that is known less well, or any where of the highest only the most is known.
    """
    others = [one.value for one in values if one is not top]
    alike = (one.number == top.value.number and one != top.value for one in others)
    return top.value.qualifier == "<" or any(one.qualifier == ">" for one in others) or any(alike)


def _label(context: Context, reading: Reading) -> str:
    if reading.period:
        return _written(reading.period)
    return text_of((context.day(reading.as_of), *context.deduced(reading.deduced_date))) if reading.as_of else ""


def _of(context: Context, period: str) -> str:
    """Of which year or years a value is."""
    if period.isdigit():
        return text_of(context.dated("of", Day(int(period))))
    return context.words.text("of the period {period}", period=period)


def _written(period: str) -> str:
    return period.replace("-", "–")


def _between(one: Reading, other: Reading) -> Sequence[str]:
    """The years that lie between two periods, written as they are."""
    before, after = (_YEAR.fullmatch(reading.period or "") for reading in (one, other))
    if not before or not after or bool(before[2]) != bool(after[2]):
        return ()
    years = range(int(before[1]) + 1, int(after[1]))
    if len(years) > _MOST_MISSING:
        return ()
    return [f"{year}–{(year + 1) % 100:02}" if after[2] else str(year) for year in years]
