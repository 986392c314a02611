"""Records related by what they share, each saying what: a topic, and a party, a university or a programme."""

from collections.abc import Iterator, Mapping
from heapq import nsmallest
from math import lcm

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Term
from generator.kinds.initiative import Undertaking
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.text.context import Context
from generator.view.parts import Links
from generator.view.text import Entry, Inline
from generator.words import N_

HEADING = N_("On the same topics")
MOST = 5
_TOPICS = "topics"
_OnTopic = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""A record on a topic: its name, its languages, its topics, and with whom it is."""


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
    showcase = context.showcase
    showcase.witness.sees(str(ref))
    brief = showcase.briefs[ref]
    on_topic = {term.id: _on_topic(showcase, term) for term in brief.terms if term.vocabulary == _TOPICS}
    rarity = _rarity({topic: len(found) for topic, found in on_topic.items()})
    near = {name: one for found in on_topic.values() for name, *one in found}
    linked = (link.ref for link in showcase.referring(ref))
    for other in (ref, *(named for _, named in brief.links), *linked):
        near.pop(str(other), None)
    own = frozenset(_with_whom(showcase, ref))
    for name, (languages, topics, whom) in near.items():
        shared = own.intersection(whom)
        if shared and context.language in languages:
            yield -sum(rarity.get(topic, 0) for topic in topics), -len(shared), ref_of(name)


def _rarity(numbers: Mapping[str, int]) -> dict[str, int]:
    """Of each topic one by the number of its records, as whole numbers: all are multiplied by the same."""
    whole = lcm(*filter(None, numbers.values()))
    return {topic: whole // number for topic, number in numbers.items() if number}


@settled
def _on_topic(showcase: Showcase, topic: Term) -> tuple[_OnTopic, ...]:
    """The records that a topic classifies."""
    found = []
    for ref in showcase.names_of(topic):
        topics = tuple(term.id for term in showcase.briefs[ref].terms if term.vocabulary == _TOPICS)
        found.append((str(ref), showcase.languages(ref), topics, _with_whom(showcase, ref)))
    return tuple(found)


@settled
def _with_whom(showcase: Showcase, ref: AnyRef) -> tuple[str, ...]:
    """The names of the programme of a record, of who acts in it, and of the universities they are part of."""
    record = showcase[ref]
    programme = record.facts.programme if isinstance(record.facts, Undertaking) else None
    acting = (ref for _, ref in showcase.participants(record))
    found = (*((programme,) if programme else ()), *acting, *showcase.universities_acting_in(ref))
    return tuple(dict.fromkeys(map(str, found)))


def _entry(context: Context, record: AnyRecord, other: AnyRecord) -> Entry:
    """The other record, its kicker, and why it is here."""
    kicker = presenter_of(other).item_kicker(context, other)
    return Entry(context.title(other, linked=True), kicker=kicker, note=_because(context, record, other))


def _because(context: Context, record: AnyRecord, other: AnyRecord) -> Inline:
    topics = [context.term_label(topic) for topic in record.facts.topics if topic in other.facts.topics]
    own = _with_whom(context.showcase, record.ref)
    shared = [ref_of(name) for name in _with_whom(context.showcase, other.ref) if name in own]
    names = context.listed(context.title(context.showcase[ref], short=True) for ref in shared)
    return context.phrase("In common: {topics}; {names}", topics=context.listed(topics), names=names)
