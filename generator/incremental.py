"""What a build leaves for the next: what was asked for each file, so that only what changed is made again.

No graph of dependencies is kept by hand. While a file is made, the showcase sees what is asked of it; the names of that
are stored with a digest of each answer. A file is kept where every answer is the same today and where it lies in its
folder as it was written. All else that files are made of (program, libraries, settings, vocabularies, templates,
options) is one key: with another, nothing is kept.
"""

import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import generator
from generator.content.read import Document
from generator.content.record import AnyRecord
from generator.content.vocabularies import FOLDER as VOCABULARIES
from generator.fields.values import AnyRef, Ref
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.output.links.extract import Outline
from generator.showcase.answers import DAY, SETTLED, digest
from generator.state import File, Made, State, following
from generator.text.context import Context

_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pagefind-bin", "pillow", "pyyaml")
_RACY = 2 * 10**7
"""Nanoseconds: what was written so shortly before the state was saved may have changed without its time telling."""


class Rebuild:
    """A build into a folder in which the last one left its files."""

    def __init__(
        self, out: Path, before: State, contexts: tuple[Context, ...], sources: Mapping[str, tuple[str, str]]
    ) -> None:
        self._out, self._before = out, before
        self._contexts = {context.language: context for context in contexts}
        self._showcase = contexts[0].showcase
        self._sources = sources
        self._found: dict[str, str] = {}
        self._unchanged: dict[int, bool] = {}
        self.kept: dict[str, File] = {}
        """The files that need not be made, by path."""

    def keeps(self, path: str) -> bool:
        """Whether nothing that the file at a path was made of has changed, and it lies there as it was written."""
        file = self._before.files.get(path)
        if file is None or not file.asked or not self._holds(file.asked) or not self._lies(path, file):
            return False
        self.kept[path] = file
        return True

    def keeps_all(self, name: str) -> bool:
        """Whether all the files can be kept that ask for this answer alone."""
        paths = [path for path, file in self._before.files.items() if self._before.asked(file) == (name,)]
        if not paths or not all(map(self.keeps, paths)):
            self.kept = {path: file for path, file in self.kept.items() if path not in set(paths)}
            return False
        return True

    def found(self, name: str, answer: str) -> None:
        """An answer that only the build itself knows."""
        self._found[name] = digest(answer)

    def outlines(self, made: Mapping[str, Outline]) -> tuple[dict[str, Outline], list[str]]:
        """The outlines of all files, and the paths whose references are to be followed: of those made, or of all,
        where something is gone that others may lead to.
        """
        outlines = {path: self._before.outline(file) for path, file in self.kept.items()} | dict(made)
        gone = self._before.files.keys() - outlines.keys()
        for path, outline in made.items():
            if path in self._before.files:
                before = self._before.outline(self._before.files[path]).anchors or frozenset()
                gone |= before - (outline.anchors or frozenset())
        return outlines, sorted(outlines if gone else made)

    def state(self, made: Mapping[str, Made]) -> State:
        """What this build leaves, the files that were made being published."""
        state = following(self._before, self.kept, made, self._out)
        waiting = {name for asked in state.asks for name in asked}
        while waiting:
            name = waiting.pop()
            state.answers[name] = self._digest(name)
            if asked := self._asked_for(name):
                state.settled[name] = asked
                waiting.update(one for one in asked if one not in state.answers)
        return state

    def _asked_for(self, name: str) -> tuple[str, ...]:
        """What was asked for an answer that is settled."""
        settled = self._showcase.witness.settled
        return tuple(sorted(settled[name][1])) if name in settled else self._before.settled.get(name, ())

    def _lies(self, path: str, file: File) -> bool:
        """Whether a file is still as it was written; where its time cannot tell, by its hash."""
        with suppress(OSError):
            there = self._out / path
            found = there.lstat()
            if (found.st_size, found.st_mtime_ns) == (file.size, file.time):
                is_sure = file.time < self._before.saved - _RACY
                return is_sure or sha256(there.read_bytes()).hexdigest() == file.digest
        return False

    def _holds(self, asked: int) -> bool:
        """Whether each answer of one of the sets that files ask for is what it was."""
        if asked not in self._unchanged:
            self._unchanged[asked] = self._hold(self._before.asks[asked])
        return self._unchanged[asked]

    def _hold(self, asked: Iterable[str]) -> bool:
        before = self._before.answers
        return all(name in before and self._digest(name) == before[name] for name in asked)

    def _digest(self, name: str) -> str:
        """An answer of today; "" where there is none."""
        if name not in self._found:
            self._found[name] = self._answer(name)
        return self._found[name]

    def _answer(self, name: str) -> str:
        what, _, rest = name.partition(" ")
        if name == DAY:
            return self._showcase.on.isoformat()
        if what in SETTLED or name in self._showcase.witness.settled:
            return self._settled(name)
        if what == "text":
            return self._source(rest)[1]
        if what == "every":
            return digest(" ".join(self._ids.get(rest, ())))
        if what == "to":
            links = self._showcase.backlinks.get(_ref(rest), ())
            return digest(repr([(link.record.name, link.location) for link in links]))
        if what == "by":
            return digest(repr([record.name for record in self._classified.get(rest, ())]))
        return self._source(name)[0]

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The ids of the records of each kind."""
        found: dict[str, list[str]] = {}
        for ref in self._showcase.records:
            found.setdefault(ref.folder, []).append(ref.id)
        return found

    @cached_property
    def _classified(self) -> dict[str, tuple[AnyRecord, ...]]:
        return {f"{term.vocabulary}/{term.id}": records for term, records in self._showcase.classified.items()}

    def _source(self, name: str) -> tuple[str, str]:
        """The digests of a record that is shown."""
        return self._sources[name] if _ref(name) in self._showcase.records else ("", "")

    def _settled(self, name: str) -> str:
        """A settled answer: as it was, where all that was asked for it is; else asked for anew."""
        settled = self._showcase.witness.settled
        if name not in settled:
            if name in self._before.settled and self._hold(self._before.settled[name]):
                return self._before.answers[name]
            what, language, *arguments = name.split(" ")
            given = [self._argument(one) for one in arguments]
            if None in given:
                return ""
            SETTLED[what](self._contexts[language], *given)
        return settled[name][0]

    def _argument(self, name: str) -> AnyRecord | type[Kind] | None:
        return self._showcase.records.get(_ref(name)) if "/" in name else BY_FOLDER.get(name)


def _ref(name: str) -> AnyRef:
    folder, _, id_ = name.partition("/")
    return Ref(folder, id_)


def sources_of(documents: Iterable[Document]) -> dict[str, tuple[str, str]]:
    """The digests of each record's facts, the files beside it included, and of its texts, by its name."""
    facts: dict[str, list[object]] = {}
    texts: dict[str, list[object]] = {}
    for one in documents:
        name = f"{one.folder}/{one.id}"
        facts.setdefault(name, []).append((one.path, one.nodes.value, sorted(one.attachments.items())))
        texts.setdefault(name, []).append(one.body)
    return {name: (digest(repr(facts[name])), digest(repr(texts[name]))) for name in facts}


def key_of(root: Path, templates: Iterable[Path], options: str) -> str:
    """What changes when any page might: program, libraries, settings, vocabularies, templates, options."""
    package = Path(generator.__file__).parent
    parts: list[object] = [sys.version, options, *((name, version(name)) for name in _LIBRARIES)]
    parts += [_stamp(file, package) for file in sorted(package.rglob("*")) if file.suffix in (".py", ".mo", ".po")]
    for folder in (root / "content/site.yaml", root / "content" / VOCABULARIES, *templates):
        found = sorted(folder.rglob("*"))
        files = [file for file in (folder, *found) if file.is_file()]
        if any(one.is_symlink() and one.is_dir() for one in found):
            parts.append(time.time_ns())  # it is not followed: what lies there may change unseen
        parts += [(os.path.relpath(file, folder), sha256(file.read_bytes()).hexdigest()) for file in files]
    return digest(repr(parts))


def _stamp(file: Path, package: Path) -> tuple[str, int, int]:
    found = file.stat()
    return file.relative_to(package).as_posix(), found.st_size, found.st_mtime_ns
