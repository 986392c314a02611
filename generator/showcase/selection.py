"""A selection: which records answer to some questions, whatever asks them, from what kinds declare.

Several answers to one question are any of them; several questions are all of them. A record is in a period if it may
have held on a day of it; one without any date is in none, and is told apart.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.fields.choices import Choice
from generator.fields.dotted import find_field
from generator.fields.values import AnyRef, Term
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import IN_FORCE
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.placed import day_of
from generator.showcase.status import agreement_status, end_of, has_begun, period_status, start_of
from generator.showcase.whereabouts import inside, naming

Span = tuple[datetime.date, datetime.date]
"""From the first day on which something may hold to the last."""

_OF_A_DAY = "of"
"""The preposition of what is over with its day, as news are; what began on one goes on."""


@dataclass(frozen=True)
class Questions:
    """The questions, each with its answers; a question without any is not asked."""

    partners: tuple[AnyRef, ...] = ()
    places: tuple[AnyRef, ...] = ()
    topics: tuple[Term, ...] = ()
    kinds: tuple[type[Kind], ...] = ()
    universities: tuple[AnyRef, ...] = ()
    audiences: tuple[Term, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    in_force_on: datetime.date | None = None

    @property
    def asks(self) -> bool:
        """Whether anything is asked."""
        return self != Questions()


@dataclass(frozen=True)
class Selected:
    """What answers: the records by kind and id, and those that only their dates, which nobody states, keep out."""

    refs: tuple[AnyRef, ...]
    undated: tuple[AnyRef, ...] = ()


def about(showcase: Showcase, ref: AnyRef) -> Questions | None:
    """What is asked for all that is known of an organisation or a place; None of others, and where nothing answers."""
    if kind_of(ref) is Organisation and _any_done(with_partner(showcase, ref)):
        return Questions(partners=(ref,))
    if kind_of(ref) is Place and _any_done(at_place(showcase, ref)):
        return Questions(places=(ref,))
    return None


def _any_done(refs: Iterable[AnyRef]) -> bool:
    return any(tells_what_is_done(kind_of(one)) for one in refs)


def tells_what_is_done(kind: type[Kind]) -> bool:
    """Whether records of a kind tell what somebody does: no figures, no areas of plans, no names, no sources."""
    return kind.search_rank == 1 and kind.is_listed


def selected(showcase: Showcase, asked: Questions) -> Selected:
    """The records that answer to all questions; of every kind that tells what is done, where none is named."""
    kinds = asked.kinds or tuple(filter(tells_what_is_done, KINDS))
    if given := tuple(_given(showcase, asked)):
        found = {one for one in set.intersection(*given) if kind_of(one) in kinds}
    else:
        found = {one for kind in kinds for one in showcase.names(kind)}
    if asked.universities:
        wanted = set(asked.universities)
        found = {one for one in found if not wanted.isdisjoint(showcase.universities_in(one))}
    if asked.in_force_on:
        found = {one for one in found if in_force(showcase, one, asked.in_force_on)}
    if not (asked.since or asked.until):
        return Selected(_in_order(found))
    spans = {one: span_of(showcase, one) for one in found}
    first, last = asked.since or datetime.date.min, asked.until or datetime.date.max
    within = (one for one, span in spans.items() if span and span[0] <= last and first <= span[1])
    return Selected(_in_order(within), _in_order(one for one, span in spans.items() if span is None))


def _given(showcase: Showcase, asked: Questions) -> Iterator[set[AnyRef]]:
    """The records that answer to each question that names what they are about; the others need not be asked then."""
    if asked.partners:
        yield {one for ref in asked.partners for one in with_partner(showcase, ref)}
    if asked.places:
        yield {one for ref in asked.places for one in at_place(showcase, ref)}
    for terms in (asked.topics, asked.audiences):
        if terms:
            yield {one for term in terms for one in showcase.names_of(term)}


def _in_order(refs: Iterable[AnyRef]) -> tuple[AnyRef, ...]:
    kinds = [kind.folder for kind in KINDS]
    return tuple(sorted(refs, key=lambda ref: (kinds.index(ref.folder), ref.id)))


# --- who, where ---


def with_partner(showcase: Showcase, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The records in which an organisation or a part of it takes part: in their own right, or in a project of theirs.

    Whom a source only names takes part in nothing.
    """
    return tuple(map(ref_of, _with_partner(showcase, ref)))


@settled
def _with_partner(showcase: Showcase, ref: AnyRef) -> tuple[str, ...]:
    whole = dict.fromkeys((ref, *parts_of(showcase, ref)))
    naming_it = {link.ref for one in whole for link in showcase.referring(one)}
    left = {one for found in naming_it for one in _leaving_to(showcase, found)}
    names = {str(one) for one in whole}
    acting = (one for one in naming_it | left if not names.isdisjoint(_taking_part(showcase, one)))
    return tuple(sorted(str(one) for one in acting if not showcase.briefs[one].withdrawn))


def _leaving_to(showcase: Showcase, ref: AnyRef) -> Iterator[AnyRef]:
    """The records that leave one of their fields to a record: the initiatives of a programme."""
    for link in showcase.referring(ref):
        if any(wider == ref for _, wider in showcase.briefs[link.ref].inherits):
            yield link.ref


