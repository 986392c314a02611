"""What a merge, a paste or a slip leaves in a file: found before anything is made of it, and told once."""

import re
from collections.abc import Collection
from typing import NamedTuple

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$", re.MULTILINE)
_UNDERLINE = "======="
"""A marker of a conflict, and what makes a heading of the line above it."""
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Signs without width, and those that turn the direction of what is read."""
_WIDE = re.compile("^[ \t]*[\u00a0\u2007\u202f\u3000]|^[ \t-]*[\\w-]+:[ \t]*[\u00a0\u2007\u202f\u3000]", re.MULTILINE)
"""What looks like a space and is none, where YAML wants one."""
_FACT = re.compile(r"([a-z_]+):(?:\s|$)")
_DASHES = "---"


class Leftover(NamedTuple):
    """What is left, and where: its position in the text, from 0."""

    code: str
    at: int
    sign: str = ""


def conflict(text: str) -> Leftover | None:
    """The first marker of a conflict between two versions; a line of equal signs alone may underline a heading."""
    markers = list(_MARKER.finditer(text))
    for match in markers:
        above = text[: max(match.start() - 1, 0)].rpartition("\n")[2].strip()
        if match[0] != _UNDERLINE or not above or any(other[0] != _UNDERLINE for other in markers):
            return Leftover("merge-conflict", match.start())
    return None


def invisible(text: str, facts: str) -> Leftover | None:
    """The first sign that nobody sees; in the facts, also what looks like a space and is none."""
    match = _INVISIBLE.search(text)
    wide = _WIDE.search(facts)
    if wide and not (match and match.start() < wide.end()):
        return Leftover("invisible-sign", wide.end() - 1, text[wide.end() - 1])
    return Leftover("invisible-sign", match.start(), match[0]) if match else None


def facts_below(body: str, fields: Collection[str]) -> Leftover | None:
    """The first fact that stands in the text, where a paragraph begins; after a line of dashes, a second record."""
    if ":" not in body:
        return None
    at, before, dashes = 0, "", -1
    for line in body.split("\n"):
        if not before and (match := _FACT.match(line)) and match[1] in fields:
            return Leftover("second-record", dashes) if dashes >= 0 else Leftover("facts-in-text", at, match[1])
        if line.rstrip() == _DASHES:
            dashes, before = at, ""
        elif line.strip():
            dashes, before = -1, line
        else:
            before = ""
        at += len(line) + 1
    return None
