"""What each kind tells of its records: the blocks that differ from kind to kind. `record` puts the rest around them."""

from dataclasses import dataclass

from generator.content.record import Record
from generator.kinds.base import Withdrawal
from generator.text.context import Context
from generator.view.bodies import KeyFact
from generator.view.parts import Bullets, Facts, Part
from generator.view.text import Inline


@dataclass(frozen=True)
class Sections:
    """The parts of each block, in the fixed order of a record page; an empty block is not shown."""

    kicker: str
    key_facts: tuple[KeyFact, ...] = ()
    what: tuple[Part, ...] = ()
    who: tuple[Part, ...] = ()
    when: tuple[Part, ...] = ()
    purpose: tuple[Part, ...] = ()
    taking_part: tuple[Part, ...] = ()
    figures: tuple[Part, ...] = ()
    related: tuple[Part, ...] = ()
    drawn: tuple[Part, ...] = ()
    """The pictures that are worth the whole width, before the blocks."""


def rows(context: Context, record: Record, *names: str) -> tuple[Part, ...]:
    """The rows of the named fields as one part, if there are any."""
    facts = context.facts(record, *names)
    return (Facts(facts),) if facts else ()


def bullets(context: Context, record: Record, name: str) -> tuple[Part, ...]:
    """The values of a field as a list, if there are any."""
    items = context.value(record.facts, name)
    return (Bullets(items),) if items else ()


def withdrawal(context: Context, withdrawn: Withdrawal) -> Inline:
    """When a record was withdrawn, and why."""
    on_day, because = context.dated("on", withdrawn.on), context.localised(withdrawn.because)
    return context.phrase("Withdrawn {on_day}: {reason}", on_day=on_day, reason=because)


def sentence_case(text: str) -> str:
    """A label as the beginning of a line."""
    return text[:1].upper() + text[1:]
