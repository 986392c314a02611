import os
from pathlib import Path

import pytest

from generator.machine.memo import Memo


class Counted:
    """A function that tells how often it was called."""

    def __init__(self, result: bytes = b"made") -> None:
        self.calls = 0
        self.result = result

    def __call__(self) -> bytes:
        self.calls += 1
        return self.result


def test_the_same_inputs_are_computed_once_also_by_the_next_run(tmp_path: Path) -> None:
    made = Counted()
    for memo in (Memo(tmp_path), Memo(tmp_path)):
        assert memo.recall(made, "double", b"x", 2) == b"made"
        assert memo.recall(made, "double", b"x", 2) == b"made"
    assert made.calls == 1


@pytest.mark.parametrize("other", [("ab",), ("a", "b", ""), ("b", "a"), (b"a", "b"), ("a", "c")])
def test_other_inputs_are_another_result(tmp_path: Path, other: tuple[bytes | str, ...]) -> None:
    memo = Memo(tmp_path)
    memo.recall(Counted(b"one"), "join", "a", "b")
    assert memo.recall(Counted(b"two"), "join", *other) == b"two"


def test_another_function_is_another_result(tmp_path: Path) -> None:
    memo = Memo(tmp_path)
    memo.recall(Counted(b"one"), "upper", "a")
    assert memo.recall(Counted(b"two"), "lower", "a") == b"two"


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 60])
def test_a_damaged_result_is_made_again(tmp_path: Path, damage: bytes) -> None:
    Memo(tmp_path).recall(Counted(), "double", "x")
    for file in (file for file in tmp_path.rglob("*") if file.is_file()):
        file.write_bytes(damage)
    made = Counted()
    assert Memo(tmp_path).recall(made, "double", "x") == b"made"
    assert Memo(tmp_path).recall(made, "double", "x") == b"made"
    assert made.calls == 1


def test_what_nobody_asked_for_in_a_month_is_forgotten(tmp_path: Path) -> None:
    first = Memo(tmp_path)
    for name in ("old", "kept"):
        first.recall(Counted(), "double", name)
    first.forget()
    for file in tmp_path.glob("*/*"):
        os.utime(file, (0, 0))
    second = Memo(tmp_path)
    second.forget()
    assert len([*tmp_path.glob("*/*")]) == 2, "a store is looked through once a day"
    os.utime(tmp_path / "looked-through", (0, 0))
    second.recall(Counted(), "double", "kept")
    second.forget()
    old, kept = Counted(), Counted()
    Memo(tmp_path).recall(old, "double", "old")
    Memo(tmp_path).recall(kept, "double", "kept")
    assert (old.calls, kept.calls) == (1, 0)


def test_a_store_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "double").write_text("a file where a folder should be")
    made = Counted()
    assert Memo(tmp_path).recall(made, "double", "x") == b"made"


def test_without_a_folder_nothing_is_remembered() -> None:
    made, memo = Counted(), Memo()
    memo.recall(made, "double", "x")
    memo.recall(made, "double", "x")
    memo.forget()
    assert made.calls == 2
