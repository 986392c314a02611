"""From a record's page to more of the same in lists: those of its universities, or what a town has in each list."""

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.place import Place
from generator.pages.lists.selections import selections
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.parts import Ways
from generator.view.text import Piece


def others_of(context: Context, record: AnyRecord) -> tuple[Ways, ...]:
    """Links to the parts of lists that have more than this one."""
    if isinstance(record.facts, Place):
        found = [part_of_list(context, kind, "town", record.ref) for kind in KINDS]
    else:
        acting = context.showcase.universities_acting_in(record.ref)
        found = [part_of_list(context, type(record.facts), "university", one) for one in acting if one != record.ref]
    links = tuple(Piece(text, href=href) for text, href, number in found if number > 1)
    return (Ways(links),) if links else ()


@settled
def part_of_list(context: Context, kind: type[Kind], facet: str, ref: AnyRef) -> tuple[str, str, int]:
    """The words and the address of the list's part that gives one answer, and how many it holds."""
    for one in selections(context, kind):
        if one.facet.id == facet and one.answer.key == ref.id:
            path = context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
            heading = context.words.text(
                "{list}: {value}", list=context.words.text(kind.plural), value=one.answer.label.text
            )
            number = len(one.refs)
            text = context.words.text("{heading} ({number})", heading=heading, number=context.words.number(number))
            return text, context.urls.href(path), number
    return "", "", 0
