"""What a build wrote: which files are others than before."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

State = Mapping[str, tuple[int, int, int]]
"""For each file its number on the disk, its time and its size."""


@dataclass(frozen=True)
class Written:
    """How many files, and their bytes."""

    files: int
    size: int


def state(folder: Path) -> State:
    """The files below a folder as they are; none where there is no folder."""
    found: dict[str, tuple[int, int, int]] = {}
    for here, _, names in os.walk(folder):
        for name in names:
            told = os.stat(path := os.path.join(here, name))  # noqa: PTH116, PTH118 — of ten thousands of files
            found[path] = (told.st_ino, told.st_mtime_ns, told.st_size)
    return found


def written(before: State, after: State) -> Written:
    """What is new or other than it was."""
    sizes = [told[2] for path, told in after.items() if before.get(path) != told]
    return Written(len(sizes), sum(sizes))
