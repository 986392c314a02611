"""Files of content in the one form that the editor in the browser writes, whose next save then changes nothing else."""

import re
from pathlib import Path
from typing import NamedTuple

from generator.content.file_endings import ending_in, is_shown, paths_in
from generator.content.replace import FRONT_MATTER
from generator.content.validate import Content
from generator.content.write import write
from generator.kinds.catalogue import BY_FOLDER

_COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)


class Tidied(NamedTuple):
    """What files are to hold, by path; those that stay, since comments would be lost; and files to new paths."""

    written: dict[str, str]
    commented: list[str]
    moved: dict[str, str]


def tidied(root: Path, content: Content) -> Tidied:
    """The files of content without errors that stand in another form. Nothing is written."""
    found = Tidied({}, [], {})
    names = _other_names(content)
    for path, text in write(content).items():
        there = (root / path).read_bytes().decode()
        if there == text and path not in names:
            continue
        facts = FRONT_MATTER.match(there)
        if _COMMENT.search(facts["facts"] if facts else there):
            found.commented.append(path)
        else:
            found.written[names.get(path, path)] = f"---\n{text}---\n" if path in names else text
            found.moved.update({path: names[path]} if path in names else {})
    return found


def _other_names(content: Content) -> dict[str, str]:
    """The files that the editor does not show for their ending, to the names under which it does."""
    found = {}
    for folder in BY_FOLDER:
        paths = paths_in(content, folder)
        for path in (one for one in paths if is_shown(one, "yaml") and ending_in(paths) == "md"):
            found[path] = path.removesuffix("yaml") + "md"
    return found
