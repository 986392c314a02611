"""The publication before, as far as the next build asks for it: its manifest, the data of its records, its log.

It is taken from the place that serves it, file by file as its manifest says, into a folder; all it needs is a place
that gives the file at a path.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from generator.output.ownership import Manifest
from generator.output.paths import MANIFEST, check_paths
from generator.problems.setup import SetupError
from generator.publications.publication import ASKED
from generator.words import N_, Phrase

_AT_ONCE = 8


class DamagedError(SetupError):
    """What a publication serves is not what its manifest says."""


def asked_of(paths: Iterable[str]) -> list[str]:
    """Those of the files of a publication that the next build reads."""
    return [path for path in paths if path.rpartition("/")[2] in ASKED]


def take(name: str, read: Callable[[str], bytes | None], folder: Path) -> Path | None:
    """Put what the next build asks for into a folder; None where there is no publication of ours.

    `read` gives the file at a path. Raises DamagedError where one is not as the manifest says: half of it is no log.
    """
    written = read(MANIFEST)
    manifest = Manifest.parsed(written) if written is not None else None
    if manifest is None:
        return None
    check_paths(manifest.hashes)
    asked = asked_of(manifest.hashes)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        contents = [*pool.map(read, asked)]
    folder.mkdir(exist_ok=True)
    for path, content in zip(asked, contents, strict=True):
        if content is None or sha256(content).hexdigest() != manifest.hashes[path]:
            raise _damaged(name, path)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / MANIFEST).write_bytes(manifest.written)
    return folder


def _damaged(name: str, path: str) -> DamagedError:
    return DamagedError(
        Phrase(N_("{file} of {site} is not as its manifest says."), {"file": path, "site": name}),
        Phrase(N_("Try again in a while. Without the publication before, the log of changes begins anew.")),
    )
