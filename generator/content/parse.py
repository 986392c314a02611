"""Plain values → a group of fields, or a problem for each value that does not fit.

A bad value is set aside and the rest goes on: the innermost value that does not fit, or the group that means nothing
without it.
"""

from collections.abc import Mapping
from typing import Any

from generator.content.nodes import Location, Nodes, Value
from generator.fields.declare import AnyGroup, Group, GroupOf
from generator.fields.types import FieldType, ListOf, RefusedError
from generator.problems.problem import Problem, did_you_mean, problem
from generator.words import N_, Phrase

_LIST = (N_("a list"), "[…, …]")
_GROUP = (N_("a group of “key: value” lines"), "{…: …}")


def parse(
    model: type[AnyGroup], nodes: Nodes, fallback: Mapping[str, Value] | None = None
) -> tuple[AnyGroup | None, Nodes, list[Problem]]:
    """Read `nodes` as a `model`, and return them without what was set aside.

    `fallback` stands in for keys that are missing or unsound. None when a needed one is left without any.
    """
    parser = _Parser(nodes)
    found = parser.fields(model, nodes.value, ())
    kept = nodes.without(parser.spoiled) if parser.spoiled else nodes
    for name, value in (fallback or {}).items():
        found.setdefault(name, model.declared[name].is_a.read(value))
    lacking = any(one.presence == "needed" and one.name not in found for one in model.declared.values())
    return (None if lacking else model(**found)), kept, parser.problems


def refused(error: RefusedError, nodes: Nodes, location: Location) -> Problem:
    """What a type refuses as a problem, at the place of the value."""
    key = _key(location)
    known = error.values.get("known")
    meant = did_you_mean(str(error.value), known) if isinstance(known, list) else ()
    return problem(error.code, nodes.place(location), meant=meant, **{"key": key, "value": error.value, **error.values})


def _key(location: Location) -> str:
    """The key at a location, or the innermost one around it."""
    return next(str(part) for part in reversed(location) if isinstance(part, str))


class _SetAsideError(Exception):
    """A value does not fit; its problem is told."""


class _Parser:
    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.problems: list[Problem] = []
        self.spoiled: set[Location] = set()

    def fields(self, model: type[Group], value: dict[str, Value], location: Location) -> dict[str, Any]:
        """The sound fields of a group."""
        found = {}
        for key, written in value.items():
            declared, here = model.declared.get(key), (*location, key)
            if declared is None:
                self._unknown(model, here)
                self.spoiled.add(here)
                continue
            try:
                found[key] = self._read(declared.is_a, written, here)
            except _SetAsideError:
                self.spoiled.add(here)
        for declared in model.declared.values():
            if declared.presence == "needed" and declared.name not in value:
                self.problems.append(problem("missing-key", self.nodes.place(location), key=declared.name))
        return found

    def _read(self, is_a: FieldType[Any], written: Value, location: Location) -> Any:
        if isinstance(is_a, ListOf):
            return self._list(is_a, written, location)
        if isinstance(is_a, GroupOf):
            return self._group(
                is_a.model, {is_a.alone: written} if is_a.alone and isinstance(written, str) else written, location
            )
        try:
            return is_a.read(written)
        except RefusedError as error:
            self.problems.append(refused(error, self.nodes, location))
            raise _SetAsideError from None

    def _list(self, is_a: ListOf[Any], written: Value, location: Location) -> tuple[Any, ...]:
        if not isinstance(written, list):
            self._wrong(_LIST, location)
        if not written:
            self.problems.append(problem("empty-value", self.nodes.key_place(location), key=_key(location)))
            raise _SetAsideError
        found = []
        for number, item in enumerate(written):
            try:
                found.append(self._read(is_a.item, item, (*location, number)))
            except _SetAsideError:
                self.spoiled.add((*location, number))
        return tuple(found)

    def _group(self, model: type[AnyGroup], written: Value, location: Location) -> AnyGroup:
        if not isinstance(written, dict):
            self._wrong(_GROUP, location)
        found = self.fields(model, written, location)
        if any(one.presence == "needed" and one.name not in found for one in model.declared.values()):
            raise _SetAsideError
        return model(**found)

    def _wrong(self, expected: tuple[str, str], location: Location) -> None:
        place, said = self.nodes.place(location), Phrase(expected[0])
        self.problems.append(problem("wrong-type", place, key=_key(location), expected=said, example=expected[1]))
        raise _SetAsideError

    def _unknown(self, model: type[Group], location: Location) -> None:
        key, known = str(location[-1]), list(model.declared)
        where, meant = Phrase(model.singular), did_you_mean(key, known)
        place = self.nodes.key_place(location)
        self.problems.append(problem("unknown-key", place, meant=meant, key=key, where=where, known=known))
