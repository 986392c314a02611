"""The orders in which all rows of the register can stand, whatever their status."""

from collections.abc import Mapping

from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.showcase.answers import remembered
from generator.showcase.life import Life, life_of
from generator.text.context import Context
from generator.text.listed import names_listed, placed_on
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
    known = _known(context, order, lives)
    left = lives.keys() - known
    return [*known, *(ref for ref in lives if ref in left)]


def numbers_in_order(context: Context, kind: type[Kind]) -> dict[str, list[int]]:
    """For the word of each order but that by title the places, by title, of the records that it knows."""
    if kind.list_as != "register":
        return {}
    lives = {ref: life_of(context.showcase, ref) for ref in names_listed(context, kind)}
    place = {ref: number for number, ref in enumerate(lives)}
    _, *others = ORDERS
    return {
        choice_word(order, context.language): [place[ref] for ref in _known(context, order, lives)] for order in others
    }


def _known(context: Context, order: str, lives: Mapping[AnyRef, Life]) -> list[AnyRef]:
    """Those of which is known what an order asks for: the newest first, or the one that may last longest."""
    if order == "title":
        return list(lives)
    days = {ref: max(life.end, default=0) if order == "end" else placed_on(context, ref) for ref, life in lives.items()}
    return sorted((ref for ref in lives if days[ref]), key=lambda ref: -days[ref])


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
