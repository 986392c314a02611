"""A record: its facts, its words in each language, and where everything was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeGuard, TypeVar

from generator.content.media import Media
from generator.content.nodes import Location, Nodes
from generator.content.prose import Prose
from generator.fields.dotted import is_hidden
from generator.fields.values import AnyRef, Ref
from generator.fields.walk import leaves
from generator.kinds.base import Kind
from generator.problems.problem import Position

K_co = TypeVar("K_co", bound=Kind, covariant=True)
AnyKind = TypeVar("AnyKind", bound=Kind)


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

    def place(self, line: int, column: int) -> Position:
        """The place in the file of a point of the text."""
        return Position(self.path, self.body_line + line - 1, column)


def words_of(title: str, short_title: str, summary: str, alt: str, body: str) -> Wording:
    """Words that stand in no file, or did once."""
    return Wording(Nodes({}, Position("")), title, short_title or title, summary, alt, body, 1, Prose())


@dataclass(frozen=True)
class Record(Generic[K_co]):
    """One record of a kind. `wordings` has the first language, and each language it was translated into."""

    ref: Ref[K_co]
    facts: K_co
    nodes: Nodes
    wordings: Mapping[str, Wording]
    attachments: Mapping[str, Media]
    """The files beside it, by name."""

    @cached_property
    def name(self) -> str:
        """Its kind and its id: "agreements/x"."""
        return str(self.ref)

    @property
    def path(self) -> str:
        """The file that holds its facts."""
        return self.nodes.start.path

    @property
    def files_folder(self) -> str:
        """The folder of its files, whether the record itself lies in it or beside it."""
        return f"content/{self.name}"

    def place(self, *location: str | int) -> Position:
        """Where the value at `location` was written, or the innermost value around it."""
        return self.nodes.place(location)

    def states(self, field: str) -> bool:
        """Whether a field is not among what the sources leave out; of a hidden one nobody is told that."""
        return field not in self.facts.not_stated or is_hidden(type(self.facts), field)

    def of(self, kind: type[AnyKind]) -> "Record[AnyKind] | None":
        """The record itself, where it is one of `kind`."""
        return self if _is_of(self, kind) else None

    def references(self) -> tuple[tuple[Location, AnyRef], ...]:
        """Every reference to another record, with the way to it."""
        return self._references

    @cached_property
    def _references(self) -> tuple[tuple[Location, AnyRef], ...]:
        """Found once: the pages ask for them again and again."""
        return tuple((location, value) for location, _, value in leaves(self.facts) if isinstance(value, Ref))


AnyRecord = Record[Kind]
"""A record of whatever kind."""


def _is_of(record: AnyRecord, kind: type[AnyKind]) -> TypeGuard[Record[AnyKind]]:
    return isinstance(record.facts, kind)


def of_kind(records: Iterable[AnyRecord], kind: type[AnyKind]) -> tuple[Record[AnyKind], ...]:
    """Those of the records that are of `kind`."""
    return tuple(found for record in records if (found := record.of(kind)))
