"""What a check would say of changed content, before anything is changed: tried on a copy of links."""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.changes import Changes
from generator.content.nodes import Location, Nodes, read_yaml
from generator.imports.import_map import TEXT_BELOW
from generator.imports.rows import MappedRow
from generator.options import Options
from generator.pipeline import check
from generator.problems.problem import Position, Problem


def tried(changes: Changes, options: Options) -> tuple[Problem, ...]:
    """The problems of the content as it would be, drafts too."""
    with TemporaryDirectory(prefix=".trial.", dir=options.root) as folder:
        root = Path(folder)
        shutil.copytree(options.root / "content", root / "content", symlinks=True, copy_function=_linked)
        with changes.applied(root):
            return check(replace(options, root=root, drafts=True)).problems


def _linked(source: str, target: str) -> None:
    """A file that is changed is written anew, and its link here with it: so a link is a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def at_cells(problems: tuple[Problem, ...], changes: Changes, origins: Mapping[str, MappedRow]) -> Iterator[Problem]:
    """The problems of what would be written, each at the cell or the line of the map that it comes from."""
    read = dict[str, Nodes]()
    for one in problems:
        path = one.place.path
        if path not in origins:
            continue
        if path not in read:
            facts = changes.written[path].split("---\n", 2)[1]
            read[path] = read_yaml(facts, path, 2)[0]
        yield replace(one, place=_origin(one.place, read[path], origins[path]))


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
