"""What git remembers of the files that several people changed since a commit, under whatever name each had."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.content.versions import said_by_git

_OF_RECORDS = (".md", ".yaml")
_COMMIT = "\x01"


class Saved(NamedTuple):
    """The text of a file as somebody left it; "" where it was not there."""

    author: str
    text: str


def shared_histories(root: Path, base: str, folder: str) -> Iterator[tuple[str, list[Saved]]]:
    """The files of records that more than one author changed after `base`, by their last names: what each said at
    `base`, then after each change, and at the end what it says now.

    A merge changes what it has otherwise than a side of it had, of which the file is followed by itself.
    """
    for path, past in sorted(_pasts(root, base, "HEAD", folder).items()):
        now = Saved(_author(root, "HEAD"), _text(root, "HEAD", path))
        yield from _shared(path, _saved(root, past), now)
    for merge, *sides in _merges(root, base):
        origin = (said_by_git(root, "merge-base", "--octopus", *sides) or "").strip()
        later = _names(root, merge, "HEAD", folder)
        for side in sides if origin else ():
            changed = _names(root, side, merge, folder)
            for path, past in sorted(_pasts(root, origin, side, folder).items()):
                if path in changed:
                    merged = changed[path]
                    told = [Saved(_author(root, merge), _text(root, merge, merged))]
                    last = later.get(merged, merged)
                    now = Saved(_author(root, "HEAD"), _text(root, "HEAD", last))
                    yield from _shared(last, [*_saved(root, past), *told], now)


def _shared(path: str, saved: list[Saved], now: Saved) -> Iterator[tuple[str, list[Saved]]]:
    """A file of a record and what it said, if more than one author changed it; what a merge has otherwise is last."""
    if path.endswith(_OF_RECORDS) and len({one.author for one in saved[1:]}) > 1:
        yield path, saved if saved[-1].text == now.text else [*saved, now]


def _saved(root: Path, past: list[tuple[str, str, str]]) -> list[Saved]:
    return [Saved(author, _text(root, commit, name)) for commit, author, name in past]


def _pasts(root: Path, base: str, last: str, folder: str) -> dict[str, list[tuple[str, str, str]]]:
    """The changes of each file after `base`, by its last name: the commit, the author, and the name it had there."""
    pasts = dict[str, list[tuple[str, str, str]]]()
    for commit, author, old, path in _changes(root, base, last, folder):
        past = pasts.pop(old, None) or [(base, "", old)]
        pasts[path] = [*past, (commit, author, path)]
    return pasts


def _merges(root: Path, base: str) -> list[list[str]]:
    """The merges after `base`, oldest first, each followed by the commits that it brought together."""
    said = said_by_git(root, "log", "--reverse", "--merges", "--format=%H %P", f"{base}..HEAD") or ""
    return [line.split() for line in said.splitlines()]


def _names(root: Path, old: str, new: str, folder: str) -> dict[str, str]:
    """The files that two commits have otherwise, each with its name in the second."""
    said = (
        said_by_git(root, "diff", "--name-status", "--find-renames", "--relative", "-z", old, new, "--", folder) or ""
    )
    tokens, found = iter(said.split("\0")), dict[str, str]()
    for status in tokens:
        if status:
            name = next(tokens)
            found[name] = next(tokens) if status.startswith("R") else name
    return found


def _author(root: Path, commit: str) -> str:
    return (said_by_git(root, "log", "-1", "--format=%an", commit) or "").strip()


def _changes(root: Path, base: str, last: str, folder: str) -> Iterator[tuple[str, str, str, str]]:
    """Each change of a file: its commit, the author, the name that the file had, and the name that it has."""
    form = (f"--format={_COMMIT}%H%x09%an", "--name-status", "--find-renames", "--relative", "-z")
    log = said_by_git(root, "log", "--reverse", "--no-merges", *form, f"{base}..{last}", "--", folder) or ""
    said = iter(log.split("\0"))
    commit = author = ""
    for token in (one.strip("\n") for one in said):
        if token.startswith(_COMMIT):
            commit, _, author = token.removeprefix(_COMMIT).partition("\t")
        elif token:
            old = next(said)
            yield commit, author, old, next(said) if token.startswith("R") else old


def _text(root: Path, commit: str, path: str) -> str:
    return (said_by_git(root, "show", f"{commit}:./{path}") or "").replace("\r\n", "\n")
