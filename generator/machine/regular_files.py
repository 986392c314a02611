"""Files that others may have laid into a site: read only where they are files, which have an end, and lie there."""

import errno
import os
import stat
from pathlib import Path

_MOST = 25_000_000
"""Bytes."""


def read_regular(file: Path, most: int = _MOST) -> bytes:
    """What is in a file. Raises OSError where it is a pipe or a device, which may never end, or has more bytes."""
    found = file.stat()
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(file))
    if found.st_size > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
    return file.read_bytes()


def text_of_regular(file: Path, encoding: str = "utf-8", most: int = _MOST) -> str:
    """The text of such a file, whatever ends its lines. Raises UnicodeDecodeError too."""
    return read_regular(file, most).decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def leads_out(file: Path, folder: Path) -> bool:
    """Whether it is a link to what lies elsewhere than in a folder."""
    return file.is_symlink() and not file.resolve().is_relative_to(folder.resolve())
