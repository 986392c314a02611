"""Telephone numbers, Italian and foreign, as people write them."""

import re
from collections.abc import Iterator
from contextlib import suppress

from generator.personal_data.explained import without_explained
from generator.personal_data.spoken_numbers import spoken_numbers
from generator.personal_data.text_windows import spans, windows

_REGION = "IT"
"""Whose numbers need no country code."""
_FEWEST, _MOST = 6, 15
_FEWEST_ALONE = 9
"""Digits of a number that begins with no nought, where nothing says that it is a telephone’s: fewer are a decimal."""
_PARTED = r"""(?:[^\w@;"<>{}&!?%$#^\\]{0,4}\d)"""
"""A digit after what may part it from the one before: no number has a semicolon or a quote within."""
_NEAR = re.compile(rf"\d{_PARTED}{{{_FEWEST_ALONE - 1},}}")
_BEGUN = re.compile(rf"(?:(?<!\d)0|\+[\W_]{{0,3}}\d){_PARTED}{{{_FEWEST - 1},}}")
"""As many digits near one another as a number has of which nothing says what it is, and one that begins as such."""
_BEFORE, _AFTER = 48, 16
"""Signs around them in which a word stands that explains them."""
_AT_ONCE = 400
"""Of long rows of digits so many signs are looked at together."""
_LABELLED = re.compile(
    r"(?<![^\W_])(?:tel(?:efono|ephone|\.)?|phone|cell(?:ulare|\.)?|mobile|whatsapp|fax|sms|numero\sverde|centralino"
    r"|call\sus|call\sme|chiama(?:re|te|ci|mi|teci|temi)?)(?:[\s.:]*(?:(?:il|al|lo|allo|us|on|at|n(?:r|um|umero|\.?o)?)\b|n\.?\s?°))?"
    r"[\s.:]{0,4}"
    r"(\+?\(?\d(?:[\s./()–-]{0,3}\d)+)",
    re.IGNORECASE,
)
"""A number that says what it is: fewer digits are enough."""
_GAP = r"(?:[^\S\n]|[./·•~–-])"
_ODD_GAP = rf"(?:\s?[|*='’⁄⁃]\s?|{_GAP})"
"""What parts a number only where it has all its digits, and none stands beside it that is parted so too."""
_SPREAD = re.compile(
    rf"(?<![\w,.;:|*='’⁄⁃])(?:\+39{_ODD_GAP}?)?3\d\d(?={_ODD_GAP})(?:(?:{_ODD_GAP}(?=\d\d))?\d){{7}}(?!\s?[\w|*='’⁄⁃])"
    rf"|(?<![\w,.;:])(?:\+39[\s.]?)?3\d\d\s?\(\d{{6,7}}\)"
    rf"|(?<![\w,.;:])(?:(?:\+39[\s.]?)?3\d{{2}}(?:(?:{_GAP}{{1,3}}\d{{2,4}}){{2,4}}|{_GAP}{{0,3}}\d{{6,7}})(?!\w)"
    r"|(?:(?:\+39[\s.]?)?3\d{2}[,:]\d{6,7}|0[1-9]\d{0,2}[,:]\d{5,8})(?!\w|[,:;]\S))"
)
"""A mobile number, whatever numbers stand before it; any with a comma or a colon after its prefix."""


def telephones(text: str) -> Iterator[str]:
    """Every telephone number in a text, as it is spelt there: those in words, then those in figures, in order."""
    yield from spoken_numbers(text)
    for few in windows(spans((_NEAR, _BEGUN, _LABELLED), text), text, _BEFORE, _AFTER):
        for start in range(0, len(few), _AT_ONCE):
            first = min(start, _BEFORE)
            part = few[start - first : start + _AT_ONCE + _BEFORE]
            yield from _among_few(part, first, first + _AT_ONCE)


def _among_few(text: str, first: int, end: int) -> Iterator[str]:
    """The numbers in a short text that begin between two places: others are looked at with what stands before them."""
    from phonenumbers import (  # only where there are digits
        Leniency,
        NumberParseException,
        PhoneNumberMatcher,
        is_valid_number,
        parse,
    )

    found: dict[int, str] = {}
    for match in _LABELLED.finditer(text):
        if _FEWEST <= sum(sign.isdigit() for sign in match[1]) <= _MOST:
            found[match.start(1)] = match[1]
    rest = without_explained(text)
    if _NEAR.search(rest) or _BEGUN.search(rest):
        for number in PhoneNumberMatcher(rest, _REGION, leniency=Leniency.VALID):
            if _is_long_enough(number.raw_string):
                found.setdefault(number.start, number.raw_string)
        if "+" in rest:
            for number in PhoneNumberMatcher(rest, None, leniency=Leniency.POSSIBLE):  # it names its country
                found.setdefault(number.start, number.raw_string)
        for match in _SPREAD.finditer(rest):
            with suppress(NumberParseException):  # too long
                if is_valid_number(parse(re.sub(r"[^\d+]", "", match[0]), _REGION)):
                    found.setdefault(match.start(), match[0])
    after = 0
    for start, written in sorted(found.items()):
        if start >= after:
            after = start + len(written)
            if first <= start < end:
                yield written


def _is_long_enough(written: str) -> bool:
    """Whether a number has as many digits as one has that begins so."""
    digits = [sign for sign in written if sign.isdigit()]
    return written.lstrip("( ")[:1] in "+0" or len(digits) >= _FEWEST_ALONE
