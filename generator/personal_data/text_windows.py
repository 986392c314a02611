"""The parts of a long text around what may be something, so that what is slow looks at them alone."""

import re
from collections.abc import Iterator


def windows(sign: re.Pattern[str], text: str, before: int, after: int) -> Iterator[str]:
    """Each stretch of a text from so many characters `before` a sign to so many `after`; what overlaps is one."""
    start = end = 0
    for match in sign.finditer(text):
        if end and match.start() - before > end:
            yield text[start:end]
            end = 0
        start = start if end else max(0, match.start() - before)
        end = min(len(text), match.end() + after)
    if end:
        yield text[start:end]
