"""An initiative's totals as pictures: a façade for each source that counts projects, a bar for each sum of money."""

import math
from collections.abc import Iterable
from decimal import Decimal

from generator.charts.enough import FEWEST
from generator.fields.values import Quantity
from generator.kinds.edition import MEASURES, Total
from generator.kinds.evidence import Differing
from generator.kinds.initiative import Initiative
from generator.presenters.award_figures import money_figures, source_of
from generator.showcase.figures import Pair, pairs
from generator.text.context import Context, differing_value
from generator.text.inline import sentence_case
from generator.view.charts import Facade, Facades, Money, MoneyBar
from generator.view.parts import Part
from generator.view.text import Inline, Piece

COLUMNS = 20
_PANE, _PITCH = (15, 20), (20, 25)
_MOST_PANES = 400
_UNCERTAIN = 0.05
"""The share of a façade that is dashed where the source only says “about”, “almost”, “over”."""
_FEWEST_BARS = 2


def facades(context: Context, initiative: Initiative) -> tuple[Part, ...]:
    """Side by side, what each source says of the projects submitted and funded; nothing where no source counts both."""
    found: list[Pair] = []
    for pair in pairs(initiative, "funded", "submitted"):
        if pair.lower.value.number >= FEWEST and pair.source not in [one.source for one in found]:
            found.append(pair)
    if not found:
        return ()
    worth = _worth(max(pair.lower.value.number for pair in found))
    text, count = context.words.text, context.words.count
    note = text("Each pane is a project submitted, each lit pane a project funded.")
    if worth != 1:
        said = context.words.number(worth)
        note = text("Each pane is {number} projects submitted, each lit pane {number} projects funded.", number=said)
    heading = count("How many projects", "How many projects: {number} answers", len(found))
    return (Facades(heading, note, tuple(_facade(context, pair, worth) for pair in found)),)


def _worth(most: Decimal) -> int:
    """How many projects a pane stands for: one, ten, a hundred…"""
    return int(10 ** max(0, math.ceil(math.log10(float(most) / _MOST_PANES))))


def _facade(context: Context, pair: Pair, worth: int) -> Facade:
    lower = pair.lower.value
    certain = max(1, round(lower.number / worth))
    doubtful = max(1, round(certain * _UNCERTAIN)) if lower.qualifier else 0
    total = certain + doubtful if lower.qualifier == ">" else certain
    places = [(n % COLUMNS * _PITCH[0] + 0.5, n // COLUMNS * _PITCH[1] + 0.5) for n in range(total)]
    lit = min(round(pair.upper.value.number / worth), total - doubtful)
    note = ""
    if doubtful:
        note = context.words.count(
            "The last pane is dashed: the exact number is not stated.",
            "The last {number} panes are dashed: the exact number is not stated.",
            doubtful,
        )
    share = sentence_case(context.computed(pair.percentage, "PERCENT"))
    return Facade(
        value=context.quantity(pair.upper.value),
        unit=context.words.text("of {total}", total=context.quantity(lower)),
        lit=tuple(places[:lit]),
        dark=tuple(places[lit : total - doubtful]),
        uncertain=tuple(places[total - doubtful :]),
        width=COLUMNS * _PITCH[0] - _PITCH[0] + _PANE[0] + 1,
        height=((total - 1) // COLUMNS) * _PITCH[1] + _PANE[1] + 1,
        caption=context.phrase("{share}, our computation; {source}", share=share, source=source_of(context, pair)),
        note=note,
    )


def money(context: Context, initiative: Initiative) -> tuple[Part, ...]:
    """The sums of all sources as bars on one scale; nothing where there are fewer than two."""
    rows = [total for total in initiative.totals if total.value.code == "EUR" and total.value.number]
    hearsay = list(_hearsay(context, initiative))
    top = max((value.number for value in (*(row.value for row in rows), *(one[2] for one in hearsay))), default=0)
    if len(rows) + len(hearsay) < _FEWEST_BARS:
        return ()
    scale = _scale(Decimal(top))
    bars = [bar for row in rows if (bar := _bar(context, rows, row, scale))]
    bars += [_hearsay_bar(context, *one, scale) for one in hearsay]
    whole = context.quantity(Quantity(scale, code="EUR"))
    return (
        Money(
            heading=context.words.count("How much money", "How much money: {number} answers", len(bars)),
            note=context.words.text("All bars are on one scale, from nothing to {amount}.", amount=whole),
            bars=tuple(bars),
            after=_average(context, initiative),
        ),
    )


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
        hearsay=False,
        caption=_caption(context, row),
    )


def _caption(context: Context, row: Total) -> Inline:
    source = context.dated_source(row.source, row.as_of)
    for preposition, day in (("until", row.until), ("since", row.since)):
        if day:
            source = context.phrase("{since}; {source}", since=context.dated(preposition, day), source=source)
    return source


def _hearsay(context: Context, initiative: Initiative) -> Iterable[tuple[Differing, str, Quantity]]:
    """The sums that a source gives which is not enough on its own: entry, measure, value."""
    for entry in initiative.differing:
        measure = entry.field.split(".")[1] if entry.field.startswith("totals.") else ""
        value = differing_value(Initiative, entry)
        if isinstance(value, Quantity) and value.code == "EUR" and measure in MEASURES.options:
            yield entry, measure, value


def _hearsay_bar(context: Context, entry: Differing, measure: str, value: Quantity, scale: Decimal) -> MoneyBar:
    says: Inline = (Piece(MEASURES.label(measure, context.words)),)
    if entry.note:
        says = (*says, Piece(" · "), context.localised(entry.note))
    width = _share(value.number, scale)
    caption = context.dated_source(entry.source, None)
    return MoneyBar(sentence_case(context.quantity(value)), says, width, None, hearsay=True, caption=caption)


def _share(number: Decimal, scale: Decimal) -> float:
    return round(float(100 * number / scale), 2)
