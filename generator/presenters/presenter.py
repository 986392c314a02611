"""What a kind computes of its records; without a presenter of its own a kind is told as its declaration has it."""

from typing import Generic

from generator.content.record import K_co, Record
from generator.presenters.sections import Sections
from generator.text.context import Context
from generator.view.text import Fact, Inline, Piece


class Presenter(Generic[K_co]):
    """How the records of a kind are told: on their page, and as an item of a list."""

    def sections(self, context: Context, record: Record[K_co]) -> Sections:
        """What their page computes beside the fields as they are."""
        return Sections(self.kicker(context, record))

    def kicker(self, context: Context, record: Record[K_co]) -> str:
        """What a record is, in a word or two: the choice that says it, or else the noun of its kind."""
        facts = record.facts
        said = context.choice(facts, facts.kicker) if facts.kicker else ""
        return said or (context.words.text(facts.noun) if facts.noun else "")

    def item_kicker(self, context: Context, record: Record[K_co]) -> Inline:
        """What stands over its title in a list."""
        return ()

    def item_facts(self, context: Context, record: Record[K_co]) -> tuple[Fact, ...]:
        """The rows below its title in a list."""
        return ()

    def item_note(self, context: Context, record: Record[K_co]) -> Inline:
        """The line that tells it from its neighbours in a list."""
        return (Piece(self.status(context, record)),) if record.facts.status else ()

    def status(self, context: Context, record: Record[K_co]) -> str:
        """Where it stands on the day, in words; "" where its kind has no statuses."""
        return context.status(record)
