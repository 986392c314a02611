"""A text → lines that fit a place: as large as they can be there, about equally long, never beyond its edges."""

import json
import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

_HYPHENS = str.maketrans("\u2010\u2011", "--")
_SHORT_WORD = re.compile(r"(?<!\S)(\w{1,2}) (?=(?:\w{1,2} )?\S{3})")
_STEP = 2
"""By how much a text shrinks at each attempt."""
_RISE = 0.74
"""How high capital letters and ascenders stand above the line, in parts of the size."""

Length = Callable[[str], float]


@dataclass(frozen=True)
class Typeface:
    """A font: how wide its characters are and how much further apart its pairs stand, in thousandths of the size."""

    font: bytes
    widths: Mapping[str, float]
    kerning: Mapping[str, Mapping[str, float]]
    """By the first character of a pair, then by the other."""
    tracking: float = 0
    """How much further apart all its characters stand."""

    @classmethod
    def of(cls, font: bytes, measures: bytes) -> Self:
        """A font as TTF and its measures as the font tool writes them, all characters that are moved alike together."""
        widths, kerning = json.loads(measures)
        rows = {first: {one: far for far, others in row for one in others} for first, row in kerning.items()}
        return cls(font, widths, {one: row for first, row in rows.items() for one in first})

    def length(self, size: float) -> Length:
        """How long a text is at a size."""
        return lambda text: sum(self.steps(text)) * size / 1000

    def steps(self, text: str) -> Iterator[float]:
        """How far each character of a text is from the next."""
        for one, other in pairwise(text):
            yield self.widths[one] + self.kerning.get(one, {}).get(other, 0) + self.tracking
        if text:
            yield self.widths[text[-1]]


@dataclass(frozen=True)
class Setting:
    """Lines of text at a size; `leading` is the way from one line to the next."""

    typeface: Typeface
    size: float
    leading: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return (len(self.lines) - 1) * self.leading + self.size * _RISE


def fitted(
    text: str, typeface: Typeface, width: float, height: float, sizes: tuple[int, int], leading: float = 1
) -> Setting:
    """A text at the largest of `sizes` (from, to) at which it fits; if it never does, at the smallest, cut short."""
    words = _SHORT_WORD.sub("\\1\u00a0", sayable(text, typeface.widths)).split(
        " "
    )  # no line ends with an article or a preposition
    largest, smallest = sizes
    for size in range(largest, smallest - 1, -_STEP):
        length = typeface.length(size)
        setting = Setting(typeface, size, size * leading, _wrapped(words, length, width))
        if setting.height <= height and max(map(length, setting.lines)) <= width:
            return replace(setting, lines=_balanced(words, length, width))
    room = 1 + max(0, int((height - smallest * _RISE) // (smallest * leading)))
    return Setting(typeface, smallest, smallest * leading, _cut_short(words, typeface.length(smallest), width, room))


def sayable(text: str, known: Container[str]) -> str:
    """A text in the characters that a font has: others by what they stand for, or left out."""
    composed = unicodedata.normalize("NFC", text.translate(_HYPHENS))
    plain = "".join(one if one in known else unicodedata.normalize("NFKD", one) for one in composed)
    return "".join(one for one in plain if one in known)


def _wrapped(words: Sequence[str], length: Length, width: float) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if length(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _balanced(words: Sequence[str], length: Length, width: float) -> tuple[str, ...]:
    """The lines of the narrowest column that needs no more of them."""
    best = _wrapped(words, length, width)
    while len(best) > 1:
        width = max(map(length, best)) - 1
        lines = _wrapped(words, length, width)
        if len(lines) > len(best) or max(map(length, lines)) > width:
            break
        best = lines
    return best


def _cut_short(words: Sequence[str], length: Length, width: float, room: int) -> tuple[str, ...]:
    """At most `room` lines, long words broken, with an ellipsis where something is missing."""
    lines = _wrapped([piece for word in words for piece in _broken(word, length, width)], length, width)
    if len(lines) <= room:
        return lines
    last = lines[room - 1]
    while length(f"{last}…") > width:
        last = last[:-1]
    return (*lines[: room - 1], f"{last.rstrip()}…")


def _broken(word: str, length: Length, width: float) -> list[str]:
    """A word, in as many pieces as it takes to fit."""
    pieces = [""]
    for letter in word:
        if length(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
