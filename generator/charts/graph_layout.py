"""Where things stand in the drawing of who works with whom: universities in the middle, partners on both sides.

No label lies over another, whatever their number.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.fields.values import AnyRef
from generator.showcase.partnerships import Partnerships
from generator.view.charts import Label, LabelColumn, Strand, WebDrawing

WIDTH = 1040
LEFT, RIGHT = 236, 804
"""Where the ties of each side end, and its names begin."""
HUBS = (416, 624)
"""The sides of the boxes of the universities."""
LETTERS, HUB_LETTERS = 34, 24
"""How many letters fit on a line of a partner's name, and of a university's."""
_ROW, _LINE, _HEADING, _GROUP_GAP = 17, 15, 19, 9
_HUB_LINE, _HUB_PADDING, _HUB_GAP = 17, 18, 16
_MARGIN, _APART = 12, 6
_THINNEST, _STEP, _THICKEST = 1.0, 0.8, 6.0
_BEND = 34


@dataclass(frozen=True)
class NodeLabel:
    """What is written of an organisation: its name, what its link says besides, where it leads."""

    text: str
    title: str
    href: str
    number: str = ""
    """Of a university, its agreements."""


@dataclass(frozen=True)
class Names:
    """The universities, and the partners to be drawn in groups, each under its heading."""

    hubs: Mapping[AnyRef, NodeLabel]
    groups: Sequence[tuple[str, Sequence[tuple[AnyRef, NodeLabel]]]]


@dataclass
class _Side:
    """One of the two columns of partners, filled from above."""

    at_end: bool
    below: int = _MARGIN

    def __post_init__(self) -> None:
        self.labels: list[Label] = []
        self.heights: dict[AnyRef, int] = {}

    @property
    def column(self) -> LabelColumn:
        """All that is written in it."""
        x, anchor = (LEFT - _APART, "end") if self.at_end else (RIGHT + _APART, "start")
        return LabelColumn(x, anchor, _LINE, tuple(self.labels))

    def add(self, heading: str, members: Sequence[tuple[AnyRef, NodeLabel]], ties: Partnerships) -> None:
        """A group below the others."""
        self.labels.append(Label(self.below + 13, (heading,), "group", self.at_end))
        self.below += _HEADING
        for ref, name in members:
            lines = wrapped(name.text, LETTERS)
            style = "shared" if len(ties.partners[ref]) > 1 else "partner"
            self.labels.append(Label(self.below + 12, lines, style, self.at_end, name.href, name.title))
            self.heights[ref] = self.below + 8
            self.below += _ROW + _LINE * (len(lines) - 1)
        self.below += _GROUP_GAP


def drawing(ties: Partnerships, names: Names) -> WebDrawing:
    """Lay out the drawing: groups in turn on the side that is shorter, universities spread between them."""
    left, right = _Side(at_end=True), _Side(at_end=False)
    for heading, members in names.groups:
        (left if left.below <= right.below else right).add(heading, members, ties)
    boxes, labels, height = _hubs(names, max(left.below, right.below))
    middles = {hub: top + tall // 2 for hub, (top, tall) in boxes.items()}
    return WebDrawing(
        width=WIDTH,
        height=height,
        sides=HUBS,
        boxes=tuple(boxes.values()),
        strands=(*_between(ties, boxes, middles), *_strands(ties, (left, right), middles)),
        columns=(left.column, right.column, LabelColumn(sum(HUBS) // 2, "middle", _HUB_LINE, tuple(labels))),
    )


def wrapped(text: str, letters: int) -> tuple[str, ...]:
    """A name in as few lines as fit, each as short as the others allow."""
    fewest = len(textwrap.wrap(text, letters, break_on_hyphens=False))
    for narrower in range(1, letters):
        lines = textwrap.wrap(text, narrower, break_on_hyphens=False, break_long_words=False)
        if len(lines) <= fewest and max(map(len, lines)) <= letters:
            return tuple(lines)
    return tuple(textwrap.wrap(text, letters))


def _hubs(names: Names, bottom: int) -> tuple[dict[AnyRef, tuple[int, int]], list[Label], int]:
    """The boxes of the universities; where they need more room than the partners, the drawing grows."""
    lines = {hub: wrapped(name.text, HUB_LETTERS) for hub, name in names.hubs.items()}
    tall = {hub: _HUB_LINE * (len(own) + 1) + _HUB_PADDING for hub, own in lines.items()}
    height = max(bottom, sum(tall.values()) + _HUB_GAP * (len(tall) - 1) + 2 * _MARGIN)
    spare = (height - sum(tall.values())) // (len(tall) + 1)
    boxes: dict[AnyRef, tuple[int, int]] = {}
    labels: list[Label] = []
    below = spare
    for hub, name in names.hubs.items():
        boxes[hub] = (below, tall[hub])
        first = below + _HUB_PADDING // 2 + 13
        labels.append(Label(first, lines[hub], "hub", href=name.href, title=name.title))
        labels.append(Label(first + _HUB_LINE * len(lines[hub]), (name.number,), "number"))
        below += tall[hub] + spare
    return boxes, labels, height


def _strands(ties: Partnerships, sides: Sequence[_Side], middles: Mapping[AnyRef, int]) -> tuple[Strand, ...]:
    """Every tie of a partner, those drawn alike together; the shared ones last, above the others."""
    alike: dict[tuple[bool, float], list[str]] = {}
    for side in sides:
        start, end = (HUBS[0], LEFT) if side.at_end else (HUBS[1], RIGHT)
        for partner, height in side.heights.items():
            own = ties.partners[partner]
            for hub in (hub for hub in middles if hub in own):
                curve = _curve(start, middles[hub], (start + end) // 2, end, height)
                alike.setdefault((len(own) > 1, _width(own[hub])), []).append(curve)
    return tuple(Strand(width, shared, "".join(curves)) for (shared, width), curves in sorted(alike.items()))


def _between(
    ties: Partnerships, boxes: Mapping[AnyRef, tuple[int, int]], middles: Mapping[AnyRef, int]
) -> tuple[Strand, ...]:
    """What universities have with each other: a line between neighbours, else a bow around those between."""
    order, found = list(boxes), []
    for pair, number in ties.between.items():
        above, below = sorted(pair, key=order.index)
        if order.index(below) == order.index(above) + 1:
            top, tall = boxes[above]
            curve = f"M{sum(HUBS) // 2} {top + tall}V{boxes[below][0]}"
        else:
            curve = _curve(HUBS[0], middles[above], HUBS[0] - _BEND, HUBS[0], middles[below])
        found.append(Strand(_width(number), True, curve))
    return tuple(found)


def _curve(start: int, y: int, half: int, end: int, y_end: int) -> str:
    return f"M{start} {y}C{half} {y} {half} {y_end} {end} {y_end}"


def _width(agreements: int) -> float:
    return round(min(_THINNEST + _STEP * (agreements - 1), _THICKEST), 1)
