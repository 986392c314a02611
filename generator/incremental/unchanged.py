"""Whether anything that a build is made of, or has made, is another than after the last one, by sizes and times alone.

Then there is nothing to do, and nothing to be read. Whatever it is not sure of counts as changed.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import generator
from generator.content.versions import last_commit
from generator.machine.memo import Notes, is_sure
from generator.options import CATALOGUES, PUBLIC, SNAPSHOTS, Options, template_folders

_NAME = "unchanged-1"
_NEVER_PAST = sys.maxsize
Stamp = tuple[str, int, int]
"""A path, a size in bytes, a time in nanoseconds."""


@dataclass(frozen=True)
class LastBuild:
    """What a build said: its problems, how many they were, and how many pages of each language there are."""

    told: str
    problems: str
    pages: Mapping[str, int]


class Unchanged:
    """What a build into `out` is made of, as it is when this is made: before anything is read."""

    def __init__(self, options: Options, out: Path, *, search: bool, language: str) -> None:
        self._notes, self._out, self._options = Notes(options.store, _NAME), out, options
        commit = str(last_commit(options.root))  # the manifest names it
        self._asked = [repr(options), sys.version, str(search), language, commit, *_libraries()]
        self._inputs = self._seen()

    def last(self) -> LastBuild | None:
        """What the last build said, in the language of its messages, where nothing has changed since; else None."""
        note = self._notes.read(self._out)
        held = json.loads(note) if note else {}
        if not self._inputs or held.get("inputs") != self._inputs or held.get("outputs") != _digest(_files(self._out)):
            return None
        return LastBuild(held["told"], held["problems"], held["pages"])

    def keep(self, said: LastBuild) -> None:
        """Remember a build that published, unless something changed meanwhile."""
        if self._inputs and self._inputs == self._seen():
            note = {"inputs": self._inputs, "outputs": _digest(_files(self._out)), **asdict(said)}
            self._notes.write(self._out, json.dumps(note).encode())

    def _seen(self) -> str:
        """A digest of all inputs; "" where one of them changed a moment ago."""
        package, root = Path(generator.__file__).parent, self._options.root
        previous = [self._options.previous] if self._options.previous else []
        own = (root / name for name in ("content", CATALOGUES, PUBLIC, SNAPSHOTS))
        folders = (*own, package, *template_folders(root), *previous)
        stamps = [stamp for folder in folders for stamp in _files(folder) if "__pycache__/" not in stamp[0]]
        now = time.time_ns()
        if not all(is_sure(when, now) for _, _, when in stamps):
            return ""
        return _digest([*((one, 0, 0) for one in self._asked), *stamps])


def _files(folder: Path) -> Iterator[Stamp]:
    """Every file below a folder, in one order, links to files followed as who reads them follows them.

    A link to a folder is not: it may lead round in a circle, or to all of a disk. What lies there may change unseen, so
    that its time is never past.
    """
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            entries = sorted(os.scandir(folder / inside), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            try:
                found = entry.stat()
            except OSError:  # a link that leads nowhere
                yield f"{inside}{entry.name}", -1, -1
                continue
            if entry.is_dir() and entry.is_symlink():
                yield f"{inside}{entry.name}", 0, _NEVER_PAST
            elif entry.is_dir():
                waiting.append(f"{inside}{entry.name}/")
            else:
                yield f"{inside}{entry.name}", found.st_size, found.st_mtime_ns


def _libraries() -> Iterator[str]:
    """The installed libraries with their versions, by the names of the folders that tell of them."""
    for folder in filter(os.path.isdir, sys.path):
        yield from sorted(one.name for one in Path(folder).iterdir() if one.suffix == ".dist-info")


def _digest(stamps: Iterator[Stamp] | list[Stamp]) -> str:
    whole = sha256()
    for path, size, when in stamps:
        whole.update(f"{path}\0{size} {when}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()
