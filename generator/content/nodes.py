"""YAML → plain values plus the place of every key and value.

Built from the parser's events, iteratively: every scalar stays the text that was written (`no`, `06123`, `18:30`), a
duplicate key is a problem, and no depth of nesting can exhaust the interpreter.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import Any

import yaml

from generator.content.bounds import LONGEST_VALUE, MOST_ENTRIES
from generator.content.syntax import (
    CONTROL,
    CURLY,
    DASHES,
    DEPTH_LIMIT,
    ENTRY,
    aligned_entry,
    cut,
    deeper_entry,
    glued_dash,
    nameless,
    position,
    structure,
    syntax,
)
from generator.problems.mend import SignMend
from generator.problems.problem import Position, Problem, problem

Value = Any
"""A text, a list of values, or a dictionary of values by text."""
Location = tuple[str | int, ...]
"""The way to a value: keys and list positions, from the outermost."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_AGAIN = "\0"
"""Marks the name of a key that was written before: its value is followed, and kept out."""


@dataclass(frozen=True)
class Nodes:
    """The value of a YAML text, and where each of its keys and values stands."""

    value: dict[str, Value]
    start: Position
    values: Mapping[Location, Position] = field(default_factory=dict)
    keys: Mapping[Location, Position] = field(default_factory=dict)
    broken: bool = False
    """Whether the reading ended at a problem, and more may be missing than was told."""

    def holds(self, key: str) -> bool:
        """Whether a key of the outermost group was written, be it without a value."""
        return (key,) in self.keys

    def place(self, location: Location) -> Position:
        """Where the value at `location` stands, or the innermost value around it."""
        return self._nearest(self.values, location)

    def key_place(self, location: Location) -> Position:
        """Where the key at `location` stands, or the innermost value around it."""
        return self.keys.get(location) or self.place(location)

    def without(self, locations: Collection[Location]) -> "Nodes":
        """The same without the values at `locations`; list entries move up and keep the places they were written at."""
        moved: dict[Location, Location] = {(): ()}

        def kept(value: Value, old: Location) -> Value:
            if isinstance(value, str):
                return value
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            sound = [(key, item) for key, item in pairs if (*old, key) not in locations]
            for number, (key, _) in enumerate(sound):
                moved[(*old, key)] = (*moved[old], key if isinstance(value, dict) else number)
            result = [(key, kept(item, (*old, key))) for key, item in sound]
            return dict(result) if isinstance(value, dict) else [item for _, item in result]

        value = kept(self.value, ())
        values = {moved[old]: place for old, place in self.values.items() if old in moved}
        keys = {moved[old]: place for old, place in self.keys.items() if old in moved}
        return Nodes(value, self.start, values, {**self._outer_keys(), **keys}, self.broken)

    def _outer_keys(self) -> dict[Location, Position]:
        """The outermost keys: written, whatever became of their values."""
        return {location: place for location, place in self.keys.items() if len(location) == 1}

    def _nearest(self, places: Mapping[Location, Position], location: Location) -> Position:
        for length in range(len(location), 0, -1):
            if found := places.get(location[:length]):
                return found
        return self.start


@dataclass
class _Level:
    """A list or a group being filled."""

    value: dict[str, Value] | list[Value]
    location: Location
    key: str | None = None
    on_one_line: bool = False
    key_end: tuple[int, int] | None = None


class _RefusedError(Exception):
    """The reading of this text ends at a problem."""

    def __init__(self, told: Problem) -> None:
        super().__init__(told.code)
        self.told = told


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Nodes, list[Problem]]:
    """Read the YAML group in `text`, whose first line is line `first_line` of the file `path`."""
    builder = _Builder(path, first_line - 1, text)
    broken = True
    try:
        builder.build()
        broken = False
    except _RefusedError as refusal:
        builder.problems.append(refusal.told)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(syntax(error, text, path, first_line - 1, builder.quoted))
    start = Position(path, first_line, 1)
    return Nodes(builder.root, start, builder.values, builder.keys, broken), builder.problems


