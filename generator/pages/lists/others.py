"""From a record's page to more of the same in lists: those of its universities, or what a town has in each list."""

from itertools import chain

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.facets import PARTNER, PLACES, TOWN, UNIVERSITY, WORKS_WITH, Facet
from generator.kinds.place import Place
from generator.pages.lists.selections import selections_by
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.parts import Ways
from generator.view.text import Piece

Way = tuple[str, str, int]
"""The words and the address of a part of a list, and how many it holds; 0 where it is offered nowhere."""


def others_of(context: Context, record: AnyRecord) -> tuple[Ways, ...]:
    """Links to the parts of lists that have more than this one."""
    if isinstance(record.facts, Place):
        found = [_of_town(context, kind, record.ref) for kind in KINDS]
    else:
        acting = context.showcase.universities_in(record.ref)
        found = [of_university(context, type(record.facts), one) for one in acting if one != record.ref]
    links = tuple(Piece(text, href=href) for text, href, number in found if number > 1)
    return (Ways(links),) if links else ()


@settled
def of_university(context: Context, kind: type[Kind], ref: AnyRef) -> Way:
    """What a university has of a list."""
    return _part(context, kind, (UNIVERSITY, WORKS_WITH), ref)


@settled
def of_partner(context: Context, kind: type[Kind], ref: AnyRef) -> Way:
    """What somebody else has of a list, who acts in it beside universities."""
    return _part(context, kind, (PARTNER,), ref)


@settled
def _of_town(context: Context, kind: type[Kind], ref: AnyRef) -> Way:
    """What a list has that happens in a town, or has its seat there."""
    return _part(context, kind, (PLACES, TOWN), ref)


def _part(context: Context, kind: type[Kind], facets: tuple[Facet, ...], ref: AnyRef) -> Way:
    asked = [facet.answers for facet in facets]
    offered = (selections_by(context, kind, facet.id) for facet in kind.facets if facet.answers in asked)
    for one in chain.from_iterable(offered):
        if one.answer.key == ref.id:
            path = context.urls.choice(kind.folder, one.facet, one.answer.word, context.language)
            heading = context.words.text(
                "{list}: {value}", list=context.words.text(kind.plural), value=one.answer.label.text
            )
            number = len(one.refs)
            text = context.words.text("{heading} ({number})", heading=heading, number=context.words.number(number))
            return text, context.urls.href(path), number
    return "", "", 0
