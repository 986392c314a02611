"""A dossier as a spreadsheet: what answers, the figures with their sources, the places, what is not known."""

from collections.abc import Collection, Iterator
from urllib.parse import urljoin

from generator.exports.questions_sheet import questions_sheet
from generator.exports.tables import BETWEEN
from generator.fields.types import CellType
from generator.fields.values import AnyRef
from generator.kinds.catalogue import kind_of
from generator.presenters.dossier_apart import NOT_KNOWN, apart
from generator.presenters.dossier_figures import DossierFigure
from generator.presenters.dossier_page import NO_ANSWER, Dossier, dossier_head
from generator.presenters.dossier_questions import asked_of
from generator.presenters.dossier_table import COUNTED_HERE, FIGURES_HEAD
from generator.presenters.gaps import missing_fields
from generator.showcase.spans import days_of, span_of
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.data_files import Sheet, Workbook
from generator.view.text import Inline

_TEXTS: tuple[CellType, ...] = ("text",) * 8


def dossier_workbook(context: Context, path: str, title: str, told: Dossier) -> Workbook:
    """The sheets: the records first, which is what most people want."""
    sheets = (_records(context, told), _figures(context, told), _places(context, told), _unknown(context, told))
    about = questions_sheet(context, asked_of(context, told.asked))
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not told.rows:
        filled = (_nothing(context, filled[0].name if filled else ""), *filled)
    return Workbook(path, title, context.showcase.day.isoformat(), (*filled, about))


def _nothing(context: Context, others: str) -> Sheet:
    """Instead of the records, where there are none: it says so, and whether other sheets have anything."""
    text = context.words.text
    said = text("No activity told here answers to this; see “{sheet}”.", sheet=others) if others else text(NO_ANSWER)
    return Sheet(text("Activities"), (text("Answer"),), ("text",), ((said,),))


def _records(context: Context, told: Dossier) -> Sheet:
    text = context.words.text
    told_of = dossier_head(context, told.asked)
    limits = (text("First day it may hold"), text("Last day it may hold"))
    head = (text("Kind"), *told_of, *limits, text("Page"), "id")
    rows = []
    for row in told.rows:
        span = span_of(context.showcase, row.ref)
        known = days_of(span) if span else ("", "")
        cells = map(_cell, row.cells)
        rows.append((text(kind_of(row.ref).plural), *cells, *known, _address(context, row.ref), str(row.ref)))
    holds: tuple[CellType, ...] = ("text", *_TEXTS[: len(told_of)], "date", "date", "text", "text")
    return Sheet(text("Activities"), head, holds, tuple(rows))


def _figures(context: Context, told: Dossier) -> Sheet:
    text = context.words.text
    figure, value, period, source = map(text, FIGURES_HEAD)
    head = (
        *(
            figure,
            text("Of"),
            text("Of all of it"),
            value,
            text("Qualifier"),
            text("Unit"),
            text("In words"),
            period,
            text("As of"),
            source,
        ),
        *(text("Date of the source"), text("Page")),
    )
    holds: tuple[CellType, ...] = ("text", "text", "text", "number", *_TEXTS[:4], "date", *_TEXTS[:3])
    rows = [_figure(context, one, told.asked.named) for one in told.figures]
    rows += [_elsewhere(context, ref, len(head)) for ref in told.elsewhere]
    return Sheet(text("The figures"), head, holds, tuple(rows))


def _elsewhere(context: Context, ref: AnyRef, width: int) -> tuple[str, ...]:
    """That the figures of what answers only in part are on its page."""
    said, title = context.words.text("The overall figures are on its page"), context.title(context.showcase[ref]).text
    return (said, title, *("" for _ in range(width - 3)), _address(context, ref))


def _figure(context: Context, one: DossierFigure, asked: Collection[AnyRef]) -> tuple[str, ...]:
    number = one.quantity
    sources = [context.showcase[ref] for ref in one.sources]
    dates = (context.showcase.date_of_source(ref) for ref in one.sources)
    return (
        one.what,
        context.title(context.showcase[one.ref]).text,
        text_of(one.whose(context, asked)),
        *((str(number.number), number.qualifier, number.code) if number else ("", "", "")),
        BETWEEN.join(filter(None, (one.value, one.note))),
        one.period,
        str(one.as_of or ""),
        BETWEEN.join(context.title(source).text for source in sources) or context.words.text(COUNTED_HERE),
        BETWEEN.join(date or "–" for date in dates),
        _address(context, one.ref),
    )


def _places(context: Context, told: Dossier) -> Sheet:
    text = context.words.text
    rows = tuple(
        (context.title(record).text, text_of(context.details(record.facts)), _address(context, record.ref))
        for record in (context.showcase[ref] for ref in told.places)
    )
    return Sheet(text("Places"), (text("Place"), text("Where it is"), text("Page")), _TEXTS[:3], rows)


def _unknown(context: Context, told: Dossier) -> Sheet:
    text = context.words.text
    return Sheet(
        text("What we do not know yet"),
        (text("What"), text("Not known"), text("Page")),
        _TEXTS[:3],
        tuple(_gaps(context, told)),
    )


def _gaps(context: Context, told: Dossier) -> Iterator[tuple[str, ...]]:
    for ref in told.found.refs:
        record = context.showcase[ref]
        if names := missing_fields(context, record):
            yield context.title(record).text, BETWEEN.join(names), _address(context, ref)
    for name, refs in apart(context.showcase, told.found).items():
        for ref in refs:
            what = context.words.text(NOT_KNOWN[name])
            yield context.title(context.showcase[ref]).text, what, _address(context, ref)


def _cell(said: Inline) -> str:
    """What a cell of the page says; empty where it has a dash."""
    return "" if any(piece.unknown for piece in said[:1]) else text_of(said)


def _address(context: Context, ref: AnyRef) -> str:
    return urljoin(context.showcase.settings.base_url, context.href(context.showcase[ref]))
