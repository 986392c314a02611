"""Work that is done again whenever it is wanted, in a thread of its own."""

import threading
from collections.abc import Callable


class Repeater:
    """Does `work` when it is wanted; however often it is wanted meanwhile, it is done once more afterwards."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def want(self) -> None:
        """Have it done, from its beginning, after this."""
        self._wanted.set()

    def end(self) -> None:
        """Wait until it is no longer done."""
        self._ended.set()
        self._wanted.set()
        self._thread.join()

    def _run(self) -> None:
        while self._wanted.wait() and not self._ended.is_set():
            self._wanted.clear()
            self._work()
