"""Facts that are put together of cells, of the map and of constants, each with the place that it comes from."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from generator.content.nodes import Location, Nodes, Value
from generator.problems.problem import Position


class Gathered:
    """Facts that are put together, each value with the place that it comes from."""

    def __init__(self, start: Position) -> None:
        self.value: dict[str, Value] = {}
        self.start = start
        self.places: dict[Location, Position] = {}

    def put(
        self,
        key: str,
        value: Value,
        place: Position,
        parts: Mapping[str, Position] = MappingProxyType({}),
        at: Sequence[int] = (),
    ) -> None:
        """Add a value: to a list, into a group, in place of a text; `parts` are the places of texts by their keys.

        `at` says which value of each list on its way it is, or is a part of, from 0; else it is a further one.
        """
        self._put(self.value, key, value, (key,), place, parts, at)

    def take(self, written: Mapping[str, Value], location: Location, nodes: Nodes) -> None:
        """Add facts that stand in a file, at a location of it."""
        for key, value in written.items():
            self.put(key, value, nodes.key_place((*location, key)))
            for inner in [one for one in nodes.values if one[: len(location) + 1] == (*location, key)]:
                self.places[inner[len(location) :]] = nodes.values[inner]

    def entries(self, way: Sequence[str]) -> int:
        """How many values a list has, at the end of a way through groups."""
        found: Any = self.value
        for name in way:
            found = found.get(name, {}) if isinstance(found, dict) else {}
        return len(found) if isinstance(found, list) else 0

    def nodes(self) -> Nodes:
        """The facts as they would have been read from a file."""
        return Nodes(self.value, self.start, self.places, self.places)

    def _put(
        self,
        holder: Any,
        key: str | int,
        value: Value,
        here: Location,
        place: Position,
        parts: Mapping[str, Position],
        at: Sequence[int],
    ) -> None:
        there = holder.get(key) if isinstance(holder, dict) else holder[key]
        self.places.setdefault(here, place)
        if isinstance(value, dict):
            if not isinstance(there, dict):
                there = holder[key] = {}
            for name, inner in value.items():
                self._put(there, name, inner, (*here, name), parts.get(name, place), parts, at)
        elif isinstance(value, list):
            if not isinstance(there, list):
                there = holder[key] = []
            first = at[0] if at else len(there)
            there += [None] * (first + len(value) - len(there))
            for number, inner in enumerate(value, first):
                self._put(there, number, inner, (*here, number), place, parts, at[1:])
        else:
            holder[key] = value
