"""Places as they are seen: how long their pages are, what their maps lead to, on paper and for all readers."""

import pytest
from playwright.sync_api import Page

from tests.browser.site import served
from tests.browser.test_accessibility import axe, violations  # noqa: F401  (a fixture)
from tests.browser.visits import SPILLED
from tests.harness import SiteTest
from tests.test_places import initiative, spot, town

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HEIGHTS = {
    "luoghi/milano/": (2600, 4200),
    "en/places/milano/": (2600, 4200),
    "luoghi/": (1500, 2600),
    "en/places/": (1500, 2600),
    "iniziative/off-campus/": (2600, 4200),
    "luoghi/cascina-nosedo/": (1500, 2200),
}
"""The most pixels that a page takes, on a wide screen and on a phone."""
MARKS = """all => all.map((one) => [one.tabIndex, one.querySelector('title').textContent,
    !!document.querySelector(one.getAttribute('href'))])"""
BOXES = """all => all.map((one) => {
    const {x, y, right, bottom} = one.getBoundingClientRect();
    return [x, y, right, bottom];
})"""


@pytest.fixture(scope="module")
def mapped(tmp_path_factory):
    """A town whose places have points, two of them in one, one without."""
    site = town(town(SiteTest(), "valdombra"), "milano", "015146")
    town(site, "torino", "001272")
    for at, (north, east) in enumerate([("45.46", "9.19"), ("45.46", "9.19"), ("45.48", "9.23"), ("45.43", "9.22")]):
        point = f"point: {{latitude: '{north}', longitude: '{east}', source: comunicato-mobilita}}\n"
        spot(site, f"sala-{at}", "valdombra", point)
        initiative(site, f"festa-{at}", f"sala-{at}")
    spot(site, "altrove", "valdombra")
    site.build(out=tmp_path_factory.mktemp("mapped") / "site")
    with served(site.out) as shown:
        yield shown


@pytest.mark.parametrize("path", HEIGHTS)
def test_a_page_of_places_is_no_longer_than_promised(tab, site, path):
    for screen, most in zip((WIDE, PHONE), HEIGHTS[path], strict=True):
        page = tab(site.url(path), viewport=screen)
        assert page.evaluate("document.documentElement.scrollHeight") <= most


@pytest.mark.parametrize("path", ["luoghi/", "en/places/"])
def test_every_mark_of_a_map_is_a_door_to_the_list_beside_it(tab, site, path):
    page = tab(site.url(path), viewport=WIDE)
    marks = page.locator(".map .marks a").evaluate_all(MARKS)
    assert len(marks) >= 3
    assert all(name and found for _, name, found in marks), "one has no name or leads nowhere"
    numbers = page.locator(".columns .badge").all_inner_texts()
    assert set(page.locator(".map .number").all_text_contents()) <= set(numbers)


@pytest.mark.parametrize("screen", [WIDE, PHONE, {"width": 320, "height": 640}])
def test_marks_are_apart_inside_their_frame_and_large_enough(tab, mapped, screen):
    page: Page = tab(mapped.url("luoghi/valdombra/"), viewport=screen)
    (left, top, right, bottom) = page.locator(".map .glass").evaluate_all(BOXES)[0]
    boxes = page.locator(".map rect").evaluate_all(BOXES)
    assert len(boxes) == 4
    for at, (x, y, far, low) in enumerate(boxes):
        assert round(far - x, 2) >= 24 <= round(low - y, 2), "but for what a browser's halves of pixels lose"
        assert left <= x and top <= y and far <= right and low <= bottom
        apart = [max(abs(x - u), abs(y - v)) for u, v, *_ in boxes[:at]]
        assert all(round(distance, 2) >= 24 for distance in apart)
    assert page.evaluate(SPILLED) == []


def test_a_mark_shows_the_row_it_leads_to(tab, mapped):
    page: Page = tab(mapped.url("luoghi/valdombra/"), viewport=WIDE)
    page.locator(".map a").first.click()
    assert page.evaluate("document.querySelector(':target').id").startswith("place-sala-")


@pytest.mark.parametrize("screen", [WIDE, PHONE])
def test_axe_finds_nothing_on_a_page_with_a_map(tab, mapped, site, axe, screen):  # noqa: F811
    found = violations(tab(mapped.url("luoghi/valdombra/"), viewport=screen), axe)
    for path in ("luoghi/milano/", "en/places/", "iniziative/off-campus/"):
        found += violations(tab(site.url(path), viewport=screen), axe)
    assert not found, "\n".join(found)


def test_the_map_is_printed_with_its_list(tab, mapped):
    page: Page = tab(mapped.url("luoghi/valdombra/"), viewport={"width": 695, "height": 900}, media="print")
    assert page.locator(".map").is_visible()
    assert page.locator(".sites > li").count() == 5
    assert page.evaluate(SPILLED) == []


def test_names_of_places_are_large_enough_to_hit(tab, site):
    tall = "all => all.map(one => one.getBoundingClientRect().height)"
    assert min(tab(site.url("luoghi/"), viewport=PHONE).locator(".names a").evaluate_all(tall)) >= 24
