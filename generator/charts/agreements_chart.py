"""The front of the window: agreements as bars of validity, one a row."""

from collections.abc import Iterable

from generator.charts.enough import FEWEST
from generator.charts.time_axis import axis, bar, finding, key, scale_over
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.showcase.life import Life, life_of
from generator.text.context import Context
from generator.text.listed import list_href
from generator.view.bars import Front
from generator.view.text import Piece


def front(context: Context, agreements: Iterable[AnyRef]) -> Front | None:
    """The picture, if there are enough agreements for one."""
    found = sorted(((life_of(context.showcase, ref), ref.id) for ref in agreements), key=_by_start)
    if len(found) < FEWEST:
        return None
    text, day = context.words.text, context.showcase.day
    register = list_href(context, Agreement)
    lives = [life for life, _ in found]
    scale = scale_over(lives, day)
    years = axis(context, scale)
    bars = tuple(bar(scale, life, day) for life in lives)
    return Front(
        axis=years,
        bars=bars,
        key=key(context, years, bars),
        alternative=text(
            "{number} agreements on a scale from {first} to {last}, one per row. The register has the same as a table.",
            number=context.words.number(len(bars)),
            first=str(scale.first),
            last=str(scale.last),
        ),
        note=text("Each row is an agreement, oldest first."),
        finding=finding(context, lives),
        link=Piece(text("Open the register"), href=register),
    )


def _by_start(one: tuple[Life, str]) -> tuple[bool, int, str]:
    life, name = one
    return (not life.start, life.start, name)
