"""The projects of initiatives that work in a place or inside it, each with the way to where it is told."""

from collections.abc import Iterator

from generator.content.brief import ref_of
from generator.content.record import Record
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
from generator.view.text import Entry, Inline, Piece

_OPEN = 8
"""Of more than these, the rest is folded."""


def projects_here(context: Context, ref: AnyRef) -> Iterator[Links]:
    """The projects that work there, by the initiative they are of, the newest first."""
    for name in dict.fromkeys(name for name, _ in _found(context, ref)):
        entries = tuple(
            Entry(Piece(*title), note=inline_of(note))
            for one, at in _found(context, ref)
            if one == name
            for title, note in [_told(context, ref_of(name), at)]
        )
        heading = context.words.text("{record}: the projects", record=short_title(context, ref_of(name)))
        yield Links(entries[:_OPEN], heading, entries[_OPEN:])


def projects_number(context: Context, ref: AnyRef) -> int:
    """How many projects work there."""
    return len(_found(context, ref))


@settled
def _found(context: Context, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """Each project by the name of its initiative and the way to it, such as `editions.2.projects.0`."""
    showcase = context.showcase
    around = (ref, *inside(showcase, ref))
    found = dict.fromkeys(key for one in around for key in projects_naming(showcase, one))
    shown = [key for key in found if context.language in showcase.languages(ref_of(key[0]))]
    by_year = sorted(shown, key=lambda key: _year(context, *key), reverse=True)
    return tuple(sorted(by_year, key=lambda key: key[0]))


def _at(context: Context, ref: AnyRef, way: str) -> tuple[Record[Initiative], Edition | None, Project]:
    """A project, and the edition it is of."""
    record = context.showcase[ref].of(Initiative)
    assert record, "initiatives have projects"
    *around, number = way.split(".")
    edition = record.facts.editions[int(around[1])] if len(around) > 1 else None
    return record, edition, (edition or record.facts).projects[int(number)]


def _year(context: Context, name: str, way: str) -> str:
    _, edition, _ = _at(context, ref_of(name), way)
    return edition.year if edition else ""


@settled
def _told(context: Context, ref: AnyRef, way: str) -> Plain:
    """The title and the line of a project: by its name or, where no source names it, by what it is about."""
    record, edition, project = _at(context, ref, way)
    subject: Inline = (context.localised(project.subject),) if project.subject else ()
    title = project.name or (sentence_case(subject[0].text) if subject else context.words.text("Without a name"))
    year: Inline = (Piece(edition.year),) if edition else ()
    note = joined(" · ", (subject if project.name else (), spot(context, project), year))
    return fields(Piece(title, href=hrefs(context, record)[id(project)])), plain(note)
