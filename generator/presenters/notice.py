"""The notice of a record whose situation changed: whole on its page, by its date in lists; and what else lists mark."""

from collections.abc import Iterator
from dataclasses import replace

from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.text.context import Context
from generator.text.inline import joined, sentence_case
from generator.text.when import state_note
from generator.view.text import Inline, Piece


def notice(context: Context, record: AnyRecord) -> Inline:
    """The day of the news, and what has changed; nothing where nothing did."""
    told = record.facts.notice
    if told is None:
        return ()
    day = context.day(told.on)
    said: Inline = (replace(day, text=sentence_case(day.text)), Piece(". "), context.localised(told.text))
    if told.see:
        said = context.phrase("{said} See {record}.", said=said, record=context.link(told.see))
    return context.whole(told, said, "on", "text", "see")


def mark(context: Context, record: AnyRecord) -> Inline:
    """What a list says of a record: what its choices mark, and of when there is news that they do not know already."""
    told, marked, as_of = record.facts.notice, tuple(_marking(context, record)), record.facts.as_of
    is_known = bool(told and marked and as_of and told.on.first <= as_of.last)
    news = context.phrase("Update {of_day}", of_day=context.dated("of", told.on)) if told and not is_known else ()
    return joined(" · ", (*marked, news))


def _marking(context: Context, record: AnyRecord) -> Iterator[Inline]:
    """The choices that lists say of each record that has them, such as that it is only planned, and as of when; what
    does not pass any more wants no day there.
    """
    for name, field in record.facts.declared.items():
        option = field.is_a.options.get(str(record.facts.held(name))) if isinstance(field.is_a, Choice) else None
        if option and option.marks:
            note = (Piece(state_note(context, record.facts)),) if option.until else ()
            yield joined(", ", ((Piece(context.choice(record.facts, name)),), note))
