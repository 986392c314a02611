"""Inline text: pieces put together, filled into a sentence, or said as words alone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.view.text import Inline, Piece

Plain = tuple[Any, ...]
"""As JSON has it."""
_EXCERPT = 160
"""The characters of a description that is taken from the text."""
_GAP = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r".+?\w{2}[)»”]?[.!?…][)»”]?(?=\s+[^\sa-zà-ÿ]|\s*$)", re.DOTALL)
"""As far as a sign that ends it: not that of an initial, nor one in the midst of a sentence."""


def sentence_case(text: str) -> str:
    """A label as the beginning of a line."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """A label or a heading in the midst of a sentence; one that begins with an acronym or a code stays."""
    first, _, _ = text.partition(" ")
    return text if any(one.isupper() or one.isdigit() for one in first[1:]) else text[:1].lower() + text[1:]


def capital(said: Inline) -> Inline:
    """An inline text as the beginning of a line."""
    return (replace(said[0], text=sentence_case(said[0].text)), *said[1:]) if said else said


def text_of(said: Inline) -> str:
    """The words of an inline text alone."""
    return "".join(piece.text for piece in said)


def joined(separator: str, said: Iterable[Inline]) -> Inline:
    """Several inline texts in a row; those that say nothing leave no separator."""
    between = Piece(separator)
    told = [one for one in said if one]
    return tuple(piece for number, one in enumerate(told) for piece in ((between, *one) if number else one))


def filled(said: str, pieces: Mapping[str, Piece | Inline | str]) -> Inline:
    """A text with each {gap} filled by its piece."""
    result: list[Piece] = []
    for number, part in enumerate(_GAP.split(said)):
        if number % 2 == 0:
            result.extend((Piece(part),) if part else ())
        else:
            value = pieces[part]
            value = Piece(value) if isinstance(value, str) else value
            result.extend((value,) if isinstance(value, Piece) else value)
    return tuple(result)


def excerpt(text: str) -> str:
    """The first sentence of a text, for those who list a page; of a long one the beginning, as far as a whole word."""
    found = _SENTENCE.match(text)
    first = found[0] if found else text
    return first if len(first) <= _EXCERPT else f"{first[: _EXCERPT - 1].rsplit(' ', 1)[0]}…"


def plain(inline: Inline) -> Plain:
    """An inline text by plain values, as answers from one run to the next are."""
    return tuple(map(fields, inline))


def fields(piece: Piece) -> Plain:
    """The fields of a piece."""
    return piece.text, piece.href, piece.lang, piece.datetime, piece.unknown


def inline_of(plain: Plain) -> Inline:
    """What `plain` gave."""
    return tuple(Piece(*one) for one in plain)
