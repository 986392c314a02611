"""The questions of a selection as a page, a spreadsheet and a report say them."""

from generator.kinds.organisation import Organisation
from generator.showcase.selection import Questions
from generator.text.context import Context
from generator.text.inline import joined
from generator.view.text import Fact, Inline, Piece


def asked_of(context: Context, asked: Questions) -> tuple[Fact, ...]:
    """The questions of a selection, each with its answers."""
    text, words = context.words.text, context.words
    own = [one for one in asked.partners if context.showcase.facts(one, Organisation).nature == "university"]
    rows = (
        (text("Partner"), tuple((context.link(one),) for one in asked.partners if one not in own)),
        (text("University"), tuple((context.link(one),) for one in (*own, *asked.universities))),
        (text("Place"), tuple((context.link(one),) for one in asked.places)),
        (text("Topic"), tuple((context.term(one),) for one in asked.topics)),
        (text("Who it is for"), tuple((context.term(one),) for one in asked.audiences)),
        (text("Kind"), tuple((Piece(words.text(one.plural)),) for one in asked.kinds)),
        (text("In the period"), _period(context, asked)),
        (text("In force on"), ((context.date(asked.in_force_on),),) if asked.in_force_on else ()),
    )
    return tuple(Fact(label, values) for label, values in rows if values)


def _period(context: Context, asked: Questions) -> tuple[Inline, ...]:
    limits = (("since", asked.since), ("until", asked.until))
    said = joined(" ", (context.dated(name, day) for name, day in limits if day))
    return (said,) if said else ()
