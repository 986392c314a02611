"""A record in a list as a window of its own, with a picture of what stands beside it: a figure, or an agreement."""

from collections.abc import Iterator

from generator.charts.agreement_bar import validity
from generator.charts.value_series import in_period, series, split
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.indicator import Indicator
from generator.presenters.list_item import entry
from generator.text.context import Context
from generator.view.bodies import Window
from generator.view.parts import Part
from generator.view.text import Piece

_FEWEST_VALUES = 2
"""In a window two values are enough: they have no table beside them."""
Shown = tuple[Piece, Part]
"""What a picture shows, as the way to what it is drawn from, and the picture."""


def window(context: Context, ref: AnyRef) -> Window:
    """A record, and the first picture that can be drawn of what its editors set beside it, or of its own figures."""
    shown = next(_pictures(context, context.showcase[ref]), None)
    return Window(entry(context, ref), *shown) if shown else Window(entry(context, ref))


def _pictures(context: Context, record: AnyRecord) -> Iterator[Shown]:
    """Every picture there is of a record, the one of what it names first."""
    about = (link.ref for link in context.showcase.referring(record.ref) if link.field == "about")
    for ref in dict.fromkeys((*record.facts.related, *about)):
        there = context.showcase[ref]
        if context.has_page(there) and not there.facts.withdrawn and (shown := _picture(context, there)):
            yield shown


def _picture(context: Context, record: AnyRecord) -> Shown | None:
    """The picture of an indicator or of an agreement."""
    if isinstance(record.facts, Indicator):
        return _of_indicator(context, record, record.facts)
    if isinstance(record.facts, Agreement):
        return _of_agreement(context, record, record.facts)
    return None


def _of_indicator(context: Context, record: AnyRecord, facts: Indicator) -> Shown | None:
    """Its latest value in parts, or its values in time."""
    last = facts.series[-1] if facts.series else None
    text, title = context.words.text, context.title(record).text
    if last and (parts := split(context, last)):
        whole = context.quantity(last.value)
        if len(parts.parts) == 1:
            whole = text("{part} of {whole}", part=parts.parts[0].value, whole=whole)
        return _shown(context, record, text("{title}: {value}", title=title, value=whole)), parts
    if last and (drawn := series(context, facts, _FEWEST_VALUES)):
        when = in_period(context, last)
        value = text("{value} {in_period}", value=context.quantity(last.value), in_period=when).strip()
        return _shown(context, record, text("{title}: {value}", title=title, value=value)), drawn
    return None


def _of_agreement(context: Context, record: AnyRecord, facts: Agreement) -> Shown | None:
    """Its life, where it has two ends."""
    drawn = validity(context, facts, context.showcase.status(record))
    if drawn is None or drawn.bar.end is None:
        return None
    said = context.words.text(
        "{title}: {start} – {end}",
        title=context.title(record, short=True).text,
        start=drawn.start_text,
        end=drawn.end_text,
    )
    return _shown(context, record, said), drawn


def _shown(context: Context, record: AnyRecord, said: str) -> Piece:
    return Piece(said, href=context.href(record))