class _Builder:
    def __init__(self, path: str, offset: int, text: str) -> None:
        self.path, self.offset = path, offset
        self.text = text
        self.lines = text.split("\n") if "#" in text else []
        self.quoted: Position | None = None
        """Where the last value began that stands between quotation marks on several lines."""
        self.root: dict[str, Value] = {}
        self.values: dict[Location, Position] = {}
        self.keys: dict[Location, Position] = {}
        self.problems: list[Problem] = []
        self.levels: list[_Level] = []

    @cached_property
    def every_line(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    def build(self) -> None:
        for event in yaml.parse(self.text, Loader=_LOADER):
            line, column = position(event.start_mark)
            place = Position(self.path, line + 1 + self.offset, column + 1)
            if getattr(event, "anchor", None) or getattr(event, "tag", None) not in (None, "!"):
                raise _RefusedError(problem("alias", place))
            if isinstance(event, yaml.MappingStartEvent):
                self._open(_Level({}, (), on_one_line=bool(event.flow_style)), place)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open(_Level([], ()), place)
            elif isinstance(event, yaml.DocumentStartEvent) and self.values:
                raise _RefusedError(problem("second-record", place))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.levels.pop()
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event, place)

    def _open(self, level: _Level, place: Position) -> None:
        if len(self.levels) >= DEPTH_LIMIT:
            raise _RefusedError(problem("too-deep", place, limit=DEPTH_LIMIT))
        if self.levels:
            level.location = self._put(level.value, place)
        elif isinstance(level.value, list):
            raise _RefusedError(structure(place))
        else:
            self.root = level.value
        self.levels.append(level)

    def _scalar(self, event: yaml.ScalarEvent, place: Position) -> None:
        if not self.levels:
            raise _RefusedError(structure(place))
        level = self.levels[-1]
        if isinstance(level.value, dict) and level.key is None:
            self._key(level, event.value, place)
            level.key_end = position(event.end_mark)
            return
        plain = event.implicit[0]
        if self.lines and not event.style and (lost := cut(event, self.lines)):
            there = Position(self.path, position(event.end_mark)[0] + 1 + self.offset, lost.start("sign") + 1)
            self.problems.append(problem("cut-value", there, cut=lost["sign"] + lost["rest"].rstrip()))
            if not event.value:  # all of it is cut: that is its one problem
                self._put(lost["sign"] + lost["rest"], place)
                return
        self._refuse_excess(event.value, place)
        if event.style and position(event.start_mark)[0] != position(event.end_mark)[0]:
            self.quoted = place
        if plain and CURLY.fullmatch(event.value) and self.text.count(event.value) == 1:  # else it quotes those words
            curly = SignMend(event.value, f'"{event.value[1:-1]}"') if '"' not in event.value else None
            self.problems.append(problem("curly-quotes", place, exact=curly))
            self._put(event.value[1:-1], place)
            return
        if event.value.strip() == "" or (plain and event.value in ("~", "null")):
            outer = (str(part) for part in reversed(level.location) if isinstance(part, str))
            key = level.key or next(outer, "")
            lacks_colon = plain and level.key_end == position(event.start_mark)
            code = "comma-in-text" if level.on_one_line and lacks_colon else "empty-value"
            self.problems.append(problem(code, self.keys.get((*level.location, key), place), key=key))
            level.key = None
            return
        if plain and isinstance(level.value, list) and self._deeper_entries(event):
            return
        self._put(event.value, place)

    def _deeper_entries(self, event: yaml.ScalarEvent) -> bool:
        """Whether a bare entry goes on with others, which begin further in: each is put, and told."""
        (first, _), (last, column) = position(event.start_mark), position(event.end_mark)
        if first == last:
            return False
        lines, numbers = self.every_line, range(first + 1, last + bool(column))
        found = dict(
            takewhile(
                lambda pair: pair[1], ((number, aligned_entry(lines[first], lines[number])) for number in numbers)
            )
        )
        if len(found) != len(numbers) or not (entry := ENTRY.fullmatch(lines[first])):
            return False
        self._put(entry["text"].strip(), Position(self.path, first + 1 + self.offset, entry.start("text") + 1))
        for number, aligned in found.items():
            line = number + 1 + self.offset
            self.problems.append(deeper_entry(self.path, line, lines[number], aligned))
            text = aligned.lstrip(" -").strip()
            self._put(text, Position(self.path, line, lines[number].index(text) + 1))
        return True

    def _refuse_excess(self, written: str, place: Position) -> None:
        """Read no further where a key or a value is longer than any, or holds a sign that none may hold."""
        if hidden := CONTROL.search(written):
            raise _RefusedError(problem("control-character", place, number=f"U+{ord(hidden[0]):04X}"))
        if len(written) > LONGEST_VALUE:
            raise _RefusedError(problem("too-large", place, size=len(written), limit=LONGEST_VALUE))

    def _key(self, level: _Level, key: str, place: Position) -> None:
        location = (*level.location, key)
        self._refuse_excess(key, place)
        if not key.strip():
            raise _RefusedError(nameless(place))
        if key.startswith("-"):
            raise _RefusedError(glued_dash(place, key))
        if key.startswith(DASHES):
            raise _RefusedError(problem("wrong-dash", place, exact=SignMend(key[0], "-"), sign=key[0]))
        if key == "<<":
            raise _RefusedError(problem("alias", place))
        if first := self.keys.get(location):
            self.problems.append(problem("duplicate-key", place, key=key, line=first.line))
            level.key = f"{key}{_AGAIN}{place.line}:{place.column}"
        else:
            self.keys[location] = place
            level.key = key

    def _put(self, value: Value, place: Position) -> Location:
        level = self.levels[-1]
        if len(level.value) >= MOST_ENTRIES:
            raise _RefusedError(problem("too-many-entries", place, limit=MOST_ENTRIES))
        if isinstance(level.value, list):
            location: Location = (*level.location, len(level.value))
            level.value.append(value)
        elif level.key is None:
            raise _RefusedError(structure(place))
        else:
            location = (*level.location, level.key)
            if _AGAIN not in level.key:
                level.value[level.key] = value
            level.key = None
        self.values.setdefault(location, place)
        return location


def value_at(value: Value, location: Location) -> Value:
    """What stands in a value at a location; None where there is nothing."""
    for part in location:
        is_there = part in value if isinstance(value, dict) else isinstance(value, list) and int(part) < len(value)
        value = value[part] if is_there else None
    return value


def walk(value: Value, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text in a value, with the way to it, in the order written."""
    waiting: list[tuple[Location, Value]] = [(location, value)]
    while waiting:
        here, what = waiting.pop()
        if isinstance(what, str):
            yield here, what
        else:
            inner = list(what.items()) if isinstance(what, dict) else list(enumerate(what))
            waiting.extend(((*here, key), item) for key, item in reversed(inner))
