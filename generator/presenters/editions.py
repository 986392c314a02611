"""The editions of a recurring initiative, newest first: a row each, which opens to its projects."""

from collections.abc import Iterator
from itertools import groupby

from generator.content.record import Record
from generator.fields.dotted import is_hidden
from generator.kinds.edition import Edition, Project
from generator.kinds.initiative import Initiative
from generator.presenters.gaps import field_name
from generator.presenters.project_items import project_item, source_marks, unlisted
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.legend import legend
from generator.text.projects import edition_anchor, funded_exactly, hrefs, projects_of
from generator.view.editions import EditionRow, Editions, ProjectItem
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

NOT_FOUND = "editions-not-found"
"""The anchor of the line of what was not found."""
_MOST_PANES = 40
_SPAN = 3
_IN_ROW = ("year", "number", "theme", "submitted", "funded", "amount", "projects")
"""The fields that a row tells before it is opened."""
_FIRST = ("called_on", "shortlisted")
"""Those of the others that come first where it opens; the rest follow as they are declared."""
_ONE_LOST = N_("We found no source on the edition of {years}.")
_LOST = N_("We found no source on the editions of {years}.")
_OF_ITSELF = ("year", "sources", "not_stated")
"""Of an edition of which nothing is known there is no more."""


def editions(context: Context, record: Record[Initiative]) -> Editions:
    """The rows of all editions of which anything is known; of the others it is said once that nothing is."""
    facts = record.facts
    known = sorted((one for one in facts.editions if not untold(one)), key=_newest, reverse=True)
    first = next((one for one in known if one.projects), None)
    placed, ways = projects_of(facts), hrefs(context, record)

    def items(edition: Edition | None) -> tuple[ProjectItem, ...]:
        there = (one for one in placed if one.edition is edition)
        return tuple(project_item(context, record, one, href=ways[id(one.project)]) for one in there)

    rows = tuple(_row(context, record, one, items(one), is_open=one is first) for one in known)
    dashed = any(piece.unknown for row in rows for line in (row.theme, row.funded, *row.sums) for piece in line)
    return Editions(
        rows,
        legend(context) if dashed else (),
        joined(" ", _gaps(context, facts)),
        items(None),
        context.words.text("Projects whose edition we have not found"),
    )


def _newest(edition: Edition) -> str:
    """By what editions go: the year in which they begin."""
    return edition.year


def edition_href(initiative: Initiative, edition: Edition) -> str:
    """Where the page tells of an edition: its row, or the line of those of which nothing was found."""
    return f"#{NOT_FOUND if untold(edition) else edition_anchor(initiative, edition)}"


def untold(edition: Edition) -> bool:
    """Whether nothing at all is known of an edition but its year."""
    return not edition.sources and not any(edition.values_of(one) for one in edition.declared if one not in _OF_ITSELF)


def _row(
    context: Context, record: Record[Initiative], edition: Edition, projects: tuple[ProjectItem, ...], *, is_open: bool
) -> EditionRow:
    theme = _cell(context, edition, "theme")
    funded, named = funded_exactly(edition), sum(bool(one.sought) for one in projects)
    is_drawn = max(funded or 0, len(projects)) <= _MOST_PANES
    nameless = max(funded or 0, len(projects)) - named
    text = context.words.text
    return EditionRow(
        anchor=edition_anchor(record.facts, edition),
        year=edition.year,
        number=text("edition no. {number}", number=edition.number) if edition.number is not None else "",
        theme=theme if edition.theme or not edition.note else (),
        note=(context.localised(edition.note),) if edition.note and not edition.theme else (),
        named=named if is_drawn else 0,
        nameless=nameless if is_drawn else 0,
        dashed=is_drawn and funded is None,
        funded=_funded(context, edition),
        sums=_amounts(context, edition),
        facts=(*_details(context, edition), *unlisted(context, record, edition.sources)),
        marks=source_marks(context, record, edition.sources),
        projects=projects,
        open=is_open,
    )


