"""What our quick dataclasses promise: they behave as the standard library's."""

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from generator import frozen


def declared(decorate: Callable[..., Any]) -> tuple[type, type, type]:
    @decorate(frozen=True)
    class Empty:
        pass

    @decorate(frozen=True)
    class Point:
        kind: ClassVar[str] = "point"
        x: int
        y: tuple[int, ...] = ()

    @decorate(frozen=True, kw_only=True)
    class Named(Point):
        """A point with a name, which it may do without."""

        name: str = "a"

    return Empty, Point, Named


OURS, THEIRS = declared(frozen.dataclass), declared(dataclasses.dataclass)


def values(kinds: tuple[type, type, type]) -> list[Any]:
    empty, point, named = kinds
    return [
        empty(),
        point(1),
        point(1, (2,)),
        named(1, (2,)),
        named(1, (2,), name="b"),
        dataclasses.replace(named(1), name="b"),
    ]


@pytest.mark.parametrize(("ours", "theirs"), [*zip(values(OURS), values(THEIRS), strict=True)], ids=repr)
def test_they_are_written_and_hashed_as_the_library_does(ours, theirs):
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)


def test_they_are_compared_as_the_library_does():
    ours, theirs = values(OURS), values(THEIRS)
    same = [[one == other for other in values(OURS)] for one in ours]
    assert same == [[one == other for other in values(THEIRS)] for one in theirs]
    assert ours[1] != (1, ())


def test_each_says_what_it_is():
    assert [kind.__doc__ for kind in OURS] == ["Empty", "Point", THEIRS[2].__doc__]
