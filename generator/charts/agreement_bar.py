"""The life of an agreement as a bar on an axis of its own years."""

from generator.charts.time_axis import axis, bar, scale_over
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import IN_FORCE, UPCOMING
from generator.showcase.course import is_cut_short
from generator.showcase.life import Life
from generator.showcase.placed import Placed
from generator.showcase.status import End, Status, start_of
from generator.text.context import Context
from generator.text.endings import span
from generator.text.inline import text_of
from generator.text.when import either, either_dated, in_short
from generator.view.parts import Validity


def validity(context: Context, agreement: Agreement, status: Status) -> Validity | None:
    """The bar of an agreement, if its beginning is known."""
    start, end = start_of(agreement), status.end
    if start is None:
        return None
    day = context.showcase.day
    life = Life.of(agreement, status)
    scale = scale_over([life], day)
    return Validity(
        axis=axis(context, scale),
        bar=bar(scale, life, day),
        start=_start(context, agreement, start),
        label=_label(context, agreement, start),
        end=_ending(context, status, end) if end else "",
    )


def _start(context: Context, agreement: Agreement, start: Placed) -> str:
    """What begins and when."""
    what, preposition = _beginning(context, agreement, start)
    when = either_dated(context, preposition, start.days)
    return context.words.text("{what} {when}", what=what, when=text_of((*when, *context.deduced(start.deduced))))


def _label(context: Context, agreement: Agreement, start: Placed) -> str:
    """The same; of days of which one is right these alone, for a label has no room for more."""
    if len(start.days) == 1:
        return _start(context, agreement, start)
    return text_of((*either(context, start.days, short=True), *context.deduced(start.deduced)))


def _beginning(context: Context, agreement: Agreement, start: Placed) -> tuple[str, str]:
    """What begins, and the preposition of its day; of what nothing says that it was signed, only for when it is."""
    text = context.words.text
    if start.dated != Agreement.effect:
        return in_short(context, Agreement, start.dated), "on"
    if agreement.stage != "signed":
        return text("term"), "from"
    return (text("takes effect"), "on") if start.first > context.showcase.day else (text("in force"), "from")


def _ending(context: Context, status: Status, end: End) -> str:
    """The end; in words that look ahead where what is in force, or will be, ends on a day that sources state."""
    days, deduced = end.several or ((end.day,) if end.day else ()), context.deduced(end.deduced)
    if days and not end.estimated and status.name in (IN_FORCE, UPCOMING):
        return text_of((*context.phrase("ends {when}", when=either_dated(context, "on", days)), *deduced))
    text = context.words.text
    last = text("estimated end") if end.estimated else text("end")
    said = text("{what} {when}", what=last, when=text_of((*span(context, end), *deduced)))
    if not end.is_reported and is_cut_short(context.showcase, status):
        return text("{label} (as had been agreed)", label=said)
    return said
