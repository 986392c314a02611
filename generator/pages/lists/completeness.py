"""How complete the register of agreements is: what the owner says of it, beside what is here."""

from generator.fields.values import Quantity
from generator.kinds.agreement import Agreement
from generator.showcase.life import life_of
from generator.text.context import Context
from generator.text.inline import sentence_case, text_of
from generator.text.listed import names_listed
from generator.view.text import Inline, Piece


def coverage(context: Context) -> Inline:
    """How many of the agreements signed are here, as of when, and by what rule; nothing where the owner is silent."""
    said = context.showcase.settings.coverage
    if said is None:
        return ()
    here = sum(life_of(context.showcase, ref).stage == "signed" for ref in names_listed(context, Agreement))
    as_of = (Piece(sentence_case(text_of(context.dated("as of", said.as_of)))),)
    return (*_how_many(context, here, said.signed, as_of), Piece(" "), context.localised(said.rule))


def _how_many(context: Context, here: int, signed: Quantity | None, as_of: Inline) -> Inline:
    number = context.words.number(here)
    if signed is None:
        return context.phrase(
            "{as_of} this register is not complete: how many agreements were signed in all is not known.", as_of=as_of
        )
    if not signed.qualifier and here >= signed.number:
        return context.phrase(
            "{as_of} this register has all the agreements signed: {number}.", as_of=as_of, number=number
        )
    return context.phrase(
        "{as_of} this register is not complete: of {signed} agreements signed it has {number}.",
        as_of=as_of,
        number=number,
        signed=context.quantity(signed),
    )
