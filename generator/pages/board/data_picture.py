"""What a picture of bars is of: a number of the board in parts, or the values of an indicator."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts.bar_share import bar_share
from generator.charts.value_series import FEWEST_ALONE, finding, is_drawn, is_series, part_label, slots, whole_of
from generator.content.brief import ref_of
from generator.fields.values import Day
from generator.kinds.indicator import Indicator
from generator.pages.board.board_pages import breakdown, measure_facts
from generator.pages.board.findings import without
from generator.pages.board.tally import tally
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import list_href
from generator.view.board import Breakdown
from generator.view.outputs import Link
from generator.view.pictures import PictureBar, PictureMark
from generator.view.text import Fact

MOST_BARS = 24
"""So many are drawn; a table and a file have all."""


@dataclass(frozen=True)
class DataPicture:
    """A picture in one language: what it finds, what it is of, its values; and where it comes from."""

    path: str
    finding: str
    subject: str
    bars: tuple[PictureBar, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[Fact, ...]
    way: tuple[Link, ...]
    labels: tuple[str, str] = ("", "")
    """What its bars and their values are called, where it has no breakdown."""
    breakdown: Breakdown | None = None
    is_of_the_day: bool = False
    """Whether it is counted on the day of the build."""
    checked: Day | None = None
    """Of what does not depend on that day, when it was last checked."""
    marks: tuple[PictureMark, ...] = ()
    dense: bool = False


def of_a_number(context: Context, path: str, name: str, facet: str) -> DataPicture:
    """A number of the board, by the id of its measure, in parts by a facet."""
    text, urls = context.words.text, context.urls
    one = tally(context, name)
    parts = next(found for found in one.parts if found.facet.id == facet)
    shown = breakdown(context, one, parts)
    measure = one.counting.measure
    board = Link(text("In numbers"), urls.href(urls.fixed("board", context.language)))
    number = Link(text(measure.title), urls.href(urls.measure(measure, context.language)))
    rows = [(row.answer.key, row.answer.label.text, str(row.number), str(row.of)) for row in parts.rows]
    if parts.without:
        rows.append(("", without(context, parts), str(parts.without), ""))
    bars = [PictureBar(row.label.text, row.number, row.share) for row in shown.rows]
    if parts.without:
        del bars[MOST_BARS - 1 : -1]  # the drawing, too, says how many give no answer
    return DataPicture(
        path=path,
        finding=shown.finding,
        subject=shown.caption,
        bars=tuple(bars),
        head=("part", "part.label", "number", "of"),
        rows=tuple(rows),
        facts=measure_facts(context),
        way=(board, number),
        breakdown=shown,
        is_of_the_day=True,
    )


def of_an_indicator(context: Context, path: str, name: str) -> DataPicture:
    """The values of an indicator, by the name of its record: in time, and the parts of the last one."""
    text, record = context.words.text, context.showcase[ref_of(name)].of(Indicator)
    if record is None or not is_drawn(record.facts):
        raise KeyError(name)
    facts = record.facts
    title = context.title(record).text
    has_own_unit = any(one.value.code for one in facts.series)
    counted = context.localised(facts.unit).text if facts.unit and not has_own_unit else ""
    told = (context.fact(record, field) for field in ("definition", "method"))
    sources = tuple((context.link(ref),) for ref in dict.fromkeys(one.source for one in facts.series))
    up = Link(text(Indicator.plural), list_href(context, Indicator))
    return DataPicture(
        path=path,
        finding=finding(context, facts),
        subject=text("{list}: {value}", list=title, value=counted) if counted else title,
        bars=tuple(_bars(context, facts)),
        head=("period", "as_of", "part", "value", "qualifier", "unit", "source"),
        rows=tuple(_values(context, facts)),
        facts=(*(one for one in told if one.values), Fact(text("Source"), sources)),
        way=(up, Link(title, context.href(record))),
        labels=(text("Period") if is_series(facts, FEWEST_ALONE) else text("Part"), text("Value")),
        checked=facts.verified_on,
    )


def _bars(context: Context, facts: Indicator) -> Iterator[PictureBar]:
    """A bar for each value in time, or for the one that is divided; then one for each part of the last value."""
    text, last = context.words.text, facts.series[-1]
    drawn, period = slots(context, facts) if is_series(facts, FEWEST_ALONE) else (), ""
    parts, whole = last.parts, whole_of(last)
    if drawn:
        yield from (PictureBar(one.period, one.value or text("not found"), one.share, one.exact) for one in drawn)
        period, whole = drawn[-1].period, max(one.value.number for one in facts.series)
    else:
        share = bar_share(last.value.number, whole)
        yield PictureBar(text("In all"), context.quantity(last.value), share, not last.value.qualifier)
    for one in parts:
        label = sentence_case(part_label(context, one).text)
        said = text("{list}: {value}", list=period, value=label) if period else label
        yield PictureBar(said, context.quantity(one.value), bar_share(one.value.number, whole), not one.value.qualifier)


def _values(context: Context, facts: Indicator) -> Iterator[tuple[str, ...]]:
    """Each value, then each of its parts."""
    for reading in facts.series:
        when = reading.period or "", str(reading.as_of or "")
        parts = ((context.localised(one.label).text, one.value) for one in reading.parts)
        for part, value in (("", reading.value), *parts):
            yield (*when, part, str(value.number), value.qualifier, value.code, reading.source.id)
