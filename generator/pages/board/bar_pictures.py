"""Every picture made of bars as an object: numbers of the board in parts, and the values of indicators in time.

Each has a page, an SVG, a PNG, its values as CSV, a citation, and a plain page that other sites may frame.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from generator.charts.value_series import is_series, series
from generator.content.brief import ref_of
from generator.fields.values import AnyRef, Day
from generator.kinds.indicator import Indicator
from generator.pages.board.board_pages import breakdown, measure_facts
from generator.pages.board.tally import tallies, tally
from generator.pages.surroundings import FRAME, built_if_of_day
from generator.planned import PageContent, Planned
from generator.presenters.citation import bibtex, ris
from generator.showcase.answers import remembered, settled
from generator.showcase.measured import COUNTINGS
from generator.text.context import Context
from generator.text.listed import list_href, names_listed
from generator.view.board import Breakdown
from generator.view.data_files import CsvTable
from generator.view.outputs import Link, View
from generator.view.parts import Cite, Table
from generator.view.pictures import BarPicture, EmbedPage, PictureBar, PictureBody, PicturePng, PictureSvg
from generator.view.text import Fact, Piece
from generator.words import N_

_LINE = 58
"""So many letters of a finding stand on a line, in two lines at most."""
_MOST_BARS = 24
_LABEL = 70


@dataclass(frozen=True)
class DataPicture:
    """A picture in one language: what it finds, what it is of, its values; and where it comes from."""

    path: str
    finding: str
    subject: str
    bars: tuple[PictureBar, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[Fact, ...]
    way: tuple[Link, ...]
    breakdown: Breakdown | None = None
    checked: Day | None = None
    """Of what does not depend on the day of the build, when it was last checked."""


PictureName = tuple[str, str]
"""A measure and the id of a facet, or the name of an indicator and nothing."""


def pictures(context: Context) -> tuple[PictureName, ...]:
    """The name of every picture that a language has."""
    return tuple((first, second) for first, second in _names(context))


@settled
def _names(context: Context) -> tuple[PictureName, ...]:
    numbers = [(one.counting.measure.id, parts.facet.id) for one in tallies(context) for parts in one.parts]
    return (*numbers, *((name, "") for name in _in_time(context)))


@settled
def _in_time(context: Context) -> tuple[str, ...]:
    """The indicators that have values in time."""
    listed = names_listed(context, Indicator)
    return tuple(str(ref) for ref in listed if is_series(context.showcase.facts(ref, Indicator)))


def picture_pages(context: Context) -> Iterator[Planned]:
    """The page of each picture: part of the page that shows it, and kept out of search engines as such."""
    known = {there.language: (there, set(pictures(there))) for there in context.versions.values()}
    for name in pictures(context):
        paths = {language: _path(there, name) for language, (there, names) in known.items() if name in names}
        yield Planned(context, paths, partial(_content, context, name), noindex=True)


def embed_paths(context: Context) -> Iterator[str]:
    """The path of each plain page with a picture alone, which other sites may frame."""
    return (context.urls.embed(_path(context, name)) for name in pictures(context))


def picture_files(context: Context, style: str) -> Iterator[tuple[str, Callable[[], View]]]:
    """The path of each file of a picture, and what makes it; `style` is the address of the style of plain pages."""
    for name in pictures(context):
        path, urls = _path(context, name), context.urls
        yield urls.of_picture(path, "svg"), partial(_svg, context, name)
        yield urls.of_picture(path, "png"), partial(_png, context, name)
        yield urls.of_picture(path, "csv"), partial(_csv, context, name)
        yield f"{urls.embed(path)}index.html", partial(_embed, context, name, style)


def _path(context: Context, name: PictureName) -> str:
    first, facet = name
    if facet:
        measure = COUNTINGS[first].measure
        asked = next(one for one in measure.by if one.id == facet)
        return context.urls.number_picture(measure, asked, context.language)
    return _series_path(context, ref_of(first))


@settled
def _series_path(context: Context, ref: AnyRef) -> str:
    return context.urls.series_picture(context.showcase[ref], context.language)


@remembered
def picture(context: Context, name: PictureName) -> DataPicture:
    """A picture by its name; its page and each of its files are made of it."""
    return _of_a_number(context, name) if name[1] else _of_an_indicator(context, name)


def _of_a_number(context: Context, name: PictureName) -> DataPicture:
    text, urls = context.words.text, context.urls
    one = tally(context, name[0])
    parts = next(found for found in one.parts if found.facet.id == name[1])
    shown = breakdown(context, one, parts)
    measure = one.counting.measure
    board = Link(text("In numbers"), urls.href(urls.fixed("board", context.language)))
    number = Link(text(measure.title), urls.href(urls.measure(measure, context.language)))
    rows = [(row.answer.key, row.answer.label.text, str(row.number), str(row.of)) for row in parts.rows]
    if parts.without:
        rows.append(("", text("not known"), str(parts.without), ""))
    return DataPicture(
        path=_path(context, name),
        finding=shown.finding,
        subject=shown.caption,
        bars=tuple(PictureBar(row.label.text, row.number, row.share) for row in shown.rows),
        head=("part", "part.label", "number", "of"),
        rows=tuple(rows),
        facts=measure_facts(context),
        way=(board, number),
        breakdown=shown,
    )


def _of_an_indicator(context: Context, name: PictureName) -> DataPicture:
    text, record = context.words.text, context.showcase[ref_of(name[0])].of(Indicator)
    if record is None or (drawn := series(context, record.facts)) is None:
        raise KeyError(name)
    facts = record.facts
    title = context.title(record).text
    bars = (PictureBar(one.period, one.value or text("not found"), one.share, one.exact) for one in drawn.slots)
    rows = tuple(
        (
            one.period or "",
            str(one.as_of or ""),
            *(str(one.value.number), one.value.qualifier, one.value.code),
            one.source.id,
        )
        for one in facts.series
    )
    counted = context.localised(facts.unit).text if facts.unit else ""
    told = (context.fact(record, field) for field in ("definition", "method"))
    sources = tuple((context.link(ref),) for ref in dict.fromkeys(one.source for one in facts.series))
    up = Link(text(Indicator.plural), list_href(context, Indicator))
    return DataPicture(
        path=_path(context, name),
        finding=drawn.finding,
        subject=text("{list}: {value}", list=title, value=counted) if counted else title,
        bars=tuple(bars),
        head=("period", "as_of", "value", "qualifier", "unit", "source"),
        rows=rows,
        facts=(*(one for one in told if one.values), Fact(text("Source"), sources)),
        way=(up, Link(title, context.href(record))),
        checked=facts.verified_on,
    )


# --- what is made of it ---


def drawn_as_bars(context: Context, one: DataPicture) -> BarPicture:
    """The drawing: its first bars, under its finding in two lines at most."""
    lines = textwrap.wrap(one.finding, _LINE, max_lines=2, placeholder=" …")
    bars = tuple(
        replace(bar, label=textwrap.shorten(bar.label, _LABEL, placeholder=" …")) for bar in one.bars[:_MOST_BARS]
    )
    settings = context.showcase.settings
    day = (context.words.date(context.showcase.day),) if one.breakdown else ()
    parts = (settings.title, *day, settings.obligations.licence.title)
    return BarPicture(tuple(lines), one.subject, bars, " · ".join(parts))


def _svg(context: Context, name: PictureName) -> PictureSvg:
    one = picture(context, name)
    return PictureSvg(context.urls.of_picture(one.path, "svg"), context.language, drawn_as_bars(context, one))


def _png(context: Context, name: PictureName) -> PicturePng:
    one = picture(context, name)
    return PicturePng(context.urls.of_picture(one.path, "png"), drawn_as_bars(context, one))


def _csv(context: Context, name: PictureName) -> CsvTable:
    one = picture(context, name)
    return CsvTable(context.urls.of_picture(one.path, "csv"), one.head, one.rows)


def _embed(context: Context, name: PictureName, style: str) -> EmbedPage:
    urls = context.urls
    context.witness.sees(FRAME + context.language)
    with context.witness.watching() as seen:
        one = picture(context, name)
        drawing = drawn_as_bars(context, one)
    way = Piece(context.words.text("{title}: the data and the sources", title=one.subject), href=urls.href(one.path))
    src = urls.href(urls.of_picture(one.path, "svg"))
    path = f"{urls.embed(one.path)}index.html"
    built = built_if_of_day(context, seen())
    return EmbedPage(path, context.language, one.finding, drawing, src, way, style, built)


def _content(context: Context, name: PictureName) -> PageContent:
    one, urls, text = picture(context, name), context.urls, context.words.text
    drawing = drawn_as_bars(context, one)
    forms: Mapping[str, str] = {"svg": text("Drawing (SVG)"), "png": text("Picture (PNG)"), "csv": text("Values (CSV)")}
    files = [Piece(said, href=urls.href(urls.of_picture(one.path, form))) for form, said in forms.items()]
    embed = urls.embed(one.path)
    files.append(Piece(text("The plain page to be framed"), href=urls.href(embed)))
    values = tuple(((Piece(bar.label),), (Piece(bar.value),)) for bar in one.bars)
    table = None if one.breakdown else Table(one.subject, (text("Period"), text("Value")), values)
    body = PictureBody(
        title=one.finding,
        lead=one.subject,
        breakdown=one.breakdown,
        table=table,
        src=urls.href(urls.of_picture(one.path, "svg")),
        words=drawing.words,
        width=drawing.width,
        height=drawing.height,
        files=tuple(files),
        embed=_markup(urls.absolute(embed), one.finding, drawing),
        cite=_cite(context, name, one),
        facts=one.facts,
    )
    return PageContent(body, one.finding, f"{one.subject}. {one.finding}.", one.way, text("Picture"))


def _markup(address: str, title: str, drawing: BarPicture) -> str:
    """What a page of elsewhere holds to show the picture."""
    size = f'width="100%" height="{drawing.height + 80}"'
    return f'<iframe src="{escape(address)}" title="{escape(title)}" {size} loading="lazy"></iframe>'


def _cite(context: Context, name: PictureName, one: DataPicture) -> Cite:
    """Its finding as title, the day for which it holds."""
    settings, on = context.showcase.settings, one.checked
    if one.breakdown:
        day = context.showcase.day_said
        on = Day(day.year, day.month, day.day)
    address, owner = context.urls.absolute(one.path), context.localised(settings.owner.name).text
    title = f"{one.finding} ({one.subject})"
    facts = (title, settings.title, owner, address, context.language, on)
    when = context.dated("as of", on) if on else (Piece(context.words.text("undated"), unknown=True),)
    message = N_("{title}, {site}, {address} ({as_of}).")
    said = context.phrase(message, title=title, site=settings.title, address=address, as_of=when)
    forms = (("BibTeX", bibtex("-".join(name), *facts)), ("RIS", ris(*facts)))
    return Cite(context.words.text("Cite this page"), said, forms)
