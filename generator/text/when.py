"""When something happened, in words: one day, or the alternatives of sources that differ; a deduced date says so."""

from collections.abc import Iterable
from dataclasses import replace

from generator.fields.values import AnyRef, Day
from generator.kinds.base import Dated, Kind
from generator.showcase.answers import OF_DAY, settled
from generator.showcase.placed import Placed, days_known, is_deduced
from generator.text.context import Context
from generator.text.inline import capital, filled, joined, text_of
from generator.text.prepositions import REPEATED, date_phrase
from generator.view.text import Inline, Piece


def days(context: Context, placed: Placed) -> Inline:
    """The date alone: "26 or 29 September 2022"."""
    return (*either(context, placed.days), *context.deduced(placed.deduced))


def date_of(context: Context, facts: Kind, name: str) -> Inline:
    """A date as its field has it, or the alternatives of sources that differ; nothing of one that nobody gives."""
    said = context.value(facts, name) if name in facts.declared else ()
    if said or not (known := days_known(facts, name)):
        return said[-1] if said else ()
    return (*either(context, known), *context.deduced(is_deduced(facts, name)))


def happened(context: Context, placed: Placed, *, begins: bool = False) -> Inline:
    """What happened and when: "signed on 26 or 29 September 2022"; perhaps as the beginning of a line."""
    when = either_dated(context, placed.dated.preposition, placed.days)
    said = (*context.phrase(placed.dated.what, when=when), *context.deduced(placed.deduced))
    return capital(said) if begins else said


def noted(context: Context, kind: type[Kind], placed: Placed) -> Inline:
    """What happened and when, as a note that agrees with every form: "Signature: 2015"."""
    if not placed.dated.short:
        return happened(context, placed)
    return (Piece(f"{context.label(kind, placed.dated.field)}: "), *days(context, placed))


def in_short(context: Context, kind: type[Kind], dated: Dated) -> str:
    """What happened, where there is little room: "signed"; of what has no word for that, the label of the field."""
    return context.words.text(dated.short) if dated.short else context.label(kind, dated.field)


def either_dated(context: Context, preposition: str, several: tuple[Day, ...]) -> Inline:
    """Dates of which one is right, after a preposition, which Italian repeats: "il 26 o il 29 settembre 2022"."""
    said = _alternatives(context, several, short=False)
    if preposition not in REPEATED:
        message, gap = date_phrase(preposition, several[0], context.language)
        return context.phrase(message, **{gap: either(context, several)})
    prepositions = (preposition, *(REPEATED[preposition] for _ in several[1:]))
    messages = (date_phrase(one, day, context.language) for one, day in zip(prepositions, several, strict=True))
    phrases = (context.phrase(message, **{gap: one}) for (message, gap), one in zip(messages, said, strict=True))
    return joined(" ", phrases)


def either(context: Context, several: tuple[Day, ...], *, short: bool = False) -> Inline:
    """Dates of which one is right: "26 or 29 September 2022", or "26 or 29 Sept 2022"."""
    pieces = {f"d{at}": one for at, one in enumerate(_alternatives(context, several, short=short))}
    return filled(context.words.either(f"{{{name}}}" for name in pieces), pieces)


def interval(context: Context, limits: tuple[Day, ...]) -> Inline:
    """From which day to which, what both have in common said once: "1 Feb – 30 June 2024"."""
    return joined(" – ", ((one,) for one in _alternatives(context, limits, short=True)))


def state_note(context: Context, facts: Kind) -> str:
    """For which day a state that sources tell holds, deduced as theirs is; without one, that they put it so."""
    if facts.as_of:
        showcase = context.showcase
        dated = [one.source for one in facts.sources if showcase.date_of_source(one.source) == str(facts.as_of)]
        deduced = bool(dated) and all(map(showcase.deduces_date_of, dated))
        return text_of((*context.dated("as of", facts.as_of), *context.deduced(deduced)))
    return context.words.count("as its source puts it", "as its sources put it", max(len(facts.sources), 1))


def states_held(context: Context, refs: Iterable[AnyRef]) -> str:
    """For which months the states hold that sources tell of some records; nothing where none gives a day."""
    found = {_state_holds_on(context, ref) for ref in refs}
    known = sorted(filter(None, found))
    if not known:
        return ""
    limits = tuple(Day(*one) for one in dict.fromkeys((known[0], known[-1])))
    when = "–".join(one.text for one in _alternatives(context, limits))
    text = context.words.text
    return (
        text("By sources of {days}, and others without a date.", days=when)
        if () in found
        else text("By sources of {days}.", days=when)
    )


@settled
def _state_holds_on(context: Context, ref: AnyRef) -> tuple[int, ...]:
    """The year and the month for which the state of a record holds, as far as that is known."""
    day = context.showcase[ref].facts.as_of
    return (day.year, *((day.month,) if day.month else ())) if day else ()


def _alternatives(context: Context, several: tuple[Day, ...], *, short: bool = False) -> list[Piece]:
    """Each date, the month and the year said once: "26", "29 September 2022"."""
    said = [context.day(day, short=short) for day in several]
    last = said[-1].text.split()
    return [*(replace(one, text=_shortened(one.text.split(), last)) for one in said[:-1]), said[-1]]


def _shortened(words: list[str], whole: list[str]) -> str:
    """A date without the month and the year that the last one has too."""
    kept = len(words)
    while kept > 1 and words[kept - 1 :] == whole[kept - 1 - len(words) :]:
        kept -= 1
    return " ".join(words[:kept])


def statuses_on(context: Context, *refs: AnyRef) -> Inline:
    """For which day the statuses of some records were computed; nothing where none of them goes by the day."""
    return context.computed_on() if go_by_the_day(context, *refs) else ()


def go_by_the_day(context: Context, *refs: AnyRef) -> bool:
    """Whether the status of any of some records does."""
    return any(_goes_by_the_day(context, ref) for ref in refs)


@settled
def _goes_by_the_day(context: Context, ref: AnyRef) -> bool:
    with context.witness.watching() as seen:
        context.status(context.showcase[ref])
    return OF_DAY in seen()
