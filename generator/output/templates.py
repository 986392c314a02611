"""What each template of a site is made of: a page is made again where one that it may take in has changed."""

import re
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from generator.machine.memo import digest

_ASSETS = "assets"
_TAKES_IN = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\s+(.*?)\s*[-+]?%\}", re.DOTALL)
_NAMED = re.compile(
    r"""(["'])(?P<name>[^"'\\]*)\1\s*"""
    r"""(?P<more>(?:~\s*(?:"[^"]*"|'[^']*'|[\w.]+|\([^()]*\))\s*)*)"""
    r"""(?:(?:ignore\s+missing)?\s*(?:with(?:out)?\s+context)?|(?:as|import)\s.*)""",
    re.DOTALL,
)


class Templates:
    """The templates of `folders`, the first folder that has one wins."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._sources: dict[str, str] = {}
        self._unseen = ""
        for folder in reversed(self.folders):
            for file in sorted(folder.rglob("*")):
                name = file.relative_to(folder)
                if name.parts[0] == _ASSETS:
                    continue
                if file.is_file():
                    self._sources[name.as_posix()] = file.read_bytes().decode(errors="replace")
                elif file.is_symlink():
                    self._unseen = str(time.time_ns())  # it is not followed: what lies there may change unseen

    @cached_property
    def key(self) -> str:
        """What changes when any template does."""
        return self._digest(self._sources)

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._sources)

    def names(self, name: str) -> bool:
        """Whether one of them names a template in full."""
        return any(f'"{name}"' in source or f"'{name}'" in source for source in self._sources.values())

    def digest_of(self, name: str) -> str:
        """What changes when a template does, or any that it may take in."""
        found, waiting = set[str](), {name}
        while waiting:
            found |= waiting
            waiting = {other for one in waiting & self._sources.keys() for other in self.taken_in(one)} - found
        return self._digest(found)

    def _digest(self, names: Iterator[str] | set[str] | dict[str, str]) -> str:
        return digest(repr((self._unseen, [(name, self._sources.get(name)) for name in sorted(names)])))

    def taken_in(self, name: str) -> Iterator[str]:
        """The templates that one names; those whose names begin so, where the rest is only known when it is rendered;
        all of them, where even that is not."""
        for said in _TAKES_IN.findall(self._sources[name]):
            found = _NAMED.fullmatch(said)
            beginning = found["name"] if found else ""
            if found and not found["more"]:
                yield "/".join(part for part in beginning.split("/") if part not in ("", "."))
            else:
                yield from (other for other in self._sources if other.startswith(beginning))
