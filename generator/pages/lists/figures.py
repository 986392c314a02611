"""An indicator in a list: its number first, what it counts, of when, and the way to its page."""

from generator.charts.value_series import is_series
from generator.charts.value_series import slots as slots_of
from generator.fields.values import AnyRef
from generator.kinds.indicator import Indicator
from generator.pages.lists.owners import owner
from generator.presenters.indicator import latest, period_of
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.inline import Plain, fields, inline_of, plain
from generator.view.charts import Slot
from generator.view.lists import FigureItem
from generator.view.text import Piece


def figure(context: Context, ref: AnyRef) -> FigureItem:
    """The latest value of an indicator, with its other values as bars where they are enough."""
    value, label, caption, title, drawn = _said(context, ref)
    slots = tuple(Slot(period, value, share, exact=exact) for period, value, share, exact in drawn)
    return FigureItem(value, label, inline_of(caption), Piece(*title), owner(context, ref), slots)


@settled
def _said(context: Context, ref: AnyRef) -> Plain:
    """What the tile says, by plain values."""
    record = context.showcase[ref].of(Indicator)
    if record is None:
        raise KeyError(ref)
    facts, figure = record.facts, latest(context, record)
    drawn = slots_of(context, facts) if is_series(facts) else ()
    return (
        figure.value if figure else "",
        figure.label if figure else "",
        plain(period_of(context, facts)),
        fields(context.title(record, linked=True)),
        tuple((one.period, one.value, one.share, one.exact) for one in drawn),
    )
