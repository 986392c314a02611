"""The editions of a recurring initiative: a table of them all, then what is said of each and its projects."""

from collections.abc import Iterable

from generator.content.kinds.initiative import Edition, Initiative, Project
from generator.content.record import Record
from generator.content.values import Ref
from generator.pages.context import Context
from generator.view import Fact, Facts, Inline, Part, Piece, Subheading, Table

_DETAILS = ("results_on", "started_on", "duration", "submitted", "funded", "amount")


def editions(context: Context, record: Record, facts: Initiative) -> tuple[Part, ...]:
    """The editions side by side, then one by one."""
    if not facts.editions:
        return ()
    text = context.words.text
    head = (text("Edition"), text("Theme"), text("Results"), text("Funded"), text("Amount"))
    summary = Table(text("The editions"), head, tuple(_row(context, one) for one in facts.editions))
    told = (
        part
        for edition in facts.editions
        if edition.sources or edition.projects
        for part in _edition(context, record, edition)
    )
    return (summary, *told)


def _row(context: Context, edition: Edition) -> tuple[Inline, ...]:
    return (
        _name(context, edition),
        _cell(context, edition, "theme"),
        _cell(context, edition, "results_on"),
        _funded(context, edition),
        _cell(context, edition, "amount"),
    )


def _name(context: Context, edition: Edition) -> Inline:
    year = Piece(edition.year)
    if edition.number is None:
        return (year,)
    return (year, Piece(context.words.text("edition no. {number}", number=edition.number)))


def _funded(context: Context, edition: Edition) -> Inline:
    if edition.funded and edition.submitted:
        funded, submitted = context.quantity(edition.funded), context.quantity(edition.submitted)
        return context.phrase("{funded} of {total}", funded=funded, total=submitted)
    return _cell(context, edition, "funded")


def _cell(context: Context, edition: Edition | Project, name: str) -> Inline:
    """A value; or that sources disagree, that nobody states it, or a dash where nobody looked."""
    if said := context.value(edition, name):
        return said[0]
    if isinstance(edition, Edition) and any(entry.field == name for entry in edition.differing):
        return (Piece(context.words.text("the sources disagree")),)
    return (context.not_stated(),) if name in edition.not_stated else (Piece("–"),)


def _edition(context: Context, record: Record, edition: Edition) -> tuple[Part, ...]:
    """What is known of an edition, what other sources say of it, and its projects."""
    rows = [row for row in (_detail(context, record, edition, name) for name in _DETAILS) if row.values]
    if unknown := context.words.listed(context.label(Edition, name).lower() for name in edition.not_stated):
        rows.append(Fact(context.words.text("Not stated"), ((Piece(unknown, unknown=True),),)))
    rows.append(Fact(context.label(Edition, "sources"), (_cited(context, record, edition.sources),)))
    heading = Subheading(context.phrase("The {year} edition", year=edition.year))
    projects = (_projects(context, record, edition),) if edition.projects else ()
    return (heading, Facts(tuple(rows)), *projects)


def _detail(context: Context, record: Record, edition: Edition, name: str) -> Fact:
    """A value that is stated, and what other sources say of it."""
    said = context.value(edition, name)
    others = tuple(
        context.otherwise(Edition, entry, context.cite(record, entry.source))
        for entry in edition.differing
        if entry.field == name
    )
    return Fact(context.label(Edition, name), (*said, *others))


def _cited(context: Context, record: Record, sources: Iterable[Ref]) -> Inline:
    cited = [context.cite(record, ref) for ref in sources]
    return tuple(piece for number, one in enumerate(cited) for piece in ((Piece(" · "), one) if number else (one,)))


def _projects(context: Context, record: Record, edition: Edition) -> Table:
    text = context.words.text
    head = (text("Project"), text("Subject"), text("Place"), text("Sources"))
    caption = text("Projects of the {year} edition", year=edition.year)
    return Table(caption, head, tuple(_project(context, record, one) for one in edition.projects))


def _project(context: Context, record: Record, project: Project) -> tuple[Inline, ...]:
    subject, place = _cell(context, project, "subject"), _cell(context, project, "place")
    return ((Piece(project.name),), subject, place, _cited(context, record, project.sources) or (Piece("–"),))
