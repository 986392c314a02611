"""Telephone numbers written out, digit by digit, in Italian or English."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.personal_data.text_windows import MANY_PIECES, Extent

_WORDS = {
    **{word: digit for digit, word in enumerate("zero uno due tre quattro cinque sei sette otto nove".split())},
    **{word: digit for digit, word in enumerate("zero one two three four five six seven eight nine".split())},
    "oh": 0,
}
_FEWEST = 8
"""So many digits are no phrase; of figures among them fewer than half."""
_DIGIT = "|".join(sorted(_WORDS, key=len, reverse=True))
_GAP = r"(?:[\s,.;:/|·•¦–—_-]|\be\b|\band\b){0,6}"
_EACH_OF_THEM = rf"(?:{_DIGIT}|(?<!\d)\d(?!\d))"
SPOKEN = re.compile(rf"(?<![^\W_]){_EACH_OF_THEM}(?:{_GAP}{_EACH_OF_THEM}){{{_FEWEST - 1},}}(?![^\W_])", re.IGNORECASE)
"""As many digits in a row, each a word."""
_EACH = re.compile(rf"{_DIGIT}|\d", re.IGNORECASE)
_MARKS = re.compile(r"<[^<>]*>|[*`\\]")
_BEGUN = re.compile(rf"(?<![^\W_])(?:{_DIGIT})", re.IGNORECASE)
_WORDS_OF_A_ROW = re.compile(rf"(?<![^\W_]){_EACH_OF_THEM}+(?![^\W_])", re.IGNORECASE)


def may_be_spoken(text: str) -> bool:
    """Whether a text, as it is written or as markup, need be looked at."""
    return bool(_BEGUN.search(text)) and bool(SPOKEN.search(_MARKS.sub("", text)))


def spoken_spans(pieces: Sequence[str], between: str) -> list[Extent]:
    """Where there may be such rows in a text of pieces, over several too; `between` them are signs of a gap."""
    together = 0
    for number in map(_digits_in, pieces):
        together = 0 if number is None else together + number
        if together >= _FEWEST:
            return [match.span() for match in SPOKEN.finditer(between.join(pieces))]
    return []


@lru_cache(maxsize=MANY_PIECES)
def _digits_in(piece: str) -> int | None:
    """How many digits of a row may be in a piece; None where no row goes over it."""
    found = sum(len(_EACH.findall(word)) for word in _WORDS_OF_A_ROW.findall(piece))
    return found or (0 if not piece else None)


def spoken_numbers(text: str) -> Iterator[str]:
    """Every row of digits in words, as it is spelt; who counts up or down tells no number."""
    for match in SPOKEN.finditer(text):
        said = _EACH.findall(match[0])
        digits = [_WORDS.get(word.lower(), int(word) if word.isdecimal() else 0) for word in said]
        steps = {after - before for before, after in pairwise(digits)}
        if sum(map(str.isalpha, said)) > len(said) / 2 and steps not in ({1}, {-1}, {0}):
            yield match[0]
