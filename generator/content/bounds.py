"""How much of anything is read: more is told at its place, so that nothing written can keep a command waiting."""

import re
from typing import NamedTuple

LARGEST_FILE = 2_000_000
"""Bytes of a file of facts and texts."""
LONGEST_VALUE = 50_000
"""Signs of one value."""
MOST_ENTRIES = 5_000
"""Entries of a list, keys of a group."""
LONGEST_TEXT = 100_000
"""Signs of a text below the facts."""
LONGEST_LINE = 20_000
"""Signs of a line, be it a whole paragraph."""
_IN_A_BLOCK = {"[": 500, "{": 200, "*": 2_000, "_": 2_000, "`": 2_000, "<": 2_000, "\\": 2_000}
_IN_A_TEXT = {
    "\n": 4_000,
    "[": 5_000,
    "{": 500,
    "*": 20_000,
    "_": 20_000,
    "[TOC]": 20,
    "~~~": 200,
    "```": 200,
    "*[": 500,
    "\n==": 1_000,
    "\n--": 1_000,
}
"""How many of a sign; each is looked for from all others, which takes the square of their number."""
MOST_DIGITS = 20_000
"""Of a text: each may be of a telephone number."""
_BEGINS = re.compile(r"\s*(?:[|>#]|[-*+] |\d+[.)] |$)")
"""A line that goes on with none before it."""


class Excess(NamedTuple):
    """More of a sign than is read: which, how many are, and in which line of the text they begin."""

    sign: str
    limit: int
    line: int


def long_line(text: str) -> tuple[int, int] | None:
    """The number and the length of the first line that is longer than is read."""
    lines = enumerate(text.split("\n"), start=1) if len(text) > LONGEST_LINE else ()
    return next(((number, len(line)) for number, line in lines if len(line) > LONGEST_LINE), None)


def excess(text: str) -> Excess | None:
    """What a text holds too much of for Markdown, or to be looked through for personal data, if it does."""
    if len(text) > MOST_DIGITS and sum(map(text.count, "0123456789")) > MOST_DIGITS:
        return Excess("0–9", MOST_DIGITS, 1)
    for sign, limit in _IN_A_TEXT.items():
        if text.count(sign) > limit:
            return Excess(sign.strip() or "↵", limit, text.count("\n", 0, text.find(sign)) + 1)
    for sign, limit in _IN_A_BLOCK.items():
        if text.count(sign) > limit:
            found = start = 0
            for number, line in enumerate(text.split("\n"), start=1):
                if _BEGINS.match(line):
                    found, start = 0, number
                found += line.count(sign)
                if found > limit:
                    return Excess(sign, limit, max(start, 1))
    return None
