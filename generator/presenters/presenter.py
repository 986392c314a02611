"""What a kind computes of its records; without a presenter of its own a kind is told as its declaration has it."""

from collections.abc import Iterator
from typing import Generic

from generator.content.record import AnyRecord, K_co, Record
from generator.kinds.base import Kind, Period
from generator.presenters.sections import Instead, Sections
from generator.text.context import Context
from generator.text.inline import excerpt, joined, text_of
from generator.text.marks import marks
from generator.text.when import date_of, statuses_on
from generator.view.parts import Part, Validity
from generator.view.record_page import KeyFact, Window
from generator.view.text import Fact, Figure, Inline, Piece

Drawn = tuple[str, Part | Validity]
"""What a picture shows, and the picture."""


class Presenter(Generic[K_co]):
    """How the records of a kind are told: on their page, and as an item of a list."""

    def sections(self, context: Context, record: Record[K_co]) -> Sections:
        """What their page computes beside the fields as they are: who acts, and where it stands on the day."""
        acting, facts = context.showcase.participants(record.ref), record.facts
        in_window = (*(field for field, _ in acting), *((facts.period.start, facts.period.end) if facts.period else ()))
        return Sections(
            kicker=self.kicker(context, record),
            window=Window((*self.participants(context, record), *status_fact(context, record))),
            instead={**dict.fromkeys(in_window, ()), **self.in_kicker(record)},
        )

    def participants(self, context: Context, record: Record[K_co]) -> tuple[KeyFact, ...]:
        """Who acts in a record, and as what."""
        declared = record.facts.declared
        return tuple(
            KeyFact(
                context.link(ref), (Piece(context.words.text(declared[field].role)),), marks(context, record, field)
            )
            for field, ref in context.showcase.participants(record.ref)
        )

    def in_kicker(self, record: Record[K_co]) -> Instead:
        """The field that stands over the title, and needs no row."""
        return {record.facts.kicker: ()} if record.facts.kicker else {}

    def kicker(self, context: Context, record: Record[K_co]) -> str:
        """What a record is, in a word or two: the choice that says it, or else the noun of its kind."""
        facts = record.facts
        said = context.choice(facts, facts.kicker) if facts.kicker else ""
        return said or (context.words.text(facts.noun) if facts.noun else "")

    def figure(self, context: Context, record: Record[K_co]) -> Figure | None:
        """The figure that says most of a record, with what it never goes without."""
        return None

    def drawn(self, context: Context, record: Record[K_co]) -> Drawn | None:
        """What is drawn of a record in the window of another, with what that shows."""
        return None

    def item_kicker(self, context: Context, record: Record[K_co]) -> Inline:
        """What stands over its title in a list."""
        return self.dated(context, record) if record.facts.items_dated else ()

    def dated(self, context: Context, record: Record[K_co]) -> Inline:
        """The date that places a record in time, as its field has it."""
        placed = context.showcase.placed_in_time(record)
        if placed is None:
            return (Piece(context.words.text("undated"), unknown=True),)
        return date_of(context, record.facts, placed.field)

    def item_facts(self, context: Context, record: Record[K_co]) -> tuple[Fact, ...]:
        """The rows below its title in a list."""
        return ()

    def item_note(self, context: Context, record: Record[K_co]) -> Inline:
        """The line that tells it from its neighbours in a list."""
        status = context.status(record)
        return (Piece(status),) if status else context.details(record.facts)

    def in_short(self, context: Context, record: Record[K_co]) -> str:
        """What it is in a sentence: as somebody wrote, or else as lists tell it."""
        said = self.written(context, record) or text_of(self.item_note(context, record))
        return said or self.kicker(context, record)

    def written(self, context: Context, record: Record[K_co]) -> str:
        """Its summary, or the first sentence of its text; "" where nobody wrote either."""
        wording = record.wordings.get(context.language)
        return context.summary(record) or (excerpt(wording.prose.text) if wording else "")

    def item_brief(self, context: Context, record: Record[K_co]) -> Inline:
        """The same in the few words for which a row has room, where that line is longer."""
        return ()

    def names(self, context: Context, record: Record[K_co]) -> Iterator[str]:
        """What else than its titles people may call it who search for it."""
        return iter(())

    def result_facts(self, context: Context, record: Record[K_co]) -> tuple[str, ...]:
        """What a result of a search says of it, besides its kind and its status: the universities in it."""
        return tuple(context.title(one).text for one in context.showcase.universities(record))


def _when(context: Context, facts: Kind, period: Period | None) -> Iterator[Inline]:
    """From when until when a record holds."""
    for name in (period.start, period.end) if period else ():
        if said := date_of(context, facts, name):
            yield context.phrase("{label}: {value}", label=context.label(type(facts), name), value=said)


def status_fact(context: Context, record: AnyRecord) -> tuple[KeyFact, ...]:
    """Where a record stands on the day, if that is computed of its kind, with what it follows from."""
    status = context.status(record)
    if not status:
        return ()
    note = joined(
        " · ", filter(None, (*_when(context, record.facts, record.facts.period), statuses_on(context, record.ref)))
    )
    period = record.facts.period
    rests_on = marks(context, record, *((period.start, period.end) if period else ()))
    return (KeyFact(Piece(status), note, rests_on, strong=True),)
