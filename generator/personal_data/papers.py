"""Tax codes, bank accounts and identity documents: known by their check digits, or by the word before them."""

import re
from collections.abc import Iterator

from generator.personal_data.iban_lengths import IBAN_LENGTHS

_BETWEEN = r"[\s./·–-]{0,3}"
"""What may stand between two signs."""
_DIGIT = r"[0-9LMNPQRSTUV]"
"""Where two persons would have the same code, the tax office writes letters for digits."""
_LETTER = "[A-Z]"
_DATE = (_DIGIT, _DIGIT, "[A-EHLMPRST]", _DIGIT, _DIGIT)
_TAX_CODE = re.compile(
    rf"(?<![^\W_])(?:CF)?({_BETWEEN.join((*[_LETTER] * 6, *_DATE, _LETTER, *[_DIGIT] * 3, _LETTER))})(?![^\W_])",
    re.IGNORECASE,
)
"""However its signs are grouped; its name may stand right before it."""
_FEWEST_FIGURES = 4
"""As many figures has a tax code that is no row of words."""
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_IN_ODD_PLACES = "1 0 5 7 9 13 15 17 19 21 1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23"
_ODD = dict(zip(_SIGNS, map(int, _IN_ODD_PLACES.split()), strict=True))
"""What a sign counts in an odd place (Ministry of Finance, decree of 12 March 1974)."""
_COUNTRIES = "|".join(IBAN_LENGTHS)
_ACCOUNT = re.compile(
    rf"(?<![^\W_])(?i:IBAN)?(?=[^\W\d_]{{2}}{_BETWEEN}[0-9])"
    rf"((?:(?:{_COUNTRIES}){_BETWEEN}|(?i:{_COUNTRIES}))[0-9]{_BETWEEN}[0-9](?:{_BETWEEN}[A-Za-z0-9]){{11,29}})"
)
"""Small letters name no country where they stand apart: “al 31”, “no 10”. Two letters before a figure are looked for
first, for most words have none and are spared all the countries."""
_DOCUMENT = re.compile(
    r"\b(?:(?:carta|documento) (?:d['’]\s?|di )?identità|CIE|C\.I\.|passaporto|patente|passport|identity card"
    r"|driving licen[cs]e)(?:\s(?:elettronic[ao]|di guida|italian[ao]?|europe[ao]|nazionale|biometric[ao]?))*"
    r"\W{1,3}(?:n(?:o|r|um|umero|umber)?\W{1,3})?"
    r"((?:(?-i:[A-Z]{2})\s?|[A-Z]{2})[0-9]{5,7}\s?[A-Z]{0,2}|U1[A-Z0-9]{7,8}[A-Z])\b",
    re.IGNORECASE,
)


def tax_codes(text: str) -> Iterator[str]:
    """Every tax code of a person whose last letter is that of the others."""
    for match in _TAX_CODE.finditer(text):
        code = _together(match[1])
        if code != match[1].upper() and sum(map(str.isdigit, code)) < _FEWEST_FIGURES:
            continue
        total = sum(_even(sign) if place % 2 else _ODD[sign] for place, sign in enumerate(code[:15]))
        if chr(ord("A") + total % 26) == code[15]:
            yield match[1]


def accounts(text: str) -> Iterator[str]:
    """Every bank account (IBAN) whose check digits are right; what follows it may be another."""
    end = 0
    while match := _ACCOUNT.search(text, end):
        end = match.start(1) + 2
        together = _together(match[1])
        account = together[: IBAN_LENGTHS[together[:2]]]
        if len(account) == IBAN_LENGTHS[account[:2]] and _is_account(account):
            signs = [place for place, sign in enumerate(match[1]) if sign.isalnum()]
            end = match.start(1) + signs[len(account) - 1] + 1
            yield text[match.start(1) : end]


def documents(text: str) -> Iterator[str]:
    """Every number of an identity document that says what it is."""
    yield from (match[1] for match in _DOCUMENT.finditer(text))


def _together(written: str) -> str:
    return "".join(filter(str.isalnum, written)).upper()


def _is_account(account: str) -> bool:
    """Whether its check digits are right (ISO 7064, mod 97-10), and figures are as many as letters: words are none."""
    number = int("".join(str(int(sign, 36)) for sign in account[4:] + account[:4]))
    return number % 97 == 1 and 2 * sum(map(str.isdigit, account)) >= len(account)


def _even(sign: str) -> int:
    return int(sign) if sign.isdigit() else ord(sign) - ord("A")
