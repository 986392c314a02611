"""What the names of records’ files end in: one ending a folder, for the editor in the browser knows one for each."""

from collections.abc import Collection

from generator.content.validate import Content
from generator.kinds.base import Kind

_BESIDE = 2
"""The slashes in the path of a record that has no folder of its own."""


def ending_of(content: Content, kind: type[Kind], *, has_text: bool) -> str:
    """What a new file of a kind ends in: as those of its folder; in an empty one, as its records usually have a text.

    What has a text is a file that can hold one.
    """
    there = paths_in(content, kind.folder)
    is_yaml = ending_in(there) == "yaml" if there else kind.every_language
    return "yaml" if is_yaml and not has_text else "md"


def ending_in(paths: Collection[str]) -> str:
    """What the files of a folder end in: all of them, or all that the editor shows."""
    return "yaml" if paths and all(path.endswith(".yaml") for path in paths) else "md"


def paths_in(content: Content, folder: str) -> list[str]:
    """The files of facts of the records of a folder."""
    return [note.brief.path for ref, note in content.records.notes.items() if ref.folder == folder]


def is_shown(path: str, ending: str) -> bool:
    """Whether the editor in the browser shows a record, where those of its folder have an ending."""
    return path.count("/") == _BESIDE and path.endswith(f".{ending}")
