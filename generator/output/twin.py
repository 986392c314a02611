"""The second tree of a site: the next publication is prepared in it, then the two exchange their names."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.output.ownership import Manifest, strays
from generator.output.paths import MANIFEST, OTHERS, TEMPORARY
from generator.output.room import Room
from generator.output.switch import exchange
from generator.output.tree import Found, bring, link, look, remove, write


class Twin:
    """The twin of a site, in its room; there may be none yet, or a build was killed over it."""

    def __init__(self, room: Room, site: Path) -> None:
        self._room, self._tree, self._site = room, room.twin, site
        self._links = room.can_link()

    def prepare(self, written: Mapping[str, bytes], same: Mapping[str, int], manifest: bytes) -> None:
        """Have in the twin, whatever is there now, what is wanted; `same` are the files of the site that stay."""
        if self._tree.is_symlink() or not self._tree.is_dir():
            remove(self._tree)
            self._tree.mkdir()
        found = look(self._tree)
        if was_the_site := Manifest.read(self._tree):  # a build was killed before it followed
            others = strays(found, was_the_site)
            self._room.set_aside(self._tree, others)
            found = found.without(others)
        self._fill(found, written, same, manifest)

    def switch(self) -> bool:
        """Whether the twin is now the site, and the site, if there was one, the twin; if not, all is as it was."""
        if not self._site.exists():
            self._tree.rename(self._site)
            return True
        return _owned_alike(self._site, self._tree) and exchange(self._tree, self._site)

    def follow(self, found: Found, others: set[str], same: Mapping[str, int], manifest: bytes) -> Path | None:
        """Bring what was the site, with `found` in it, up to what is; `others` are not ours: told where they are now.

        `same` are the files of the site; what has the same inode in `found` is the same file, or a copy of it.
        """
        aside = self._room.set_aside(self._tree, others)
        if self._links or self._tree.exists():  # a whole tree of copies is not made before it is needed
            self._tree.mkdir(exist_ok=True)
            self._fill(found.without(others), {}, same, manifest)
        return aside

    def _fill(self, found: Found, written: Mapping[str, bytes], same: Mapping[str, int], manifest: bytes) -> None:
        for name in (MANIFEST, TEMPORARY, *OTHERS):  # without a manifest, all in it may be removed
            remove(self._tree / name)
        bring(self._tree, found, written, self._site, same, links=self._links)
        for name in OTHERS:
            if (self._site / name).exists():
                link(self._site / name, self._tree / name)
        there = self._site / MANIFEST
        if there.is_file() and there.read_bytes() == manifest:
            link(there, self._tree / MANIFEST)
        else:
            write(self._tree / MANIFEST, manifest, sync=True)


def _owned_alike(site: Path, tree: Path) -> bool:
    """Whether a tree belongs to whom the site does, and may be read and written by the same."""
    wanted, found = site.stat(), tree.stat()
    if (wanted.st_uid, wanted.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.chown(tree, wanted.st_uid, wanted.st_gid)
        except OSError:
            return False
    shutil.copystat(site, tree)
    os.utime(tree)
    return True
