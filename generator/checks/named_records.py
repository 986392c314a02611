"""Rules about the records that a record names: each is what the field asks for, and none leads back."""

from collections.abc import Iterator

from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.values import AnyRef, Day, Ref
from generator.fields.walk import groups, leaves
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.placed import placed, precedes
from generator.words import Labelled

_OWN = 2
"""How long the way is to what a record itself names: a field, or an entry of a list."""


def records_do_not_name_themselves(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What a record is part of, renews or goes with is another one, and does not lead back to it."""
    for location, _, value in leaves(record.facts):
        if value == record.ref and len(location) <= _OWN:
            yield problem("names-itself", record.place(*location), key=location[0])
    for name, _ in record.facts.plain:
        passed, here = [record.ref], record.facts.held(name)
        while isinstance(here, Ref) and here.folder == record.ref.folder and here not in passed and here in showcase:
            passed.append(here)
            here = showcase[here].facts.held(name)
        if here == record.ref and len(passed) > 1:
            yield problem("leads-back", record.place(name), key=name, ids=[one.id for one in passed[1:]])


def records_named_are_of_the_right_sort(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The town of a body is a municipality; what an agreement renews is an earlier one."""
    for location, group in groups(record.facts):
        for name, field in group.plain:
            if field.stands_as or field.earlier:
                for ref in group.refs_of(name):
                    if ref in showcase:
                        yield from _other_sort(showcase, record, (*location, name), field.stands_as, ref)
                        yield from _later(showcase, record, (*location, name), ref) if field.earlier else ()


def sources_are_not_older_than_what_they_attest(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No source tells how things stand on a day after its own."""
    for location, group in groups(record.facts):
        for name, field in group.plain:
            day = group.held(name)
            for ref in group.refs_of(field.attested_by) if field.attested_by and isinstance(day, Day) else ():
                of = placed(showcase[ref].facts) if ref in showcase else None
                if of and precedes(of.days[-1], day):
                    place, date = record.place(*location, name), of.days[-1]
                    yield problem("older-source", place, key=name, day=day, source=ref.id, date=date)


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
