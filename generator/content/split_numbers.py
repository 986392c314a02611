"""A table → the mobile numbers of which it has the prefix in one cell and the rest in the next."""

import re


def _pattern(between: str, row: str) -> re.Pattern[str]:
    """Such a number where this stands between two cells and that between two rows, beside no cell of another number but
    a country's: many numbers are counts.
    """
    before = rf'^|{row}|(?:(?<!\d)(?<!\d")|(?<=\b39)|(?<=\b39")){between}'
    after = rf'{between}(?:"\D|[^\d"]|$)|{row}|$'
    return re.compile(rf'(?:{before})[ "]*(3[2-9]\d)[ "]*{between}[ "]*(\d{{7}})[ "\r]*(?={after})')


_TWO_PARTS = re.compile(r'3[2-9]\d[ "]*(?:[,;\t|]|\n{1,3})[ "]*\d{7}')
"""What every such number has, whatever stands beside it. Most texts have none of it, and are looked through no further,
which took most of the time of a long table."""
_PATTERNS = (*(_pattern(between, r"\n") for between in (",", ";", r"\t", r"\|")), _pattern(r"\n{1,3}", r"\Z"))
"""Numbers of land lines are left out: codes of places and counts look like them."""


def numbers_across_cells(text: str) -> str:
    """Each number as one, on a line of its own."""
    if not _TWO_PARTS.search(text):
        return ""
    return "\n".join(" ".join(match.groups()) for pattern in _PATTERNS for match in pattern.finditer(text))
