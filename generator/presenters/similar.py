"""Records related by what they share, each saying what: a topic, and a party, a university or a programme."""

from collections.abc import Iterator
from heapq import nsmallest
from math import lcm

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Term
from generator.kinds.initiative import Undertaking
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.view.parts import Links
from generator.view.text import Entry, Inline
from generator.words import N_

HEADING = N_("On the same topics")
MOST = 5


@settled
def similar(context: Context, record: AnyRecord) -> tuple[Links, ...]:
    """At most five records that share a topic and somebody with this one, and are not linked to it anyway."""
    nearest = nsmallest(MOST, _ranked(context, record))
    if not nearest:
        return ()
    entries = tuple(_entry(context, record, other) for _, _, _, other in nearest)
    return (Links(entries, context.words.text(HEADING)),)


def _ranked(context: Context, record: AnyRecord) -> Iterator[tuple[int, int, AnyRef, AnyRecord]]:
    """The nearest first: a topic counts more where fewer records have it; then who else is shared; then the id."""
    rarity = _rarity(context, record.facts.topics)
    near: dict[AnyRef, tuple[AnyRecord, frozenset[AnyRef]]] = {}
    for topic in rarity:
        near |= _on_topic(context, topic)
    linked = (link.record.ref for link in context.showcase.referring(record.ref))
    for ref in (record.ref, *(ref for _, ref in record.references()), *linked):
        near.pop(ref, None)
    own = frozenset(_with_whom(context, record))
    for ref, (other, whom) in near.items():
        if shared := own & whom:
            yield -sum(rarity.get(topic, 0) for topic in other.facts.topics), -len(shared), ref, other


def _rarity(context: Context, topics: tuple[Term, ...]) -> dict[Term, int]:
    """Of each topic one by the number of its records, as whole numbers: all are multiplied by the same."""
    numbers = {topic: len(found) for topic in topics if (found := context.showcase.classified_by(topic))}
    whole = lcm(*numbers.values())
    return {topic: whole // number for topic, number in numbers.items()}


@remembered
def _on_topic(context: Context, topic: Term) -> dict[AnyRef, tuple[AnyRecord, frozenset[AnyRef]]]:
    """The records on a topic that have a page, and with whom each is."""
    found = filter(context.has_page, context.showcase.classified_by(topic))
    return {record.ref: (record, frozenset(_with_whom(context, record))) for record in found}


@remembered
def _with_whom(context: Context, record: AnyRecord) -> tuple[AnyRef, ...]:
    """The programme of a record, who acts in it, and the universities they are part of."""
    programme = record.facts.programme if isinstance(record.facts, Undertaking) else None
    acting = (ref for _, ref in context.showcase.participants(record))
    universities = (one.ref for one in context.showcase.universities(record))
    return tuple(dict.fromkeys((*((programme,) if programme else ()), *acting, *universities)))


def _entry(context: Context, record: AnyRecord, other: AnyRecord) -> Entry:
    """The other record, its kicker, and why it is here."""
    kicker = presenter_of(other).item_kicker(context, other)
    return Entry(context.title(other, linked=True), kicker=kicker, note=_because(context, record, other))


def _because(context: Context, record: AnyRecord, other: AnyRecord) -> Inline:
    topics = [context.term_label(topic) for topic in record.facts.topics if topic in other.facts.topics]
    own = _with_whom(context, record)
    whom = [context.title(context.showcase[ref], short=True) for ref in _with_whom(context, other) if ref in own]
    return context.phrase("In common: {topics}; {names}", topics=context.listed(topics), names=context.listed(whom))
