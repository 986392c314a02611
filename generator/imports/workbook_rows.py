"""A sheet of a workbook → its rows, every cell a text that says what the spreadsheet shows in it."""

import datetime
import io
from decimal import Decimal

from generator.imports.cells import TableRow
from generator.imports.workbook_cells import ShownCell, UnreadableSheetError, shown_besides
from generator.problems.setup import SetupError
from generator.words import N_, Phrase


def workbook_rows(data: bytes, name: str, sheet: str) -> list[TableRow]:
    """The rows of a sheet, of the first where none is named. A cell merged over several rows stands in each of them.

    Raises SetupError where there is no such sheet, or nothing can be read.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # an extra, which CSV does without
    except ImportError as error:
        message = Phrase(N_("{file} cannot be read: what reads XLSX is not installed."), {"file": name})
        hint = N_('Save it from the spreadsheet as “CSV UTF-8”, or install it: pip install "vetrina[import]".')
        raise SetupError(message, Phrase(hint)) from error
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if sheet and sheet not in workbook.sheet_names:
            values = {"file": name, "sheet": sheet, "known": workbook.sheet_names}
            message = Phrase(N_("{file} has no sheet “{sheet}”. Its sheets are: {known}."), values)
            raise SetupError(message, Phrase(N_("Correct “sheet” in the map.")))
        asked = sheet or workbook.sheet_names[0]
        read = workbook.get_sheet_by_name(asked)
        lines = read.to_python(skip_empty_area=False)
        besides = shown_besides(data, asked)
    except (CalamineError, UnreadableSheetError) as error:
        message = Phrase(N_("{file} is not a workbook that can be read."), {"file": name})
        raise SetupError(message, Phrase(N_("Open it in the spreadsheet and save it again as XLSX."))) from error
    cells = [
        [_text_of(value, besides.get((row, column))) for column, value in enumerate(line)]
        for row, line in enumerate(lines)
    ]
    merged: list[set[int]] = [set() for _ in cells]
    for (top, column), (bottom, _) in read.merged_cell_ranges or ():
        for row in range(top + 1, min(bottom + 1, len(cells))):
            cells[row][column] = cells[top][column]
            merged[row].add(column)
            merged[top].add(column)
    return [TableRow(number, tuple(line), merged=merged[number - 1]) for number, line in enumerate(cells, start=1)]


def _text_of(value: object, shown: ShownCell | None) -> str:
    """A value as it is shown: days without an hour, whole numbers without decimals, sums with their currency."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            number = Decimal(f"{value:.15g}") * (100 if shown and shown.unit == "%" else 1)
            text = f"{number:f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
            return f"{text} {shown.unit}" if shown and shown.unit else text
        case datetime.datetime():
            return f"{value:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
        case datetime.time():
            return f"{value:%H:%M}"
        case _:
            return str(value).strip() or (shown.error if shown else "")
