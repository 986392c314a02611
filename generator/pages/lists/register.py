"""The register of agreements: one table, a group for each status, the years running through all its rows."""

import math
from collections.abc import Mapping

from generator.charts.enough import FEWEST
from generator.charts.time_axis import STATES, Scale, bar, finding, key, scale_over
from generator.content.record import Record
from generator.fields.values import Ref
from generator.kinds.agreement import STATUSES, Agreement
from generator.presenters.agreement import days_left, ending, parties
from generator.presenters.notice import mark
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.listed import elsewhere
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
    groups = tuple(
        _group(context, scale, status, members, statuses)
        for status in STATUSES.options
        if (members := [record for record in records if statuses[record.ref].name == status])
    )
    axis = scale.axis(context) if len(records) >= FEWEST else None
    lead = context.words.count(
        "{number} agreement, with what its sources state and what they do not.",
        "{number} agreements, with what their sources state and what they do not.",
        len(records),
    )
    return RegisterBody(
        title=text("Register of agreements"),
        lead=" ".join(filter(None, (lead, finding(context, agreements.values())))),
        caption=context.sentence("Agreements by status {for_day}", for_day=context.dated("for", showcase.day)),
        head=(text("Agreement"), text("Form"), text("Signed on"), text("Until")),
        groups=groups,
        axis=axis,
        key=key(context, axis, (row.bar for group in groups for row in group.rows)) if axis else (),
        panes=_panes(context, groups) if axis and len(groups) > 1 else None,
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
    ordered = sorted(records, key=lambda record: _by_end(context, record, statuses[record.ref]))
    return Register(
        anchor=status,
        state=STATES[status],
        heading=context.words.text(STATUSES.options[status].heading),
        note=_note(context, status),
        rows=tuple(_row(context, scale, record, statuses[record.ref]) for record in ordered),
        total=len(ordered),
    )


def _way(group: Register) -> GroupLink:
    return GroupLink(Piece(group.heading, href=f"#{group.anchor}"), group.state, group.total)


def _by_end(context: Context, record: Record[Agreement], status: Status) -> tuple[bool, int]:
    """The nearest end first; where none is known, the newest first."""
    if status.end:
        return (False, status.end.last.toordinal())
    placed = context.showcase.placed_in_time(record)
    return (True, -placed[1].first.toordinal() if placed else 0)


def _note(context: Context, status: str) -> str:
    if status == "undeterminable":
        return context.words.text("The sources do not say enough to tell whether they are still in force.")
    if status == "not-signed":
        return context.words.text("Announced, presented or approved: no source says that they were signed.")
    return ""


def _row(context: Context, scale: Scale, record: Record[Agreement], status: Status) -> RegisterRow:
    facts = record.facts
    cells = (
        Cell((context.title(record, linked=True),), _below(context, record)),
        Cell((Piece(context.choice(facts, "form")),)),
        _signed(context, facts),
        Cell(_until(context, facts, status), (Piece(_state(context, record, status)),)),
    )
    return RegisterRow(cells, bar(scale, facts, status, context.showcase.day))


def _below(context: Context, record: Record[Agreement]) -> Inline:
    """The parties, and that there is a notice."""
    marked = mark(context, record)
    return (Piece(text_of(parties(context, record.facts))), *((Piece(" · "), *marked) if marked else ()))


def _signed(context: Context, facts: Agreement) -> Cell:
    """The signature, or that nobody dates it; the announcement where it is all that is known."""
    if facts.signed_on:
        return Cell((context.day(facts.signed_on),))
    announced: Inline = ()
    if facts.announced_on:
        announced = context.phrase("announced {on_day}", on_day=context.dated("on", facts.announced_on))
    if facts.stage == "signed":
        return Cell((context.not_stated(),), announced)
    return Cell(announced or (Piece(context.words.text("undated"), unknown=True),))


def _until(context: Context, facts: Agreement, status: Status) -> Inline:
    early = status.name == "ended" and facts.ended_on
    return (context.day(early),) if early else ending(context, status)


def _state(context: Context, record: Record[Agreement], status: Status) -> str:
    """The days left where they are few, how far an agreement got that is not signed, else the status."""
    if status.name == "expiring":
        return days_left(context, status)
    if status.name == "not-signed" and record.facts.stage:
        return context.choice(record.facts, "stage")
    return context.status(record)


def _panes(context: Context, groups: tuple[Register, ...]) -> Panes:
    states = tuple(group.state for group in groups for _ in group.rows)
    columns = max(_FEWEST_ABREAST, math.ceil(math.sqrt(len(states) * _SHAPE)))
    said = context.words.text(
        "One pane, one agreement, in the order of the register: {groups}.",
        groups=context.words.listed(group.heading.lower() for group in groups),
    )
    return Panes(columns, states, said)
