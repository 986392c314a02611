"""Which files there are: every page, feed and data file of the site, each address once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.content.record import Record
from generator.exports.beside import overwritten, published, redirects_to
from generator.exports.feeds import feeds, robots, sitemap
from generator.exports.json_ld import told
from generator.exports.json_records import record_data
from generator.kinds.page import Page as PageKind
from generator.kinds.person import Person
from generator.kinds.plan import Area, Plan
from generator.pages.frame import frame, page_for, switch
from generator.pages.home import deadlines_body, home_body
from generator.pages.lists.makings import list_makings, part_makings, term_makings
from generator.pages.making import Making
from generator.pages.not_found import not_found_body
from generator.pages.search import indexing, search_body
from generator.pages.social_cards import Cards, cards_of
from generator.presenters.prose_page import page_body
from generator.presenters.record_page import record_body
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.text.context import Context
from generator.text.listed import kinds_listed
from generator.urls import Urls, output_path
from generator.view.bodies import Body
from generator.view.page import Frame, Link, Page, View
from generator.view.text import Inline, Piece
from generator.words import words_for

LOST_PATH = "404.html"


def plan(showcase: Showcase, assets: Mapping[str, str], *, production: bool) -> tuple[tuple[View, ...], list[Problem]]:
    """Make every view of the site; `assets` gives the address of each asset by its name."""
    urls = Urls(showcase.settings)
    contexts = tuple(Context(showcase, urls, words_for(language), assets) for language in showcase.settings.languages)
    noindex = showcase.settings.demonstration and not production
    frames = {context.language: frame(context, noindex=noindex) for context in contexts}
    makings = [making for context in contexts for making in _makings(context)]
    cards = {context.language: cards_of(context, frames[context.language].demonstration) for context in contexts}
    pages = tuple(_page(making, contexts, frames, cards) for making in makings)
    records = [record for record in showcase.records.values() if not record.facts.withdrawn]
    beside = {record.ref: tuple(published(urls, record)) for record in records}
    views: list[View] = [
        *pages,
        _lost(contexts, frames, cards),
        *dict.fromkeys(page.card for page in pages),
        *(feed for context in contexts for feed in feeds(context)),
        sitemap(pages),
        robots(urls, noindex=noindex),
        *(record_data(contexts, record) for record in records),
        *(file for found in beside.values() for file in found),
        *(redirect for record in showcase.records.values() for redirect in redirects_to(contexts[0], record)),
    ]
    return tuple(views), [*_collisions(contexts, makings), *overwritten(showcase, urls, beside)]


def _makings(context: Context) -> Iterator[Making]:
    text, settings, urls = context.words.text, context.showcase.settings, context.urls
    yield Making(
        context,
        {language: urls.home(language) for language in settings.languages},
        home_body(context),
        settings.title,
        context.localised(settings.description).text,
    )
    for name, body in (("deadlines", deadlines_body(context)), ("search", search_body(context))):
        paths = {language: urls.fixed(name, language) for language in settings.languages}
        yield Making(context, paths, body, body.title, body.lead)
    yield from term_makings(context)
    for kind in kinds_listed(context):
        yield from list_makings(context, kind)
    report = page_for(context, "report")
    reporting = Piece(text("Report an error"), href=context.href(report)) if report else None
    for record in context.showcase.records.values():
        if context.has_page(record):
            making = _record_making(context, record, reporting)
            yield making
            yield from part_makings(context, record, (*making.crumbs, Link(making.title, context.href(record))))


def _record_making(context: Context, record: Record, report: Piece | None) -> Making:
    urls, folder = context.urls, record.ref.folder
    paths = {language: urls.record(record, language) for language in context.showcase.languages(record)}
    title = context.title(record).text
    crumbs: tuple[Link, ...] = ()
    body: Body
    if isinstance(record.facts, PageKind):
        body = page_body(context, record)
    else:
        body = record_body(context, record, report)
        crumbs = _crumbs(context, record)
    description = context.summary(record) or _excerpt(context, record) or title
    index = None if record.facts.withdrawn else indexing(context, record)
    return Making(context, paths, body, title, description, crumbs, folder, record, index)


def _crumbs(context: Context, record: Record) -> tuple[Link, ...]:
    """The list of the kind; for an area, its plan stands between."""
    kind = Plan if isinstance(record.facts, Area) else type(record.facts)
    section = context.urls.href(context.urls.section(kind.folder, context.language))
    crumb = Link(context.words.text(kind.plural), section)
    if isinstance(record.facts, Area) and record.facts.plan in context.showcase.records:
        above = context.showcase[record.facts.plan]
        return (crumb, Link(context.title(above, short=True).text, context.href(above)))
    return (crumb,)


def _excerpt(context: Context, record: Record) -> str:
    """The beginning of the record's text, as far as a whole word."""
    wording = record.wordings.get(context.language)
    text = wording.prose.text if wording else ""
    return text if len(text) <= 160 else f"{text[:159].rsplit(' ', 1)[0]}…"


