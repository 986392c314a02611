"""Numbers and sums as people write them: circa 2,5 milioni di euro → ~ 2500000 EUR."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.fields.meant.number_words import number_in_words
from generator.fields.meant.plain_words import SMALL, plain

FIGURES = re.compile(r"[0-9]{1,9}")
"""A whole number, of no more figures than anything here has."""
_QUALIFIERS = (
    ("~<", "quasi almost poco-meno-di nearly"),
    ("<", "meno-di less-than under below inferiore-a"),
    (">", "oltre più-di piu-di over more-than above superiore-a"),
    ("~", "circa ca ca. c.a indicativamente intorno-a about around circa-di approximately approx"),
)
SIZES: Mapping[str, int] = {
    name: size
    for names, size in (
        ("mila mille migliaia k thousand thousands tausend", 1_000),
        ("milione milioni mln mio mil million millions millionen", 1_000_000),
        ("miliardo miliardi mld billion billions bn milliarden", 1_000_000_000),
    )
    for name in names.split()
}
"""What words after a number multiply it by."""
_OF_MONEY: Mapping[str, int] = {"m": 1_000_000}
"""What is a measure where no currency stands."""
UNIT_CODES: Mapping[str, str] = {
    name: code
    for names, code in (
        ("€ euro euri euros eur", "EUR"),
        ("$ dollari dollars dollar usd", "USD"),
        ("£ sterline pounds gbp", "GBP"),
        ("chf", "CHF"),
        ("% percento per-cento percent", "PERCENT"),
    )
    for name in names.split()
}
"""The units that words and signs say."""
_FREE = {"gratuito", "gratuita", "gratis", "gratuiti", "free", "free of charge", "nessun costo"}
_GROUPED = r"[1-9][0-9]{0,2}(?:(?P<sign>[.,' ])[0-9]{3})(?:(?P=sign)[0-9]{3})*"
_DECIMALS = r"[.,](?P<decimals>[0-9]{1,2}|[0-9]{4,})"
"""Not three: those may be thousands, in Italian after a dot and in English after a comma."""
_GREAT = "milione milioni million miliardo miliardi billion".split()
_AND = re.compile(rf",? (?:e|and|et|und) |(?:{'|'.join(f'(?<={name})' for name in _GREAT)}) (?=[0-9a-z])")
_ABOUT_SO_MANY: Mapping[str, int] = {
    name: number
    for names, number in (
        ("decina", 10),
        ("dozzina dozen", 12),
        ("quindicina", 15),
        ("ventina", 20),
        ("trentina", 30),
        ("quarantina", 40),
        ("cinquantina", 50),
        ("sessantina", 60),
        ("settantina", 70),
        ("ottantina", 80),
        ("novantina", 90),
        ("centinaio", 100),
        ("migliaio", 1_000),
    )
    for name in names.split()
}
"""What is never exact."""
_A = re.compile(r"una? (\w+)|an? (\w+)")
_SIGN_BEFORE = re.compile(r"([km]) ?(€|eur|euro) ?([0-9].*)")
_HALVES = ("mezzo", "a half", "demi")
_NUMBER = re.compile(rf"(?P<whole>{_GROUPED}|[0-9]+)(?:(?!(?P=sign)){_DECIMALS})?")


def is_number(text: str) -> bool:
    """Whether a text is a whole number and nothing else."""
    return FIGURES.fullmatch(text) is not None


class TellingNumber(NamedTuple):
    """The number that a text tells, with its qualifier and the code of its unit."""

    qualifier: str
    number: Decimal
    code: str
    in_words: bool
    """Whether words say how much it is, which leaves no doubt of its size."""


def meant_quantity(written: str) -> str:
    """The number that a text tells, with its qualifier and its unit; "" where it tells none."""
    told = told_number(written)
    return in_figures(told) if told else ""


def in_figures(told: TellingNumber) -> str:
    """A number as it is written here."""
    said = f"{told.number:f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return " ".join(part for part in (told.qualifier, said, told.code) if part)


def told_number(written: str) -> TellingNumber | None:
    """The number that a text tells; None where it tells none."""
    text = plain(written)
    if text in _FREE:
        return TellingNumber("", Decimal(0), "EUR", True)
    qualifier, text = _qualified(text)
    code, text = _coded(_SIGN_BEFORE.sub(r"\3 \1 \2", text))
    if (one := _A.fullmatch(text)) and (about := _ABOUT_SO_MANY.get(one[1] or one[2])):
        qualifier, text = qualifier or "~", str(about)
    number = _sum(_AND.split(text), {**SIZES, **(_OF_MONEY if code else {})})
    return None if number is None else TellingNumber(qualifier, number, code, _NUMBER.fullmatch(text) is None)


def _sum(parts: list[str], sizes: Mapping[str, int]) -> Decimal | None:
    """What the parts of a number are together: each is smaller than a one of the part before; mezzo is half of that."""
    if spelt := number_in_words(" and ".join(parts)):
        return Decimal(spelt)
    total, above = Decimal(0), 0
    for part in parts:
        text, factor = _scaled(part, sizes)
        if above and part in _HALVES:
            text, factor = "mezzo", above
        number = _number(text, scaled=factor > 1)
        if number is None or (len(parts) > 1 and above == 1) or (above and number * factor >= above):
            return None
        total, above = total + number * factor, factor
    return total


def _scaled(text: str, sizes: Mapping[str, int]) -> tuple[str, int]:
    """A number and what the word after it multiplies it by."""
    for name, size in sorted(sizes.items(), key=lambda one: -len(one[0])):
        found = re.fullmatch(rf"(.*?)\s*\b{name}(?: di)?|(.*[0-9])\s*{name}", text)
        if found and (found[1] is not None or found[2] is not None):
            return (found[1] if found[1] is not None else found[2]).strip(), size
    return text, 1


def _qualified(text: str) -> tuple[str, str]:
    """The qualifier that words say, and the rest."""
    if match := re.match(r"(~<|~|<|>|≈|±)\s*(.*)", text):
        return {"≈": "~", "±": "~"}.get(match[1], match[1]), match[2]
    for qualifier, names in _QUALIFIERS:
        for name in sorted(names.split(), key=len, reverse=True):
            words = name.replace("-", " ")
            if text.startswith(f"{words} "):
                return qualifier, text.removeprefix(words).strip()
            if text.endswith(f" {words}"):
                return qualifier, text.removesuffix(words).strip()
    return "", text


def _coded(text: str) -> tuple[str, str]:
    """The unit that words or signs say, and the rest."""
    for name, code in sorted(UNIT_CODES.items(), key=lambda one: -len(one[0])):
        words = name.replace("-", " ")
        before = r"(?<![a-z])(?:di )?" if words.replace(" ", "").isalpha() else r"\s*"
        found = re.fullmatch(rf"{re.escape(words)}\s*([0-9].*)", text) or re.fullmatch(
            rf"(.*?){before}{re.escape(words)}", text
        )
        if found:
            return code, found[1].strip()
    return "", text


def _number(text: str, *, scaled: bool) -> Decimal | None:
    """A number with its separators as Italians, British or Swiss write them; None where they part it otherwise, or two
    readings fit: after `scaled`, where a word for thousands follows, 2.500 is two and a half as well.
    """
    if text in SMALL:
        return Decimal(SMALL[text])
    if spelt := number_in_words(text):
        return Decimal(spelt)
    if text in ("mezzo", "half a", "half"):
        return Decimal("0.5")
    if not text and scaled:
        return Decimal(1)
    match = _NUMBER.fullmatch(text)
    if not match or re.search(r"[.,][0-9]{3}$" if scaled else r"^[0-9]+,[0-9]{3}$", text):
        return None
    return Decimal(f"{re.sub('[^0-9]', '', match['whole'])}.{match['decimals'] or 0}")
