"""Problems of what a list has twice: entries that are of one thing, values that stand in it again."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.nodes import Location, Nodes
from generator.fields.declare import Group
from generator.fields.values import Ref, Term
from generator.fields.walk import groups, lists_of_groups
from generator.problems.problem import Problem, problem


def entries_again(group: Group, nodes: Nodes) -> Iterator[Problem]:
    """`same-entry`: an entry of a list has the same as one before it in the fields by which they are told apart, or in
    all it has.
    """
    for location, model, entries in lists_of_groups(group):
        for apart in model.told_apart_by:
            yield from _entries_again(nodes, location, apart, entries)
        if model.told_apart_by:
            yield from _wholly_again(nodes, location, model.told_apart_by, entries)


def values_again(group: Group, nodes: Nodes) -> Iterator[Problem]:
    """`same-entry`: a value stands in a list a second time."""
    for location, inner in groups(group):
        for name, _ in inner.plain:
            held = inner.held(name)
            seen: dict[object, int] = {}
            for number, one in enumerate(held if isinstance(held, tuple) else ()):
                if (first := seen.setdefault(_key(one), number)) != number:
                    yield _again(nodes, (*location, name), number, first, _said(one))


def _entries_again(
    nodes: Nodes, location: Location, apart: tuple[str, ...], entries: tuple[Group, ...]
) -> Iterator[Problem]:
    seen: dict[tuple[Any, ...], int] = {}
    for number, entry in enumerate(entries):
        values = tuple(entry.held(one) for one in apart)
        first = seen.setdefault(tuple(map(_key, values)), number)
        if first != number and all(one is not None for one in values):
            said = ", ".join(filter(None, map(_said, values)))
            yield _again(nodes, location, number, first, said, apart[:1])


def _wholly_again(
    nodes: Nodes, location: Location, told_apart_by: tuple[tuple[str, ...], ...], entries: tuple[Group, ...]
) -> Iterator[Problem]:
    """Entries that are the same in everything, and lack something in whatever tells them apart."""
    seen: dict[object, int] = {}
    for number, entry in enumerate(entries):
        first = seen.setdefault(_key(entry), number)
        if first != number and all(any(entry.held(one) is None for one in apart) for apart in told_apart_by):
            said = next(filter(None, (_said(one) for name, _ in entry.plain for one in entry.values_of(name))), "")
            yield _again(nodes, location, number, first, said)


def _key(value: object) -> object:
    """What a value is known again by: words by what they are in every language, a group by all it has."""
    if isinstance(value, Group):
        return tuple(_key(value.held(name)) for name in value.declared)
    if isinstance(value, tuple) and any(isinstance(one, Group | Mapping) for one in value):
        return tuple(map(_key, value))
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value


def _said(value: object) -> str:
    """A value as its file has it; of words, those of the first language."""
    if isinstance(value, tuple | Mapping):
        return ", ".join(map(_said, value if isinstance(value, tuple) else [*value.values()][:1]))
    return value.id if isinstance(value, Ref | Term) else str(value)


def _again(
    nodes: Nodes, location: Location, number: int, first: int, said: str, inner: tuple[str, ...] = ()
) -> Problem:
    place, line = (nodes.place((*location, one, *inner)) for one in (number, first))
    return problem("same-entry", place, key=location[-1], value=said, line=line.line)
