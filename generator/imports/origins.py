"""The problems of files that were made of rows, at the cells that they come from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.content.changes import Changes
from generator.content.nodes import Location, Nodes, read_yaml
from generator.imports.import_map import TEXT_BELOW
from generator.imports.row_records import MappedRow
from generator.problems.problem import Position, Problem


def at_cells(problems: Iterable[Problem], changes: Changes, origins: Mapping[str, MappedRow]) -> Iterator[Problem]:
    """The problems of what would be written, each at the cell or the line of the map that it comes from."""
    read = dict[str, Nodes]()
    for one in problems:
        path = one.place.path
        if path not in origins:
            continue
        if path not in read:
            read[path] = _nodes(path, changes.written[path])
        yield replace(one, place=_origin(one.place, read[path], origins[path]))


def _nodes(path: str, text: str) -> Nodes:
    """The facts of a file, each at its place."""
    if path.endswith(".md"):
        return read_yaml(text.split("---\n", 2)[1], path, 2)[0]
    return read_yaml(text, path)[0]


def _origin(place: Position, written: Nodes, row: MappedRow) -> Position:
    """Where what stands at a place of a written file comes from."""
    if place.line <= written.start.line and place.column <= written.start.column:
        return row.nodes.start
    last = max((one.line for one in written.values.values()), default=0)
    if place.line > last + 1:
        return row.nodes.place((TEXT_BELOW,))
    before = [(one, way) for way, one in (*written.values.items(), *written.keys.items()) if one <= place]
    way: Location = max(before, key=lambda found: (found[0], len(found[1])))[1] if before else ()
    return row.nodes.place(way)
