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


def _all_fields(model: type[Group]) -> Iterable[Field]:
    return model.declared.values()


def ways_to_every_field(
    model: type[Group], fields: Callable[[type[Group]], Iterable[Field]] = _all_fields
) -> Iterator[tuple[Field, ...]]:
    """The way to every field that a group can have, at any depth, outer ones first, through these fields of a model."""
    for field in fields(model):
        yield (field,)
        if field.group:
            yield from ((field, *inner) for inner in ways_to_every_field(field.group, fields))


def ways_to_every_list(
    model: type[Group], fields: Callable[[type[Group]], Iterable[Field]] = _all_fields
) -> Iterator[tuple[Field, ...]]:
    """The same to every list."""
    return (way for way in ways_to_every_field(model, fields) if isinstance(way[-1].is_a, ListOf))


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
