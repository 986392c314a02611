"""An initiative's totals as pictures: a façade for each source that counts projects, a bar for each sum of money."""

import math
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import TypedDict

from generator.charts.enough import FEWEST
from generator.fields.values import Quantity
from generator.kinds.edition import MEASURES, Total
from generator.kinds.initiative import Initiative
from generator.kinds.source import Source
from generator.presenters.award_figures import money_figures, source_of, sum_of_editions
from generator.showcase.figures import Pair, funded_in_editions, pairs
from generator.text.context import Context
from generator.text.inline import sentence_case, text_of
from generator.view.charts import Facade, Facades, Money, MoneyBar
from generator.view.parts import Part
from generator.view.text import Inline, Piece

COLUMNS = 20
_PANE, _PITCH = (15, 20), (20, 25)
_MOST_PANES = 400
_OPEN = 45
"""The height of the area, open below, that stands for a number that is not known exactly."""
_FEWEST_BARS = 2


class _Panes(TypedDict):
    """Where the panes of a façade stand."""

    lit: tuple[tuple[float, float], ...]
    dark: tuple[tuple[float, float], ...]
    open_at: float | None
    width: float
    height: float


def facades(context: Context, initiative: Initiative) -> tuple[Part, ...]:
    """The sum of the editions, and beside it what each source says of the projects submitted and funded.

    Nothing where no source counts both. A pane is drawn only for a number that is known: an area that is open below
    stands for “almost 200”.
    """
    found: list[Pair] = []
    for pair in pairs(initiative, "funded", "submitted"):
        exact = not pair.upper.value.qualifier
        if exact and pair.lower.value.number >= FEWEST and pair.source not in [one.source for one in found]:
            found.append(pair)
    if not found:
        return ()
    worth = _worth(max((pair.upper if pair.lower.value.qualifier else pair.lower).value.number for pair in found))
    text = context.words.text
    note = text("Each square is a project submitted, each filled square a project funded.")
    if worth != 1:
        said = context.words.number(worth)
        note = text(
            "Each square is {number} projects submitted, each filled square {number} projects funded.", number=said
        )
    added = _added(context, initiative, worth)
    items = (*((added,) if added else ()), *(_facade(context, initiative, pair, worth) for pair in found))
    return (Facades(text("Projects, by source"), note, items),)


def _worth(most: Decimal) -> int:
    """How many projects a pane stands for: one, ten, a hundred…"""
    return int(10 ** max(0, math.ceil(math.log10(float(max(most, Decimal(1))) / _MOST_PANES))))


def _added(context: Context, initiative: Initiative, worth: int) -> Facade | None:
    """What the editions add up to."""
    figure, added = sum_of_editions(context, initiative), funded_in_editions(initiative)
    if figure is None or added is None:
        return None
    lit = round(added.funded.number / worth)
    return Facade(
        value=sentence_case(figure.value),
        unit=figure.label,
        **_panes(lit, 0, is_open=bool(added.funded.qualifier)),
        caption=(Piece(sentence_case(text_of(figure.caption))),),
    )


def _facade(context: Context, initiative: Initiative, pair: Pair, worth: int) -> Facade:
    lower, text = pair.lower.value, context.words.text
    lit = round(pair.upper.value.number / worth)
    dark = 0 if lower.qualifier else max(1, round(lower.number / worth)) - lit
    notes = []
    if lower.qualifier:
        notes.append(text("The dashed area stays open: the exact number is not known."))
    if _is_surpassed(context, initiative, pair):
        notes.append(text("It counts fewer than the editions add up to: it is probably older."))
    share = sentence_case(context.computed(pair.percentage, "PERCENT"))
    return Facade(
        value=context.quantity(pair.upper.value),
        unit=text("of {total}", total=context.quantity(lower)),
        **_panes(lit, dark, is_open=bool(lower.qualifier)),
        caption=context.phrase("{share}, our calculation; {source}", share=share, source=source_of(context, pair)),
        note=" ".join(notes),
    )


def _is_surpassed(context: Context, initiative: Initiative, pair: Pair) -> bool:
    """Whether a total without any date counts fewer projects than the editions add up to."""
    added = funded_in_editions(initiative)
    dated = pair.upper.as_of or pair.upper.until or context.showcase.facts(pair.source, Source).date
    return added is not None and not dated and pair.upper.value.number < added.funded.number


