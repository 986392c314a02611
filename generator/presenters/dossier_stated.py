"""What a dossier has that finds nothing done: what the records asked about state, and which others name them."""

from collections.abc import Iterator

from generator.fields.values import AnyRef
from generator.kinds.catalogue import kind_of
from generator.showcase.selection import Questions
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.listed import is_told
from generator.view.parts import Block, Bullets
from generator.view.text import Inline, Piece


def stated(context: Context, asked: Questions) -> Iterator[Block]:
    """What the records asked about state of themselves, each with its sources, and the records that name them."""
    text, about = context.words.text, (*asked.partners, *asked.places)
    if about:
        said = tuple(_stated(context, ref) for ref in about)
        yield Block("stated", text("What its page says"), (Bullets(said),))
    if naming := dict.fromkeys(other for ref in about for other in _naming(context, ref)):
        yield Block("named-in", text("Named in"), (Bullets(tuple((context.link(one),) for one in naming)),))


def _stated(context: Context, ref: AnyRef) -> Inline:
    """The way to a record, its summary, and who says so."""
    record = context.showcase[ref]
    sources = joined("; ", (context.dated_source(one.source, None) for one in record.facts.sources))
    summary: Inline = (Piece(context.summary(record)),) if context.summary(record) else ()
    return joined(" – ", filter(None, ((context.link(ref),), summary, sources)))


def _naming(context: Context, ref: AnyRef) -> Iterator[AnyRef]:
    """The records that name one, in a field or in their text; those whose source does are told apart."""
    for link in context.showcase.referring(ref):
        is_apart = kind_of(link.ref).is_evidence or context.showcase.stands_as(link.ref, ref, "named")
        if is_told(context, link.ref) and not is_apart:
            yield link.ref
