"""Pictures and videos as a page shows them."""

from dataclasses import dataclass
from typing import ClassVar

from generator.view.text import Inline, Piece


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
