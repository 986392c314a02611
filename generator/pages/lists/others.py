"""From a record's page to the others of its kind: the part of the list that each of its universities has."""

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.pages.lists.selections import selections
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.parts import Ways
from generator.view.text import Piece


def others_of(context: Context, record: AnyRecord) -> tuple[Ways, ...]:
    """Links to them, where a university has more than this one; of a kind that can be refined so."""
    acting = context.showcase.universities_acting_in(record.ref)
    found = (_of_university(context, type(record.facts), one) for one in acting if one != record.ref)
    links = tuple(Piece(text, href=href) for text, href, number in found if number > 1)
    return (Ways(links),) if links else ()


@settled
def _of_university(context: Context, kind: type[Kind], university: AnyRef) -> tuple[str, str, int]:
    """The words and the address of the list's part that a university has, and how many it holds."""
    for one in selections(context, kind):
        if one.facet.answers == "@universities" and one.answer.key == university.id:
            path = context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
            heading = context.words.text(
                "{list}: {value}", list=context.words.text(kind.plural), value=one.answer.label.text
            )
            number = len(one.refs)
            text = context.words.text("{heading} ({number})", heading=heading, number=context.words.number(number))
            return text, context.urls.href(path), number
    return "", "", 0
