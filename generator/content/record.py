"""A record: its facts, its words in each language, and where everything was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator.content.media import Media
from generator.content.nodes import Location, Nodes
from generator.content.prose import Prose
from generator.kinds.base import Kind
from generator.kinds.types.values import Ref
from generator.problems.problem import Place


@dataclass(frozen=True)
class Wording:
    """What a record says in one language."""

    nodes: Nodes
    title: str
    short_title: str
    summary: str
    alt: str
    body: str
    body_line: int
    prose: Prose

    @property
    def path(self) -> str:
        """The file it was written in."""
        return self.nodes.start.path

    def place(self, line: int, column: int) -> Place:
        """The place in the file of a point of the text."""
        return Place(self.path, self.body_line + line - 1, column)


@dataclass(frozen=True)
class Record:
    """One record. `wordings` has the first language, and each language it was translated into."""

    ref: Ref
    facts: Kind
    nodes: Nodes
    wordings: Mapping[str, Wording]
    attachments: Mapping[str, Media]
    """The files beside it, by name."""

    @property
    def path(self) -> str:
        """The file that holds its facts."""
        return self.nodes.start.path

    def place(self, *location: str | int) -> Place:
        """Where the value at `location` was written, or the innermost value around it."""
        return self.nodes.place(location)

    def states(self, field: str) -> bool:
        """Whether a field is not listed among what the sources leave out."""
        return field not in self.facts.not_stated

    def references(self) -> tuple[tuple[Location, Ref], ...]:
        """Every reference to another record, with the way to it."""
        return self._references

    @cached_property
    def _references(self) -> tuple[tuple[Location, Ref], ...]:
        """Found once: the pages ask for them again and again."""
        return tuple((location, value) for location, _, value in leaves(self.facts) if isinstance(value, Ref))


def leaves(group: BaseModel) -> Iterator[tuple[Location, BaseModel, Any]]:
    """Every filled value inside a group that is no group or list itself: the way to it, its group, and the value."""
    waiting: list[tuple[Location, BaseModel, Any]] = [((), group, group)]
    while waiting:
        location, owner, value = waiting.pop()
        if isinstance(value, BaseModel):
            inner = [((*location, name), value, getattr(value, name)) for name in type(value).model_fields]
            waiting.extend(reversed(inner))
        elif isinstance(value, tuple):
            waiting.extend(reversed([((*location, number), owner, item) for number, item in enumerate(value)]))
        elif value is not None:
            yield location, owner, value


def groups(group: BaseModel) -> Iterator[tuple[Location, BaseModel]]:
    """The group itself and every group inside it, outermost first."""
    waiting: list[tuple[Location, Any]] = [((), group)]
    while waiting:
        location, value = waiting.pop()
        if isinstance(value, BaseModel):
            yield location, value
            waiting.extend(reversed([((*location, name), getattr(value, name)) for name in type(value).model_fields]))
        elif isinstance(value, tuple):
            waiting.extend(reversed([((*location, number), item) for number, item in enumerate(value)]))
