"""Work shared out among the cores, where that can be had without risk; the same comes out without.

The work is cut into pieces that stand in a row. Whoever is free takes the next, half of the cores from the front and
half from the back, so that two cores keep to neighbours, which have much in common, until they meet.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from signal import SIGKILL
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
_TASKS = Path("/proc/self/task")
"""Where Linux tells of the threads of a process."""
_MOST_PIECES = 200
"""A byte can number them."""


def shared_out(work: Callable[[Sequence[T]], R], things: Sequence[T], enough: int) -> list[R]:
    """What `work` makes of each piece of `things`, in their order: of one, or of many where there is enough for a core.

    Other cores work in copies of this process, which hand their results over and are gone: `work` changes nothing that
    is needed afterwards, and its results can be pickled. What a copy that fails has taken is worked on here, so that
    what fails is raised here.
    """
    cores = min(_cores(), len(things) // enough)
    if cores < 2:
        return [work(things)]
    pieces = _pieces(things, min(_MOST_PIECES, len(things)))
    numbers = range(len(pieces))
    left, *ends = _pipe(numbers), _pipe(numbers), _pipe(reversed(numbers))
    copies = [_copy(partial(_worked, work, pieces, left, ends[core % 2])) for core in range(1, cores)]
    try:
        made = _worked(work, pieces, left, ends[0])
        for copy in copies:
            made |= _handed_over(*copy)
        return [made[number] if number in made else work(piece) for number, piece in enumerate(pieces)]
    finally:
        for pipe in (left, *ends):
            os.close(pipe)
        for pid, _ in copies:
            _end(pid)


def _pieces(things: Sequence[T], number: int) -> list[Sequence[T]]:
    """As many pieces, in order, of much the same size."""
    ends = [len(things) * piece // number for piece in range(number + 1)]
    return [things[start:end] for start, end in pairwise(ends)]


def _cores() -> int:
    """How many cores there are for this process; one where it cannot be copied without risk, having threads."""
    if sys.platform != "linux" or not _TASKS.is_dir() or len(list(_TASKS.iterdir())) > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _pipe(numbers: Iterable[int]) -> int:
    """Where numbers can be read, each once by whichever process is first, until there are none."""
    read, write = os.pipe()
    os.write(write, bytes(numbers))
    os.close(write)
    return read


def _worked(work: Callable[[Sequence[T]], R], pieces: Sequence[Sequence[T]], left: int, end: int) -> dict[int, R]:
    """What is made of the pieces that one core takes, from one end, while any are left."""
    made = {}
    while os.read(left, 1):
        (number,) = os.read(end, 1)
        made[number] = work(pieces[number])
    return made


def _copy(work: Callable[[], object]) -> tuple[int, int]:
    """Begin a copy of this process that works: its number, and where its result can be read."""
    read, write = os.pipe()
    pid = os.fork()
    if pid:
        os.close(write)
        return pid, read
    failed = True
    try:
        with os.fdopen(write, "wb") as out:
            pickle.dump(work(), out)
        failed = False
    finally:
        os._exit(failed)


def _handed_over(pid: int, read: int) -> dict[int, R]:
    """What a copy has made; nothing where it failed."""
    with os.fdopen(read, "rb") as data:
        written = data.read()
    _, status = os.waitpid(pid, 0)
    return {} if status else pickle.loads(written)


def _end(pid: int) -> None:
    """End a copy that is still at work."""
    try:
        if os.waitpid(pid, os.WNOHANG) == (0, 0):
            os.kill(pid, SIGKILL)
            os.waitpid(pid, 0)
    except ChildProcessError:
        pass  # it is gone
