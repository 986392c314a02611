"""The life of an agreement as a bar on an axis of its own years."""

from generator.charts.time_axis import bar, scale_over
from generator.kinds.agreement import Agreement
from generator.showcase.life import Life
from generator.showcase.status import Status, start_of
from generator.text.context import Context
from generator.text.endings import span
from generator.text.inline import text_of
from generator.text.when import either_dated
from generator.view.parts import Validity
from generator.words import N_

_BEGINNINGS = {"effective_on": N_("takes effect"), "signed_on": N_("signed"), "announced_on": N_("announced")}
"""What is written where a bar begins, by the field it begins with; of any other, its label."""


def validity(context: Context, agreement: Agreement, status: Status) -> Validity | None:
    """The bar of an agreement, if its beginning is known."""
    start, end = start_of(agreement), status.end
    if start is None:
        return None
    text, day = context.words.text, context.showcase.day
    life = Life.of(agreement, status)
    scale = scale_over([life], day)
    beginning = text(_BEGINNINGS.get(start.field) or Agreement.declared[start.field].label)
    when = text_of((*either_dated(context, "on", start.days), *context.deduced(start.deduced)))
    last = text("estimated end") if end and end.estimated else text("end")
    return Validity(
        axis=scale.axis(context),
        bar=bar(scale, life, day),
        start=text("{what} {when}", what=beginning, when=when),
        end=text("{what} {when}", what=last, when=text_of(span(context, end))) if end else "",
    )
