"""A tree of files: what is in it, and how it is brought up to what is wanted by links to another.

Links cost what differs, not what there is. No file is ever opened for writing where it lies, for another tree may show
the same: it is removed, and made anew.
"""

import os
import shutil
from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.output.paths import RESERVED, folders_of

NO_INODE = -1
"""Of a file that is like none."""


@dataclass
class Found:
    """What is in a folder, by path: files with the numbers of their inodes (Windows: none), folders, and `others`.

    These are links, which are not followed, and devices.
    """

    files: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def without(self, paths: set[str]) -> "Found":
        """The same, these files and others being gone."""
        return Found(
            {path: inode for path, inode in self.files.items() if path not in paths}, self.folders, self.others - paths
        )


def look(folder: Path, reserved: Set[str] = RESERVED) -> Found:
    """What is in a folder, which may be missing; what is reserved at its top is not told."""
    found = Found()
    waiting = [""] if folder.is_dir() else []
    has_inodes = os.name == "posix"  # on Windows each would have to be asked for
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                if path in reserved:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found.folders.add(path)
                    waiting.append(f"{path}/")
                elif entry.is_file(follow_symlinks=False):
                    found.files[path] = entry.inode() if has_inodes else 0
                else:
                    found.others.add(path)
    return found


def bring(
    tree: Path, found: Found, written: Mapping[str, bytes], source: Path, same: Mapping[str, int], *, links: bool
) -> None:
    """Make `tree`, in which `found` is, hold `written`, `same`, and nothing else but what is reserved.

    `same` are the files that lie in `source` as they are wanted, and their inodes: what has the same in `tree` is the
    same file. The rest of them become links, or copies where there are no `links`.
    """
    missing = {path for path, inode in same.items() if found.files.get(path) != inode}
    if not links:
        missing = {path for path in missing if path not in found.files or not _is_copy(tree / path, source / path)}
    for path in (found.files.keys() - same.keys()) | (found.files.keys() & missing) | found.others:
        (tree / path).unlink()
    folders = folders_of((*same, *written))
    for folder in sorted(found.folders - folders, reverse=True):
        (tree / folder).rmdir()
    for folder in sorted(folders - found.folders):
        (tree / folder).mkdir()
    for path in missing:
        link(source / path, tree / path)
    for path, content in written.items():
        write(tree / path, content)


def link(source: Path, target: Path) -> None:
    """Have the same file, which is no link itself, under another path; a copy where that cannot be."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # no links here, or too many of this file
        shutil.copy2(source, target)


def write(file: Path, content: bytes, *, sync: bool = False) -> None:
    """Write a new file, with `sync` so that it outlasts a power cut; where it cannot be, there is none."""
    try:
        with file.open("xb") as out:
            out.write(content)
            out.flush()
            if sync:
                os.fsync(out.fileno())
    except OSError:
        with suppress(OSError):
            file.unlink()
        raise


def remove(path: Path) -> None:
    """Remove a file, a link, or a folder with all that is in it; there may be none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _is_copy(one: Path, other: Path) -> bool:
    a, b = one.lstat(), other.lstat()
    return (a.st_size, a.st_mtime_ns) == (b.st_size, b.st_mtime_ns)
