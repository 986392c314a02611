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
    """
    pasts = dict[str, list[tuple[str, str, str]]]()
    for commit, author, old, path in _changes(root, base, folder):
        past = pasts.pop(old, None) or [(base, "", old)]
        pasts[path] = [*past, (commit, author, path)]
    for path, past in sorted(pasts.items()):
        if path.endswith(_OF_RECORDS) and len({author for _, author, _ in past[1:]}) > 1:
            saved = [Saved(author, _text(root, commit, name)) for commit, author, name in past]
            now = _text(root, "HEAD", path)
            if now != saved[-1].text:  # a merge has it otherwise
                saved.append(Saved((said_by_git(root, "log", "-1", "--format=%an") or "").strip(), now))
            yield path, saved


def _changes(root: Path, base: str, folder: str) -> Iterator[tuple[str, str, str, str]]:
    """Each change of a file: its commit, the author, the name that the file had, and the name that it has."""
    form = (f"--format={_COMMIT}%H%x09%an", "--name-status", "--find-renames", "--relative", "-z")
    log = said_by_git(root, "log", "--reverse", "--no-merges", *form, f"{base}..HEAD", "--", folder) or ""
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
