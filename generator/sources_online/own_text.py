"""What of a page is its own: no card of another page, no “articoli correlati”, no counter, no date of today."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.sources_online.folding import folded

_SHORT = 80
"""So many words a card of another page has at most."""
_WORDS_OF_A_LINE = 8
"""So many words one line has of a text that has no main part: less may be a menu."""
_MORE = re.compile(
    r"(?:leggi|continua|scopri|vai|approfondisci|dettagli|read|continue|find out|more)\b(?: \w+){0,4} ?[>→….-]*"
)
"""The words of a link that ends a card."""
_RELATED = re.compile(
    r"(?:articoli|notizie|contenuti|news|pagine|post|eventi) (?:correlat[ie]|simili|collegat[ie]|recenti|piu lett[ie])"
    r"|(?:gli )?(?:altr[ie]|ultim[ie]) (?:notizie|news|articoli|eventi)|(?:leggi|forse ti interessa) anche"
    r"|(?:ti )?(?:potrebbe|potrebbero|puo|possono)(?: anche)? interess(?:are|arti)(?: anche)?"
    r"|related (?:articles|news|content|posts|stories)|you (?:may|might) also like"
    r"|(?:more|latest|other) (?:news|articles|posts|stories)"
)
"""The headings of what leads to other pages."""
_COUNTED = r"(?:visite|visualizzazioni|letture|views|visits|hits)"
_PASSING = re.compile(
    rf"(?:numero (?:di )?)?(?:page )?{_COUNTED}(?: alla pagina| totali)?[: ] ?\d+"
    r"|(?:questa )?(?:pagina |articolo )?(?:e stat[ao] )?(?:lett[ao]|vist[ao]|visitat[ao]|visualizzat[ao]) \d+ volte"
    r"|(?:this page )?(?:was |has been )?(?:read|viewed|visited) \d+ times"
    r"|(?:oggi(?: e)?|today(?: is)?)[:, ] ?(?:[^\W\d_]+,? )?"
    r"(?:\d{1,2}(?:°|st|nd|rd|th)?[ /.-][^\W_]+[ /.-]|[^\W\d_]+ \d{1,2},? )\d{4}(?:,? (?:ore )?\d{1,2}[:.]\d{2})?"
)
"""A line that counts visits, or tells the day on which it is read."""


class Said(NamedTuple):
    """Some text of a page, and where it stands."""

    text: str
    is_around: bool
    is_main: bool
    is_heading: bool
    article: int
    """The innermost article around it, by its number; -1 outside of all."""


@dataclass
class Article:
    """An article of a page: that around it, and what shows that it tells of another page."""

    within: int
    has_title: bool = False
    """Whether the first heading of the page stands in it."""
    is_linked: bool | None = None
    """Whether its own first heading leads elsewhere; None as long as it has none."""
    ends_at: int = 0
    """Behind which text a link ended that leads on."""
    is_card: bool = False


def leads_on(words: str) -> bool:
    """Whether the words of a link are those that end a card."""
    return bool(_MORE.fullmatch(folded(words)))


def is_related(heading: str) -> bool:
    """Whether what stands under a heading are ways to other pages."""
    return bool(_RELATED.fullmatch(folded(heading).rstrip(" :.…?!")))


def is_card(article: Article, said: Sequence[Said], start: int) -> bool:
    """Whether an article that began with the text at `start` is the card of another page."""
    if article.has_title and not article.is_linked:
        return False
    rest = "".join(one.text for one in said[article.ends_at :]) if article.ends_at else "…"
    words = "".join(one.text for one in said[start:]).split()
    return len(words) <= _SHORT and (bool(article.is_linked) or not rest.strip())


def own_text(said: Sequence[Said], articles: Sequence[Article]) -> str:
    """The main part of a page without its cards; where that says nothing, the next wider part that does."""
    cards = {number for number in range(len(articles)) if _is_other(number, articles)}
    has_main = any(one.is_main for one in said)
    parts: tuple[tuple[Callable[[Said], bool], int], ...] = (
        (lambda one: one.is_main and one.article not in cards, 1),
        (lambda one: one.is_main, 1),
        (lambda one: not has_main and one.article >= 0 and one.article not in cards, 1),
        (lambda one: one.article not in cards, _WORDS_OF_A_LINE),
        (lambda one: True, 1),
    )
    inner = [one for one in said if not one.is_around]
    for is_part, least in parts:
        found = [one for one in inner if is_part(one)]
        if any(len(line.split()) >= least for line in _lines(one for one in found if not one.is_heading)):
            return _text(found)
    return _text(inner) or _text(said)


def _is_other(number: int, articles: Sequence[Article]) -> bool:
    """Whether an article is a card, stands in one, or beside the article that has the title of the page."""
    above = [*_above(number, articles)]
    if any(articles[one].is_card for one in above):
        return True
    titled = [one for one, article in enumerate(articles) if article.has_title and not article.is_card]
    return bool(titled) and not any(one in above or number in _above(one, articles) for one in titled)


def _above(number: int, articles: Sequence[Article]) -> Iterable[int]:
    """An article and those around it."""
    while number >= 0:
        yield number
        number = articles[number].within


def _lines(said: Iterable[Said]) -> list[str]:
    lines = (folded(line) for line in "".join(one.text for one in said).split("\n"))
    return [line for line in lines if line and not _PASSING.fullmatch(line)]


def _text(said: Iterable[Said]) -> str:
    lines = "".join(one.text for one in said).split("\n")
    return folded("\n".join(line for line in lines if not _PASSING.fullmatch(folded(line))))
