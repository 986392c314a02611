"""The numbers of the sources that a fact rests on, where the record says which, or where only one of them can.

Of a fact that all of several sources state nothing is said: so a number says something.
"""

from generator.content.record import AnyRecord
from generator.kinds.evidence import attesting
from generator.text.anchors import source_anchor
from generator.text.context import Context
from generator.view.text import SourceMark


def marks(context: Context, record: AnyRecord, *names: str) -> tuple[SourceMark, ...]:
    """A mark for each source of some fields, each once, in the order of the record's list."""
    found = sorted({number for name in names for number in _numbers(record, name)})
    if len(found) == len(record.facts.sources) > 1:
        return ()
    return tuple(mark_of(context, number) for number in found)


def _numbers(record: AnyRecord, name: str) -> tuple[int, ...]:
    """The sources that are known to give a field; a record's only one is marked where it names the field."""
    facts = record.facts
    found = attesting(facts.sources, facts.differing, {name, facts.declared[name].note_of or name})
    is_named = any(facts.sources[number - 1].fields for number in found)
    is_one_of_several = len(facts.sources) > 1 and facts.values_of(name) and facts.asserts(name)
    return found if is_named or is_one_of_several else ()


def mark_of(context: Context, number: int, page: str = "") -> SourceMark:
    """The mark of a source by its number in the list of a record, which stands on a `page`, or on the one at hand."""
    return SourceMark(
        str(number), f"{page}#{source_anchor(number)}", context.words.text("source {number}", number=number)
    )
