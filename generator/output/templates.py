"""What each template of a site is made of: a page is made again where one that it may take in has changed."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.machine.memo import digest
from generator.machine.regular_files import read_regular
from generator.output.errors import OutputError
from generator.problems.problem import Position, Problem, problem, wrong_encoding

_ASSETS = "assets"
_LARGEST = 2_000_000
"""Bytes."""
_TAKES_IN = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\s+(.*?)\s*[-+]?%\}", re.DOTALL)
_NAMED = re.compile(
    r"""(["'])(?P<name>[^"'\\]*)\1\s*"""
    r"""(?P<more>(?:~\s*(?:"[^"]*"|'[^']*'|[\w.]+|\([^()]*\))\s*)*)"""
    r"""(?:(?:ignore\s+missing)?\s*(?:with(?:out)?\s+context)?|(?:as|import)\s.*)""",
    re.DOTALL,
)


class _Template(NamedTuple):
    file: Path
    text: str
    fault: Problem | None = None
    """Why it has no text."""


class Templates:
    """The templates of `folders`, the first folder that has one wins."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._found: dict[str, _Template] = {}
        self._lying: dict[Path, list[str]] = {folder: [] for folder in self.folders}
        self._unseen = ""
        for folder in reversed(self.folders):
            for file in sorted(folder.rglob("*")):
                name = file.relative_to(folder)
                if name.parts[0] == _ASSETS:
                    continue
                if not file.is_dir():
                    self._found[name.as_posix()] = _read(file)
                    self._lying[folder].append(name.as_posix())
                elif file.is_symlink():
                    self._unseen = str(time.time_ns())  # it is not followed: what lies there may change unseen

    @cached_property
    def key(self) -> str:
        """What changes when any template does."""
        return self._digest(self._found)

    def __eq__(self, other: object) -> bool:
        """Whether others lie in the same folders and say the same."""
        return isinstance(other, Templates) and (self.folders, self.key) == (other.folders, other.key)

    def __hash__(self) -> int:
        return hash((self.folders, self.key))

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._found)

    def lying_in(self, folder: Path) -> Sequence[str]:
        """The names of those in one of the folders, also where another folder wins."""
        return self._lying[folder]

    def source(self, name: str) -> tuple[str, str, None] | None:
        """The text of a template and its file, as Jinja's loaders give them; None where there is none.

        Raises OutputError: `unreadable-file`, `wrong-encoding`.
        """
        found = self._found.get(_normal(name))
        if found and found.fault:
            raise OutputError(found.fault)
        return (found.text, str(found.file), None) if found else None

    def names(self, name: str) -> bool:
        """Whether one of them names a template in full."""
        return any(f'"{name}"' in one.text or f"'{name}'" in one.text for one in self._found.values())

    def digest_of(self, name: str) -> str:
        """What changes when a template does, or any that it may take in."""
        found, waiting = set[str](), {name}
        while waiting:
            found |= waiting
            waiting = {other for one in waiting & self._found.keys() for other in self.taken_in(one)} - found
        return self._digest(found)

    def _digest(self, names: Iterable[str]) -> str:
        texts = [(name, self._found[name].text if name in self._found else None) for name in sorted(names)]
        return digest(repr((self._unseen, texts)))

    def taken_in(self, name: str) -> Iterator[str]:
        """The templates that one names; those whose names begin so, where the rest is only known when it is rendered;
        all of them, where even that is not."""
        for said in _TAKES_IN.findall(self._found[name].text):
            found = _NAMED.fullmatch(said)
            beginning = found["name"] if found else ""
            if found and not found["more"]:
                yield _normal(beginning)
            else:
                yield from (other for other in self._found if other.startswith(beginning))


def _normal(name: str) -> str:
    """A name without what means nothing in it: `parts//./a.html`."""
    return "/".join(part for part in name.split("/") if part not in ("", "."))


def _read(file: Path) -> _Template:
    try:
        return _Template(file, read_regular(file, _LARGEST).decode())
    except OSError:
        return _Template(file, "", problem("unreadable-file", Position(file.as_posix())))
    except UnicodeDecodeError as error:
        return _Template(file, "", wrong_encoding(file.as_posix(), error))
