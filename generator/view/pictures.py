"""A picture of data as an object of its own: its page, its files, and the page that others may frame."""

from collections.abc import Iterator
from typing import ClassVar

from generator.frozen import dataclass
from generator.view.board import Breakdown
from generator.view.parts import Cite, Table
from generator.view.text import Fact, Piece

EMBED = "embed/"
"""How the address of a page ends that other sites may show within theirs, and no other page may be."""


@dataclass(frozen=True)
class PictureBar:
    """A value: what it is of, the value as it is read, and its bar as a percentage of the longest; none for nothing."""

    label: str
    value: str
    share: float
    exact: bool = True
    """Whether the value is not "about", "more than" or "less than" a number: else its bar is an outline."""


@dataclass(frozen=True)
class PictureMark:
    """A place on a scheme: where it lies, as percentages of the side, and the number by which a bar below names it."""

    x: float
    y: float
    number: int


@dataclass(frozen=True)
class BarPicture:
    """Bars under what they find, perhaps under a scheme of where they are. Its measures are those of the drawing, in
    pixels, whoever draws it.
    """

    width: ClassVar[int] = 1000
    margin: ClassVar[int] = 40
    pitch: ClassVar[int] = 58
    head: ClassVar[int] = 150
    foot: ClassVar[int] = 64
    side: ClassVar[int] = 520
    """That of the scheme."""
    finding: tuple[str, ...]
    """In one line or two."""
    subject: str
    bars: tuple[PictureBar, ...]
    source: str
    """Whose it is, of when, and under which licence."""
    marks: tuple[PictureMark, ...] = ()
    north: str = ""
    """What is written where north is, of a scheme."""
    dense: bool = False
    """Whether the marks are too many for numbers."""

    @property
    def top(self) -> int:
        """Where the bars begin."""
        return self.head + (self.side if self.marks else 0)

    @property
    def height(self) -> int:
        """How high the drawing is."""
        return self.top + self.pitch * len(self.bars) + self.foot

    @property
    def marked(self) -> Iterator[tuple[PictureMark, float, float]]:
        """Each mark with where its middle lies."""
        left, above = (self.width - self.side) / 2, self.head - 30
        return (
            (one, round(left + self.side * one.x / 100, 1), round(above + self.side * one.y / 100, 1))
            for one in self.marks
        )

    @property
    def placed(self) -> Iterator[tuple[PictureBar, int, float]]:
        """Each bar with the line its words stand on, and its length."""
        room = self.width - 2 * self.margin
        return ((one, self.top + self.pitch * at, room * one.share / 100) for at, one in enumerate(self.bars))

    @property
    def words(self) -> str:
        """All that it shows, in a sentence or two, for who does not see it."""
        values = "; ".join(f"{one.label}: {one.value}" for one in self.bars)
        said = (" ".join(self.finding), self.subject, values, self.source)
        return "".join(f"{one}. " for one in said if one).rstrip()


@dataclass(frozen=True)
class PictureSvg:
    template: ClassVar[str] = "picture.svg"
    path: str
    language: str
    picture: BarPicture


@dataclass(frozen=True)
class PicturePng:
    path: str
    picture: BarPicture


@dataclass(frozen=True)
class EmbedPage:
    """A plain page with the picture alone, which other sites may frame: no script, no cookie."""

    template: ClassVar[str] = "embed.html"
    path: str
    language: str
    title: str
    picture: BarPicture
    src: str
    page: Piece
    """The way to the page of the picture."""
    style: str
    built: str = ""
    """For which day the site was built, where the picture depends on that."""


@dataclass(frozen=True)
class PictureBody:
    """The page of a picture: itself, its files, how it is cited, how it is embedded."""

    template: ClassVar[str] = "picture.html"
    title: str
    lead: str
    breakdown: Breakdown | None
    """Of a number of the board, its parts."""
    table: Table | None
    """Of an indicator, its values."""
    src: str
    words: str
    width: int
    height: int
    files: tuple[Piece, ...]
    embed: str
    """The markup for a page of elsewhere."""
    cite: Cite
    facts: tuple[Fact, ...]
