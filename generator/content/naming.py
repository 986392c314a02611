"""Names of files: those of a record, those that one was meant to have, those that systems leave behind."""

import re
from pathlib import Path
from typing import NamedTuple

from generator.fields.texts import suggested_id

NAME = re.compile(r"(?P<id>[^.]+)(?:\.(?P<language>[a-z]{2}))?\.(?:md|yaml)")
"""What files of a record are called: `<id>.md`, `<id>.en.md`, `<id>.yaml`."""
_LEFT_BEHIND = re.compile(
    r"\..*|~\$.*|.*~|#.*#|(?i:thumbs\.db|ehthumbs.*\.db|desktop\.ini|icon\r?|\$recycle\.bin|__macosx|lost\+found|@eadir)"
    r"|.*\.(?:tmp|temp|sw[a-z]|kate-swp|bak|lock|crdownload|part)|.*\.sb-[0-9a-f]+-.*"
)
_TEXTS = re.compile(r"(?i)(?:\.(?:md|markdown|mdown|mkd|txt|text|yaml|yml))+")
_DOCUMENTS = re.compile(r"(?i)\.(?:docx?|odt|rtf|pages|html?)")
_ENDINGS = re.compile(r"(?P<stem>.*?)(?:\.(?!(?i:md)\.)(?P<language>[a-zA-Z]{2}))?(?P<ending>(?:\.[^.]+)+)")
_INDEX = "index"


def is_left_behind(name: str) -> bool:
    """Whether a system or an editor has left a file for itself: a lock, a thumbnail, a copy."""
    return _LEFT_BEHIND.fullmatch(name) is not None


class Meant(NamedTuple):
    """What a file under a wrong name was to be called, and whether it is a document of a word processor."""

    name: str
    ending: str
    is_document: bool
    is_sure: bool = True
    """Whether the name tells; else it stands for a record only if the file is one."""


def meant_name(file: Path) -> Meant | None:
    """The name of a file that stands for a record under a wrong one."""
    if "." not in file.name:
        return Meant(f"{suggested_id(file.name)}.md", "", is_document=False, is_sure=False)
    match = _ENDINGS.fullmatch(file.name)
    if not match or not match["stem"]:
        return None
    is_document = _DOCUMENTS.fullmatch(match["ending"]) is not None
    if not is_document and not _TEXTS.fullmatch(match["ending"]):
        is_text = _TEXTS.fullmatch(file.suffix) is not None
        right, ending = f"{suggested_id(file.stem)}.md", file.name[len(file.name.partition(".")[0]) :]
        return Meant(right, ending, is_document=False, is_sure=False) if is_text else None
    language = f".{match['language'].lower()}" if match["language"] else ""
    kept = ".yaml" if re.match(r"(?i)\.ya?ml", match["ending"]) else ".md"
    return Meant(f"{suggested_id(match['stem'])}{language}{kept}", match["ending"], is_document)


def is_index(file: Path) -> bool:
    """Whether a file is that of the record whose folder it lies in."""
    return NAME.fullmatch(file.name) is not None and file.stem.partition(".")[0] == _INDEX


def indexed(file: Path, folder: Path) -> Path:
    """Where a file of a record goes when that has a folder of its own."""
    return folder / f"{_INDEX}{file.name[len(file.name.partition('.')[0]) :]}"
