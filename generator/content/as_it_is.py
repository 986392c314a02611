"""What an owner wants published as it is: the files of `public/` beside content/, such as `CNAME` or `.well-known/`."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.content.naming import is_left_behind
from generator.fields.file_names import unusable
from generator.options import PUBLIC
from generator.problems.problem import Position, Problem, problem, wrong_encoding

MOST_FILES = 1_000
LARGEST = 25_000_000
"""Bytes of one file."""
_DEEPEST = 20
_OF_OTHERS = re.compile(r"\.git.*|\.DS_Store|\._.*|\.#.*|\..*\.sw[a-z]")
"""Hidden files that lie there for git, systems and editors; other hidden ones are published."""
_TEXTS = (".html", ".css", ".xml", ".svg", ".txt", ".json")
"""What is looked through when the site is verified, or shown by browsers as text."""


@dataclass(frozen=True)
class AsItIs:
    """The files that are published as they are, by their paths on the site, and what is wrong with others."""

    paths: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def as_it_is(root: Path) -> AsItIs:
    """What lies in `public/`; links are not followed."""
    if not os.path.lexists(root / PUBLIC):
        return AsItIs()
    paths: list[str] = []
    problems: list[Problem] = []
    for path, fault in _looked_through(root):
        if fault:
            problems.append(fault)
        else:
            paths.append(path)
        if len(paths) > MOST_FILES:
            problems.append(_too_much(Position(PUBLIC)))
            break
    return AsItIs(tuple(sorted(paths)), tuple(problems))


def is_passed_over(name: str) -> bool:
    """Whether a file or a folder in `public/` is called as what systems and editors leave behind."""
    return bool(_OF_OTHERS.fullmatch(name)) or (not name.startswith(".") and is_left_behind(name))


def _looked_through(root: Path) -> Iterator[tuple[str, Problem | None]]:
    """Every file by its path, and what is wrong with it."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        folder = root / PUBLIC / inside
        try:
            if folder.is_symlink():
                raise NotADirectoryError
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name, reverse=True)
        except OSError:
            yield inside, problem("unreadable-file", Position(f"{PUBLIC}/{inside}".rstrip("/")))
            continue
        for entry in entries:
            name, path = entry.name, f"{inside}{entry.name}"
            if is_passed_over(name):
                continue
            if fault := _fault(root, entry, path):
                yield path, fault
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(f"{path}/")
            else:
                yield path, None


def _fault(root: Path, entry: "os.DirEntry[str]", path: str) -> Problem | None:
    """Why a file or a folder cannot be published as it is."""
    place = Position(f"{PUBLIC}/{path}")
    if cause := unusable(entry.name.removeprefix(".")):
        return problem("wrong-public-name", place, file=entry.name, cause=cause)
    if entry.is_dir(follow_symlinks=False):
        return _too_much(place) if path.count("/") >= _DEEPEST else None
    if not entry.is_file(follow_symlinks=False):
        return problem("unreadable-file", place)
    if entry.stat().st_size > LARGEST:
        return _too_much(place)
    try:
        with (root / place.path).open("rb") as file:
            content = file.read() if path.endswith(_TEXTS) else b""
        content.decode()
    except OSError:
        return problem("unreadable-file", place)
    except UnicodeDecodeError as error:
        return wrong_encoding(place.path, error)
    return None


def _too_much(place: Position) -> Problem:
    return problem("too-much-as-it-is", place, files=Decimal(MOST_FILES), size=LARGEST // 1_000_000, deep=_DEEPEST)
