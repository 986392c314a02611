"""Pictures made from the data. Each stands beside the same numbers in words and is hidden from assistive technology.

Positions and sizes are plain numbers in the units of the drawing; percentages go from 0 to 100.
"""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.text import Entry, Fact, Inline, Piece


@dataclass(frozen=True)
class Label:
    """Words in a drawing: the first line's baseline is at `y`, the others follow below it."""

    x: float
    y: float
    lines: tuple[str, ...]
    style: str
    """"hub", "number", "group", "shared" or "partner"; the first two are centred."""
    end: bool = False
    """The words end at `x` instead of starting there."""
    href: str = ""
    title: str = ""
    """What the link says besides the words."""


@dataclass(frozen=True)
class Strand:
    """Partnerships drawn alike: as thick as their agreements, as the path of them all."""

    width: float
    shared: bool
    path: str


@dataclass(frozen=True)
class WebDrawing:
    """Universities in boxes in the middle, between `sides`; partners at the left and at the right."""

    width: float
    height: float
    sides: tuple[float, float]
    boxes: tuple[tuple[float, float], ...]
    """Where each university's box starts, and how high it is."""
    strands: tuple[Strand, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class Web:
    """Who works with whom; without a drawing where there are too few partners for a picture."""

    finding: str
    note: str
    drawing: WebDrawing | None
    caption: str
    entries: tuple[Entry, ...]
    """The partners told in words beside the picture, each with its agreements by university."""
    more: Inline
    all_label: str
    groups: tuple[Fact, ...]
    """All the partners by their nature, with their agreements: the picture's equal."""


@dataclass(frozen=True)
class Facade:
    """A pane for each project submitted, in the order they are lit."""

    value: str
    unit: str
    lit: tuple[tuple[float, float], ...]
    dark: tuple[tuple[float, float], ...]
    open_at: float | None
    """Where an area begins that is open below: the number is not known exactly."""
    width: float
    height: float
    caption: Inline
    note: str = ""


@dataclass(frozen=True)
class Facades:
    template: ClassVar[str] = "facades"
    heading: str
    note: str
    items: tuple[Facade, ...]


@dataclass(frozen=True)
class MoneyBar:
    """One source's sum: as long as its share of the scale; of a sum set aside, `paid` is the solid part."""

    value: str
    says: Inline
    width: float
    paid: float | None
    """None where the source does not divide the sum: the whole bar is solid."""
    caption: Inline


@dataclass(frozen=True)
class Money:
    template: ClassVar[str] = "money"
    heading: str
    note: str
    bars: tuple[MoneyBar, ...]
    after: Inline = ()


@dataclass(frozen=True)
class EditionRow:
    """An edition: its panes stand on a grid, lit where a project was funded, dark where it was only submitted."""

    year: str
    number: Inline
    theme: Inline
    names: str
    lit: tuple[tuple[int, int], ...]
    dark: tuple[tuple[int, int], ...]
    unknown: tuple[tuple[int, int], ...]
    """A dashed pane for what nobody states."""
    panes_width: int
    panes_height: int
    cells: tuple[tuple[Inline, ...], ...]
    """The lines of the other columns: funded, amount, results."""
    missing: str = ""
    """Said across the row where no source tells of the edition."""


@dataclass(frozen=True)
class Editions:
    template: ClassVar[str] = "editions"
    caption: str
    head: tuple[str, ...]
    rows: tuple[EditionRow, ...]


@dataclass(frozen=True)
class Disagreement:
    """What several sources say of one thing: each value once, with all who give it."""

    topic: str
    values: tuple[tuple[Piece, Inline], ...]


@dataclass(frozen=True)
class Disagreements:
    template: ClassVar[str] = "disagreements"
    note: str
    rows: tuple[Disagreement, ...]


@dataclass(frozen=True)
class PlanPane:
    """An area of a plan: how many records are linked to it, and whether it is read as third mission."""

    x: float
    y: float
    title: str
    linked: int
    marked: bool


@dataclass(frozen=True)
class PlanWindow:
    title: Piece
    note: str
    width: float
    height: float
    panes: tuple[PlanPane, ...]


@dataclass(frozen=True)
class PlanMap:
    template: ClassVar[str] = "plan-map"
    heading: str
    pane_width: float
    pane_height: float
    windows: tuple[PlanWindow, ...]
    caption: str
    marked: str
    """What the mark means; empty where no area has it."""


@dataclass(frozen=True)
class KnownRow:
    """A record, and for each field how far it is known ("stated", "differing", "unstated", ""), with its words."""

    title: Piece
    note: Piece | None
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Known:
    """What is known of the records of a set: the first of `head` is over the records, the others over their fields."""

    heading: str
    note: str
    head: tuple[str, ...]
    rows: tuple[KnownRow, ...]


@dataclass(frozen=True)
class Count:
    """A counted thing and its bar, as a percentage of the longest."""

    title: Piece
    number: str
    share: float


@dataclass(frozen=True)
class Tally:
    """Records counted one way; without bars where there are too few for a picture."""

    heading: str
    note: str
    counts: tuple[Count, ...]
    drawn: bool
