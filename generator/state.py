"""The state of a site that was built into a folder: its files, what was asked for each, and what is known of records.

Names, sets of names and references are written once and told by their numbers, so that what is kept from one build to
the next is never written anew. It is plain JSON behind a hash: lost, damaged, or of another key, it is an empty state,
and everything is made again.
"""

import copy
import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, NamedTuple, Self, TypeVar

from generator.content.brief import Brief
from generator.content.records import Note
from generator.memo import Notes
from generator.output.links.extract import Outline, Reference, Use
from generator.output.links.verify import outline_of
from generator.output.search.searchable import searched_as
from generator.problems.plain import plain, problem_of
from generator.problems.problem import Problem

T = TypeVar("T")
_NAME = "state-3"


class File(NamedTuple):
    """A published file."""

    digest: str
    size: int
    time: int
    """When it was written, in nanoseconds."""
    asked: int
    """The number of the set of names that was asked for it; 0, of the empty set, for a file that is made each time."""
    searched: str
    """In which language the search finds it, and a digest of what it has of it; "" where it does not."""
    references: tuple[int, ...]
    anchors: tuple[str, ...] | None


class Numbered(Generic[T]):
    """Values by their numbers, each once."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        self.values = list(values)
        self.numbers = {value: number for number, value in enumerate(self.values)}

    def number(self, value: T) -> int:
        """The number of a value, perhaps a new one."""
        if value not in self.numbers:
            self.numbers[value] = len(self.values)
            self.values.append(value)
        return self.numbers[value]


class State:
    """What a build left."""

    def __init__(self) -> None:
        self.saved = 0
        """When, in nanoseconds."""
        self.files: dict[str, File] = {}
        self.names: Numbered[str] = Numbered()
        """What was asked for."""
        self.answers: dict[int, str] = {}
        """The digest of the answer, by the number of its name."""
        self.settled: dict[int, tuple[int, Any]] = {}
        """By the number of its name each answer that is settled: the number of the set asked for it, and its value."""
        self.asks: Numbered[tuple[int, ...]] = Numbered([()])
        """The sets of names that are asked for together, by their numbers."""
        self.references: Numbered[Reference] = Numbered()
        """What files refer to."""
        self.records: dict[str, Note] = {}
        """What is known of each record, by its name."""

    def asked(self, names: Iterable[str]) -> int:
        """The number of a set of names."""
        return self.asks.number(tuple(sorted(map(self.names.number, names))))

    def outline(self, file: File) -> Outline:
        """What a file refers to, and its anchors."""
        anchors = None if file.anchors is None else frozenset(file.anchors)
        return Outline(tuple(self.references.values[number] for number in file.references), anchors)

    def add(self, path: str, file: "Made", size: int, time: int) -> None:
        """A file that was made is published, of so many bytes, at a time in nanoseconds."""
        outline = file.outline
        references = tuple(map(self.references.number, outline.references))
        anchors = None if outline.anchors is None else tuple(sorted(outline.anchors))
        asked = self.asked(file.asked)
        self.files[path] = File(file.digest, size, time, asked, file.searched, references, anchors)


@dataclass(frozen=True)
class Made:
    """A file that was made: its bytes, their hash, what was asked for it, what is searched of it, what it refers to."""

    content: bytes
    digest: str
    asked: frozenset[str]
    searched: str
    outline: Outline
    malformed: Problem | None

    @classmethod
    def of(cls, path: str, content: bytes, asked: Iterable[str] = (), *, is_searched: bool = False) -> Self:
        """The file of a path, once it is looked through; without what was asked for it, it is made each time."""
        outline, malformed = outline_of(path, content)
        searched = searched_as(content) if is_searched else ""
        return cls(content, sha256(content).hexdigest(), frozenset(asked), searched, outline, malformed)


class States:
    """The states of sites as a store keeps them; whoever builds again and again need not read what it wrote itself."""

    def __init__(self, store: Path | None) -> None:
        self._notes = Notes(store, _NAME)
        self._own: dict[Path, tuple[str, State]] = {}
        self._unwritten: set[Path] = set()

    def load(self, out: Path, key: str) -> State:
        """The state that the last build into a folder left; an empty one where it is lost, damaged or of another key.

        It is for one build, which goes on from it.
        """
        own_key, state = self._own.pop(out, ("", None))
        if state is None:
            written = self._notes.read(out)
            return _read(written, key) if written else State()
        return state if own_key == key else State()

    def save(self, state: State, out: Path, key: str) -> None:
        """Keep the state of a folder, until it is written by `write` too."""
        self._own[out] = (key, state)
        self._unwritten.add(out)

    def copy(self, out: Path, other: Path) -> None:
        """The files of a folder are in another too, as they are."""
        if out in self._own:
            key, state = self._own[out]
            self.save(copy.copy(state), other, key)

    def write(self) -> None:
        """Write what was saved, each whole or not at all; a store that cannot be written is no reason to fail."""
        for out in self._unwritten & self._own.keys():
            key, state = self._own[out]
            self._notes.write(out, _written(state, key))
        self._unwritten.clear()


def _written(state: State, key: str) -> bytes:
    held = {
        "key": key,
        "saved": state.saved,
        "names": state.names.values,
        "answers": list(state.answers.items()),
        "settled": [(name, *answer) for name, answer in state.settled.items()],
        "asks": state.asks.values,
        "references": [(one.href, one.use.name) for one in state.references.values],
        "files": state.files,
        "records": {name: _plain(note) for name, note in state.records.items()},
    }
    return json.dumps(held, separators=(",", ":")).encode()


def _read(written: bytes, key: str) -> State:
    held = json.loads(written)
    state = State()
    if held["key"] == key:
        state.saved = held["saved"]
        state.names = Numbered(held["names"])
        state.answers = dict(held["answers"])
        state.settled = {name: (asked, value) for name, asked, value in held["settled"]}
        state.asks = Numbered(map(tuple, held["asks"]))
        state.references = Numbered(Reference(href, Use[use]) for href, use in held["references"])
        state.files = {path: File(*row) for path, row in held["files"].items()}
        state.records = {name: _note(*row) for name, row in held["records"].items()}
    return state


def _plain(note: Note) -> tuple[Any, ...]:
    return note.stamp, note.facts, note.texts, note.brief.plain(), list(map(plain, note.problems))


def _note(stamp: str, facts: str, texts: str, brief: list[Any], problems: Iterable[Any]) -> Note:
    return Note(stamp, facts, texts, Brief.read(brief), tuple(map(problem_of, problems)))
