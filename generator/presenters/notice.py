"""The notice of a record whose situation changed: whole on its page, by its date in lists."""

from dataclasses import replace

from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.view.text import Inline, Piece


def notice(context: Context, record: AnyRecord) -> Inline:
    """The day of the news, and what has changed; nothing where nothing did."""
    told = record.facts.notice
    if told is None:
        return ()
    day = context.day(told.on)
    said: Inline = (replace(day, text=sentence_case(day.text)), Piece(": "), context.localised(told.text))
    if told.see:
        said = context.phrase("{said} See {record}.", said=said, record=context.link(told.see))
    return context.whole(told, said, "on", "text", "see")


def mark(context: Context, record: AnyRecord) -> Inline:
    """What a list says of it: that there is one, and of when."""
    told = record.facts.notice
    return context.phrase("Update {of_day}", of_day=context.dated("of", told.on)) if told else ()
