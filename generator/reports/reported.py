"""What a part of a report is made of: what is asked for, and the records that answer."""

from dataclasses import dataclass

from generator.fields.values import AnyRef
from generator.showcase.selection import Questions, Selected
from generator.words import Words


@dataclass(frozen=True)
class Reported:
    """The questions, and what was found to answer them."""

    asked: Questions
    found: Selected

    @property
    def refs(self) -> tuple[AnyRef, ...]:
        """The records that answer."""
        return self.found.refs


def undated(words: Words, found: Selected) -> str:
    """How many records cannot be placed in the period that is asked for; "" where all can."""
    said = words.count(
        "Besides, {number} record has no date, and cannot be placed in the period.",
        "Besides, {number} records have no date, and cannot be placed in the period.",
        len(found.undated),
    )
    return said if found.undated else ""
