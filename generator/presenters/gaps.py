"""What is not known of a record: each thing once, at the end of its page, in one line.

Above that line only what is known stands; lists and tables have a dash, which one line explains (`Context.legend`).
"""

from generator.content.record import AnyRecord
from generator.fields.declare import is_filled
from generator.fields.dotted import is_hidden
from generator.text.context import Context
from generator.view.parts import Paragraph, Part
from generator.view.text import Piece


def gaps(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    """The closing line: what no source states or, where one was read in part, what was not found in that part."""
    kind = type(record.facts)
    labels = [context.label(kind, name) for name in record.facts.not_stated if _is_gap(record, name)]
    if not labels:
        return ()
    listed = Piece(context.words.listed(map(_within, labels)), unknown=True)
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


def _within(label: str) -> str:
    """A label in the midst of a sentence; what begins with more capitals than one stays."""
    return " · ".join(one[:1].lower() + one[1:] if one[1:2].islower() else one for one in label.split(" · "))
