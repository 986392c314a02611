"""HTML → the text that it shows, a line a block, each piece with where it stands on the page.

What is struck out or hidden is not shown, unless something on the page opens it, as an accordion or a tab. A form does
not stand around: on many pages of public bodies it holds all the rest.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from generator.sources_online.folding import RAISED
from generator.sources_online.own_text import Article, Said, is_card, is_related, leads_on

_SILENT = frozenset("script style noscript template svg iframe del s strike".split())
_AROUND = frozenset("head nav header footer aside button".split())
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
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|shar(?:e|ing)|social|condividi|addtoany|counter|contatore|visits|visite|hits"
    r"|related|correlat[aeio]|today|oggi|data-odierna|orologio|clock)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""By what class or id banners, buttons to share, counters, clocks and ways to other pages are known, which are no part
of what a page says.
"""
_FRAME = re.compile(r"(?:^|\s)(?:(?:site-)?(?:header|footer)|top-?bar)(?:$|\s)", re.IGNORECASE)
"""The same of the frame of a page, outside its main part."""
_HEADINGS = frozenset(("title", "h1"))
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_SUPERSCRIPT = re.compile(r"\d{1,3}|[oa]")
_TO_RAISED = str.maketrans("0123456789oa", f"{RAISED}ºª")


@dataclass
class _Element:
    """An open element, and what holds in it."""

    tag: str = ""
    start: int = 0
    """How many pieces were said before it."""
    is_silent: bool = False
    stands_around: bool = False
    is_main: bool = False
    is_raised: bool = False
    is_heading: bool = False
    is_titling: bool = False
    leads_to: str = ""
    """Where the link leads that it stands in, or of a heading the link in it."""
    article: int = -1
    beside: int = 0
    """The level of the heading from which on it holds ways to other pages; 0 where there is none."""
    beside_from: int = 0
    """How many pieces were said before these."""

    @property
    def is_around(self) -> bool:
        """Whether what is said here is no part of what the page says."""
        return self.stands_around or self.beside > 0


class TextOfPage(HTMLParser):
    """Reads a page that it is fed."""

    def __init__(self, page: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[str] = []
        self.said: list[Said] = []
        self.articles: list[Article] = []
        self._opened = frozenset(_OPENS.findall(page))
        self._address = ""
        self._open = [_Element()]

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        while tag in _ENDED_BY.get(self._open[-1].tag, ()):
            self._end()
        attributes, parent = dict(attrs), self._open[-1]
        if tag not in _INLINE:
            self._say("\n")
        if tag in _HEADINGS:
            self.headings.append("\n")
        if tag == "link" and attributes.get("rel") == "canonical":
            self._address = _place(attributes.get("href") or "")
        if 0 < _LEVELS.get(tag, 7) <= parent.beside:
            parent.beside = 0
        if tag not in _VOID:
            inner = _inside(parent, tag, attributes, self._opened)
            inner.start = len(self.said)
            if tag == "article":
                self.articles.append(Article(parent.article))
                inner.article = len(self.articles) - 1
            self._open.append(inner)

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self._open[1:]):
            while self._open[-1].tag != tag:
                self._end()
            self._end()
        if tag not in _INLINE:
            self._say("\n")

    def close(self) -> None:
        super().close()
        while len(self._open) > 1:
            self._end()

    def handle_data(self, data: str) -> None:
        within = self._open[-1]
        if not within.is_silent:
            is_raised = within.is_raised and _SUPERSCRIPT.fullmatch(data.strip())
            line = data.replace("\r", " ").replace("\n", " ")
            self._say(line.translate(_TO_RAISED) if is_raised else line)

    def _say(self, data: str) -> None:
        within = self._open[-1]
        self.said.append(Said(data, within.is_around, within.is_main, within.is_titling, within.article))
        if within.is_heading:
            self.headings.append(data)

    def _end(self) -> None:
        """End the innermost element."""
        ended, parent = self._open.pop(), self._open[-1]
        words = "".join(one.text for one in self.said[ended.start :])
        article = self.articles[ended.article] if ended.article >= 0 else None
        if ended.tag in _LEVELS and words.strip() and not ended.is_around:
            self._headed(ended, parent, words, article)
        elif ended.tag == "a" and article:
            for heading in (one for one in self._open if one.tag in _LEVELS):
                heading.leads_to = ended.leads_to
            if leads_on(words):
                article.ends_at = len(self.said)
        elif ended.tag == "article" and article:
            article.is_card = is_card(article, self.said, ended.start)
        elif ended.beside and not parent.beside and self._is_heading_alone(ended):
            parent.beside, parent.beside_from = ended.beside, ended.beside_from

    def _headed(self, ended: _Element, parent: _Element, words: str, article: Article | None) -> None:
        """Note what a heading says of what holds it."""
        if ended.tag != "h1" and is_related(words):
            self.said[ended.start :] = [one._replace(is_around=True) for one in self.said[ended.start :]]
            parent.beside, parent.beside_from = _LEVELS[ended.tag], len(self.said)
        elif article:
            article.has_title |= ended.tag == "h1"
            if article.is_linked is None:
                to = ended.leads_to
                article.is_linked = bool(to) and not to.startswith("#") and _place(to) != self._address

    def _is_heading_alone(self, ended: _Element) -> bool:
        """Whether an element holds the heading of ways to other pages, and nothing else."""
        before, after = self.said[ended.start : ended.beside_from], self.said[ended.beside_from :]
        return not "".join([one.text for one in before if not one.is_around] + [one.text for one in after]).strip()


def _place(address: str) -> str:
    """The path of an address, by which a page is known."""
    return urlsplit(address).path.rstrip("/") or address


def _inside(parent: _Element, tag: str, attributes: Mapping[str, str | None], opened: Collection[str]) -> _Element:
    """What holds in an element: what does around it, and what it says."""
    is_main = parent.is_main or tag == "main" or attributes.get("role") == "main"
    is_whole = tag in _WHOLE_PAGE
    is_framed = not is_main and parent.article < 0 and tag != "article" and _is_called(attributes, _FRAME)
    is_beside = not is_whole and (_is_called(attributes, _BESIDE) or is_framed)
    return _Element(
        tag,
        is_silent=parent.is_silent or tag in _SILENT or (not is_whole and _is_hidden(attributes, opened)),
        stands_around=parent.is_around or tag in _AROUND or is_beside,
        is_main=is_main,
        is_raised=parent.is_raised or tag == "sup",
        is_heading=parent.is_heading or tag in _HEADINGS,
        is_titling=parent.is_titling or tag in _LEVELS,
        leads_to=parent.leads_to or (attributes.get("href") or "" if tag == "a" else ""),
        article=parent.article,
    )


def _is_hidden(attributes: Mapping[str, str | None], opened: Collection[str]) -> bool:
    """Whether nobody is shown an element; one that the page or the search of a browser opens is."""
    style, hidden = attributes.get("style") or "", attributes.get("hidden", "until-found")
    is_opened = attributes.get("role") == "tabpanel" or attributes.get("id") in opened
    is_unshown = hidden != "until-found" or bool(_UNSHOWN.search(style))
    return bool(_STRUCK.search(style)) or (is_unshown and not is_opened)


def _is_called(attributes: Mapping[str, str | None], named: re.Pattern[str]) -> bool:
    return any(named.search(attributes.get(name) or "") for name in ("class", "id"))
