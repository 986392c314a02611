"""The register of agreements: one table, a group for each status, the years running through all its rows."""

from collections.abc import Iterable, Mapping

from generator.charts.enough import FEWEST
from generator.charts.time_axis import Scale, axis, bar, finding, key, scale_over, state_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, ENDING, IN_FORCE, NO_RECORD, STATUSES, TERM_PASSED
from generator.pages.lists.orders import ORDERS, in_order
from generator.pages.lists.rows import Rows
from generator.presenters.notice import mark
from generator.showcase.answers import remembered, settled
from generator.showcase.course import is_cut_short, may_be_over
from generator.showcase.life import Life, life_of
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.endings import brief_ending, days_left, estimate
from generator.text.inline import Plain, inline_of, joined, plain, sentence_case, text_of
from generator.text.listed import elsewhere, placed_on
from generator.text.when import either, go_by_the_day, in_short
from generator.view.bars import Bar
from generator.view.register import Cell, Head, Register, RegisterBody, RegisterRow, RegisterTable
from generator.view.text import Inline, Piece
from generator.words import N_

_LINE = 85
"""So many letters stand on one line of a row, the summary and what marks the record; a longer summary is left out."""
_NOTES = {
    END_NOT_KNOWN: N_("The end of these agreements is not known, or not for certain."),
    TERM_PASSED: N_("Their term is over; we do not know whether they were renewed."),
    NO_RECORD: N_("Announced, presented or approved: we found no sure record of a signature."),
}
"""What is told of a status beside its name."""


def register_body(context: Context, refs: tuple[AnyRef, ...], order: str = "", *, folds: bool = False) -> RegisterBody:
    """The page of agreements: all of them, or those a choice leaves; in groups, or all in one of `ORDERS`.

    With `folds`, a phone first shows the rows of what is in force; where nothing is, those of the first group.
    """
    lives = _lives(context, refs)
    scale = _scale(context, lives)
    if order:
        groups: tuple[Register, ...] = (_all(context, scale, in_order(context, order, lives), lives),)
    else:
        groups = tuple(_groups(context, scale, lives))
    if folds and len(groups) > 1:
        shown = next((group for group in groups if group.anchor == IN_FORCE), groups[0])
        groups = tuple(group if group is shown else group.folded() for group in groups)
    table = _table(context, scale, groups, refs)
    return RegisterBody(
        caption=table.caption,
        head=table.head,
        groups=table.groups,
        axis=table.axis,
        title=register_title(context),
        lead=context.words.count(
            "{number} agreement, with its sources.", "{number} agreements, each with its sources.", len(refs)
        ),
        key=key(context, table.axis, (_bar(context, scale, life) for life in lives.values()))
        if scale and table.axis
        else (),
        finding=finding(context, lives.values()),
        note=elsewhere(context, Agreement),
    )


def register_title(context: Context) -> str:
    """What the list of agreements is called."""
    return context.words.text(Agreement.list_title)


def own_table(context: Context, refs: tuple[AnyRef, ...]) -> RegisterTable:
    """Some agreements as the register has them, for the page of somebody's own."""
    lives = _lives(context, refs)
    scale = _scale(context, lives)
    return _table(context, scale, tuple(_groups(context, scale, lives)), refs)


def _lives(context: Context, refs: tuple[AnyRef, ...]) -> Mapping[AnyRef, Life]:
    return {ref: life_of(context.showcase, ref) for ref in refs}


def _scale(context: Context, lives: Mapping[AnyRef, Life]) -> Scale | None:
    """The years of the bars; None where they are too few to be drawn."""
    return scale_over(lives.values(), context.showcase.day) if len(lives) >= FEWEST else None


def _bar(context: Context, scale: Scale, life: Life) -> Bar:
    return bar(scale, life, context.showcase.day)


def _table(
    context: Context, scale: Scale | None, groups: tuple[Register, ...], refs: tuple[AnyRef, ...]
) -> RegisterTable:
    return RegisterTable(
        caption=_caption(context, refs),
        head=tuple(Head(context.words.text(label), name) for name, label in ORDERS.items()),
        groups=groups,
        axis=axis(context, scale) if scale else None,
    )


