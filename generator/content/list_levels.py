"""Which entries of a list stand inside which, by their indentation and by their marks."""

from typing import NamedTuple

NUMBERED, BULLETED = "1", "-"
"""What sort of mark an entry has; a sign for entries inside others, such as those of Word, is a sort of its own."""
_DEEPER = 2
"""By how many spaces an entry stands inside another."""
_DEEPEST = 8


class _ListLevel(NamedTuple):
    indent: int
    sort: str


class ListLevels:
    """The entries that a line of a list stands in, from the outermost."""

    def __init__(self) -> None:
        self._levels: list[_ListLevel] = []

    def __len__(self) -> int:
        return len(self._levels)

    def holding(self, indent: int) -> int:
        """How many of them stand less far in."""
        return sum(1 for level in self._levels if level.indent < indent)

    def goes_on(self, indent: int, sort: str) -> bool:
        """Whether an entry goes on with one of these lists, or stands inside."""
        beside = [level.sort for level in self._levels if level.indent <= indent < level.indent + _DEEPER]
        return bool(self._levels) and (not beside or sort in beside)

    def enter(self, indent: int, sort: str, *, apart: bool) -> bool:
        """Go to the level of an entry, which a blank line may set apart; whether it begins another list at its level.

        Where the indentation is the same, bullets right below a number stand inside it, as do signs that are made for
        what stands inside; a mark that was there before goes back to its own.
        """
        levels = self._levels
        while levels and indent < levels[-1].indent:
            levels.pop()
        if not levels or indent >= levels[-1].indent + _DEEPER:
            return self._go_into(indent, sort)
        last = levels[-1]
        if _ListLevel(last.indent, sort) in levels:
            while levels[-1] != (last.indent, sort):
                levels.pop()
            return False
        if sort not in (NUMBERED, BULLETED) or (last.sort == NUMBERED and not apart):
            return self._go_into(last.indent, sort)
        levels[-1] = _ListLevel(last.indent, sort)
        return NUMBERED in (sort, last.sort)

    def _go_into(self, indent: int, sort: str) -> bool:
        if len(self._levels) < _DEEPEST:
            self._levels.append(_ListLevel(indent, sort))
        return False
