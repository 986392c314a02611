"""When something happened, in words: one day, or the alternatives of sources that differ; a deduced date says so."""

from dataclasses import replace

from generator.fields.values import Day
from generator.showcase.placed import Placed
from generator.text.context import Context
from generator.text.inline import capital, filled
from generator.text.prepositions import date_phrase
from generator.view.text import Inline


def days(context: Context, placed: Placed) -> Inline:
    """The date alone: "26 or 29 September 2022"."""
    return (*either(context, placed.days), *context.deduced(placed.deduced))


def happened(context: Context, placed: Placed, *, begins: bool = False) -> Inline:
    """What happened and when: "signed on 26 or 29 September 2022"; perhaps as the beginning of a line."""
    when = either_dated(context, placed.dated.preposition, placed.days)
    said = (*context.phrase(placed.dated.what, when=when), *context.deduced(placed.deduced))
    return capital(said) if begins else said


def either_dated(context: Context, preposition: str, several: tuple[Day, ...]) -> Inline:
    """Dates of which one is right, after a preposition: "on 26 or 29 September 2022"."""
    message, gap = date_phrase(preposition, several[0])
    return context.phrase(message, **{gap: either(context, several)})


def either(context: Context, several: tuple[Day, ...]) -> Inline:
    """Dates of which one is right: "26 or 29 September 2022"."""
    if len(several) == 1:
        return (context.day(several[0]),)
    said = [context.day(day) for day in several]
    last = said[-1].text.split()
    pieces = {f"d{at}": replace(one, text=_shortened(one.text.split(), last)) for at, one in enumerate(said[:-1])}
    pieces["last"] = said[-1]
    return filled(context.words.either(f"{{{name}}}" for name in pieces), pieces)


def _shortened(words: list[str], whole: list[str]) -> str:
    """A date without the month and the year that the last one has too."""
    kept = len(words)
    while kept > 1 and words[kept - 1 :] == whole[kept - 1 - len(words) :]:
        kept -= 1
    return " ".join(words[:kept])
