"""What in the folder of a site is ours, as the manifest of the last publication tells."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.output.paths import MANIFEST, RESERVED
from generator.output.tree import Found
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

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
            written = (folder / MANIFEST).read_bytes()
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
        is_ours = all(isinstance(value, str) and len(value) == _HASH_LENGTH for value in hashes.values())
        return cls(hashes, written, inputs) if is_ours and isinstance(inputs, dict) else None

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

    Raises SetupError where it is another's.
    """
    if folder.is_file():
        raise SetupError(
            Phrase(N_("{folder} is a file."), {"folder": str(folder)}),
            Phrase(N_("Name a folder for the site, or remove the file.")),
        )
    manifest = Manifest.read(folder, known)
    if manifest is None and folder.is_dir() and {one.name for one in folder.iterdir()} - (RESERVED - {MANIFEST}):
        raise refusal(folder)
    return manifest or NOTHING


def strays(found: Found, manifest: Manifest) -> set[str]:
    """The files and links in a folder that are not ours."""
    return (found.files.keys() - manifest.hashes.keys()) | found.others


def is_title(manifest: Manifest, found: Found) -> bool:
    """Whether a manifest makes a folder ours in which there are other files, too: half of what it lists is there."""
    listed = manifest.hashes.keys()
    there = len(listed & found.files.keys())
    return not found.files.keys() - listed or 0 < len(listed) <= 2 * there


def refusal(folder: Path) -> SetupError:
    """That a folder holds what nobody may lose."""
    return SetupError(
        Phrase(N_("{folder} holds files that Vetrina did not put there."), {"folder": str(folder)}),
        Phrase(N_("Name an empty folder for the site, or empty this one yourself.")),
    )
