"""Rules about personal data: only public roles are published."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import entities
from itertools import chain
from unicodedata import normalize

from generator.checks.exceptions import bare, exceptions_are_known, is_explained
from generator.checks.role_mailboxes import harmless_anywhere, is_of_a_body
from generator.content.examination import MOST_UNPACKED, Unexamined
from generator.content.named_files import found
from generator.content.nodes import Nodes, walk
from generator.content.record import AnyRecord
from generator.content.settings import Settings
from generator.content.split_numbers import numbers_across_columns
from generator.fields.declare import Group
from generator.fields.dotted import is_impersonal
from generator.kinds.allowance import OF_A_VALUE
from generator.kinds.translation import Translation
from generator.personal_data.find import may_hold_personal_data, personal_data
from generator.personal_data.seen_text import flowing, shown_by_fact, shown_by_markup, with_plain_digits
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase
from generator.urls import Urls
from generator.words import N_, Phrase

PUBLISHED = "personal-data-published"
_CALLED = {
    "phone-number": N_("a telephone number"),
    "personal-email": N_("a person’s e-mail address"),
    "tax-code": N_("a person’s tax code"),
    "bank-account": N_("a bank account"),
    "identity-document": N_("the number of an identity document"),
}
_UNEXAMINED = {
    "locked": N_("it is protected"),
    "damaged": N_("it is damaged"),
    "form": N_("it is of a form that is not read, or holds such a file"),
    "large": N_("it holds more than {size} MB, millions of digits or archives within archives"),
    "many": N_("there is more in it than is told here"),
}
_BETWEEN = r"(?:&#?\w+;|<[^<>]*>|\]\([^()\s]{0,300}\)|%[0-9A-F]{2}|\s++|[^\w\s]|_){0,8}?"
"""What may stand between the signs of a value where it is written, and is not shown, or not as it is written."""
_ON_ITS_OWN = r"(?<!\d)(?<!\d[.,]){}(?![.,]?\d)"
"""Where no number goes on."""
_DRESSES = (
    range(0x2070, 0x20A0),
    range(0x2100, 0x2150),
    range(0x2460, 0x2500),
    range(0xFE50, 0xFF60),
    range(0x1D400, 0x1D800),
)
"""Where such signs are, and others."""
_NAMED = {chr(number): name for name, number in entities.name2codepoint.items()}


def no_personal_data(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No telephone number, person's mailbox, tax code, bank account or document stands in any text, name or file."""
    for one in _in_record(record):
        if "@" not in (value := str(one.values["value"])) or not is_of_a_body(value, record, showcase):
            yield one


def _in_record(record: AnyRecord) -> Iterator[Problem]:
    for code, value in personal_data(shown_by_fact(record.ref.id)):
        yield problem(code, Position(record.path), value=value)
    for wording in record.wordings.values():
        yield from _in_facts(wording.nodes, type(record.facts), Translation)
        if may_hold_personal_data(wording.prose.html):
            for code, value in personal_data(_shown(wording.prose.html)):
                for line, column in places_written(wording.body, value):
                    yield problem(code, wording.place(line, column), value=value)
    for media, place in found(record):
        yield from in_file(media.name, media.personal, media.unexamined, place)


def _shown(html: str) -> str:
    return f"{shown_by_markup(html)}\n{numbers_across_columns(html)}"


