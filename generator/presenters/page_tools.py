"""What can be done with a record's page: go to the official one first, report an error, take the data, cite it."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.source import Source
from generator.presenters.citation import cite
from generator.presenters.reporting import report
from generator.showcase.selection import about
from generator.text.context import Context
from generator.view.record_page import Tools
from generator.view.text import Inline, Piece


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
        if source.url and source.stands_as == "primary":
            yield Piece(context.words.text("Original source"), href=source.url)


def tools(context: Context, record: AnyRecord) -> Tools:
    """Take its address, report an error, the data, the history of changes, cite it."""
    text, urls = context.words.text, context.urls
    data = Piece(text("Data (JSON)"), href=urls.href(urls.data(record)))
    return Tools(
        address=Piece(text("Link to this page"), href=context.href(record)),
        others=(*_dossier(context, record), report(context, record), (data,), *_history(context, record)),
        cite=cite(context, record),
    )


def _dossier(context: Context, record: AnyRecord) -> Iterator[Inline]:
    """All that is known of it on one page, of what has one."""
    if about(record.ref) and not record.facts.withdrawn:
        href = context.urls.href(context.urls.dossier(record, context.language))
        yield (Piece(context.words.text("Dossier: all on one page, to print"), href=href),)


def _history(context: Context, record: AnyRecord) -> Iterator[Inline]:
    """The changes of the record's files, where the owner links a repository: of the facts, and of a translation."""
    settings, translation = context.showcase.settings, record.wordings.get(context.language)
    if facts := settings.history_of(record.path):
        yield (Piece(context.words.text("History of changes"), href=facts),)
        if translation and translation.path != record.path:
            href = settings.history_of(translation.path)
            yield (Piece(context.words.text("History of this translation"), href=href),)
