"""Lists with marks that Markdown does not know, as `a)`, `II.`, `1.1` or `1-`: each entry stays a line of its own."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from string import ascii_lowercase

MARK = re.compile(r"\s*(?:\(?(?:[A-Za-z]{1,2}|[ivx]{1,4}|[IVX]{1,4})\)|\([0-9]{1,2}\)|[0-9]{1,2}(?:[°º]\)|-))\s")
"""A mark that no sentence begins with."""
LIKE_A_MARK = re.compile(r"\s*((?:[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\.|[0-9]{1,2}[°º])\s")
"""What may also be an initial, an abbreviation or an ordinal: a list only where the first is followed by the next."""
_NUMBERS = re.compile(r"\s*((?:[0-9]{1,2}\.)*[0-9]{1,2})\.?\s+(?=[^\W\d_])")
"""A number with its chapter's: a list where it is followed by the next, or by the first inside it."""
_CHAPTER = re.compile(r"\s*((?:[0-9]{1,2}\.)*[0-9]{1,2})[.)]?\s")
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
_SERIES = (
    *([f"{mark}." for mark in marks] for marks in (ascii_lowercase, ascii_lowercase.upper(), _ROMAN)),
    [f"{mark.lower()}." for mark in _ROMAN],
    *([f"{number}{sign}" for number in range(1, 100)] for sign in "°º"),
)


def lines_of_their_own(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that begin with the mark of an entry, where more than one of a paragraph does."""
    found: set[int] = set()
    for is_told, numbered in groupby(range(len(lines)), lambda number: bool(lines[number].strip())):
        if is_told:
            paragraph = list(numbered)
            marked = [number for number in paragraph if MARK.match(lines[number])]
            found.update(marked if len(marked) > 1 else (), *_series(paragraph, lines), *_chapters(paragraph, lines))
    return found


def _series(paragraph: Sequence[int], lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines of a paragraph that go on from a first mark to the next, by series."""
    marks = [(number, match[1]) for number in paragraph if (match := LIKE_A_MARK.match(lines[number]))]
    for series in _SERIES if len(marks) > 1 else ():
        run: list[int] = []
        for number, mark in marks:
            begins = number == paragraph[0] or lines[number - 1].rstrip().endswith(":")
            if (run or begins) and series[len(run) : len(run) + 1] == [mark]:
                run.append(number)
        if len(run) > 1:
            yield run


def _chapters(paragraph: Sequence[int], lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines of a paragraph whose numbers of several parts go on from each other, in runs."""
    run: list[int] = []
    last: list[int] = []
    for number in paragraph:
        if not (match := _NUMBERS.match(lines[number])):
            continue
        parts = [int(one) for one in match[1].split(".")]
        above = _CHAPTER.match(lines[number - 1]) if number != paragraph[0] else None
        if _follows(parts, last):
            run.append(number)
        elif len(parts) > 1 and (
            number == paragraph[0] or lines[number - 1].rstrip().endswith(":") or (above and parts[-1] == 1)
        ):
            yield run if len(run) > 1 else []
            run = [number]
        else:
            continue
        last = parts
    yield run if len(run) > 1 else []


def _follows(parts: list[int], last: list[int]) -> bool:
    """Whether a number comes next after another: one more at its level or at one above, or the first inside it."""
    if not last:
        return False
    nexts = [[*last[:level], last[level] + 1] for level in range(len(last))]
    return parts == [*last, 1] or parts in nexts or any(parts == [*one, 1] for one in nexts)
