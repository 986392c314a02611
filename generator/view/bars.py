"""What the pictures of time are drawn from: positions on an axis of years, as percentages of its width.

A picture draws with percentages and no viewBox, so its marks never stretch and its text keeps its size.
"""

from generator.frozen import dataclass
from generator.view.text import Piece


@dataclass(frozen=True)
class Year:
    """A pane of the axis: where it starts, and where its label stands."""

    label: str
    start: float
    centre: float
    minor: bool
    """Its label gives way where there is little room."""


@dataclass(frozen=True)
class Axis:
    years: tuple[Year, ...]
    day: float | None
    """Where the day's line stands; None where the day is outside the axis."""
    title: str
    """What is drawn on it, and between which years."""


@dataclass(frozen=True)
class Bar:
    """The life of an agreement on an axis; positions outside it are cut at its edges."""

    state: str
    """"on", "near" (in force, ends soon), "coming" (not yet in effect), "past" (its term has passed), "over"
    (concluded), "plan" (no record of signature), "unknown"."""
    start: float | None
    """None: no source dates it."""
    origin: str
    """"ring" (only the announcement is dated), "dot" (the signature is dated and no end is known), or ""."""
    sure: float | None
    """How far it surely reaches; from there to `end` its last day may be any."""
    end: float | None
    thread: tuple[float, float] | None
    """The dotted stretch of what nobody states."""
    tail: bool
    """It may be renewed, for a time nobody states."""
    before: bool
    """It began before the axis does."""
    after: bool
    """It goes on where the axis has ended."""


@dataclass(frozen=True)
class Key:
    """A mark of the picture and what it means; the mark is named like a state, or after what it draws."""

    mark: str
    label: str


@dataclass(frozen=True)
class Front:
    """All agreements as bars, one a row, oldest first; the register has the same as a table."""

    axis: Axis
    bars: tuple[Bar, ...]
    key: tuple[Key, ...]
    alternative: str
    note: str
    finding: str
    link: Piece

    @property
    def pitch(self) -> float:
        """The height of a row in pixels: roomy for few rows, tight for many."""
        return round(min(22.0, max(2.6, 435 / len(self.bars))), 1)

    @property
    def height(self) -> float:
        """The height of all rows in pixels."""
        return round(self.pitch * len(self.bars), 1)
