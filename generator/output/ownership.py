"""What in the folder of a site is ours, as the manifest of the last publication tells."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.output.paths import MANIFEST, RESERVED
from generator.output.tree import Found
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_HASH_LENGTH = 64


@dataclass(frozen=True)
class Manifest:
    """The hashes of a published site by path, and the bytes of the file that tells them."""

    hashes: Mapping[str, str]
    written: bytes

    @classmethod
    def of(cls, hashes: Mapping[str, str]) -> "Manifest":
        """The manifest of files, a line each."""
        lines = json.dumps(dict(sorted(hashes.items())), ensure_ascii=False, separators=(",\n", ": "))
        return cls(hashes, (f"{{\n{lines[1:-1]}\n}}\n" if hashes else "{}\n").encode())

    @classmethod
    def read(cls, folder: Path, known: "Manifest | None" = None) -> "Manifest | None":
        """The one in a folder, if it is one of ours."""
        try:
            written = (folder / MANIFEST).read_bytes()
            if known and written and known.written == written:
                return known
            hashes = json.loads(written)
        except (OSError, ValueError, RecursionError):
            return None
        is_ours = isinstance(hashes, dict) and all(
            isinstance(value, str) and len(value) == _HASH_LENGTH for value in hashes.values()
        )
        return cls(hashes, written) if is_ours else None


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