def parts_of(showcase: Showcase, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The organisations that are part of one, however deep."""
    found, waiting = dict[AnyRef, None](), [ref]
    while waiting:
        for link in showcase.referring(waiting.pop(0)):
            is_part = kind_of(link.ref) is Organisation and link.location == ("part_of",)
            if is_part and link.ref not in found and link.ref != ref:
                found[link.ref] = None
                waiting.append(link.ref)
    return tuple(found)


@settled
def _taking_part(showcase: Showcase, ref: AnyRef) -> tuple[str, ...]:
    """Who acts in a record, and who takes part in what it holds, such as its projects."""
    record = showcase[ref]
    kind = type(record.facts)
    inner = (str(one) for way, one in record.references() if kind_of(one) is Organisation and _leads_back(kind, way))
    return tuple(dict.fromkeys((*(str(other) for _, other in showcase.participants(record.ref)), *inner)))


def _leads_back(kind: type[Kind], way: Location) -> bool:
    """Whether a field inside a group leads back from the page of an organisation: who is named there takes part."""
    found = find_field(kind, ".".join(step for step in way if isinstance(step, str)))
    return bool(found and found[1].backlink and found[0] is not kind)


def at_place(showcase: Showcase, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The records that happen in a place or inside it, or are about it."""
    around = (ref, *inside(showcase, ref))
    names = dict.fromkeys(name for one in around for name, _ in naming(showcase, one))
    return tuple(map(ref_of, names))


# --- when ---


def span_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """From the first day on which a record may hold to the last; what has begun and has no known end goes on."""
    found = _span(showcase, ref)
    return (datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1])) if found else None


def days_of(span: Span) -> tuple[str, str]:
    """Its first and its last day as ISO 8601 writes them; "" for an end that is open."""
    first, last = span
    return (
        "" if first == datetime.date.min else first.isoformat(),
        "" if last == datetime.date.max else last.isoformat(),
    )


@settled
def _span(showcase: Showcase, ref: AnyRef) -> tuple[int, ...]:
    facts = showcase[ref].facts
    if isinstance(facts, Agreement):
        start, until = start_of(facts), end_of(facts)
        begins, ends = (start.first if start else None), (until.last if until else None)
    else:
        begins, ends = _limits(showcase, ref, facts)
    if begins is None and ends is None:
        return ()
    return (begins or datetime.date.min).toordinal(), (ends or datetime.date.max).toordinal()


def _limits(showcase: Showcase, ref: AnyRef, facts: Kind) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day by the fields that a kind declares for them, or by the date that places it in time."""
    if period := facts.period:
        first, last = day_of(facts.held(period.start)), day_of(facts.held(period.end))
        last = last or (first if period.or_start else None)
        return (first.first if first else None), (last.last if last else None)
    placed = showcase.placed_in_time(showcase[ref])
    if placed and placed.dated.preposition == _OF_A_DAY:
        return placed.first, max(day.last for day in placed.days)
    ends = (day_of(facts.held(one.name)) for one in facts.declared.values() if placed and placed.field in one.after)
    end = next(filter(None, ends), None)
    return (placed.first if placed else None), (end.last if end else None)


def force_of(showcase: Showcase, ref: AnyRef) -> Span | None:
    """The days on which a record is in force for certain: `in_force` on each of them, and on no other."""
    found = _force(showcase, ref)
    return (datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1])) if found else None


@settled
def _force(showcase: Showcase, ref: AnyRef) -> tuple[int, ...]:
    record = showcase[ref]
    if agreement := record.of(Agreement):
        facts, end = agreement.facts, end_of(agreement.facts)
        if facts.stage != "signed" or end is None:
            return ()
        begun = [start.first if (start := start_of(one)) else datetime.date.min for one in _in_place_of(showcase, ref)]
        start, last = start_of(facts), end.in_force_until.toordinal()
        return _days(start.first if start else None, min((last, *(day.toordinal() - 1 for day in begun))))
    if not (period := record.facts.period):
        return _under_way(record.facts)
    begins, until = day_of(record.facts.held(period.start)), day_of(record.facts.held(period.end))
    until = until or (begins if period.or_start else None)
    return _days(begins.last if begins else None, until.first.toordinal()) if until else ()


def _under_way(facts: Kind) -> tuple[int, ...]:
    """The days on which a record is under way by the state that it gives, and by the dates this goes from and to.

    What is under way and has no known end goes on; of what is no longer, only days between two that are known are sure.
    """
    choices = ((name, one.is_a) for name, one in facts.declared.items() if isinstance(one.is_a, Choice))
    for name, choice in choices:
        for value, option in choice.options.items():
            if option.since and option.until:
                begins, ends = (day_of(facts.held(fields[0])) for fields in (option.since, option.until))
                goes_on = facts.held(name) == value
                if goes_on or (begins and ends):
                    until = ends.first if ends else datetime.date.max
                    return _days(begins.last if begins else None, until.toordinal())
    return ()


def _in_place_of(showcase: Showcase, ref: AnyRef) -> Iterator[Agreement]:
    """The signed agreements that renew one."""
    return (one.facts for one in showcase.renewals(showcase[ref]) if one.facts.stage == "signed")


def _days(first: datetime.date | None, last: int) -> tuple[int, ...]:
    begins = (first or datetime.date.min).toordinal()
    return (begins, last) if begins <= last else ()


def in_force(showcase: Showcase, ref: AnyRef, day: datetime.date) -> bool:
    """Whether a record is in force, open or under way on a day for certain; of what has no such state, never."""
    record = showcase[ref]
    if agreement := record.of(Agreement):
        renewed = any(has_begun(one.facts, day) for one in showcase.renewals(record))
        return agreement_status(agreement.facts, day, renewed=renewed).name == IN_FORCE
    if period := record.facts.period:
        near = period.near[0] if period.near else period.during
        return period_status(record.facts, period, day).name in (period.during, near)
    span = force_of(showcase, ref)
    return span is not None and span[0] <= day <= span[1]
