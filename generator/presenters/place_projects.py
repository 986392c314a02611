"""The projects of initiatives that work in a place or inside it, each with the way to where it is told."""

from collections.abc import Iterator

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.kinds.edition import Edition, Project
from generator.kinds.initiative import Initiative
from generator.presenters.project_items import spot
from generator.showcase.answers import settled
from generator.showcase.whereabouts import inside, projects_naming
from generator.text.context import Context
from generator.text.inline import Plain, fields, inline_of, joined, plain, sentence_case
from generator.text.listed import short_title
from generator.text.projects import hrefs
from generator.view.parts import Links
from generator.view.text import Inline, ListItem, Piece

_OPEN = 8
"""Of more than these, the rest is folded."""


def projects_here(context: Context, ref: AnyRef) -> Iterator[Links]:
    """The projects that work there, by the initiative they are of, the newest first."""
    for name in dict.fromkeys(name for name, _ in _found(context, ref)):
        there = {way for one, way in _found(context, ref) if one == name}
        told = [one for one in _told(context, ref_of(name)) if one[0] in there]
        entries = tuple(ListItem(Piece(*title), note=inline_of(note)) for _, title, note in told)
        heading = context.words.text("{record}: the projects", record=short_title(context, ref_of(name)))
        yield Links(entries[:_OPEN], heading, entries[_OPEN:])


def projects_number(context: Context, ref: AnyRef) -> int:
    """How many projects work there."""
    return len(_found(context, ref))


def initiatives_here(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The initiatives whose projects work there, one for each project."""
    return tuple(ref_of(name) for name, _ in _found(context, ref))


@settled
def _found(context: Context, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """Each project by the name of its initiative and the way to it, such as `editions.2.projects.0`."""
    showcase = context.showcase
    around = (ref, *inside(showcase, ref))
    found = dict.fromkeys(key for one in around for key in projects_naming(showcase, one))
    return tuple(sorted(key for key in found if context.language in showcase.languages(ref_of(key[0]))))


@settled
def _told(context: Context, ref: AnyRef) -> Plain:
    """What is said of each project of an initiative: the way to it, its title, its line; the newest first."""
    record = context.showcase[ref].of(Initiative)
    if record is None:
        return ()
    facts, ways = record.facts, hrefs(context, record)
    found = [
        (f"editions.{number}.projects.{at}", edition, project)
        for number, edition in enumerate(facts.editions)
        for at, project in enumerate(edition.projects)
    ]
    found.sort(key=lambda one: one[1].year, reverse=True)
    every: list[tuple[str, Edition | None, Project]] = [*found]
    every += [(f"projects.{at}", None, project) for at, project in enumerate(facts.projects)]
    return tuple(
        (way, fields(Piece(_title(context, project), href=ways[id(project)])), plain(_line(context, edition, project)))
        for way, edition, project in every
    )


def _title(context: Context, project: Project) -> str:
    """What a project is called; what it is about, where no source names it."""
    about = context.localised(project.subject).text if project.subject else ""
    return project.name or sentence_case(about) or context.words.text("Without a name")


def _line(context: Context, edition: Edition | None, project: Project) -> Inline:
    """What a project with a name is about, where it works, of which edition it is."""
    subject: Inline = (context.localised(project.subject),) if project.name and project.subject else ()
    year: Inline = (Piece(edition.year),) if edition else ()
    return joined(" · ", (subject, spot(context, project), year))
