"""Where files can stand in the folder of the site, and the names in it that are none of theirs."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from generator.problems.setup import SetupError
from generator.words import N_, Phrase

MANIFEST = "manifest.json"
TEMPORARY, BOTH = ".vetrina.tmp", "both.json"
"""The folder of what is written beside a site, file by file, and in it the manifest of what may be there meanwhile."""
LOCK = ".vetrina.lock"
OTHERS = (".git", ".gitignore")
"""Whoever put them there: they stay."""
RESERVED = frozenset({MANIFEST, TEMPORARY, LOCK, *OTHERS})
_IMPOSSIBLE = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|[\\:\0]")
"""Parts that are empty or lead elsewhere; what Windows reads as the way to another folder; what ends a name in C."""


def check_paths(paths: Collection[str]) -> None:
    """Raise SetupError where a path cannot stand in the folder, or two are the same on some computers."""
    for path in paths:
        if _IMPOSSIBLE.search(path) or folded(path.partition("/")[0]) in RESERVED:
            raise _refusal(N_("“{path}” cannot be the path of a published file."), path=path)
    folders = folders_of(paths)
    spellings: dict[str, str] = {}
    for path in (*folders, *paths):
        other = spellings.setdefault(folded(path), path)
        if other != path:
            raise _refusal(N_("“{path}” and “{other}” are the same on some computers."), path=path, other=other)
    for path in folders:
        if path in paths:
            raise _refusal(N_("“{path}” would be both a file and a folder."), path=path)


def clashes(paths: Iterable[str], others: Collection[str]) -> Iterator[tuple[str, str]]:
    """Those of `paths` that cannot stand beside `others` on every computer, each with the one it is in the way of.

    An other that ends in a slash is a folder with all that is in it; so is what is RESERVED.
    """
    own = [*others, *RESERVED]
    files = {folded(path.rstrip("/")): path for path in own}
    folders = {folded(path): path for path in folders_of(path.rstrip("/") for path in own)}
    for path in paths:
        above = [one for one in parents(path) if folders.get(folded(one), one) != one or folded(one) in files]
        at = files.get(folded(path)) or folders.get(folded(path))
        if other := (files.get(folded(above[0])) or folders[folded(above[0])] if above else at):
            yield path, other


def parents(path: str) -> list[str]:
    """The folders above `path`, outermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def folders_of(paths: Iterable[str]) -> set[str]:
    """The folders above all of `paths`."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def folded(path: str) -> str:
    """The same for paths that some file systems take for one."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _refusal(message: str, **values: object) -> SetupError:
    return SetupError(Phrase(message, values), Phrase(N_("Rename what is published there.")))
