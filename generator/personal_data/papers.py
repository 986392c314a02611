"""Tax codes, bank accounts and identity documents: known by their check digits, or by the word before them."""

import re
from collections.abc import Iterator

_DIGIT = r"[\dLMNPQRSTUV]"
"""Where two persons would have the same code, the tax office writes letters for digits."""
_TAX_CODE = re.compile(
    rf"(?<![^\W_])[A-Z]{{3}}[\s-]?[A-Z]{{3}}[\s-]?{_DIGIT}{{2}}[A-EHLMPRST]{_DIGIT}{{2}}[\s-]?[A-Z]{_DIGIT}{{3}}[\s-]?[A-Z](?![^\W_])",
    re.IGNORECASE,
)
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_IN_ODD_PLACES = "1 0 5 7 9 13 15 17 19 21 1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23"
_ODD = dict(zip(_SIGNS, map(int, _IN_ODD_PLACES.split()), strict=True))
"""What a sign counts in an odd place (Ministry of Finance, decree of 12 March 1974)."""
_ACCOUNTS = {
    "AT": r"\d{16}",
    "BE": r"\d{12}",
    "CH": r"\d{5}\w{12}",
    "CZ": r"\d{20}",
    "DE": r"\d{18}",
    "DK": r"\d{14}",
    "ES": r"\d{20}",
    "FR": r"\d{10}\w{11}\d{2}",
    "GB": r"[A-Z]{4}\d{14}",
    "GR": r"\d{7}\w{16}",
    "HR": r"\d{17}",
    "IE": r"[A-Z]{4}\d{14}",
    "IT": r"[A-Z]\d{10}\w{12}",
    "LU": r"\d{3}\w{13}",
    "MT": r"[A-Z]{4}\d{5}\w{18}",
    "NL": r"[A-Z]{4}\d{10}",
    "PL": r"\d{24}",
    "PT": r"\d{21}",
    "RO": r"[A-Z]{4}\w{16}",
    "SE": r"\d{20}",
    "SI": r"\d{15}",
    "SK": r"\d{20}",
    "SM": r"[A-Z]\d{10}\w{12}",
    "VA": r"\d{18}",
}
"""What follows the country and the check digits (SWIFT, IBAN registry)."""
_ACCOUNT = re.compile(rf"(?<![^\W_])(?:{'|'.join(_ACCOUNTS)})[\s-]?\d{{2}}(?:[\s-]?[A-Z\d]){{12,27}}", re.IGNORECASE)
_FORMS = re.compile("|".join(rf"{country}\d\d{form}" for country, form in _ACCOUNTS.items()), re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:(?:carta|documento) (?:d['’]\s?|di )?identità|CIE|C\.I\.|passaporto|patente|passport|identity card"
    r"|driving licen[cs]e)\W{1,3}(?:n(?:o|r|um|umero)?\W{1,3})?([A-Z]{2}\s?\d{5,7}\s?[A-Z]{0,2})\b",
    re.IGNORECASE,
)


def tax_codes(text: str) -> Iterator[str]:
    """Every tax code of a person whose last letter is that of the others."""
    for match in _TAX_CODE.finditer(text):
        code = _together(match[0])
        total = sum(_even(sign) if place % 2 else _ODD[sign] for place, sign in enumerate(code[:15]))
        if chr(ord("A") + total % 26) == code[15]:
            yield match[0]


def accounts(text: str) -> Iterator[str]:
    """Every bank account (IBAN, ISO 13616) whose check digits are right; of what follows it no more is taken."""
    for match in _ACCOUNT.finditer(text):
        account = _FORMS.match(_together(match[0]))
        if account and int("".join(str(int(sign, 36)) for sign in account[0][4:] + account[0][:4])) % 97 == 1:
            signs = [place for place, sign in enumerate(match[0]) if sign.isalnum()]
            yield match[0][: signs[len(account[0]) - 1] + 1]


def documents(text: str) -> Iterator[str]:
    """Every number of an identity document that says what it is."""
    yield from (match[1] for match in _DOCUMENT.finditer(text))


def _together(written: str) -> str:
    return re.sub(r"[\s-]", "", written).upper()


def _even(sign: str) -> int:
    return int(sign) if sign.isdigit() else ord(sign) - ord("A")
