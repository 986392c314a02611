"""Every picture as an object, drawn as bars: numbers of the board, indicators, heads of lists, ends, editions.

Each has a page, an SVG, a PNG, its values as CSV, a citation, and a plain page that other sites may frame.
"""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from html import escape
from itertools import chain

from generator.charts.value_series import is_drawn
from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Day
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Initiative
from generator.pages.board.data_picture import MOST_BARS, DataPicture, of_a_number, of_an_indicator
from generator.pages.board.endings_picture import has_endings, of_endings
from generator.pages.board.other_pictures import has_picture, of_a_list, of_editions
from generator.pages.board.tally import tallies
from generator.pages.surroundings import FRAME, built_if_of_day
from generator.planned import PageContent, Planned
from generator.presenters.citation import bibtex, ris
from generator.presenters.editions_front import editions_front
from generator.showcase.answers import remembered, settled
from generator.showcase.measured import COUNTINGS
from generator.text.context import Context
from generator.text.listed import kinds_listed, names_listed
from generator.text.picture_page import picture_of_endings, picture_of_list, picture_of_record
from generator.view.data_files import CsvTable
from generator.view.outputs import Link, View
from generator.view.parts import Cite, Table
from generator.view.pictures import BarPicture, EmbedPage, PictureBody, PicturePng, PictureSvg
from generator.view.text import Piece
from generator.words import N_

_LINE = 58
"""So many letters of a finding stand on a line, in two lines at most."""
_LABEL = 70


PictureName = tuple[str, str]
"""A measure and the id of a facet; the name of an indicator and nothing; nothing and the folder of a list, or what else
is pictured; the name of an initiative and what its picture is of.
"""
_EDITIONS, _ENDINGS = "editions", "endings"


def pictures(context: Context) -> tuple[PictureName, ...]:
    """The name of every picture that a language has."""
    return tuple((first, second) for first, second in _names(context))


def pictures_of_numbers(context: Context) -> Iterator[tuple[str, str]]:
    """The path of each picture of a number of the board, and what it is of."""
    text = context.words.text
    for name, facet in pictures(context):
        if name and facet:
            measure = COUNTINGS[name].measure
            label = next(text(one.label) for one in measure.by if one.id == facet)
            yield _path(context, (name, facet)), text("{list}: {value}", list=text(measure.title), value=label)


@settled
def _names(context: Context) -> tuple[PictureName, ...]:
    numbers = [(one.counting.measure.id, parts.facet.id) for one in tallies(context) for parts in one.parts]
    lists = (("", kind.folder) for kind in kinds_listed(context) if has_picture(context, kind))
    ends = (("", _ENDINGS),) if has_endings(context) else ()
    return (*numbers, *((name, "") for name in _indicators(context)), *lists, *ends)


@settled
def _indicators(context: Context) -> tuple[str, ...]:
    """The indicators of whose values there is a picture."""
    listed = names_listed(context, Indicator)
    return tuple(str(ref) for ref in listed if is_drawn(context.showcase.facts(ref, Indicator)))


def picture_pages(context: Context) -> Iterator[Planned]:
    """The page of each picture: part of the page that shows it, and kept out of search engines as such."""
    known = {there.language: (there, set(pictures(there))) for there in context.versions.values()}
    for name in pictures(context):
        paths = {language: _path(there, name) for language, (there, names) in known.items() if name in names}
        yield Planned(context, paths, partial(_content, context, name), noindex=True)


def edition_pages(context: Context, record: AnyRecord, crumbs: tuple[Link, ...]) -> Iterator[Planned]:
    """The page of the picture of an initiative’s editions, where it has one; `crumbs` lead to the initiative."""
    initiative = record.of(Initiative)
    if initiative and not record.facts.withdrawn and editions_front(context, initiative):
        languages = context.showcase.languages(record.ref)
        paths = {
            language: context.urls.picture(context.urls.record(record, language), language) for language in languages
        }
        name = str(record.ref), _EDITIONS
        content = partial(_content, context, name)
        yield Planned(context, paths, content, record.ref.folder, noindex=True)


def _of_editions(pages: Iterable[Planned]) -> Iterator[tuple[Context, PictureName]]:
    """The pictures of editions among the pages of a site."""
    for page in pages:
        *_, id_, word, _ = ("", "", *page.path.split("/"))
        alike = page.context.urls.picture(
            page.context.urls.section(Initiative.folder, page.context.language), page.context.language
        )
        if page.section == Initiative.folder and alike.endswith(f"/{word}/"):
            yield page.context, (f"{page.section}/{id_}", _EDITIONS)


