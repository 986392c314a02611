"""The way through the fields of a group: every value, every group inside it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.fields.declare import Field, Group
from generator.fields.types import ListOf


def leaves(group: Group) -> Iterator[tuple[tuple[str | int, ...], Field, object]]:
    """Every filled value inside a group that is no group or list itself: the way to it, its field, and the value."""
    for location, inner in groups(group):
        for name, declared in inner.plain:
            value = getattr(inner, name)
            if isinstance(value, tuple):
                yield from (((*location, name, number), declared, item) for number, item in enumerate(value))
            elif value is not None:
                yield (*location, name), declared, value


def lists_of_groups(group: Group) -> Iterator[tuple[tuple[str | int, ...], type[Group], tuple[Group, ...]]]:
    """Every list of groups inside a group: the way to it, what its entries are, and the entries."""
    for location, inner in groups(group):
        for name, declared in inner.declared.items():
            entries = inner.held(name)
            if declared.group and isinstance(entries, tuple):
                yield (*location, name), declared.group, entries


def ways_to_every_list(
    model: type[Group], fields: Callable[[type[Group]], Iterable[Field]], way: tuple[Field, ...] = ()
) -> Iterator[tuple[Field, ...]]:
    """The way to every list that a group can have, at any depth, outer ones first, through these fields of a model."""
    for field in fields(model):
        here = (*way, field)
        if isinstance(field.is_a, ListOf):
            yield here
        if field.group:
            yield from ways_to_every_list(field.group, fields, here)


def groups(group: Group) -> Iterator[tuple[tuple[str | int, ...], Group]]:
    """The group itself and every group inside it, outermost first."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), group)]
    while waiting:
        location, value = waiting.pop()
        if isinstance(value, Group):
            yield location, value
            held = [((*location, name), found) for name in value.inner if (found := getattr(value, name))]
            waiting.extend(reversed(held))
        else:
            waiting.extend(reversed([((*location, number), item) for number, item in enumerate(value)]))
