"""Sources: who published them, when, where they can be read, and how far they can be trusted."""

from urllib.parse import urlsplit

from generator.content.record import Record
from generator.kinds.source import Source
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections, Shown, row
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.text import Fact, Inline, Piece
from generator.words import N_


class SourcePresenter(Presenter[Source]):
    """Tells a source."""

    def sections(self, context: Context, record: Record[Source]) -> Sections:
        said = published_by(context, record.facts)
        publisher = (Fact(context.label(Source, "publisher"), (said,)),) if said else ()
        instead: dict[str, Shown] = {"publisher": publisher, "publisher_name": ()}
        if record.facts.read_in:
            instead |= {"read_in": (_read(context, record.facts),), "consulted_on": ()}
        if record.facts.read_in == "preview":
            instead |= {"url": row(context, record, "url", where(context, record.facts)), "reliability": ()}
        return Sections(kicker=self.kicker(context, record), instead=instead)

    def item_note(self, context: Context, record: Record[Source]) -> Inline:
        return published_by(context, record.facts)

    def in_short(self, context: Context, record: Record[Source]) -> str:
        if said := context.summary(record):
            return said
        form = context.choice(record.facts, "form")
        return ", ".join(filter(None, (form, text_of(published_by(context, record.facts)))))


def read_on(context: Context, facts: Source) -> Inline:
    """When a source was read, and in what: a copy is not the page itself."""
    if facts.consulted_on is None:
        return ()
    said = {
        None: N_("read {on_day}"),
        "copy": N_("read in a copy {on_day}"),
        "preview": N_("read in a preview of the site {on_day}"),
    }
    return context.phrase(said[facts.read_in], on_day=context.dated("on", facts.consulted_on))


def where(context: Context, facts: Source) -> Inline:
    """The way to a source, by the name of its site; that of a preview would deceive."""
    if facts.url is None:
        return ()
    if facts.read_in == "preview":
        return (Piece(context.words.text("preview of the site"), href=facts.url),)
    return (Piece(urlsplit(facts.url).hostname or facts.url, href=facts.url),)


def _read(context: Context, facts: Source) -> Fact:
    """What was read in place of the page, and when, as a row."""
    read = context.value(facts, "read_in")[0]
    if facts.consulted_on:
        read = context.phrase("{copy}, read {on_day}", copy=read, on_day=context.dated("on", facts.consulted_on))
    said = context.phrase("{read}; the page itself was not opened", read=read)
    return Fact(context.words.text("How it was read"), (said,))


def published_by(context: Context, facts: Source) -> Inline:
    """The publisher of a source: a record of ours, or a name."""
    if facts.publisher:
        return (context.link(facts.publisher),)
    return next(iter(context.value(facts, "publisher_name")), ())