def in_file(
    name: str, personal: Iterable[tuple[str, str]], unexamined: Unexamined, place: Position, text: str = ""
) -> Iterator[Problem]:
    """What was found in a file, or stands in its name, and whether not all could be looked through: at its
    `place`, or where in its `text`.
    """
    for code, value in (*personal_data(shown_by_fact(name)), *personal):
        for at in [Position(place.path, *one) for one in places_written(text, value)] if text else [place]:
            yield problem("personal-data-in-file", at, file=name, value=value, what=Phrase(_CALLED[code]))
    if unexamined:
        cause = Phrase(_UNEXAMINED[unexamined], {"size": MOST_UNPACKED // 1_000_000})
        yield problem("unexamined-file", place, value=name, cause=cause)


def settings_hold_no_personal_data(
    settings: Settings, nodes: Nodes, vocabularies: Iterable[Nodes]
) -> Iterator[Problem]:
    """Nor in the settings and the vocabularies, but for what the settings explain."""
    found = chain(_in_facts(nodes, Settings), *map(_in_facts, vocabularies))
    yield from (one for one in found if not is_explained(one, settings.allow))
    yield from exceptions_are_known(settings.allow, OF_A_VALUE, lambda number: nodes.place(("allow", number, "code")))


def published_personal_data(
    personal: Mapping[str, tuple[tuple[str, str], ...]], showcase: Showcase
) -> Iterator[Problem]:
    """What was found in finished pages and no record explains: a fault of the rules above, which stops all the same.

    The guide is left out: its examples are made up, and nothing in it comes from a record.
    """
    settings = showcase.settings
    guide = tuple(Urls(settings).guide(language) for language in settings.languages if settings.guide)
    pages = [path for path in sorted(personal, reverse=True) if not path.startswith(guide)]
    told = {(code, value): path for path in pages for code, value in personal[path]}
    if not told:
        return
    is_harmless = harmless_anywhere(showcase)
    for (code, value), path in told.items():
        if not is_harmless(value):
            yield problem(PUBLISHED, Position(path), value=value, what=Phrase(_CALLED[code]))


def _in_facts(nodes: Nodes, *groups: type[Group]) -> Iterator[Problem]:
    """What stands in the values of a file, whose fields one of the groups declares."""
    for location, text in walk(nodes.value):
        if not may_hold_personal_data(text):
            continue
        keys = [part for part in location if isinstance(part, str)]
        if any(is_impersonal(group, ".".join(keys)) for group in groups):
            continue
        for code, value in _in_fact(keys, text):
            place = nodes.place(location)
            for line, column in places_written(text, value):
                at = column if line > 1 else place.column + column - 1
                yield problem(code, Position(place.path, place.line + line - 1, at), value=value)


def _in_fact(keys: Iterable[str], text: str) -> Iterator[tuple[str, str]]:
    """What stands in a value: its keys may say what it is, as labels do, but explain nothing, for no page has them."""
    text = flowing(text)
    found = dict.fromkeys(personal_data(shown_by_fact(text)))
    yield from found
    for code, value in personal_data(shown_by_fact(" ".join((*keys, text)))):
        if not any(value in told or told in value for _, told in found):
            yield code, value


def places_written(text: str, value: str) -> Iterator[tuple[int, int]]:
    """The lines and the columns where a value is written in a text, from 1; else where the text begins. As it is spelt
    and on its own it is sought first, for its signs may stand in longer ones before.
    """
    folded = with_plain_digits(text)
    loosely = _BETWEEN.join(map(_spelt, bare(value)))
    spelt = re.escape(value).replace("\\ ", r"\s+")
    patterns = (_ON_ITS_OWN.format(spelt), _ON_ITS_OWN.format(loosely), loosely)
    found = ([one.start() for one in re.finditer(pattern, folded, re.IGNORECASE)] for pattern in patterns)
    for start in next(filter(None, found), [len(text) - len(text.lstrip())]):
        begin = start - (text[start - 1 : start] in ("+", "(") and value[0] == text[start - 1])
        yield text.count("\n", 0, begin) + 1, begin - text.rfind("\n", 0, begin)


def _spelt(sign: str) -> str:
    """A sign as it may be written: itself, in full width, as an entity, as in JSON or as in an address."""
    number = ord(sign)
    named = f"|&{_NAMED[sign]};" if sign in _NAMED else "|&commat;|chiocciola|at" if sign == "@" else ""
    by_number = rf"&#0*{number};|&#x0*{number:x};|\\u0*{number:x}|%{number:x}"
    return rf"(?:[{re.escape(sign)}{_in_other_dress().get(sign, '')}]|{by_number}{named})"


@cache
def _in_other_dress() -> Mapping[str, str]:
    """The signs that stand for a letter, a figure or a sign of keyboards, by that: in full width, in bold, small."""
    dressed = defaultdict[str, str](str)
    for sign in map(chr, chain.from_iterable(_DRESSES)):
        dressed[normalize("NFKC", sign).lower()] += sign
    return dressed
