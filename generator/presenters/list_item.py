"""A record as an item of a list: enough to choose it."""

from typing import Any

from generator.fields.values import AnyRef
from generator.presenters.notice import mark
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.view.text import Entry, Fact, Inline, Piece

Plain = tuple[Any, ...]


@remembered
def entry(context: Context, ref: AnyRef) -> Entry:
    """The record's title as a link, its summary, and a line that tells it from its neighbours."""
    title, kicker, summary, facts, note, marked = _said(context, ref)
    told = tuple(Fact(label, tuple(map(_inline, values))) for label, values in facts)
    return Entry(Piece(*title), _inline(kicker), summary, told, _inline(note), _inline(marked))


@settled
def _said(context: Context, ref: AnyRef) -> Plain:
    """What the item says, by plain values: its pieces, each as its fields."""
    record = context.showcase[ref]
    presenter = presenter_of(record)
    facts = presenter.item_facts(context, record)
    return (
        _fields(context.title(record, linked=True)),
        _plain(presenter.item_kicker(context, record)),
        context.summary(record),
        tuple((fact.label, tuple(map(_plain, fact.values))) for fact in facts),
        _plain(presenter.item_note(context, record)),
        _plain(mark(context, record)),
    )


def _plain(inline: Inline) -> Plain:
    return tuple(map(_fields, inline))


def _fields(piece: Piece) -> Plain:
    return piece.text, piece.href, piece.lang, piece.datetime, piece.unknown


def _inline(plain: Plain) -> Inline:
    return tuple(Piece(*one) for one in plain)
