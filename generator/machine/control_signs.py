"""Signs that would steer a terminal, or a host that reads what a command prints: they are shown, and never sent."""

import re

_SHOWN = {
    **{number: chr(0x2400 + number) for number in range(32)},
    **dict.fromkeys((*range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
}
_IN_LINES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""Those of them that neither end a line nor part two words."""


def shown(text: str) -> str:
    """A name, a value or a line, in one line."""
    return text.translate(_SHOWN)


def shown_in_lines(text: str) -> str:
    """A text of lines, in as many."""
    return _IN_LINES.sub(lambda match: shown(match[0]), text)
