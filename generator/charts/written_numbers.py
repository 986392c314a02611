"""The numbers of a sentence: in figures, as its language writes them; in Italian and English in words too.

One is left out, which is an article as well; so are words for about so many ("a dozen", "hundreds") and the names of
taxes that are given ("cinque per mille").
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from babel.numbers import get_decimal_symbol

_FIGURES = re.compile(r"[0-9]+(?:[.,\u00a0\u202f'’][0-9]+)*")
_NO_DIGIT = re.compile(r"[^0-9]")

_IT = (
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove".split()
)
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

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
_EN_WORD = "|".join((*_EN, *_EN_TENS, "hundred", "thousand", "a(?= (?:hundred|thousand))"))
_EN_LINK = "(?:[ -]|(?:(?<=hundred)|(?<=thousand)) and )"
_EN_WORDS = re.compile(rf"\b(?:{_EN_WORD})\b(?:{_EN_LINK}(?:{_EN_WORD})\b)*", re.IGNORECASE)


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
        plain = one[0].casefold().replace("é", "e").replace("mille", "unomila")
        whole = f"{plain}o" if plain.endswith("un") else plain
        if number := _value(whole, "mila", _italian_below_thousand()):
            yield one.start(), one[0], number


def _in_english(sentence: str) -> _Found:
    for one in _EN_WORDS.finditer(sentence):
        plain = one[0].casefold().replace("-", " ").replace(" and ", " ")
        if number := _value(re.sub(r"\ba\b", "one", plain), " thousand", _english_below_thousand()):
            yield one.start(), one[0], number


_IN_WORDS: Mapping[str, Callable[[str], _Found]] = {"it": _in_italian, "en": _in_english}


def _value(spelled: str, thousand: str, below: Mapping[str, int]) -> int:
    """The number of words that name one above one; 0 of others."""
    head, has_thousands, rest = spelled.partition(thousand)
    thousands, units = (head, rest.strip()) if has_thousands else ("", head)
    if any(one and one not in below for one in (thousands, units)) or (has_thousands and not thousands):
        return 0
    number = below.get(thousands, 0) * 1000 + below.get(units, 0)
    return number if number > 1 else 0


@cache
def _italian_below_thousand() -> Mapping[str, int]:
    tens = ["", *_IT, *(_italian_tens(*divmod(number, 10)) for number in range(20, 100))]
    hundreds = ["", "cento", *(f"{one}cento" for one in _IT[1:9])]
    return _numbered(f"{hundred}{rest}" for hundred in hundreds for rest in tens)


def _italian_tens(tens: int, unit: int) -> str:
    """A vowel falls before another: ventuno, ventotto."""
    ten = _IT_TENS[tens - 2]
    return f"{ten[:-1] if unit in (1, 8) else ten}{_IT[unit - 1] if unit else ''}"


@cache
def _english_below_thousand() -> Mapping[str, int]:
    tens = ["", *_EN, *(f"{ten} {unit}".strip() for ten in _EN_TENS for unit in ("", *_EN[:9]))]
    hundreds = ["", *(f"{one} hundred" for one in _EN[:9])]
    return _numbered(f"{hundred} {rest}".strip() for hundred in hundreds for rest in tens)


def _numbered(spelled: Iterator[str]) -> Mapping[str, int]:
    """Words for zero and on, without those for zero, which are none."""
    return {words: number for number, words in enumerate(spelled) if number}
