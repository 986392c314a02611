"""A process of its own: it lives on from question to question, and whoever asks lives on without it."""

import os
import signal
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from generator.preview.worker import DiedError, Worker


def answered(question: str) -> int:
    if question == "die":
        os._exit(1)
    if question == "hang":
        Event().wait()
    if question == "interrupted":
        os.kill(os.getpid(), signal.SIGINT)
    return os.getpid()


class Resting:
    """Answers with how often it has rested."""

    def __init__(self) -> None:
        self.rests = 0

    def __call__(self, question: str) -> int:
        return self.rests

    def rest(self) -> None:
        self.rests += 1


@pytest.fixture
def worker() -> Iterator[Worker[str, int]]:
    worker = Worker(answered)
    yield worker
    worker.end()


def test_it_is_one_process_and_another_than_ours(worker):
    first = worker.ask("who")
    assert first not in (os.getpid(), os.getppid())
    assert worker.ask("who") == first


def test_one_that_died_is_replaced(worker):
    first = worker.ask("who")
    with pytest.raises(DiedError):
        worker.ask("die")
    assert worker.ask("who") != first


def test_ctrl_c_is_not_for_it(worker):
    assert worker.ask("interrupted") == worker.ask("who")


def test_it_can_be_ended_at_work(worker):
    worker.ask("who")
    died = []

    def hang() -> None:
        try:
            worker.ask("hang")
        except DiedError as error:
            died.append(error)

    asking = Thread(target=hang)
    asking.start()
    worker.end()
    asking.join(120)
    assert len(died) == 1


def test_once_ended_it_answers_nothing(worker):
    worker.end()
    with pytest.raises(DiedError):
        worker.ask("who")


def test_it_rests_when_it_has_answered():
    worker = Worker(Resting())
    assert [worker.ask(""), worker.ask(""), worker.ask("")] == [0, 1, 2]
    worker.end()
