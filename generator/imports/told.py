"""The problems of tables as their writer finds them: by row and column of the spreadsheet, each said once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.imports.spreadsheet import Spreadsheet, letter_of
from generator.pages.guide.page_names import address_of_mistakes
from generator.problems.as_text import as_text
from generator.problems.problem import Position, Problem
from generator.words import Words

_FIRST = 12
"""So many further rows are named."""


def told(problems: Iterable[Problem], tables: Iterable[Spreadsheet], words: Words, root: Path) -> Iterator[str]:
    """Each problem with its place; what many rows have in one column, once with all of them."""
    guide, by_name = address_of_mistakes(root, words.language), {one.name: one for one in tables}
    for one, further in _grouped(problems):
        table = by_name.get(one.place.path)
        place = Position(_cell(one.place, table, words)) if table else one.place
        text = as_text([replace(one, place=place)], words, root, guide).rstrip("\n")
        if further:
            rows = [str(place.line) for place in further[:_FIRST]]
            rows += ["…"] if len(further) > _FIRST else []
            text += "\n    " + words.count(
                "The same in {number} further row: {rows}.",
                "The same in {number} further rows: {rows}.",
                len(further),
                rows=", ".join(rows),
            )
        yield f"{text}\n"


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once a place: what stands in the map is found in every row, and told once."""
    return [replace(one, place=place) for one, further in _grouped(problems) for place in (one.place, *further)]


def _grouped(problems: Iterable[Problem]) -> Iterator[tuple[Problem, list[Position]]]:
    """Each problem, in the order of places, with the other rows that have the same."""
    found: dict[str, tuple[Problem, list[Position]]] = {}
    for one in sorted(problems, key=lambda one: (one.place, one.code)):
        same = repr((one.code, one.place.path, one.place.column, sorted(one.values.items(), key=str)))
        first, further = found.setdefault(same, (one, []))
        if one.place not in (first.place, *further):
            further.append(one.place)
    yield from found.values()


def _cell(place: Position, table: Spreadsheet, words: Words) -> str:
    """A place of the table in words."""
    if not place.column:
        return words.text("{file}, row {row}", file=place.path, row=str(place.line))
    return words.text(
        "{file}, cell {column}{row} (“{header}”)",
        file=place.path,
        row=str(place.line),
        column=letter_of(place.column),
        header=table.headers[place.column - 1],
    )
