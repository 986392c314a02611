"""An indicator: its latest value, how it is defined, and its series with dates and sources."""

from dataclasses import replace
from decimal import Decimal

from generator.charts.value_series import FEWEST_ALONE, in_period, is_drawn, part_label, series, split
from generator.content.record import Record
from generator.fields.values import Quantity
from generator.kinds.indicator import PERIODS, Indicator, Reading
from generator.presenters.presenter import Drawn, Presenter
from generator.presenters.sections import Sections, Shown
from generator.showcase.counts import count
from generator.text.context import Context
from generator.text.inline import joined, sentence_case, text_of
from generator.text.picture_page import picture_of_record
from generator.view.parts import Figures, Part, Table, Ways
from generator.view.text import Figure, Inline, Piece

_TOLD = ("period", "value", "as_of", "deduced_date", "source", "note", "parts")
"""What the cells of a row say of a value."""


class IndicatorPresenter(Presenter[Indicator]):
    """Tells an indicator."""

    def sections(self, context: Context, record: Record[Indicator]) -> Sections:
        figure = latest(context, record)
        return Sections(
            kicker=self.kicker(context, record),
            instead={"unit": _counted(context, record), "series": _series(context, record)},
            before={"figures": (Figures((figure,)),) if figure else ()},
        )

    def figure(self, context: Context, record: Record[Indicator]) -> Figure | None:
        return latest(context, record)

    def drawn(self, context: Context, record: Record[Indicator]) -> Drawn | None:
        """Its latest value in parts, or its values in time."""
        facts, text, title = record.facts, context.words.text, context.title(record).text
        last = facts.series[-1] if facts.series else None
        if last is None:
            return None
        value = context.quantity(last.value)
        if parts := split(context, last):
            if len(parts.parts) == 1:
                value = text("{part} of {whole}", part=parts.parts[0].value, whole=value)
            elif facts.unit and not last.value.code:
                value = text("{value} {unit}", value=value, unit=context.localised(facts.unit).text)
            return text("{title}: {value}", title=title, value=value), replace(parts, source=None)
        if bars := series(context, facts, FEWEST_ALONE):
            value = text("{value} {in_period}", value=value, in_period=in_period(context, facts, last)).strip()
            slots = tuple(replace(one, source=None) for one in bars.slots)
            return text("{title}: {value}", title=title, value=value), replace(bars, finding="", note="", slots=slots)
        return None

    def in_short(self, context: Context, record: Record[Indicator]) -> str:
        return context.summary(record) or text_of(self.item_note(context, record)) or super().in_short(context, record)

    def item_note(self, context: Context, record: Record[Indicator]) -> Inline:
        figure = latest(context, record)
        if figure is None:
            return ()
        value = Piece(context.words.text("{value} {unit}", value=figure.value, unit=figure.label))
        return (value, Piece("; "), *(period_of(context, record.facts) or figure.caption))


def latest(context: Context, record: Record[Indicator]) -> Figure | None:
    """The indicator as a figure: its last value, with what it never goes without."""
    facts = record.facts
    label = context.localised(facts.unit).text if facts.unit else context.title(record).text
    if facts.computed:
        number = Quantity(Decimal(count(context.showcase, facts.computed)))
        caption = context.phrase("our calculation {as_of}", as_of=context.dated("as of", context.showcase.day))
        return Figure(context.quantity(number), label, caption=caption)
    if not facts.series:
        return None
    last = facts.series[-1]
    return Figure(context.quantity(last.value), label, caption=_caption(context, facts, last))


def _caption(context: Context, facts: Indicator, reading: Reading) -> Inline:
    """The period that a value is about, then its source with the source's own date; else the day for which it holds."""
    if not reading.period:
        return context.dated_source(reading.source, reading.as_of, deduced=reading.deduced_date)
    source = context.dated_source(reading.source, None)
    return context.phrase("{period}; {source}", period=_period(context, facts, reading.period), source=source)


def period_of(context: Context, facts: Indicator) -> Inline:
    """When the latest value is of: the period that it is about, or the day for which it holds; of a count, today."""
    if facts.computed:
        return context.dated("as of", context.showcase.day)
    last = facts.series[-1] if facts.series else None
    if last and last.period:
        return (_period(context, facts, last.period),)
    if last and last.as_of:
        return (*context.dated("as of", last.as_of), *context.deduced(last.deduced_date))
    return ()


def _period(context: Context, facts: Indicator, period: str) -> Piece:
    """A period as what it is: "academic year 2020-21"."""
    said = period.replace("-", "–")
    if not facts.period_is:
        return Piece(said)
    return Piece(context.words.text("{sort} {period}", sort=PERIODS.label(facts.period_is, context.words), period=said))


def _counted(context: Context, record: Record[Indicator]) -> Shown:
    """What is counted; a row by itself only where the number has no unit of its own, such as euros."""
    codes = {reading.value.code for reading in record.facts.series}
    return () if codes - {""} else context.facts(record, "unit")


def _series(context: Context, record: Record[Indicator]) -> tuple[Part, ...]:
    facts = record.facts
    if not facts.series:
        return ()
    text = context.words.text
    noted = any(one.note for one in facts.series)
    head = (text("Period"), text("Value"), text("Source"), *((text("Note"),) if noted else ()))
    rows = tuple(_row(context, facts, one)[: len(head)] for one in facts.series)
    drawn, divided = series(context, facts), split(context, facts.series[-1])
    href = context.urls.href(picture_of_record(context, record))
    by_itself = Ways((Piece(text("This picture by itself"), href=href),))
    return (
        *filter(None, (drawn, divided)),
        *((by_itself,) if is_drawn(facts) and context.has_page(record) else ()),
        Table(text("Values, each with its period and source"), head, rows),
    )


def _parts(context: Context, facts: Indicator, reading: Reading) -> Inline:
    """What an earlier value is made of, as the end of its cell; the parts of the last are drawn."""
    if reading is facts.series[-1]:
        return ()
    told = ((Piece(context.quantity(one.value)), Piece(" "), part_label(context, one)) for one in reading.parts)
    said = joined(", ", told)
    return (Piece(": "), *said) if said else ()


def _row(context: Context, facts: Indicator, reading: Reading) -> tuple[Inline, ...]:
    period: Inline = (Piece(sentence_case(_period(context, facts, reading.period).text)),) if reading.period else ()
    if not period:
        period = (
            (context.day(reading.as_of), *context.deduced(reading.deduced_date))
            if reading.as_of
            else (Piece(context.words.text("undated"), unknown=True),)
        )
    value = Piece(sentence_case(context.quantity(reading.value)))
    return (
        period,
        context.whole(reading, (value, *_parts(context, facts, reading)), *_TOLD),
        context.dated_source(reading.source, reading.as_of, deduced=bool(reading.period) and reading.deduced_date),
        (context.localised(reading.note),) if reading.note else (),
    )
