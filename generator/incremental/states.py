"""The states of sites, as a store keeps them: each written whole once, and then what has changed since.

They are plain JSON behind a hash; each settled answer is on a line of its own, which is read once it is asked for, as
few are. A state that is lost, damaged or of another key is an empty one, and everything is made again; changes that are
lost, or of another whole, leave the older state, of which all that still holds is kept.
"""

import copy
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from generator.content.brief import Brief
from generator.content.records import Note
from generator.incremental.state import File, Numbered, State
from generator.machine.memo import Notes
from generator.output.links.extract import Hyperlink, Use
from generator.problems.plain import plain, problem_of

K = TypeVar("K")
V = TypeVar("V")
PlainState = dict[str, Any]
_SHARE = 4
"""What has changed is written by itself as long as it is no more than one part in so many of the whole."""


class _Whole(NamedTuple):
    """A state as it was written whole, and in how many bytes."""

    state: State
    names: int
    asks: int
    references: int
    size: int

    @classmethod
    def of(cls, state: State, size: int) -> Self:
        """A state as it is now: what it numbers may become more."""
        names, asks, references = (len(one.values) for one in (state.names, state.asks, state.references))
        return cls(copy.copy(state), names, asks, references, size)

    def becomes(self, state: State) -> bool:
        """Whether a state goes on from this one: its numbers mean the same."""
        return state.names is self.state.names


class States:
    """The states in a store; whoever builds again and again need not read what it wrote itself."""

    def __init__(self, store: Path | None) -> None:
        self._wholes, self._changes = Notes(store, "state-4"), Notes(store, "state-4-changes")
        self._own: dict[Path, tuple[str, State]] = {}
        self._written: dict[Path, _Whole] = {}
        self._unwritten: set[Path] = set()

    def load(self, out: Path, key: str) -> State:
        """The state that the last build into a folder left; an empty one where it is lost, damaged or of another key.

        It is for one build, which goes on from it.
        """
        own_key, state = self._own.pop(out, ("", None))
        if state is None:
            return self._read(out, key)
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
            whole = self._written.get(out)
            if whole and whole.becomes(state):
                changed = _changed(state, whole, key)
                if len(changed) * _SHARE <= whole.size:
                    self._changes.write(out, changed)
                    continue
            written = _encoded(state, key)
            self._wholes.write(out, written)
            self._written[out] = _Whole.of(state, len(written))
        self._unwritten.clear()

    def _read(self, out: Path, key: str) -> State:
        written = self._wholes.read(out)
        held = _decoded(written) if written else {}
        if not written or held["key"] != key:
            return State()
        state = State()
        state.asks = Numbered()  # what is written begins with the empty set too
        _add(state, held)
        self._written[out] = _Whole.of(state, len(written))
        changes = self._changes.read(out)
        changed = _decoded(changes) if changes else {}
        if changed.get("of") == state.saved and changed["key"] == key:
            state = copy.copy(state)
            _add(state, changed)
        return state


def _encoded(state: State, key: str, further: PlainState | None = None) -> bytes:
    """A state as it is written: plain JSON on one line, then the answers that are settled, each on its own."""
    held = json.dumps(_plain(state, key) | (further or {}), separators=(",", ":"))
    return "\n".join((held, *(value for _, value in state.settled.values()))).encode()


def _decoded(written: bytes) -> PlainState:
    """What was written so; what is settled by name, with the number of the set asked for it."""
    first, *values = written.decode().split("\n")
    held: PlainState = json.loads(first)
    names, asked = held["settled"]
    held["settled"] = dict(zip(names, zip(asked, values, strict=True), strict=True))
    return held


def _plain(state: State, key: str) -> PlainState:
    """A state as JSON has it, but for the answers."""
    return {
        "key": key,
        "saved": state.saved,
        "names": state.names.values,
        "answers": (list(state.answers), list(state.answers.values())),
        "settled": (list(state.settled), [asked for asked, _ in state.settled.values()]),
        "asks": state.asks.values,
        "references": [(one.href, one.use.name) for one in state.references.values],
        "files": state.files,
        "records": {name: _of_note(note) for name, note in state.records.items()},
        "gone": ((), (), (), ()),
    }


def _changed(state: State, whole: _Whole, key: str) -> bytes:
    """The same of what is another than it was in the whole, and what is gone since."""
    new, then = State(), whole.state
    new.saved = state.saved
    new.names = Numbered(state.names.values[whole.names :])
    new.asks = Numbered(state.asks.values[whole.asks :])
    new.references = Numbered(state.references.values[whole.references :])
    new.answers, new.settled = _anew(state.answers, then.answers), _anew(state.settled, then.settled)
    new.files, new.records = _anew(state.files, then.files), _anew(state.records, then.records)
    pairs = zip(_parts(then), _parts(state), strict=True)
    return _encoded(new, key, {"of": then.saved, "gone": [list(before.keys() - now) for before, now in pairs]})


def _anew(now: Mapping[K, V], then: Mapping[K, V]) -> dict[K, V]:
    """What is another than it was; what is kept from one build to the next is the very same."""
    return {name: value for name, value in now.items() if then.get(name) is not value}


def _parts(state: State) -> tuple[dict[Any, Any], ...]:
    return state.answers, state.settled, state.files, state.records


def _add(state: State, held: PlainState) -> None:
    """Bring a state up to what was written."""
    state.saved = held["saved"]
    state.names.extend(held["names"])
    state.asks.extend(map(tuple, held["asks"]))
    state.references.extend(Hyperlink(href, Use[use]) for href, use in held["references"])
    state.answers = state.answers | dict(zip(*held["answers"], strict=True))
    state.settled = state.settled | held["settled"]
    state.files = state.files | {path: File(*row) for path, row in held["files"].items()}
    state.records = state.records | {name: _note(*row) for name, row in held["records"].items()}
    for part, gone in zip(_parts(state), held["gone"], strict=True):
        for name in gone:
            del part[name]


def _of_note(note: Note) -> tuple[Any, ...]:
    return note.stamp, note.facts, note.texts, note.brief.plain(), list(map(plain, note.problems))


def _note(stamp: str, facts: str, texts: str, brief: list[Any], problems: Iterable[Any]) -> Note:
    return Note(stamp, facts, texts, Brief.read(brief), tuple(map(problem_of, problems)))
