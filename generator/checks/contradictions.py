"""Rules about what the fields of a record say together: none says what another denies."""

import datetime
from collections.abc import Iterator

from generator.checks.calendar import has_come
from generator.content.meant_field import meant_field
from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.called import fields_listed
from generator.fields.choices import Choice
from generator.fields.declare import Group, is_filled
from generator.fields.dotted import find_field
from generator.fields.types import RefusedError
from generator.fields.values import AnyRef, Day, Quantity, Ref
from generator.fields.walk import groups, lists_of_groups
from generator.kinds.evidence import differing_of, in_their_holders
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.placed import precedes
from generator.words import Phrase


def fields_are_filled_where_they_apply(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What is only there of a certain status is not filled beside another: nobody has signed what is announced."""
    for location, group in groups(record.facts):
        for name, field in group.declared.items():
            other, value = field.only_if or ("", "")
            held = group.held(other) if other else None
            if held is not None and held != value and is_filled(group.held(name)):
                place = record.place(*location, name)
                yield problem("contradiction", place, key=name, other=other, value=held, needed=value)


def statuses_agree_with_their_dates(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Nothing is under way before it begins, or planned once it has begun."""
    facts = record.facts
    for name, field in facts.declared.items():
        option = field.item.options.get(str(facts.held(name))) if isinstance(field.item, Choice) else None
        if option:
            place, value = record.place(name), facts.held(name)
            for date, day in _days(facts, option.since):
                if not has_come(showcase, day.first):
                    yield problem("status-to-come", place, key=name, value=value, date=date, day=day.first)
            for date, day in _days(facts, option.until):
                if has_come(showcase, day.last + datetime.timedelta(days=1)):
                    yield problem("status-overtaken", place, key=name, value=value, date=date, day=day.last)


def lists_name_what_belongs_in_them(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Who is in one list is not in another that leaves it out; who signs does so for a party."""
    for location, group in groups(record.facts):
        for name, field in group.declared.items():
            for other in field.apart_from:
                for way, ref in _named(group, name):
                    if ref in group.refs_of(other):
                        yield problem("not-apart", record.place(*location, *way), key=name, other=other, id=ref.id)
            known = [one.id for one in record.facts.refs_of(field.among)] if field.among else []
            for ref in group.refs_of(name) if known else ():
                if ref.id not in known:
                    place = record.place(*location, name)
                    yield problem("not-among", place, key=name, other=field.among, id=ref.id, known=known)


def fields_that_are_named_are_filled(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A source supports, and a date deduces, what the record has."""
    for location, group, holder in in_their_holders(record.facts):
        model, contested = type(holder), {entry.field for entry in differing_of(holder)}
        for name, field in group.plain:
            for number, dotted in enumerate(group.texts_of(name) if field.names_fields else ()):
                place = record.place(*location, name, number)
                if find_field(model, dotted) is None:
                    meant, known = meant_field(dotted, model), fields_listed(model.declared.values())
                    where = Phrase(model.singular)
                    yield problem("unknown-key", place, meant=meant, key=dotted, where=where, known=known)
                elif not is_filled(holder.held(dotted.partition(".")[0])) and dotted not in contested:
                    yield problem("named-empty", place, key=name, name=dotted)


def counts_and_sums_are_written_as_such(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Projects are counted by whole numbers, sums have a currency."""
    for location, group in groups(record.facts):
        choice, amount = group.shares
        options = group.declared[choice].is_a if choice else None
        if isinstance(options, Choice) and (is_a := options.options[str(group.held(choice))].measured_as):
            try:
                is_a.read(str(group.held(amount)))
            except RefusedError as error:
                place, meant = record.place(*location, amount), is_a.meant(str(error.value))
                values = {"key": amount, "value": error.value, **error.values}
                yield Problem(error.code, place, values, meant)


def entries_go_on_from_the_oldest(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The values of a series stand in their order, since the last is shown as the newest, and have one unit."""
    for location, entry, entries in lists_of_groups(record.facts):
        for within in entry.in_order_of:
            yield from _order(record, location, within, entries)
        yield from _units(record, location, entry.one_unit, entries)
        if entry.counted_in[0]:
            yield from _counting(record, location, *entry.counted_in, entries)


def _named(group: Group, name: str) -> Iterator[tuple[Location, AnyRef]]:
    """The records that the entries of a list name, or are, each with the way to it."""
    for number, entry in enumerate(group.values_of(name)):
        if isinstance(entry, Group):
            yield from (((name, number, key), ref) for key, _ in entry.plain for ref in entry.refs_of(key))
        elif isinstance(entry, Ref):
            yield (name, number), entry


def _order(record: AnyRecord, location: Location, name: str, entries: tuple[Group, ...]) -> Iterator[Problem]:
    latest = ""
    for number, entry in enumerate(entries):
        held = str(value) if (value := entry.held(name)) else ""
        if held[:4].isdigit():
            if held < latest[: len(held)]:
                place = record.place(*location, number, name)
                yield problem("out-of-order", place, key=location[-1], value=held, last=latest)
            latest = max(held, latest)


def _counting(
    record: AnyRecord, location: Location, time: str, number: str, entries: tuple[Group, ...]
) -> Iterator[Problem]:
    """The entries whose number is lower than that of one which is surely earlier."""
    numbers = [(one, count) for one, entry in enumerate(entries) if isinstance(count := entry.held(number), int)]
    for one, count in numbers:
        when = entries[one].held(time)
        earlier = [(also, other) for other, also in numbers if precedes(entries[other].held(time), when)]
        most, other = max(earlier, default=(count, one))
        if most > count:
            before, place = str(entries[other].held(time)), record.place(*location, one, number)
            yield problem("counted-back", place, key=number, value=count, when=str(when), other=most, before=before)


def _units(record: AnyRecord, location: Location, name: str, entries: tuple[Group, ...]) -> Iterator[Problem]:
    held = [(number, value) for number, one in enumerate(entries) if name and (value := one.held(name))]
    units = [(number, value) for number, value in held if isinstance(value, Quantity)]
    for number, value in units:
        if value.code != units[0][1].code:
            place = record.place(*location, number, name)
            yield problem("other-unit", place, key=location[-1], value=str(value), first=str(units[0][1]))


def _days(facts: Group, names: tuple[str, ...]) -> Iterator[tuple[str, Day]]:
    return ((name, value) for name in names if isinstance(value := facts.held(name), Day))
