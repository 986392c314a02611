"""An initiative's sums as bars: what sources count in all, and beside it single periods, each on a scale of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from generator.charts.bar_share import bar_share
from generator.content.record import Record
from generator.fields.values import Quantity
from generator.kinds.edition import Edition, Total
from generator.kinds.edition_measures import MEASURES
from generator.kinds.initiative import Initiative
from generator.kinds.source import Source
from generator.text.context import Context
from generator.text.inline import joined, sentence_case
from generator.text.projects import edition_anchor
from generator.view.charts import Money, MoneyBar, Moneys
from generator.view.text import Inline, Piece
from generator.words import N_

_FEWEST_BARS = 2
TOLD = ("measure", "value", "since", "until", "as_of", "source", "note")
"""What a bar or a row says of a total in its own words."""


def moneys(context: Context, record: Record[Initiative]) -> tuple[Moneys, ...]:
    """The pictures that have at least two bars; only what can be compared stands on one scale."""
    pictures = (*_in_all(context, record), *_by_period(context, record))
    return (Moneys(pictures, _why_they_differ(context, record.facts)),) if pictures else ()


def _why_they_differ(context: Context, initiative: Initiative) -> Inline:
    """What makes the sums of sources different: what they count, or for how long; those of the table too."""
    sums = [one for one in initiative.totals if one.value.code == "EUR"]
    measures = list(dict.fromkeys(one.measure for one in sums))
    periods = {(one.since, one.until) for one in sums}
    if len({one.value for one in sums}) < _FEWEST_BARS or len(measures) == len(periods) == 1:
        return ()
    if len(measures) == 1:
        return context.phrase(
            N_("The sums differ as the sources count different periods: they are not to be added up.")
        )
    said = N_("The sums differ as the sources count different things ({measures}): they are not to be added up.")
    if len(periods) > 1:
        said = N_(
            "The sums differ as the sources count different things ({measures}) and different periods, or do not say"
            " which: they are not to be added up."
        )
    return context.phrase(
        said, measures=joined(", ", ((Piece(MEASURES.label(one, context.words)),) for one in measures))
    )


def drawn(initiative: Initiative) -> list[Total]:
    """The totals that are drawn, and so told there."""
    rows, periods = comparable(initiative), single_periods(initiative)
    return [
        *(rows if len(rows) >= _FEWEST_BARS else ()),
        *(periods if len(periods) + len(_sums_of_editions(initiative)) >= _FEWEST_BARS else ()),
    ]


def comparable(initiative: Initiative) -> list[Total]:
    """The sums up to one and the same day: that of most of them, of several the first."""
    sums = _sums(initiative)
    ends = Counter(one.until for one in sums)
    return [one for one in sums if one.until == ends.most_common(1)[0][0]]


def single_periods(initiative: Initiative) -> list[Total]:
    """The sums of other periods, each with its end."""
    rows = comparable(initiative)
    return [one for one in _sums(initiative) if one.until and one not in rows]


def _sums(initiative: Initiative) -> list[Total]:
    return [one for one in initiative.totals if one.value.code == "EUR" and one.value.number and not one.apart]


def _in_all(context: Context, record: Record[Initiative]) -> Iterator[Money]:
    rows = comparable(record.facts)
    if len(rows) >= _FEWEST_BARS:
        scale = _scale(max(row.value.number for row in rows))
        bars = tuple(bar for row in rows if (bar := _bar(context, record, rows, row, scale)))
        dated = any(is_dated(context, row) for row in rows)
        # never said to be all there is: what came after them the sources do not have
        text = context.words.text
        yield Money(text("Totals the sources give") if dated else text("Totals the sources give, undated"), bars)


def is_dated(context: Context, total: Total) -> bool:
    """Whether it is known up to when a total counts, or at least from when its source is."""
    return bool(total.as_of or total.until or context.showcase.facts(total.source, Source).date)


def _by_period(context: Context, record: Record[Initiative]) -> Iterator[Money]:
    periods, editions = single_periods(record.facts), _sums_of_editions(record.facts)
    values = [*(one.value for one in periods), *chain.from_iterable(editions)]
    if len(periods) + len(editions) < _FEWEST_BARS:
        return
    scale = _scale(max(value.number for value in values))
    bars = [bar for row in periods if (bar := _bar(context, record, periods, row, scale))]
    for several, given in editions.items():
        named = ((one, context.words.text("{year} edition", year=one.year)) for one in given)
        links = (Piece(name, href=f"#{edition_anchor(record.facts, one)}") for one, name in named)
        said = context.words.either(dict.fromkeys(context.quantity(one) for one in several))
        says = joined(", ", ((one,) for one in links))
        bars.append(MoneyBar(sentence_case(said), says, bar_share(several[0].number, scale)))
    yield Money(context.words.text("Sums of single editions or periods"), tuple(bars))


def _sums_of_editions(initiative: Initiative) -> dict[tuple[Quantity, ...], list[Edition]]:
    """What editions gave, with those that gave as much, the newest first; several sums where sources do not agree."""
    found: dict[tuple[Quantity, ...], list[Edition]] = {}
    for one in sorted(initiative.editions, key=lambda one: one.year, reverse=True):
        sums = dict.fromkeys((*((one.amount,) if one.amount else ()), *_contested(one)))
        if several := tuple(
            each for each in sorted(sums, key=lambda each: each.number) if each.code == "EUR" and each.number
        ):
            found.setdefault(several, []).append(one)
    return found


def _contested(edition: Edition) -> Iterable[Quantity]:
    """The sums on which sources disagree, the smallest first: no bar is longer than all of them say."""
    is_a = Edition.declared["amount"].is_a
    said = [entry.value for entry in edition.differing if entry.field == "amount"]
    found = {one: is_a.read(one) for one in said if isinstance(one, str)}
    return sorted(found.values(), key=lambda one: one.number)


def _scale(top: Decimal) -> Decimal:
    """The end of the scale: the next half of a round number above the largest sum."""
    step = Decimal(5).scaleb(top.adjusted() - 1)
    return (top // step + 1) * step


def _bar(
    context: Context, record: Record[Initiative], rows: Iterable[Total], row: Total, scale: Decimal
) -> MoneyBar | None:
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
    says = context.whole(row, says, *TOLD)
    if row is aside and paid and paid.note:
        says = (*says, Piece(" · "), context.localised(paid.note))
    if row is aside and paid:
        says = context.whole(paid, says, *TOLD)
    solid: Decimal | None = None
    if row is aside:
        solid = paid.value.number if paid else Decimal(0)
    return MoneyBar(
        value=sentence_case(context.quantity(row.value)),
        says=says,
        width=bar_share(row.value.number, scale),
        paid=None if solid is None else bar_share(solid, scale),
        caption=_caption(context, record, row),
    )


def _caption(context: Context, record: Record[Initiative], row: Total) -> Inline:
    source = context.dated_source(row.source, row.as_of, context.cite(record, row.source))
    for preposition, day in (("until", row.until), ("since", row.since)):
        if day:
            source = context.phrase("{since}; {source}", since=context.dated(preposition, day), source=source)
    return source
