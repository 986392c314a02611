"""Work is shared out where that can be had, and the same comes out whatever becomes of a copy."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence

import pytest

from generator.checks import policy
from generator.machine import parallel
from generator.machine.parallel import shared_out
from tests.harness import SiteTest

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process without risk"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning"),
]
HERE = os.getpid()


@pytest.fixture(autouse=True)
def three_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 3)


def doubled(numbers: Sequence[int]) -> tuple[int, list[int]]:
    return os.getpid(), [2 * number for number in numbers]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 7, 30, 31, 400, 401])
def test_the_pieces_are_all_there_is_in_its_order(number: int) -> None:
    found = shared_out(doubled, range(number), 1)
    assert [one for _, piece in found for one in piece] == [2 * one for one in range(number)]


@pytest.mark.parametrize(("number", "cores"), [(9, 1), (10, 1), (19, 1), (20, 2), (30, 3), (100, 3)])
def test_little_is_not_worth_a_copy(number: int, cores: int) -> None:
    """Each that works here waits until all do."""
    all_work, working = multiprocessing.Barrier(cores), set()

    def begun(numbers: Sequence[int]) -> int:
        if os.getpid() not in working:
            working.add(os.getpid())
            all_work.wait()
        return os.getpid()

    assert len(set(shared_out(begun, range(number), 10))) == cores


def test_who_is_free_takes_what_is_left() -> None:
    """The first core waits at its first piece until the others have done all the rest."""
    here, (read, write) = os.getpid(), os.pipe()

    def slow_here(numbers: Sequence[int]) -> int:
        os.write(write, b".") if os.getpid() != here else [os.read(read, 1) for _ in range(99)]
        return os.getpid()

    found = shared_out(slow_here, range(100), 10)
    assert len(found) == 100
    assert found.count(here) <= 1


def test_two_cores_keep_to_neighbours_until_they_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    here, found = os.getpid(), [pid for pid, _ in shared_out(doubled, range(1000), 1)]
    assert found == sorted(found, key=lambda pid: pid != here)


def test_much_can_be_handed_over() -> None:
    assert [len(piece) for piece in shared_out(lambda piece: b"x" * 300_000, range(300), 1)] == [300_000] * 200


def failing_elsewhere(numbers: Sequence[int]) -> list[int]:
    if os.getpid() != HERE:
        raise ValueError("in a copy")
    return list(numbers)


def killed_elsewhere(numbers: Sequence[int]) -> list[int]:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(numbers)


def unspeakable_elsewhere(numbers: Sequence[int]) -> object:
    return list(numbers) if os.getpid() == HERE else (lambda: None)


@pytest.mark.parametrize("work", [failing_elsewhere, killed_elsewhere, unspeakable_elsewhere])
def test_the_part_of_a_copy_that_fails_is_worked_on_here(
    work: object, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(globals(), "HERE", os.getpid())
    found: list[list[int]] = shared_out(work, range(300), 1)  # type: ignore[arg-type]
    assert [one for piece in found for one in piece] == list(range(300))
    assert "Traceback" not in capfd.readouterr().err


def test_what_fails_everywhere_fails_here_and_leaves_no_copy_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: copies.append(fork()) or copies[-1])
    with pytest.raises(ZeroDivisionError):
        shared_out(lambda piece: [1 // 0 for _ in piece], range(3), 1)
    assert len(copies) == 2
    for copy in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)


def test_rules_find_the_same_in_a_copy_and_what_they_asked_for_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked() -> tuple[object, object]:
        checked = SiteTest("showcase").check().checked
        assert checked and checked.showcase
        return checked.problems, checked.showcase.witness.settled

    alone = looked()
    asked, shared = [], parallel.shared_out
    monkeypatch.setattr(policy, "_ENOUGH", 1)
    monkeypatch.setattr("generator.showcase.answers.shared_out", lambda *given: asked.append(given) or shared(*given))
    together = looked()
    assert together == alone
    assert len(asked[0][1]) > 50, "they are all looked at anew"
