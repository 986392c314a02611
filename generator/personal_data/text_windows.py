"""The parts of a long text around what may be something, so that what is slow looks at them alone."""

import re
from collections.abc import Iterable, Iterator

MANY_PIECES = 20_000
"""Pieces of pages of which it is remembered what is in them: pages repeat them."""
Extent = tuple[int, int]
"""Where something begins in a text, and where it ends."""


def spans(signs: tuple[re.Pattern[str], ...], text: str) -> Iterator[Extent]:
    """Where each sign stands. One pattern a sign: together in one they would take many times as long."""
    return (match.span() for sign in signs for match in sign.finditer(text))


def windows(found: Iterable[Extent], text: str, before: int, after: int) -> Iterator[str]:
    """Each stretch of a text from so many characters `before` what was found to so many `after`; overlaps are one."""
    start = end = 0
    for first, last in sorted(found):
        if end and first - before > end:
            yield text[start:end]
            end = 0
        start = start if end else max(0, first - before)
        end = max(end, min(len(text), last + after))
    if end:
        yield text[start:end]
