"""A selection: which records answer to some questions, whatever asks them, from what kinds declare.

Several answers to one question are any of them; several questions are all of them. A record is in a period if it held
on a day of it for certain; one that only may have, and one without any date, are in none, and are told apart.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.fields.declare import Field
from generator.fields.dotted import find_field
from generator.fields.values import AnyRef, Term
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.showcase.answers import settled
from generator.showcase.in_force import Span, in_force, may_be_in_force
from generator.showcase.model import Showcase
from generator.showcase.spans import possible_span_of, sure_span_of
from generator.showcase.whereabouts import inside, naming


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
    def organisations(self) -> tuple[AnyRef, ...]:
        """The partners and the universities that are asked for."""
        return (*self.partners, *self.universities)

    @property
    def named(self) -> tuple[AnyRef, ...]:
        """The records that are asked for by name."""
        return (*self.organisations, *self.places)

    @property
    def asks(self) -> bool:
        """Whether anything is asked."""
        return self != Questions()


@dataclass(frozen=True)
class Selected:
    """What answers: the records by kind and id, and those of which nobody states the dates that would tell."""

    refs: tuple[AnyRef, ...]
    undated: tuple[AnyRef, ...] = ()
    """Those of which no date is known."""
    unsure: tuple[AnyRef, ...] = ()
    """Those that may be in force on the day that is asked for: when they begin or end is not known well enough."""
    possible: tuple[AnyRef, ...] = ()
    """Those that may have held in the period that is asked for, likewise."""


def about(ref: AnyRef) -> Questions | None:
    """What is asked for all that is known of an organisation or a place; None of others."""
    if kind_of(ref) is Organisation:
        return Questions(partners=(ref,))
    if kind_of(ref) is Place:
        return Questions(places=(ref,))
    return None


def acts(showcase: Showcase, ref: AnyRef) -> bool:
    """Whether an organisation takes part in anything that is done."""
    return any(tells_what_is_done(kind_of(one)) for one in with_partner(showcase, ref))


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
    open_to = set[AnyRef]()
    if day := asked.in_force_on:
        on_day = {one for one in found if in_force(showcase, one, day)}
        open_to = {one for one in found - on_day if _holds(may_be_in_force(showcase, one), day, day)}
        found = on_day
    if not (asked.since or asked.until or open_to):
        return Selected(_in_order(found))
    spans = {one: possible_span_of(showcase, one) for one in (*found, *open_to)}
    first, last = asked.since or datetime.date.min, asked.until or datetime.date.max
    asks_when = first > datetime.date.min or last < datetime.date.max
    within = {one for one, span in spans.items() if not asks_when or _holds(span, first, last)}
    sure = {one for one in found & within if not asks_when or _holds(sure_span_of(showcase, one), first, last)}
    undated = (one for one, span in spans.items() if span is None and (asks_when or one in open_to))
    unsure = (one for one in open_to if spans[one] and one in within)
    return Selected(_in_order(sure), _in_order(undated), _in_order(unsure), _in_order(found & within - sure))


def may_answer(showcase: Showcase, asked: Questions) -> Selected:
    """The same as registers have it: what may have held in the period is among what answers."""
    found = selected(showcase, asked)
    return replace(found, refs=_in_order((*found.refs, *found.possible)), possible=())


def _holds(span: Span | None, first: datetime.date, last: datetime.date) -> bool:
    """Whether some days have one from `first` to `last`; none have none."""
    return span is not None and span[0] <= last and first <= span[1]


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
    whole = (ref, *parts_of(showcase, ref))
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
    return tuple(map(ref_of, _parts_of(showcase, ref)))


@settled
def _parts_of(showcase: Showcase, ref: AnyRef) -> tuple[str, ...]:
    found, waiting = dict[AnyRef, None](), [ref]
    while waiting:
        for link in showcase.referring(waiting.pop(0)):
            is_part = kind_of(link.ref) is Organisation and link.location == ("part_of",)
            if is_part and link.ref not in found and link.ref != ref:
                found[link.ref] = None
                waiting.append(link.ref)
    return tuple(map(str, found))


@settled
def _taking_part(showcase: Showcase, ref: AnyRef) -> tuple[str, ...]:
    """Who acts in a record, and who takes part in what it holds, such as its projects."""
    acting = (str(other) for _, other in showcase.participants(ref))
    return tuple(dict.fromkeys((*acting, *(str(other) for _, other in taking_part_inside(showcase, ref)))))


def taking_part_inside(showcase: Showcase, ref: AnyRef) -> Iterator[tuple[Field, AnyRef]]:
    """Who takes part in what a record holds, such as its projects, and by which field of it."""
    return ((field, other) for _, field, other in _inside(showcase, ref))


def _inside(showcase: Showcase, ref: AnyRef) -> Iterator[tuple[Location, Field, AnyRef]]:
    """The same, with the way to each."""
    record = showcase[ref]
    for way, other in record.references():
        if kind_of(other) is Organisation and (field := _leading_back(type(record.facts), way)):
            yield way, field, other


def with_parts(showcase: Showcase, asking: Iterable[AnyRef]) -> set[str]:
    """The names of some organisations and of their parts."""
    return {str(one) for own in asking for one in (own, *parts_of(showcase, own))}


def takes_part_at(showcase: Showcase, ref: AnyRef, asking: Iterable[AnyRef]) -> set[Location]:
    """The groups of a record in which some organisations or parts of theirs take part: `()` is the whole record."""
    names = with_parts(showcase, asking)
    return {way for way, name in _taking_part_at(showcase, ref) if name in names}


@settled
def _taking_part_at(showcase: Showcase, ref: AnyRef) -> tuple[tuple[Location, str], ...]:
    whole = (((), str(other)) for _, other in showcase.participants(ref))
    return (*whole, *((group_of(way), str(other)) for way, _, other in _inside(showcase, ref)))


def group_of(way: Location) -> Location:
    """The way to the innermost entry of a list in which a field stands: `()` is the record itself."""
    numbers = [at for at, step in enumerate(way[:-1]) if isinstance(step, int) and isinstance(way[at + 1], str)]
    return way[: numbers[-1] + 1] if numbers else ()


def _leading_back(kind: type[Kind], way: Location) -> Field | None:
    """A field inside a group that leads back from the page of an organisation: who is named there takes part."""
    found = find_field(kind, ".".join(step for step in way if isinstance(step, str)))
    return found[1] if found and found[1].backlink and found[0] is not kind else None


def at_place(showcase: Showcase, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The records that happen in a place or inside it, or are about it."""
    around = (ref, *inside(showcase, ref))
    names = dict.fromkeys(name for one in around for name, _ in naming(showcase, one))
    return tuple(map(ref_of, names))
