"""Tables → CSV (RFC 4180) in UTF-8, a record on each line: no cell has a line break, none is a formula."""

import re

from generator.view.data_files import CsvTable

_FORMULA = re.compile(r"'*[=+@\-\t\r]")
"""With what a cell begins that a spreadsheet would compute, or that looks as if it had been kept from that."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_QUOTED = re.compile('[",]')


def comma_separated(view: CsvTable) -> bytes:
    """Write the head and the rows."""
    return "".join(f"{','.join(map(_cell, row))}\r\n" for row in (view.head, *view.rows)).encode()


def _cell(text: str) -> str:
    if not text:  # most have nothing
        return text
    said = " ".join(filter(None, map(str.strip, text.splitlines())))
    if _FORMULA.match(said) and not _NUMBER.fullmatch(said):
        said = f"'{said}"
    return '"{}"'.format(said.replace('"', '""')) if _QUOTED.search(said) else said
