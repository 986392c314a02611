"""A record as an item of a list: enough to choose it."""

from dataclasses import replace

from generator.fields.values import AnyRef
from generator.presenters.notice import mark
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.inline import Plain, fields, inline_of, plain
from generator.view.text import Fact, Inline, ListItem, Piece


@remembered
def list_item(context: Context, ref: AnyRef) -> ListItem:
    """The record's title as a link, its summary, and a line that tells it from its neighbours, as short as rows are."""
    return replace(named_item(context, ref), note=inline_of(_brief(context, ref)))


@remembered
def named_item(context: Context, ref: AnyRef) -> ListItem:
    """The same without that line, which may be of the day: for who shows another there, or none."""
    title, kicker, summary, facts, marked = _said(context, ref)
    told = tuple(Fact(label, tuple(map(inline_of, values))) for label, values in facts)
    return ListItem(Piece(*title), inline_of(kicker), summary, told, mark=inline_of(marked))


def item_note(context: Context, ref: AnyRef) -> Inline:
    """The line that tells a record from its neighbours, whole."""
    return inline_of(_note(context, ref))


@settled
def _said(context: Context, ref: AnyRef) -> Plain:
    """What the item says, by plain values: its pieces, each as its fields."""
    record = context.showcase[ref]
    presenter = presenter_of(record)
    facts = presenter.item_facts(context, record)
    return (
        fields(context.title(record, linked=True)),
        plain(presenter.item_kicker(context, record)),
        context.summary(record),
        tuple((fact.label, tuple(map(plain, fact.values))) for fact in facts),
        plain(mark(context, record)),
    )


@settled
def _note(context: Context, ref: AnyRef) -> Plain:
    record = context.showcase[ref]
    return plain(presenter_of(record).item_note(context, record))


@settled
def _brief(context: Context, ref: AnyRef) -> Plain:
    record = context.showcase[ref]
    presenter = presenter_of(record)
    return plain(presenter.item_brief(context, record) or presenter.item_note(context, record))
