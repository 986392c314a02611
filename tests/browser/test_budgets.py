"""What a first visit to a page costs: bytes over the wire, as a host compresses them, and requests."""

import gzip
from urllib.parse import urlsplit

import pytest

from tests.browser.site import LANGUAGES, Site

pytestmark = pytest.mark.browser

KB = 1024
FIRST_VIEW = 60 * KB
SCRIPTS = 6 * KB
STYLES = 14 * KB
REQUESTS = 6
ICON = "/icon."
"""Shown beside the page and not in it."""


def weight(site: Site, paths: list[str], ending: str = "") -> int:
    files = [site.folder / path.lstrip("/") for path in paths if path.endswith(ending)]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    return sum(
        len(file.read_bytes() if file.suffix == ".woff2" else gzip.compress(file.read_bytes())) for file in files
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_to_a_page_of_each_kind_stays_within_the_budgets(browser, site, language):
    over = []
    for path in site.samples(language):
        context = browser.new_context()
        page, requested = context.new_page(), []
        page.on("request", lambda request, requested=requested: requested.append(urlsplit(request.url).path))
        page.goto(site.url(path), wait_until="networkidle")
        context.close()
        asked = [name for name in requested if ICON not in name]
        if path == "404.html":
            asked[0] = "/404.html"
        assert any(name.endswith(".js") for name in asked), f"{path} has lost the search"
        for what, spent, allowed in (
            ("requests", len(asked), REQUESTS),
            ("bytes", weight(site, asked), FIRST_VIEW),
            ("bytes of scripts", weight(site, asked, ".js"), SCRIPTS),
            ("bytes of style sheets", weight(site, asked, ".css"), STYLES),
        ):
            if spent > allowed:
                over.append(f"{path}: {spent} {what}: {asked}")
    assert over == []
