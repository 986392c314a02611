"""Where the marks of a schematic map stand: each in its direction from the others, apart enough to be told and touched.

North is up, and no mark stands on another: it is no map to measure on, and says so. Names stand beside the marks as
long as they meet nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from generator.view.places import Side

Coordinates = tuple[float, float]
"""Latitude and longitude, in degrees."""
MOST_NUMBERED = 24
"""With more marks than these, they are dots without numbers and names."""
_FRAME = 320
"""The side of the square frame on the narrowest screen, in pixels: what fits there fits everywhere."""
_MARK, _APART = 24, 29
"""The side of a mark, and how far apart two of them stand at least, from centre to centre."""
_EDGE = 76
"""What is left free around the outermost."""
_LETTER, _LINE, _BESIDE = 6.6, 18, 4
"""The width of a letter, the height of a name, what parts a name from its mark."""
_ROUNDS = 300


@dataclass(frozen=True)
class PlottedMark:
    """Where a mark stands, as percentages of the frame, and on which side its name has room."""

    x: float
    y: float
    side: Side


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def placed(points: Sequence[Coordinates], names: Sequence[str]) -> tuple[PlottedMark, ...]:
    """The marks of some points, in their order."""
    dense = len(points) > MOST_NUMBERED
    where = _scaled(points)
    if not dense:
        where = _apart(where)
    sides: list[Side] = [""] * len(where) if dense else _sides(where, names)
    return tuple(
        PlottedMark(round(100 * x / _FRAME, 1), round(100 * y / _FRAME, 1), side)
        for (x, y), side in zip(where, sides, strict=True)
    )


def _scaled(points: Sequence[Coordinates]) -> list[tuple[float, float]]:
    """The points in the frame, in one scale for both directions, in its middle."""
    middle = sum(latitude for latitude, _ in points) / len(points)
    flat = [(longitude * cos(radians(middle)), -latitude) for latitude, longitude in points]
    (left, right), (top, bottom) = ((min(row), max(row)) for row in zip(*flat, strict=True))
    span = max(right - left, bottom - top)
    scale = (_FRAME - 2 * _EDGE) / span if span else 0
    half = _FRAME / 2
    return [(half + scale * (x - (left + right) / 2), half + scale * (y - (top + bottom) / 2)) for x, y in flat]


def _apart(where: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same, pushed from one another until no two are too near, and none is outside."""
    found = list(where)
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(found)):
            for other in range(one):
                (x, y), (u, v) = found[one], found[other]
                across, down = x - u, y - v
                if max(abs(across), abs(down)) >= _APART - 0.01:
                    continue
                moved = True
                if abs(across) >= abs(down) and across:
                    push = (_APART - abs(across)) / 2 * (1 if across > 0 else -1)
                    found[one], found[other] = (_within(x + push), y), (_within(u - push), v)
                else:
                    push = (_APART - abs(down)) / 2 * (1 if down >= 0 else -1)
                    found[one], found[other] = (x, _within(y + push)), (u, _within(v - push))
        if not moved:
            break
    return found


def _within(at: float) -> float:
    return min(max(at, _MARK), _FRAME - _MARK)


def _sides(where: Sequence[tuple[float, float]], names: Sequence[str]) -> list[Side]:
    """The side of each name: the first on which it meets neither a mark, nor another name, nor the frame."""
    half = _MARK / 2
    taken = [(x - half, y - half, x + half, y + half) for x, y in where]
    sides: list[Side] = []
    for (x, y), name in zip(where, names, strict=True):
        found: Side = ""
        for side, box in _boxes(x, y, _LETTER * len(name)):
            if min(box) >= 0 and max(box) <= _FRAME and not any(_meet(box, other) for other in taken):
                found = side
                taken.append(box)
                break
        sides.append(found)
    return sides


def _boxes(x: float, y: float, width: float) -> tuple[tuple[Side, Box], ...]:
    """Where a name of some width can stand beside a mark."""
    near, line = _MARK / 2 + _BESIDE, _LINE / 2
    return (
        ("end", (x + near, y - line, x + near + width, y + line)),
        ("start", (x - near - width, y - line, x - near, y + line)),
        ("over", (x - width / 2, y - near - _LINE, x + width / 2, y - near)),
        ("under", (x - width / 2, y + near, x + width / 2, y + near + _LINE)),
    )


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
