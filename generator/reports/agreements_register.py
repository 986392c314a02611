"""The register of agreements as the transparency rules ask for it (d.lgs. 33/2013, art. 23): what, who, when, how long,
how much, by which act. Its columns have a version of their own: a column that means another thing makes it one more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.content.record import Record
from generator.content.snapshots import ACT, PARTIES
from generator.fields.quantities import MONEY
from generator.fields.values import AnyRef, Day
from generator.kinds.act import Act
from generator.kinds.agreement import Agreement
from generator.reports.register_period import asks_when, is_new
from generator.reports.reported import Reported
from generator.reports.typed_tables import (
    ReportRow,
    TypedCell,
    TypedColumn,
    linked,
    plain,
    said,
    section,
    typed,
    unknown,
)
from generator.showcase.placed import days_known, is_deduced
from generator.showcase.selection import Questions
from generator.text.context import Context
from generator.text.inline import joined, sentence_case, text_of
from generator.text.legend import legend
from generator.text.when import either, either_dated, happened
from generator.view.office_report import ReportSection
from generator.view.text import Inline, Piece
from generator.words import N_

REGISTER_VERSION = 4
REGISTER_NAMES = (
    *("object", "kind", PARTIES, "date", "new_in_period"),
    *("duration", "duration_number", "duration_unit", "extension_number", "extension_unit", "until"),
    *("expenditure", "amount", "qualifier", "currency"),
    *(ACT, "status", "page"),
)
"""What programs call the columns."""
_NEW = TypedColumn(
    N_("Signed or announced in the period"),
    N_("Whether that date is in the period; “possibly” where not all of the date is known, or sources do not agree."),
)
_UNITS = {"day": N_("days"), "month": N_("months"), "year": N_("years")}
REGISTER_COLUMNS = (
    TypedColumn(N_("Object"), N_("What the agreement is about: the title of its record.")),
    TypedColumn(N_("Kind"), N_("What sort of agreement it is.")),
    TypedColumn(N_("Parties"), N_("The organisations that agree.")),
    TypedColumn(
        N_("Date"),
        N_("The day, month or year of the signature; without one, of the announcement, which says so."),
        "date",
    ),
    _NEW,
    TypedColumn(
        N_("Duration"),
        N_("How long it holds, or until when, and by how much it can be extended, as its sources state it."),
    ),
    TypedColumn(N_("Duration, number"), N_("How many days, months or years that is."), "number", is_shown=False),
    TypedColumn(N_("Duration, unit"), N_("Whether these are days, months or years."), is_shown=False),
    TypedColumn(
        N_("Extension, number"),
        N_("By how many days, months or years it can be extended at most."),
        "number",
        is_shown=False,
    ),
    TypedColumn(N_("Extension, unit"), N_("Whether these are days, months or years."), is_shown=False),
    TypedColumn(
        N_("Stated end"),
        N_("The day, month or year of the end that a source states; in words where sources do not agree on it."),
        "date",
        is_shown=False,
    ),
    TypedColumn(
        N_("Expected expenditure"),
        N_("The value in money that the source states. Whether it is spent, and by whom, is for the act to say."),
    ),
    TypedColumn(N_("Amount"), N_("The number of that value."), "number", is_shown=False),
    TypedColumn(
        N_("Qualifier"), N_("~ about, ~< almost, < less than, > more than; empty: exactly so."), is_shown=False
    ),
    TypedColumn(N_("Currency"), N_("The code of its currency, such as EUR."), is_shown=False),
    TypedColumn(N_("Act"), N_("The act that approves it: whose, its number, its day.")),
    TypedColumn(N_("Status"), N_("Where it stands on the day of the report.")),
    TypedColumn(N_("Page"), N_("The record, with its sources.")),
)


def register(context: Context, reported: Reported) -> tuple[ReportSection, ...]:
    """The agreements among the records, the latest first."""
    asked, text = reported.asked, context.words.text
    rows = [_row(context, one, asked) for one in in_order(context, reported.refs)]
    columns = [replace(one, is_shown=asks_when(asked)) if one is _NEW else one for one in REGISTER_COLUMNS]
    of_period = text("Those that may have held in the period, and those that were signed or announced in it.")
    notes = (
        *((of_period,) if asks_when(asked) else ()),
        text("Columns, version {version}.", version=REGISTER_VERSION),
        text(
            "It does not take the place of the list in the transparency section, nor follows a form that we have read."
        ),
        text_of(legend(context)),
    )
    return (section(context, "register", text("Register of agreements"), columns, rows, notes),)


def in_order(context: Context, refs: Sequence[AnyRef]) -> list[Record[Agreement]]:
    """The agreements among the records, the latest first."""
    found = [one for ref in refs if (one := context.showcase[ref].of(Agreement))]
    return sorted(found, key=lambda one: (_first_day(context, one), one.name), reverse=True)


def _first_day(context: Context, record: Record[Agreement]) -> str:
    placed = context.showcase.placed_in_time(record)
    return placed.first.isoformat() if placed else ""


def _row(context: Context, record: Record[Agreement], asked: Questions) -> ReportRow:
    facts, address = record.facts, context.urls.absolute(context.urls.record(record, context.shown_in(record)))
    return (
        plain(context.title(record).text),
        plain(context.choice(facts, "form")) if facts.form else unknown(context),
        linked(context, facts.parties),
        _date(context, record),
        _new(context, record, asked),
        _lasting(context, record),
        *_lengths(context, record),
        _stated_end(context, record),
        _told(context, _stated(context, record, "value", "value_note")),
        *_amount(context, record),
        _act(context, facts.act),
        plain(context.status(record)),
        TypedCell((Piece(context.words.text("Page"), href=address),), address),
    )


def _date(context: Context, record: Record[Agreement]) -> TypedCell:
    """What places it in time; a spreadsheet is told a day where it is the signature's, stated and one."""
    placed = context.showcase.placed_in_time(record)
    if placed is None:
        return unknown(context)
    if placed.dated != record.facts.dates[0]:
        return said(happened(context, placed))
    return _dated(context, placed.days, deduced=placed.deduced)


