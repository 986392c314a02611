"""Rules about numbers: what is a part of something is not more than all of it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.content.told_apart import entries_again, values_again
from generator.fields.choices import Choice
from generator.fields.declare import Group
from generator.fields.quantities import CountType, MoneyType
from generator.fields.values import Quantity
from generator.fields.walk import groups, leaves
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase

_ABOUT = Decimal("0.25")
"""How far a number that is told as about so much may lie from it."""
_WHOLE = 100
_BELOW = ("<", "~<")
"""The qualifiers of what is less than the number that is told."""


def parts_are_not_more_than_all(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No more projects are funded than were submitted; the parts of a value add up to no more than it."""
    for location, group in groups(record.facts):
        for name, field in group.declared.items():
            value, here = group.held(name), (*location, name)
            wholes = field.at_most
            if isinstance(value, tuple) and field.one_each:
                value, wholes = Quantity(Decimal(len(value)), "", ""), (field.one_each,)
            if isinstance(value, tuple) and field.parts_of:
                value, wholes = _sum(value), (field.parts_of,)
            is_count = isinstance(field.is_a, CountType) or bool(field.one_each)
            other = next((one for one in wholes if _exceeds(value, group.held(one), is_count=is_count)), "")
            if other:
                yield _more(record, here, name, value, other, group.held(other))
            elif isinstance(value, tuple) and field.group and field.group.shares[0]:
                yield from _shares(record, here, value, field.group)


def one_is_not_more_than_all(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No project received more than all projects of its edition together."""
    for location, group in groups(record.facts):
        for name in (name for name, field in group.declared.items() if field.one_each):
            entries = [one for one in group.values_of(name) if isinstance(one, Group)]
            for number, entry in enumerate(entries):
                for key in sorted(_sums(group) & _sums(entry)):
                    value, whole = entry.held(key), group.held(key)
                    if _exceeds(value, whole, is_count=False):
                        place = record.place(*location, name, number, key)
                        yield problem("above-whole", place, value=str(value), whole=str(whole))


def percentages_are_of_a_whole(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A share is not more than the whole it is of."""
    for location, _, value in leaves(record.facts):
        if isinstance(value, Quantity) and value.code == "PERCENT" and value.number > _WHOLE:
            yield problem("above-whole", record.place(*location), value=f"{value.number}%", whole=f"{_WHOLE}%")


def entries_are_told_apart(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No two entries of a list are of the same thing: an initiative has one edition a year."""
    return entries_again(record.facts, record.nodes)


def values_stand_once_in_a_list(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No list has a value twice: nobody agrees with itself."""
    return values_again(record.facts, record.nodes)


def _sums(group: Group) -> set[str]:
    """The fields of a group that are sums of money."""
    return {name for name, field in group.declared.items() if isinstance(field.is_a, MoneyType)}


def _shares(record: AnyRecord, location: Location, entries: tuple[Group, ...], model: type[Group]) -> Iterator[Problem]:
    """The entries that count more than what they count a part of does, by the same source for the same time."""
    choice, amount = model.shares
    options = model.declared[choice].is_a
    assert isinstance(options, Choice)
    others = [name for name in model.declared if name not in (choice, amount, "note")]
    for number, entry in enumerate(entries):
        counts = str(entry.held(choice))
        whole = options.options[counts].within
        for other in entries if whole else ():
            if other.held(choice) == whole and all(other.held(one) == entry.held(one) for one in others):
                value, limit = entry.held(amount), other.held(amount)
                if _exceeds(value, limit, is_count=isinstance(model.declared[amount].is_a, CountType)):
                    yield _more(record, (*location, number, amount), counts, value, whole, limit)


def _more(record: AnyRecord, location: Location, key: str, value: object, other: str, limit: object) -> Problem:
    place = record.place(*location)
    return problem("more-than-all", place, key=key, value=str(value), other=other, limit=str(limit))


def _exceeds(value: object, limit: object, *, is_count: bool) -> bool:
    """Whether a quantity is surely more than another of the same unit, however each is told; counts are whole."""
    if not isinstance(value, Quantity) or not isinstance(limit, Quantity) or value.code != limit.code:
        return False
    if limit.qualifier == ">":  # it may be any number above
        return False
    least, most = _least(value, is_count=is_count), _most(limit, is_count=is_count)
    is_apart = not is_count and (value.qualifier == ">" or limit.qualifier in _BELOW)
    return least > most or (least == most and is_apart)


def _least(value: Quantity, *, is_count: bool) -> Decimal:
    """The least that it may be; where it is more than a number and no count, that number, which it is not."""
    if value.qualifier == "<":
        return Decimal(0)
    if value.qualifier in ("~", "~<"):
        return value.number * (1 - _ABOUT)
    return value.number + (is_count and value.qualifier == ">")


def _most(limit: Quantity, *, is_count: bool) -> Decimal:
    """The most that it may be; where it is less than a number and no count, that number, which it is not."""
    if limit.qualifier == "~":
        return limit.number * (1 + _ABOUT)
    return limit.number - (is_count and limit.qualifier in _BELOW)


def _sum(parts: tuple[Group, ...]) -> Quantity | None:
    """What parts are together, or more than what, where each says how much it is or is more than, in one unit."""
    values = [value for part in parts if isinstance(value := part.held("value"), Quantity)]
    qualifiers = {one.qualifier for one in values}
    if len(values) < len(parts) or not qualifiers <= {"", ">"} or len({one.code for one in values}) != 1:
        return None
    return Quantity(sum((one.number for one in values), Decimal(0)), max(qualifiers), values[0].code)
