"""The editions of a recurring initiative: what each source says of them, and the projects they chose."""

from generator.content.kinds.declare import Group
from generator.content.kinds.initiative import Edition, Initiative, Project
from generator.pages.context import Context
from generator.view import Inline, Part, Piece, Table


def editions(context: Context, facts: Initiative) -> tuple[Part, ...]:
    """The editions side by side, then the projects of each."""
    if not facts.editions:
        return ()
    text = context.words.text
    head = (text("Edition"), text("Theme"), text("Results"), text("Funded"), text("Amount"), text("Sources"))
    summary = Table(text("The editions"), head, tuple(_row(context, one) for one in facts.editions))
    return (summary, *(_projects(context, one) for one in facts.editions if one.projects))


def _row(context: Context, edition: Edition) -> tuple[Inline, ...]:
    return (
        _name(context, edition),
        _cell(context, edition, "theme"),
        _cell(context, edition, "results_on"),
        _funded(context, edition),
        _cell(context, edition, "amount"),
        _sources(context, edition),
    )


def _name(context: Context, edition: Edition) -> Inline:
    if edition.number is None:
        return (Piece(edition.year),)
    return context.phrase("{year}, edition {number}", year=edition.year, number=str(edition.number))


def _funded(context: Context, edition: Edition) -> Inline:
    if edition.funded and edition.submitted:
        funded, submitted = context.quantity(edition.funded), context.quantity(edition.submitted)
        return context.phrase("{funded} of {total}", funded=funded, total=submitted)
    return _cell(context, edition, "funded")


def _cell(context: Context, edition: Edition, name: str) -> Inline:
    """A value, what other sources say of it, or that nobody states it."""
    said = context.value(edition, name)
    others = [context.otherwise(Edition, entry) for entry in edition.differing if entry.field == name]
    told = [*said, *others] or [(context.not_stated(),)]
    return tuple(piece for number, one in enumerate(told) for piece in ((Piece("; "), *one) if number else one))


def _sources(context: Context, edition: Edition) -> Inline:
    return context.listed(context.link(ref) for ref in edition.sources) or (context.not_stated(),)


def _projects(context: Context, edition: Edition) -> Table:
    text = context.words.text
    head = (text("Project"), text("Subject"), text("Place"), text("Sources"))
    caption = text("Projects of the {year} edition", year=edition.year)
    return Table(caption, head, tuple(_project(context, one) for one in edition.projects))


def _project(context: Context, project: Project) -> tuple[Inline, ...]:
    sources = context.listed(context.link(ref) for ref in project.sources)
    return ((Piece(project.name),), _stated(context, project, "subject"), _stated(context, project, "place"), sources)


def _stated(context: Context, group: Group, name: str) -> Inline:
    said = context.value(group, name)
    return said[0] if said else (context.not_stated(),)
