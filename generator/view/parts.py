"""The parts of a record's blocks: each is shown by templates/parts/<template>.html."""

from typing import ClassVar

from markupsafe import Markup

from generator.frozen import dataclass
from generator.view.bars import Axis, Bar, Front
from generator.view.charts import Disagreements, Moneys, PlanMap, Series, Split
from generator.view.editions import Editions, EditionsFront, ProjectIndex
from generator.view.places import Places
from generator.view.text import Fact, Figure, Inline, ListItem, Piece, SourceMark


@dataclass(frozen=True)
class Paragraph:
    template: ClassVar[str] = "paragraph"
    text: Inline
    style: str = ""
    """One of: "" (body text), "note", "state" (the status, large)."""


@dataclass(frozen=True)
class Facts:
    template: ClassVar[str] = "facts"
    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Bullets:
    template: ClassVar[str] = "bullets"
    items: tuple[Inline, ...]
    style: str = "ticks"
    """"ticks" for what is, "tags" for few words each, "dash" for what is not."""
    title: str = ""
    marks: tuple[SourceMark, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture in several widths; its measures keep its place until it arrives."""

    template: ClassVar[str] = "picture"
    src: str
    """The largest, in the form that every browser shows."""
    srcset: str
    webp: str
    """The same widths in WebP."""
    width: int
    height: int
    alt: str
    caption: str
    transparent: bool = False
    inline: bool = False
    """Whether it stands in the midst of a sentence, where no figure can."""


@dataclass(frozen=True)
class Track:
    """The subtitles of a video in one language; in the video's own they are captions."""

    src: str
    kind: str
    """"captions" or "subtitles"."""
    lang: str
    label: str


@dataclass(frozen=True)
class Video:
    """A video of the site's own, never fetched before it is asked for."""

    template: ClassVar[str] = "video"
    src: str
    media_type: str
    title: Piece
    tracks: tuple[Track, ...]
    links: tuple[Inline, ...]
    """The video itself, its transcript, its version in sign language."""


Passages = tuple[Markup | Picture, ...]
"""A text as pieces of HTML, not each whole by itself, and the pictures between them."""


@dataclass(frozen=True)
class ProsePassages:
    template: ClassVar[str] = "prose"
    passages: Passages


@dataclass(frozen=True)
class ReportedStatement:
    """What a person said, in indirect speech, with the person and the day."""

    text: str
    by: Inline


@dataclass(frozen=True)
class Statements:
    """What people said of something, under a heading."""

    template: ClassVar[str] = "statements"
    title: str
    items: tuple[ReportedStatement, ...]


@dataclass(frozen=True)
class Figures:
    template: ClassVar[str] = "figures"
    items: tuple[Figure, ...]


@dataclass(frozen=True)
class Table:
    template: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    """The first cell of a row is its header."""


@dataclass(frozen=True)
class Links:
    """Related records, each saying why it is there; a heading when they are one group of several."""

    template: ClassVar[str] = "links"
    items: tuple[ListItem, ...]
    heading: str = ""
    more: tuple[ListItem, ...] = ()
    """The rest of a long list, folded away."""
    whole: Piece | None = None
    """The way to the list of all, where they are too many for the page."""


@dataclass(frozen=True)
class Ways:
    """Where to go on from here: to lists that hold more of the same."""

    template: ClassVar[str] = "ways"
    items: tuple[Piece, ...]


@dataclass(frozen=True)
class SourceEntry:
    anchor: str
    title: Piece
    details: tuple[Inline, ...]
    number: int = 0
    """Its number, where it does not follow from the one before."""


@dataclass(frozen=True)
class Sources:
    template: ClassVar[str] = "sources"
    items: tuple[SourceEntry, ...]
    heading: str = ""
    """What they are sources of, where they are grouped."""


@dataclass(frozen=True)
class OwnFront:
    """All the agreements of an organisation, under a heading."""

    template: ClassVar[str] = "own-front"
    front: Front


@dataclass(frozen=True)
class Validity:
    """The life of an agreement as a bar on an axis of years; hidden from assistive technology, which has its ends in
    words."""

    axis: Axis
    bar: Bar
    start: str
    """What began it, and when."""
    label: str
    """The same as it is drawn."""
    end: str


@dataclass(frozen=True)
class Folded:
    """Parts that open when asked for: details of what a table above them shows, or what a search finds elsewhere."""

    template: ClassVar[str] = "folded"
    title: Inline
    parts: "tuple[Part, ...]"
    anchor: str = ""
    found_elsewhere: bool = False


@dataclass(frozen=True)
class Cite:
    """How a page is cited, folded under a title: in words, and in the forms that programs read, by their names."""

    title: str
    text: Inline
    forms: tuple[tuple[str, str], ...]


Part = (
    Paragraph
    | Facts
    | Bullets
    | ProsePassages
    | Statements
    | Figures
    | Table
    | Links
    | Ways
    | Sources
    | Picture
    | Video
    | EditionsFront
    | Editions
    | ProjectIndex
    | Moneys
    | Disagreements
    | PlanMap
    | Series
    | Split
    | OwnFront
    | Places
    | Folded
)


@dataclass(frozen=True)
class Block:
    """One of the blocks a record page shows, always in the same order; `anchor` is its id in the page."""

    anchor: str
    title: str
    parts: tuple[Part, ...]
