"""Every page of the real site as markup: valid, reached by links, outline plain, references whole, titles marked."""

import json
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.site import LANGUAGES, SEARCH, Site, do_without
from tests.long import IS_LONG

NU = Path(__file__).parent / "browser/node_modules/vnu-jar/build/dist/vnu.jar"
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SOURCES = ("fonti/", "en/sources/")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list")
_SCANNED = re.compile(
    r"<(?P<raw>script|style)\b[^>]*>.*?</(?P=raw)>"
    r"|<(?P<end>/?)(?P<tag>[a-z]\w*)(?P<attributes>[^>]*?)(?P<closed>/?)>|(?P<text>[^<]+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass
class Outline:
    """What the markup of a page tells: its text with the language of each, headings, names, references, links."""

    headings: list[int] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    references: set[str] = field(default_factory=set)
    title: str = ""
    title_language: str = ""
    texts: list[tuple[str, str]] = field(default_factory=list)
    """Text that is no link, and its language."""
    links: list[tuple[str, str, str]] = field(default_factory=list)
    """Address, text, language of the text."""


def outline(html: str) -> Outline:
    """Read a page, which is known to be valid."""
    told = Outline()
    above: list[tuple[str, str, str]] = [("", "", "")]  # tag, language, address of the link around
    for match in _SCANNED.finditer(html):
        if (text := match["text"]) and (words := " ".join(unescape(text).split())):
            tag, language, href = above[-1]
            if href:
                told.links.append((href, words, language))
            elif tag != "title":
                told.texts.append((words, language))
            if any(name == "h1" for name, *_ in above):
                told.title, told.title_language = words, language
        elif match["end"]:
            above.pop()
        elif tag := match["tag"]:
            attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
            if re.fullmatch("h[1-6]", tag):
                told.headings.append(int(tag[1]))
            if "id" in attributes:
                told.ids[attributes["id"]] += 1
            told.references.update(*(attributes[one].split() for one in REFERENCES if one in attributes))
            if tag not in VOID and not match["closed"]:
                href = attributes.get("href", "") if tag == "a" else above[-1][2]
                above.append((tag, attributes.get("lang", above[-1][1]), href))
    assert len(above) == 1, f"{above[-1][0]} is not closed"
    return told


@pytest.fixture(scope="module")
def site(real_site: Path) -> Site:
    return Site(real_site, "")


@pytest.fixture(scope="module")
def outlines(site) -> dict[str, Outline]:
    return {path: outline(site.html(path)) for path in site.pages()}


def test_the_nu_checker_finds_no_error_in_any_page(site, tmp_path):
    """In part of them, every page type among them; `make test-long` looks at all."""
    if shutil.which("java") is None or not NU.exists():
        do_without("there is no Nu checker: it needs Java, and npm install --prefix tests/browser")
    wrong = tmp_path / "wrong.html"
    wrong.write_text('<!doctype html><html lang="it"><title>x</title><p id="a"><p id="a">', "utf-8")
    looked = {*list(site.pages())[:: 1 if IS_LONG else 24]}.union(*map(site.samples, LANGUAGES))
    files = [site.folder / (one if one.endswith(".html") else f"{one}index.html") for one in sorted(looked)]
    command = ["java", "-jar", NU, "--errors-only", "--skip-non-html", "--format", "json", wrong, *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    found = [(one["url"], one["message"]) for one in json.loads(told)["messages"]]
    assert any(url.endswith(wrong.name) for url, _ in found), "it finds nothing anywhere"
    assert [one for one in found if not one[0].endswith(wrong.name)] == []


def test_every_page_has_one_first_heading_and_skips_no_level(outlines):
    for path, told in outlines.items():
        assert told.headings.count(1) == 1, path
        assert [below for above, below in pairwise([0, *told.headings]) if below > above + 1] == [], path


def test_every_name_on_a_page_is_one_and_every_reference_finds_its_own(outlines):
    for path, told in outlines.items():
        assert [name for name, times in told.ids.items() if times > 1] == [], path
        assert told.references <= told.ids.keys(), path


def test_the_title_of_a_source_in_another_language_says_so_wherever_it_stands(outlines):
    """In its own page, crumbs and citation included, and in every link. What else has a foreign title is a name."""
    sources = {path: told for path, told in outlines.items() if path.startswith(SOURCES)}
    assert {told.title_language for path, told in sources.items() if path.startswith("en/")} == {"it", "en"}
    unmarked = [
        (path, text)
        for path, told in sources.items()
        for text, language in told.texts
        if (text == told.title or text.startswith(f"{told.title}, ")) and language != told.title_language
    ]
    for path, told in outlines.items():
        for href, text, language in told.links:
            there = sources.get(href.removeprefix("/").partition("#")[0])
            if there and text == there.title and language != there.title_language:
                unmarked.append((path, text))
    assert unmarked == []


def test_links_alone_lead_to_every_page(site, outlines):
    begin = ["", "guida/", "en/guide/"]  # no page leads to the guide
    reached, ahead = {*begin, "404.html", *SEARCH.values()}, begin  # forms lead to the search
    while ahead:
        for href, *_ in outlines[ahead.pop()].links:
            path = href.removeprefix("/").partition("#")[0]
            if path in outlines and path not in reached:
                reached.add(path)
                ahead.append(path)
    assert {path for path in outlines if 'http-equiv="refresh"' not in site.html(path)} == reached
