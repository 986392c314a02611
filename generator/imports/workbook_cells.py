"""What the cells of a sheet show besides their values: what could not be computed, the units of their formats."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree

from generator.fields.quantities import CURRENCIES

_RELATION = re.compile(r"\{.*/relationships\}id")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|[_*].')
"""What stands as it is in a format; how wide a sign is left empty, or repeated."""
_CURRENCY = re.compile(r"\[\$([^\]-]+)(?:-([^\]]*))?\]")
_SIGN = re.compile(rf"[€$£¥%]|\b(?:{'|'.join(CURRENCIES)})\b")
_OF_DOLLARS = frozenset(("", "409", "en-US"))
"""The places of formats in which $ is the dollar of the United States."""


class UnreadableSheetError(Exception):
    """The markup of a workbook cannot be read."""


class ShownCell(NamedTuple):
    """What a cell shows: the error in place of a value, or the unit of its number."""

    error: str = ""
    unit: str = ""


def shown_besides(workbook: bytes, sheet: str) -> Mapping[tuple[int, int], ShownCell]:
    """What cells of a sheet show, by row and column from 0. Raises UnreadableSheetError."""
    try:
        with zipfile.ZipFile(BytesIO(workbook)) as archive:
            return dict(_shown_in(archive, _part_of(archive, sheet), _units(archive)))
    except (zipfile.BadZipFile, KeyError, StopIteration, ValueError, ElementTree.ParseError) as error:
        raise UnreadableSheetError from error


def unit_of(number_format: str) -> str:
    """The sign or the code of the currency in a format, or %; a dollar of other places with the place."""
    positive = number_format.partition(";")[0]
    if found := _CURRENCY.search(positive):
        sign, place = found[1].strip(), found[2] or ""
        return sign if sign != "$" or place in _OF_DOLLARS else f"{sign}-{place}"
    bare = _QUOTED.sub("", positive)
    quoted = " ".join(one[1] or one[2] or "" for one in _QUOTED.finditer(positive))
    found = _SIGN.search(re.sub(r"\[[^\]]*\]", "", bare)) or _SIGN.search(quoted)
    return found[0] if found else ""


def _shown_in(archive: zipfile.ZipFile, part: str, units: Sequence[str]) -> Iterator[tuple[tuple[int, int], ShownCell]]:
    number = 0
    with archive.open(part) as markup:
        for _, row in ElementTree.iterparse(markup):
            if _name(row) != "row":
                continue
            number, column = int(row.get("r", number + 1)), 0
            for cell in row:
                column = _column(cell.get("r", "")) or column + 1
                error = next((one.text or "" for one in cell if _name(one) == "v"), "") if cell.get("t") == "e" else ""
                unit = units[int(cell.get("s", 0))] if units else ""
                if error or unit:
                    yield (number - 1, column - 1), ShownCell(error, unit)
            row.clear()


def _units(archive: zipfile.ZipFile) -> list[str]:
    """The unit of each style that a cell can have."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    formats = {
        one.get("numFmtId"): unit_of(one.get("formatCode", "")) for one in styles.iter() if _name(one) == "numFmt"
    }
    of_styles = next((one for one in styles if _name(one) == "cellXfs"), ())
    return [formats.get(one.get("numFmtId"), "%" if one.get("numFmtId") in ("9", "10") else "") for one in of_styles]


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part of an archive that holds a sheet."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    found = next(one for one in workbook.iter() if _name(one) == "sheet" and one.get("name") == sheet)
    relation = next(value for key, value in found.items() if _RELATION.fullmatch(key))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    target = next(one.get("Target", "") for one in relations if one.get("Id") == relation)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _column(place: str) -> int:
    """The number of the column of a place such as AB12, from 1; 0 of none."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
