"""The editions of a recurring initiative: what each source says of them, and the projects they chose."""

from generator.content.kinds.initiative import Edition, Initiative, Project
from generator.pages.context import Context
from generator.view import Inline, Part, Piece, Table


def editions(context: Context, facts: Initiative) -> tuple[Part, ...]:
    """The editions side by side, then the projects of each."""
    if not facts.editions:
        return ()
    text = context.words.text
    head = (
        *(text("Edition"), text("Theme"), text("Results"), text("Start"), text("Duration")),
        *(text("Funded"), text("Amount"), text("Sources")),
    )
    summary = Table(text("The editions"), head, tuple(_row(context, one) for one in facts.editions))
    return (summary, *(_projects(context, one) for one in facts.editions if one.projects))


def _row(context: Context, edition: Edition) -> tuple[Inline, ...]:
    return (
        _name(context, edition),
        _cell(context, edition, "theme"),
        _cell(context, edition, "results_on"),
        _cell(context, edition, "started_on"),
        _cell(context, edition, "duration"),
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
    told = [*said, *others] or [_empty(context, edition, name)]
    return tuple(piece for number, one in enumerate(told) for piece in ((Piece("; "), *one) if number else one))


def _sources(context: Context, edition: Edition) -> Inline:
    return context.listed(context.link(ref) for ref in edition.sources) or _empty(context, edition, "sources")


def _projects(context: Context, edition: Edition) -> Table:
    text = context.words.text
    head = (text("Project"), text("Subject"), text("Place"), text("Sources"))
    caption = text("Projects of the {year} edition", year=edition.year)
    return Table(caption, head, tuple(_project(context, one) for one in edition.projects))


def _project(context: Context, project: Project) -> tuple[Inline, ...]:
    sources = context.listed(context.link(ref) for ref in project.sources)
    subject, place = context.value(project, "subject"), context.value(project, "place")
    return (
        (Piece(project.name),),
        subject[0] if subject else _empty(context, project, "subject"),
        place[0] if place else _empty(context, project, "place"),
        sources,
    )


def _empty(context: Context, group: Edition | Project, name: str) -> Inline:
    """What stands where there is no value: that nobody states it, or a dash where nobody looked."""
    return (context.not_stated(),) if name in group.not_stated else (Piece("–"),)
