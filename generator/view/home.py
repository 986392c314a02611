"""What the home page shows."""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.charts import PaneColumns, Web
from generator.view.lists import SearchForm
from generator.view.text import Figure, Inline, Piece


@dataclass(frozen=True)
class Strips:
    """Names, one below the other."""

    template: ClassVar[str] = "strips"
    names: tuple[str, ...]


@dataclass(frozen=True)
class PaneRow:
    """So many panes abreast, and what they are; "" where the words above say it."""

    number: int
    label: str
    state: str = "on"
    """How they are drawn, as a bar's."""


@dataclass(frozen=True)
class PaneRows:
    """Groups of records, each a row of panes."""

    template: ClassVar[str] = "rows"
    rows: tuple[PaneRow, ...]

    @property
    def longest(self) -> int:
        """The panes of the longest row."""
        return max(one.number for one in self.rows)


DoorPicture = PaneColumns | Strips | PaneRows


@dataclass(frozen=True)
class Door:
    """Something to begin with: what it is, and how much of what there is behind it."""

    title: Piece
    text: str
    picture: DoorPicture | None


@dataclass(frozen=True)
class Happened:
    """What was done or changed lately: what and when."""

    title: Piece
    when: Inline
    summary: str = ""


@dataclass(frozen=True)
class Ending:
    """What ends within twelve months."""

    title: Piece
    left: str
    note: Inline


@dataclass(frozen=True)
class EndingMarks:
    """A link on the line of what ends: the marks of ends too near each other to be touched one by one, or of one."""

    shares: tuple[float, ...]
    """Where on the line each end stands, as a percentage."""
    says: Piece


@dataclass(frozen=True)
class Endings:
    """What ends soon, the nearest first, on the line of the coming twelve months; then the next three ends."""

    heading: str
    nearest: tuple[Ending, ...]
    finding: Piece
    """What the line shows, and the way to it as a picture by itself."""
    marks: tuple[EndingMarks, ...]
    """Each end on the line, of those that are not listed too."""
    months: tuple[str, ...]
    begun: float
    """How much of the first month is over, as a percentage of the line."""
    then: Inline
    all: Piece


@dataclass(frozen=True)
class HappenedList:
    """What happened or changed lately, or takes place next, and the way to all of it."""

    heading: str
    nearest: tuple[Happened, ...]
    all: Piece | None = None
    """None where no page has all of it."""


@dataclass(frozen=True)
class HomeBody:
    template: ClassVar[str] = "home.html"
    title: str
    lead: str
    universities: tuple[Piece, ...]
    keeper: Inline
    """Who keeps the site, and the way to the page where a need is proposed, if there is one."""
    search: SearchForm | None
    """None where there is nothing yet to be found."""
    examples: tuple[Piece, ...]
    doors: tuple[Door, ...]
    news: HappenedList | None
    endings: Endings | None
    coming: tuple[HappenedList, ...]
    """For each kind that takes place what does next, if anything does."""
    figures: tuple[Figure, ...]
    web: Web | None
    organisations: Piece | None
    """The way to the list of all of them."""
