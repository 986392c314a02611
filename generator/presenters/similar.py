"""Records related by what they share, each saying what: a topic, and a party, a university or a programme."""

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from math import lcm

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Term
from generator.kinds.initiative import Undertaking
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.listed import classified_by
from generator.view.parts import Links
from generator.view.text import Entry, Inline
from generator.words import N_

HEADING = N_("On the same topics")
MOST = 5
_TOPICS = "topics"


def similar(context: Context, record: AnyRecord) -> tuple[Links, ...]:
    """At most five records that share a topic and somebody with this one, and are not linked to it anyway."""
    entries = tuple(_entry(context, record, context.showcase[ref_of(name)]) for name in _nearest(context, record.ref))
    return (Links(entries, context.words.text(HEADING)),) if entries else ()


@settled
def _nearest(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The names of these records, the nearest first."""
    return tuple(str(other) for _, _, other in nsmallest(MOST, _ranked(context, ref)))


def _ranked(context: Context, ref: AnyRef) -> Iterator[tuple[int, int, AnyRef]]:
    """The nearest first: a topic counts more where fewer records have it; then who else is shared; then the id."""
    briefs = context.showcase.briefs
    context.witness.sees(str(ref))
    rarity = _rarity(context, briefs[ref].terms)
    near: dict[AnyRef, frozenset[str]] = {}
    for topic in rarity:
        near |= _on_topic(context, topic)
    linked = (link.ref for link in context.showcase.referring(ref))
    for other in (ref, *(named for _, named in briefs[ref].links), *linked):
        near.pop(other, None)
    own = frozenset(_with_whom(context, ref))
    for other, whom in near.items():
        if shared := own & whom:
            yield -sum(rarity.get(term, 0) for term in briefs[other].terms), -len(shared), other


def _rarity(context: Context, terms: Iterable[Term]) -> dict[Term, int]:
    """Of each topic one by the number of its records, as whole numbers: all are multiplied by the same."""
    topics = [term for term in terms if term.vocabulary == _TOPICS]
    numbers = {topic: len(found) for topic in topics if (found := context.showcase.names_of(topic))}
    whole = lcm(*numbers.values())
    return {topic: whole // number for topic, number in numbers.items()}


@remembered
def _on_topic(context: Context, topic: Term) -> dict[AnyRef, frozenset[str]]:
    """The records on a topic that have a page, and with whom each is."""
    return {ref: frozenset(_with_whom(context, ref)) for ref in classified_by(context, topic)}


@settled
def _with_whom(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The names of the programme of a record, of who acts in it, and of the universities they are part of."""
    record = context.showcase[ref]
    programme = record.facts.programme if isinstance(record.facts, Undertaking) else None
    acting = (ref for _, ref in context.showcase.participants(record))
    universities = (one.ref for one in context.showcase.universities(record))
    return tuple(dict.fromkeys(map(str, (*((programme,) if programme else ()), *acting, *universities))))


def _entry(context: Context, record: AnyRecord, other: AnyRecord) -> Entry:
    """The other record, its kicker, and why it is here."""
    kicker = presenter_of(other).item_kicker(context, other)
    return Entry(context.title(other, linked=True), kicker=kicker, note=_because(context, record, other))


def _because(context: Context, record: AnyRecord, other: AnyRecord) -> Inline:
    topics = [context.term_label(topic) for topic in record.facts.topics if topic in other.facts.topics]
    own = _with_whom(context, record.ref)
    shared = [ref_of(name) for name in _with_whom(context, other.ref) if name in own]
    names = context.listed(context.title(context.showcase[ref], short=True) for ref in shared)
    return context.phrase("In common: {topics}; {names}", topics=context.listed(topics), names=names)
