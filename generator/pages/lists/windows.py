"""A record in a list as a window of its own, with a picture of what stands beside it: a figure, or an agreement."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.catalogue import kind_of
from generator.presenters.list_item import named_item
from generator.presenters.of_kind import presenter_of
from generator.presenters.presenter import Drawn
from generator.text.context import Context
from generator.view.bodies import Pictured
from generator.view.text import Piece


def window(context: Context, ref: AnyRef) -> Pictured:
    """A record, and the first picture that can be drawn of what its editors set beside it, or of its own figures."""
    found = next(_pictures(context, context.showcase[ref]), None)
    if found is None:
        return Pictured(named_item(context, ref))
    there, (said, picture) = found
    return Pictured(named_item(context, ref), Piece(said, href=context.href(there)), picture)


def _pictures(context: Context, record: AnyRecord) -> Iterator[tuple[AnyRecord, Drawn]]:
    """What a record names, then what is about it, as far as there is a picture of each."""
    about = (one.ref for one in context.showcase.referring(record.ref) if one.field == kind_of(one.ref).subject)
    for ref in dict.fromkeys((*record.facts.related, *about)):
        there = context.showcase[ref]
        shown = context.has_page(there) and not there.facts.withdrawn
        if shown and (drawn := presenter_of(there).drawn(context, there)):
            yield there, drawn