def _caption(context: Context, refs: tuple[AnyRef, ...]) -> str:
    """By what they stand in groups, and for which day, where a status goes by the day."""
    if not go_by_the_day(context, *refs):
        return context.words.text("Agreements by status")
    return context.sentence("Agreements by status {as_of}", as_of=context.dated("as of", context.showcase.day_said))


def _groups(context: Context, scale: Scale | None, lives: Mapping[AnyRef, Life]) -> Iterable[Register]:
    """A group for each status that there is."""
    ordered = sorted(lives, key=lambda ref: _by_end(context, ref, lives[ref]))
    for status in STATUSES.options:
        if members := [ref for ref in ordered if lives[ref].status == status]:
            yield Register(
                anchor=status,
                state=state_of(status),
                heading=sentence_case(STATUSES.heading(status, context.words)),
                note=context.words.text(_NOTES.get(status, "")),
                rows=_rows(context, scale, members, lives),
                total=len(members),
            )


def _all(context: Context, scale: Scale | None, refs: list[AnyRef], lives: Mapping[AnyRef, Life]) -> Register:
    """All rows under no heading."""
    return Register("agreements", "", "", "", _rows(context, scale, refs, lives), len(refs))


def _rows(
    context: Context, scale: Scale | None, refs: list[AnyRef], lives: Mapping[AnyRef, Life]
) -> Rows[AnyRef, RegisterRow]:
    def row(ref: AnyRef) -> RegisterRow:
        life = lives[ref]
        return RegisterRow(_cells(context, ref), life.part == ENDING, _bar(context, scale, life) if scale else None)

    return Rows(refs, row)


def _by_end(context: Context, ref: AnyRef, life: Life) -> tuple[bool, int]:
    """The nearest end first; where none is known, the newest first."""
    if life.end:
        return (False, life.end[1])
    return (True, -placed_on(context, ref))


# --- what a row says ---


@remembered
def _cells(context: Context, ref: AnyRef) -> tuple[Cell, ...]:
    """The cells of a row: the same in every list that has it."""
    return tuple(Cell(inline_of(value), inline_of(rest), said) for value, rest, said in _said(context, ref))


@settled
def _said(context: Context, ref: AnyRef) -> tuple[tuple[Plain, Plain, str], ...]:
    """The same by plain values: what each says, below it, and before it where it stands alone."""
    record, facts = context.showcase[ref], context.showcase.facts(ref, Agreement)
    cells = (
        Cell((context.title(record, short=True, linked=True),), _below(context, record)),
        _signed(context, record, facts),
        _until(context, context.showcase.status(record)),
    )
    return tuple((plain(cell.value), plain(cell.rest), cell.said) for cell in cells)


def _below(context: Context, record: AnyRecord) -> Inline:
    """The summary where it fits a line, with what marks the record if something does; or else that alone."""
    summary, marked = context.summary(record), mark(context, record)
    both = joined(" · ", ((Piece(summary),) if summary else (), marked))
    return both if len(text_of(both)) <= _LINE else marked


def _signed(context: Context, record: AnyRecord, facts: Agreement) -> Cell:
    """The signature; the announcement where it is all that is known."""
    text, placed = context.words.text, context.showcase.placed_in_time(record)
    if placed is None:
        return Cell((context.not_stated(),))
    told = [text("the sources do not agree")] if len(placed.days) > 1 else []
    told += [text("deduced")] if placed.deduced else []
    if placed.dated != facts.dates[0]:
        told = [context.label(Agreement, placed.field).lower(), *told]
    rest = joined(" · ", ((Piece(one),) for one in told))
    return Cell(either(context, placed.days, short=True), rest, in_short(context, Agreement, placed.dated))


def _until(context: Context, status: Status) -> Cell:
    """The end, whether it is an estimate, and the days left where they are few; of any end that it may have passed."""
    end = status.end
    if end is None:
        return Cell((context.not_stated(),))
    text = context.words.text
    told = [estimate(context, end), text("deduced") if end.deduced else ""]
    told += [text("the sources do not agree") if end.several else ""]
    cut_short = not end.is_reported and is_cut_short(context.showcase, status)
    told += [text("as had been agreed") if cut_short else ""]
    told += [days_left(context, status) if status.part or may_be_over(context.showcase, status) else ""]
    rest = joined(" · ", ((Piece(one),) for one in told if one))
    return Cell(brief_ending(context, end), rest, text("until"))
