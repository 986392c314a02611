"""Which words of a text somebody changed, and stand in a later one as they were before."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_AROUND = 3
"""So many words on either side show which they are."""


def taken_back(before: str, changed: str, again: str) -> str:
    """The words of a later text that are those of before a change, with some around them; "" where there are none.

    A later text that says anything else in that place, or what the change had brought in another, takes nothing back.
    """
    if again in ("", before, changed) or not before:
        return ""
    was, new, now = before.split(), changed.split(), again.split()
    kept = _kept(was, now)
    for sort, start, end, first, last in SequenceMatcher(None, was, new, autojunk=False).get_opcodes():
        at = kept.get(start) if sort != "equal" else None
        if at is None or any(kept.get(place) != at + place - start for place in range(start - 1, end + 1)):
            continue
        gone, added = was[start:end], new[first:last]
        is_gone = not added or _count(added, now) < _count(added, new)
        is_back = not gone or _count(gone, now) > _count(gone, new)
        if is_gone and is_back:
            return " ".join(now[max(0, at - _AROUND) : at + len(gone) + _AROUND])
    return ""


def _kept(was: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Where each word of a text stands in a later one; what bounds both counts as a word of theirs."""
    same = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    places = {one.a + offset: one.b + offset for one in same for offset in range(one.size)}
    return {-1: -1, **places, len(was): len(now)}


def _count(run: Sequence[str], words: Sequence[str]) -> int:
    """How often words stand in a row."""
    return sum(words[start : start + len(run)] == run for start in range(len(words) - len(run) + 1))
