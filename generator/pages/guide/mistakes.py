"""Every message of Vetrina, with its mend and an example, as it is told; its code is its anchor."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from generator.problems.as_text import LEVELS
from generator.problems.codes import CODES, Code
from generator.text.context import Context
from generator.view.guide import GuideEntry, GuideSection
from generator.view.text import Piece
from generator.words import N_, Words

EXAMPLES = "mistakes.json"
_GAP = re.compile(r"\{\w+\}")
_MEANING = {
    "error": N_("The site is not published until it is mended; what visitors see stays as it was."),
    "warning": N_("The site is published, unless the owner lets warnings stop it too (“vetrina build --strict”)."),
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
    shown, words = _examples().get(name), context.words
    said = shown["said"][context.language] if shown else {}
    mend = said.get("hint", _with_gaps(code.hint, words))
    return GuideEntry(
        anchor=name,
        title=said.get("message", _with_gaps(code.message, words)),
        key=name,
        text=((Piece(f"→ {mend}"),),),
        example=shown["excerpt"] if shown else "",
        caption=_place(shown, words) if shown else "",
    )


def _with_gaps(message: str, words: Words) -> str:
    """A sentence of which no example is known."""
    return _GAP.sub("…", words.catalogue.gettext(message))


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
