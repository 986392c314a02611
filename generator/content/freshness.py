"""What a translation remembers of the words it translates: a short hash of each part, as it is written, never as HTML.

`translated_from` is one line: the hash of the title, of the short title, of the summary and of the picture's
alternative text, a hyphen for each that is not there, then one of every paragraph in order. So the value tells which
part has changed. How lines are folded and how wide a space is does not count.
"""

import re
import textwrap
from collections.abc import Mapping
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

from generator.content.record import Wording
from generator.words import N_, Phrase

_DIGITS = 6
"""One change in sixteen million is missed."""
_ABSENT = "-"
_HEAD = (N_("title"), N_("short title"), N_("summary"), N_("alternative text"))
_HASH = f"[0-9a-f]{{{_DIGITS}}}"
_FORM = re.compile(rf"{_HASH}(?: (?:{_ABSENT}|{_HASH})){{{len(_HEAD) - 1}}}(?: {_HASH})*")
_BETWEEN = re.compile(r"\n\s*\n")
_BEGINNING = 40  # characters of a paragraph that tell which it is


def fingerprint(words: Wording) -> str:
    """What `translated_from` holds when a translation follows these words."""
    return " ".join(_hashes(words))


def lacks_text(words: Wording, body: str) -> bool:
    """Whether these words have a text and their translation has none: then it follows them in its head alone."""
    return bool(words.body.strip()) and not body.strip()


def new_mark(words: Wording, body: str) -> str:
    """What `translated_from` of a translation with this text is to hold; "" while it lacks the text."""
    return "" if lacks_text(words, body) else fingerprint(words)


class Changed(NamedTuple):
    """A part of a text that is another, new, or gone."""

    said: Phrase
    """Which it is."""
    before: tuple[str, ...]
    """The hashes of what stood there."""
    now: tuple[str, ...]


def changes(translated_from: str, words: Wording) -> tuple[Changed, ...] | None:
    """The parts that these words have changed, added or lost since; None where the value has another form."""
    if not _FORM.fullmatch(translated_from):
        return None
    before, now = translated_from.split(), _hashes(words)
    head = len(_HEAD)
    parts = zip(_HEAD, before, now, _head(words), strict=False)
    said = [Changed(Phrase(name), _there(old), _there(part)) for name, old, new, part in parts if old != new]
    return (*said, *_of_the_text(before[head:], now[head:], paragraphs_of(words.body)))


def by_hash(words: Wording) -> Mapping[str, str]:
    """The parts of a text, each by its hash."""
    return {_hash(part): part.strip() for part in (*_head(words), *paragraphs_of(words.body)) if part}


def _there(part: str) -> tuple[str, ...]:
    """A part, or its hash, where there is one."""
    return (part,) if part not in ("", _ABSENT) else ()


def carried_over(translated_from: str, words: Wording, body: str) -> str:
    """The same value for a text that says the same: paragraph by paragraph it is written in another way.

    What had changed before counts as changed still.
    """
    now = paragraphs_of(body)
    anew = {_hash(old): _hash(new) for old, new in zip(paragraphs_of(words.body), now, strict=True)}
    hashes = translated_from.split()
    head = len(_HEAD)
    return " ".join([*hashes[:head], *(anew.get(one, one) for one in hashes[head:])])


def _hashes(words: Wording) -> list[str]:
    head = [_hash(part) if part else _ABSENT for part in _head(words)]
    return head + [_hash(paragraph) for paragraph in paragraphs_of(words.body)]


def _head(words: Wording) -> tuple[str, str, str, str]:
    """What stands before the text, as `_HEAD` names it."""
    short_title = "" if words.short_title == words.title else words.short_title
    return words.title, short_title, words.summary, words.alt


def _hash(part: str) -> str:
    return sha256(" ".join(part.split()).encode()).hexdigest()[:_DIGITS]


def paragraphs_of(text: str) -> list[str]:
    """What stands between blank lines: a heading and a list are paragraphs too."""
    return [part for part in _BETWEEN.split(text) if part.strip()]


def _of_the_text(before: list[str], now: list[str], paragraphs: list[str]) -> list[Changed]:
    """The paragraphs that differ, each by its first words; the text as a whole where nothing of it stayed."""
    steps = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    if steps and all(step != "equal" for step, *_ in steps):
        return [Changed(Phrase(N_("the text")), tuple(before), tuple(paragraphs))]
    said: list[Changed] = []
    for step, old, old_end, new, new_end in steps:
        if step == "equal":
            continue
        same = min(old_end - old, new_end - new)
        for number in range(new, new_end):
            message = N_("paragraph “{words}”") if number < new + same else N_("new paragraph “{words}”")
            stood = (before[old + number - new],) if number < new + same else ()
            phrase = Phrase(message, {"words": _first_words(paragraphs[number])})
            said.append(Changed(phrase, stood, (paragraphs[number],)))
        if old_end - old > same:
            after = _first_words(paragraphs[new_end - 1]) if new_end else ""
            message = N_("text removed after “{words}”") if after else N_("text removed at the beginning")
            said.append(Changed(Phrase(message, {"words": after}), tuple(before[old + same : old_end]), ()))
    return said


def _first_words(paragraph: str) -> str:
    return textwrap.shorten(paragraph, _BEGINNING, placeholder="…")
