"""The board: what is counted on the day of a build, each number with its sentence, and each number in parts."""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.lists import FigureItem
from generator.view.text import Fact, Inline, Piece


@dataclass(frozen=True)
class CountedNumber:
    """A number of the board: how many, of how many, what that is, and the way to its page."""

    value: str
    of: str
    """"of 62", where not all are counted; else ""."""
    title: Piece
    definition: str
    """"" where nobody defines it."""


@dataclass(frozen=True)
class DeclaredNumbers:
    """The numbers that somebody else gives, each with its source; `rows` are the first of them."""

    heading: Piece
    note: str
    rows: tuple[FigureItem, ...]
    whole: Piece


@dataclass(frozen=True)
class BoardBody:
    template: ClassVar[str] = "board.html"
    title: str
    lead: str
    heading: str
    numbers: tuple[CountedNumber, ...]
    declared: DeclaredNumbers | None
    files: tuple[Piece, ...]
    note: Inline


@dataclass(frozen=True)
class BreakdownRow:
    """A part: what it is, how many, and its bar as a percentage of the longest; `of` is how many there are of all."""

    label: Piece
    number: str
    of: str
    share: float


@dataclass(frozen=True)
class Breakdown:
    """A number by one question. The table is the picture too: a bar stands beside each number."""

    anchor: str
    caption: str
    """What is counted, and the question: "Agreements in force: University"."""
    finding: str
    head: tuple[str, ...]
    rows: tuple[BreakdownRow, ...]
    picture: Piece
    """The way to the page that it has by itself."""
    notes: tuple[str, ...]
    """That a record may stand in several rows, how many rows are not shown."""


@dataclass(frozen=True)
class MeasureBody:
    """The page of a number."""

    template: ClassVar[str] = "measure.html"
    title: str
    lead: str
    number: CountedNumber
    facts: tuple[Fact, ...]
    parts: tuple[Breakdown, ...]
    note: Inline
