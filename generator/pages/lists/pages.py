"""Every page that is a list, and the further pages of the long ones."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.charts.enough import FEWEST
from generator.content.record import AnyRecord
from generator.exports.feeds import feed_link
from generator.fields.declare import Backlink
from generator.fields.values import AnyRef, Term
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.facets import Facet
from generator.pages.lists.completeness import coverage
from generator.pages.lists.filters import MOST_CHOICES, choice_said, choices_body, facets, selected
from generator.pages.lists.introduction import introduction
from generator.pages.lists.listing import list_body, list_picture, list_title, others, part_body
from generator.pages.lists.orders import ORDERS, orders
from generator.pages.lists.paging import ROWS, ListPage, page_of, pages_for, rows_a_page
from generator.pages.lists.register import register_body
from generator.pages.lists.selections import Selection, selections, selections_by
from generator.pages.lists.terms import term_body, terms_body, used_terms
from generator.pages.lists.tools import downloads, sortable, tools
from generator.pages.search import list_indexing, page_indexing, term_indexing, words_of
from generator.planned import PageContent, Planned
from generator.presenters.backlinks import long_groups
from generator.showcase.answers import once
from generator.text.context import Context
from generator.text.inline import joined, sentence_case, text_of
from generator.text.listed import classified_by, list_href, names_listed
from generator.view.bodies import ListBody
from generator.view.outputs import Link
from generator.view.register import RegisterBody
from generator.view.text import Piece
from generator.words import N_


def list_pages(context: Context, kind: type[Kind]) -> Iterator[Planned]:
    """The list of a kind, a list for each choice that refines it, and the whole in each of its orders."""
    urls, language, contexts = context.urls, context.language, context.versions.values()
    listed = {there.language: len(names_listed(there, kind)) for there in contexts}
    offered = {there.language: selections(there, kind) for there in contexts}
    paths = {one: urls.section(kind.folder, one) for one, rows in listed.items() if rows}

    def whole() -> PageContent:
        body = replace(
            sortable(context, list_body(context, kind, names_listed(context, kind), folds=True), listed[language]),
            facets=tools(context, kind, facets(context, kind, offered[language])),
            introduction=introduction(context, kind),
        )
        if isinstance(body, RegisterBody):
            body = replace(body, coverage=coverage(context))
        crumbless = PageContent(body, body.title, body.lead, feed=feed_link(context, kind))
        feed = ((Piece(crumbless.feed.text, href=crumbless.feed.href),),) if crumbless.feed else ()
        files = () if body.facets else ((one.label,) for one in downloads(context, kind))
        shown = replace(body, note=joined(" ", (body.note, joined(" · ", (*feed, *files)))))
        if isinstance(shown, ListBody):
            shown = replace(
                shown,
                lead="" if shown.introduction else shown.lead,
                picture=list_picture(context, kind),
                others=others(context, kind),
            )
        sought = list_indexing(context, kind, listed[language])
        return replace(crumbless, body=shown, description=_described(body), indexing=sought)

    plan = Planned(context, paths, whole, section=kind.folder, noindex=kind.noindex)
    size = rows_a_page(kind.list_as)
    yield from _paged(plan, listed, size)
    for one in offered[language]:
        same = {there: match for there, others in offered.items() if (match := _same(one, others))}
        there = {lang: urls.choice(kind.folder, one.facet, match.answer.word, lang) for lang, match in same.items()}
        content = _choice(context, kind, one, offered[language], listed[language])
        planned = Planned(context, there, content, kind.folder, noindex=True)
        yield from _paged(planned, {lang: len(match.refs) for lang, match in same.items()}, size)
    for order in ORDERS if kind.list_as == "register" else ():
        rows = {lang: number for lang, number in listed.items() if number >= FEWEST}
        if language in rows:
            ways = {lang: urls.order(kind.folder, order, lang) for lang in rows}
            content = partial(_ordered, context, order, offered[language])
            yield from _paged(Planned(context, ways, content, kind.folder, noindex=True), rows, size)


def _choice(
    context: Context, kind: type[Kind], one: Selection, offered: tuple[Selection, ...], total: int
) -> Callable[[], PageContent]:
    """The list of the records that give one answer."""

    def content() -> PageContent:
        left = sortable(context, list_body(context, kind, one.refs), len(one.refs))
        part = selected(context, left, one, total)
        body = replace(part, facets=tools(context, kind, facets(context, kind, offered, one)))
        label, *others = _called(context, kind, one)
        sought = one.facet.is_sought and (len(one.refs) > 1 or others)  # one alone is found itself, if it says so
        found = list_indexing(context, kind, len(one.refs), (label, *others), one.facet.sought) if sought else None
        here = text_of(choice_said(context, one))
        return PageContent(body, body.title, body.lead, (_crumb(context, kind),), here, indexing=found)

    return content


def _called(context: Context, kind: type[Kind], one: Selection) -> tuple[str, ...]:
    """What an answer is called, and a status by who looks for it."""
    option = kind.status.options.get(one.answer.key) if kind.status and one.facet.of_day else None
    return one.answer.label.text, *(words_of(context.words.text(option.also)) if option and option.also else ())


def _ordered(context: Context, order: str, offered: tuple[Selection, ...]) -> PageContent:
    """The whole register in one order."""
    refs = names_listed(context, Agreement)
    whole = sortable(context, register_body(context, refs, order), len(refs))
    refined = tools(context, Agreement, facets(context, Agreement, offered), order)
    said = next(one.label.text for one in orders(context, Agreement.folder, order) if one.current)
    title = context.words.text("{list}: {value}", list=whole.title, value=said)
    lead = introduction(context, Agreement)
    body = replace(whole, title=title, facets=replace(refined, index="") if refined else None, introduction=lead)
    return PageContent(body, title, _described(body), (_crumb(context, Agreement),), sentence_case(said))


def _described(body: ListBody | RegisterBody) -> str:
    """What search engines say of the whole of a list."""
    return body.introduction.excerpt if body.introduction else body.lead


def facet_pages(context: Context, kind: type[Kind], facet: Facet) -> Iterator[Planned]:
    """Every choice of a facet that has more of them than the list shows."""
    rows = {there.language: len(selections_by(there, kind, facet.id)) for there in context.versions.values()}
    rows = {language: number for language, number in rows.items() if number > MOST_CHOICES}
    if context.language not in rows:
        return

    def content() -> PageContent:
        body = choices_body(context, kind, facet)
        return PageContent(body, body.title, body.lead, (_crumb(context, kind),), context.words.text(facet.label))

    paths = {language: context.urls.facet(kind.folder, facet, language) for language in rows}
    yield from _paged(Planned(context, paths, content, kind.folder, noindex=True), rows, rows_a_page("columns"))


def _crumb(context: Context, kind: type[Kind]) -> Link:
    """The way back to the whole list."""
    return Link(list_title(context, kind), list_href(context, kind))


def term_pages(context: Context) -> Iterator[Planned]:
    """The pages of the entries in use, and the page that lists them."""
    urls, contexts = context.urls, context.versions.values()
    used = {there.language: used_terms(there) for there in contexts}
    if not used[context.language]:
        return

    def whole() -> PageContent:
        body = terms_body(context)
        sought = page_indexing(context, N_("topic, subjects, themes"))
        return PageContent(body, body.title, body.lead, indexing=sought)

    paths = {language: urls.fixed("topics", language) for language, terms in used.items() if terms}
    in_all = {language: len(terms) for language, terms in used.items()}
    yield from _paged(Planned(context, paths, whole), in_all, rows_a_page("columns"))
    crumb = Link(context.words.text("Topics"), urls.href(paths[context.language]))
    for term in used[context.language]:
        rows = {there.language: len(classified_by(there, term)) for there in contexts}
        there = {language: urls.term(term, language) for language, number in rows.items() if number}

        def content(term: Term = term) -> PageContent:
            body = term_body(context, term)
            found = term_indexing(context, term, len(classified_by(context, term)))
            return PageContent(body, body.title, body.lead, (crumb,), indexing=found)

        yield from _paged(Planned(context, there, content), rows)


def part_pages(context: Context, record: AnyRecord, crumbs: tuple[Link, ...]) -> Iterator[Planned]:
    """The whole of each group of a record's page that is too long for it; `crumbs` lead to the record."""
    contexts = context.versions.values()
    long = {there.language: long_groups(there, record) for there in contexts if there.has_page(record)}
    for backlink, refs in long[context.language].items():

        def content(backlink: Backlink = backlink, refs: list[AnyRef] = refs) -> PageContent:
            body = part_body(context, record, backlink, refs)
            return PageContent(body, body.title, body.lead, crumbs, context.words.text(backlink.heading))

        rows = {language: len(found[backlink]) for language, found in long.items() if backlink in found}
        paths = {language: context.urls.part(record, backlink, language) for language in rows}
        yield from _paged(Planned(context, paths, content, record.ref.folder, noindex=True), rows)


