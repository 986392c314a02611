"""Where things stand in the drawing of who works with whom: universities in the middle, partners on both sides.

No label lies over another, whatever their number.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.fields.values import AnyRef
from generator.showcase.partnerships import Partnerships
from generator.view.charts import Label, LabelColumn, LabelGroup, Strand, Thread, WebDrawing

WIDTH = 1040
LEFT, RIGHT = 236, 804
"""Where the ties of each side end, and its names begin."""
HUBS = (416, 624)
"""The sides of the boxes of the universities."""
_MARGIN, _APART = 12, 6
_COLUMN = LEFT - _APART
"""The width of a column of names."""
LETTERS, HUB_LETTERS = 34, 24
"""How many letters fit on a line of a partner's name, and of a university's."""
_ROW, _LINE, _HEADING, _GROUP_GAP = 17, 15, 19, 9
_HUB_LINE, _HUB_PADDING, _HUB_GAP = 17, 18, 22
"""The tie in a gap is 24 pixels high in a window of 1280."""
_THINNEST, _STEP, _THICKEST = 1.0, 0.8, 6.0
_BEND = 34


@dataclass(frozen=True)
class NodeLabel:
    """What is written of an organisation: its name, what its link says, where it leads."""

    text: str
    title: str
    href: str
    number: str = ""
    """Of a university, its agreements."""


@dataclass(frozen=True)
class Names:
    """The universities, and the partners to be drawn in groups, each under its heading."""

    hubs: Mapping[AnyRef, NodeLabel]
    hubs_say: str
    groups: Sequence[tuple[str, str, Sequence[tuple[AnyRef, NodeLabel]]]]
    """Of each its heading, and what it says of the group."""
    ties: Mapping[tuple[AnyRef, AnyRef], NodeLabel]
    """Those that have a link of their own: of a partner of several universities, of two universities."""
    ties_say: str


@dataclass
class _Side:
    """One of the two columns of partners, filled from above."""

    at_end: bool
    below: int = _MARGIN

    def __post_init__(self) -> None:
        self.groups: list[LabelGroup] = []
        self.heights: dict[AnyRef, int] = {}
        self.members: list[AnyRef] = []

    @property
    def column(self) -> LabelColumn:
        """All that is written in it."""
        return LabelColumn(self.x, "end" if self.at_end else "start", _LINE, tuple(self.groups))

    @property
    def x(self) -> int:
        """Where its names begin, or end."""
        return LEFT - _APART if self.at_end else RIGHT + _APART

    @property
    def ends(self) -> tuple[int, int]:
        """Where its ties begin and end."""
        return (HUBS[0], LEFT) if self.at_end else (HUBS[1], RIGHT)

    def add(self, heading: str, says: str, members: Sequence[tuple[AnyRef, NodeLabel]], ties: Partnerships) -> None:
        """A group below the others."""
        head = Label(self.below + 13, (heading,), "group", self.at_end)
        self.below += _HEADING
        labels = []
        for ref, name in members:
            lines = wrapped(name.text, LETTERS)
            style = "shared" if len(ties.partners[ref]) > 1 else "partner"
            tall = _ROW + _LINE * (len(lines) - 1)
            area = (-_COLUMN if self.at_end else 0, self.below, _COLUMN, tall)
            labels.append(Label(self.below + 12, lines, style, self.at_end, name.href, name.title, area))
            self.heights[ref] = self.below + _ROW // 2
            self.below += tall
        self.groups.append(LabelGroup(says, head, tuple(labels)))
        self.members += (ref for ref, _ in members)
        self.below += _GROUP_GAP

    def tied(self, ties: Partnerships, middles: Mapping[AnyRef, int]) -> None:
        """Give each partner of one university the tie that the two have, drawn from where its name stands."""
        start, end = (one - self.x for one in self.ends)
        refs = iter(self.members)
        for at, group in enumerate(self.groups):
            labels = []
            for label in group.labels:
                ref = next(refs)
                own = ties.partners[ref]
                if len(own) == 1:
                    (hub, number), height = next(iter(own.items())), self.heights[ref]
                    curve = _curve(start, middles[hub], (start + end) // 2, end, height)
                    dashed = ties.unsigned.get((hub, ref)) == number
                    label = replace(label, strand=Strand(_width(number), curve, dashed))
                labels.append(label)
            self.groups[at] = replace(group, labels=tuple(labels))


def drawing(ties: Partnerships, names: Names) -> WebDrawing:
    """Lay out the drawing: groups in turn on the side that is shorter, universities spread between them."""
    left, right = _Side(at_end=True), _Side(at_end=False)
    for heading, says, members in names.groups:
        (left if left.below <= right.below else right).add(heading, says, members, ties)
    boxes, labels, height = _hubs(names, max(left.below, right.below))
    middles = {hub: top + tall // 2 for hub, (top, tall) in boxes.items()}
    for side in (left, right):
        side.tied(ties, middles)
    hubs = LabelGroup(names.hubs_say, None, tuple(labels))
    return WebDrawing(
        width=WIDTH,
        height=height,
        sides=HUBS,
        boxes=tuple(boxes.values()),
        columns=(LabelColumn(sum(HUBS) // 2, "middle", _HUB_LINE, (hubs,)), left.column, right.column),
        threads=(*_between(ties, names, boxes, middles), *_threads(ties, names, (left, right), middles)),
        threads_say=names.ties_say,
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
    height = max(bottom, sum(tall.values()) + _HUB_GAP * (len(tall) + 1))
    spare = (height - sum(tall.values())) // (len(tall) + 1)
    boxes: dict[AnyRef, tuple[int, int]] = {}
    labels: list[Label] = []
    below = spare
    for hub, name in names.hubs.items():
        boxes[hub] = (below, tall[hub])
        first = below + _HUB_PADDING // 2 + 13
        area = (HUBS[0] - sum(HUBS) // 2, below, HUBS[1] - HUBS[0], tall[hub])
        labels.append(Label(first, lines[hub], "hub", href=name.href, title=name.title, area=area))
        labels.append(Label(first + _HUB_LINE * len(lines[hub]), (name.number,), "number"))
        below += tall[hub] + spare
    return boxes, labels, height


def _threads(
    ties: Partnerships, names: Names, sides: Sequence[_Side], middles: Mapping[AnyRef, int]
) -> Iterator[Thread]:
    """The ties of the partners of several universities; the last drawn, they lie above the others."""
    for side in sides:
        start, end = side.ends
        for partner, height in side.heights.items():
            own = ties.partners[partner]
            for hub in (hub for hub in middles if hub in own and len(own) > 1):
                curve = _curve(start, middles[hub], (start + end) // 2, end, height)
                yield _thread(ties, names, (hub, partner), own[hub], curve)


def _thread(ties: Partnerships, names: Names, pair: tuple[AnyRef, AnyRef], agreements: int, curve: str) -> Thread:
    strand = Strand(_width(agreements), curve, ties.unsigned.get(pair) == agreements)
    return Thread(strand, names.ties[pair].href, names.ties[pair].title)


def _between(
    ties: Partnerships, names: Names, boxes: Mapping[AnyRef, tuple[int, int]], middles: Mapping[AnyRef, int]
) -> Iterator[Thread]:
    """What universities have with each other: a line between neighbours, else a bow around those between."""
    order = list(boxes)
    for pair, number in ties.between.items():
        above, below = sorted(pair, key=order.index)
        if order.index(below) == order.index(above) + 1:
            top, tall = boxes[above]
            curve = f"M{sum(HUBS) // 2} {top + tall}V{boxes[below][0]}"
        else:
            curve = _curve(HUBS[0], middles[above], HUBS[0] - _BEND, HUBS[0], middles[below])
        yield _thread(ties, names, pair, number, curve)


def _curve(start: int, y: int, half: int, end: int, y_end: int) -> str:
    return f"M{start} {y}C{half} {y} {half} {y_end} {end} {y_end}"


def _width(agreements: int) -> float:
    return round(min(_THINNEST + _STEP * (agreements - 1), _THICKEST), 1)
