"""The numbers of a sentence: in figures, as its language writes them; in Italian and English in words too.

One is left out, which is an article as well; so are words for about so many ("a dozen", "hundreds").
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from babel.numbers import get_decimal_symbol

_FIGURES = re.compile(r"([0-9]+(?:[.,\u00a0\u202f'’][0-9]+)*)([ \u00a0]?(?:mila|thousand)\b)?", re.IGNORECASE)
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

_IT_WORD = re.compile(r"\b(?!(?<=per[ \u00a0])cento\b)[^\W\d_]+", re.IGNORECASE)
"""A word, but for that of a percentage."""
_EN_WORD = "|".join((*_EN, *_EN_TENS, "hundred", "thousand", "a(?= (?:hundred|thousand))"))
_EN_LINK = "(?:[ -]|(?:(?<=hundred)|(?<=thousand)) and )"
_EN_WORDS = re.compile(rf"\b(?:{_EN_WORD})\b(?:{_EN_LINK}(?:{_EN_WORD})\b)*", re.IGNORECASE)


def numbers_in(sentence: str, language: str) -> tuple[tuple[str, Decimal], ...]:
    """The numbers in their order, as they are written and as they are."""
    found = [(one.start(), one[0], _of_figures(one, language)) for one in _FIGURES.finditer(sentence)]
    found += [(at, words, Decimal(number)) for at, words, number in _IN_WORDS.get(language, _none)(sentence)]
    return tuple((written, number) for _, written, number in sorted(found))


def _of_figures(found: re.Match[str], language: str) -> Decimal:
    whole, _, part = found[1].partition(get_decimal_symbol(language))
    number = Decimal(f"{_NO_DIGIT.sub('', whole)}.{_NO_DIGIT.sub('', part) or 0}")
    return number * 1000 if found[2] else number


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
