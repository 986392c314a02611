"""Where things stand in the drawing of who works with whom: no label over another, whatever the number of partners."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.fields.values import AnyRef
from generator.showcase.partnerships import Partnerships
from generator.view.charts import Label, Strand, WebDrawing

LINE = 16.0
_HUB_LINE = 17.0
_HUB_GAP = 18.0
_GROUP_GAP = 14.0
_MARGIN = 12.0
_PITCHES = (3.0, 8.0)
"""How near two partners without a label may stand, and how far."""
_DOTS_HEIGHT = 480.0
_STEP, _THICKEST = 1.1, 9.0
_LEFT_LABEL, _RIGHT_LABEL = 14.0, 10.0


@dataclass(frozen=True)
class Measures:
    """The width of a drawing, where its two sides stand, and how many letters fit beside them."""

    size: str
    width: float
    left: float
    right: float
    hub_letters: int
    partner_letters: int
    groups_at_end: bool = False
    """Headings end at the edge, over the ties, where the room at the right is narrow."""


WIDE = Measures("wide", 760, 150, 522, 18, 32)
NARROW = Measures("narrow", 324, 112, 214, 14, 16, groups_at_end=True)


@dataclass(frozen=True)
class Names:
    """What is written: hubs with their number of agreements, the partners that get a label, groups with a heading."""

    hubs: Mapping[AnyRef, tuple[str, str]]
    partners: Mapping[AnyRef, str]
    groups: Sequence[tuple[str, Sequence[AnyRef]]]


def drawing(ties: Partnerships, names: Names, measures: Measures) -> WebDrawing:
    """Lay out one drawing: partners from top to bottom under their groups' headings, hubs spread along the left."""
    heights, labels, right_end = _right(ties, names, measures)
    bars, hub_labels, bottom = _left(ties, names, measures, right_end)
    return WebDrawing(
        size=measures.size,
        width=measures.width,
        height=round(bottom, 1),
        left=measures.left,
        right=measures.right,
        bars=tuple(bars[hub] for hub in ties.hubs),
        strands=_strands(ties, bars, heights),
        arcs=tuple(
            (_middle(bars[one]), _middle(bars[other]), _width(number)) for (one, other), number in ties.between.items()
        ),
        dots=tuple(y for partner, y in heights.items() if len(ties.partners[partner]) == 1),
        knots=tuple(y for partner, y in heights.items() if len(ties.partners[partner]) > 1),
        labels=(*labels, *hub_labels),
    )


def wrapped(text: str, letters: int) -> tuple[str, ...]:
    """A name in as few lines as fit, each as short as the others allow."""
    fewest = len(textwrap.wrap(text, letters, break_on_hyphens=False))
    for narrower in range(1, letters):
        lines = textwrap.wrap(text, narrower, break_on_hyphens=False, break_long_words=False)
        if len(lines) <= fewest and max(map(len, lines)) <= letters:
            return tuple(lines)
    return tuple(textwrap.wrap(text, letters))


def _right(ties: Partnerships, names: Names, measures: Measures) -> tuple[dict[AnyRef, float], list[Label], float]:
    heights: dict[AnyRef, float] = {}
    labels: list[Label] = []
    unlabelled = sum(partner not in names.partners for _, group in names.groups for partner in group)
    pitch = min(max(_DOTS_HEIGHT / max(unlabelled, 1), _PITCHES[0]), _PITCHES[1])
    below = _MARGIN
    for heading, group in names.groups:
        x = measures.width if measures.groups_at_end else measures.right - 4
        labels.append(Label(x, below + 12, (heading,), "group", end=measures.groups_at_end))
        below += LINE + 6
        for partner in group:
            if partner in names.partners:
                lines = wrapped(names.partners[partner], measures.partner_letters)
                style = "shared" if len(ties.partners[partner]) > 1 else "partner"
                labels.append(Label(measures.right + _RIGHT_LABEL, below + 12, lines, style))
                heights[partner] = round(below + LINE / 2, 1)
                below += LINE * len(lines) + 1
            else:
                heights[partner] = round(below + pitch / 2, 1)
                below += pitch
        below += _GROUP_GAP
    return heights, labels, below - _GROUP_GAP + _MARGIN


def _left(
    ties: Partnerships, names: Names, measures: Measures, right_end: float
) -> tuple[dict[AnyRef, tuple[float, float]], list[Label], float]:
    """The hubs' bars and labels; where they need more room than the partners, the drawing grows."""
    lines = {hub: wrapped(name, measures.hub_letters) for hub, (name, _) in names.hubs.items()}
    bar_heights = {hub: max(8.0, _ties_height(ties, hub)) for hub in ties.hubs}
    blocks = {hub: max(bar_heights[hub], _HUB_LINE * (len(lines[hub]) + 1)) + _HUB_GAP for hub in ties.hubs}
    bottom = max(right_end, sum(blocks.values()) + 2 * _MARGIN)
    spare = (bottom - 2 * _MARGIN - sum(blocks.values())) / len(blocks)
    bars: dict[AnyRef, tuple[float, float]] = {}
    labels: list[Label] = []
    below = _MARGIN
    for hub, block in blocks.items():
        middle = below + (block + spare) / 2
        bars[hub] = (round(middle - bar_heights[hub] / 2, 1), round(bar_heights[hub], 1))
        x = measures.left - _LEFT_LABEL
        first = middle - _HUB_LINE * (len(lines[hub]) + 1) / 2 + 13
        labels.append(Label(x, round(first, 1), lines[hub], "hub", end=True))
        number = round(first + _HUB_LINE * len(lines[hub]), 1)
        labels.append(Label(x, number, (names.hubs[hub][1],), "number", end=True))
        below += block + spare
    return bars, labels, bottom


def _strands(
    ties: Partnerships, bars: Mapping[AnyRef, tuple[float, float]], heights: Mapping[AnyRef, float]
) -> tuple[Strand, ...]:
    """Every tie, those drawn alike together; the shared ones last, above the others."""
    alike: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for hub, (top, height) in bars.items():
        mine = sorted((partner for partner in heights if hub in ties.partners[partner]), key=heights.__getitem__)
        y, factor = top, height / max(_ties_height(ties, hub), 0.1)
        for partner in mine:
            width = _width(ties.partners[partner][hub])
            room = width * factor
            shared = len(ties.partners[partner]) > 1
            alike.setdefault((shared, width), []).append((round(y + room / 2, 1), heights[partner]))
            y += room
    return tuple(Strand(width, shared, tuple(ends)) for (shared, width), ends in sorted(alike.items()))


def _ties_height(ties: Partnerships, hub: AnyRef) -> float:
    return sum(_width(own[hub]) for own in ties.partners.values() if hub in own)


def _width(agreements: int) -> float:
    return round(min(1.2 + _STEP * (agreements - 1), _THICKEST), 1)


def _middle(bar: tuple[float, float]) -> float:
    return round(bar[0] + bar[1] / 2, 1)
