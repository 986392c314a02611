"""The state of a site that was built into a folder, as the store keeps it: its files, and what was asked for each.

Names, references and sets of names are written once and told by their numbers, so that what is kept from one build to
the next is never written anew. It is plain JSON behind a hash: lost, damaged, or of another key, it is an empty state,
and everything is made again.
"""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.memo import Notes
from generator.output.links.extract import Outline, Reference, Use

T = TypeVar("T")
_NAME = "state-1"
_FEW = 1000


class File(NamedTuple):
    """A published file."""

    digest: str
    size: int
    time: int
    """When it was written, in nanoseconds."""
    asked: int
    """The number of the set of names that was asked for it; 0, of the empty set, for a file that is made each time."""
    is_searched: bool
    references: tuple[int, ...]
    anchors: tuple[str, ...] | None


class State:
    """What a build left."""

    def __init__(self) -> None:
        self.saved = 0
        """When, in nanoseconds."""
        self.files: dict[str, File] = {}
        self.answers: dict[str, str] = {}
        """The digest of every answer that was asked for, by its name."""
        self.settled: dict[str, tuple[str, ...]] = {}
        """What was asked for each answer that is settled."""
        self.asks: list[tuple[str, ...]] = [()]
        """The sets of names that files ask for, by their numbers."""
        self.references: list[Reference] = []
        """What files refer to, by its numbers."""

    def asked(self, file: File) -> tuple[str, ...]:
        """What was asked for a file."""
        return self.asks[file.asked]

    def outline(self, file: File) -> Outline:
        """What a file refers to, and its anchors."""
        anchors = None if file.anchors is None else frozenset(file.anchors)
        return Outline(tuple(self.references[number] for number in file.references), anchors)


@dataclass(frozen=True)
class Made:
    """A file that was made: its bytes, what was asked for it, whether it is searched, and what was found in it."""

    content: bytes
    asked: frozenset[str]
    is_searched: bool
    outline: Outline


def following(before: State, kept: Mapping[str, File], made: Mapping[str, Made], out: Path) -> State:
    """The state after the one before: the files that are kept, and those made and published into `out`."""
    state = State()
    asks, references = _Numbered(before.asks), _Numbered(before.references)
    if len(before.asks) > 2 * len({file.asked for file in kept.values()}) + _FEW:  # most of it is of files long gone
        asks, references = _Numbered([()]), _Numbered([])
        kept = {path: _moved(before, file, asks, references) for path, file in kept.items()}
    state.files = dict(kept)
    for path, file in made.items():
        lies = (out / path).stat()
        state.files[path] = File(
            sha256(file.content).hexdigest(),
            lies.st_size,
            lies.st_mtime_ns,
            asks.number(tuple(sorted(file.asked))),
            file.is_searched,
            tuple(map(references.number, file.outline.references)),
            None if file.outline.anchors is None else tuple(sorted(file.outline.anchors)),
        )
    state.asks, state.references, state.saved = asks.values, references.values, time.time_ns()
    return state


def _moved(before: State, file: File, asks: "_Numbered[tuple[str, ...]]", references: "_Numbered[Reference]") -> File:
    """The same file by other numbers."""
    found = tuple(references.number(before.references[one]) for one in file.references)
    return file._replace(asked=asks.number(before.asked(file)), references=found)


class _Numbered(Generic[T]):
    """Values, each with its number."""

    def __init__(self, values: Sequence[T]) -> None:
        self.values = list(values)
        self._numbers = {value: number for number, value in enumerate(values)}

    def number(self, value: T) -> int:
        """The number of a value, perhaps a new one."""
        if value not in self._numbers:
            self._numbers[value] = len(self.values)
            self.values.append(value)
        return self._numbers[value]


def load(store: Path | None, out: Path, key: str) -> State:
    """The state that the last build into a folder left; an empty one where it is lost, damaged or of another key."""
    written = Notes(store, _NAME).read(out)
    return _read(written, key) if written else State()


def save(state: State, store: Path | None, out: Path, key: str) -> None:
    """Keep a state, whole or not at all; a store that cannot be written is no reason to fail."""
    Notes(store, _NAME).write(out, _written(state, key))


def _written(state: State, key: str) -> bytes:
    names = {name: number for number, name in enumerate(state.answers)}
    held = {
        "key": key,
        "saved": state.saved,
        "answers": list(state.answers.items()),
        "settled": [(names[name], [names[one] for one in asked]) for name, asked in state.settled.items()],
        "asks": [[names[name] for name in asked] for asked in state.asks],
        "references": [(one.href, one.use.name) for one in state.references],
        "files": state.files,
    }
    return json.dumps(held, separators=(",", ":")).encode()


def _read(written: bytes, key: str) -> State:
    held = json.loads(written)
    state = State()
    if held["key"] == key:
        names = [name for name, _ in held["answers"]]
        state.saved, state.answers = held["saved"], dict(held["answers"])
        state.settled = {names[name]: tuple(names[one] for one in asked) for name, asked in held["settled"]}
        state.asks = [tuple(names[one] for one in asked) for asked in held["asks"]]
        state.references = [Reference(href, Use[use]) for href, use in held["references"]]
        state.files = {path: File(*row) for path, row in held["files"].items()}
    return state
