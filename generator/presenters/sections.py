"""The blocks of a record's page, made from the declaration of its kind.

Every field of a kind stands in the block it declares: as a row, as a list of its own, or as what a presenter computes
instead. Nothing that is declared can be left out but by declaring it hidden; what is
private has not come this far.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.content.record import AnyRecord
from generator.fields.declare import Field
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.text.context import Context
from generator.text.marks import marks
from generator.view.parts import Block, Bullets, Facts, Folded, Part
from generator.view.record_page import Window
from generator.view.text import Fact, Figure, Inline, Piece

Shown = tuple[Fact | Part, ...]
"""What a field shows: rows, which stand together with their neighbours, or parts of their own."""
Instead = Mapping[str, Shown]
"""What is shown instead of a field, by its name."""


@dataclass(frozen=True)
class Sections:
    """What is told of a record: by block, and above all blocks."""

    kicker: str
    lead: str = ""
    """What is said first where nobody wrote a summary."""
    notice: Inline = ()
    """What has changed there, where the record itself has no notice."""
    window: Window | None = None
    drawn: tuple[Part, ...] = ()
    """The pictures that are worth the whole width, before the text."""
    instead: Instead = field(default_factory=dict)
    before: Mapping[str, Shown] = field(default_factory=dict)
    """What comes before the fields of a block, by its name."""
    after: Mapping[str, Shown] = field(default_factory=dict)
    told: frozenset[AnyRef] = frozenset()
    """The records that it tells by itself: no group of those that refer to it has them again."""
    missed: frozenset[str] = frozenset()
    """The fields of which it says above that they are not known: the closing line does not say so again."""
    belongs: tuple[Part, ...] = ()
    """What belongs with the record besides those that refer to it."""
    figure: Figure | None = None
    """The figure that says most of it."""
    actions: tuple[Piece, ...] = ()
    """Where its page leads besides, into the midst of it."""
    chapters: tuple[Block, ...] = ()
    """What is told in sections of its own, before the text."""
    compared: bool = False
    """Whether a fold tells side by side what sources say differently: its rows do not."""
    folds: tuple[Folded, ...] = ()
    """What is folded at the end of the page, above the sources."""


def own_shown(context: Context, record: AnyRecord, sections: Sections, block: str) -> Shown:
    """What a block shows of the fields that only this kind has."""
    own = (one for name, one in record.facts.declared.items() if one.block == block and name not in Kind.declared)
    shown = _all_shown(context, record, own, sections.instead, compared=sections.compared)
    return tuple(_together((*sections.before.get(block, ()), *shown, *sections.after.get(block, ()))))


def common_shown(context: Context, record: AnyRecord, instead: Instead, block: str) -> Shown:
    """What a block shows of the fields that every record has."""
    common = (record.facts.declared[name] for name, one in Kind.declared.items() if one.block == block)
    return tuple(_together(_all_shown(context, record, common, instead)))


def labelled(context: Context, record: AnyRecord, names: Iterable[str], message: str) -> Instead:
    """Fields as they are declared, each row under what a message makes of its label."""

    def under(shown: Shown) -> Iterator[Fact | Part]:
        for one in shown:
            yield replace(one, label=context.words.text(message, label=one.label)) if isinstance(one, Fact) else one

    declared = record.facts.declared
    return {name: tuple(under(_shown(context, record, declared[name]))) for name in names}


def _all_shown(
    context: Context, record: AnyRecord, fields: Iterable[Field], instead: Instead, *, compared: bool = False
) -> Iterator[Fact | Part]:
    for one in fields:
        if one.name in instead or not one.hidden:
            shown = instead[one.name] if one.name in instead else _shown(context, record, one, compared=compared)
            yield from shown
            if not compared:
                yield from _contested(context, record, one, shown)


def _shown(context: Context, record: AnyRecord, one: Field, *, compared: bool = False) -> Shown:
    """A field as its declaration has it; a note on a field stands with its value, or is the value of it."""
    if one.action:
        return ()
    if one.as_list:
        items = context.value(record.facts, one.name)
        label = context.label(type(record.facts), one.name)
        return (Bullets(items, one.as_list, label, marks(context, record, one.name)),) if items else ()
    row = context.fact(record, one.name)
    if compared:
        row = Fact(row.label, context.value(record.facts, one.name))
    if one.note_of:
        row = Fact(context.label(type(record.facts), one.note_of), context.value(record.facts, one.name))
    return (_marked(context, record, one.name, row),) if row.values else ()


def _together(shown: Iterable[Fact | Part]) -> Iterator[Fact | Part]:
    """Neighbouring rows of one label become one row."""
    row: Fact | None = None
    for one in shown:
        if isinstance(one, Fact) and row and row.label == one.label:
            row = _joined(row, one)
            continue
        if row:
            yield row
        row = one if isinstance(one, Fact) else None
        if row is None:
            yield one
    if row:
        yield row


def _joined(one: Fact, other: Fact) -> Fact:
    """Two rows as one; marks that are not those of both stand where they stood."""
    values, marked = (*one.values, *other.values), 0
    if one.marks and other.marks in ((), one.marks):
        marked = one.marked or (0 if other.marks else len(one.values))
    elif other.marked:
        marked = len(one.values) + other.marked
    return Fact(one.label, values, tuple(dict.fromkeys((*one.marks, *other.marks))), marked)


def _marked(context: Context, record: AnyRecord, name: str, row: Fact) -> Fact:
    """A row with the marks of its own values, before what other sources say."""
    own = len(row.values) - len(context.others(record, name))
    return replace(row, marks=marks(context, record, name), marked=own if 0 < own < len(row.values) else 0)


def _contested(context: Context, record: AnyRecord, one: Field, shown: Shown) -> Iterator[Fact]:
    """What other sources say of a field, where what is shown of it does not tell that."""
    parts = (part.rows if isinstance(part, Facts) else (part,) for part in shown)
    told = {value for rows in parts for row in rows if isinstance(row, Fact) for value in row.values}
    if untold := tuple(value for value in context.others(record, one.name) if value not in told):
        yield Fact(context.label(type(record.facts), one.note_of or one.name), untold)


def merged(shown: Iterable[Fact | Part]) -> tuple[Part, ...]:
    """Neighbouring rows become one part."""
    parts: list[Part] = []
    rows: list[Fact] = []
    for one in shown:
        if isinstance(one, Fact):
            rows.append(one)
            continue
        if rows:
            parts.append(Facts(tuple(rows)))
            rows = []
        parts.append(one)
    if rows:
        parts.append(Facts(tuple(rows)))
    return tuple(parts)


def row(context: Context, record: AnyRecord, name: str, *values: tuple[Piece, ...]) -> Shown:
    """The row of a field with what is computed in place of its values, if there is anything to say."""
    fact = context.fact(record, name, *values)
    return (_marked(context, record, name, fact),) if fact.values else ()
