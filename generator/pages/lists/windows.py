"""A record in a list as a window of its own, with a picture of what stands beside it: a figure, or an agreement."""

from collections.abc import Iterator
from dataclasses import replace

from generator.charts.agreement_bar import validity
from generator.charts.value_series import in_period, series, split
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.indicator import Indicator
from generator.presenters.list_item import entry
from generator.showcase.status import start_of
from generator.text.context import Context
from generator.view.bodies import Pictured
from generator.view.parts import Part, Validity
from generator.view.text import Piece

_FEWEST_VALUES = 2
"""In a window two values are enough: they have no table beside them."""
Shown = tuple[Piece, Part | Validity]
"""What a picture shows, as the way to what it is drawn from, and the picture."""


def window(context: Context, ref: AnyRef) -> Pictured:
    """A record, and the first picture that can be drawn of what its editors set beside it, or of its own figures."""
    shown = next(_pictures(context, context.showcase[ref]), None)
    return Pictured(entry(context, ref), *shown) if shown else Pictured(entry(context, ref))


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
    if last is None:
        return None
    value = context.quantity(last.value)
    if parts := split(context, last):
        if len(parts.parts) == 1:
            value = text("{part} of {whole}", part=parts.parts[0].value, whole=value)
        elif facts.unit and not last.value.code:
            value = text("{value} {unit}", value=value, unit=context.localised(facts.unit).text)
        return _shown(context, record, text("{title}: {value}", title=title, value=value)), replace(parts, source=None)
    if drawn := series(context, facts, _FEWEST_VALUES):
        value = text("{value} {in_period}", value=value, in_period=in_period(context, facts, last)).strip()
        bars = replace(drawn, finding="", note="", slots=tuple(replace(one, source=None) for one in drawn.slots))
        return _shown(context, record, text("{title}: {value}", title=title, value=value)), bars
    return None


def _of_agreement(context: Context, record: AnyRecord, facts: Agreement) -> Shown | None:
    """Its life, where both ends are known."""
    status = context.showcase.status(record)
    start, drawn = start_of(facts), validity(context, facts, status)
    if not (start and drawn and status.end and status.end.day):
        return None
    said = context.sentence(
        "{title}: {start} {end}",
        title=context.title(record, short=True),
        start=context.dated("from", start.days[0]),
        end=context.dated("to", status.end.day),
    )
    return _shown(context, record, said), drawn


def _shown(context: Context, record: AnyRecord, said: str) -> Piece:
    return Piece(said, href=context.href(record))
