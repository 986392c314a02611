"""Records related by what they share, each saying what: a topic, and a party, a university or a programme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Term
from generator.kinds.initiative import Undertaking
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.view.parts import Links
from generator.view.text import Entry
from generator.words import N_

HEADING = N_("On the same topics")
MOST = 5


@dataclass(frozen=True)
class _Tie:
    """What a record shares with another."""

    record: AnyRecord
    topics: tuple[Term, ...]
    bodies: tuple[AnyRef, ...]
    programme: AnyRef | None

    @property
    def shared(self) -> tuple[AnyRef, ...]:
        """The programme and the bodies."""
        return (*((self.programme,) if self.programme else ()), *self.bodies)

    def rank(self, context: Context) -> tuple[Fraction, int, AnyRef]:
        """The nearest first: a topic counts more where fewer records have it; then what else is shared; then the id."""
        rarity = sum((Fraction(1, len(context.showcase.names_of(topic))) for topic in self.topics), Fraction())
        return -rarity, -len(self.shared), self.record.ref


def similar(context: Context, record: AnyRecord) -> tuple[Links, ...]:
    """At most five records that share a topic and somebody with this one, and are not linked to it anyway."""
    near = _nearest(context, record.ref)
    if not near:
        return ()
    entries = []
    for name, topics, shared in near:
        of_both = [topic for topic in record.facts.topics if topic.id in topics]
        entries.append(_entry(context, context.showcase[ref_of(name)], of_both, map(ref_of, shared)))
    return (Links(tuple(entries), context.words.text(HEADING)),)


@settled
def _nearest(context: Context, ref: AnyRef) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The nearest records by their names, each with the topics it shares, and with the programme and the bodies."""
    ties = sorted(_ties(context, context.showcase[ref]), key=lambda tie: tie.rank(context))
    return tuple(
        (tie.record.name, tuple(topic.id for topic in tie.topics), tuple(map(str, tie.shared))) for tie in ties[:MOST]
    )


def _ties(context: Context, record: AnyRecord) -> Iterator[_Tie]:
    showcase, topics = context.showcase, record.facts.topics
    near = {other.ref: other for topic in topics for other in showcase.classified_by(topic)}
    linked = {ref for _, ref in record.references()} | {link.record.ref for link in showcase.referring(record.ref)}
    if not near.keys() - linked - {record.ref}:
        return
    bodies, programme = _bodies(context, record), _programme(record)
    for ref, other in near.items():
        if ref == record.ref or ref in linked or not context.has_page(other):
            continue
        shared = tuple(body for body in _bodies(context, other) if body in bodies)
        same = programme if programme and programme == _programme(other) else None
        if shared or same:
            yield _Tie(other, tuple(topic for topic in topics if topic in other.facts.topics), shared, same)


@remembered
def _bodies(context: Context, record: AnyRecord) -> tuple[AnyRef, ...]:
    """Who acts in a record, and the universities they are part of."""
    acting = (ref for _, ref in context.showcase.participants(record))
    return tuple(dict.fromkeys((*acting, *(one.ref for one in context.showcase.universities(record)))))


def _programme(record: AnyRecord) -> AnyRef | None:
    return record.facts.programme if isinstance(record.facts, Undertaking) else None


def _entry(context: Context, near: AnyRecord, topics: Iterable[Term], shared: Iterable[AnyRef]) -> Entry:
    """The record, its kicker, and why it is here."""
    labels = context.listed(context.term_label(topic) for topic in topics)
    names = context.listed(context.title(context.showcase[ref], short=True) for ref in shared)
    because = context.phrase("In common: {topics}; {names}", topics=labels, names=names)
    return Entry(context.title(near, linked=True), kicker=presenter_of(near).item_kicker(context, near), note=because)
