"""Places: a numbered list of them with what happens in each, and beside it a schematic map with the same numbers."""

from typing import ClassVar, Literal

from generator.frozen import dataclass
from generator.view.text import Inline, Piece

Side = Literal["", "end", "start", "over", "under"]


@dataclass(frozen=True)
class MapMark:
    """A place on the map: its position as percentages of the frame, its number and its name."""

    x: float
    y: float
    number: int
    name: str
    href: str
    side: Side
    """Where its name stands beside the number; "" where there is no room for it."""


@dataclass(frozen=True)
class PlacesMap:
    """Hidden from assistive technology: the list holds all that it shows, and every link of it."""

    template: ClassVar[str] = "places-map"
    finding: str
    marks: tuple[MapMark, ...]
    notes: tuple[str, ...]
    """That it is no map to measure on; which places it cannot show; whose points they are."""
    dense: bool = False
    """Whether the marks are too many for numbers."""
    picture: Piece | None = None
    """The way to the page that it has by itself."""


@dataclass(frozen=True)
class Happening:
    """Something that happens in a place: where it leads, when it was, and that its page has a notice."""

    title: Piece
    summary: str = ""
    """What it is, where nothing else happens there."""
    when: Inline = ()
    mark: Inline = ()


@dataclass(frozen=True)
class PlaceRow:
    anchor: str
    number: int
    """0 where there is no map to find it on."""
    title: Piece
    where: Inline
    happening: tuple[Happening, ...]
    more: str = ""
    """How much more happens there, which its own page tells."""


@dataclass(frozen=True)
class PlaceGroup:
    heading: str
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True)
class Places:
    template: ClassVar[str] = "places"
    heading: str
    """"" where the block around it has one."""
    groups: tuple[PlaceGroup, ...]
    map: PlacesMap | None = None
    more: tuple[PlaceRow, ...] = ()
    """The rest of a long list, folded away."""
