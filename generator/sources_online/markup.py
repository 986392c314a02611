"""HTML → the text that it shows, a line a block: the whole, its main part, and all but what stands around it.

What is struck out or hidden is not shown, unless something on the page opens it, as an accordion or a tab. A form does
not stand around: on many pages of public bodies it holds all the rest.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from generator.sources_online.folding import RAISED

_SILENT = frozenset("script style noscript template svg iframe del s strike".split())
_AROUND = frozenset("head nav header footer aside button".split())
_MAIN = frozenset("main article".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "main menu nav ol p pre section table ul".split()
)
_CELLS, _ROWS, _TERMS = frozenset(("td", "th")), frozenset(("tr", "tbody", "tfoot")), frozenset(("dt", "dd"))
_ENDED_BY = {
    "p": _BLOCKS,
    "li": frozenset(("li",)),
    **dict.fromkeys(_TERMS, _TERMS),
    **dict.fromkeys(_CELLS, _CELLS | _ROWS),
    "tr": _ROWS,
    "option": frozenset(("option", "optgroup")),
}
"""Elements that many do not end: the next ones of these do."""
_WHOLE_PAGE = frozenset(("html", "body"))
"""Hidden until their programs have run, as some are: what they hold is meant to be read."""
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_OPENS = re.compile(r"""(?:aria-controls|data-(?:bs-)?target|href)\s*=\s*["']?#?([\w-]+)["'\s>]""", re.IGNORECASE)
"""What names a part of the page that it opens."""
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|shar(?:e|ing)|social|condividi|addtoany|counter|contatore|visits|visite|hits)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""By what class or id banners, buttons to share and counters are known, which are no part of what a page says."""
_HEADINGS = frozenset(("title", "h1"))
_SUPERSCRIPT = re.compile(r"\d{1,3}|[oa]")
_TO_RAISED = str.maketrans("0123456789oa", f"{RAISED}ºª")


class _Element(NamedTuple):
    """An open element, and what holds in it."""

    tag: str = ""
    is_silent: bool = False
    is_around: bool = False
    is_main: bool = False
    is_raised: bool = False
    is_heading: bool = False


class TextOfPage(HTMLParser):
    """Reads a page that it is fed."""

    def __init__(self, page: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[str] = []
        self._opened = frozenset(_OPENS.findall(page))
        self.whole: list[str] = []
        self.main: list[str] = []
        self.body: list[str] = []
        self._open = [_Element()]

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        while tag in _ENDED_BY.get(self._open[-1].tag, ()):
            self._open.pop()
        if tag not in _INLINE:
            self._say("\n")
        if tag in _HEADINGS:
            self.headings.append("\n")
        if tag not in _VOID:
            self._open.append(_inside(self._open[-1], tag, dict(attrs), self._opened))

    def handle_endtag(self, tag: str) -> None:
        found = next((at for at in reversed(range(len(self._open))) if self._open[at].tag == tag), None)
        if found is not None:
            del self._open[found:]
        if tag not in _INLINE:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        within = self._open[-1]
        if not within.is_silent:
            is_raised = within.is_raised and _SUPERSCRIPT.fullmatch(data.strip())
            line = data.replace("\r", " ").replace("\n", " ")
            self._say(line.translate(_TO_RAISED) if is_raised else line)

    def _say(self, data: str) -> None:
        within = self._open[-1]
        self.whole.append(data)
        if within.is_heading:
            self.headings.append(data)
        if not within.is_around:
            self.body.append(data)
            if within.is_main:
                self.main.append(data)


def _inside(parent: _Element, tag: str, attributes: Mapping[str, str | None], opened: Collection[str]) -> _Element:
    """What holds in an element: what does around it, and what it says."""
    return _Element(
        tag,
        is_silent=parent.is_silent or tag in _SILENT or (tag not in _WHOLE_PAGE and _is_hidden(attributes, opened)),
        is_around=parent.is_around or tag in _AROUND or (tag not in _WHOLE_PAGE and _is_beside(attributes)),
        is_main=parent.is_main or tag in _MAIN or attributes.get("role") == "main",
        is_raised=parent.is_raised or tag == "sup",
        is_heading=parent.is_heading or tag in _HEADINGS,
    )


def _is_hidden(attributes: Mapping[str, str | None], opened: Collection[str]) -> bool:
    """Whether nobody is shown an element; one that the page or the search of a browser opens is."""
    style, hidden = attributes.get("style") or "", attributes.get("hidden", "until-found")
    is_opened = attributes.get("role") == "tabpanel" or attributes.get("id") in opened
    is_unshown = hidden != "until-found" or bool(_UNSHOWN.search(style))
    return bool(_STRUCK.search(style)) or (is_unshown and not is_opened)


def _is_beside(attributes: Mapping[str, str | None]) -> bool:
    return any(_BESIDE.search(attributes.get(name) or "") for name in ("class", "id"))
