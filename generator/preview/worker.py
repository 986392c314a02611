"""A process of its own that answers questions: whatever becomes of it, who asks goes on, and can end it at any time."""

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")
_SPAWN = multiprocessing.get_context("spawn")
"""On every system the same: a new Python that has nothing of this one."""


class DiedError(Exception):
    """The process ended before it answered."""


class Worker(Generic[Question, Answer]):
    """Answers with `answer`, one question at a time; a process that has died is replaced.

    `answer` can be pickled; where it has a method `rest`, that is called when an answer has been sent.
    """

    def __init__(self, answer: Callable[[Question], Answer]) -> None:
        self._answer = answer
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._ended = False

    def ask(self, question: Question) -> Answer:
        """Wait for the answer. Raises DiedError where none comes, as after `end`."""
        try:
            connection = self._connected()
            connection.send(question)
            answer: Answer = connection.recv()
        except (EOFError, OSError) as error:
            with self._lock:
                self._stop()
            raise DiedError from error
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing; it answers nothing more."""
        with self._lock:
            self._ended = True
            self._stop()

    def _connected(self) -> Connection:
        with self._lock:
            if self._ended:
                raise DiedError
            if self._connection is None:
                self._connection, theirs = _SPAWN.Pipe()
                self._process = _SPAWN.Process(target=_answer, args=(theirs, self._answer), daemon=True)
                self._process.start()
                theirs.close()
            return self._connection

    def _stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.join()
        self._process = self._connection = None


def _answer(connection: Connection, answer: Callable[[Question], Answer]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is told to all; who asks ends this process
    while True:
        try:
            question = connection.recv()
        except EOFError:
            return
        connection.send(answer(question))
        if rest := getattr(answer, "rest", None):
            rest()
