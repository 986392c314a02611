"""A table → the mobile numbers of which it has the prefix in one cell and the rest in the next."""

import re

_CELLS = tuple(
    re.compile(rf'(?:^|{mark}|\n)[ "]*(3[2-9]\d)[ "]*{mark}[ "]*(\d{{7}})[ "]*(?={mark}|\r?\n|\r?$)')
    for mark in (",", ";", r"\t", r"\|", r"\n")
)
"""By what stands between two cells. Numbers of land lines are left out: codes of places and counts look like them."""


def numbers_across_cells(text: str) -> str:
    """Each number as one, on a line of its own."""
    return "\n".join(" ".join(match.groups()) for cells in _CELLS for match in cells.finditer(text))
