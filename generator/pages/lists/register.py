"""The register of agreements: one table, a group for each status, the years running through all its rows."""

import math
from collections.abc import Iterable, Mapping

from generator.charts.enough import FEWEST
from generator.charts.time_axis import Scale, bar, finding, key, scale_over, state_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, ENDING, NO_RECORD, STATUSES
from generator.pages.lists.rows import Rows
from generator.presenters.agreement import parties
from generator.presenters.notice import mark
from generator.showcase.answers import settled
from generator.showcase.life import Life, life_of
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.endings import days_left, ending
from generator.text.inline import Plain, inline_of, plain, sentence_case, text_of
from generator.text.listed import elsewhere, placed_on
from generator.text.when import days, happened
from generator.view.bars import Panes
from generator.view.bodies import Cell, Register, RegisterBody, RegisterRow
from generator.view.lists import GroupLink
from generator.view.text import Inline, Piece

_SHAPE = 6
"""How many times wider than high the panes stand."""
_FEWEST_ABREAST = 12


def register_body(context: Context, refs: tuple[AnyRef, ...]) -> RegisterBody:
    """The page of agreements: all of them, or those a choice leaves."""
    text, day = context.words.text, context.showcase.day
    lives = {ref: life_of(context.showcase, ref) for ref in refs}
    scale = scale_over(lives.values(), day)
    ordered = sorted(refs, key=lambda ref: _by_end(context, ref, lives[ref]))
    members = {status: [ref for ref in ordered if lives[ref].status == status] for status in STATUSES.options}
    divided = {status: {ref: lives[ref] for ref in found} for status, found in members.items() if found}
    groups = tuple(_group(context, scale, status, found) for status, found in divided.items())
    axis = scale.axis(context) if len(refs) >= FEWEST else None
    drawn = axis if len(groups) > 1 else None
    lead = context.words.count(
        "{number} agreement, with its sources.",
        "{number} agreements, each with its sources.",
        len(refs),
    )
    return RegisterBody(
        title=text("Register of agreements"),
        lead=" ".join(filter(None, (lead, finding(context, lives.values())))),
        caption=context.sentence("Agreements by status {as_of}", as_of=context.dated("as of", day)),
        head=(text("Agreement"), text("Kind"), text("Signature"), text("Until")),
        groups=groups,
        axis=axis,
        key=key(context, axis, (bar(scale, life, day) for life in lives.values())) if axis else (),
        panes=_panes(context, groups, [life for found in divided.values() for life in found.values()])
        if drawn
        else None,
        ways=tuple(_way(group) for group in groups) if drawn else (),
        note=(*context.computed_on(), *elsewhere(context, Agreement)),
    )


def _group(context: Context, scale: Scale, status: str, lives: Mapping[AnyRef, Life]) -> Register:
    def row(ref: AnyRef) -> RegisterRow:
        return RegisterRow(
            tuple(Cell(*map(inline_of, one)) for one in _cells(context, ref)),
            bar(scale, lives[ref], context.showcase.day),
        )

    return Register(
        anchor=status,
        state=state_of(status),
        heading=sentence_case(STATUSES.heading(status, context.words)),
        note=_note(context, status, lives.values()),
        rows=Rows(tuple(lives), row),
        total=len(lives),
    )


def _way(group: Register) -> GroupLink:
    return GroupLink(Piece(group.heading, href=f"#{group.anchor}"), group.state, group.total)


def _by_end(context: Context, ref: AnyRef, life: Life) -> tuple[bool, int]:
    """The nearest end first; where none is known, the newest first."""
    if life.end:
        return (False, life.end[1])
    return (True, -placed_on(context, ref))


def _note(context: Context, status: str, lives: Iterable[Life]) -> str:
    """What is told of a status beside its name, or of a part of those that have it."""
    if status == END_NOT_KNOWN:
        return context.words.text("We do not know when these agreements end.")
    if status == NO_RECORD:
        return context.words.text("Announced, presented or approved: no source says whether they were signed.")
    near = sum(life.part == ENDING for life in lives)
    if not near:
        return ""
    return context.words.count(
        "{number} of them ends within twelve months.", "{number} of them end within twelve months.", near
    )


@settled
def _cells(context: Context, ref: AnyRef) -> tuple[tuple[Plain, Plain], ...]:
    """The cells of a row by plain values, each with what is said below it."""
    record, facts = context.showcase[ref], context.showcase.facts(ref, Agreement)
    status = context.showcase.status(record)
    cells = (
        Cell((context.title(record, linked=True),), _below(context, record, facts)),
        Cell((Piece(context.choice(facts, "form")),)),
        _signed(context, record, facts),
        Cell(ending(context, status), (Piece(_state(context, record, facts, status)),)),
    )
    return tuple((plain(cell.value), plain(cell.rest)) for cell in cells)


def _below(context: Context, record: AnyRecord, facts: Agreement) -> Inline:
    """The parties, and that there is a notice."""
    marked = mark(context, record)
    return (Piece(text_of(parties(context, facts))), *((Piece(" · "), *marked) if marked else ()))


def _signed(context: Context, record: AnyRecord, facts: Agreement) -> Cell:
    """The signature, or that nobody dates it; the announcement where it is all that is known."""
    placed, is_signed = context.showcase.placed_in_time(record), facts.stage == "signed"
    if placed is None:
        return Cell((context.not_stated() if is_signed else Piece(context.words.text("undated"), unknown=True),))
    if placed.field == "signed_on":
        disagree = (Piece(context.words.text("the sources do not agree")),) if len(placed.days) > 1 else ()
        return Cell(days(context, placed), disagree)
    announced = happened(context, placed)
    return Cell((context.not_stated(),), announced) if is_signed else Cell(announced)


def _state(context: Context, record: AnyRecord, facts: Agreement, status: Status) -> str:
    """The days left where they are few, how far an agreement got that is not signed, else the status."""
    if status.part:
        return days_left(context, status)
    if status.name == NO_RECORD and facts.stage:
        return context.choice(facts, "stage")
    return context.status(record)


def _panes(context: Context, groups: tuple[Register, ...], lives: Iterable[Life]) -> Panes:
    states = tuple(state_of(life.status, life.part) for life in lives)
    columns = max(_FEWEST_ABREAST, math.ceil(math.sqrt(len(states) * _SHAPE)))
    said = context.words.text(
        "One square, one agreement, in the order of the register: {groups}.",
        groups="; ".join(group.heading.lower() for group in groups),
    )
    return Panes(columns, states, said)
