"""Spreadsheets → XLSX: numbers, days and truths as such, all else as text; nothing in them is a formula.

The library is an extra: a site is built without it too, and has no spreadsheets then.
"""

import datetime
import io
import re
from dataclasses import replace
from typing import Any

from generator.machine.memo import Memo, version_of
from generator.view.data_files import Sheet, Workbook

_WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+-]+)?")
"""A day, perhaps with its hour and how far that is from universal time."""
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
"""What the name of a sheet cannot have."""
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_NO_DAY = "1980-01-01"
"""The first day that archives know, where none is told."""
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Spreadsheets count days from 1900, and take that for a leap year."""
_MOST_DIGITS = 15
"""More are rounded: such a number is told as a text."""
_WIDTH = 18
_A4 = 9
"""The number that spreadsheets know the paper by."""


def workbook(view: Workbook) -> bytes:
    """Write the sheets: the same bytes each time, with the day in place of the time."""
    import xlsxwriter  # an extra, and slow to load

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(written, options)
    made_on = datetime.datetime.combine(datetime.date.fromisoformat(view.made_on or _NO_DAY), datetime.time())
    book.set_properties({"title": view.title, "created": made_on})
    bold = book.add_format({"bold": True})
    day, hour = (book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
    taken: set[str] = set()
    for sheet in view.sheets:
        page = book.add_worksheet(_name(sheet, taken))
        page.freeze_panes(1, 1)
        _on_paper(page)
        page.set_column(0, max(len(sheet.head) - 1, 0), _WIDTH)
        page.autofilter(0, 0, len(sheet.rows), max(len(sheet.head) - 1, 0))
        for column, text in enumerate(sheet.head):
            page.write_string(0, column, text, bold)
        for number, row in enumerate(sheet.rows, 1):
            for column, (text, holds) in enumerate(zip(row, sheet.holds, strict=True)):
                if not text:
                    continue
                if holds == "number" and len(re.sub(r"[^0-9]", "", text)) <= _MOST_DIGITS:
                    page.write_number(number, column, float(text))
                elif holds == "yes-no":
                    page.write_boolean(number, column, text == "true")
                elif holds in ("date", "date-time") and (counted := _counted_day(text)):
                    page.write_datetime(number, column, counted, hour if "T" in text else day)
                else:
                    page.write_string(number, column, text[:_LONGEST_CELL])
    book.close()
    return written.getvalue()


def _counted_day(text: str) -> datetime.datetime | None:
    """A whole day, perhaps with its hour as clocks show it in its zone; None of what spreadsheets do not count."""
    if not _WHOLE_DAY.fullmatch(text):
        return None
    moment = datetime.datetime.fromisoformat(text).replace(tzinfo=None)
    return moment if moment.date() >= _FIRST_DAY else None


def _on_paper(page: Any) -> None:
    """Its columns beside each other on sheets lying on their side, under the head of the table on each."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def recalled_workbook(view: Workbook, memo: Memo) -> bytes:
    """The same, from the store where it was written before, wherever it stood."""
    held = replace(view, path="")
    return memo.recall(lambda: workbook(held), "workbook-3", version_of("xlsxwriter"), repr(held))


def _name(sheet: Sheet, taken: set[str]) -> str:
    """The name of a sheet, as spreadsheets have it, unlike all others."""
    plain = _NO_NAME.sub(" ", sheet.name).strip()
    name, number = plain[:_LONGEST_NAME], 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: _LONGEST_NAME - 3]} {number}"
    taken.add(name.casefold())
    return name
