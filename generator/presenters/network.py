"""Networks and clusters: who coordinates them, and whether they are recognised."""

from collections.abc import Iterator

from generator.content.record import Record
from generator.kinds.network import RECOGNITIONS, Network, Recognition
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections, row
from generator.presenters.sought import names_of_a_body
from generator.text.context import Context
from generator.text.marks import marks
from generator.text.when import state_note
from generator.view.record_page import KeyFact, Window
from generator.view.text import Fact, Inline, Piece


class NetworkPresenter(Presenter[Network]):
    """Tells a network or a cluster."""

    def sections(self, context: Context, record: Record[Network]) -> Sections:
        told = record.facts.recognition is not None
        recognition = tuple(_recognition(context, record)) if told else row(context, record, "recognition")
        return Sections(
            kicker=self.kicker(context, record),
            window=Window(tuple(_key_facts(context, record))),
            instead={"coordinator": (), **self.in_kicker(record), "recognition": recognition},
        )

    def item_note(self, context: Context, record: Record[Network]) -> Inline:
        return _recognition_note(context, record.facts)

    def names(self, context: Context, record: Record[Network]) -> Iterator[str]:
        yield from names_of_a_body(context, record)
        if record.facts.sector:
            yield context.localised(record.facts.sector).text


def recognition_status(context: Context, facts: Network) -> str:
    """Whether a network is recognised, in words; "" where nobody says."""
    if facts.recognition is None:
        return ""
    label = RECOGNITIONS.label(facts.recognition.state, context.words)
    return context.words.text("Recognition: {state}", state=label)


def _recognition_note(context: Context, facts: Network) -> Inline:
    """The same for a list; of what may have changed since, for which day it is told."""
    if facts.recognition is None:
        return ()
    said = (Piece(recognition_status(context, facts)),)
    if facts.as_of and facts.recognition.state == "under-way":
        return context.phrase("{status}, {when}", status=said, when=context.dated("as of", facts.as_of))
    return said


def _key_facts(context: Context, record: Record[Network]) -> Iterator[KeyFact]:
    """Who coordinates it, and whether it is recognised."""
    facts = record.facts
    if facts.coordinator:
        said = (Piece(context.words.text("coordinator")),)
        yield KeyFact(context.link(facts.coordinator), said, marks(context, record, "coordinator"))
    if status := recognition_status(context, facts):
        note = state_note(context, facts)
        yield KeyFact(Piece(status), (Piece(note),) if note else (), marks(context, record, "recognition"), strong=True)


def _recognition(context: Context, record: Record[Network]) -> Iterator[Fact]:
    """A row for each thing that is said of the recognition, but for its state, which the window has."""
    recognition = record.facts.recognition
    if recognition is None:
        return
    for name in Recognition.declared:
        if name != "state" and (said := context.value(recognition, name)):
            yield Fact(context.label(Recognition, name), said)
