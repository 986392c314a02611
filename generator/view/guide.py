"""The guide for those who write: pages of text, of fields, of messages and of commands."""

from typing import ClassVar

from markupsafe import Markup

from generator.frozen import dataclass
from generator.view.text import Fact, Inline, ListItem, Piece

_MOST_CONTENTS = 60


@dataclass(frozen=True)
class GuideEntry:
    """A field, a message or a command; `anchor` is its id in the page, and never changes."""

    anchor: str
    title: str
    key: str
    """How it is written in a file, or typed."""
    text: tuple[Inline, ...] = ()
    facts: tuple[Fact, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    """The words to choose from, each with what it means."""
    example: str = ""
    caption: str = ""
    """What the example is, or where it stands; "" where there is none."""


@dataclass(frozen=True)
class GuideSection:
    """Entries or ways under a heading."""

    anchor: str
    title: str
    lead: str = ""
    example: str = ""
    entries: tuple[GuideEntry, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    """The words to choose from, each with what it means."""
    ways: tuple[ListItem, ...] = ()
    """Other pages of the guide, each with what it is about."""
    short_ways: tuple[Piece, ...] = ()
    """The same, where their names say enough."""


@dataclass(frozen=True)
class GuideBody:
    """A page of the guide: what is written of it, then what is declared."""

    template: ClassVar[str] = "guide.html"
    title: str
    lead: str
    text: Markup
    sections: tuple[GuideSection, ...] = ()
    onward: tuple[Piece, ...] = ()
    """The pages before and after it."""

    @property
    def has_contents(self) -> bool:
        """Whether it says at its head what it has: not of one thing, nor of so many that they are rather searched."""
        return 1 < sum(len(section.entries) for section in self.sections) <= _MOST_CONTENTS
