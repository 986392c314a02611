"""What a build leaves for the next: what was asked for each file, so that only what changed is made again.

No graph of dependencies is kept by hand. While a file is made, the showcase sees what is asked of it; the names of that
are stored with a digest of each answer. A file is kept where every answer is the same today and where it lies in its
folder as it was written. All else that files are made of (program, libraries, settings, vocabularies, templates,
options) is one key: with another, nothing is kept.
"""

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.content.brief import ref_of
from generator.content.records import Note
from generator.fields.values import AnyRef, Term
from generator.incremental.state import File, Made, State, compacted
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.machine.memo import digest, is_sure
from generator.machine.typesetting import can_write_pdf
from generator.output.links.extract import Outline
from generator.output.links.faults import Gone
from generator.showcase.answers import OF_DAY, OF_SYSTEM, SETTLED, WORD, Settled
from generator.showcase.model import Showcase
from generator.text.context import Context

_FEW = 1000
_SPELT = json.JSONEncoder(separators=(",", ":")).encode


class Rebuild:
    """A build into a folder in which the last one left its files."""

    def __init__(self, out: Path, before: State, contexts: tuple[Context, ...], notes: Mapping[AnyRef, Note]) -> None:
        self._out, self._before, self._notes = out, before, notes
        self._showcase = contexts[0].showcase
        self._witness = self._showcase.witness
        self._asked: dict[str, Showcase | Context] = {"": self._showcase}
        """Who answers in each language."""
        self._asked |= {context.language: context for context in contexts}
        self._plain: dict[str, str] = {}
        self._holds: dict[int, bool] = {}
        self._same: dict[int, bool] = {}
        self.kept: dict[str, File] = {}
        """The files that need not be made, by path."""
        self._witness.recall = self.recall

    @property
    def knows_more(self) -> bool:
        """Whether something was read or answered that the last build did not leave so."""
        settled = self._witness.settled.values()
        notes = {str(ref): note for ref, note in self._notes.items()}
        return notes != self._before.records or any(known.asked is not None for known in settled)

    def recall(self, name: str) -> Settled | None:
        """An answer that was settled by the last build, where all that was asked for it is as it was."""
        number = self._before.names.numbers.get(name, -1)
        asked, value = self._before.settled.get(number, (0, ""))
        if not asked or not self.holds(asked):
            return None
        of_day = self._before.names.numbers.get(OF_DAY) in self._before.asks.values[asked]
        return Settled(_frozen(json.loads(value)), self._before.answers[number], None, of_day)

    def keeps(self, path: str) -> bool:
        """Whether nothing that the file at a path was made of has changed, and it lies there as it was written."""
        file = self._before.files.get(path)
        if file is None or not file.asked or not self.holds(file.asked) or not self._lies(path, file):
            return False
        self.kept[path] = file
        return True

    def keeps_all(self, names: Iterable[str]) -> bool:
        """Whether all the files can be kept that ask for these answers and no other."""
        asked = self._number_of(names)
        paths = {path for path, file in self._before.files.items() if file.asked == asked}
        if not paths or not all(map(self.keeps, paths)):
            self.kept = {path: file for path, file in self.kept.items() if path not in paths}
            return False
        return True

    def keeps_as(self, path: str, content: bytes, names: Iterable[str]) -> bool:
        """Whether a file lies there as it was made anew, for which the same names were asked."""
        file = self._before.files.get(path)
        if file is None or (file.digest, file.asked) != (sha256(content).hexdigest(), self._number_of(names)):
            return False
        if self._lies(path, file):
            self.kept[path] = file
        return path in self.kept

    def _number_of(self, names: Iterable[str]) -> int | None:
        """The number of a set of names, where anything that is there was made of it."""
        numbers = self._before.names.numbers
        return self._before.asks.numbers.get(tuple(sorted(numbers.get(name, -1) for name in names)))

    def holds(self, asked: int) -> bool:
        """Whether each answer of one of the sets of names is what it was."""
        if asked not in self._holds:
            numbers = self._before.asks.values[asked]
            same = self._changed.isdisjoint(numbers) and all(map(self._is_same, self._unsure.intersection(numbers)))
            self._holds[asked] = same
        return self._holds[asked]

    def outlines(self, made: Mapping[str, Outline]) -> tuple[Mapping[str, Outline], list[str]]:
        """The outlines of all files, and the paths whose references are to be followed: of those made, and of those
        kept that may lead to something that is gone.
        """
        before, anchors = self._before, dict[str, frozenset[str]]()
        outlines = _Outlines(before, self.kept, made)
        for path in made.keys() & before.files.keys():
            anchors[path] = frozenset(before.files[path].anchors or ()) - (made[path].anchors or frozenset())
        gone = Gone(before.files.keys() - outlines.keys(), anchors)
        if not gone:
            return outlines, sorted(made)
        leading = {number for number, one in enumerate(before.references.values) if gone.is_led_to(one.href)}
        return outlines, sorted(path for path in outlines if path in made or self._leads(path, leading))

    def _leads(self, path: str, leading: set[int]) -> bool:
        """Whether a file that is kept has one of some references."""
        return not leading.isdisjoint(self.kept[path].references)

    def state(self, made: Mapping[str, Made]) -> State:
        """What this build leaves, the files that were made being published."""
        state, before = State(), self._before
        state.names, state.asks, state.references = before.names, before.asks, before.references
        state.files = dict(self.kept)
        for path, file in made.items():
            lies = (self._out / path).stat()
            state.add(path, file, lies.st_size, lies.st_mtime_ns)
        for name, known in self._witness.settled.items():
            number = state.names.number(name)
            anew = known.asked is not None and (state.asked(known.asked), _SPELT(known.value))
            state.settled[number] = anew or before.settled[number]
        used = self._used(state)
        names = set().union(*(state.asks.values[asked] for asked in used), state.settled)
        sure = (names & before.answers.keys()) - self._changed - self._unsure
        state.answers = {number: before.answers[number] for number in sure}
        state.answers |= {number: self._digest(state.names.values[number]) for number in names - sure}
        state.records = {str(ref): note for ref, note in self._notes.items()}
        state.saved = time.time_ns()
        return compacted(state) if len(state.asks.values) > 2 * len(used) + _FEW else state

    def _used(self, state: State) -> set[int]:
        """The sets of names that files or settled answers ask for; answers that only others ask for are kept too."""
        used: set[int] = set()
        waiting = {file.asked for file in state.files.values()} | {asked for asked, _ in state.settled.values()}
        while waiting:
            used |= waiting
            names = set().union(*(state.asks.values[asked] for asked in waiting)) & self._before.settled.keys()
            kept = {name: self._before.settled[name] for name in names - state.settled.keys()}
            state.settled |= kept
            waiting = {asked for asked, _ in kept.values()} - used
        return used

    def _lies(self, path: str, file: File) -> bool:
        """Whether a file is still as it was written; where its time cannot tell, by its hash."""
        with suppress(OSError):
            found = os.lstat(f"{self._out}/{path}")  # a Path for each file would take as long as all else
            if (found.st_size, found.st_mtime_ns) == (file.size, file.time):
                known = is_sure(file.time, self._before.saved)
                return known or sha256((self._out / path).read_bytes()).hexdigest() == file.digest
        return False

    @cached_property
    def _plain_names(self) -> frozenset[int]:
        """The names of what is neither settled nor told by the build itself."""
        names, settled = self._before.names.values, self._before.settled
        others = (number for number in range(len(names)) if number not in settled)
        return frozenset(one for one in others if _what(names[one]) in _PLAIN)

    @cached_property
    def _changed(self) -> frozenset[int]:
        """Those of them whose answer is another."""
        names, answers = self._before.names.values, self._before.answers
        known = self._plain_names & answers.keys()
        return frozenset(number for number in known if self._digest(names[number]) != answers[number])

    @cached_property
    def _unsure(self) -> frozenset[int]:
        """The names of what is told, and of each settled answer for which something was asked that may be another."""
        before = self._before
        told = before.answers.keys() - self._plain_names - before.settled.keys()
        unsure, found = set(told), set(self._changed)
        while found:
            asks = {number for number, asked in enumerate(before.asks.values) if not found.isdisjoint(asked)}
            found = {name for name, (asked, _) in before.settled.items() if asked in asks} - unsure
            unsure |= found
        return frozenset(unsure)

    def _is_same(self, number: int) -> bool:
        """Whether an answer that is not sure to be so is what it was."""
        if number not in self._same:
            self._same[number] = self._digest(self._before.names.values[number]) == self._before.answers[number]
        return self._same[number]

    def _digest(self, name: str) -> str:
        """An answer of today; "" where there is none."""
        what, _, rest = name.partition(" ")
        if name in self._witness.told:
            return self._witness.told[name]
        if what in SETTLED:
            return self._settled(name)
        if name not in self._plain:
            self._plain[name] = self._answer(name, what, rest)
        return self._plain[name]

    def _answer(self, name: str, what: str, rest: str) -> str:
        if what == OF_DAY:
            return self._showcase.on.isoformat()
        if what == OF_SYSTEM:
            return str(can_write_pdf())
        if what == "text":
            return self._noted(rest).texts if ref_of(rest) in self._showcase.records else ""
        if what == "every":
            return digest(" ".join(self._ids.get(rest, ())))
        if what == "to":
            links = self._showcase.backlinks.get(ref_of(rest), ())
            return digest(repr([(str(link.ref), link.location) for link in links]))
        if what == "by":
            return digest(repr(self._classified.get(rest, ())))
        return self._noted(name).facts if ref_of(name) in self._showcase.records else ""

    def _noted(self, name: str) -> Note:
        return self._notes[ref_of(name)]

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The ids of the records of each kind."""
        found: dict[str, list[str]] = {}
        for ref in self._showcase.records:
            found.setdefault(ref.folder, []).append(ref.id)
        return found

    @cached_property
    def _classified(self) -> dict[str, list[str]]:
        found = self._showcase.classified.items()
        return {f"{term.vocabulary}/{term.id}": list(map(str, refs)) for term, refs in found}

    def _settled(self, name: str) -> str:
        """The digest of a settled answer; "" where nobody can be asked any more."""
        settled = self._witness.settled
        if name not in settled:
            what, language, *arguments = name.split(" ")
            given = list(map(self._argument, arguments))
            if None in given:
                return ""
            with self._witness.watching(apart=True):
                SETTLED[what](self._asked[language], *given)
        return settled[name].digest

    def _argument(self, name: str) -> AnyRef | Term | type[Kind] | str | None:
        """What a settled answer is about; None where there is no such record any more."""
        if name.startswith(WORD):
            return name.removeprefix(WORD)
        vocabulary, of_term, id_ = name.partition(":")
        if of_term:
            return Term(vocabulary, id_)
        ref = ref_of(name)
        return BY_FOLDER.get(name) if "/" not in name else ref if ref in self._showcase.records else None


_PLAIN = {OF_DAY, OF_SYSTEM, "text", "every", "to", "by", *BY_FOLDER}
"""How the names begin of what the showcase answers by itself."""


def _what(name: str) -> str:
    """The first word of a name; of a record's the folder."""
    return name.partition(" ")[0].partition("/")[0]


def _frozen(value: Any) -> Any:
    """What JSON gives back, with tuples as it was."""
    if not isinstance(value, list):
        return value
    return tuple([_frozen(one) if isinstance(one, list) else one for one in value])  # most are texts: no call for each


class _Outlines(Mapping[str, Outline]):
    """The outlines of all files; those of the files that are kept are made when they are asked for."""

    def __init__(self, before: State, kept: Mapping[str, File], made: Mapping[str, Outline]) -> None:
        self._before, self._kept, self._made = before, kept, made

    def __getitem__(self, path: str) -> Outline:
        return self._made[path] if path in self._made else self._before.outline(self._kept[path])

    def __iter__(self) -> Iterator[str]:
        yield from (path for path in self._kept if path not in self._made)
        yield from self._made

    def __len__(self) -> int:
        return len(self._kept.keys() | self._made.keys())

    def __contains__(self, path: object) -> bool:
        return path in self._made or path in self._kept
