"""The one store on disk: results of pure functions, remembered by the hash of all that they depend on.

Nothing is lost with it: whatever is missing, damaged or cannot be written is made again. It holds plain bytes and no
program, so that a copy of it may come from anywhere.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

STORE = ".vetrina"
"""Where a site keeps its store, below its root."""
_DIGEST_LENGTH = 32
_FEW_DIGITS = 16
_DAY = 24 * 60 * 60  # seconds
_KEPT = 30 * _DAY
_LOOKED_THROUGH = "looked-through"
"""The file of a store whose time says when it was last looked through for what is of no use any more."""
_MOST_NOTES = 8
"""A site is built into few folders."""
_SECOND = 10**9
_TICK, _LONG_TICK = 2 * 10**7, 2 * _SECOND
"""Nanoseconds for which a file may keep its time while it changes; the long one on disks that know whole seconds."""


@cache
def version_of(library: str) -> str:
    """The version of an installed library, on which what it makes depends."""
    from importlib.metadata import version  # slow to load

    return version(library)


def is_sure(written: int, seen: int) -> bool:
    """Whether a file that was written then and looked at then would have another time if it changed since."""
    return written < seen - (_TICK if written % _SECOND else _LONG_TICK)


def is_installed(library: str) -> bool:
    """Whether a library that is an extra is there, by the name by which it is imported."""
    from importlib.util import find_spec  # slow to load

    return find_spec(library) is not None


class Memo:
    """A store in a folder, made when it is first needed; without a folder nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def recall(self, make: Callable[[], bytes], name: str, *inputs: bytes | str | int) -> bytes:
        """The result of `make`, which depends on `inputs` alone; `name` is the function's own and its version's."""
        if self._folder is None:
            return make()
        file = self._folder / name / _digest(inputs).hex()
        known = _read(file)
        if known is None:
            known = make()
            _write(file, known)
        return known

    def forget(self) -> None:
        """Remove the results that no run has asked for in thirty days; they are looked through once a day."""
        if self._folder is None or not self._folder.is_dir():
            return
        now, seen = time.time(), self._folder / _LOOKED_THROUGH
        with suppress(OSError):
            if 0 <= now - seen.stat().st_mtime < _DAY:
                return
        with suppress(OSError):
            seen.touch()
        for file in self._folder.glob("*/*"):
            with suppress(OSError):
                if file.stat().st_mtime < now - _KEPT:
                    file.unlink()

    def empty(self) -> None:
        """Remove all results, and all notes beside them."""
        for file in self._folder.glob("*/*") if self._folder else ():
            with suppress(OSError):
                file.unlink()


class Shelf:
    """What was last known under a name, one kind of thing; without a store nothing is kept."""

    def __init__(self, store: Path | None, kind: str) -> None:
        self._folder = store / kind if store else None

    def read(self, name: str) -> bytes | None:
        """What was kept, if it is there and whole."""
        return _read(self._folder / _digest((name,)).hex()) if self._folder else None

    def write(self, name: str, content: bytes) -> None:
        """Keep something in place of what was kept under that name."""
        if self._folder is not None:
            _write(self._folder / _digest((name,)).hex(), content)


class Notes:
    """What was last noted of a few folders, the same kind of note of each; without a store nothing is noted."""

    def __init__(self, store: Path | None, name: str) -> None:
        self._folder = store / name if store else None

    def read(self, about: Path) -> bytes | None:
        """The note of a folder, if there is one and it is whole."""
        return _read(self._file(self._folder, about)) if self._folder else None

    def write(self, about: Path, note: bytes) -> None:
        """Note something of a folder in place of what was noted; of the folders longest not noted, forget it."""
        if self._folder is None:
            return
        _write(self._file(self._folder, about), note)
        with suppress(OSError):
            for old in sorted(self._folder.iterdir(), key=lambda one: -one.stat().st_mtime_ns)[_MOST_NOTES:]:
                old.unlink()

    def _file(self, folder: Path, about: Path) -> Path:
        return folder / _digest((str(about.resolve()),)).hex()


OF_THE_PROGRAM = Memo(None if sys.dont_write_bytecode else Path(cache_from_source(__file__)).parent)
"""What is made of the program itself, whatever the site: kept where Python keeps its modules as it compiled them."""


def digest(text: str) -> str:
    """What changes when a text does, in few signs."""
    return sha256(text.encode(errors="backslashreplace")).hexdigest()[:_FEW_DIGITS]


def _digest(inputs: tuple[bytes | str | int, ...]) -> bytes:
    """A hash of all inputs, each with its length: two different lists never give the same."""
    whole = sha256()
    for one in inputs:
        data = one if isinstance(one, bytes) else str(one).encode(errors="surrogateescape")
        whole.update(f"{type(one).__name__} {len(data)}\n".encode() + data)
    return whole.digest()


def _read(file: Path) -> bytes | None:
    """What a file of the store holds, if it is whole: a hash of its content stands before it."""
    try:
        data = file.read_bytes()
        if file.stat().st_mtime < time.time() - _DAY:
            file.touch()  # it is still of use
    except OSError:
        return None
    content = data[_DIGEST_LENGTH:]
    return content if sha256(content).digest() == data[:_DIGEST_LENGTH] else None


def _write(file: Path, content: bytes) -> None:
    """Keep a result, whole or not at all; a store that cannot be written is no reason to fail."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        number, temporary = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(number, "wb") as out:
            out.write(sha256(content).digest() + content)
        Path(temporary).replace(file)
