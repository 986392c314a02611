"""Where the projects of an initiative work and with whom: their names under each, those of most projects first."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.content.record import Record
from generator.kinds.edition import Project
from generator.kinds.initiative import Initiative
from generator.presenters.project_items import name, partners, spot
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.listed import short_title
from generator.text.projects import hrefs, projects_of
from generator.view.editions import IndexGroup, IndexLine, ProjectIndex
from generator.view.text import Inline, Piece


def places_index(context: Context, record: Record[Initiative]) -> ProjectIndex | None:
    """The projects of which a source says where, by town or country; None where there are none."""
    groups = _grouped(context, record, lambda project: (area(context, project),), lambda one: spot(context, one))
    told = sum(len(line.names) for group in groups for line in group.lines)
    note = context.words.count(
        "The {number} project of which the sources say where.",
        "The {number} projects of which the sources say where.",
        told,
    )
    return ProjectIndex(groups, note) if groups else None


def partners_index(context: Context, record: Record[Initiative]) -> ProjectIndex | None:
    """The projects of which a source says with whom; None where there are none."""
    groups = _grouped(context, record, lambda one: tuple(said.text for said in partners(context, one)), lambda one: ())
    return ProjectIndex(groups) if groups else None


def area(context: Context, project: Project) -> str:
    """The town or country under which a project is found; where it has none, its place."""
    if project.area:
        return short_title(context, project.area)
    return text_of(spot(context, project))


def _grouped(
    context: Context,
    record: Record[Initiative],
    headings: Callable[[Project], Iterable[str]],
    beside: Callable[[Project], Inline],
) -> tuple[IndexGroup, ...]:
    ways = hrefs(context, record)
    found: dict[str, dict[Inline, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for placed in projects_of(record.facts):
        said = Piece(name(context, placed.project), href=ways[id(placed.project)])
        for heading in filter(None, headings(placed.project)):
            where = beside(placed.project)
            found[heading][() if text_of(where) == heading else where].append(said)
    groups = (
        IndexGroup(
            heading,
            context.words.number(sum(map(len, lines.values()))),
            tuple(IndexLine(tuple(names), where) for where, names in lines.items()),
        )
        for heading, lines in found.items()
    )
    return tuple(sorted(groups, key=lambda group: (-sum(len(line.names) for line in group.lines), group.title)))
