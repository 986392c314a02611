"""A file of the site → the addresses it refers to and the anchors it offers. Depends on nothing but the file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

from generator.output.links.tags import Tag, read_tag, written_tags


class MalformedError(Exception):
    """A file is not what its name says: why, and where in it."""

    def __init__(self, cause: str, line: int, column: int) -> None:
        super().__init__(cause)
        self.cause = cause
        self.line = line
        self.column = column


class Use(Enum):
    """What an address is for, from which follows where it may lead."""

    FOLLOW = auto()
    """A visitor may follow it: anywhere."""
    FETCH = auto()
    """The browser asks for it by itself: only this site."""
    OWN = auto()
    """It names a page or file of this site to the rest of the web."""

    __hash__ = object.__hash__
    """There is one of each; the library's goes by its name, and is asked a million times."""


class Hyperlink(NamedTuple):
    """An address as it is written in a file."""

    href: str
    use: Use


@dataclass(frozen=True)
class Outline:
    """What one file refers to, in its order and each reference once, and the anchors that may be referred to."""

    references: tuple[Hyperlink, ...] = ()
    anchors: frozenset[str] | None = None
    """None where anchors mean nothing: whatever is no HTML."""


# Attributes that hold one address on any element; `href` depends on the element.
_ONE_ADDRESS = {
    "src": Use.FETCH,
    "poster": Use.FETCH,
    "data": Use.FETCH,
    "action": Use.FOLLOW,
    "formaction": Use.FOLLOW,
}
_MANY = 10_000
"""Tags whose outlines are remembered."""
_LINKS_TO_FOLLOW = {"alternate", "author", "help", "license", "me", "next", "prev", "search"}
_OWN_PROPERTIES = {"og:url", "og:image", "twitter:image"}

_PICTURE_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")

_CSS_ADDRESS = re.compile(
    r"""(?:url\(\s*|@import\s+)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')|url\(\s*(?P<bare>[^\s"')]+)"""
    r"""|/\*.*?\*/|"[^"]*"|'[^']*'""",
    re.DOTALL | re.IGNORECASE,
)
_REFRESH = re.compile(r"""\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']*)""", re.IGNORECASE)
_ROBOTS_SITEMAP = re.compile(r"^sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def outline(path: str, content: bytes) -> Outline:
    """Read `content` as what the name of its file says it is; a kind of file without addresses refers to nothing.

    Raises MalformedError when it is not well-formed XML where it should be.
    """
    if path.endswith(".html"):
        return _html(content.decode(errors="replace"))
    for ending, find in _FINDERS.items():
        if path.endswith(ending):
            return Outline(tuple(dict.fromkeys(find(content))))
    return Outline()


def _html(html: str) -> Outline:
    told = [_outline(written) for written in written_tags(html)]
    references = dict.fromkeys(reference for one in told for reference in one.references)
    return Outline(tuple(references), frozenset(anchor for one in told for anchor in one.anchors or ()))


@lru_cache(maxsize=_MANY)
def _outline(written: str) -> Outline:
    """What one tag refers to and offers. Pages repeat the same tags, those of their frame and of their layout."""
    tag = read_tag(written)
    anchors = [tag.attributes.get("id"), tag.attributes.get("name") if tag.name == "a" else None]
    return Outline(tuple(_in_tag(tag)), frozenset(filter(None, anchors)))


def _in_tag(tag: Tag) -> Iterator[Hyperlink]:
    for name, value in tag.attributes.items():
        if name in ("href", "xlink:href"):
            yield Hyperlink(value, _use(tag))
        elif name in _ONE_ADDRESS:
            yield Hyperlink(value, _ONE_ADDRESS[name])
        elif name in ("srcset", "imagesrcset"):
            yield from (Hyperlink(one.split()[0], Use.FETCH) for one in value.split(",") if one.strip())
        elif name == "style":
            yield from _in_css(value)
    if tag.name == "style":
        yield from _in_css(tag.text)
    elif tag.name == "meta":
        yield from _in_meta(tag.attributes)


def _use(tag: Tag) -> Use:
    """What the `href` of `tag` is for."""
    if tag.name in ("a", "area"):
        return Use.FOLLOW
    relations = set(tag.attributes.get("rel", "").lower().split()) if tag.name == "link" else set()
    if "canonical" in relations or (relations == {"alternate"} and "hreflang" in tag.attributes):
        return Use.OWN
    return Use.FOLLOW if relations and relations <= _LINKS_TO_FOLLOW else Use.FETCH


def _in_meta(attributes: dict[str, str]) -> Iterator[Hyperlink]:
    value = attributes.get("content", "")
    if attributes.get("http-equiv", "").lower() == "refresh":
        match = _REFRESH.match(value)
        if match:
            yield Hyperlink(match[1], Use.FOLLOW)
    elif {attributes.get("property"), attributes.get("name")} & _OWN_PROPERTIES:
        yield Hyperlink(value, Use.OWN)


def _in_css(css: str) -> Iterator[Hyperlink]:
    for match in _CSS_ADDRESS.finditer(css):
        address = match["double"] or match["single"] or match["bare"]
        if address:
            yield Hyperlink(address, Use.FETCH)


def _in_stylesheet(content: bytes) -> Iterator[Hyperlink]:
    return _in_css(content.decode(errors="replace"))


def _in_feed(content: bytes) -> Iterator[Hyperlink]:
    for element in _elements(content):
        if element.tag.endswith("}loc"):
            yield Hyperlink(element.text or "", Use.OWN)
        elif "href" in element.attrib:
            yield Hyperlink(element.attrib["href"], Use.OWN)


def _in_picture(content: bytes) -> Iterator[Hyperlink]:
    for element in _elements(content):
        use = Use.FOLLOW if element.tag.endswith("}a") else Use.FETCH
        yield from (Hyperlink(element.attrib[name], use) for name in _PICTURE_HREFS if name in element.attrib)


def _elements(xml: bytes) -> Iterator[ElementTree.Element]:
    try:
        return ElementTree.fromstring(xml).iter()
    except ElementTree.ParseError as error:
        line, column = error.position
        raise MalformedError(error.msg, line, column + 1) from error
    except (LookupError, ValueError) as error:  # an encoding that Python or expat does not know
        raise MalformedError(str(error), 1, 1) from error


def _in_robots(content: bytes) -> Iterator[Hyperlink]:
    return (Hyperlink(address, Use.OWN) for address in _ROBOTS_SITEMAP.findall(content.decode()))


_FINDERS: dict[str, Callable[[bytes], Iterator[Hyperlink]]] = {
    ".css": _in_stylesheet,
    ".xml": _in_feed,
    ".svg": _in_picture,
    "robots.txt": _in_robots,
}
