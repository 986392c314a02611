"""The English pages are the Italian ones in other words: the same elements in one order, leading to the same pages.

Compared where both languages have the same texts, so that what is in the order of the alphabet is in one order. The
markup itself is compared in Italian (tests/test_showcase.py), the words are the catalogue's (tests/test_words.py).
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
import yaml

from tests.harness import SiteTest

WORDS = re.compile(r"aria-label|title|alt|label|download|data-(?!state|bundle|pagefind).*")
"""Attributes whose values are words of the language."""
INLINE = {"a", "b", "em", "span", "strong", "time"}
"""Elements that may stand in another order within a sentence."""
TRANSLATED = ("title", "short_title", "summary")
_FENCE = "---\n"
_PAIR = re.compile(r'<link rel="alternate" hreflang="it" href="https://finestra.example(/[^"]*)"')


def italian(value: Any) -> Any:
    """Facts whose English texts are the Italian ones."""
    if isinstance(value, dict) and value.keys() == {"it", "en"}:
        return {"it": value["it"], "en": value["it"]}
    if isinstance(value, dict):
        return {name: inner if name == "address" else italian(inner) for name, inner in value.items()}
    return [italian(inner) for inner in value] if isinstance(value, list) else value


def dumped(facts: Any) -> str:
    return yaml.safe_dump(facts, default_style='"', allow_unicode=True, sort_keys=False)


@pytest.fixture(scope="module")
def site() -> SiteTest:
    """The showcase with each text in Italian twice; without the history, as only a translation links one of its own."""
    made = SiteTest("showcase")
    for file in sorted((made.root / "content").rglob("*")):
        if file.suffix not in (".md", ".yaml") or file.name.endswith(".en.md"):
            continue
        text = file.read_text("utf-8")
        facts, body = text.split(_FENCE, 2)[1:] if file.suffix == ".md" else (text, "")
        read = yaml.load(facts, yaml.CBaseLoader)
        read.pop("history", None)
        told = dumped(italian(read))
        file.write_text(f"{_FENCE}{told}{_FENCE}{body}" if file.suffix == ".md" else told, "utf-8")
        translation = {name: read[name] for name in TRANSLATED if name in read}
        if "image" in read:
            translation["image"] = {"alt": read["image"]["alt"]}
        if file.parent.name not in ("content", "sources", "vocabularies"):
            beside = file.with_name(f"{file.name.partition('.')[0]}.en.md")
            beside.write_text(f"{_FENCE}{dumped(translation)}{_FENCE}{body}", "utf-8")
    return made.build()


class Skeleton(HTMLParser):
    """The elements of a page with what is not of its language; addresses as those of the Italian page."""

    def __init__(self, html: str, addresses: dict[str, str]) -> None:
        super().__init__()
        self.elements: list[list[str]] = [[]]
        self._addresses = addresses
        self._spans: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: self._value(name, value or "") for name, value in attrs if name not in ("lang", "hreflang")}
        if tag == "span":
            self._spans.append(bool(kept))
        if tag == "span" and not kept:  # it only tells of a text in the other language
            return
        self._add(tag, f"<{tag}{''.join(sorted(f' {name}={value!r}' for name, value in kept.items()))}>")

    def handle_endtag(self, tag: str) -> None:
        if tag != "span" or self._spans.pop():
            self._add(tag, f"</{tag}>")

    def _add(self, tag: str, said: str) -> None:
        if tag in INLINE:
            self.elements[-1].append(said)
        else:
            self.elements += [[said], []]

    def _value(self, name: str, value: str) -> str:
        if value.startswith("mailto:"):
            return value.partition("?")[0]  # what the message says
        if name in ("href", "action", "src", "srcset"):
            path, mark, anchor = value.partition("#")
            folder, slash, file = re.sub(r"[^/]+(?=\.(csv|ics|svg|png)$)", "named", path).rpartition("/")
            if folder in ("/dati/v1", "/en/data/v1"):  # a table of its language
                return f"/data{mark}{anchor}"
            here, file = folder + slash, re.sub(r"\?.*", "?", file)  # a choice is said in words of the language
            lost = "in Italian: " if here in self._addresses.values() and not file else ""
            return f"{lost}{self._addresses.get(here, here)}{file}{mark}{anchor}"
        if WORDS.fullmatch(name) or (name == "dx" and value.endswith("em")):  # it goes by how long the words are
            return ""
        return value

    def lines(self) -> list[str]:
        """A line for each element that is a block or a part of one; filters are in the order of their words."""
        lines = [" ".join(sorted(one)) for one in self.elements if one]
        if start := next((number for number, line in enumerate(lines) if "class='wrap refining'" in line), 0):
            end = lines.index("</nav>", start)
            lines[start:end] = sorted(lines[start:end])
        return lines


def pairs(site: SiteTest) -> Iterator[tuple[str, str]]:
    """Each English page after the Italian page it names."""
    for path, content in site.tree().items():
        if path.startswith("en/") and path.endswith(".html") and (pair := _PAIR.search(content.decode())):
            yield pair[1], f"/{path.removesuffix('index.html')}"


def is_visited(path: str, content: bytes) -> bool:
    """Whether visitors come to a page; what others frame they frame in one language."""
    return b'"refresh"' not in content and not path.endswith("/embed/index.html")


def test_every_page_has_its_twin(site: SiteTest) -> None:
    pages = {path for path, content in site.tree().items() if path.endswith(".html") and is_visited(path, content)}
    twins = {f"{address}index.html"[1:] for pair in pairs(site) for address in pair}
    assert pages - twins == {"404.html"}
    assert len(twins) > 150


def test_an_english_page_is_the_italian_one_in_other_words(site: SiteTest) -> None:
    addresses = {f"{english}{framed}": f"{it}{framed}" for it, english in pairs(site) for framed in ("", "embed/")}
    for it, english in pairs(site):
        assert Skeleton(site.main(english), addresses).lines() == Skeleton(site.main(it), {}).lines(), english
