"""What a record’s unit says of the figures before it: of “milioni di euro” they are the millions, and euros already."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.fields.meant.numbers import SIZES, UNIT_CODES, TellingNumber, in_figures, told_number
from generator.fields.meant.plain_words import plain

_BEFORE: Mapping[str, frozenset[str]] = {
    "it": frozenset(
        """di del dello della dell' dei degli delle d' da dal dallo dalla dall' dai dagli dalle per a ad al allo alla
        all' ai agli alle in nel nello nella nell' nei negli nelle su sul sullo sulla sull' sui sugli sulle tra fra
        con senza entro oltre ogni contro rispetto circa come l' il la i gli le più meno annuo annua annui annue
        mensili lordi lorde netti nette complessivi complessive totali iva che""".split()
    ),
    "en": frozenset(
        """of from for in per a an the to at on over by with without within each every more less under above as than
        that who which is are net gross yearly annual annually total vat spent given""".split()
    ),
}
"""What begins the words that follow a sum or a share."""
_SAID_OF_IT = {"it": re.compile(r".*(?:[aiu]t|olt|ert|est|[eiou]s)[aeio]"), "en": re.compile(r".*(?:ed|ing)")}
"""The endings of participles: “raccolti”, “funded”."""
_SIZE = re.compile(rf"(?:{'|'.join(sorted(SIZES, key=len, reverse=True))})\b(?: (?:di|of|de)\b)? ?(?=\S|$)")
_CALLED: Mapping[str, str] = {name.replace("-", " "): code for name, code in UNIT_CODES.items()}
_CODE = re.compile(rf"(?:{'|'.join(re.escape(one) for one in sorted(_CALLED, key=len, reverse=True))})(?!\w)")
_WORD = re.compile(r"[^\W\d_]+'?")


class SaidUnit(NamedTuple):
    """How much one of it is, and in which unit of its own."""

    size: int
    code: str


def said_unit(text: str) -> SaidUnit | None:
    """What a unit begins by saying: a currency, a percentage, thousands; None where it only says of what."""
    words = plain(text)
    size = _SIZE.match(words)
    code = _CODE.match(words, size.end() if size else 0)
    if not (size or code):
        return None
    return SaidUnit(SIZES[size[0].split()[0]] if size else 1, _CALLED[code[0]] if code else "")


def follows_a_unit(text: str, language: str) -> bool:
    """Whether words can follow a figure with a unit of its own, as “delle famiglie” follow “12%”; who knows, where the
    language is none of ours.
    """
    word = _WORD.match(plain(text))
    if word is None or language not in _BEFORE:
        return True
    return word[0] in _BEFORE[language] or _SAID_OF_IT[language].fullmatch(word[0]) is not None


def meant_in(written: str, unit: SaidUnit) -> str:
    """The figure that a text tells, as it stands before a unit; "" where it has another, or nobody knows whether the
    size is in it already.
    """
    told = told_number(written)
    if told is None or (told.code and told.code != unit.code):
        return ""
    is_whole = bool(told.code) or told.in_words
    if not is_whole and unit.size > 1 and told.number >= unit.size:
        return ""
    number = told.number / unit.size if is_whole else told.number
    return in_figures(TellingNumber(told.qualifier, Decimal(number), "", told.in_words))
