"""The register of agreements: one table, a group for each status, the years running through all its rows."""

import math
from collections.abc import Mapping

from generator.charts.enough import FEWEST
from generator.charts.time_axis import Scale, bar, finding, key, scale_over, state_of
from generator.content.record import Record
from generator.fields.values import Ref
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, ENDING, NO_RECORD, STATUSES
from generator.pages.lists.rows import Rows
from generator.presenters.agreement import parties
from generator.presenters.notice import mark
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.endings import days_left, ending
from generator.text.inline import sentence_case, text_of
from generator.text.listed import elsewhere
from generator.text.when import days, happened
from generator.view.bars import Panes
from generator.view.bodies import Cell, Register, RegisterBody, RegisterRow
from generator.view.lists import GroupLink
from generator.view.text import Inline, Piece

_SHAPE = 6
"""How many times wider than high the panes stand."""
_FEWEST_ABREAST = 12


def register_body(context: Context, records: tuple[Record[Agreement], ...]) -> RegisterBody:
    """The page of agreements: all of them, or those a choice leaves."""
    text, showcase = context.words.text, context.showcase
    statuses = {record.ref: showcase.status(record) for record in records}
    agreements = {record.ref: record.facts for record in records}
    scale = scale_over(((agreements[ref], statuses[ref]) for ref in agreements), showcase.day)
    ordered = sorted(records, key=lambda record: _by_end(context, record, statuses[record.ref]))
    members = {one: [record for record in ordered if statuses[record.ref].name == one] for one in STATUSES.options}
    groups = tuple(_group(context, scale, one, found, statuses) for one, found in members.items() if found)
    states = tuple(state_of(statuses[record.ref]) for found in members.values() for record in found)
    axis = scale.axis(context) if len(records) >= FEWEST else None
    lead = context.words.count(
        "{number} agreement, with its sources.",
        "{number} agreements, each with its sources.",
        len(records),
    )
    return RegisterBody(
        title=text("Register of agreements"),
        lead=" ".join(filter(None, (lead, finding(context, agreements.values())))),
        caption=context.sentence("Agreements by status {as_of}", as_of=context.dated("as of", showcase.day)),
        head=(text("Agreement"), text("Kind"), text("Signature"), text("Until")),
        groups=groups,
        axis=axis,
        key=key(context, axis, (bar(scale, agreements[ref], statuses[ref], showcase.day) for ref in agreements))
        if axis
        else (),
        panes=_panes(context, groups, states) if axis and len(groups) > 1 else None,
        ways=tuple(_way(group) for group in groups) if axis and len(groups) > 1 else (),
        note=(*context.computed_on(), *elsewhere(context, Agreement)),
    )


def _group(
    context: Context,
    scale: Scale,
    status: str,
    records: list[Record[Agreement]],
    statuses: Mapping[Ref[Agreement], Status],
) -> Register:
    def row(record: Record[Agreement]) -> RegisterRow:
        return _row(context, scale, record, statuses[record.ref])

    return Register(
        anchor=status,
        state=state_of(Status(status)),
        heading=sentence_case(STATUSES.heading(status, context.words)),
        note=_note(context, status, records),
        rows=Rows(records, row),
        total=len(records),
    )


def _way(group: Register) -> GroupLink:
    return GroupLink(Piece(group.heading, href=f"#{group.anchor}"), group.state, group.total)


def _by_end(context: Context, record: Record[Agreement], status: Status) -> tuple[bool, int]:
    """The nearest end first; where none is known, the newest first."""
    if status.end:
        return (False, status.end.last.toordinal())
    placed = context.showcase.placed_in_time(record)
    return (True, -placed.first.toordinal() if placed else 0)


def _note(context: Context, status: str, records: list[Record[Agreement]]) -> str:
    """What is told of a status beside its name, or of a part of those that have it."""
    if status == END_NOT_KNOWN:
        return context.words.text("We do not know when these agreements end.")
    if status == NO_RECORD:
        return context.words.text("Announced, presented or approved: no source says whether they were signed.")
    near = sum(context.showcase.status(record).part == ENDING for record in records)
    if not near:
        return ""
    return context.words.count(
        "{number} of them ends within twelve months.", "{number} of them end within twelve months.", near
    )


def _row(context: Context, scale: Scale, record: Record[Agreement], status: Status) -> RegisterRow:
    facts = record.facts
    cells = (
        Cell((context.title(record, linked=True),), _below(context, record)),
        Cell((Piece(context.choice(facts, "form")),)),
        _signed(context, record),
        Cell(ending(context, status), (Piece(_state(context, record, status)),)),
    )
    return RegisterRow(cells, bar(scale, facts, status, context.showcase.day))


def _below(context: Context, record: Record[Agreement]) -> Inline:
    """The parties, and that there is a notice."""
    marked = mark(context, record)
    return (Piece(text_of(parties(context, record.facts))), *((Piece(" · "), *marked) if marked else ()))


def _signed(context: Context, record: Record[Agreement]) -> Cell:
    """The signature, or that nobody dates it; the announcement where it is all that is known."""
    placed, is_signed = context.showcase.placed_in_time(record), record.facts.stage == "signed"
    if placed is None:
        return Cell((context.not_stated() if is_signed else Piece(context.words.text("undated"), unknown=True),))
    if placed.field == "signed_on":
        disagree = (Piece(context.words.text("the sources do not agree")),) if len(placed.days) > 1 else ()
        return Cell(days(context, placed), disagree)
    announced = happened(context, placed)
    return Cell((context.not_stated(),), announced) if is_signed else Cell(announced)


def _state(context: Context, record: Record[Agreement], status: Status) -> str:
    """The days left where they are few, how far an agreement got that is not signed, else the status."""
    if status.part:
        return days_left(context, status)
    if status.name == NO_RECORD and record.facts.stage:
        return context.choice(record.facts, "stage")
    return context.status(record)


def _panes(context: Context, groups: tuple[Register, ...], states: tuple[str, ...]) -> Panes:
    columns = max(_FEWEST_ABREAST, math.ceil(math.sqrt(len(states) * _SHAPE)))
    said = context.words.text(
        "One square, one agreement, in the order of the register: {groups}.",
        groups="; ".join(group.heading.lower() for group in groups),
    )
    return Panes(columns, states, said)
