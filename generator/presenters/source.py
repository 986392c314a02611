"""Sources: who published them, when, where they can be read, and how far they can be trusted."""

from generator.content.record import Record
from generator.kinds.source import Source
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections
from generator.text.context import Context
from generator.view.text import Fact, Inline, Piece


class SourcePresenter(Presenter[Source]):
    """Tells a source."""

    def sections(self, context: Context, record: Record[Source]) -> Sections:
        said = published_by(context, record.facts)
        publisher = (Fact(context.label(Source, "publisher"), (said,)),) if said else ()
        return Sections(kicker=self.kicker(context, record), instead={"publisher": publisher, "publisher_name": ()})

    def item_note(self, context: Context, record: Record[Source]) -> Inline:
        return published_by(context, record.facts)


def published_by(context: Context, facts: Source) -> Inline:
    """The publisher of a source: a record of ours, or a name."""
    if facts.publisher:
        return (context.link(facts.publisher),)
    return (Piece(facts.publisher_name),) if facts.publisher_name else ()
