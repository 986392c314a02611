"""Text is text wherever it comes out: signs of markup in any field of any kind are never markup of a page."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from generator.output.content_policy import WAITING
from tests.harness import SiteTest, text_of

MARK = """<script>&"'"""
MARK_IN_TEX = """<script>\\&"'"""
MARK_IN_MARKUP = escape(MARK)
SCRIPTS = {"application/json", "application/ld+json", "module"}
IGNORED = {"markup-in-fact", "required-field", "stale-translation", "untraced-figure", "untranslated"}
"""What follows from the mark in another value, or in the Italian of a translation, or is told without it, too."""
_WRITTEN = json.dumps(f" {MARK}")[1:-1]
_FENCE = "---\n"


def marked(value: Any) -> Any:
    """Facts with the mark at the end of every value."""
    if isinstance(value, dict):
        return {name: marked(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [marked(inner) for inner in value]
    return f"{value} {MARK}"


def mark(site: SiteTest, path: str) -> None:
    """Write a file of the content anew, each of its values on a line of its own and marked."""
    text = site.read(path)
    before, facts, body = text.split(_FENCE, 2) if text.startswith(_FENCE) else ("", text, "")
    plain = yaml.load(facts, yaml.CBaseLoader)
    dumped = yaml.safe_dump(marked(plain), default_style='"', allow_unicode=True, sort_keys=False, width=10_000)
    site.write(path, _FENCE.join((before, dumped, body)) if text.startswith(_FENCE) else dumped)


def unmark(site: SiteTest) -> bool:
    """Take the mark back where a value cannot hold it: at each problem, or on the next line that has one."""
    places = {(one.place.path, one.place.line) for one in site.found if one.code not in IGNORED}
    for path, line in sorted(places):
        above, below = site.read(path).split("\n")[: line - 1], site.read(path).split("\n")[line - 1 :]
        site.write(path, "\n".join([*above, "\n".join(below).replace(_WRITTEN, "", 1)]))
    return bool(places)


@pytest.fixture(scope="module")
def site() -> SiteTest:
    """The showcase with the mark in every value that can be any text: the checks tell which."""
    made = SiteTest("showcase")
    for file in sorted((made.root / "content").rglob("*")):
        if file.suffix in (".md", ".yaml") and "istat:" not in file.read_text("utf-8"):  # whose title a table knows
            mark(made, file.relative_to(made.root).as_posix())
    while unmark(made.check()):
        pass
    made.build()
    assert made.built and made.built.published, made.codes()
    return made


class Tags(HTMLParser):
    """What a browser takes a page for: its elements with their attributes, its texts, the data in its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.programs: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        (self.programs if self.lasttag == "script" and data.strip() else self.texts).append(data)


def pages(site: SiteTest) -> Iterator[tuple[str, Tags]]:
    for path, content in site.tree().items():
        if path.endswith(".html"):
            yield path, Tags(content.decode().replace(f"<script>{WAITING}</script>", ""))


def spoilt(texts: list[str]) -> list[str]:
    """The texts in which something is left of a mark that is not whole."""
    bare = ((text, text.replace(mark_in(text), "")) for text in texts)
    return [text for text, rest in bare if re.search("script>|&(?:lt|gt|amp|quot|#\\d+);", rest)]


def mark_in(text: str) -> str:
    """How the mark is written: an entry of BibTeX does so as TeX, what is to be copied into a page as markup."""
    if text.startswith("@misc{"):
        return MARK_IN_TEX
    return MARK_IN_MARKUP if text.startswith(("<iframe ", "<section ")) else MARK


def leaves(value: Any) -> Iterator[str]:
    """Every text of a JSON value."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    elif isinstance(value, str):
        yield value


def test_every_kind_is_marked(site: SiteTest) -> None:
    counts: Counter[str] = Counter()
    for file in (site.root / "content").glob("*/**/*.*"):
        if file.suffix in (".md", ".yaml"):
            counts[file.relative_to(site.root / "content").parts[0]] += file.read_text("utf-8").count(_WRITTEN)
    assert all(counts.values()), counts
    assert counts.total() > 250, counts


def test_no_text_is_markup_of_a_page(site: SiteTest) -> None:
    for path, page in pages(site):
        assert {attributes.get("type") for tag, attributes in page.tags if tag == "script"} <= SCRIPTS, path
        names = {name for _, attributes in page.tags for name in attributes}
        assert [name for name in names if not re.fullmatch("[a-z][a-zA-Z0-9:-]*", name)] == [], path


def test_every_text_of_a_page_comes_out_as_it_was_written(site: SiteTest) -> None:
    for path, page in pages(site):
        values = [value for _, attributes in page.tags for value in attributes.values()]
        assert spoilt([*page.texts, *values]) == [], path
        assert spoilt([text for program in page.programs for text in leaves(json.loads(program))]) == [], path


def test_the_title_of_every_record_is_whole(site: SiteTest) -> None:
    files = site.tree()
    beside = [path for path in files if path.endswith("index.html") and path.replace(".html", ".json") in files]
    own = [path for path in beside if not path.endswith("luoghi/aglie/index.html")]  # it is called as a table calls it
    records = [path for path in own if b'http-equiv="refresh"' not in files[path]]
    titles = {path: re.search(r"<h1\b[^>]*>(.*?)</h1>", files[path].decode()) for path in records}
    assert [path for path, title in titles.items() if not title or unescape(text_of(title[1])).count(MARK) != 1] == []
    assert len(records) >= 40


def test_every_text_of_a_feed_comes_out_as_it_was_written(site: SiteTest) -> None:
    feeds = [content for path, content in site.tree().items() if path.endswith(".xml")]
    elements = [element for feed in feeds for element in ElementTree.fromstring(feed).iter()]
    texts = [text for one in elements for text in (one.text or "", *one.attrib.values())]
    assert spoilt(texts) == []
    assert sum(MARK in text for text in texts) > 50


def test_every_text_of_the_data_comes_out_as_it_was_written(site: SiteTest) -> None:
    data = [json.loads(content) for path, content in site.tree().items() if path.endswith("index.json")]
    words = [said for one in data for said in one.get("words", {}).values()]
    as_shown = [unescape(text_of(said.pop("html"))) for said in words if "html" in said]
    texts = [*as_shown, *(text for one in data for text in leaves(one))]
    assert spoilt(texts) == [] and len(as_shown) > 5
    assert sum(MARK in text for text in texts) > 250
