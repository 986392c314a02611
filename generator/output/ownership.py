"""What in the folder of a site is ours, as the manifest of the last publication tells."""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.machine.regular_files import read_regular
from generator.output.paths import BOTH, LOCK, MANIFEST, RESERVED, TEMPORARY
from generator.output.tree import Found
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

PREVIOUS = "previous"
"""In a manifest, of what a site is made: the digest of the manifest of the publication before."""
_HASH_LENGTH = 64


@dataclass(frozen=True)
class Manifest:
    """The hashes of a published site by path, the bytes of the file that tells them, and what the site was made of."""

    hashes: Mapping[str, str]
    written: bytes
    inputs: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, hashes: Mapping[str, str], inputs: Mapping[str, Any] | None = None) -> "Manifest":
        """The manifest of files, a line each, with a digest of itself at its end."""
        whole = {"inputs": dict(inputs or {}), "files": dict(sorted(hashes.items()))}
        lines = json.dumps(whole, ensure_ascii=False, separators=(",\n", ": "))
        digest = sha256(lines.encode()).hexdigest()
        return cls(hashes, f'{lines[:-1]},\n"digest": "{digest}"}}\n'.encode(), inputs or {})

    @classmethod
    def read(cls, folder: Path, known: "Manifest | None" = None) -> "Manifest | None":
        """The one in a folder, if it is one of ours."""
        try:
            written = read_regular(folder / MANIFEST)
        except OSError:
            return None
        return known if known and written and known.written == written else cls.parsed(written)

    @classmethod
    def parsed(cls, written: bytes) -> "Manifest | None":
        """The one that was written so, if it is one of ours, whether or not it has changed since."""
        try:
            whole = json.loads(written)
        except (ValueError, RecursionError):
            return None
        if not isinstance(whole, dict):
            return None
        hashes, inputs = whole.get("files"), whole.get("inputs")
        if not isinstance(hashes, dict):  # as it was written before it told what a site is made of
            hashes, inputs = whole, {}
        if not isinstance(inputs, dict) or any(not _is_hash(one) for one in hashes.values()):
            return None
        found = cls(hashes, written, inputs)
        return found if hashes or found.is_whole else None  # anybody's could list nothing

    def after(self, before: "Manifest | None") -> "Manifest":
        """The same site where it takes the place of another; where of none, whatever its build went on from."""
        inputs = {name: value for name, value in self.inputs.items() if name != PREVIOUS}
        return self.of(self.hashes, {**inputs, **({PREVIOUS: before.digest} if before else {})})

    @property
    def is_whole(self) -> bool:
        """Whether it is as it was written."""
        return self.of(self.hashes, self.inputs).written == self.written

    @property
    def digest(self) -> str:
        """What tells it from any other."""
        return sha256(self.written).hexdigest()


NOTHING = Manifest({}, b"")


def title(folder: Path, known: Manifest = NOTHING) -> Manifest:
    """The manifest of a folder that may be ours: it has one, or has nothing; `known` is one that it had before.

    Raises SetupError where it is another's, or something in it that is not ours has a name of ours.
    """
    if folder.is_file():
        raise SetupError(
            Phrase(N_("{folder} is a file."), {"folder": str(folder)}),
            Phrase(N_("Name a folder for the site, or remove the file.")),
        )
    for name, is_ours in ((TEMPORARY, _is_left_behind), (LOCK, _is_lock)):
        with suppress(FileNotFoundError):  # there is none, or no longer: another build has just ended
            if not is_ours(folder / name):
                raise refusal(folder / name)
    manifest = Manifest.read(folder, known)
    if manifest is None and folder.is_dir() and {one.name for one in folder.iterdir()} - (RESERVED - {MANIFEST}):
        raise refusal(folder)
    return manifest or NOTHING


def strays(found: Found, manifest: Manifest) -> set[str]:
    """The files and links in a folder that are not ours."""
    return (found.files.keys() - manifest.hashes.keys()) | found.others


def is_title(manifest: Manifest, folder: Path, found: Found) -> bool:
    """Whether a manifest makes a folder ours, in which is what was `found`.

    Half of what it lists is there, whatever else is; or nothing else is, and what is there is as it says, or a build
    was killed over it.
    """
    listed, there = manifest.hashes, manifest.hashes.keys() & found.files.keys()
    if 0 < len(listed) <= 2 * len(there):
        return True
    if found.files.keys() - there:
        return False
    return (folder / TEMPORARY).is_dir() or all(
        sha256((folder / path).read_bytes()).hexdigest() == listed[path] for path in there
    )


def refusal(folder: Path) -> SetupError:
    """That a folder holds what nobody may lose."""
    return SetupError(
        Phrase(N_("{folder} holds files that Vetrina did not put there."), {"folder": str(folder)}),
        Phrase(N_("Name an empty folder for the site, or empty this one yourself.")),
    )


def _is_left_behind(path: Path) -> bool:
    """Whether what has the name of what a build writes beside a site is that, or was left by one that was killed."""
    if not stat.S_ISDIR(path.lstat().st_mode):
        return False
    with os.scandir(path) as entries:
        return all((one.name.isdecimal() or one.name in (BOTH, MANIFEST)) and not one.is_dir() for one in entries)


def _is_lock(path: Path) -> bool:
    """Whether what has the name of a lock is one: a file in which nothing is."""
    found = path.lstat()
    return stat.S_ISREG(found.st_mode) and not found.st_size


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == _HASH_LENGTH
