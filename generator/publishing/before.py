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
TRY_AGAIN = Phrase(
    N_(
        "Try again in a while: the log of changes is there. Where nothing was published yet, build once without"
        " --previous (vetrina build), and the log begins."
    )
)


class DamagedError(SetupError):
    """What a publication serves is not what its manifest says."""


def asked_of(paths: Iterable[str]) -> list[str]:
    """Those of the files of a publication that the next build reads."""
    return [path for path in paths if path.rpartition("/")[2] in ASKED]


def take(name: str, read: Callable[[str], bytes | None], folder: Path) -> Path | None:
    """Put what the next build asks for into a folder; None where there is no manifest.

    `read` gives the file at a path. Raises DamagedError where the manifest is none of ours, as a page that says that
    the site is being repaired, or a file is not as it says: half of a publication is no log.
    """
    written = read(MANIFEST)
    if written is None:
        return None
    manifest = Manifest.parsed(written)
    if manifest is None:
        raise DamagedError(
            Phrase(N_("{file} of {site} is not one that Vetrina has written."), {"file": MANIFEST, "site": name}),
            TRY_AGAIN,
        )
    check_paths(manifest.hashes)
    asked = asked_of(manifest.hashes)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        contents = [*pool.map(read, asked)]
    folder.mkdir(exist_ok=True)
    for path, content in zip(asked, contents, strict=True):
        if content is None or sha256(content).hexdigest() != manifest.hashes[path]:
            raise DamagedError(
                Phrase(N_("{file} of {site} is not as its manifest says."), {"file": path, "site": name}), TRY_AGAIN
            )
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / MANIFEST).write_bytes(manifest.written)
    return folder
