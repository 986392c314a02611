"""Rules about the records that a record names: each is what the field asks for, and none leads back."""

from collections.abc import Iterator, Mapping

from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.declare import Group
from generator.fields.references import AnyReference
from generator.fields.values import AnyRef, Day, Ref
from generator.fields.walk import groups, leaves
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.placed import placed, precedes
from generator.words import Labelled

_OWN = 2
"""How long the way is to what a record itself names: a field, or an entry of a list."""


def records_do_not_name_themselves(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What a record is part of, renews or shows its claims by is another one, and does not lead back to it."""
    for location, field, value in leaves(record.facts):
        if value == record.ref and (len(location) <= _OWN or isinstance(field.item, AnyReference)):
            yield problem("names-itself", record.place(*location), key=location[0])
    for name in (name for name, _ in record.facts.plain if isinstance(record.facts.held(name), Ref)):
        others = type(record.facts).wider
        if way := _way_back(showcase, record, name, others if name in others else (name,)):
            yield problem("leads-back", record.place(name), key=name, ids=[one.id for one in way])


def records_named_are_of_the_right_sort(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The town of a body is a municipality; what an agreement renews is an earlier one."""
    for location, group in groups(record.facts):
        for name, field in group.plain:
            if field.stands_as or field.earlier or field.agrees_on:
                for ref in group.refs_of(name):
                    if ref in showcase:
                        yield from _other_sort(showcase, record, (*location, name), field.stands_as, ref)
                        yield from _later(showcase, record, (*location, name), ref) if field.earlier else ()
                        yield from _elsewhere(showcase, record, (*location, name), field.agrees_on, ref)


def sources_are_not_older_than_what_they_attest(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No source tells how things stand, or what has happened, on a day after its own."""
    for location, group in groups(record.facts):
        for name, field in group.plain:
            day = group.held(name)
            told = _attesting(showcase, group, name, field.attested_by) if isinstance(day, Day) else {}
            if told and all(until and precedes(until, day) for until in told.values()):
                _, ref, date = max((until.last, ref, until) for ref, until in told.items() if until)
                place = record.place(*location, name)
                yield problem("older-source", place, key=name, day=day, source=ref.id, date=date)


def _way_back(showcase: Showcase, record: AnyRecord, name: str, names: tuple[str, ...]) -> list[AnyRef]:
    """The records of its kind by which a field leads back to a record, going on by any of some fields; or none."""
    waiting = [[ref] for ref in record.facts.refs_of(name) if ref.folder == record.ref.folder and ref != record.ref]
    passed = set[AnyRef]()
    while waiting:
        way = waiting.pop()
        for further in names if way[-1] in showcase else ():
            for ref in showcase[way[-1]].facts.refs_of(further):
                if ref == record.ref:
                    return way
                if ref.folder == record.ref.folder and ref not in passed:
                    passed.add(ref)
                    waiting.append([*way, ref])
    return []


def _attesting(showcase: Showcase, group: Group, name: str, by: str) -> Mapping[AnyRef, Day | None]:
    """The sources that attest a field, each with the last day of which it can tell.

    Of a list with what each supports they are those that name the field. Where none does, those for the whole, which
    may tell of days to come: of these it is the day on which they were read.
    """
    entries = [one for one in group.values_of(by) if isinstance(one, Group)] if by else []
    if not entries:
        return {ref: _tells_until(showcase, ref) for ref in (group.refs_of(by) if by else ())}
    supported = [(entry, [text for key in entry.declared for text in _named_in(entry, key)]) for entry in entries]
    naming = [entry for entry, names in supported if name in names]
    ask = _tells_until if naming else _read
    chosen = naming or [entry for entry, names in supported if not names]
    return {ref: ask(showcase, ref) for entry in chosen for key, _ in entry.plain for ref in entry.refs_of(key)}


def _named_in(entry: Group, key: str) -> tuple[str, ...]:
    return entry.texts_of(key) if entry.declared[key].names_fields else ()


def _tells_until(showcase: Showcase, ref: AnyRef) -> Day | None:
    """The day of a source, as late as it may be; where none is known, the one on which it was read."""
    of = placed(showcase[ref].facts) if ref in showcase else None
    return of.days[-1] if of else _read(showcase, ref)


def _read(showcase: Showcase, ref: AnyRef) -> Day | None:
    """The day on which a source was last read, which is none before its own."""
    facts = showcase[ref].facts if ref in showcase else None
    read = facts.held(facts.tells_until) if facts and facts.tells_until else None
    of = placed(facts) if facts and isinstance(read, Day) else None
    return max((*of.days, read) if of else (read,), key=lambda day: day.last) if isinstance(read, Day) else None


def _elsewhere(
    showcase: Showcase, record: AnyRecord, location: Location, names: tuple[str, ...], ref: AnyRef
) -> Iterator[Problem]:
    """What is said of the place of a record, and otherwise of the one that it names."""
    for name in names:
        here, there = _said_of(record, name), _said_of(showcase[ref], name)
        if here and there and here != there:
            place = record.place(*location)
            yield problem(
                "lies-elsewhere", place, key=location[-1], id=ref.id, field=name, here=here.id, there=there.id
            )


def _said_of(record: AnyRecord, name: str) -> AnyRef | None:
    """The record that a field names, or the record itself where it is such a one as the field asks for."""
    field = record.facts.declared[name]
    wanted, *values = field.stands_as
    return record.ref if record.facts.held(wanted) in values else next(iter(record.facts.refs_of(name)), None)


def _other_sort(
    showcase: Showcase, record: AnyRecord, location: Location, wanted: tuple[str, ...], ref: AnyRef
) -> Iterator[Problem]:
    facts = showcase[ref].facts
    name, *values = wanted or ("",)
    if name and facts.held(name) not in values:
        options = facts.declared[name].is_a
        assert isinstance(options, Choice)
        known = [Labelled(value, options.options[value].label) for value in values]
        yield problem("other-sort", record.place(*location), key=location[-1], id=ref.id, field=name, known=known)


def _later(showcase: Showcase, record: AnyRecord, location: Location, ref: AnyRef) -> Iterator[Problem]:
    own, others = placed(record.facts), placed(showcase[ref].facts)
    if own and others and precedes(own.days[-1], others.days[0]):
        yield problem("names-later", record.place(*location), key=location[-1], id=ref.id, day=others.days[0])
