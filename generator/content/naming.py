"""Names of files: those of a record, those that one was meant to have, those that systems leave behind."""

import re
from pathlib import Path
from typing import NamedTuple

from generator.fields.texts import suggested_id
from generator.words import language_called

NAME = re.compile(r"(?P<id>[^.]+)(?:\.(?P<language>(?!md)[a-z]{2}))?\.(?:md|yaml)")
"""What files of a record are called: `<id>.md`, `<id>.en.md`, `<id>.yaml`."""
_LEFT_BEHIND = re.compile(
    r"\..*|~\$.*|.*~|#.*#|(?i:thumbs\.db|ehthumbs.*\.db|desktop\.ini|icon\r?|\$recycle\.bin|__macosx|lost\+found|@eadir)"
    r"|.*\.(?:tmp|temp|sw[a-z]|kate-swp|bak|lock|crdownload|part)|.*\.sb-[0-9a-f]+-.*"
)
_TEXTS = re.compile(r"(?i)(?:\.(?:md|markdown|mdown|mkd|txt|text|yaml|yml))+")
_DOCUMENTS = re.compile(r"(?i)\.(?:docx?|odt|rtf|pages|html?)")
_ENDINGS = re.compile(r"(?P<stem>.*?)(?:\.(?!(?i:md)\.)(?P<language>[a-zA-Z]{2}))?(?P<ending>(?:\.[^.]+)+)")
_AROUND_DOTS = re.compile(r"[\s.]*\.[\s.]*")
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
    is_translation: bool = False


def meant_name(file: Path) -> Meant | None:
    """The name of a file that stands for a record under a wrong one."""
    if "." not in file.name:
        return Meant(f"{suggested_id(file.name)}.md", "", is_document=False, is_sure=False)
    name = with_single_dots(file.name)
    match = _ENDINGS.fullmatch(name)
    if not match or not match["stem"]:
        return None
    is_document = _DOCUMENTS.fullmatch(match["ending"]) is not None
    if not is_document and not _TEXTS.fullmatch(match["ending"]):
        is_text = _TEXTS.fullmatch(Path(name).suffix) is not None
        right, ending = f"{suggested_id(Path(name).stem)}.md", name[len(name.partition(".")[0]) :]
        return Meant(right, ending, is_document=False, is_sure=False) if is_text else None
    language = f".{match['language'].lower()}" if match["language"] else ""
    kept = ".yaml" if re.match(r"(?i)\.ya?ml", match["ending"]) else ".md"
    return Meant(f"{suggested_id(match['stem'])}{language}{kept}", match["ending"], is_document)


def with_single_dots(name: str) -> str:
    """A name without the spaces around it and its dots, and without a second dot beside one."""
    return _AROUND_DOTS.sub(".", name.strip())


def free_name(file: Path) -> Path:
    """The name of a record's file; where another has it, with the next number after its id."""
    first, dot, rest = file.name.partition(".")
    numbered = (file.with_name(f"{first}-{number}{dot}{rest}") for number in range(2, 1000))
    free = (one for one in (file, *numbered) if not one.exists() and not one.with_name(one.name.split(".")[0]).is_dir())
    return next(free, file)


def strayed_name(file: Path) -> Path:
    """Where a record goes that lies in the folder of another: beside that, or as its translation if it is called so."""
    meant = file.name if NAME.fullmatch(file.name) else meant_name(file)
    first, _, rest = (meant.name if isinstance(meant, Meant) else meant or file.name).partition(".")
    translation = file.with_name(f"{_INDEX}.{language_called(first)}.md")
    if language_called(first) and not translation.exists():
        return translation
    folder = file.parent
    return free_name(folder.with_name(f"{folder.name if first == _INDEX else first}.{rest}"))


def is_index(file: Path) -> bool:
    """Whether a file is that of the record whose folder it lies in."""
    return NAME.fullmatch(file.name) is not None and file.stem.partition(".")[0] == _INDEX


def indexed(file: Path, folder: Path) -> Path:
    """Where a file of a record goes when that has a folder of its own."""
    return folder / f"{_INDEX}{file.name[len(file.name.partition('.')[0]) :]}"
