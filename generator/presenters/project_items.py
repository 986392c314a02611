"""A project of an initiative as an item: what it is about, where, with whom, and on which sources that rests."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.edition import Project
from generator.text.context import Context
from generator.text.inline import joined, text_of
from generator.text.marks import mark_of
from generator.text.projects import AnchoredProject
from generator.view.editions import ProjectItem
from generator.view.text import Fact, Inline, Piece, SourceMark

_IN_ITEM = ("name", "long_name", "subject", "area", "place", "places", "partners", "other_partners")
"""The fields that an item tells in its own words."""
_FIRST = ("amount", "aliases")
"""Those of the others that come first; the rest follow as they are declared."""


def project_item(
    context: Context, record: AnyRecord, placed: AnchoredProject, *, href: str = "", page: str = ""
) -> ProjectItem:
    """A project; `href` leads to where it is told at length, `page` is that of the sources if it is another."""
    project, edition = placed.project, placed.edition.year if placed.edition else ""
    return ProjectItem(
        anchor=placed.anchor,
        title=Piece(name(context, project), href=href),
        long_name=project.long_name or "",
        subject=() if _told_by_subject(context, project) else _subject(context, project),
        where=where(context, project),
        facts=(*_facts(context, project), *unlisted(context, record, project.sources)),
        marks=source_marks(context, record, project.sources, page),
        sought=(project.name, *filter(None, (project.long_name, *project.aliases))) if project.name else (),
        told=" · ".join(filter(None, (context.title(record).text, edition, text_of(where(context, project))))),
    )


def _subject(context: Context, project: Project) -> Inline:
    return (context.localised(project.subject),) if project.subject else ()


def name(context: Context, project: Project) -> str:
    """What a project is called; that no source names it, and what it is about, by which it is told from others."""
    if subject := _told_by_subject(context, project):
        return context.words.text("Without a name: {subject}", subject=subject)
    return project.name or context.words.text("Without a name")


def _told_by_subject(context: Context, project: Project) -> str:
    """What a project without a name is about, where that is said in the language of the page."""
    if project.name or not project.subject:
        return ""
    subject = context.localised(project.subject)
    return "" if subject.lang else subject.text


def where(context: Context, project: Project) -> Inline:
    """Where it works: the place, with the way to its page, and the town or country."""
    area = context.link(project.area) if project.area else None
    return joined(", ", (spot(context, project), (area,) if area else ()))


def spot(context: Context, project: Project) -> Inline:
    """The place alone: by the words of the sources, which lead to its page; or by its name there."""
    links = tuple(context.link(ref) for ref in project.places)
    if not project.place:
        return context.listed(links) if links else ()
    words = context.localised(project.place)
    return (Piece(words.text, href=links[0].href, lang=words.lang),) if len(links) == 1 else (words, *_beside(links))


def _beside(links: tuple[Piece, ...]) -> Inline:
    return (Piece(" ("), *joined(", ", ((link,) for link in links)), Piece(")")) if links else ()


def partners(context: Context, project: Project) -> tuple[Piece, ...]:
    """Who works with a project: those that have a page, then the others."""
    others = (context.localised(one) for one in project.other_partners)
    return (*(context.link(ref) for ref in project.partners), *others)


def source_marks(
    context: Context, record: AnyRecord, sources: tuple[AnyRef, ...], page: str = ""
) -> tuple[SourceMark, ...]:
    """The numbers of some sources in the list of a record."""
    numbers = {support.source: number for number, support in enumerate(record.facts.sources, start=1)}
    found = sorted(numbers[ref] for ref in sources if ref in numbers)
    return tuple(mark_of(context, number, page) for number in found)


def unlisted(context: Context, record: AnyRecord, sources: tuple[AnyRef, ...]) -> tuple[Fact, ...]:
    """The sources that the list of a record has not, by their titles."""
    listed = {support.source for support in record.facts.sources}
    links = [(context.link(ref),) for ref in sources if ref not in listed]
    return (Fact(context.label(Project, "sources"), (joined(", ", links),)),) if links else ()


def _facts(context: Context, project: Project) -> Iterator[Fact]:
    if found := partners(context, project):
        yield Fact(context.words.text("With"), (joined(", ", ((one,) for one in found)),))
    for field in dict.fromkeys((*_FIRST, *project.declared)):
        if field not in (*_IN_ITEM, "sources", "not_stated") and (said := context.value(project, field)):
            yield Fact(context.label(Project, field), (joined(", ", said),))
