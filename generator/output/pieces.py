"""Inline text → HTML: what templates call most, so it is no macro of theirs."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.view.text import Piece

_SPECIAL = re.compile("[&<>'\"]")


def piece(one: Piece) -> Markup:
    """Text that may be a link, a date, in another language, or what the source does not state."""
    return Markup(_html(one))


def inline(pieces: Iterable[Piece]) -> Markup:
    """Several pieces in a row."""
    return Markup("".join(map(_html, pieces)))


def _html(one: Piece) -> str:
    """A piece with every part of it escaped."""
    attributes = f' href="{_escaped(one.href)}"' if one.href else ""
    if one.lang:
        attributes += f' lang="{_escaped(one.lang)}"'
    if one.unknown:
        attributes += ' class="unknown"'
    if one.text.startswith("http"):  # one long word, of no use in a search and its excerpts
        attributes += " data-pagefind-ignore"
    text = _escaped(one.text)
    if one.datetime:
        text = f'<time datetime="{_escaped(one.datetime)}">{text}</time>'
    tag = "a" if one.href else "span" if attributes else ""
    return f"<{tag}{attributes}>{text}</{tag}>" if tag else text


def _escaped(text: str) -> str:
    """The same as `escape`, which makes a Markup of every text: most need nothing."""
    return str(escape(text)) if _SPECIAL.search(text) else text
