"""An initiative that recurs: its editions with their projects, as a picture and as rows that open."""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.text import Fact, Inline, Piece, SourceMark


@dataclass(frozen=True)
class Pane:
    """A project in the picture."""

    title: str
    """What it is, in words: the picture shows of it as much of its name as fits."""
    href: str
    name: str = ""
    """Empty where no source names it."""
    known: bool = True
    """Whether it stands for one project; else for a number that is not known."""


@dataclass(frozen=True)
class EditionColumn:
    """An edition in the picture."""

    year: str
    href: str
    count: str
    says: str
    """Its year, and how many projects there are."""
    panes: tuple[Pane, ...]


@dataclass(frozen=True)
class EditionsFront:
    """A column an edition, a pane a project: lit where a source names it, light where none does, dashed where nobody
    says how many there are."""

    template: ClassVar[str] = "editions-front"
    finding: str
    columns: tuple[EditionColumn, ...]
    note: Inline
    upright: bool
    """Whether names fit in: the columns stand where the screen is wide."""
    picture: Piece | None = None
    """The way to the page that it has by itself."""


@dataclass(frozen=True)
class ProjectItem:
    """A project as an item of a list."""

    anchor: str
    title: Piece
    """Its name, perhaps a link; or that no source names it."""
    long_name: str = ""
    subject: Inline = ()
    where: Inline = ()
    facts: tuple[Fact, ...] = ()
    marks: tuple[SourceMark, ...] = ()
    sought: tuple[str, ...] = ()
    """By what names it is looked for; none where no source names it."""
    told: str = ""
    """What a result of the search says of it besides: of which initiative and edition it is, and where."""


@dataclass(frozen=True)
class EditionRow:
    """An edition: a line, and what it opens to."""

    anchor: str
    year: str
    number: str
    theme: Inline
    note: Inline
    """What there is to say of it in place of a theme."""
    named: int
    nameless: int
    dashed: bool
    funded: Inline
    sums: tuple[Inline, ...]
    """The sum, or those that it may be as alternatives, and below what there is to say of it."""
    facts: tuple[Fact, ...]
    marks: tuple[SourceMark, ...]
    projects: tuple[ProjectItem, ...]
    open: bool = False


@dataclass(frozen=True)
class Editions:
    template: ClassVar[str] = "editions"
    rows: tuple[EditionRow, ...]
    note: Inline = ()
    """What the dash means."""
    gaps: Inline = ()
    """Of which editions nothing is known."""
    apart: tuple[ProjectItem, ...] = ()
    """The projects whose edition was not found."""
    apart_title: str = ""


@dataclass(frozen=True)
class IndexLine:
    """Projects of a group that share a place, in few words."""

    names: tuple[Piece, ...]
    where: Inline


@dataclass(frozen=True)
class IndexGroup:
    title: str
    count: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True)
class ProjectIndex:
    """Where to find projects: the names under each heading."""

    template: ClassVar[str] = "project-index"
    groups: tuple[IndexGroup, ...]
    note: str = ""
