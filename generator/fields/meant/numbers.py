"""Numbers and sums as people write them: circa 2,5 milioni di euro → ~ 2500000 EUR."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from generator.fields.meant.plain_words import SMALL, plain

FIGURES = re.compile(r"[0-9]{1,9}")
"""A whole number, of no more figures than anything here has."""
_QUALIFIERS = (
    ("~<", "quasi almost poco-meno-di nearly"),
    ("<", "meno-di less-than under below inferiore-a"),
    (">", "oltre più-di piu-di over more-than above superiore-a"),
    ("~", "circa ca ca. c.a indicativamente intorno-a about around circa-di approximately approx"),
)
_THOUSANDS: Mapping[str, int] = {
    name: size
    for names, size in (
        ("mila mille k thousand thousands tausend", 1_000),
        ("milione milioni mln mio mil million millions m millionen", 1_000_000),
        ("miliardo miliardi mld billion billions bn milliarden", 1_000_000_000),
    )
    for name in names.split()
}
_CODES: Mapping[str, str] = {
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
_FREE = {"gratuito", "gratuita", "gratis", "gratuiti", "free", "free of charge", "nessuno", "nessun costo"}
_NUMBER = r"[0-9]+(?:[.,'’\u00a0\u202f ][0-9]+)*"


def is_number(text: str) -> bool:
    """Whether a text is a whole number and nothing else."""
    return FIGURES.fullmatch(text) is not None


def meant_quantity(written: str) -> str:
    """The number that a text tells, with its qualifier and its unit; "" where it tells none."""
    text = plain(written)
    if text in _FREE:
        return "0 EUR"
    qualifier, text = _qualified(text)
    code, text = _coded(text)
    factor = 1
    for name, size in sorted(_THOUSANDS.items(), key=lambda one: -len(one[0])):
        found = re.fullmatch(rf"(.*?)\s*\b{name}(?: di)?|(.*[0-9])\s*{name}", text)
        if found and (found[1] is not None or found[2] is not None):
            text, factor = (found[1] if found[1] is not None else found[2]).strip(), size
            break
    number = _number(text, scaled=factor > 1)
    if number is None:
        return ""
    said = f"{number * factor:f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return " ".join(part for part in (qualifier, said, code) if part)


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
    for name, code in sorted(_CODES.items(), key=lambda one: -len(one[0])):
        words = name.replace("-", " ")
        before = r"(?<![a-z])(?:di )?" if words.replace(" ", "").isalpha() else r"\s*"
        found = re.fullmatch(rf"{re.escape(words)}\s*([0-9].*)", text) or re.fullmatch(
            rf"(.*?){before}{re.escape(words)}", text
        )
        if found:
            return code, found[1].strip()
    return "", text


def _number(text: str, *, scaled: bool) -> Decimal | None:
    """A number with its separators as Italians, British or Swiss write them."""
    if text in SMALL:
        return Decimal(SMALL[text])
    if text in ("mezzo", "half a", "half"):
        return Decimal("0.5")
    if not text and scaled:
        return Decimal(1)
    if not re.fullmatch(_NUMBER, text):
        return None
    text = re.sub(r"[ '’\u00a0\u202f]", "", text)
    if re.match(r"0[.,][0-9]{3}$", text):
        return None  # no thousands begin with a nought
    separators = re.sub("[0-9]", "", text)
    if {",", "."} <= set(separators):
        last = separators[-1]
        text = text.replace("," if last == "." else ".", "").replace(last, ".")
    elif separators and (len(separators) > 1 or (separators == "." and re.search(r"\.[0-9]{3}$", text) and not scaled)):
        text = text.replace(separators[0], "")
    elif re.search(r",[0-9]{3}$", text) and not scaled:
        return None  # thousands in English, decimals in Italian
    else:
        text = text.replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
