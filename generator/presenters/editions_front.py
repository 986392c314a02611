"""The editions of a recurring initiative as a picture: a column an edition, a pane a project."""

from collections.abc import Mapping

from generator.charts.enough import FEWEST
from generator.content.record import Record
from generator.kinds.edition import Edition
from generator.kinds.initiative import Initiative
from generator.presenters.editions import edition_href
from generator.presenters.project_items import name
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.picture_page import picture_of_record, way_to_picture
from generator.text.projects import AnchoredProject, funded_exactly, hrefs, projects_of
from generator.view.editions import EditionColumn, EditionsFront, Pane
from generator.view.text import Inline, Piece

_MOST_COLUMNS, _HIGHEST, _MOST_PANES = 14, 16, 400
"""How many columns stand abreast, how many panes above each other; beyond, they lie. More panes tell nothing."""


def editions_front(context: Context, record: Record[Initiative]) -> tuple[EditionsFront, ...]:
    """The picture; nothing where the projects are few, or more than anybody can make out."""
    facts = record.facts
    placed, ways = projects_of(facts), hrefs(context, record)
    columns = tuple(
        _column(context, facts, one, [p for p in placed if p.edition is one], ways)
        for one in sorted(facts.editions, key=lambda edition: edition.year)
    )
    drawn = [pane for column in columns for pane in column.panes if pane.known]
    if len(columns) < 2 or not FEWEST <= len(drawn) <= _MOST_PANES:
        return ()
    upright = len(columns) <= _MOST_COLUMNS and max(len(one.panes) for one in columns) <= _HIGHEST
    picture = None
    if context.has_page(record):
        picture = way_to_picture(context, picture_of_record(context, record))
    return (EditionsFront(_finding(context, columns), columns, _note(context, facts, columns), upright, picture),)


def _column(
    context: Context, initiative: Initiative, edition: Edition, placed: list[AnchoredProject], ways: Mapping[int, str]
) -> EditionColumn:
    here, funded = edition_href(initiative, edition), funded_exactly(edition)
    text = context.words.text
    panes = [
        Pane(
            text("{name}, {year}", name=one.project.name or name(context, one.project), year=edition.year),
            ways[id(one.project)],
            one.project.name or "",
        )
        for one in sorted(placed, key=lambda one: one.project.name is None)
    ]
    nameless = text("{name}, {year}", name=text("Without a name"), year=edition.year)
    panes += [Pane(nameless, here)] * max(0, (funded or 0) - len(panes))
    if funded is None:
        panes.append(Pane(text("{year}: how many projects is not known", year=edition.year), here, known=False))
    count = context.quantity(edition.funded) if edition.funded else ""
    says = text("{year}: how many projects is not known", year=edition.year)
    if funded is not None:
        says = context.words.count("{year}: {number} project", "{year}: {number} projects", funded, year=edition.year)
    return EditionColumn(edition.year, here, count, says, tuple(panes))


def _finding(context: Context, columns: tuple[EditionColumn, ...]) -> str:
    """What the picture shows, in a sentence: how many projects, and in how many editions."""
    exact = [one for one in columns if all(pane.known for pane in one.panes)]
    number = context.words.number(sum(len(one.panes) for one in exact))
    if len(exact) < len(columns):
        return context.words.count(
            "Each pane is a project: {total} in the one edition of which the number is known",
            "Each pane is a project: {total} in the {number} editions of which the number is known",
            len(exact),
            total=number,
        )
    return context.words.count(
        "Each pane is a project: {total} in {number} edition",
        "Each pane is a project: {total} in {number} editions",
        len(exact),
        total=number,
    )


def _note(context: Context, initiative: Initiative, columns: tuple[EditionColumn, ...]) -> Inline:
    """How much of it has no name, no number, no place in it."""
    count, known = context.words.count, [pane for column in columns for pane in column.panes if pane.known]
    named, said = sum(bool(pane.name) for pane in known), []
    if named:
        said.append(count("{number} has a name.", "{number} have a name.", named))
    if nameless := len(known) - named:
        told = sum(one.edition is not None and one.project.name is None for one in projects_of(initiative))
        said.append(_of_nameless(context, nameless, told))
    if any(not pane.known for column in columns for pane in column.panes):
        said.append(context.words.text("Dashed: editions of which the number is not known."))
    if apart := [one.name or name(context, one) for one in initiative.projects]:
        names = context.words.listed(apart)
        said.append(context.words.text("Not here, because we have not found their edition: {names}", names=names))
    return joined(" ", ((Piece(one),) for one in said))


def _of_nameless(context: Context, number: int, told: int) -> str:
    """How many have no name; of some of them something else is known."""
    said = context.words.number
    if not 0 < told < number:
        return context.words.count(
            "Outlined: {number} of which we do not know the name.",
            "Outlined: {number} of which we do not know the name.",
            number,
        )
    return context.words.text(
        "Outlined: {number}, of which {others} only counted and {told} without a name.",
        number=said(number),
        told=said(told),
        others=said(number - told),
    )
