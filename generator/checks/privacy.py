"""Rules about personal data: only public roles are published."""

import re
from collections.abc import Iterator

from generator.content.nodes import walk
from generator.content.record import AnyRecord
from generator.fields.offices import is_of_an_office
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase

_TELEPHONE = re.compile(
    r"""(?<![\d/.,=_-])(?:
        (?:\+|00)?(?:39[\s.]?)?3\d{2}[\s./-]?\d{3}[\s.-]?\d{3,4}   # Italian mobiles, with or without a country code
      | (?:\+|00)39[\s./-]?0\d{1,3}[\s./-]?\d{4,8}                 # landlines with the country code
      | 0\d{1,3}[\s./-]\d{3,4}[\s.-]?\d{3,5}                       # landlines without
    )(?![\d/_-])""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_WORDS = {("contact",), ("translated_from",)}
"""What cannot hold a person's data: a mailbox whose type refuses them, and a hash of digits that look like anything."""
_DIGITS, _AT = re.compile(r"\d{3}"), re.compile("@")
"""The signs of a telephone number and of a mailbox."""
_WEB = re.compile(r"https?://\S+")


def no_telephone_numbers(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No telephone number stands in any text."""
    for place, found in _found(_TELEPHONE, _DIGITS, record):
        yield problem("phone-number", place, value=found)


def no_personal_mailboxes(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No e-mail address stands in any text unless it is the mailbox of a role or an office."""
    for place, found in _found(_ADDRESS, _AT, record):
        if not is_of_an_office(found, showcase.settings.offices):
            yield problem("personal-email", place, value=found)


def _found(pattern: re.Pattern[str], sign: re.Pattern[str], record: AnyRecord) -> Iterator[tuple[Position, str]]:
    """What a pattern finds in all texts of a record; where its sign does not stand, it is not tried."""
    for place, text in _texts(record):
        if not sign.search(text):
            continue
        without_addresses = _WEB.sub(lambda match: " " * len(match[0]), text)
        for match in pattern.finditer(without_addresses):
            before = text[: match.start()]
            line = place.line + before.count("\n")
            column = match.start() - before.rfind("\n") if "\n" in before else place.column + match.start()
            yield Position(place.path, line, column), match[0]


def _texts(record: AnyRecord) -> Iterator[tuple[Position, str]]:
    """Every text of a record as written, and where it begins."""
    for wording in record.wordings.values():
        for location, text in walk(wording.nodes.value):
            if location not in _NO_WORDS:
                yield wording.nodes.place(location), text
        yield wording.place(1, 1), wording.body
