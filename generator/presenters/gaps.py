"""What is not known of a record: each thing once, at the end of its page, in one line.

Above that line only what is known stands; lists and tables have a dash, which one line explains (`text/legend.py`).
"""

from generator.content.record import AnyRecord
from generator.fields.declare import Group
from generator.fields.dotted import find_field, is_hidden
from generator.kinds.base import Kind
from generator.kinds.source import Source
from generator.text.context import Context
from generator.text.inline import mid_sentence
from generator.view.text import Inline, Piece
from generator.words import N_


def gaps(context: Context, record: AnyRecord, missed: frozenset[str] = frozenset()) -> Inline:
    """The closing line: what no source states or, where one was read in part, what was not found in that part.

    What the page has said above (`missed`) is not in it.
    """
    names = missing_fields(context, record, missed)
    if not names:
        return ()
    listed = Piece(context.words.listed(names), unknown=True)
    return context.phrase(closing(context, record.facts), fields=listed)


def missing_fields(context: Context, record: AnyRecord, missed: frozenset[str] = frozenset()) -> list[str]:
    """What is not known of a record, as it is called in a sentence; without what was said before (`missed`)."""
    kind = type(record.facts)
    return [field_name(context, kind, name) for name in not_known(record) if name not in missed]


def not_known(record: AnyRecord) -> tuple[str, ...]:
    """The fields of a record, with dots inside groups, that are told as not known."""
    return tuple(name for name in record.facts.not_stated if _is_gap(record, name))


def closing(context: Context, facts: Kind) -> str:
    """What the line says: of one source or several, read in part or whole; of a source, that we do not know it."""
    if isinstance(facts, Source):
        return N_("Of this source we do not know: {fields}.")
    one, in_part = len(facts.sources) == 1, [context.showcase.read_in_part(one.source) for one in facts.sources]
    if any(in_part):
        if one:
            return N_("Not found in the part of the source that was read: {fields}.")
        return N_("Not found in the part of the sources that was read: {fields}.")
    return N_("Not stated in the source: {fields}.") if one else N_("Not stated in the sources: {fields}.")


def _is_gap(record: AnyRecord, name: str) -> bool:
    """Whether nothing is said in place of a field that no source states: no note, nothing on which sources differ.

    What a record cannot have yet, such as the day of a recognition that is under way, is not missed.
    """
    facts = record.facts
    return not is_hidden(type(facts), name) and may_have(facts, name) and not facts.told_instead(name)


def may_have(facts: Group, dotted: str) -> bool:
    """Whether a field and the groups around it go with the value of the other field that they depend on."""
    name, _, rest = dotted.partition(".")
    declared = facts.declared.get(name)
    if declared is None:
        return True
    if declared.only_if and facts.held(declared.only_if[0]) != declared.only_if[1]:
        return False
    held = facts.held(name)
    return not (rest and isinstance(held, Group)) or may_have(held, rest)


def field_name(context: Context, kind: type[Group], dotted: str) -> str:
    """What a field is called in the midst of a sentence."""
    found = find_field(kind, dotted)
    if found and found[1].missing:
        return context.words.text(found[1].missing)
    label = context.label(kind, dotted)
    return " · ".join(map(mid_sentence, label.split(" · ")))
