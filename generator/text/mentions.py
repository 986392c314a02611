"""Things explained where a text first mentions them."""

import re
from collections.abc import Callable, Mapping

_TAG = re.compile(r"(<[^>]*>)")
_CLOSED = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "abbr", "blockquote", "button")
"""The elements whose words stay as they are."""


def first_mentions(html: str, things: Mapping[str, str], say: Callable[[str, str], str]) -> str:
    """Sanitised HTML in which the first mention of each thing is said by `say`, from the words and the thing.

    `things` are known by the words that mention them, whole words of the text itself, outside links, headings, code and
    quotations; a word in small letters may begin a sentence.
    """
    if not things:
        return html
    words = sorted(things, key=len, reverse=True)
    wanted = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_written, words))})(?![\w-])")
    told: set[str] = set()

    def explain(match: re.Match[str]) -> str:
        thing = things.get(match[0]) or things[match[0][0].lower() + match[0][1:]]
        if thing in told:
            return match[0]
        told.add(thing)
        return say(match[0], thing)

    parts, closed = _TAG.split(html), 0
    for number, part in enumerate(parts):
        if number % 2:
            name = re.split(r"[\s/>]", part.strip("</"), maxsplit=1)[0].lower()
            if name in _CLOSED:
                closed += -1 if part.startswith("</") else 1
        elif not closed:
            parts[number] = wanted.sub(explain, part)
    return "".join(parts)


def _written(word: str) -> str:
    first = word[0]
    return (f"[{first}{first.upper()}]" if first.islower() else re.escape(first)) + re.escape(word[1:])
