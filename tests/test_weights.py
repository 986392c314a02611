"""What the pages of the real site weigh: what each one's first view loads, and what its HTML repeats."""

import re
from pathlib import Path
from statistics import mean, median

import pytest

from generator.view.pictures import EMBED
from tests.browser.site import Site, sent

KB = 1024
FIRST_VIEW = 52 * KB
HEAVY = 60 * KB
HTML = 11 * KB
REQUESTS = 6
AWARD = {"iniziative/polisocial-award/", "en/initiatives/polisocial-award/"}
PROJECTS = {"iniziative/polisocial-award/progetti/", "en/initiatives/polisocial-award/projects/"}
MISTAKES = {"guida/errori/", "en/guide/mistakes/"}
"""What editors look a message up in: all of them on one page."""
REGISTER = re.compile(r"accordi/(ordina/.*)?|en/agreements/(order/.*)?")
"""The register: all agreements, in whatever order."""
LOADED = re.compile(r'<link rel="(?:stylesheet|preload)" href="(/[^"]+)"|<script [^>]*src="(/[^"]+)"')
TABLE = '<table class="register">'


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, str]:
    return Site(real_site, "/").pages()


def is_heavy(path: str) -> bool:
    return path in AWARD | MISTAKES or bool(REGISTER.fullmatch(path))


def test_the_first_view_of_every_page_is_light(pages: dict[str, str], real_site: Path) -> None:
    """`tests/browser/test_loading.py` sees that a browser asks for no more than the head names."""
    weights, requests = {}, {}
    for path, html in pages.items():
        named = {style or script for style, script in LOADED.findall(html.partition("</head>")[0])}
        files = [real_site / (path if path.endswith(".html") else f"{path}index.html")]
        files += [real_site / one.removeprefix("/") for one in named]
        weights[path], requests[path] = sum(map(sent, files)), len(files)
    heaviest = sorted(weights, key=weights.__getitem__, reverse=True)[:20]
    print(*(f"{weights[path] / KB:.1f} KB {path}" for path in heaviest), sep="\n")
    assert len(weights) > 1000
    framed = {path for path in pages if path.endswith(EMBED)}
    assert {requests[path] for path in framed} == {2}, "a plain page has its style, and no script"
    others = {path: n for path, n in requests.items() if path not in framed}
    assert {path: n for path, n in others.items() if not 4 < n <= REQUESTS} == {}
    assert {path: n for path, n in weights.items() if n > (HEAVY if is_heavy(path) else FIRST_VIEW)} == {}


def test_the_html_of_an_ordinary_page_is_small(pages: dict[str, str]) -> None:
    """Ordinary is what is neither a register, whole or in part, nor the Award, nor the page of its projects, nor a
    dossier, which has all that is known on one page, nor the front door, which has every path."""
    lists = {path for path, html in pages.items() if TABLE in html and "/assets/register." in html}
    whole = {path for path in pages if path.endswith("/dossier/")} | {"proponi/", "en/propose/"}
    sizes = [len(html.encode()) for path, html in pages.items() if path not in lists | AWARD | PROJECTS | whole]
    print(f"HTML of {len(sizes)} ordinary pages: {mean(sizes):.0f} bytes on average, {median(sizes):.0f} the median")
    assert len(sizes) > 1000
    assert mean(sizes) <= HTML
