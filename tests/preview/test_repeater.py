"""What is wanted is done, and what is wanted meanwhile is done once more."""

from queue import Queue
from threading import Semaphore

from generator.preview.repeater import Repeater

PATIENCE = 120


class Work:
    """Work that says when it begins, and ends when it is let."""

    def __init__(self) -> None:
        self.begun: Queue[int] = Queue()
        self.let = Semaphore(0)
        self.times = 0

    def __call__(self) -> None:
        self.times += 1
        self.begun.put(self.times)
        assert self.let.acquire(timeout=PATIENCE)


def test_however_often_it_is_wanted_meanwhile_it_is_done_once_more():
    work = Work()
    repeater = Repeater(work)
    repeater.want()
    assert work.begun.get(timeout=PATIENCE) == 1
    for _ in range(5):
        repeater.want()
    work.let.release()
    assert work.begun.get(timeout=PATIENCE) == 2
    work.let.release()
    repeater.end()
    assert work.times == 2


def test_it_waits_to_be_wanted_again():
    work = Work()
    work.let.release(2)
    repeater = Repeater(work)
    for time in (1, 2):
        repeater.want()
        assert work.begun.get(timeout=PATIENCE) == time
    repeater.end()


def test_it_ends_without_having_been_wanted():
    work = Work()
    Repeater(work).end()
    assert work.times == 0