def _dated(context: Context, days: tuple[Day, ...], *, deduced: bool) -> TypedCell:
    """A date, or those that it may be; a spreadsheet has words where it is not stated or not one."""
    told = (*either(context, days), *context.deduced(deduced))
    return said(told, "" if deduced or len(days) > 1 else str(days[0]))


def _new(context: Context, record: Record[Agreement], asked: Questions) -> TypedCell:
    """Whether it was signed or announced in the period that is asked for."""
    if not asks_when(asked):
        return typed("")
    placed = context.showcase.placed_in_time(record)
    return plain(context.words.text(is_new(placed, asked))) if placed else unknown(context)


def _lasting(context: Context, record: Record[Agreement]) -> TypedCell:
    """Until when or how long it holds, and by how much longer at most; that it ended, and when."""
    longer, ended = N_("extendable by {length}"), N_("ended {when}")
    parts = (
        *_when(context, record, "until", "until"),
        *_stated(context, record, "duration"),
        *(context.phrase(longer, length=one) for one in _stated(context, record, "extension")),
        *_stated(context, record, "duration_note"),
        *(context.phrase(ended, when=one) for one in _when(context, record, "ended_on", "on")),
    )
    return _told(context, parts)


def _when(context: Context, record: Record[Agreement], name: str, preposition: str) -> Iterator[Inline]:
    """A date after a preposition, or those that it may be, where anybody gives it."""
    if days := days_known(record.facts, name):
        deduced = context.deduced(is_deduced(record.facts, name))
        yield (*either_dated(context, preposition, days), *deduced)


def _lengths(context: Context, record: Record[Agreement]) -> Iterator[TypedCell]:
    """How long it holds, and how much longer at most: of each the number and its unit."""
    for lasts in (record.facts.duration, record.facts.extension):
        yield typed(str(lasts.number) if lasts else "")
        yield typed(context.words.text(_UNITS[lasts.unit]) if lasts else "")


def _stated_end(context: Context, record: Record[Agreement]) -> TypedCell:
    days = days_known(record.facts, "until")
    return _dated(context, days, deduced=is_deduced(record.facts, "until")) if days else unknown(context)


def _amount(context: Context, record: Record[Agreement]) -> Iterator[TypedCell]:
    """The value in the columns that data have for it: number, qualifier, currency."""
    value = record.facts.value
    return map(typed, MONEY.cells(value, context.site) if value else ("",) * len(MONEY.columns))


def _stated(context: Context, record: Record[Agreement], *names: str) -> tuple[Inline, ...]:
    """What is stated in some fields, and what sources say otherwise of them."""
    return tuple(value for name in names for value in context.fact(record, name).values)


def _told(context: Context, parts: Sequence[Inline]) -> TypedCell:
    return said(joined("; ", parts)) if parts else unknown(context)


def _act(context: Context, act: Act | None) -> TypedCell:
    parts = tuple(_of_an_act(context, act)) if act else ()
    return said(joined(", ", parts)) if parts else unknown(context)


def _of_an_act(context: Context, act: Act) -> Iterator[Inline]:
    if act.body:
        yield (context.link(act.body),)
    if act.number:
        yield (Piece(act.number, href=act.url or ""),)
    if act.on:
        yield (context.day(act.on),)
    if act.url and not act.number:
        yield (Piece(sentence_case(context.words.text("act")), href=act.url),)
