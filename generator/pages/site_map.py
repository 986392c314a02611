"""Which files there are: every page, feed and data file of the site, each address once.

`plan` says which pages there are, and costs little: that is as far as a check goes. `outputs` says which files, and
makes each when it is asked to.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from generator.content.record import AnyRecord
from generator.exports.attachments import published
from generator.exports.feeds import feeds, robots, sitemap
from generator.exports.json_records import record_data
from generator.exports.redirects import redirects_to
from generator.kinds.page import Page as PageKind
from generator.kinds.plan import Area, Plan
from generator.pages.frame import frame, page_for
from generator.pages.home import deadlines_body, home_body
from generator.pages.lists.pages import Contexts, list_pages, part_pages, term_pages
from generator.pages.not_found import PATH as NOT_FOUND
from generator.pages.not_found import not_found_page
from generator.pages.search import indexing, search_body
from generator.pages.social_cards import cards_of
from generator.pages.surroundings import FRAME, Surroundings, made
from generator.planned import Content, Output, Planned
from generator.presenters.prose_page import page_body
from generator.presenters.record_page import record_body
from generator.showcase.model import Showcase, texts_of
from generator.text.context import Context
from generator.text.listed import has_list, kinds_listed
from generator.urls import Urls, output_path
from generator.view.outputs import Link, SitemapEntry, View
from generator.view.text import Piece
from generator.words import words_for

_EXCERPT = 160
"""The characters of a description that is taken from the text."""


@dataclass(frozen=True)
class SiteMap:
    """The pages of a site, in each language of the showcase."""

    contexts: Contexts
    pages: tuple[Planned, ...]


def plan(showcase: Showcase) -> SiteMap:
    """Say which pages there are."""
    urls = Urls(showcase.settings)
    contexts = tuple(Context(showcase, urls, words_for(language)) for language in showcase.settings.languages)
    return SiteMap(contexts, tuple(page for context in contexts for page in _planned(contexts, context)))


def outputs(site_map: SiteMap, assets: Mapping[str, str], *, production: bool) -> Iterator[Output]:
    """Every file of the site but its assets and its search index, each path once, to be made when it is needed.

    `assets` gives the address of each asset by its name.
    """
    contexts = site_map.contexts
    first, showcase, urls = contexts[0], contexts[0].showcase, contexts[0].urls
    noindex = showcase.settings.demonstration and not production
    frames = {context.language: frame(context, assets, noindex=noindex) for context in contexts}
    cards = {context.language: cards_of(context, frames[context.language].demonstration) for context in contexts}
    surroundings = Surroundings(contexts, frames, cards)
    for language, own in frames.items():
        showcase.witness.settles(FRAME + language, (own, cards[language].home, cards[language].lists))
    for planned in site_map.pages:
        path, language = output_path(planned.path), planned.context.language
        yield Output(path, partial(made, planned, surroundings), planned.asked, language)
    yield Output(NOT_FOUND, partial(not_found_page, surroundings), frozenset(), first.language)
    records = [record for record in showcase.every() if not record.facts.withdrawn]
    for record in records:
        read = frozenset((record.name, texts_of(record)))
        yield Output(urls.data(record), partial(record_data, contexts, record), read)
    others: Iterator[View] = chain(
        dict.fromkeys(cards[page.context.language].card(page.section, page.record) for page in site_map.pages),
        (feed for context in contexts for feed in feeds(context)),
        (robots(urls, noindex=noindex),),
        (sitemap(_entries(site_map)),),
        (file for record in records for file in published(urls, record)),
        (redirect for record in showcase.every() for redirect in redirects_to(first, record)),
    )
    for view in others:
        yield Output(view.path, partial(_made_already, view))


def _made_already(view: View) -> View:
    return view


def _entries(site_map: SiteMap) -> Iterator[SitemapEntry]:
    """The pages that search engines may show."""
    shown = (page for page in site_map.pages if not page.noindex)
    return (SitemapEntry(page.canonical, page.modified, page.alternates) for page in shown)


def _planned(contexts: Contexts, context: Context) -> Iterator[Planned]:
    """The pages of a language, each with what was asked to plan it."""
    plans: tuple[Callable[[], Iterator[Planned]], ...] = (
        partial(_own_pages, context),
        partial(term_pages, contexts, context),
        *(partial(list_pages, contexts, context, kind) for kind in kinds_listed(context)),
        *(partial(_record_pages, contexts, context, record) for record in context.showcase.every()),
    )
    for one in plans:
        with context.witness.watching() as seen:
            pages = tuple(one())
        yield from (replace(page, asked=seen()) for page in pages)


def _own_pages(context: Context) -> Iterator[Planned]:
    """The pages that every site has."""
    urls, languages = context.urls, context.showcase.settings.languages
    yield Planned(context, {language: urls.home(language) for language in languages}, lambda: _home(context))
    for name, content in (("deadlines", lambda: _deadlines(context)), ("search", lambda: _search(context))):
        yield Planned(context, {language: urls.fixed(name, language) for language in languages}, content)


def _record_pages(contexts: Contexts, context: Context, record: AnyRecord) -> Iterator[Planned]:
    """The page of a record, and the lists of what is too long for it."""
    context.witness.sees(record.name)
    if context.has_page(record):
        yield _record_page(context, record)
        here = Link(context.title(record).text, context.href(record))
        yield from part_pages(contexts, context, record, (*_crumbs(context, record), here))


def _home(context: Context) -> Content:
    settings = context.showcase.settings
    return Content(home_body(context), settings.title, context.localised(settings.description).text)


def _deadlines(context: Context) -> Content:
    body = deadlines_body(context)
    return Content(body, body.title, body.lead)


def _search(context: Context) -> Content:
    body = search_body(context)
    return Content(body, body.title, body.lead)


def _record_page(context: Context, record: AnyRecord) -> Planned:
    languages, urls = context.showcase.languages(record), context.urls

    def content() -> Content:
        title = context.title(record).text
        return Content(
            body=page_body(context, record)
            if isinstance(record.facts, PageKind)
            else record_body(context, record, _report(context)),
            title=title,
            description=context.summary(record) or _excerpt(context, record) or title,
            crumbs=_crumbs(context, record),
            indexing=None if record.facts.withdrawn else indexing(context, record),
        )

    paths = {language: urls.record(record, language) for language in languages}
    kept_out = record.facts.noindex or record.facts.withdrawn is not None
    return Planned(context, paths, content, record.ref.folder, record, noindex=kept_out)


def _report(context: Context) -> Piece | None:
    """The way to the page where errors are reported."""
    page = page_for(context, "report")
    return Piece(context.words.text("Report an error"), href=context.href(page)) if page else None


def _crumbs(context: Context, record: AnyRecord) -> tuple[Link, ...]:
    """The list of the kind, where it has one; for an area, its plan stands between."""
    facts = record.facts
    kind = Plan if isinstance(facts, Area) else type(facts)
    href = context.urls.href(context.urls.section(kind.folder, context.language))
    crumbs = (Link(context.words.text(kind.plural), href),) if has_list(context, kind) else ()
    if isinstance(facts, Area) and (above := context.showcase.get(facts.plan)):
        return (*crumbs, Link(context.title(above, short=True).text, context.href(above)))
    return crumbs


def _excerpt(context: Context, record: AnyRecord) -> str:
    """The beginning of the record's text, as far as a whole word."""
    wording = record.wordings.get(context.language)
    text = wording.prose.text if wording else ""
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1].rsplit(' ', 1)[0]}…"
