"""A dossier: what answers to some questions, in a page of the site, or in one that stands by itself and on paper."""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.parts import Block
from generator.view.text import Fact, Inline


@dataclass(frozen=True)
class DossierBody:
    template: ClassVar[str] = "dossier.html"
    title: str
    lead: str
    asked: tuple[Fact, ...]
    """The questions, each with its answers."""
    blocks: tuple[Block, ...]
    note: Inline = ()
    """For which day it is, and what its signs mean."""
    ways: tuple[Inline, ...] = ()
    """Where else it is told: files, the page it is about."""
    snippet: str = ""
    """HTML for pages of others: what it says, and where it leads."""


@dataclass(frozen=True)
class Pdf:
    """A page by itself as a PDF."""

    path: str
    page: "PaperPage"


@dataclass(frozen=True)
class PaperPage:
    """A page by itself, that needs no other file: to be sent, printed, or written as PDF."""

    template: ClassVar[str] = "paper.html"
    path: str
    language: str
    base: str
    """The address of the site, from which its links go."""
    made_on: str
    """The day it is for, as in "2026-11-22"."""
    publisher: str
    banner: str
    """What must be said on every page of a demonstration; "" where it is none."""
    body: DossierBody
