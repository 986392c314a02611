from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.view.bodies import PageBody
from generator.view.lists import SearchForm
from generator.view.outputs import Card, Frame, HtmlPage, Link
from generator.words import Words, words_for

Writer = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def english() -> Words:
    return words_for("en")


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write files below a folder, "templates" unless told, and tell where it is."""

    def written(files: dict[str, str | bytes], folder: str = "templates") -> Path:
        for name, content in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / folder

    return written


@pytest.fixture
def page() -> HtmlPage:
    search = SearchForm(action="/search/", query_label="Search", button="Search", shortcut="Opens the search")
    frame = Frame(
        site_title="A showcase",
        home="/",
        navigation=(),
        demonstration=(),
        obligations=(),
        service=(),
        feed=Link("Feed", "/feed.xml"),
        search=search,
        styles={"vetrina.css": "/assets/style.css"},
        icon="/assets/icon.svg",
        fonts=(),
        scripts={},
        noindex=False,
    )
    return HtmlPage(
        path="method/index.html",
        href="/method/",
        language="en",
        body=PageBody("The <method>", "", Markup("<p>Prose</p>"), ()),
        frame=frame,
        title="The method",
        description="",
        canonical="https://showcase.example/method/",
        alternates=(),
        crumbs=(),
        switch=(),
        card=Card("card.png", "https://showcase.example/card.png", "A showcase", "", "A title", "", "", (), ()),
    )
