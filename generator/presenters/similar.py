"""Records related by what they share, each saying what: a topic, and a party, a university or a programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

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


@dataclass(frozen=True)
class _Tie:
    """What a record shares with another."""

    record: AnyRecord
    topics: tuple[Term, ...]
    bodies: tuple[AnyRef, ...]
    programme: AnyRef | None

    def rank(self, context: Context) -> tuple[Fraction, int, AnyRef]:
        """The nearest first: a topic counts more where fewer records have it; then what else is shared; then the id."""
        rarity = sum((Fraction(1, len(context.showcase.classified_by(topic))) for topic in self.topics), Fraction())
        return -rarity, -len(self.bodies) - bool(self.programme), self.record.ref


@settled
def similar(context: Context, record: AnyRecord) -> tuple[Links, ...]:
    """At most five records that share a topic and somebody with this one, and are not linked to it anyway."""
    ties = sorted(_ties(context, record), key=lambda tie: tie.rank(context))
    if not ties:
        return ()
    return (Links(tuple(_entry(context, tie) for tie in ties[:MOST]), context.words.text(HEADING)),)


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


def _entry(context: Context, tie: _Tie) -> Entry:
    """The record, its kicker, and why it is here."""
    kicker = presenter_of(tie.record).item_kicker(context, tie.record)
    return Entry(context.title(tie.record, linked=True), kicker=kicker, note=_because(context, tie))


def _because(context: Context, tie: _Tie) -> Inline:
    topics = context.listed(context.term_label(topic) for topic in tie.topics)
    shared = (*((tie.programme,) if tie.programme else ()), *tie.bodies)
    names = context.listed(context.title(context.showcase[ref], short=True) for ref in shared)
    return context.phrase("In common: {topics}; {names}", topics=topics, names=names)
