"""The orders in which all rows of the register can stand, whatever their status."""

from collections.abc import Mapping

from generator.fields.values import AnyRef
from generator.showcase.answers import remembered
from generator.showcase.life import Life
from generator.text.context import Context
from generator.text.listed import placed_on
from generator.urls import choice_word
from generator.view.lists import Order
from generator.view.text import Piece
from generator.words import N_

ORDERS: Mapping[str, str] = {"title": N_("Agreement"), "signature": N_("Signature"), "end": N_("Until")}
"""The columns by which the register can be put in order, with their labels."""
_SAID = {
    "title": N_("by title, from A to Z"),
    "signature": N_("by signature, newest first"),
    "end": N_("by end, latest first"),
}


def in_order(context: Context, order: str, lives: Mapping[AnyRef, Life]) -> list[AnyRef]:
    """The records, which come by title, in an order; of what is not known, last."""
    refs = list(lives)
    if order == "signature":
        return sorted(refs, key=lambda ref: -placed_on(context, ref))
    if order == "end":
        return sorted(refs, key=lambda ref: -max(lives[ref].end, default=0))
    return refs


@remembered
def orders(context: Context, folder: str, current: str = "") -> tuple[Order, ...]:
    """The ways to the pages that have them."""
    language = context.language
    return tuple(
        Order(
            word=choice_word(name, language),
            label=Piece(
                context.words.text(_SAID[name]), href=context.urls.href(context.urls.order(folder, name, language))
            ),
            column=column,
            ascending=name == "title",
            current=name == current,
        )
        for column, name in enumerate(ORDERS)
    )
