"""The numbers of the sources that a fact rests on, where the record says which, or where only one of them can."""

from collections.abc import Iterable

from generator.content.record import AnyRecord
from generator.text.anchors import source_anchor
from generator.text.context import Context
from generator.view.text import SourceMark


def marks(context: Context, record: AnyRecord, *names: str) -> tuple[SourceMark, ...]:
    """A mark for each source of some fields, each once, in the order of the record's list."""
    found = sorted({number for name in names for number in _numbers(record, name)})
    return tuple(mark_of(context, number) for number in found)


def _numbers(record: AnyRecord, name: str) -> Iterable[int]:
    """The sources that a record names as those of a field; or else the one of several that holds up the whole of it,
    if there is only one that does not say otherwise."""
    facts, numbered = record.facts, list(enumerate(record.facts.sources, start=1))
    noted = {name, facts.declared[name].note_of or name}
    if named := [number for number, one in numbered if not noted.isdisjoint(one.fields)]:
        return named
    if len(numbered) < 2 or not (facts.values_of(name) and facts.asserts(name)):
        return ()
    otherwise = {one.source for one in facts.differing if one.field in noted}
    whole = [number for number, one in numbered if not one.fields and one.source not in otherwise]
    return whole if len(whole) == 1 else ()


def mark_of(context: Context, number: int, page: str = "") -> SourceMark:
    """The mark of a source by its number in the list of a record, which stands on a `page`, or on the one at hand."""
    return SourceMark(
        str(number), f"{page}#{source_anchor(number)}", context.words.text("source {number}", number=number)
    )
