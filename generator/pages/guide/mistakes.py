"""Every message of Vetrina, with its mend and an example, as it is told; its code is its anchor."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from generator.problems.codes import CODES, Code
from generator.problems.report import LEVELS
from generator.text.context import Context
from generator.view.guide import GuideEntry, GuideSection
from generator.view.text import Fact, Piece
from generator.words import N_, Words

EXAMPLES = "mistakes.json"
_MEANING = {
    "error": N_("The site is not published until it is mended; what visitors see stays as it was."),
    "warning": N_("The site is published, unless the owner lets warnings stop it too (--strict)."),
    "notice": N_("It stops nothing: it reminds of what is to be done."),
}
_HEADINGS = {"error": N_("Errors"), "warning": N_("Warnings"), "notice": N_("Notices")}


def mistake_sections(context: Context) -> Iterator[GuideSection]:
    """The messages by what they do to the site."""
    for level in LEVELS:
        entries = (_entry(context, name, code) for name, code in CODES.items() if code.level == level)
        text = context.words.text
        yield GuideSection(f"level-{level}", text(_HEADINGS[level]), text(_MEANING[level]), entries=tuple(entries))


def _entry(context: Context, name: str, code: Code) -> GuideEntry:
    shown, text = _examples()[name], context.words.text
    said = shown["said"][context.language]
    return GuideEntry(
        anchor=name,
        title=said["message"],
        key=name,
        facts=(Fact(text("Mend"), ((Piece(said["hint"]),),)),),
        example=shown["excerpt"],
        caption=_place(shown, context.words),
    )


def _place(shown: Mapping[str, Any], words: Words) -> str:
    path, line = shown["path"], shown["line"]
    return words.text("{path}, line {line}", path=path, line=line) if line else str(path)


@cache
def _examples() -> Mapping[str, Any]:
    """An example of each code: its place, the line, and what is said of it in each language of the guide.

    `tests/test_guide.py` holds them to the sites with one mistake each, and writes them with `--accept`.
    """
    file = resources.files("generator") / "data" / EXAMPLES
    found: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return found
