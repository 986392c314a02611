"""A font → the part of it that is wanted. With `kerning.py`, the only file that knows how fonts are built inside."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.tools.fonts.kerning import as_one_table, pairs

_NARROW_SPACE, _ARROW = 0x202F, 0x2192
_USELESS = ["DSIG", "FFTM", "GDEF", "STAT"]


def whole(font: bytes, axes: Mapping[str, float]) -> bytes:
    """A font fixed at a place of its axes, with the narrow space and the arrow that our families lack."""
    opened = _opened(font)
    if axes:
        instantiateVariableFont(opened, axes, inplace=True)
    _add_narrow_space(opened)
    _add_arrow(opened)
    return _saved(opened)


def for_browsers(font: bytes, characters: str, features: Iterable[str]) -> bytes:
    """The part of a font that has these characters and features, as woff2."""
    opened = _opened(font)
    _subset(opened, characters, features)
    as_one_table(opened)
    opened.flavor = "woff2"
    return _saved(opened)


def for_drawing(font: bytes, characters: str) -> bytes:
    """The part of a font that has these characters."""
    opened = _opened(font)
    _subset(opened, characters, [])
    return _saved(opened)


def measures(font: bytes, characters: str) -> bytes:
    """How wide each character is, and how much further apart pairs stand, in parts of a thousand of the size.

    It is written as JSON: the width by character; then, by all first characters that are moved alike, how far, and
    from which characters that follow.
    """
    opened = _opened(font)
    names, unit = opened.getBestCmap(), opened["head"].unitsPerEm / 1000
    widths = {one: opened["hmtx"][names[ord(one)]][0] / unit for one in characters}
    moved = pairs(opened)
    alike: dict[tuple[tuple[float, str], ...], str] = defaultdict(str)
    for one in characters:
        row: dict[float, str] = defaultdict(str)
        for other in characters:
            if far := moved.get((names[ord(one)], names[ord(other)])):
                row[far / unit] += other
        alike[tuple(sorted(row.items()))] += one
    kerning = {first: row for row, first in alike.items() if row}
    return (json.dumps([widths, kerning], ensure_ascii=False) + "\n").encode()


def _opened(font: bytes) -> TTFont:
    return TTFont(BytesIO(font), recalcTimestamp=False)


def _saved(font: TTFont) -> bytes:
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _subset(font: TTFont, characters: str, features: Iterable[str]) -> None:
    options = Options(hinting=False, legacy_kern=False, name_IDs=[1, 2], layout_features=list(features))
    options.drop_tables += _USELESS
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)


def _add_narrow_space(font: TTFont) -> None:
    """A space of two thirds, such as French has within its numbers."""
    width, _ = font["hmtx"][font.getBestCmap()[ord(" ")]]
    _add(font, _NARROW_SPACE, TTGlyphPen(None), width * 2 // 3, 0)


def _add_arrow(font: TTFont) -> None:
    """An arrow to the right, as thick and as high above the line as the minus."""
    minus = font.getBestCmap()[ord("−")]
    dash, (width, side) = font["glyf"][minus], font["hmtx"][minus]
    thick, middle = dash.yMax - dash.yMin, (dash.yMax + dash.yMin) / 2
    tip, reach, slant = dash.xMax + width / 3, (dash.xMax - dash.xMin) * 0.45, thick / 2**0.5
    neck = tip - 2 * slant - thick / 2
    half = [(tip - reach, reach), (tip - reach - slant, reach - slant), (neck, thick / 2), (dash.xMin, thick / 2)]
    corners = [*((x, middle - y) for x, y in half[::-1]), (tip, middle), *((x, middle + y) for x, y in half)]
    pen = TTGlyphPen(None)
    pen.moveTo((round(corners[-1][0]), round(corners[-1][1])))
    for x, y in corners[-2::-1]:
        pen.lineTo((round(x), round(y)))
    pen.closePath()
    _add(font, _ARROW, pen, round(tip) + side, side)


def _add(font: TTFont, character: int, pen: TTGlyphPen, width: int, side: int) -> None:
    name = f"uni{character:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (width, side)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[character] = name
