"""Two folders exchange their names in one step, where the system can: who reads by path sees the one or the other."""

import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # of renameat2, in linux/fs.h
_RENAME_SWAP = 2  # of renamex_np, in sys/stdio.h


def exchange(one: Path, other: Path) -> bool:
    """Whether each of two folders now has the name of the other; if not, both are as they were."""
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes  # takes longer than most commands, which exchange nothing

    a, b = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(a, b, ctypes.c_uint(_RENAME_SWAP)) == 0)
        return bool(system.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, ctypes.c_uint(_RENAME_EXCHANGE)) == 0)
    except (OSError, AttributeError):  # no such library, or an older one
        return False
