"""A text as it is shown → the personal data in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.personal_data.mailboxes import mailboxes
from generator.personal_data.papers import accounts, documents, tax_codes
from generator.personal_data.seen_text import (
    shown_by_address,
    shown_by_attributes,
    shown_by_fact,
    shown_by_markup,
    with_plain_digits,
    without_unshown,
)
from generator.personal_data.spoken_numbers import may_be_spoken, spoken_spans
from generator.personal_data.telephones import telephones
from generator.personal_data.text_windows import MANY_PIECES, Extent, spans, windows

_FINDERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "phone-number": telephones,
    "personal-email": mailboxes,
    "tax-code": tax_codes,
    "bank-account": accounts,
    "identity-document": documents,
}
PERSONAL_CODES = tuple(_FINDERS)
"""The codes of the problems that personal data are."""
_IN_ORDER = ("personal-email", *(code for code in reversed(PERSONAL_CODES) if code != "personal-email"))
"""Mailboxes first: in them an underscore is a sign like others, elsewhere it parts words as a space does."""
_CALLS = re.compile(
    r"""href=["']?(?:mailto|tel|sms|callto|https?://(?:wa\.me|\w+\.whatsapp\.com)/):?[^"'\s>]*["']?""", re.IGNORECASE
)
_SIGNS = (
    re.compile(r"@(?!misc\{)"),
    re.compile(r"&#(?!3[49];)"),  # quotes are written so, which are none
    re.compile(
        r"\d(?!(?<=[12])[09]\d\d(?:[–-](?:\d\d-\d\d|(?:19|20)\d\d)|/\d\d/\d\d)\b)(?:[^\w@¦]{0,4}_?\d){7}"
        # but a day or two years alone
        r"|\d\d(?<=[A-Z]{2}\d\d)[A-Z\d ]{12}|\d\d(?<=[A-Z]{6}\d\d)[A-Z]"
    ),
    re.compile(r"\d{0}\d{0}[A-EHLMPRST]{0}\d{0}\d{0}[A-Z](?:{0}\d){{3}}".format(r"[\s./·_–-]{0,3}"), re.IGNORECASE),
)
"""What may be personal data in a page, which is read around it; none goes over a tag."""
_TAGS = re.compile(r"(<[^<>]*>?)")
_FOR_A_TAG = " ¦ "
_AROUND = 60
_MAYBE = re.compile(
    r"[@\ufe6b\uff20]|&#|&commat|%40|(?i:chiocciol|[(\[{<\s]\s?(?:at?|et)\s?[)\]}>\s]"
    r"|(?:&\w+;|[^\w\s]|_)\s?at\s?(?:&\w+;|[^\w\s]|_))|\d(?:[^\d]{0,9}\d){4}"
    r"|(?i:[A-Z]{6}[L-NP-V]{2}[A-EHLMPRST][L-NP-V]{2}[A-Z][L-NP-V]{3}[A-Z])"
)
_HARMLESS = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
"""What may be personal data in a text, and what is none for all its digits."""

_STAMP = re.compile(r"(?<!\d)(?:19|20)\d\d_(?:0\d|1[0-2])_[0-3]\d(?:_[0-2]\d_?[0-5]\d(?:_?[0-5]\d)?)?(?!_?\d)")
"""A day, and perhaps a time, as file names have it."""


def may_hold_personal_data(written: str) -> bool:
    """Whether a text, as it is written or as markup, need be looked at."""
    is_maybe = bool(_MAYBE.search(with_plain_digits(written))) or may_be_spoken(written)
    return is_maybe and not _HARMLESS.fullmatch(written)


def personal_data(shown: str) -> Iterator[tuple[str, str]]:
    """The code and the spelling of each, once, on one line; a number within another kind of data is not told."""
    rest = shown
    for code in _IN_ORDER:
        spelt = dict.fromkeys(_FINDERS[code](rest))
        yield from ((code, value) for value in dict.fromkeys(" ".join(one.split()) for one in spelt))
        for one in spelt:
            rest = rest.replace(one, " ")
        rest = _STAMP.sub(" ", rest).replace("_", " ")


def personal_data_of_file(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The same of a file as it is published: of a page, and of the names in its path, which for other files have
    fingerprints besides.
    """
    is_page = path.endswith(".html")
    for name in filter(may_hold_personal_data, path.split("/")):
        yield from personal_data(shown_by_fact(name) if is_page else shown_by_address(name))
    if is_page:
        yield from personal_data_of_page(content.decode())


def personal_data_of_page(html: str) -> Iterator[tuple[str, str]]:
    """The same of a page as it is published; of its text and its attributes only what is around
    a sign of them is read.
    """
    pieces = _TAGS.split(without_unshown(html))
    for part in _around_signs(pieces[::2], _FOR_A_TAG):
        yield from _in_markup(part)
    tags = [tag for tag in map(_read, pieces[1::2]) if tag]
    for part in _around_signs([said for said, _ in tags if said], "\n"):
        yield from _in_text(part)
    for target in dict.fromkeys(target for _, targets in tags for target in targets):
        yield from _in_markup(f"<a {target}>")


def _around_signs(pieces: Sequence[str], between: str) -> Iterator[str]:
    """What is around each sign in a text of these pieces."""
    found, at = spoken_spans(pieces, between), 0
    if found or any(map(_signs_in, pieces)):
        for piece in pieces:
            found += [(at + start, at + end) for start, end in _signs_in(piece)]
            at += len(piece) + len(between)
        yield from windows(found, with_plain_digits(between.join(pieces)), _AROUND, _AROUND)


@lru_cache(maxsize=MANY_PIECES)
def _read(tag: str) -> tuple[str, tuple[str, ...]] | None:
    """What the attributes of a tag say, and whom it calls or writes to; None where it does neither."""
    read = shown_by_attributes(tag), tuple(_CALLS.findall(tag))
    return read if any(read) else None


@lru_cache(maxsize=MANY_PIECES)
def _signs_in(piece: str) -> tuple[Extent, ...]:
    return tuple(spans(_SIGNS, with_plain_digits(piece)))


@lru_cache(maxsize=MANY_PIECES)
def _in_text(part: str) -> tuple[tuple[str, str], ...]:
    return tuple(personal_data(part))


def _in_markup(part: str) -> tuple[tuple[str, str], ...]:
    return _in_text(shown_by_markup(part))
