"""Which files there are: every page, feed and data file of the site, each address once.

`plan` says which pages there are, and costs little: that is as far as a check goes. `outputs` says which files, and
makes each when it is asked to. What was planned is an answer that is settled: while it holds, no record is opened.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator.content.record import AnyRecord
from generator.content.snapshots import Snapshot
from generator.exports.change_log import KeptLog
from generator.exports.datasets import dataset_files
from generator.exports.feeds import SITEMAP, feed, feed_paths, robots, sitemap
from generator.exports.redirects import (
    redirects_of_former,
    redirects_of_pages,
    redirects_to_choices,
    redirects_to_facets,
    redirects_to_lists,
)
from generator.exports.security_contact import security_contact
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, WITH_PAGES
from generator.options import PUBLIC
from generator.pages.all_projects import project_pages
from generator.pages.board.bar_pictures import edition_files, edition_pages, picture_files, picture_pages
from generator.pages.board.board_pages import board_pages
from generator.pages.board.number_files import number_files
from generator.pages.change_pages import change_files, change_page
from generator.pages.crumbs import record_crumbs
from generator.pages.data_pages import data_pages
from generator.pages.dossier_pages import dossier_pages
from generator.pages.dossier_selection import selection_files
from generator.pages.files_beside import PAGES, files_beside, record_file
from generator.pages.former_addresses import FormerFolders
from generator.pages.frame import banner, frame
from generator.pages.frozen_tables import FROZEN, snapshot_files
from generator.pages.guide.guide_pages import guide_pages
from generator.pages.lists.list_files import list_files
from generator.pages.lists.others import others_of
from generator.pages.lists.own_register import own_register
from generator.pages.lists.pages import facet_pages, list_pages, part_pages, term_pages
from generator.pages.lists.selections import facet_of
from generator.pages.not_found import PATH as NOT_FOUND
from generator.pages.not_found import not_found_page
from generator.pages.other_data import catalogue_of_all
from generator.pages.own_pages import own_pages
from generator.pages.search import indexing
from generator.pages.social_cards import cards_of
from generator.pages.surroundings import FRAME, Surroundings, made
from generator.planned import Output, PageContent, Planned, PlannedRow, RecordFile, planned_of, rows_of
from generator.presenters.of_kind import presenter_of
from generator.presenters.prose_page import page_body
from generator.presenters.record_page import record_body, withdrawal
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.listed import kinds_listed
from generator.urls import output_path
from generator.view.outputs import Copy, Link, Redirect, SitemapEntry, View
from generator.view.record_page import RecordBody

Contexts = tuple[Context, ...]  # the showcase in each of its languages


@dataclass(frozen=True)
class SiteMap:
    """The pages of a site in each language of the showcase, and the files beside the pages of records."""

    contexts: Contexts
    pages: tuple[Planned, ...]
    files: tuple[RecordFile, ...]
    changes: KeptLog  # what the publications of the site changed, this one too
    as_it_is: tuple[str, ...] = ()  # the paths of the files that the owner wants published as they are
    frozen: tuple[Snapshot, ...] = ()  # the tables frozen as they were
    former: FormerFolders = field(default_factory=lambda: FormerFolders({}, {}))  # where records once stood


def plan(
    contexts: Contexts,
    as_it_is: tuple[str, ...] = (),
    previous: Path | None = None,
    frozen: tuple[Snapshot, ...] = (),
) -> SiteMap:
    """Say which pages and files there are; `previous` is the folder of the publication before, if it is known."""
    changes = KeptLog(contexts, previous)
    first, briefs = contexts[0], contexts[0].showcase.briefs
    refs = [ref for ref in briefs if ref.folder in WITH_PAGES]
    files = (RecordFile(ref, *row) for ref in refs for row in files_beside(first, ref))
    former = FormerFolders.of(first, refs)
    pages = tuple(page for context in contexts for page in _planned(context, changes, frozen))
    computed = {output_path(page.path) for page in pages if page.is_computed}
    # An old address of a record gives way to what is computed there again: nobody wrote it, and a day may bring it.
    kept = tuple(one for one in files if one.is_a != "redirect" or one.path not in computed)
    led = tuple(former.led_on(kept, {page.path for page in pages}))
    return SiteMap(contexts, pages, led, changes, as_it_is, frozen, former)


def outputs(site_map: SiteMap, assets: Mapping[str, str], *, production: bool) -> Iterator[Output]:
    """Every file of the site but its assets and its search index, each path once, to be made when it is needed.

    `assets` gives the address of each asset by its name.
    """
    now = tuple(_outputs(site_map, assets, production=production))
    yield from now
    yield from site_map.former.again(now)


def _outputs(site_map: SiteMap, assets: Mapping[str, str], *, production: bool) -> Iterator[Output]:
    contexts = site_map.contexts
    first, showcase, urls = contexts[0], contexts[0].showcase, contexts[0].urls
    noindex = showcase.settings.demonstration and not production
    frames = {context.language: frame(context, assets, noindex=noindex) for context in contexts}
    cards = {context.language: cards_of(context, " ".join(banner(context))) for context in contexts}
    surroundings = Surroundings(contexts, frames, cards)
    site_map.changes.tell()
    showcase.witness.tell(FROZEN, [repr(one) for one in site_map.frozen])
    for language, own in frames.items():
        showcase.witness.tell(FRAME + language, (own, cards[language].home, cards[language].lists))
    for page in site_map.pages:
        yield Output(output_path(page.path), partial(made, page, surroundings), language=page.context.language)
    yield Output(NOT_FOUND, partial(not_found_page, surroundings), language=first.language)
    for file in site_map.files:
        yield Output(file.path, partial(record_file, first, site_map.changes, file))
    for context in contexts:
        yield from (Output(path, partial(feed, context, site_map.changes, kind)) for path, kind in feed_paths(context))
        yield from (Output(path, make) for path, make in data_of(context, site_map.changes, assets["embed.css"]))
    yield from (Output(path, make) for path, make in edition_files(site_map.pages, assets["embed.css"]))
    catalogues = catalogue_of_all(first, site_map.changes, site_map.frozen)
    yield from (Output(path, make, sizes_of=told) for path, make, told in catalogues)
    showcase.witness.tell(PAGES, [page.row() for page in site_map.pages])
    yield Output(SITEMAP, partial(_sitemap, site_map))
    for card in dict.fromkeys(cards[page.context.language].card(page.section, page.ref) for page in site_map.pages):
        yield Output(card.path, partial(_made_already, card), lasts=False)
    others: Iterator[View] = chain(moved(site_map), (robots(urls, noindex=noindex),), contact_of(site_map))
    as_it_is = (Copy(path, f"{PUBLIC}/{path}") for path in site_map.as_it_is)
    for view in chain(others, as_it_is, snapshot_files(urls, site_map.frozen)):
        yield Output(view.path, partial(_made_already, view), lasts=False, stays=True)


def data_of(context: Context, changes: KeptLog, embed_css: str = "") -> Iterator[tuple[str, Callable[[], View]]]:
    """The files of a language that are neither pages nor feeds, by their paths."""
    return chain(
        list_files(context),
        dataset_files(context, changes),
        number_files(context),
        picture_files(context, embed_css),
        change_files(context, changes),
        selection_files(context),
    )


def contact_of(site_map: SiteMap) -> Iterator[View]:
    """Where mistakes of security are reported, unless the owner has a file for it."""
    first = site_map.contexts[0]
    return (one for one in security_contact(first.showcase, first.urls) if one.path not in site_map.as_it_is)


def moved(site_map: SiteMap) -> Iterator[Redirect]:
    """A page at each address that a part or a further page of a list had before, or a page that is no more."""
    planned = {page.path for page in site_map.pages}
    led = {one.path for one in site_map.files}
    for one in chain(_moved_lists(site_map.contexts, planned), redirects_of_pages(site_map.contexts[0], planned)):
        if one.path not in led:
            led.add(one.path)
            yield one


def _moved_lists(contexts: Contexts, planned: Collection[str]) -> Iterator[Redirect]:
    for context in contexts:
        for kind in KINDS:
            yield from redirects_to_choices(context, kind, planned)
            yield from redirects_to_facets(context, kind, planned)
            yield from redirects_to_lists(context, kind, planned)
            yield from redirects_of_former(context, kind, planned)


def _made_already(view: View) -> View:
    return view


def _sitemap(site_map: SiteMap) -> View:
    """The pages that search engines may show."""
    site_map.contexts[0].witness.sees(PAGES)
    shown = (page for page in site_map.pages if not page.noindex)
    return sitemap(SitemapEntry(page.canonical, page.modified, page.alternates) for page in shown)


# --- pages ---


def _planned(context: Context, changes: KeptLog, frozen: tuple[Snapshot, ...]) -> Iterator[Planned]:
    """The pages of a language."""
    yield from own_pages(context, changes)
    yield from guide_pages(context)
    yield from data_pages(context, changes, frozen)
    yield from board_pages(context)
    yield from picture_pages(context)
    yield change_page(context, changes)
    yield from planned_of(context, _term_rows(context), partial(_term_pages, context))
    for kind in kinds_listed(context):
        yield from planned_of(context, _list_rows(context, kind), partial(_list_pages, context, kind))
        for facet in kind.facets:
            pages = partial(_facet_pages, context, kind, facet.id)
            yield from planned_of(context, _facet_rows(context, kind, facet.id), pages)
    for ref in (ref for ref in context.showcase.briefs if ref.folder in WITH_PAGES):
        yield from planned_of(context, _record_rows(context, ref), partial(_record_pages, context, ref))


@settled
def _term_rows(context: Context) -> tuple[PlannedRow, ...]:
    return rows_of(_term_pages(context))


@remembered
def _term_pages(context: Context) -> dict[str, Planned]:
    return {page.path: page for page in term_pages(context)}


@settled
def _list_rows(context: Context, kind: type[Kind]) -> tuple[PlannedRow, ...]:
    return rows_of(_list_pages(context, kind))


@remembered
def _list_pages(context: Context, kind: type[Kind]) -> dict[str, Planned]:
    return {page.path: page for page in list_pages(context, kind)}


@settled
def _facet_rows(context: Context, kind: type[Kind], facet_id: str) -> tuple[PlannedRow, ...]:
    return rows_of(_facet_pages(context, kind, facet_id))


@remembered
def _facet_pages(context: Context, kind: type[Kind], facet_id: str) -> dict[str, Planned]:
    return {page.path: page for page in facet_pages(context, kind, facet_of(kind, facet_id))}


@settled
def _record_rows(context: Context, ref: AnyRef) -> tuple[PlannedRow, ...]:
    return rows_of(_record_pages(context, ref))


@remembered
def _record_pages(context: Context, ref: AnyRef) -> dict[str, Planned]:
    """The page of a record, and the lists of what is too long for it."""
    if context.language not in context.showcase.languages(ref):
        return {}
    record = context.showcase[ref]
    here = Link(context.title(record).text, context.href(record))
    crumbs = (*record_crumbs(context, record), here)
    parts = chain(
        part_pages(context, record, crumbs),
        project_pages(context, record, crumbs),
        edition_pages(context, record, crumbs),
        dossier_pages(context, record, crumbs),
    )
    found = (_record_page(context, record), *parts)
    return {page.path: page for page in found}


def _record_page(context: Context, record: AnyRecord) -> Planned:
    urls, facts = context.urls, record.facts

    def content() -> PageContent:
        title = context.title(record).text
        withdrawn = text_of(withdrawal(context, facts.withdrawn)) if facts.withdrawn else ""
        return PageContent(
            body=page_body(context, record) if facts.is_prose else _body(context, record),
            title=title,
            description=withdrawn or presenter_of(record).in_short(context, record) or title,
            crumbs=record_crumbs(context, record),
            indexing=None if facts.withdrawn else indexing(context, record),
        )

    return Planned(
        context,
        paths={language: urls.record(record, language) for language in context.showcase.languages(record.ref)},
        content=content,
        section=record.ref.folder,
        ref=record.ref,
        noindex=facts.noindex or facts.withdrawn is not None,
        modified=str(facts.updated or ""),
    )


def _body(context: Context, record: AnyRecord) -> RecordBody:
    """A record's page, with what its lists have of it."""
    told = record_body(context, record, others_of(context, record))
    return replace(told, register=own_register(context, record))
