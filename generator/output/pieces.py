"""Inline text → HTML: what templates call most, so it is no macro of theirs."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.view.text import Piece


def piece(one: Piece) -> Markup:
    """Text that may be a link, a date, in another language, or what the source does not state."""
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in (
            ("href", one.href),
            ("lang", one.lang),
            ("class", "unknown" if one.unknown else ""),
        )
        if value
    )
    if one.text.startswith("http"):  # one long word, of no use in a search and its excerpts
        attributes += ' data-pagefind-ignore=""'
    tag = "a" if one.href else "span" if attributes else ""
    text = escape(one.text)
    if one.datetime:
        text = Markup('<time datetime="{}">{}</time>').format(one.datetime, text)
    return Markup(f"<{tag}{attributes}>{text}</{tag}>") if tag else text  # each part is escaped above


def inline(pieces: Iterable[Piece]) -> Markup:
    """Several pieces in a row."""
    return Markup("").join(map(piece, pieces))
