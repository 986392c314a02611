"""Which records of a kind a list in one language shows, and how many it cannot."""

from generator.content.kinds.record import Kind
from generator.content.record import Record
from generator.pages.context import Context
from generator.view import Inline, Piece


def records_of(context: Context, kind: type[Kind]) -> tuple[Record, ...]:
    """The records of a kind that have a page in this language, by title."""
    found = (record for record in context.showcase.of(kind) if context.has_page(record))
    return tuple(sorted(found, key=lambda record: context.title(record).text.casefold()))


def elsewhere(context: Context, kind: type[Kind]) -> Inline:
    """How many records are missing here because they have no words in this language."""
    missing = sum(not context.has_page(record) for record in context.showcase.of(kind))
    if not missing:
        return ()
    said = context.words.count(
        "{number} more is not available in this language.", "{number} more are not available in this language.", missing
    )
    return (Piece(said),)
