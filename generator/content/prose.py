"""Markdown → safe HTML whose internal links are still tokens, with its headings, its links and its plain text.

Prose depends on its text alone: `ref:folder/id` and names of files beside the record stay as written until `pages`
knows the addresses. Raw HTML is not passed through, and what comes out is sanitised all the same.
"""

import re
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from unicodedata import normalize
from urllib.parse import unquote

import nh3

from generator.content.as_meant import as_meant
from generator.machine.memo import Memo, version_of

_TAGS = set(
    """p h2 h3 h4 h5 h6 ul ol li strong em a blockquote code pre table thead tbody tr th td img br hr dl dt dd abbr
    sup sub span""".split()
)
_ATTRIBUTES = {"*": {"lang"}, "a": {"href"}, "img": {"src", "alt", "title"}, "abbr": {"title"}, "ol": {"start"}} | {
    **{f"h{level}": {"id", "lang"} for level in range(2, 7)},
    "li": {"id", "value"},
    "sup": {"id"},
    **{tag: {"align"} for tag in ("th", "td")},
}
_WRITTEN = re.compile(r"<code>.*?</code>|&lt;((?i:/?su[bp]|br ?/?))&gt;", re.DOTALL)
"""The markup that writers may write, as the library shows it; in code it is shown indeed."""
_ALIGNED = re.compile(r'(<t[hd]) align="(left|center|right)"')
_SCHEMES = {"http", "https", "mailto", "ref"}
_LINK = re.compile(r'<a\b(?! class="footnote-(?:back)?ref" href="#)[^>]*? href="([^"]*)"')
"""A link that was written: those of notes lead there and back by themselves."""
_IMAGE = re.compile(r"<img[^>]*>")
_PASTED = "data:"
"""What the target of a picture begins with that is no file, but stands in the text."""
_ATTRIBUTE = re.compile(r'(src|alt|title)="([^"]*)"')
_TARGET = re.compile(r'( (?:href|src)=")([^"]*)')
_HEADING = re.compile(r'<h[2-6] id="([^"]+)"')
_WRITTEN_HEADING = re.compile(r"<h([1-6])\b(.*?)</h\1>", re.DOTALL)
_LOWEST = 6
_TAG = re.compile(r"<[^>]+>")
_EMPTY = "]()"
"""What stands where a link has no target."""
_GOES_ON = re.compile(r"[\w/#-]")
"""What follows a target that is only the beginning of another."""


@dataclass(frozen=True)
class TextPlace:
    """Something in a text that refers elsewhere: what it says, and its line and column in the text, from 1."""

    target: str
    line: int
    column: int


@dataclass(frozen=True)
class ImageUse:
    """A picture in a text; its credit is written where Markdown has a title: `![alt](file "credit")`."""

    place: TextPlace
    alt: str
    credit: str


@dataclass(frozen=True)
class Prose:
    """A text ready for a page, its internal links still tokens."""

    html: str = ""
    text: str = ""
    anchors: tuple[str, ...] = ()
    links: tuple[TextPlace, ...] = ()
    images: tuple[ImageUse, ...] = ()
    pasted: tuple[TextPlace, ...] = ()
    """The pictures that are no files, but stand in the text."""
    too_deep: bool = False
    """Whether its lists or quotations stand deeper inside each other than can be followed: then it is empty."""


def read_prose(text: str, memo: Memo | None = None) -> Prose:
    """Read a Markdown text; its headings begin at the second level. What Markdown makes of it is remembered."""
    if not text.strip():
        return Prose()
    try:
        remembered = (memo or Memo()).recall(partial(_markdown, text), "markdown-7", version_of("markdown"), text)
        written = _levelled(remembered.decode())
        written = _WRITTEN.sub(lambda match: f"<{match[1].lower()}>" if match[1] else match[0], written)
    except RecursionError:
        return Prose(too_deep=True)
    html = nh3.clean(written, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    html = html.replace("<ul></ul>", "")  # a list of headings, where there are none
    html = _TARGET.sub(lambda match: match[1] + escape(_composed(unescape(match[2]))), html)
    html = _ALIGNED.sub(r'\1 class="\2"', html)
    finder = _TargetFinder(text)
    links = tuple(finder.place(unescape(target)) for target in _LINK.findall(written))
    shown = [_shown(tag, finder) for tag in _IMAGE.findall(written)]
    pasted = tuple(one.place for one in shown if one.place.target.lower().startswith(_PASTED))
    images = tuple(one for one in shown if one.place not in pasted)
    plain = " ".join(unescape(_TAG.sub("", html)).split())
    return Prose(html, plain, tuple(_HEADING.findall(html)), links, images, pasted)


def _levelled(html: str) -> str:
    """The headings from the second level on, none left out: each one level below the nearest that stands above it."""
    above: list[str] = []

    def heading(match: re.Match[str]) -> str:
        while above and above[-1] >= match[1]:
            above.pop()
        above.append(match[1])
        level = min(len(above) + 1, _LOWEST)
        return f"<h{level}{match[2]}</h{level}>"

    return _WRITTEN_HEADING.sub(heading, html)


def _markdown(text: str) -> bytes:
    from generator.content.markdown_reader import to_html  # slow to load, where every text is remembered

    return to_html(as_meant(text)).encode(errors="surrogatepass")


def picture_of(tag: str) -> tuple[str, str, str]:
    """The file, the alternative text and the credit of an `<img>`."""
    attributes = dict(_ATTRIBUTE.findall(tag))
    file, alt, credit = (unescape(attributes.get(name, "")).strip() for name in ("src", "alt", "title"))
    return file, alt, credit


def _composed(target: str) -> str:
    """The name of a file as it is called: its letters composed (NFC), no `./` before it, no `%20` for a space; an
    address of the web stays as it is.
    """
    return target if ":" in target or target.startswith("#") else normalize("NFC", unquote(target).removeprefix("./"))


def _shown(tag: str, finder: "_TargetFinder") -> ImageUse:
    file, alt, credit = picture_of(tag)
    return ImageUse(finder.place(file), alt, credit)


class _TargetFinder:
    """Finds where each target stands in the text, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.after: dict[str, int] = {}

    def place(self, target: str) -> TextPlace:
        """The next place of a target that ends where the text's does; what is used again stays where it was last."""
        after = self.after.get(target, 0)
        spellings = dict.fromkeys((target, escape(target), _bare(target), target.replace("\\", "\\\\")))
        spellings = spellings if target else {_EMPTY: None}
        start = min((at for one in spellings if (at := self._next(one, after)) >= 0), default=max(after - 1, 0))
        self.after[target] = start + 1
        line_start = self.text.rfind("\n", 0, start) + 1
        return TextPlace(_composed(target), self.text.count("\n", 0, start) + 1, start - line_start + 1)

    def _next(self, spelling: str, after: int) -> int:
        """Where a spelling next stands that does not go on; -1 where it does not."""
        start = self.text.find(spelling, after)
        while start >= 0 and _GOES_ON.match(self.text, start + len(spelling)):
            start = self.text.find(spelling, start + 1)
        return start


def _bare(target: str) -> str:
    """A mailbox as `<mailbox>` writes it, an address as it stands in a sentence; what is nothing else as it is."""
    return target.removeprefix("mailto:").removeprefix("https://") or target
