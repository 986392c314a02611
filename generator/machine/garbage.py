"""What a command may do without: the search for what nobody holds any more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Search for no garbage meanwhile, for who holds what he makes until his end: it takes an eighth of a build, and
    finds a fiftieth of its memory.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.freeze()  # with the next line: what is held counts as old, or all of it would be searched at once
            gc.unfreeze()
            gc.enable()
