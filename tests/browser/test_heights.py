"""How far a page goes: the promise of its measures on the real content, with nothing folded but what may be."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.site import Site

pytestmark = pytest.mark.browser

HEIGHTS = {
    "/accordi/bicocca-polito/": (2600, 4200),
    "/accordi/polito-stellantis-2022/": (2600, 4200),
    "/accordi/polimi-campus-nord-protocollo-2022/": (2600, 4200),
    "/en/agreements/polimi-campus-nord-protocollo-2022/": (2600, 4200),
    "/en/agreements/bicocca-polito/": (2600, 4200),
    "/accordi/bicocca-galeazzi-2018/": (1700, 2600),
    "/en/agreements/bicocca-galeazzi-2018/": (1700, 2600),
    "/iniziative/polisocial-award/": (4500, 7000),
    "/en/initiatives/polisocial-award/": (4500, 7000),
    "/organizzazioni/politecnico-di-milano/": (4000, 6000),
    "/en/organisations/politecnico-di-milano/": (4000, 6000),
}
"""The most pixels of a page on a screen 1280 wide, and on one of 390."""
PUBLISHED = ".rest-of-links:has(.title :is([href^='/fonti/'], [href^='/en/sources/']))"
FOLDED = f"details:not(.fold, {PUBLISHED}, .tools details, header details, .editions > :not(:first-child))"
"""What is folded besides sources, what they disagree on, and all editions but the newest."""
HIDDEN = """(folded) => [...document.querySelectorAll(folded)].filter((one) => !one.open).map((one) => one.innerText)"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", HEIGHTS)
def test_a_page_is_no_longer_than_promised(tab: Callable[..., Page], site: Site, path: str, width: int) -> None:
    page = tab(site.url(path), viewport={"width": width, "height": 900 if width == 1280 else 844})
    assert page.evaluate("document.documentElement.scrollHeight") <= HEIGHTS[path][width != 1280]
    assert page.evaluate(HIDDEN, FOLDED) == []
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") >= 15
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)") >= 17
