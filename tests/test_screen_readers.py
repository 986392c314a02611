"""The scripts for screen readers tell what is on the pages they lead through."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.browser.site import Site

SCRIPTS = Path(__file__).with_name("screen-readers.md").read_text("utf-8")
JOURNEYS = dict(re.findall(r"^## (\d\. .*?)\n(.*?)(?=^## |\Z)", SCRIPTS, re.DOTALL | re.MULTILINE))
_LABELS = re.compile(r' (?:aria-label|title|data-label)="([^"]*)"')


def words(html: str) -> str:
    """All that a page may say: its text and its labels."""
    text = re.sub(r"<[^>]+>", "", html)
    return " ".join(unescape(f"{text} {' '.join(_LABELS.findall(html))}").split())


def test_there_are_five_journeys() -> None:
    assert len(JOURNEYS) == 5
    assert all("\nResult — NVDA: " in journey for journey in JOURNEYS.values())


@pytest.mark.parametrize("name", JOURNEYS)
def test_what_must_be_heard_is_on_the_pages(name: str, real_site: Path) -> None:
    site = Site(real_site, "")
    pages = re.findall(r"`([^`]*)`", re.search(r"^Pages: (.*)$", JOURNEYS[name], re.MULTILINE)[1])
    said = " ".join(words(site.html(page.removeprefix("/"))) for page in pages)
    heard = re.findall(r"\*\*(.+?)\*\*", JOURNEYS[name])
    assert len(heard) > 5
    assert [one for one in heard if one not in said] == []
