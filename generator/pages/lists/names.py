"""An organisation in a list: its name, and how many agreements it is a party to."""

from generator.fields.values import AnyRef
from generator.presenters.partners import agreements_with
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.lists import Name


def name(context: Context, ref: AnyRef) -> Name:
    """Its name as a link, with the number of its agreements where it has some."""
    number = _agreements(context, ref)
    if not number:
        return Name(context.link(ref))
    said = context.words.count("{number} agreement", "{number} agreements", number)
    return Name(context.link(ref), context.words.number(number), said)


@settled
def _agreements(context: Context, ref: AnyRef) -> int:
    return len(agreements_with(context, ref))
