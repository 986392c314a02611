"""The front door for who needs something of a university: by topic, by place, by who asks, to who answers."""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.text import Inline, ListItem


@dataclass(frozen=True)
class FrontDoorPath:
    """One answer to a question: whom to write to, and what was done for others."""

    anchor: str
    label: str
    lang: str
    answer: Inline
    works: tuple[ListItem, ...]
    elsewhere: Inline = ()
    """Where else there may be something, where no work is of it."""


@dataclass(frozen=True)
class FrontDoorQuestion:
    anchor: str
    title: str
    paths: tuple[FrontDoorPath, ...]


@dataclass(frozen=True)
class FrontDoorBody:
    template: ClassVar[str] = "front-door.html"
    title: str
    lead: str
    unanswered: Inline
    """What it means where a path names no mailbox; empty where each does."""
    questions: tuple[FrontDoorQuestion, ...]
    otherwise: Inline
    """What to do where nothing fits."""
