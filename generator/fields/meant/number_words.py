"""Whole numbers below a million as Italian and English spell them: duecentocinquantamila → 250000."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

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
EN_WORD = "|".join((*_EN, *_EN_TENS, "hundred", "thousand", "a(?= (?:hundred|thousand))"))
"""A word of such a number, in English."""


def number_in_words(text: str) -> int:
    """The number that a text spells in either language, in one word or several; 0 of others."""
    return italian_number(text.replace(" ", "")) or english_number(text)


def italian_number(word: str) -> int:
    """The number that an Italian word spells, if any; 0 of others."""
    plain = word.casefold().replace("é", "e").replace("mille", "unomila")
    return _value(f"{plain}o" if plain.endswith("un") else plain, "mila", _italian_below_thousand())


def english_number(words: str) -> int:
    """The number that English words spell, if any; 0 of others."""
    plain = re.sub(r"\ba\b", "one", words.casefold().replace("-", " ").replace(" and ", " "))
    return _value(plain, " thousand", _english_below_thousand())


def _value(spelled: str, thousand: str, below: Mapping[str, int]) -> int:
    """The number of words that name one; 0 of others."""
    head, has_thousands, rest = spelled.partition(thousand)
    thousands, units = (head, rest.strip()) if has_thousands else ("", head)
    if any(one and one not in below for one in (thousands, units)) or (has_thousands and not thousands):
        return 0
    return below.get(thousands, 0) * 1000 + below.get(units, 0)


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
