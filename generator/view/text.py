"""Inline text, and the small values made of it."""

from generator.frozen import dataclass


@dataclass(frozen=True)
class Piece:
    """A run of text: perhaps a link, a date, a foreign name, or what the source does not state."""

    text: str
    href: str = ""
    lang: str = ""
    """Set where the text is in another language than the page."""
    datetime: str = ""
    unknown: bool = False


Inline = tuple[Piece, ...]


@dataclass(frozen=True)
class SourceMark:
    """The number of a source where something rests on it; `label` says it in words."""

    number: str
    href: str
    label: str


@dataclass(frozen=True)
class Fact:
    """A label and its values, shown as dt and dd."""

    label: str
    values: tuple[Inline, ...]
    marks: tuple[SourceMark, ...] = ()
    marked: int = 0
    """After how many of the values the marks stand: the others rest on sources that they name; 0 is after all."""


@dataclass(frozen=True)
class ListItem:
    """A record in a list: where it leads, what it is, and enough to choose it."""

    title: Piece
    kicker: Inline = ()
    summary: str = ""
    facts: tuple[Fact, ...] = ()
    note: Inline = ()
    mark: Inline = ()
    """That its page has a notice, and of when."""


@dataclass(frozen=True)
class Figure:
    """A number that never stands without its qualifier (in `value`), what it counts, its as-of date and its source."""

    value: str
    label: str
    unit: str = ""
    """A smaller continuation of the value: "of almost 200"."""
    caption: Inline = ()
    unknown: bool = False
    about: Piece | None = None
    """The record it is a figure of, where the page is not that record's own."""
