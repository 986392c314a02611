"""A dossier: what answers to some questions, in a page of the site, or in one that stands by itself and on paper."""

from collections.abc import Mapping
from typing import ClassVar

from generator.frozen import dataclass
from generator.view.lists import Name
from generator.view.parts import Block
from generator.view.text import Fact, Inline, Piece


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
class ReadyDossiers:
    """The dossiers of a sort that have their page."""

    anchor: str
    title: str
    rows: tuple[Name, ...]


@dataclass(frozen=True)
class DossiersBody:
    """The dossiers that are ready, and what composes another in the browser."""

    template: ClassVar[str] = "dossiers.html"
    title: str
    lead: str
    index: str
    """Address of the file in which dossiers.js finds what answers."""
    choices: tuple[tuple[str, str], ...]
    """The questions that have a choice of answers: the name in the file, and the label."""
    days: tuple[tuple[str, str], ...]
    """The questions that a day answers, likewise."""
    head: tuple[str, ...]
    """Of the columns of a table of records."""
    terms: Mapping[str, str]
    """The words dossiers.js says; their {gaps} are filled in the browser."""
    lists: tuple[ReadyDossiers, ...]
    data: Piece
    """The way to the data of which all is made."""
    note: Inline = ()


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
