"""Folders → when something in them was saved, moved or deleted: a burst at a time, and nothing of what editors leave.

What the system tells is not enough where a watched folder itself goes or comes, as when another branch is taken out:
so the folders are looked at besides, and watched anew.
"""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from watchfiles import Change, watch
from watchfiles.main import FileChange

_NOISE = re.compile(
    r"""\..*|.*~|~\$.*|\#.*\#|4913|Thumbs\.db|desktop\.ini|.*\.(?:sw[a-z]|tmp|part|crswap)|.*___jb_(?:tmp|old)___""",
    re.IGNORECASE,
)
"""Names of what editors and systems write beside a file: backups, locks, half-written copies, views of a folder."""
_QUIET = 20
"""Milliseconds without a change that end a burst."""
_LOOK = 200
"""Milliseconds from one look at the folders themselves to the next."""

Identities = dict[Path, tuple[int, int]]
IsNoise = Callable[[str], bool]
"""Whether the name of a file or a folder is of no file of ours."""


def saves(folders: Mapping[Path, IsNoise], ended: threading.Event) -> Iterator[frozenset[Path]]:
    """Tell what was changed in `folders`, which need not exist, until `ended` is set; of each folder it is said which
    names in it are of no file of ours.

    The first answer comes, empty, as soon as they are watched: what is read after it is read again if it changes. So it
    does each time that one of the folders themselves has come, gone or been replaced.
    """
    while not ended.is_set():
        watched = _identities(folders)
        told = False
        rules = {folder.resolve(): is_noise for folder, is_noise in folders.items()}
        for changes in _changes({folder: rules[folder] for folder in watched}, ended):
            if changes or not told:
                yield frozenset(Path(path) for _, path in changes)
                told = True
            if _identities(folders) != watched:
                break
        ended.wait(_LOOK / 1000)


def is_noise(name: str) -> bool:
    """Whether a name is of what editors and systems write beside the files of a site."""
    return bool(_NOISE.fullmatch(name))


def _identities(folders: Iterable[Path]) -> Identities:
    """Which folders there are, and which folder each is: another one may have taken its name."""
    found: Identities = {}
    for folder in folders:
        try:
            seen = folder.stat()
        except OSError:
            continue
        found[folder.resolve()] = seen.st_dev, seen.st_ino
    return found


def _changes(watched: Mapping[Path, IsNoise], ended: threading.Event) -> Iterator[set[FileChange]]:
    """What changes in folders, and nothing now and then; where the system grants no watching, they are compared."""

    def is_ours(_change: Change, path: str) -> bool:
        changed = Path(path)
        below = next((root for root in watched if changed.is_relative_to(root)), changed.parent)
        names = changed.relative_to(below).parts
        return not any(map(watched.get(below, is_noise), names))

    for by_looking in (None, True):  # as the system allows; by looking at every file
        try:
            yield from watch(
                *watched,
                watch_filter=is_ours,
                step=_QUIET,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                stop_event=ended,
                force_polling=by_looking,
                ignore_permission_denied=True,
            )
        except FileNotFoundError:  # a folder has gone since: it is looked at again
            return
        except (OSError, RuntimeError):
            continue
        return
