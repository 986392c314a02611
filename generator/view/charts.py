"""Pictures made from the data. Each stands beside the same numbers in words, and its marks are links that have a name.

Positions and sizes are plain numbers in the units of the drawing; percentages go from 0 to 100.
"""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.text import Fact, Inline, ListItem, Piece


@dataclass(frozen=True)
class Strand:
    """A tie that is drawn: as thick as its agreements; dashed where no record says that any was signed."""

    width: float
    path: str
    dashed: bool = False


@dataclass(frozen=True)
class Label:
    """Words in a drawing: the first line's baseline is at `y`, the others follow below it."""

    y: int
    lines: tuple[str, ...]
    style: str
    """"hub", "number", "group", "shared" or "partner"."""
    end: bool = False
    """Whether its lines end below each other, and so have their spaces before them."""
    href: str = ""
    title: str = ""
    """What the link says, where that is not just the words."""
    area: tuple[int, int, int, int] | None = None
    """What can be touched of a link: left and top, width and height."""
    strand: Strand | None = None
    """The one tie that is this partner's, from where it stands; it belongs to the link."""


@dataclass(frozen=True)
class LabelGroup:
    """What stands together under a heading, and that in words."""

    says: str
    heading: Label | None
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class LabelColumn:
    """Labels below each other, that begin, end or have their middle at `x`."""

    x: int
    anchor: str
    line: int
    """How far a line stands below the one before it."""
    groups: tuple[LabelGroup, ...]


@dataclass(frozen=True)
class Thread:
    """A tie that leads somewhere by itself, because one of its ends has others: to what the two did together."""

    strand: Strand
    href: str
    title: str


@dataclass(frozen=True)
class WebDrawing:
    """Universities in boxes in the middle, between `sides`; partners at the left and at the right."""

    width: int
    height: int
    sides: tuple[int, int]
    boxes: tuple[tuple[int, int], ...]
    """Where each university's box starts, and how high it is."""
    columns: tuple[LabelColumn, ...]
    """The universities first."""
    threads: tuple[Thread, ...]
    threads_say: str


@dataclass(frozen=True)
class Web:
    """Who works with whom; without a drawing where there are too few partners for a picture."""

    finding: str
    template: ClassVar[str] = "web-window"
    note: str
    drawing: WebDrawing | None
    caption: str
    entries: tuple[ListItem, ...]
    """The partners told in words beside the picture, each with its agreements by university."""
    more: Inline
    all_label: str
    groups: tuple[Fact, ...]
    """All the partners by their nature, with their agreements: the picture's equal."""
    picture: Piece | None = None
    """The way to the page that it has by itself."""


@dataclass(frozen=True)
class MoneyBar:
    """A sum as long as its share of the scale; of a sum set aside, `paid` is the solid part."""

    value: str
    says: Inline
    width: float
    paid: float | None = None
    """None where the source does not divide the sum: the whole bar is solid."""
    caption: Inline = ()


@dataclass(frozen=True)
class Money:
    """Sums on one scale."""

    finding: str
    bars: tuple[MoneyBar, ...]


@dataclass(frozen=True)
class Moneys:
    """Pictures of sums beside each other, each with a scale of its own."""

    template: ClassVar[str] = "money"
    pictures: tuple[Money, ...]
    note: Inline = ()
    """Why they say different sums, where they do."""


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
class Strip:
    """An area of a plan: how many records are linked to it, as a number and as a share of the most; whether it is read
    as third mission."""

    title: Piece
    linked: str
    """"" where there are none."""
    says: str
    """The same in words, for who does not see where the number stands."""
    share: float
    marked: bool


@dataclass(frozen=True)
class PlanWindow:
    title: Piece
    note: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class PlanMap:
    """A plan as strips that are the list of its areas."""

    template: ClassVar[str] = "plan-map"
    heading: str
    windows: tuple[PlanWindow, ...]
    caption: str
    marked: str
    """What the mark means; empty where no area has it."""


@dataclass(frozen=True)
class Slot:
    """A value of a series and its bar, as a percentage of the longest; without a value where none is known."""

    period: str
    value: str
    share: float
    source: Piece | None = None
    exact: bool = True
    """Whether no "about", "more than" or "less than" stands before the value: else its bar is an outline."""


@dataclass(frozen=True)
class Series:
    """The values of an indicator in time; the table of them says the same."""

    template: ClassVar[str] = "series"
    finding: str
    note: str
    """That it is partial, and which bars are not exact; empty where neither is so."""
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class SplitPart:
    """A part of a value: where it starts on the bar, and how long it is there, as percentages."""

    value: str
    label: Piece
    start: float
    width: float


@dataclass(frozen=True)
class Split:
    """A value as a bar, divided into the parts that are known; of a few things that are counted, as a pane for each."""

    template: ClassVar[str] = "split"
    parts: tuple[SplitPart, ...]
    panes: int
    """How many there are; 0 for a bar."""
    source: Piece | None = None


@dataclass(frozen=True)
class Count:
    """A counted thing and its bar, as a percentage of the longest."""

    title: Piece
    number: str
    share: float


@dataclass(frozen=True)
class YearCounts:
    """Records counted one way; `heading` is what the picture finds."""

    template: ClassVar[str] = "tally"
    heading: str
    note: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class PaneColumn:
    """An edition: so many lit panes one over the other, or one dashed pane for a number that is not known."""

    lit: int
    title: str


@dataclass(frozen=True)
class PaneColumns:
    """The editions of an award, each a column; `first` and `last` are the outermost, `says` what a pane is."""

    template: ClassVar[str] = "columns"
    columns: tuple[PaneColumn, ...]
    first: str
    last: str
    says: str

    @property
    def tallest(self) -> int:
        """The panes of the tallest column."""
        return max(1, *(one.lit for one in self.columns))
