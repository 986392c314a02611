"""The numbers of the sources that a fact rests on, where the record says which."""

from generator.content.record import AnyRecord
from generator.text.anchors import source_anchor
from generator.text.context import Context
from generator.view.text import SourceMark


def marks(context: Context, record: AnyRecord, name: str) -> tuple[SourceMark, ...]:
    """A mark for each source that a record names as that of a field."""
    numbered = enumerate(record.facts.sources, start=1)
    return tuple(mark_of(context, number) for number, support in numbered if name in support.fields)


def mark_of(context: Context, number: int, page: str = "") -> SourceMark:
    """The mark of a source by its number in the list of a record, which stands on a `page`, or on the one at hand."""
    return SourceMark(
        str(number), f"{page}#{source_anchor(number)}", context.words.text("source {number}", number=number)
    )
