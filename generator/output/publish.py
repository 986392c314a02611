"""The files of the site → its folder. The only writer of `site/`.

At any moment every file is wholly old or wholly new, and what is gone goes last: a build that is killed leaves a
site that works, and the next one completes it. Files are compared by their bytes; so they need not reach the
disk before their names do: what a power cut may spoil, the next build writes again.
"""

import json
import os
import shutil
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.problems.setup import SetupError, cannot_be_written
from generator.words import N_, Phrase

MANIFEST = "manifest.json"
_TEMPORARY = ".vetrina.tmp"
_OTHERS = {".gitignore", ".git"}
_RESERVED = {MANIFEST, _TEMPORARY, *_OTHERS}
_UNPORTABLE = set("\\:\0")  # Windows reads the first two as the way to another folder
_HASH_LENGTH = 64


@dataclass(frozen=True)
class Published:
    """What became of each path, sorted; the manifest is not among them."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish(files: Mapping[str, bytes], folder: Path, kept: Mapping[str, str] | None = None) -> Published:
    """Make `folder` hold `files` (by path, with slashes), their hashes in `manifest.json`, and nothing else.

    Only what changed is written; `kept` are the files that lie there already as they are wanted, and their hashes. A
    `.gitignore` and a `.git` in `folder` are left alone.

    Raises SetupError: before anything is changed, when a path cannot stand in the folder, when two are the same
    on some computers, when `folder` is a file or holds what no build of ours put there; later, when it cannot be
    written.
    """
    hashes = {**(kept or {}), **{path: sha256(content).hexdigest() for path, content in files.items()}}
    _check_paths(hashes)
    try:
        _claim(folder)
        published = _replace(files, hashes, folder)
        _write_manifest(folder, dict(sorted(hashes.items())))
    except OSError as error:
        subject = error.filename2 or error.filename or folder
        raise cannot_be_written(str(subject), error) from error
    return published


def _check_paths(paths: Collection[str]) -> None:
    spellings: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")
        if {"", ".", ".."} & set(parts) or _UNPORTABLE & set(path) or _folded(parts[0]) in _RESERVED:
            raise _refusal(N_("“{path}” cannot be the path of a published file."), path=path)
        for one in (*_parents(path), path):
            other = spellings.setdefault(_folded(one), one)
            if other != one:
                raise _refusal(N_("“{path}” and “{other}” are the same on some computers."), path=one, other=other)
    for path in paths:
        for parent in _parents(path):
            if parent in paths:
                raise _refusal(N_("“{path}” would be both a file and a folder."), path=parent)


def _refusal(message: str, **values: object) -> SetupError:
    return SetupError(Phrase(message, values), Phrase(N_("Rename what is published there.")))


def _claim(folder: Path) -> None:
    """Make sure that `folder` exists and is ours."""
    if folder.is_file():
        raise SetupError(
            Phrase(N_("{folder} is a file."), {"folder": str(folder)}),
            Phrase(N_("Name a folder for the site, or remove the file.")),
        )
    found = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
    if found - (_RESERVED - {MANIFEST}) and not _is_manifest(folder / MANIFEST):
        raise SetupError(
            Phrase(N_("{folder} holds files that Vetrina did not put there."), {"folder": str(folder)}),
            Phrase(N_("Name an empty folder for the site, or empty this one yourself.")),
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _TEMPORARY).unlink(missing_ok=True)  # what a killed build may have left
    if MANIFEST not in found:
        _write_manifest(folder, {})  # from here on the folder is ours, even if this build does not end


def _is_manifest(file: Path) -> bool:
    try:
        hashes = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(hashes, dict) and all(
        isinstance(value, str) and len(value) == _HASH_LENGTH for value in hashes.values()
    )


def _replace(files: Mapping[str, bytes], paths: Collection[str], folder: Path) -> Published:
    """Write `files` and remove all that is none of `paths`."""
    folders = {parent for path in paths for parent in _parents(path)}
    before = _look(folder)
    # A file where a folder must be, or a name that differs by case only, cannot wait until the end.
    wanted = {_folded(path) for path in (*paths, *folders)}
    in_the_way = {path for path in _gone(before, paths, folders) if _folded(path) in wanted}
    for path in in_the_way:
        _remove(folder / path)
    found = _look(folder) if in_the_way else before
    written = [path for path in sorted(files) if not _holds(folder, path, files[path], found)]
    for path in written:
        _write(folder, path, files[path])
    for path in _gone(found, paths, folders):
        _remove(folder / path)
    unchanged = sorted(set(paths) - set(written))
    removed = sorted((before.files | before.others) - set(paths))
    return Published(tuple(written), tuple(unchanged), tuple(removed))


@dataclass
class _Found:
    """What is in a folder, by path: `others` are links, which are not followed, and devices."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def _look(folder: Path) -> _Found:
    found = _Found()
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        for entry in os.scandir(folder / inside):
            path = f"{inside}{entry.name}"
            if path in _RESERVED:
                continue
            if entry.is_dir(follow_symlinks=False):
                found.folders.add(path)
                waiting.append(f"{path}/")
            else:
                (found.files if entry.is_file(follow_symlinks=False) else found.others).add(path)
    return found


def _gone(found: _Found, paths: Collection[str], folders: set[str]) -> set[str]:
    return (found.files - set(paths)) | (found.folders - folders) | found.others


def _holds(folder: Path, path: str, content: bytes, found: _Found) -> bool:
    file = folder / path
    return path in found.files and file.stat().st_size == len(content) and file.read_bytes() == content


def _write(folder: Path, path: str, content: bytes, *, sync: bool = False) -> None:
    target = folder / path
    temporary = folder / _TEMPORARY
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _write_manifest(folder: Path, hashes: Mapping[str, str]) -> None:
    content = f"{json.dumps(hashes, ensure_ascii=False, indent=0)}\n".encode()
    file = folder / MANIFEST
    if not file.is_file() or file.read_bytes() != content:
        # The one file that must outlast a power cut: without it the folder would be refused.
        _write(folder, MANIFEST, content, sync=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _parents(path: str) -> list[str]:
    """The folders above `path`, outermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def _folded(path: str) -> str:
    """The same for paths that some file systems take for one."""
    return unicodedata.normalize("NFC", path).casefold()
