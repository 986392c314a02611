"""Work shared out among the cores, where that can be had without risk; the same comes out without."""

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from signal import SIGKILL
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
_TASKS = Path("/proc/self/task")
"""Where Linux tells of the threads of a process."""


def shared_out(work: Callable[[Sequence[T]], R], things: Sequence[T], enough: int) -> list[R]:
    """What `work` makes of each part of `things`: one part, or one a core where each has `enough` of them.

    Another part is worked on by a copy of this process, which hands its result over and is gone: `work` changes nothing
    that is needed afterwards, and its result can be pickled. Where a copy fails, its part is worked on here, so that
    what fails is raised here.
    """
    parts = _parts(things, min(_cores(), len(things) // enough))
    copies = [_copy(work, part) for part in parts[1:]]
    try:
        results = [work(parts[0])]
        for copy, part in zip(copies, parts[1:], strict=True):
            written = _written(*copy)
            results.append(pickle.loads(written) if written else work(part))
    finally:
        for pid, _ in copies:
            _end(pid)
    return results


def _parts(things: Sequence[T], number: int) -> list[Sequence[T]]:
    """As many parts, in order, of much the same size."""
    ends = [len(things) * part // max(number, 1) for part in range(max(number, 1) + 1)]
    return [things[start:end] for start, end in pairwise(ends)]


def _cores() -> int:
    """How many cores there are for this process; one where it cannot be copied without risk, having threads."""
    if sys.platform != "linux" or not _TASKS.is_dir() or len(list(_TASKS.iterdir())) > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _copy(work: Callable[[Sequence[T]], R], part: Sequence[T]) -> tuple[int, int]:
    """Begin a copy of this process that works on a part: its number, and where its result can be read."""
    read, write = os.pipe()
    pid = os.fork()
    if pid:
        os.close(write)
        return pid, read
    failed = True
    try:
        with os.fdopen(write, "wb") as out:
            pickle.dump(work(part), out)
        failed = False
    finally:
        os._exit(failed)


def _written(pid: int, read: int) -> bytes:
    """What a copy hands over; nothing where it failed."""
    with os.fdopen(read, "rb") as data:
        written = data.read()
    _, status = os.waitpid(pid, 0)
    return b"" if status else written


def _end(pid: int) -> None:
    """End a copy that is still at work."""
    try:
        if os.waitpid(pid, os.WNOHANG) == (0, 0):
            os.kill(pid, SIGKILL)
            os.waitpid(pid, 0)
    except ChildProcessError:
        pass  # it is gone
