"""Releases in a folder of this computer."""

import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from generator.output.lock import alone
from generator.output.ownership import Manifest
from generator.output.paths import LOCK, MANIFEST
from generator.output.tree import Found, link, look, remove, write
from generator.problems.setup import SetupError, cannot_be_written
from generator.publishing.before import take
from generator.publishing.refusals import refuse_damaged
from generator.publishing.releases import CURRENT, RELEASE_NAME, RELEASES, UNFINISHED, in_the_way
from generator.publishing.verification import SiteFolder
from generator.words import N_, Phrase


class Folder:
    """A folder that holds releases, and the link to the one that is served."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._folder, self._releases, self._current = folder, folder / RELEASES, folder / CURRENT

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One publication at a time; what one that broke off has left is removed, where it can be."""
        if os.path.lexists(self._folder / MANIFEST):
            raise SetupError(
                Phrase(N_("{folder} is itself a site, which a build writes."), {"folder": self.name}),
                Phrase(N_("Name another folder, in which releases of it are kept.")),
            )
        try:
            self._releases.mkdir(parents=True, exist_ok=True)
            with alone(self._folder / LOCK, self._folder):
                self.clear()
                yield
        except OSError as error:
            raise cannot_be_written(str(error.filename2 or error.filename or self._folder), error) from error

    def before(self, folder: Path) -> Path | None:
        """What the next build asks of the release that is served, put into a folder."""
        now = self.current()
        return take(self.name, SiteFolder(self._releases / now).read, folder) if now else None

    def releases(self) -> list[str]:
        """The names of the folders of releases."""
        return [one.name for one in self._releases.iterdir() if RELEASE_NAME.fullmatch(one.name)]

    def current(self) -> str:
        """The release that the link leads to."""
        if not os.path.lexists(self._current):
            return ""
        folder, name = os.path.split(self._current.readlink()) if self._current.is_symlink() else ("", "")
        if folder != RELEASES or not RELEASE_NAME.fullmatch(name):
            raise in_the_way(str(self._current))
        return name if (self._releases / name).is_dir() else ""

    def manifest(self, release: str) -> Manifest | None:
        """The manifest in the folder of a release."""
        return Manifest.read(self._releases / release)

    def files(self, release: str) -> Set[str]:
        """What lies in the folder of a release."""
        found = _look(self._releases / release)
        return found.files.keys() | found.others

    def hashes(self, release: str) -> Mapping[str, str]:
        """The hash of what lies in the folder of a release."""
        return _hashes(self._releases / release)

    def is_same(self, release: str, site: Path) -> bool:
        """Whether two trees have the same bytes."""
        there, here = self._releases / release, look(site).files
        return _look(there).files.keys() == here.keys() and all(_is_same(there / path, site / path) for path in here)

    def send(self, site: Path, manifest: Manifest, release: str, like: str) -> None:
        """Copy a site; a file that another release has is the same file there, by a second name."""
        incoming = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self._releases))
        incoming.chmod(0o755)
        try:
            for path in sorted(manifest.hashes):
                target, other = incoming / path, self._releases / like / path
                target.parent.mkdir(parents=True, exist_ok=True)
                if like and other.is_file() and not other.is_symlink() and _is_same(other, site / path):
                    link(other, target)
                else:
                    shutil.copyfile(site / path, target)
            refuse_damaged(f"{self.name}/{RELEASES}/{release}", manifest, _hashes(incoming))
            write(incoming / MANIFEST, manifest.written, sync=True)
            incoming.rename(self._releases / release)
        except (OSError, SetupError):
            remove(incoming)
            raise

    def switch(self, release: str) -> None:
        """Have the link lead elsewhere, in one step."""
        other = self._folder / f"{UNFINISHED}{CURRENT}"
        other.symlink_to(f"{RELEASES}/{release}", target_is_directory=True)
        other.replace(self._current)

    def put_aside(self, release: str) -> None:
        """Give the folder of a release another name."""
        (self._releases / release).replace(tempfile.mkdtemp(prefix=f"{UNFINISHED}{release}-", dir=self._releases))

    def clear(self) -> Sequence[str]:
        """Remove what has no name of a release."""
        unremoved = []
        for one in (*self._releases.glob(f"{UNFINISHED}*"), *self._folder.glob(f"{UNFINISHED}*")):
            try:
                remove(one)
            except OSError:
                unremoved.append(one.name)
        return unremoved


def _look(folder: Path) -> Found:
    """What is in the folder of a release, where nothing but its manifest has a name of its own."""
    return look(folder, {MANIFEST})


def _hashes(folder: Path) -> Mapping[str, str]:
    found = _look(folder)
    files = {path: sha256((folder / path).read_bytes()).hexdigest() for path in found.files}
    return files | dict.fromkeys(found.others, "")


def _is_same(one: Path, other: Path) -> bool:
    return filecmp.cmp(one, other, shallow=False)
