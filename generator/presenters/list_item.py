"""A record as an item of a list: enough to choose it."""

from generator.fields.values import AnyRef
from generator.presenters.notice import mark
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.inline import Plain, fields, inline_of, plain
from generator.view.text import Fact, ListItem, Piece


@remembered
def list_item(context: Context, ref: AnyRef) -> ListItem:
    """The record's title as a link, its summary, and a line that tells it from its neighbours."""
    title, kicker, summary, facts, note, marked, brief = _said(context, ref)
    told = tuple(Fact(label, tuple(map(inline_of, values))) for label, values in facts)
    pieces = map(inline_of, (note, marked, brief))
    return ListItem(Piece(*title), inline_of(kicker), summary, told, *pieces)


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
        plain(presenter.item_note(context, record)),
        plain(mark(context, record)),
        plain(presenter.item_brief(context, record)),
    )