def _panes(lit: int, dark: int, *, is_open: bool) -> _Panes:
    """The panes that are lit and those that are not, row by row; below them the area for what is not known exactly."""
    total = lit + max(dark, 0)
    places = tuple((n % COLUMNS * _PITCH[0] + 0.5, n // COLUMNS * _PITCH[1] + 0.5) for n in range(total))
    rows = -(-total // COLUMNS)
    top = rows * _PITCH[1] + 0.5 if is_open else None
    height = rows * _PITCH[1] + _OPEN if is_open else max(rows - 1, 0) * _PITCH[1] + _PANE[1] + 1
    width = COLUMNS * _PITCH[0] - _PITCH[0] + _PANE[0] + 1
    return {"lit": places[:lit], "dark": places[lit:], "open_at": top, "width": width, "height": height}


def money(context: Context, initiative: Initiative) -> tuple[Part, ...]:
    """The sums of all sources as bars on one scale; nothing where there are fewer than two.

    Only what can be compared stands on one scale: sums up to the same day, and none that counts something else.
    """
    rows = _comparable(initiative)
    if len(rows) < _FEWEST_BARS:
        return ()
    scale = _scale(max(row.value.number for row in rows))
    whole = context.quantity(Quantity(scale, code="EUR"))
    return (
        Money(
            heading=context.words.text("Sums, by source"),
            note=context.words.text("All bars are on one scale, from nothing to {amount}.", amount=whole),
            bars=tuple(bar for row in rows if (bar := _bar(context, rows, row, scale))),
            after=_average(context, initiative),
        ),
    )


def _comparable(initiative: Initiative) -> list[Total]:
    """The sums up to one and the same day: that of most of them, of several the first."""
    sums = [one for one in initiative.totals if one.value.code == "EUR" and one.value.number and not one.apart]
    ends = Counter(one.until for one in sums)
    return [one for one in sums if one.until == ends.most_common(1)[0][0]]


def _average(context: Context, initiative: Initiative) -> Inline:
    """The sum for each project, on average, where one source tells both."""
    figures = money_figures(context, initiative)
    if not figures:
        return ()
    average = figures[-1]
    said, unit = average.value, average.label
    return context.phrase("That makes {value} {unit}: {source}.", value=said, unit=unit, source=average.caption)


def _scale(top: Decimal) -> Decimal:
    """The end of the scale: the next half of a round number above the largest sum."""
    step = Decimal(5).scaleb(top.adjusted() - 1)
    return (top // step + 1) * step


def _bar(context: Context, rows: Iterable[Total], row: Total, scale: Decimal) -> MoneyBar | None:
    """A sum; one that is paid out of a sum set aside by the same source is a part of that one's bar."""
    same = [one for one in rows if (one.source, one.since, one.until) == (row.source, row.since, row.until)]
    aside = next((one for one in same if one.measure == "earmarked"), None)
    paid = next((one for one in same if one.measure == "paid"), None)
    if row is paid and aside:
        return None
    measure = MEASURES.label(row.measure, context.words)
    says: Inline = (Piece(measure),)
    if row is aside and paid:
        says = context.phrase("{measure}, of which {paid} paid", measure=measure, paid=context.quantity(paid.value))
    if row.note:
        says = (*says, Piece(" · "), context.localised(row.note))
    solid: Decimal | None = None
    if row is aside:
        solid = paid.value.number if paid else Decimal(0)
    return MoneyBar(
        value=sentence_case(context.quantity(row.value)),
        says=says,
        width=_share(row.value.number, scale),
        paid=None if solid is None else _share(solid, scale),
        caption=_caption(context, row),
    )


def _caption(context: Context, row: Total) -> Inline:
    source = context.dated_source(row.source, row.as_of)
    for preposition, day in (("until", row.until), ("since", row.since)):
        if day:
            source = context.phrase("{since}; {source}", since=context.dated(preposition, day), source=source)
    return source


def _share(number: Decimal, scale: Decimal) -> float:
    return round(float(100 * number / scale), 2)
