"""Fields written with dots: `recognition.on`, and `editions.2018.amount`, where a word says which entry of a list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from generator.fields.choices import Choice, Option
from generator.fields.declare import Field, Group, is_filled
from generator.fields.references import Reference
from generator.fields.types import ListOf
from generator.fields.values import AnyRef, Ref


def find_field(group: type[Group], dotted: str) -> tuple[type[Group], Field] | None:
    """The group and the declaration of a field written with dots: `recognition.on`, `editions.2018.amount`."""
    name, _, rest = dotted.partition(".")
    found = group.declared.get(name)
    if found is None:
        return None
    if not rest:
        return group, found
    if found.group is None:
        return None
    inner = find_field(found.group, rest)
    return inner or (find_field(found.group, _after(rest)) if isinstance(found.is_a, ListOf) else None)


def way_to(group: type[Group], dotted: str) -> Iterator[Field]:
    """The fields along the way to one written with dots, its own the last."""
    name, _, rest = dotted.partition(".")
    if found := group.declared.get(name):
        yield found
        if found.group and rest:
            yield from way_to(found.group, rest if rest.partition(".")[0] in found.group.declared else _after(rest))


def is_private(group: type[Group], dotted: str) -> bool:
    """Whether neither page nor data have a field, itself or with the group around it."""
    return any(one.private for one in way_to(group, dotted))


def is_impersonal(group: type[Group], dotted: str) -> bool:
    """Whether nothing in a field is of a person, whatever it looks like."""
    return any(one.item.is_impersonal for one in way_to(group, dotted))


def is_hidden(group: type[Group], dotted: str) -> bool:
    """Whether the page does not show a field, itself or with the group around it."""
    return any(one.hidden for one in way_to(group, dotted))


def _after(dotted: str) -> str:
    return dotted.partition(".")[2]


def entry_names(entries: Sequence[object]) -> list[tuple[str, ...]]:
    """What each entry of a list may be called in a dotted name: the value of a field by which it is told apart, without
    dots; where it has none, its place, from 1."""
    return [_names(one) or (str(place),) for place, one in enumerate(entries, start=1) if isinstance(one, Group)]


def entry_called(name: str, entries: Sequence[object]) -> int | None:
    """The place of the entry that is called so in a dotted name, from 0; None where none is."""
    return next((place for place, names in enumerate(entry_names(entries)) if name in names), None)


def _names(entry: Group) -> tuple[str, ...]:
    told = [(entry.declared[apart[0]].is_a, entry.held(apart[0])) for apart in entry.told_apart_by]
    written = [is_a.write(value) for is_a, value in told if is_filled(value)]
    return tuple(str(one).replace(".", "") for one in written if isinstance(one, str | int))


def _counted(group: type[Group]) -> Mapping[str, Option]:
    """What entries of a list count, where they count different things: any is called so, and one that is not there."""
    choice = group.declared[group.shares[0]].item if group.shares[0] else None
    return choice.options if isinstance(choice, Choice) else {}


class MissingEntry(NamedTuple):
    """An entry that a dotted name says, and its list does not have."""

    way: tuple[str | int, ...]
    """The way to the list."""
    name: str
    known: tuple[str, ...]
    """What the entries that there are are called."""


def missing_entry(group: Group, dotted: str, way: tuple[str | int, ...] = ()) -> MissingEntry | None:
    """The entry that the name of a field says, where its list has no such one."""
    name, _, rest = dotted.partition(".")
    field, held = group.declared.get(name), group.held(name) if name in group.declared else None
    if field is None or field.group is None or not rest:
        return None
    if not isinstance(field.is_a, ListOf):
        return missing_entry(held, rest, (*way, name)) if isinstance(held, Group) else None
    selector, entries, counted = rest.partition(".")[0], group.values_of(name), _counted(field.group)
    if find_field(field.group, rest) or selector in counted:
        return None
    place = entry_called(selector, entries)
    if place is None:
        known = (*counted, *(names[0] for names in entry_names(entries) if not counted))
        return MissingEntry((*way, name), selector, known)
    entry = entries[place]
    return missing_entry(entry, _after(rest), (*way, name, place)) if isinstance(entry, Group) else None


def held_by(group: Group, dotted: str) -> object:
    """What a field holds that is written with dots; None where it, or a group around it, is empty or is several."""
    name, _, rest = dotted.partition(".")
    value = group.held(name) if name in group.declared else None
    if not rest:
        return value if is_filled(value) else None
    if isinstance(value, tuple) and (place := entry_called(rest.partition(".")[0], value)) is not None:
        value, rest = value[place], _after(rest)
    return held_by(value, rest) if isinstance(value, Group) else None


class Selector(str):
    """What says in a dotted name which entry of a list: the year in `editions.2018.amount`; it has no label."""

    ref: AnyRef | None = None
    """The record whose entry it is, where entries are told apart by one."""
    counts: str = ""
    """What the entry counts, in English, where entries count different things."""

    @classmethod
    def of(cls, group: type[Group], name: str) -> Self:
        """A selector among the entries of a list of such groups."""
        found, counted = cls(name), _counted(group)
        found.counts = counted[name].label if name in counted else ""
        apart = group.declared[group.told_apart_by[0][0]].item if group.told_apart_by else None
        if isinstance(apart, Reference):
            found.ref = Ref(apart.folder, name)
        return found


def labels(group: type[Group], dotted: str) -> tuple[str, ...]:
    """The English labels along the way to a field: `recognition.on` is "Recognition", "Day of recognition"."""
    name, _, rest = dotted.partition(".")
    found = group.declared.get(name)
    if found is None:
        return (dotted,)
    if not rest or found.group is None:
        return (found.label,)
    first, _, after = rest.partition(".")
    if first in found.group.declared:
        return (found.label, *labels(found.group, rest))
    return (found.label, Selector.of(found.group, first), *labels(found.group, after))
