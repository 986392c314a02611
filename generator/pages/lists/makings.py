"""Every page that is a list, and the further pages of the long ones."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.content.record import Record
from generator.exports.feeds import feed_link
from generator.kinds.base import Kind
from generator.pages.lists.facets import Selection, facets, selected, selections, sortable
from generator.pages.lists.listing import list_body, part_body
from generator.pages.lists.paging import paged, pages_for
from generator.pages.lists.terms import classified_by, term_body, terms_body, used_terms
from generator.pages.making import Making
from generator.presenters.backlinks import long_groups
from generator.text.context import Context
from generator.text.listed import records_of
from generator.view.bodies import ListBody, RegisterBody
from generator.view.page import Link
from generator.view.text import Piece
from generator.words import words_for


def list_makings(context: Context, kind: type[Kind]) -> Iterator[Making]:
    """The list of a kind, and a list for each choice that refines it."""
    urls, language = context.urls, context.language
    listed = {there.language: records_of(there, kind) for there in _languages(context)}
    offered = {there.language: selections(there, kind, listed[there.language]) for there in _languages(context)}
    records, found = listed[language], offered[language]
    paths = {one: urls.section(kind.folder, one) for one, there in listed.items() if there}
    whole = sortable(context, list_body(context, kind, records), len(records))
    fed = feed_link(context, kind)
    if fed:
        whole = replace(
            whole, note=(*whole.note, *((Piece(" "),) if whole.note else ()), Piece(fed.text, href=fed.href))
        )
    body = replace(whole, facets=facets(context, kind, len(records), found))
    making = Making(context, paths, body, whole.title, whole.lead, section=kind.folder, feed=fed)
    yield from _pages(making, body, {one: len(there) for one, there in listed.items()})
    crumb = Link(whole.title, urls.href(making.path))
    for one in found:
        left = sortable(context, list_body(context, kind, one.records), len(one.records))
        part = selected(context, kind, left, one, len(records))
        body = replace(part, facets=facets(context, kind, len(records), found, one))
        same = {there: match for there, others in offered.items() if (match := _same(one, others))}
        paths = {there: urls.choice(kind.folder, one.facet, match.answer.word, there) for there, match in same.items()}
        making = Making(
            context, paths, body, body.title, body.lead, (crumb,), kind.folder, here=one.answer.label.text, noindex=True
        )
        yield from _pages(making, body, {there: len(match.records) for there, match in same.items()})


def term_makings(context: Context) -> Iterator[Making]:
    """The pages of the entries in use, and the page that lists them."""
    urls, settings = context.urls, context.showcase.settings
    used = {there.language: used_terms(there) for there in _languages(context)}
    if not used[context.language]:
        return
    listed = terms_body(context)
    paths = {language: urls.fixed("topics", language) for language in settings.languages}
    making = Making(context, paths, listed, listed.title, listed.lead)
    yield from _pages(making, listed, {language: len(terms) for language, terms in used.items()})
    crumb = Link(listed.title, urls.href(making.path))
    for term in used[context.language]:
        body = term_body(context, term)
        rows = {there.language: len(classified_by(there, term)) for there in _languages(context)}
        there = {language: urls.term(term, language) for language, number in rows.items() if number}
        yield from _pages(Making(context, there, body, body.title, body.lead, (crumb,)), body, rows)


def part_makings(context: Context, record: Record, crumbs: tuple[Link, ...]) -> Iterator[Making]:
    """The whole of each group of a record's page that is too long for it; `crumbs` lead to the record."""
    long = {there.language: long_groups(there, record) for there in _languages(context) if there.has_page(record)}
    for heading, records in long[context.language].items():
        body = part_body(context, record, heading, records)
        rows = {language: len(found[heading]) for language, found in long.items() if heading in found}
        paths = {language: context.urls.part(record, heading, language) for language in rows}
        here = context.words.text(heading)
        making = Making(context, paths, body, body.title, body.lead, crumbs, record.ref.folder, here=here, noindex=True)
        yield from _pages(making, body, rows)


def _pages(making: Making, whole: ListBody | RegisterBody, rows: Mapping[str, int]) -> Iterator[Making]:
    """A list on as many pages as it needs; `rows` are how many it has in each language."""
    context = making.context
    first, *further = paged(context, whole, making.path)
    yield replace(making, body=first)
    crumbs = (*making.crumbs, Link(making.here or making.title, context.urls.href(making.path)))
    for number, body in enumerate(further, start=2):
        yield replace(
            making,
            paths={
                language: context.urls.page(path, number, language)
                for language, path in making.paths.items()
                if number <= pages_for(rows[language])
            },
            body=body,
            title=body.title,
            description=body.lead,
            crumbs=crumbs,
            here=context.words.text("Page {number}", number=context.words.number(number)),
            feed=None,
        )


def _languages(context: Context) -> Iterator[Context]:
    """The same showcase in each language."""
    return (replace(context, words=words_for(language)) for language in context.showcase.settings.languages)


def _same(one: Selection, others: tuple[Selection, ...]) -> Selection | None:
    """The same choice as another language offers it."""
    return next((match for match in others if (match.facet, match.answer.key) == (one.facet, one.answer.key)), None)
