"""A record's page: what it is, who and until when, the text beside the facts, what it rests on."""

from typing import ClassVar

from markupsafe import Markup

from generator.frozen import dataclass
from generator.view.charts import PaneColumns
from generator.view.parts import Block, Cite, Folded, Part, Validity
from generator.view.register import RegisterTable
from generator.view.text import Fact, Figure, Inline, Piece, SourceMark


@dataclass(frozen=True)
class KeyFact:
    """What the window under a record’s title tells first: a party, a promoter, the status."""

    title: Piece
    note: Inline = ()
    marks: tuple[SourceMark, ...] = ()
    strong: bool = False
    """The status, in the colour of what is."""
    picture: PaneColumns | None = None
    """What leads, as the title does, to the record that it is of."""


@dataclass(frozen=True)
class Window:
    """Who, and where it stands on the day; below them its life as a bar, where that is known."""

    facts: tuple[KeyFact, ...]
    bar: Validity | None = None
    note: Inline = ()
    """On what the bar rests, and for which day it is drawn."""


@dataclass(frozen=True)
class Tools:
    """What can be done with a page."""

    address: Piece
    """A link to the page itself, which scripts copy."""
    others: tuple[Inline, ...]
    cite: Cite


@dataclass(frozen=True)
class Aside:
    """What is known beside the text: short rows, and what can be done with the page."""

    facts: tuple[Fact, ...]
    note: Inline = ()
    """Which of them are our choice."""
    tools: Tools | None = None


@dataclass(frozen=True)
class Tail:
    """What closes a page: folds of what it rests on, one line of what is not known, the day of the last check."""

    folds: tuple[Folded, ...] = ()
    gaps: Inline = ()
    verified: Inline = ()
    corrected: tuple[Inline, ...] = ()
    """When and why something was corrected, a sentence each."""


@dataclass(frozen=True)
class OwnRegister:
    """The part of the register that is a record's own, and the way to the same with filters and downloads."""

    heading: str
    table: RegisterTable
    note: Inline
    """What the dashes in it stand for."""
    whole: Piece | None


@dataclass(frozen=True)
class RecordBody:
    template: ClassVar[str] = "record.html"
    kicker: Markup | str
    title: Piece
    lead: str
    ribbon: str = ""
    """Drafts and scheduled records say so, in the preview."""
    notice: Inline = ()
    """What has changed since the rest was written, with its date."""
    figure: Figure | None = None
    """The figure that says most of it."""
    actions: tuple[Piece, ...] = ()
    """Where the page leads first of all: the official page, the document."""
    window: Window | None = None
    drawn: tuple[Part, ...] = ()
    """The pictures that are worth the whole width, before the text."""
    chapters: tuple[Block, ...] = ()
    """What is told before the text."""
    story: tuple[Part, ...] = ()
    story_title: str = ""
    """Over the text, where it does not follow the opening."""
    aside: Aside = Aside(())
    register: OwnRegister | None = None
    sections: tuple[Block, ...] = ()
    tail: Tail = Tail()
