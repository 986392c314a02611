"""What content would be after some changes, found in a copy of it: what a command writes is checked before it is."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.changes import Changes
from generator.options import SNAPSHOTS
from generator.problems.setup import cannot_be_written

_FOLDERS = ("content", SNAPSHOTS)


@contextmanager
def rehearsed(root: Path, changes: Changes) -> Iterator[Path]:
    """The folder of a site as it would be, for as long as the block lasts. Its files are links: none is to be opened
    for writing. Raises SetupError where there is no room for it.
    """
    try:
        with TemporaryDirectory(prefix=".rehearsal.", dir=root) as name:
            copy = Path(name)
            for folder in (one for one in _FOLDERS if (root / one).is_dir()):
                shutil.copytree(root / folder, copy / folder, symlinks=True, copy_function=_link)
            with changes.applied(copy):
                pass
            yield copy
    except OSError as error:
        raise cannot_be_written(str(error.filename or root), error) from error


def _link(file: str, new: str) -> None:
    """Another name for a file, or a copy of it where there can be none."""
    try:
        os.link(file, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(file, new, follow_symlinks=False)