def _paged(plan: Planned, rows: Mapping[str, int], size: int = ROWS) -> Iterator[Planned]:
    """A list on as many pages as it needs; `rows` are how many it has in each language, `size` is that of a page."""
    whole = once(plan.context.witness, plan.content)
    for number in range(1, pages_for(rows[plan.context.language], size) + 1):
        paths = {
            language: plan.context.urls.page(path, number, language)
            for language, path in plan.paths.items()
            if number <= pages_for(rows[language], size)
        }
        yield replace(plan, paths=paths, content=partial(_page, plan, whole, number))


def _page(plan: Planned, whole: Callable[[], PageContent], number: int) -> PageContent:
    """One of the pages of a list."""
    context, content = plan.context, whole()
    if not isinstance(content.body, ListPage):
        return content
    body = page_of(context, content.body, plan.path, number)
    if number == 1:
        return replace(content, body=body)
    crumbs = (*content.crumbs, Link(content.here or content.title, context.urls.href(plan.path)))
    here = context.words.text("Page {number}", number=context.words.number(number))
    return PageContent(body, body.title, body.lead, crumbs, here)


def _same(one: Selection, others: tuple[Selection, ...]) -> Selection | None:
    """The same choice as another language offers it."""
    return next((match for match in others if match.facet is one.facet and match.answer.key == one.answer.key), None)
