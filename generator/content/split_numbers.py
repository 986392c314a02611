"""The numbers of which a text has one part here and the rest elsewhere: in the next cell, or on the next line."""

import re

from generator.personal_data.seen_text import shown_by_lines

_MOST = 9
"""Spaces and quotes about a cell."""


def _pattern(between: str, row: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Such a number where this stands between two cells and that between two rows, beside no cell of another number but
    a country's: many numbers are counts. What stands before it is a pattern of its own, which only few are asked for.
    """
    before = rf'^|{row}|(?:(?<!\d)(?<!\d")|(?<=\b39)|(?<=\b39")){between}'
    after = rf'{between}(?:"\D|[^\d"]|$)|{row}|$'
    about = rf'[ "]{{0,{_MOST}}}'
    number = rf'(3[2-9]\d){about}{between}{about}(\d{{7}})[ "\r]{{0,{_MOST}}}(?={after})'
    return re.compile(number), re.compile(rf"(?:{before}){about}\Z")


_TWO_PARTS = re.compile(rf'3[2-9]\d[ "]{{0,{_MOST}}}(?:[,;\t|]|\n{{1,3}})[ "]{{0,{_MOST}}}\d{{7}}')
"""What every such number has, whatever stands beside it. Most texts have none of it, and are looked through no further,
which took most of the time of a long table."""
_PATTERNS = (*(_pattern(between, r"\n") for between in (",", ";", r"\t", r"\|")), _pattern(r"\n{1,3}", r"(?!)"))
"""Numbers of land lines are left out: codes of places and counts look like them."""
_CELL_END = re.compile(r"</t[dh]>\s*(?:<t[dh]\b[^<>]*>\s*)?", re.IGNORECASE)
_BETWEEN_LINES = re.compile(r"(?<=\d)([^\w\r\n]{0,4})\r?\n([^\w\r\n]{0,4})(?=\d)")
_TIMES = "-->"
"""Between the times of a subtitle, with which no line goes on."""


def numbers_across_cells(text: str) -> str:
    """Each number as one, on a line of its own."""
    if not _TWO_PARTS.search(text):
        return ""
    return "\n".join(
        " ".join(match.groups())
        for number, before in _PATTERNS
        for match in number.finditer(text)
        if before.search(text[max(0, match.start() - 2 * _MOST) : match.start()])
    )


def numbers_across_columns(html: str) -> str:
    """The same of the tables of a page."""
    if "</td>" not in html:
        return ""
    return numbers_across_cells(shown_by_lines(_CELL_END.sub("\t", html)))


def numbers_across_lines(text: str) -> str:
    """Lines between whose figures a line ends, as one; more than two of figures alone are a column."""
    joined = _BETWEEN_LINES.sub("\\1\v\\2", text.replace("\v", "\n")).split("\n")
    broken = ((line, line.count("\v")) for line in joined if _TIMES not in line)
    return "\n".join(
        line.replace("\v", " ") for line, breaks in broken if breaks == 1 or (breaks and any(map(str.isalpha, line)))
    )
