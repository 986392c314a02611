"""How complete the register of agreements is: what the owner says of it, beside what is here."""

from generator.content.coverage import Coverage
from generator.fields.values import Quantity
from generator.showcase.signed_here import SignedHere, owner_university, signed_here
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.inline import joined, sentence_case, text_of
from generator.view.text import Inline, Piece


def coverage(context: Context) -> Inline:
    """How many of the agreements signed are here, as of when, and by what rule; nothing where the owner is silent."""
    said = context.showcase.settings.coverage
    if said is None:
        return ()
    told = _how_many(context, said, said.signed) if said.signed else (_not_known(context, said),)
    return joined(" ", (*told, (context.localised(said.rule),)))


def _not_known(context: Context, said: Coverage) -> Inline:
    return context.phrase(
        "{as_of} this register is not complete: how many agreements were signed in all is not known.",
        as_of=_as_of(context, said),
    )


def _how_many(context: Context, said: Coverage, signed: Quantity) -> tuple[Inline, ...]:
    """The count, and what it leaves out: that all or not all are here is said only where both numbers are known."""
    here = signed_here(context.showcase, said.as_of)
    as_of, number = _as_of(context, said), context.words.number(here.number)
    told = context.quantity(signed)
    if not signed.qualifier and here.number == signed.number:
        counted = context.phrase(
            "{as_of} this register has all the agreements signed: {number}.", as_of=as_of, number=number
        )
    elif not signed.qualifier and 0 < here.number < signed.number and not here.undated:
        counted = context.phrase(
            "{as_of} this register is not complete: of {signed} agreements signed it has {number}.",
            as_of=as_of,
            number=number,
            signed=told,
        )
    else:
        counted = context.phrase(
            "{as_of}, agreements signed: {signed}; in this register: {number}.",
            as_of=as_of,
            signed=told,
            number=number,
        )
    return counted, _undated(context, here), _whose(context, here)


def _undated(context: Context, here: SignedHere) -> Inline:
    said = context.words.count(
        "{number} without a date is not counted.", "{number} without a date are not counted.", here.undated
    )
    return (Piece(said),) if here.undated else ()


def _whose(context: Context, here: SignedHere) -> Inline:
    """Whose agreements are counted, where the register has those of others too, or cannot tell whose they are."""
    university = owner_university(context.showcase)
    if university is None and context.showcase.settings.owner.kind == "university":
        return (Piece(context.words.text("All those of this register are counted, whichever university signed them.")),)
    if university is None or not here.of_others:
        return ()
    named = in_sentence(context, context.link(university))
    return context.phrase("Only those in which {university} takes part are counted.", university=(named,))


def _as_of(context: Context, said: Coverage) -> Inline:
    return (Piece(sentence_case(text_of(context.dated("as of", said.as_of)))),)
