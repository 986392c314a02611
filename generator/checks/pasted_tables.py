"""Rules about tables: none is run together into a line, and none loses a cell or takes in a sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.checks.written_texts import texts_with
from generator.content.as_meant import DIVIDER, as_meant, is_like_an_entry
from generator.content.record import AnyRecord, Wording
from generator.problems.mend import SignMend
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase

_ROW = re.compile(r"\|(?:[^|]*\|){2,}")
_OPEN_ROW = re.compile(r"[^|]+(?: \| [^|]+){2,}")
"""A row of a table whose sides are open: prose may hold a pipe, and a line alone several."""
_ESCAPED = re.compile(r"\\.")
_QUOTED = "> \t"
"""What stands before a row: a quotation and an indentation."""


def tables_have_their_line_of_dashes(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Rows are a table by the line of dashes below the first, without a blank line between them."""
    for wording, text in texts_with(record, "|"):
        after_a_table = False
        for is_told, numbered in groupby(enumerate(text.split("\n")), lambda one: bool(one[1].strip("> \t"))):
            lines = [(number, line.lstrip("> \t").rstrip()) for number, line in numbered]
            if not is_told:
                continue
            if any("|" in line and DIVIDER.match(line) for _, line in lines):
                after_a_table = True
                continue
            rows = [number for number, line in lines if _ROW.fullmatch(line)]
            open_rows = [number for number, line in lines if _OPEN_ROW.fullmatch(line)]
            if rows := rows or open_rows[len(open_rows) == 1 :]:
                yield _without_dashes(wording, rows[0], goes_on=after_a_table or len(rows) == 1)
            after_a_table = False


def _without_dashes(wording: Wording, number: int, *, goes_on: bool) -> Problem:
    """That a table has no line of dashes; its mend, unless its rows may go on with the table above."""
    line = wording.body.split("\n")[number].rstrip()
    row = line.lstrip("> \t")
    before = line.removesuffix(row)
    side = row[:1] if row.startswith("|") else ""
    dashes = side + "|".join("---" for _ in row.removeprefix(side).removesuffix(side).split("|")) + side
    exact = None if goes_on else SignMend(row, f"{row}\n{before}{dashes}")
    return problem("table-without-dashes", wording.place(number + 1, len(before) + 1), exact=exact, dashes=dashes)


def cells_are_divided_by_pipes(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Rows from a spreadsheet, whose cells are divided by tabs, are no table."""
    for wording, text in texts_with(record, "\t"):
        lines = zip(wording.body.split("\n"), text.split("\n"), strict=True)
        for tabs, group in groupby(enumerate(lines), lambda one: _tabs(*one[1])):
            rows = {number: [cell.strip() for cell in line.split("\t")] for number, (line, _) in group if tabs}
            columns = [column for column in zip(*rows.values(), strict=True) if any(column)]
            if len(rows) > 1 and len(columns) > 1:
                yield _of_tabs(wording, list(rows), columns)


def _tabs(line: str, without_code: str) -> int:
    """How many tabs divide the cells of a row; none where these are in code, or the line is something else."""
    tabs = line.count("\t")
    return 0 if "|" in line or tabs > without_code.count("\t") or is_like_an_entry(line) else tabs


def _of_tabs(wording: Wording, numbers: Sequence[int], columns: Sequence[Sequence[str]]) -> Problem:
    """That rows are divided by tabs; their mend is the table, apart from the line that follows."""
    head, *others = (f"| {' | '.join(cells)} |" for cells in zip(*columns, strict=True))
    dashes = "|" + "---|" * len(columns)
    written = wording.body.split("\n")
    apart = [""] if "".join(written[numbers[-1] + 1 : numbers[-1] + 2]).strip() else []
    rows = "\n".join(written[number] for number in numbers)
    exact = None if rows.startswith(">") else SignMend(rows, "\n".join([head, dashes, *others, *apart]))
    return problem("table-of-tabs", wording.place(numbers[0] + 1, 1), exact=exact, head=head, dashes=dashes)


def tables_hold_their_rows(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No cell stands beyond the last column, where none is shown, and no sentence stands among the rows."""
    for wording, text in texts_with(record, "|"):
        lines = [_ESCAPED.sub("  ", line) for line in text.split("\n")]
        end = 0
        for number, (head, divider) in enumerate(pairwise(lines)):
            if number >= end and "|" in head and "|" in divider and DIVIDER.match(divider.lstrip(_QUOTED)):
                end = next((at for at in range(number, len(lines)) if not lines[at].strip(_QUOTED)), len(lines))
                yield from _among_rows(wording, lines, number, end)


def _among_rows(wording: Wording, lines: Sequence[str], head: int, end: int) -> Iterator[Problem]:
    """What is lost in the rows of one table, and the first line below that is no row."""
    written = wording.body.split("\n")
    told = lines[head].strip(_QUOTED)
    is_bordered = told.startswith("|") or told.endswith("|")
    columns = len(_cells(lines[head], is_bordered=is_bordered))
    for number in range(head + 2, end):
        if "|" not in lines[number]:
            below = as_meant("\n".join(written[number - 1 : end])).split("\n")
            if below[1].strip(_QUOTED):
                yield _below_table(wording, number, is_last=not any("|" in line for line in lines[number:end]))
            return
        for start, stop in _cells(lines[number], is_bordered=is_bordered)[columns:]:
            if cell := written[number][start:stop].strip():
                column = start + written[number][start:stop].index(cell) + 1
                yield problem("too-many-cells", wording.place(number + 1, column), cell=cell)
                break


def _cells(line: str, *, is_bordered: bool) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end."""
    start, end = len(line) - len(line.lstrip(_QUOTED)), len(line.rstrip())
    if is_bordered:
        start += line.startswith("|", start)
        end -= line.endswith("|", start, end)
    pipes = [at for at in range(start, end) if line[at] == "|"]
    return [(before + 1, after) for before, after in pairwise([start - 1, *pipes, end])]


def _below_table(wording: Wording, number: int, *, is_last: bool) -> Problem:
    """That a line is no row; its mend, unless a row goes on over several lines."""
    line = wording.body.split("\n")[number].rstrip()
    words = line.lstrip(_QUOTED)
    before = line.removesuffix(words)
    exact = SignMend(words, f"\n{before}{words}") if is_last else None
    return problem("text-below-table", wording.place(number + 1, len(before) + 1), exact=exact)
