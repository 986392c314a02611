"""The numbers of a sentence: in figures, as its language writes them; in Italian and English in words too.

One is left out, which is an article as well; so are words for about so many ("a dozen", "hundreds") and the names of
taxes that are given ("cinque per mille").
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from babel.numbers import get_decimal_symbol

from generator.fields.meant.number_words import EN_WORD, english_number, italian_number

_FIGURES = re.compile(r"[0-9]+(?:[.,\u00a0\u202f'’][0-9]+)*")
_NO_DIGIT = re.compile(r"[^0-9]")

_MILLION, _BILLION = 10**6, 10**9
_TIMES: Mapping[str, Mapping[str, int]] = {
    "it": {"mila": 1000, "milion[ei]|mln": _MILLION, "miliard[oi]|mld": _BILLION},
    "en": {"thousand": 1000, "million|mln": _MILLION, "billion|bn": _BILLION},
    "de": {"tausend": 1000, "million(?:en)?|mio": _MILLION, "milliarden?|mrd": _BILLION},
    "fr": {"mille": 1000, "millions?": _MILLION, "milliards?": _BILLION},
}
"""The words after a number that make it greater, by language."""
_HALF = {"it": " e mezzo", "en": " and a half", "de": "", "fr": " et demi"}
"""What adds half of the word before it."""
_ONE = {"it": "un", "en": "one|a", "de": "eine?", "fr": "un"}
_NAMES = {
    "it": r"\b(?:due|cinque|otto|[258])[ \u00a0]?(?:per|[x×])[ \u00a0]?(?:mille|1\.?000)\b",
    "en": r"\b(?:two|five|eight|[258])[ \u00a0]?(?:per|[x×])[ \u00a0]?(?:mille|thousand|1,?000)\b",
}
"""Names that hold numbers and state none."""

_IT_WORD = re.compile(r"\b(?!(?<=per[ \u00a0])(?:cento|mille)\b)[^\W\d_]+", re.IGNORECASE)
"""A word, but for that of a percentage."""
_EN_LINK = "(?:[ -]|(?:(?<=hundred)|(?<=thousand)) and )"
_EN_WORDS = re.compile(rf"\b(?:{EN_WORD})\b(?:{_EN_LINK}(?:{EN_WORD})\b)*", re.IGNORECASE)


def numbers_in(sentence: str, language: str) -> tuple[tuple[str, Decimal], ...]:
    """The numbers in their order, as they are written and as they are."""
    if names := _NAMES.get(language):  # as long as they were, so that all else stands where it stood
        sentence = re.sub(names, lambda one: "·" * len(one[0]), sentence, flags=re.IGNORECASE)
    found = [(one.start(), one[0], _of_figures(one[0], language)) for one in _FIGURES.finditer(sentence)]
    found += [(at, words, Decimal(number)) for at, words, number in _IN_WORDS.get(language, _none)(sentence)]
    ones = re.finditer(rf"\b(?:{_ONE.get(language, '(?!)')})\b", sentence, re.IGNORECASE)
    few = [*found, *((one.start(), one[0], Decimal(1)) for one in ones)]
    great = [
        (at, sentence[at:end], number * times + half)
        for at, written, number in few
        for end, times, half in _times(sentence, at + len(written), language)
    ]
    counted = {at for at, _, _ in great}
    told = (*great, *(one for one in found if one[0] not in counted))
    return tuple((written, number) for _, written, number in sorted(told))


def _times(sentence: str, end: int, language: str) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Of the word after a number that multiplies it: where it ends, by how much, and the half of it that is added."""
    for words, times in _TIMES.get(language, {}).items():
        word = re.compile(rf"[ \u00a0]?(?:{words})\b({_HALF[language]}\b)?", re.IGNORECASE)
        if found := word.match(sentence, end):
            yield found.end(), Decimal(times), Decimal(times) / 2 if found[1] else Decimal(0)


def _of_figures(written: str, language: str) -> Decimal:
    whole, _, part = written.partition(get_decimal_symbol(language))
    return Decimal(f"{_NO_DIGIT.sub('', whole)}.{_NO_DIGIT.sub('', part) or 0}")


_Found = Iterator[tuple[int, str, int]]
"""Where words stand, the words, and the number that they are."""


def _none(_: str) -> _Found:
    """A language whose words for numbers are not read."""
    yield from ()


def _in_italian(sentence: str) -> _Found:
    for one in _IT_WORD.finditer(sentence):
        if (number := italian_number(one[0])) > 1:
            yield one.start(), one[0], number


def _in_english(sentence: str) -> _Found:
    for one in _EN_WORDS.finditer(sentence):
        if (number := english_number(one[0])) > 1:
            yield one.start(), one[0], number


_IN_WORDS: Mapping[str, Callable[[str], _Found]] = {"it": _in_italian, "en": _in_english}
