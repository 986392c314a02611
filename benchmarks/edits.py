"""What people change: a text, a fact, a name, a template. Each edit can be made again and is another one every time."""

import re
from collections.abc import Callable
from pathlib import Path

_AGREEMENT = "content/agreements/accordo-001.md"


def text(root: Path) -> None:
    """A sentence more at the end of an agreement's text."""
    file = root / _AGREEMENT
    said = file.read_text("utf-8")
    file.write_text(f"{said}\nQuesta frase è la numero {said.count('Questa frase') + 1}.\n", "utf-8")


def fact(root: Path) -> None:
    """An agreement lasts a year longer, or one year again."""
    _change(root / _AGREEMENT, r"^duration: (\d)", lambda found: f"duration: {int(found[1]) % 9 + 1}")


def rename(root: Path) -> None:
    """An organisation has another name."""
    file = max((root / "content/organisations").glob("ente-[0-9]*[0-9].md"))
    _change(file, r"^title: (.*?)( bis| ter)?$", lambda found: f"title: {found[1]} {_after(found[2])}")


def template(shipped: Path, theirs: Path) -> None:
    """A template of a site's own, in place of one that is shipped: the summary of a record has a class more."""
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text(shipped.read_text("utf-8"), "utf-8")
    _change(theirs, 'class="lead"', lambda _: 'class="lead edited"')


def _after(word: str | None) -> str:
    return "ter" if word == " bis" else "bis"


def _change(file: Path, pattern: str, by: Callable[[re.Match[str]], str]) -> None:
    said, number = re.subn(pattern, by, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    if not number:
        raise ValueError(f"{file} has nothing like {pattern}")
    file.write_text(said, "utf-8")
