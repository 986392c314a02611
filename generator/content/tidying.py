"""Files of content in the one form that the editor in the browser writes, whose next save then changes nothing else."""

import re
from pathlib import Path
from typing import NamedTuple

from generator.content.replace import FRONT_MATTER
from generator.content.validate import Content
from generator.content.write import write

_COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)


class Tidied(NamedTuple):
    """What files are to hold, by path; and those that stay, since comments would be lost."""

    written: dict[str, str]
    commented: list[str]


def tidied(root: Path, content: Content) -> Tidied:
    """The files of content without errors that stand in another form. Nothing is written."""
    found = Tidied({}, [])
    for path, text in write(content).items():
        there = (root / path).read_bytes().decode()
        if there == text:
            continue
        facts = FRONT_MATTER.match(there)
        if _COMMENT.search(facts["facts"] if facts else there):
            found.commented.append(path)
        else:
            found.written[path] = text
    return found
