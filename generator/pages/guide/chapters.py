"""What is written in the guide: a text for each page that has one, in each language that the guide speaks.

A file of `data/guide/<language>/` begins with `title`, `lead` and, where the page is its text alone, `address`: the
word by which it is found, which never changes. Its name without the number before it is that of the page, in each
language. `{model}` in it is the version of the content model.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from generator.content.settings_types import MODEL

_HEAD = re.compile(r"---\n(.*?)---\n(.*)", re.DOTALL)


@dataclass(frozen=True)
class Chapter:
    """A text of the guide, in Markdown; it links other pages of the guide as `ref:name#anchor`."""

    title: str
    lead: str
    address: str
    text: str


@cache
def guide_languages() -> frozenset[str]:
    """The languages that the guide is written in."""
    return frozenset(folder.name for folder in (resources.files("generator") / "data" / "guide").iterdir())


@cache
def chapters(language: str) -> dict[str, Chapter]:
    """The texts of a language by the name of their page, in the order in which they are to be read."""
    folder = resources.files("generator") / "data" / "guide" / language
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name.partition("-")[2].removesuffix(".md"): _chapter(file.read_text("utf-8")) for file in files}


def _chapter(written: str) -> Chapter:
    match = _HEAD.fullmatch(written)
    assert match
    said = dict(line.split(": ", 1) for line in match[1].splitlines())
    return Chapter(said["title"], said["lead"], said.get("address", ""), match[2].replace("{model}", str(MODEL)))
