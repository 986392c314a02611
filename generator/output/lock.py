"""One at a time: a file that a process holds until it ends, however it ends."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_PATIENCE = 60.0
"""Seconds."""
_PAUSE = 0.05
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def alone(file: Path, folder: Path) -> Iterator[None]:
    """Hold `file` while something is done to `folder`, once nobody else does. Raises SetupError where that lasts.

    Where the file system knows no locks, nothing is held, and all goes on.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        with file.open("ab") as held:
            if _hold(held) and _is_at(held, file):
                try:
                    yield
                finally:
                    with suppress(OSError):  # Windows: it is open
                        file.unlink()
                return
        if time.monotonic() > until:
            raise SetupError(
                Phrase(N_("Another build is writing {folder}."), {"folder": str(folder)}),
                Phrase(N_("Wait until it has ended, then build again.")),
            )
        time.sleep(_PAUSE)


def _is_at(held: BinaryIO, file: Path) -> bool:
    """Whether the file is still there: who held it before has removed it."""
    try:
        return os.path.samestat(os.fstat(held.fileno()), file.stat())
    except OSError:
        return False


def _hold(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # each system has its own

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # each system has its own

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True
