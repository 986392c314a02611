"""The parts of a long text around what may be something, so that what is slow looks at them alone."""

import re
from collections.abc import Iterator


def windows(signs: tuple[re.Pattern[str], ...], text: str, before: int, after: int) -> Iterator[str]:
    """Each stretch of a text from so many characters `before` a sign to so many `after`; what overlaps is one.

    One pattern a sign: together in one they would take many times as long.
    """
    start = end = 0
    for first, last in sorted(match.span() for sign in signs for match in sign.finditer(text)):
        if end and first - before > end:
            yield text[start:end]
            end = 0
        start = start if end else max(0, first - before)
        end = max(end, min(len(text), last + after))
    if end:
        yield text[start:end]
