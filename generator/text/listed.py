"""Which kinds have a list in one language, which records it shows, and how many it cannot."""

from generator.content.record import AnyKind, Record
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.view.text import Inline, Piece


@settled
def has_list(context: Context, kind: type[Kind]) -> bool:
    """Whether a kind has a list in this language: pages of prose have none, and areas stand in their plan."""
    return kind.is_listed and any(context.has_page(record) for record in context.showcase.of(kind))


def kinds_listed(context: Context) -> tuple[type[Kind], ...]:
    """The kinds that have a list in this language."""
    return tuple(kind for kind in KINDS if has_list(context, kind))


@remembered
def records_of(context: Context, kind: type[AnyKind]) -> tuple[Record[AnyKind], ...]:
    """The records of a kind that have a page in this language, by title."""
    found = (record for record in context.showcase.of(kind) if context.has_page(record))
    return tuple(sorted(found, key=lambda record: context.title(record).text.casefold()))


@settled
def elsewhere(context: Context, kind: type[Kind]) -> Inline:
    """How many records are missing here because they have no words in this language."""
    missing = sum(not context.has_page(record) for record in context.showcase.of(kind))
    if not missing:
        return ()
    said = context.words.count(
        "{number} more is not available in this language.", "{number} more are not available in this language.", missing
    )
    return (Piece(said),)
