"""How a long list is divided into pages."""

from dataclasses import dataclass

from generator.view.text import Piece


@dataclass(frozen=True)
class Pager:
    """The pages of a list that has more than one: their numbers, each a link but the page's own."""

    numbers: tuple[Piece, ...]
    previous: str
    """The address of the page before; "" on the first."""
    next: str
    waiting: str
    """What list.js says while it fetches the other pages."""


@dataclass(frozen=True)
class Way:
    """A link to a group of the list, wherever it begins, and how many it has on all pages."""

    title: Piece
    state: str
    count: int
