"""Telephone numbers written out, digit by digit, in Italian or English; the rest of one may be in figures."""

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
_MIXED = re.compile(rf"(?<![^\W_])(?:{_DIGIT}|\d)(?:{_GAP}(?:{_DIGIT}|\d)){{{_FEWEST - 1},}}(?![^\W_])", re.IGNORECASE)
"""As many, some of them in figures that stand together."""
_FEWEST_SPELT, _FEWEST_OF_A_LANDLINE = 3, 2
"""So many of them are words where the rest is in figures."""
_MOST_TOKENS = _MOST_DIGITS = 15
_OF_ITALY = re.compile(r"(?:(?:00)?39)?(?:3\d{8,9}|0\d{7,10})")
_EACH = re.compile(rf"{_DIGIT}|\d", re.IGNORECASE)
_TOKEN = re.compile(rf"{_DIGIT}|\d+", re.IGNORECASE)
_MARKS = re.compile(r"<[^<>]*>|[*`\\]")
_BEGUN = re.compile(rf"(?<![^\W_])(?:{_DIGIT})", re.IGNORECASE)
_WORDS_OF_A_ROW = re.compile(rf"(?<![^\W_]){_EACH_OF_THEM}+(?![^\W_])", re.IGNORECASE)


def may_be_spoken(text: str) -> bool:
    """Whether a text, as it is written or as markup, need be looked at."""
    if not _BEGUN.search(text):
        return False
    plain = _MARKS.sub("", text)
    return bool(SPOKEN.search(plain) or _MIXED.search(plain))


def spoken_spans(pieces: Sequence[str], between: str) -> list[Extent]:
    """Where there may be such rows in a text of pieces, over several too; `between` them are signs of a gap."""
    together = 0
    if any(map(_is_mixed, pieces)):
        return [match.span() for sign in (SPOKEN, _MIXED) for match in sign.finditer(between.join(pieces))]
    for number in map(_digits_in, pieces):
        together = 0 if number is None else together + number
        if together >= _FEWEST:
            return [match.span() for match in SPOKEN.finditer(between.join(pieces))]
    return []


@lru_cache(maxsize=MANY_PIECES)
def _is_mixed(piece: str) -> bool:
    return bool(_BEGUN.search(piece)) and any(_has_both(match[0]) for match in _MIXED.finditer(piece))


def _has_both(row: str) -> bool:
    """Whether a row has enough words, and figures that stand together."""
    tokens = _TOKEN.findall(row)
    return sum(map(str.isalpha, tokens)) >= _FEWEST_OF_A_LANDLINE and any(
        one.isdigit() and len(one) > 1 for one in tokens
    )


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
    if _BEGUN.search(text):
        for match in _MIXED.finditer(text):
            if _has_both(match[0]):
                yield from _numbers_in(match[0])


def _numbers_in(row: str) -> Iterator[str]:
    """The numbers of Italy in a row of words and figures: what stands before or after one is none of it."""
    from phonenumbers import is_valid_number, parse  # only where there are digits

    tokens = [*_TOKEN.finditer(row)]
    first = 0
    while first < len(tokens):
        digits, spelt, then = "", 0, first
        for last in range(first, min(first + _MOST_TOKENS, len(tokens))):
            said = tokens[last][0]
            spelt += said.isalpha()
            digits += said if said.isdecimal() else str(_WORDS[said.lower()])
            if len(digits) > _MOST_DIGITS:
                break
            enough = _FEWEST_OF_A_LANDLINE if digits.startswith("0") else _FEWEST_SPELT
            if spelt >= enough and _OF_ITALY.fullmatch(digits) and is_valid_number(parse(digits, "IT")):
                then = last + 1
        if then > first:
            yield row[tokens[first].start() : tokens[then - 1].end()]
        first = max(then, first + 1)
