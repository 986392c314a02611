import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from generator.fields.declare import Group
from generator.fields.values import Ref
from generator.pipeline import check
from generator.showcase.model import Showcase
from generator.urls import Urls
from tests.real import OPTIONS


def ref(text: str) -> Ref:
    """The reference that "folder/id" spells."""
    return Ref(*text.split("/"))


def plain(value: Any) -> Any:
    """A value as the tables spell it: text, number, list or dictionary of the filled fields."""
    if isinstance(value, Group):
        return {name: plain(inner) for name in value.declared if (inner := getattr(value, name))}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Ref):
        return value.id
    return value if value is None or isinstance(value, str | int) else str(value)


def field(facts: Group, dotted: str) -> Any:
    """A field of a record, or an inner one such as "partners.organisation", of each item where it is a list."""
    name, _, rest = dotted.partition(".")
    found = getattr(facts, name)
    if not rest or found is None:
        return plain(found)
    inner = [item[rest] if isinstance(item, Mapping) else field(item, rest) for item in _items(found)]
    return inner if isinstance(found, tuple) else inner[0]


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def nothing(found: Iterable[object]) -> None:
    """Fail with a line for each thing found."""
    lines = [f"{key}: {value}" for key, value in found.items()] if isinstance(found, Mapping) else [*map(str, found)]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


class Whole(Showcase):
    """The showcase, told in a word where a test fails."""

    def __repr__(self) -> str:
        return "the showcase"


OF_FIELDS = ("guida/", "en/guide/", "dati/colonne/", "en/data/columns/")
"""The guide and the columns of the data: every field that there may be is named there, in their words."""


class Pages:
    """The built site, but for the pages that name every field."""

    def __init__(self, folder: Path, showcase: Any) -> None:
        self.folder = folder
        self.showcase = showcase
        self.urls = Urls(showcase.settings)
        files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        self.files = {path: file for path, file in files.items() if not path.startswith(OF_FIELDS)}

    def path(self, record: str, language: str) -> str:
        """The file of a record's page."""
        return f"{self.urls.record(self.showcase[ref(record)], language)}index.html"

    def html(self, path: str) -> str:
        """What stands in a file."""
        return self.files[path].read_text("utf-8")

    def main(self, path: str) -> str:
        """What stands inside <main>."""
        return re.search(r"<main\b.*</main>", self.html(path), re.DOTALL)[0]

    def text(self, record: str, language: str) -> str:
        """The words of a record's page, in one line."""
        return words(self.main(self.path(record, language)))


def words(markup: str) -> str:
    """The words of a piece of HTML, in one line, with ordinary spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


@pytest.fixture(scope="session")
def showcase():
    """The real showcase on the day of the tables."""
    checked = check(OPTIONS)
    assert checked.showcase, [(str(one.place), one.code) for one in checked.problems]
    return Whole(**{one.name: getattr(checked.showcase, one.name) for one in fields(checked.showcase) if one.init})


@pytest.fixture(scope="session")
def pages(showcase, real_site):
    """The pages of the real showcase."""
    return Pages(real_site, showcase)


def in_every_language(name):
    """What something is called: one name for all languages, or one in each."""
    return tuple(name.values()) if isinstance(name, Mapping) else (name,) * bool(name)
