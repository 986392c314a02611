"""What is not known of a record: each thing once, at the end of its page, in one line.

Above that line only what is known stands; lists and tables have a dash, which one line explains (`text/legend.py`).
"""

from generator.content.record import AnyRecord
from generator.fields.declare import Group, is_filled
from generator.fields.dotted import find_field, is_hidden
from generator.text.context import Context
from generator.view.parts import Paragraph, Part
from generator.view.text import Piece


def gaps(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    """The closing line: what no source states or, where one was read in part, what was not found in that part."""
    kind = type(record.facts)
    names = [gap_name(context, kind, name) for name in record.facts.not_stated if _is_gap(record, name)]
    if not names:
        return ()
    listed = Piece(context.words.listed(names), unknown=True)
    if any(context.showcase.read_in_part(support.source) for support in record.facts.sources):
        return (
            Paragraph(context.phrase("Not found in the part of the sources that was read: {fields}.", fields=listed)),
        )
    return (Paragraph(context.phrase("Not stated in the sources: {fields}.", fields=listed)),)


def _is_gap(record: AnyRecord, name: str) -> bool:
    """Whether nothing is said in place of a field that no source states: no note, nothing on which sources differ."""
    facts = record.facts
    if is_hidden(type(facts), name) or any(one.field == name for one in facts.differing):
        return False
    notes = (note for note, one in facts.declared.items() if one.note_of == name)
    return not any(is_filled(facts.held(note)) for note in notes)


def gap_name(context: Context, kind: type[Group], dotted: str) -> str:
    """What a field is called in the midst of a sentence; a label that begins with more capitals than one stays."""
    found = find_field(kind, dotted)
    if found and found[1].missing:
        return context.words.text(found[1].missing)
    label = context.label(kind, dotted)
    return " · ".join(one[:1].lower() + one[1:] if one[1:2].islower() else one for one in label.split(" · "))
