"""An initiative with editions: its sum first, its projects as a picture, as rows, by place; then the money."""

from collections.abc import Iterator
from dataclasses import replace

from generator.content.record import Record
from generator.kinds.edition import Edition
from generator.kinds.initiative import Initiative
from generator.presenters.award_figures import figures_of, shares
from generator.presenters.disagreements import disagreements
from generator.presenters.editions import editions
from generator.presenters.editions_front import editions_front
from generator.presenters.moneys import moneys
from generator.presenters.programme import is_our_reading, promoters
from generator.presenters.project_indexes import places_index
from generator.presenters.sections import Sections, Shown
from generator.presenters.totals import surpassed, totals
from generator.text.context import Context
from generator.text.inline import joined, sentence_case
from generator.text.marks import marks
from generator.text.projects import projects_of
from generator.text.when import state_note
from generator.view.parts import Block, Facts, Folded, Part
from generator.view.text import Fact, Figure, Inline, Piece
from generator.words import N_

_PLACES = "projects-by-place"
"""The anchor of the list of places."""


def recurs(initiative: Initiative) -> bool:
    """Whether it is told by its editions."""
    return bool(initiative.editions or initiative.projects)


def recurring(context: Context, record: Record[Initiative], common: Sections) -> Sections:
    """What its page computes: who and how often stand beside the title, all else follows the picture."""
    return replace(
        common,
        window=None,
        figure=next(_leading(context, record), None),
        actions=tuple(_ways(context, record)),
        drawn=editions_front(context, record),
        chapters=tuple(_chapters(context, record)),
        compared=True,
        instead={**common.instead, **_beside(context, record), "totals": (), "editions": (), "projects": ()},
        folds=(*disagreements(context, record), *_totals(context, record)),
    )


def _leading(context: Context, record: Record[Initiative]) -> Iterator[Figure]:
    older = [Piece(context.quantity(one.value)) for one in surpassed(context, record.facts)]
    said: Inline = ()
    if older:
        message = N_("the undated totals of the sources, {totals}, are probably older")
        if len(older) == 1:
            message = N_("an undated total of a source, {totals}, is probably older")
        said = context.phrase(message, totals=context.listed(older))
    for figure in figures_of(context, record.facts)[:1]:
        yield replace(figure, value=sentence_case(figure.value), caption=joined("; ", (figure.caption, said)))


def _ways(context: Context, record: Record[Initiative]) -> Iterator[Piece]:
    placed = projects_of(record.facts)
    if placed:
        href = context.urls.href(context.urls.projects(record, context.language))
        yield Piece(context.words.text("See the projects"), href=href)
    if any(one.project.area or one.project.place for one in placed):
        yield Piece(context.words.text("Find them by place"), href=f"#{_PLACES}")


def _beside(context: Context, record: Record[Initiative]) -> dict[str, Shown]:
    """Who, how it stands and what came of it last, as rows."""
    found: dict[str, Shown] = {}
    if who := promoters(context, record):
        text = context.words.text
        label = text("Promoter (inferred)") if is_our_reading(context, record.ref) else text("Promoter")
        found["promoter"] = (Fact(label, tuple((one,) for one in who)),)
    found["state"] = (*_state(context, record), *_outcome(context, record.facts))
    return found


def _state(context: Context, record: Record[Initiative]) -> Iterator[Fact]:
    if state := context.choice(record.facts, "state"):
        said = ((Piece(state),), (Piece(state_note(context, record.facts)),))
        value = joined(", ", (one for one in said if one[0].text))
        yield Fact(context.label(Initiative, "state"), (value,), marks(context, record, "state"))


def _outcome(context: Context, initiative: Initiative) -> Iterator[Fact]:
    """The last results, and when the projects began."""
    told = sorted((one for one in initiative.editions if one.results_on), key=lambda one: one.year)
    if told:
        yield Fact(context.words.text("Last results"), (_results(context, told[-1]),))


def _results(context: Context, edition: Edition) -> Inline:
    assert edition.results_on
    day = (context.day(edition.results_on),)
    if not edition.started_on:
        return day
    return context.phrase("{day}; begun {on_day}", day=day, on_day=context.dated("on", edition.started_on))


def _chapters(context: Context, record: Record[Initiative]) -> Iterator[Block]:
    text = context.words.text
    yield Block("editions", text("The projects, edition by edition"), (editions(context, record),))
    if places := places_index(context, record):
        yield Block(_PLACES, text("Where they work"), (places,))
    if parts := moneys(context, record):
        yield Block("money", text("How much money"), parts)


def _totals(context: Context, record: Record[Initiative]) -> tuple[Folded, ...]:
    """What sources count in all, and what comes of that: folded, since it may be older than the sum of the editions."""
    worked_out = shares(context, record)
    parts: tuple[Part, ...] = (*totals(context, record), *((Facts(worked_out),) if worked_out else ()))
    title = context.words.text("The totals that the sources give")
    return (Folded((Piece(title),), parts),) if parts else ()
