"""Work is shared out where that can be had, and the same comes out whatever becomes of a copy."""

import os
import signal
import sys
from collections.abc import Sequence

import pytest

from generator import parallel
from generator.parallel import shared_out

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


@pytest.mark.parametrize("number", [0, 1, 2, 3, 7, 30, 31])
def test_the_parts_are_all_there_is_in_its_order(number: int) -> None:
    found = shared_out(doubled, range(number), 1)
    assert [one for _, part in found for one in part] == [2 * one for one in range(number)]
    assert len({pid for pid, _ in found}) == min(max(number, 1), 3)
    assert found[0][0] == os.getpid()


@pytest.mark.parametrize(("number", "parts"), [(9, 1), (10, 1), (19, 1), (20, 2), (30, 3), (100, 3)])
def test_little_is_not_worth_a_copy(number: int, parts: int) -> None:
    assert len(shared_out(doubled, range(number), 10)) == parts


def test_much_can_be_handed_over() -> None:
    assert [len(part) for part in shared_out(lambda part: b"x" * 3_000_000, range(3), 1)] == [3_000_000] * 3


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
    assert shared_out(work, range(3), 1) == [[0], [1], [2]]  # type: ignore[arg-type]
    assert "Traceback" not in capfd.readouterr().err


def test_what_fails_everywhere_fails_here_and_leaves_no_copy_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: copies.append(fork()) or copies[-1])
    with pytest.raises(ZeroDivisionError):
        shared_out(lambda part: [1 // 0 for _ in part], range(3), 1)
    assert len(copies) == 2
    for copy in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)
