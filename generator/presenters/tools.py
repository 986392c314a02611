"""What can be done with a record's page: go to the official one first, report an error, take the data, cite it."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.source import Source
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.parts import Cite
from generator.view.text import Piece
from generator.words import N_


def actions(context: Context, record: AnyRecord) -> tuple[Piece, ...]:
    """The official page and what the record leads to; of what happens, else the first original source to be opened."""
    facts, text = record.facts, context.words.text
    leading = [
        Piece(text(field.action), href=str(facts.held(name)))
        for name, field in facts.declared.items()
        if field.action and facts.held(name) and not field.private
    ]
    return tuple(leading) or tuple(_originals(context, record) if facts.dates else ())[:1]


def _originals(context: Context, record: AnyRecord) -> Iterator[Piece]:
    """The sources that are not second-hand, where the page itself can be read."""
    for support in record.facts.sources:
        source = context.showcase.facts(support.source, Source)
        if source.url and source.reliability == "primary" and source.read_in != "preview":
            yield Piece(context.words.text("Original source"), href=source.url)


def tools(context: Context, record: AnyRecord, report: Piece | None) -> tuple[Piece, ...]:
    """Report an error, the data, the history of changes."""
    data = Piece(context.words.text("Data (JSON)"), href=context.urls.href(context.urls.data(record)))
    return (*((report,) if report else ()), data, *_history(context, record))


def _history(context: Context, record: AnyRecord) -> Iterator[Piece]:
    """The changes of the record's files, where the owner links a repository: of the facts, and of a translation."""
    settings, translation = context.showcase.settings, record.wordings.get(context.language)
    if facts := settings.history_of(record.path):
        yield Piece(context.words.text("History of changes"), href=facts)
        if translation and translation.path != record.path:
            yield Piece(context.words.text("History of this translation"), href=settings.history_of(translation.path))


def cite(context: Context, record: AnyRecord) -> Cite:
    """How the page is cited: title, site, address, and when it was checked."""
    address = context.urls.absolute(context.urls.record(record, context.language))
    site, title = context.showcase.settings.title, context.title(record)
    verified = record.facts.verified_on
    heading = context.words.text("Cite this page")
    if verified is None:
        return Cite(heading, context.phrase("{title}, {site}, {address}.", site=site, title=title, address=address))
    on_day = text_of(context.dated("on", verified))
    said = N_("{title}, {site}, {address} (checked {on_day}).")
    return Cite(heading, context.phrase(said, site=site, title=title, on_day=on_day, address=address))