def _page(
    making: Making, contexts: tuple[Context, ...], frames: Mapping[str, Frame], cards: Mapping[str, Cards]
) -> Page:
    context, urls, record = making.context, making.context.urls, making.record
    path = making.path
    site = context.showcase.settings.title
    alternates = tuple((language, urls.absolute(there)) for language, there in making.paths.items())
    home = Link(context.words.text("Home"), urls.href(urls.home(context.language)))
    lang = context.title(record).lang if record and not making.here else ""
    here = Link(making.here or making.title, urls.href(path), current="page", lang=lang)
    at_home = path == urls.home(context.language)
    crumbs = () if at_home else (home, *making.crumbs, here)
    return Page(
        path=output_path(path),
        href=urls.href(path),
        language=context.language,
        body=making.body,
        frame=_marked(frames[context.language], urls.href(path), making.crumbs),
        title=site if at_home else f"{making.title} – {site}",
        description=making.description,
        canonical=urls.absolute(path),
        alternates=alternates if len(alternates) > 1 else (),
        crumbs=crumbs,
        switch=switch(contexts, context, dict(making.paths), making.section),
        card=cards[context.language].card(making.section, record),
        verified=_verified(context, record),
        indexing=making.indexing,
        noindex=making.noindex or (record is not None and _is_kept_out(record)),
        data=urls.href(urls.data(record)) if record and not record.facts.withdrawn else "",
        structured=told(context, record, crumbs),
        other_locales=tuple(words_for(one).locale_tag for one in making.paths if one != context.language),
        modified=_day(record),
        feed=making.feed,
    )


def _day(record: Record | None) -> str:
    """When a record was verified, if that is known to the day."""
    verified = record.facts.verified_on if record and not record.facts.withdrawn else None
    return str(verified) if verified and verified.day else ""


def _is_kept_out(record: Record) -> bool:
    """Whether search engines may not show a record: people, and what was withdrawn."""
    return isinstance(record.facts, Person) or record.facts.withdrawn is not None


def _marked(surrounding: Frame, here: str, crumbs: tuple[Link, ...]) -> Frame:
    """The frame with the page, or its section, marked in the navigation."""
    sections = {link.href for link in crumbs}
    navigation = tuple(
        Link(link.text, link.href, "page" if link.href == here else "true" if link.href in sections else "")
        for link in surrounding.navigation
    )
    return surrounding if navigation == surrounding.navigation else replace(surrounding, navigation=navigation)


def _verified(context: Context, record: Record | None) -> Inline:
    verified = record.facts.verified_on if record else None
    return context.phrase("Page verified {on_day}.", on_day=context.dated("on", verified)) if verified else ()


def _lost(contexts: tuple[Context, ...], frames: Mapping[str, Frame], cards: Mapping[str, Cards]) -> Page:
    context = contexts[0]
    body = not_found_body(contexts)
    return Page(
        path=LOST_PATH,
        href=context.urls.href(LOST_PATH),
        language=context.language,
        body=body,
        frame=frames[context.language],
        title=f"{body.sections[0].title} – {context.showcase.settings.title}",
        description=body.sections[0].text,
        canonical=context.urls.absolute(LOST_PATH),
        alternates=(),
        crumbs=(),
        switch=switch(contexts, context, {}, ""),
        card=cards[context.language].home,
        noindex=True,
    )


def _collisions(contexts: tuple[Context, ...], makings: list[Making]) -> Iterator[Problem]:
    """Two pages for one address; the pages every site has come first."""
    site = contexts[0].words.text("a page of the site itself")
    taken: dict[str, str] = {}
    for making in sorted(makings, key=lambda making: making.record is not None):
        path = making.path
        address = making.context.urls.href(path)
        if path in taken and making.record:
            yield problem("same-address", making.record.place("address"), address=address, other=taken[path])
        taken.setdefault(path, making.record.path if making.record else site)
    for record in contexts[0].showcase.records.values():
        for number, old in enumerate(record.facts.redirect_from):
            path = old.removeprefix("/")
            if path in taken:
                place = record.place("redirect_from", number)
                yield problem("same-address", place, address=old, other=taken[path])
            taken.setdefault(path, record.path)