def _details(context: Context, edition: Edition) -> Iterator[Fact]:
    """What a row opens to, before its projects: all but what it tells already, and where sources stand or differ."""
    elsewhere = {*_IN_ROW, "sources", "not_stated", "differing", *(() if edition.theme else ("note",))}
    for name in dict.fromkeys((*_FIRST, *edition.declared)):
        if name not in elsewhere and (said := context.value(edition, name)):
            yield Fact(context.label(Edition, name), said)
    if edition.submitted and not edition.funded:
        yield Fact(context.label(Edition, "submitted"), context.value(edition, "submitted"))


def _funded(context: Context, edition: Edition) -> Inline:
    if edition.funded and edition.submitted:
        funded, submitted = context.quantity(edition.funded), context.quantity(edition.submitted)
        return context.phrase("{funded} of {total}", funded=funded, total=submitted)
    return _cell(context, edition, "funded")


def _amounts(context: Context, edition: Edition) -> tuple[Inline, ...]:
    """The sum, or each that a source gives as an alternative, and that they do not agree; or that there is none."""
    stated = [context.quantity(edition.amount)] if edition.amount else []
    others = [context.other_value(Edition, entry).text for entry in edition.differing if entry.field == "amount"]
    sums = list(dict.fromkeys([*stated, *others]))
    if not sums:
        return (_cell(context, edition, "amount"),)
    said = (Piece(context.words.either(sums)),)
    return (said, (Piece(context.words.text("the sources do not agree")),)) if len(sums) > 1 else (said,)


def _cell(context: Context, edition: Edition, name: str) -> Inline:
    """A value; or that sources disagree, or a dash where nothing is known."""
    if said := context.value(edition, name):
        return said[0]
    if any(entry.field == name for entry in edition.differing):
        return (Piece(context.words.text("the sources disagree")),)
    return (context.not_stated(),)


def _gaps(context: Context, initiative: Initiative) -> Iterator[Inline]:
    """Of which editions nothing was found; of the others, what no source states, each thing once with its years."""
    lost = [one.year for one in initiative.editions if untold(one)]
    if lost:
        years = context.words.listed(lost)
        yield context.phrase(_ONE_LOST if len(lost) == 1 else _LOST, years=Piece(years, unknown=True))
    said = [*_missing(context, initiative), *_missing_of_projects(context, initiative)]
    if said:
        yield context.phrase(
            "Of the editions we have not found: {fields}.", fields=Piece("; ".join(said), unknown=True)
        )


def _missing(context: Context, initiative: Initiative) -> Iterator[str]:
    told = sorted((one for one in initiative.editions if not untold(one)), key=_newest)
    for name in Edition.declared:
        missing = [name in one.not_stated and not _is_contested(one, name) for one in told]
        if any(missing) and not is_hidden(Edition, name):
            years = ", ".join(_runs(context, told, missing))
            yield context.words.text("{field} ({years})", field=field_name(context, Edition, name), years=years)


def _runs(context: Context, editions: list[Edition], missing: list[bool]) -> Iterator[str]:
    """The years of those marked; three or more that follow each other as a span."""
    for lacks, members in groupby(zip(missing, editions, strict=True), key=lambda one: one[0]):
        years = [edition.year for _, edition in members]
        if lacks:
            span = context.words.text("from {first} to {last}", first=years[0], last=years[-1])
            yield from (years if len(years) < _SPAN else (span,))


def _missing_of_projects(context: Context, initiative: Initiative) -> Iterator[str]:
    projects = [one.project for one in projects_of(initiative)]
    counted = sum(max(0, (funded_exactly(one) or 0) - len(one.projects)) for one in initiative.editions)
    if counted:
        yield context.words.count(
            "{number} project, which is only counted", "{number} projects, which are only counted", counted
        )
    for name in Project.declared:  # one whose town or country is known has a place, as in the list of places
        number = sum(name in one.not_stated and not (name == "place" and one.area) for one in projects)
        if number:
            yield context.words.count(
                "{field} of {number} project",
                "{field} of {number} projects",
                number,
                field=field_name(context, Project, name),
            )


def _is_contested(edition: Edition, name: str) -> bool:
    return any(entry.field == name for entry in edition.differing)
