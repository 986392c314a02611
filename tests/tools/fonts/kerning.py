"""Which pairs of glyphs of a font stand closer or further apart, and a shorter way to write it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from fontTools.otlLib.builder import buildPairPosClassesSubtable, buildValue
from fontTools.ttLib import TTFont

_FEATURE = "kern"

Pair = tuple[str, str]


def as_one_table(font: TTFont) -> None:
    """Write the same kerning as one table of classes, which takes a third less than what type designers export."""
    kerning = pairs(font)
    lefts: dict[str, dict[str, int]] = defaultdict(dict)
    rights: dict[str, dict[str, int]] = defaultdict(dict)
    for (left, right), value in kerning.items():
        lefts[left][right] = value
        rights[right][left] = value
    left_class, right_class = _classes(lefts), _classes(rights)
    cells = {
        (left_class[left], right_class[right]): (buildValue({"XAdvance": value}), None)
        for (left, right), value in kerning.items()
    }
    lookups = _lookups(font)
    for lookup in lookups:
        lookup.LookupType, lookup.SubTable, lookup.SubTableCount = 2, [], 0
    if cells:
        table = buildPairPosClassesSubtable(cells, font.getReverseGlyphMap())
        lookups[0].SubTable, lookups[0].SubTableCount = [table], 1


def pairs(font: TTFont) -> dict[Pair, int]:
    """How far each pair of glyphs is moved, pairs that are not moved left out."""
    moved: dict[Pair, int] = defaultdict(int)
    for lookup in _lookups(font):
        decided: dict[Pair, int] = {}  # within a lookup, the first table that knows a pair decides
        for table in lookup.SubTable:
            for pair, value in _told(getattr(table, "ExtSubTable", table), font.getGlyphOrder()):
                decided.setdefault(pair, value.XAdvance if value else 0)
        for pair, far in decided.items():
            moved[pair] += far
    return {pair: far for pair, far in moved.items() if far}


def _lookups(font: TTFont) -> list[Any]:
    if "GPOS" not in font:
        return []
    table = font["GPOS"].table
    features = (record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == _FEATURE)
    numbers = {number for feature in features for number in feature.LookupListIndex}
    return [table.LookupList.Lookup[number] for number in sorted(numbers)]


def _told(table: Any, glyphs: list[str]) -> Iterator[tuple[Pair, Any]]:
    """Every pair that a table knows, and its value."""
    if table.Format == 1:
        for left, row in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            yield from (((left, one.SecondGlyph), one.Value1) for one in row.PairValueRecord)
        return
    first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    for left in table.Coverage.glyphs:
        row = table.Class1Record[first.get(left, 0)].Class2Record
        yield from (((left, right), row[second.get(right, 0)].Value1) for right in glyphs)


def _classes(rows: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[str, ...]]:
    """For each glyph, all glyphs that are moved like it."""
    alike: dict[tuple[tuple[str, int], ...], list[str]] = defaultdict(list)
    for glyph, row in rows.items():
        alike[tuple(sorted(row.items()))].append(glyph)
    return {glyph: tuple(same) for same in alike.values() for glyph in same}
