"""The way to publish where two folders cannot exchange their names: file by file, in an order that breaks no page.

All that is new is written first, apart: a disk that is full leaves the site as it was. Then each file takes its place
whole: what pages are made with, pages, what leads to them; what is gone goes last.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from generator.output.ownership import Manifest
from generator.output.paths import BOTH, MANIFEST, TEMPORARY, folded, folders_of, parents
from generator.output.tree import Found, remove, write

_LEADS_TO_PARTS = "start."


def write_beside(folder: Path, written: Mapping[str, bytes], before: Manifest, after: Manifest) -> None:
    """Write what is new into a folder, all of it where nobody reads it; where it cannot be written, nothing is."""
    beside = folder / TEMPORARY
    remove(beside)  # what a killed build may have left
    beside.mkdir()
    try:
        _ask_for(folder, written)
        for number, path in enumerate(_in_order(written)):
            write(beside / str(number), written[path])
        # From the first file on, all that may be there is known to be ours, even if this build does not end.
        write(beside / BOTH, Manifest.of({**before.hashes, **after.hashes}).written, sync=True)
        write(beside / MANIFEST, after.written, sync=True)
    except OSError:
        remove(beside)
        raise


def move_into_place(folder: Path, found: Found, written: Mapping[str, bytes], after: Manifest) -> None:
    """Have what was written beside take its place in a folder, in which `found` is, and remove what `after` lacks."""
    beside = folder / TEMPORARY
    folders = folders_of(after.hashes)
    gone = (found.files.keys() - after.hashes.keys()) | found.others
    gone_folders = found.folders - folders
    # A file where a folder must be, or a name that differs by case only, cannot wait until the end.
    wanted = {folded(path) for path in (*after.hashes, *folders)} if gone or gone_folders else set()
    early_folders = {path for path in gone_folders if folded(path) in wanted}
    early = {path for path in gone if folded(path) in wanted or early_folders.intersection(parents(path))}
    early_folders |= {path for path in gone_folders if early_folders.intersection(parents(path))}
    (beside / BOTH).replace(folder / MANIFEST)
    _remove(folder, early, early_folders)
    for parent in sorted(folders - found.folders):
        (folder / parent).mkdir()
    for number, path in enumerate(_in_order(written)):
        (beside / str(number)).replace(folder / path)
    _remove(folder, gone - early, gone_folders - early_folders)
    (beside / MANIFEST).replace(folder / MANIFEST)
    remove(beside)


def _ask_for(folder: Path, paths: Collection[str]) -> None:
    """Raise OSError where the system cannot have one of these names at all, as one that is too long."""
    for name in {name for path in paths for name in path.split("/")}.union(paths):
        with suppress(FileNotFoundError, NotADirectoryError):
            (folder / name).lstat()


def _in_order(paths: Collection[str]) -> list[str]:
    return sorted(paths, key=lambda path: (_turn(path), path))


def _turn(path: str) -> int:
    """What pages are made with, and the parts of the search; pages; home pages and what else all begins with."""
    *folders, name = path.split("/")
    leads = not folders or name.startswith(_LEADS_TO_PARTS) or (len(folders) == 1 and name == "index.html")
    return 2 if leads else 1 if name.endswith(".html") else 0


def _remove(folder: Path, paths: set[str], folders: set[str]) -> None:
    for path in sorted(paths):
        (folder / path).unlink()
    for path in sorted(folders, reverse=True):
        (folder / path).rmdir()
