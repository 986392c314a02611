"""The front of the window: agreements as bars of validity, one a row."""

from collections.abc import Iterable

from generator.charts.enough import FEWEST
from generator.charts.time_axis import bar, finding, key, scale_over
from generator.content.record import Record
from generator.kinds.agreement import Agreement
from generator.showcase.status import start_of
from generator.text.context import Context
from generator.view.bars import Front
from generator.view.text import Piece


def front(context: Context, agreements: Iterable[Record[Agreement]]) -> Front | None:
    """The picture, if there are enough agreements for one."""
    records = sorted(agreements, key=_by_start)
    if len(records) < FEWEST:
        return None
    text, day = context.words.text, context.showcase.day
    register = context.urls.href(context.urls.section("agreements", context.language))
    lives = [(record.facts, context.showcase.status(record)) for record in records]
    scale = scale_over(lives, day)
    axis = scale.axis(context)
    bars = tuple(bar(scale, *life, day) for life in lives)
    return Front(
        axis=axis,
        bars=bars,
        key=key(context, axis, bars),
        alternative=text(
            "{number} agreements from {first} to {last}, one a row. The register has the same as a table.",
            number=context.words.number(len(bars)),
            first=str(scale.first),
            last=str(scale.last),
        ),
        note=text("Each row is an agreement, oldest first."),
        finding=finding(context, (agreement for agreement, _ in lives)),
        link=Piece(text("Open the register"), href=register),
    )


def _by_start(record: Record[Agreement]) -> tuple[bool, int, str]:
    start = start_of(record.facts)
    return (start is None, start.first.toordinal() if start else 0, record.ref.id)
