"""The pages of the guide: those whose owner asks for it have it in each of their languages that it speaks.

They stay out of search engines, of the site's own search and of its navigation, and depend on no record: what is
written and what is declared make them, so that nothing but the frame of the site changes them.
"""

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generator.content.prose import read_prose
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.pages.guide.chapters import chapters
from generator.pages.guide.field_rules import headed
from generator.pages.guide.page_names import (
    INDEX,
    REFERENCE,
    all_names,
    href_of_page,
    journeys,
    languages_of,
    of_kind,
    path_of_page,
)
from generator.pages.guide.reference import kind_sections, reference_sections
from generator.planned import PageContent, Planned
from generator.text.context import Context
from generator.view.guide import GuideBody, GuideSection
from generator.view.outputs import Link
from generator.view.text import ListItem, Piece

_LINK = re.compile(r'href="ref:([^"#]+)#?([^"]*)"')


def guide_pages(context: Context) -> Iterator[Planned]:
    """Every page of the guide in the language of the context."""
    spoken = languages_of(context)
    if context.language in spoken:
        for name in all_names(context.language):
            paths = {language: path_of_page(context, name, language) for language in spoken}
            yield Planned(context, paths, partial(_content, context, name), noindex=True)


def _content(context: Context, name: str) -> PageContent:
    body = _body(context, name)
    crumbs = () if name == INDEX else (Link(chapters(context.language)[INDEX].title, href_of_page(context, INDEX)),)
    return PageContent(body, body.title, body.lead, crumbs)


def _body(context: Context, name: str) -> GuideBody:
    kind = BY_FOLDER.get(name.partition("/")[2])
    if kind:
        return _of_kind(context, kind)
    chapter = chapters(context.language)[name]
    sections: Iterator[GuideSection] = iter(())
    if name == INDEX:
        sections = _index(context)
    elif name in REFERENCE:
        sections = reference_sections(context, name)
    return GuideBody(chapter.title, chapter.lead, _html(context, chapter.text), tuple(sections), _onward(context, name))


def _of_kind(context: Context, kind: type[Kind]) -> GuideBody:
    lead = context.words.text(
        "{what}: a file content/{folder}/<id>.md, one field a line; or <id>.yaml where it has no text.",
        what=headed(context.words, kind.singular),
        folder=kind.folder,
    )
    return GuideBody(context.words.text(kind.plural), lead, Markup(), tuple(kind_sections(context, kind)))


def _index(context: Context) -> Iterator[GuideSection]:
    """The ways to all pages."""
    text = context.words.text
    yield GuideSection("how-to", text("How it is done"), ways=_ways(context, journeys(context.language)))
    kinds = tuple(Piece(text(kind.plural), href=href_of_page(context, of_kind(kind))) for kind in BY_FOLDER.values())
    yield GuideSection("records", text("What a record can say"), short_ways=kinds)
    yield GuideSection("reference", text("All the rest, one by one"), ways=_ways(context, iter(REFERENCE)))


def _ways(context: Context, names: Iterator[str]) -> tuple[ListItem, ...]:
    found = ((chapters(context.language)[name], href_of_page(context, name)) for name in names)
    return tuple(ListItem(Piece(one.title, href=href), summary=one.lead) for one, href in found)


def _onward(context: Context, name: str) -> tuple[Piece, ...]:
    """The journey after this one."""
    names = list(journeys(context.language))
    following = names[names.index(name) + 1 :][:1] if name in names else []
    return tuple(Piece(chapters(context.language)[one].title, href=href_of_page(context, one)) for one in following)


def _html(context: Context, text: str) -> Markup:
    """A text of ours as HTML; its links find the pages of the guide."""

    def there(match: re.Match[str]) -> str:
        return f'href="{href_of_page(context, match[1], match[2])}"'

    html = _LINK.sub(there, read_prose(text).html)
    return Markup(html.replace("<pre>", '<pre tabindex="0">'))
