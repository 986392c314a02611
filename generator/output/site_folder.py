"""The files of the site → its folder. The only writer of `site/`.

A publication is one switch: whoever reads by path sees the site wholly old or wholly new at any moment, also when a
build is killed.

- Beside `site` lies `.site.vetrina` (`room.py`); in it, from the first publication on, a *twin*: a second tree of the
  same files, each of them a hard link. It costs folders and names, and hardly any room.
- What changed is written into the twin, what did not is the same file already, as the numbers of the inodes tell
  (`twin.py`, `tree.py`): whatever happened to the twin, it is mended; without one, a new one is linked.
- Then the two exchange their names (`switch.py`), and what was the site is brought up to it, the new twin.

So an edit costs what it changed, and a look at both trees; to link a whole tree and remove the old one takes many times
as long. No file is ever rewritten where it lies: its time tells whether it changed.

Where folders cannot exchange their names (Windows, some file systems, a mounted folder) or none can be made beside, and
where a `.git` folder lies in the site, files take their places one by one (`in_place.py`), in an order that breaks no
page. One build publishes at a time (`lock.py`); what is in the folder and not ours is never deleted (`ownership.py`).

Nothing is forced to the disk but the manifest, which tells what is ours: what a power cut may spoil has another size or
time, and the next build writes it again.
"""

import errno
import os
from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.output.in_place import move_into_place, write_beside
from generator.output.lock import alone
from generator.output.ownership import NOTHING, Manifest, is_title, refusal, strays, title
from generator.output.paths import LOCK, OTHERS, check_paths, folders_of
from generator.output.room import Room
from generator.output.tree import NO_INODE, look
from generator.output.twin import Twin
from generator.problems.setup import SetupError, cannot_be_written
from generator.words import N_, Phrase


@dataclass(frozen=True)
class Published:
    """What became of each path, sorted; the manifest is not among them."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    aside: Path | None = None
    """The folder into which files were moved that lay in the site and were not ours; they are among `removed`."""
    manifest: Manifest = field(default=NOTHING, compare=False)
    """What the folder holds now, unless somebody builds into it after this."""


def publish(
    files: Mapping[str, bytes],
    folder: Path,
    kept: Mapping[str, str] | None = None,
    *,
    inputs: Mapping[str, Any] | None = None,
    in_place: bool = False,
) -> Published:
    """Make `folder` hold `files` (by path, with slashes), their hashes in `manifest.json`, and nothing else.

    The manifest tells `inputs`, what they were made of, too. Only what changed is written; `kept` are the files that
    lie there already as they are wanted, and their hashes. A `.gitignore` and a `.git` in `folder` are left alone; what
    else is not ours is moved aside. With `in_place`, nobody looks until it is done: then no twin is kept.

    Raises SetupError, `folder` being as it was: when a path cannot stand in the folder, when two are the same on some
    computers, when `folder` is a file or another's, when another build is writing it or has written it since this one
    began, when it cannot be written. Only where files take their places one by one, that may be found too late.
    """
    kept = kept or {}
    hashes = {**kept, **{path: sha256(content).hexdigest() for path, content in files.items()}}
    check_paths(hashes)
    try:
        site = folder.resolve()
        before = title(folder)  # before anything is made beside it
        site.parent.mkdir(parents=True, exist_ok=True)
        room = Room.beside(site)
        if room is None:
            site.mkdir(exist_ok=True)
        with alone(room.lock if room else site / LOCK, folder):
            publication = _Publication(site, room, title(folder, before), Manifest.of(hashes, inputs))
            if not publication.is_ours():
                raise refusal(folder)
            return publication.of(files, kept, in_place=in_place)
    except OSError as error:
        subject = error.filename2 or error.filename or folder
        raise cannot_be_written(str(subject), error) from error


class _Publication:
    """One publication, while no other is under way."""

    def __init__(self, site: Path, room: Room | None, before: Manifest, after: Manifest) -> None:
        self._site, self._room, self._before, self._after = site, room, before, after
        self._found = look(site)
        self._strays = strays(self._found, before)

    def is_ours(self) -> bool:
        """Whether the folder is a site, in which what is not ours can be kept from harm."""
        return is_title(self._before, self._site, self._found) and not (self._strays and self._room is None)

    def of(self, files: Mapping[str, bytes], kept: Mapping[str, str], *, in_place: bool) -> Published:
        """Publish."""
        for path, digest in kept.items():
            if not self._lies(path, digest):
                raise _changed_meanwhile(self._site / path)
        written = {path: content for path, content in files.items() if not self._holds(path, content)}
        unchanged = self._after.hashes.keys() - written.keys()
        removed = (self._found.files.keys() | self._found.others) - self._after.hashes.keys()
        aside = self._bring(written, unchanged, in_place=in_place) if written or self._differs() else None
        paths = tuple(sorted(written)), tuple(sorted(unchanged)), tuple(sorted(removed))
        return Published(*paths, aside, self._after)

    def _lies(self, path: str, digest: str) -> bool:
        """Whether a file that is kept is there; its builder has looked at it, unless another was published since."""
        if path not in self._found.files:
            return False
        return self._before.hashes.get(path) == digest or _digest(self._site / path) == digest

    def _holds(self, path: str, content: bytes) -> bool:
        file = self._site / path
        return path in self._found.files and file.stat().st_size == len(content) and file.read_bytes() == content

    def _differs(self) -> bool:
        """Whether there is more in the folder than the files that are wanted, or less, or another manifest."""
        found = self._found
        is_same = found.files.keys() == self._after.hashes.keys() and found.folders == folders_of(found.files)
        return not is_same or bool(found.others) or self._before.written != self._after.written

    def _bring(self, written: Mapping[str, bytes], unchanged: Set[str], *, in_place: bool) -> Path | None:
        """Have the site hold what is wanted; where what is not ours is now."""
        site, room, found, manifest = self._site, self._room, self._found, self._after.written
        if site.exists() and not os.access(site, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(site))
        same = {path: found.files[path] for path in unchanged}
        if room and not in_place and _can_be_replaced(site) and room.can_exchange():
            twin = Twin(room, site)
            twin.prepare(written, same, manifest)
            if twin.switch():
                with suppress(OSError):  # what is not done now is done before the next publication
                    return twin.follow(found, self._strays, {**same, **dict.fromkeys(written, NO_INODE)}, manifest)
                return None
        site.mkdir(exist_ok=True)
        write_beside(site, written, self._before, self._after)
        aside = room.set_aside(site, self._strays) if room else None
        move_into_place(site, found.without(self._strays), written, self._after)
        return aside


def _can_be_replaced(site: Path) -> bool:
    """Whether nothing holds a folder in its place: what stays in it can be linked into another."""
    stays = [site / name for name in OTHERS if os.path.lexists(site / name)]
    return not os.path.ismount(site) and all(one.is_file() and not one.is_symlink() for one in stays)


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _changed_meanwhile(file: Path) -> SetupError:
    return SetupError(
        Phrase(N_("{file} has changed since this build began."), {"file": str(file)}),
        Phrase(N_("Build again; two builds into one folder are in each other’s way.")),
    )