def embed_paths(contexts: Iterable[Context], pages: Iterable[Planned]) -> Iterator[str]:
    """The path of each plain page with a picture alone, which other sites may frame."""
    listed = ((context, name) for context in contexts for name in pictures(context))
    return (context.urls.embed(_path(context, name)) for context, name in chain(listed, _of_editions(pages)))


def picture_files(context: Context, style: str) -> Iterator[tuple[str, Callable[[], View]]]:
    """The path of each file of a picture, and what makes it; `style` is the address of the style of plain pages."""
    return _files(((context, name) for name in pictures(context)), style)


def edition_files(pages: Iterable[Planned], style: str = "") -> Iterator[tuple[str, Callable[[], View]]]:
    """The same of the pictures of editions among the pages of a site."""
    return _files(_of_editions(pages), style)


def _files(found: Iterable[tuple[Context, PictureName]], style: str) -> Iterator[tuple[str, Callable[[], View]]]:
    for context, name in found:
        path, urls = _path(context, name), context.urls
        yield urls.of_picture(path, "svg"), partial(_svg, context, name)
        yield urls.of_picture(path, "png"), partial(_png, context, name)
        yield urls.of_picture(path, "csv"), partial(_csv, context, name)
        yield f"{urls.embed(path)}index.html", partial(_embed, context, name, style)


def _path(context: Context, name: PictureName) -> str:
    first, facet = name
    if not first:
        return picture_of_endings(context) if facet == _ENDINGS else picture_of_list(context, BY_FOLDER[facet])
    if facet and facet != _EDITIONS:
        measure = COUNTINGS[first].measure
        asked = next(one for one in measure.by if one.id == facet)
        return context.urls.number_picture(measure, asked, context.language)
    return _series_path(context, ref_of(first))


@settled
def _series_path(context: Context, ref: AnyRef) -> str:
    return picture_of_record(context, context.showcase[ref])


@remembered
def picture(context: Context, name: PictureName) -> DataPicture:
    """A picture by its name; its page and each of its files are made of it."""
    (first, second), path = name, _path(context, name)
    if not first and second == _ENDINGS:
        return of_endings(context)
    if not first:
        return of_a_list(context, path, BY_FOLDER[second])
    if second == _EDITIONS:
        return of_editions(context, path, first)
    return of_a_number(context, path, first, second) if second else of_an_indicator(context, path, first)


# --- what is made of it ---


def drawn_as_bars(context: Context, one: DataPicture) -> BarPicture:
    """The drawing: its first bars, under its finding in two lines at most."""
    lines = textwrap.wrap(one.finding, _LINE, max_lines=2, placeholder=" …")
    bars = tuple(
        replace(bar, label=textwrap.shorten(bar.label, _LABEL, placeholder=" …")) for bar in one.bars[:MOST_BARS]
    )
    settings = context.showcase.settings
    parts, north = (
        (settings.title, *_day(context, one), settings.obligations.licence.title),
        context.words.text("north"),
    )
    return BarPicture(tuple(lines), one.subject, bars, " · ".join(parts), one.marks, north, one.dense)


def _day(context: Context, one: DataPicture) -> Iterator[str]:
    """The day for which a picture holds, or on which what it shows was last compared with its sources."""
    if one.is_of_the_day:
        yield context.words.date(context.showcase.day)
    elif one.checked:
        yield context.sentence("last checked {on_day}", on_day=context.dated("on", one.checked))


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
    table = None if one.breakdown else Table(one.subject, one.labels, values)
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
    if one.is_of_the_day:
        day = context.showcase.day_said
        on = Day(day.year, day.month, day.day)
    address, owner = context.urls.absolute(one.path), context.localised(settings.owner.name).text
    title = f"{one.finding} ({one.subject})"
    facts = (title, settings.title, owner, address, context.language, on)
    when = context.dated("as of", on) if on else (Piece(context.words.text("undated"), unknown=True),)
    message = N_("{title}, {site}, {address} ({as_of}).")
    said = context.phrase(message, title=title, site=settings.title, address=address, as_of=when)
    forms = (("BibTeX", bibtex("-".join(filter(None, name)), *facts)), ("RIS", ris(*facts)))
    return Cite(context.words.text("Cite this page"), said, forms)
