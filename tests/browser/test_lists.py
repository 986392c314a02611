"""Lists as they are seen: how high pages and rows are, what pictures lead to, on sites of few and of many records."""

import pytest

from tests.browser.site import LANGUAGES, served
from tests.browser.visits import SPILLED
from tests.full import full_site
from tests.long import IS_LONG

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HEIGHTS = {
    "cantieri/": (1900, 3500),
    "en/cantieri/": (1900, 3500),
    "organizzazioni/": (3400, 4400),
    "indicatori/": (2900, 4200),
    "temi/": (1100, 2200),
    "reti/": (2500, 3200),
    "iniziative/": (2900, 3600),
    "piani/piao-polito-2025-2027/": (2600, 4400),
}
"""The most pixels that a page takes, on a wide screen and on a phone."""
ROWS = ("reti/", "iniziative/", "persone/", "fonti/", "temi/topics/ricerca/", "en/networks/", "en/sources/")
FULL = ("organizzazioni", "indicatori", "cantieri", "reti", "fonti", "persone", "temi", "piani/piano")
TALL = "all => all.map(one => one.getBoundingClientRect().height)"
DOORS = """all => all.map(one => [one.getAttribute('href'), one.tabIndex, one.title || one.textContent.trim()])"""
HIT = """figure => {
    const {left, top, width, height} = figure.querySelector('svg').getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2).closest('a')?.getAttribute('href');
}"""


@pytest.mark.parametrize("path", HEIGHTS)
def test_a_list_is_no_longer_than_it_must_be(tab, site, path):
    for screen, most in zip((WIDE, PHONE), HEIGHTS[path], strict=True):
        page = tab(site.url(path), viewport=screen)
        assert page.evaluate("document.documentElement.scrollHeight") <= most


@pytest.mark.parametrize("path", ROWS)
def test_a_row_takes_two_lines(tab, site, path):
    heights = tab(site.url(path), viewport=WIDE).locator(".rows > li").evaluate_all(TALL)
    assert heights and max(heights) <= 64


@pytest.mark.parametrize("screen", [WIDE, PHONE])
def test_names_and_strips_are_large_enough_to_hit(tab, site, screen):
    for path, links in (
        ("organizzazioni/", ".names a"),
        ("temi/", ".names a"),
        ("piani/piao-polito-2025-2027/", ".strips > li"),
        ("indicatori/", ".years li > *"),
    ):
        heights = tab(site.url(path), viewport=screen).locator(links).evaluate_all(TALL)
        assert heights and min(heights) >= 24, path


def test_names_stand_in_three_columns_and_on_a_phone_in_one(tab, site):
    left = "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().left)))].length"
    for screen, columns in ((WIDE, 3), (PHONE, 1)):
        page = tab(site.url("organizzazioni/"), viewport=screen)
        assert page.locator(".names a").evaluate_all(left) == columns
        assert page.locator(".pager").count() == 0
        assert page.locator(".partners").is_visible() == (columns == 3), "on a phone the list takes its place"


def test_a_heading_never_stands_at_the_foot_of_a_column(tab, site):
    page = tab(site.url("organizzazioni/"), viewport=WIDE)
    apart = page.locator(".columns .group").evaluate_all(
        """all => all.filter((group) => {
            const [head, first] = ['h2', 'li'].map((one) => group.querySelector(one).getBoundingClientRect());
            return first.top < head.top;
        }).map((group) => group.id)"""
    )
    assert apart == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cantiere_is_a_window_with_a_picture_that_is_a_door(tab, site, language):
    page = tab(site.url("cantieri/" if language == "it" else "en/cantieri/"), viewport=WIDE)
    figures = page.locator(".windows > .glass > figure")
    assert figures.count() == page.locator(".windows > li").count() == 5
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        assert figure.evaluate(HIT) == figure.locator("figcaption a").get_attribute("href")


@pytest.mark.parametrize("path", ["indicatori/made-risorse/", "indicatori/"])
def test_what_a_picture_leads_to_stands_in_words_too(tab, site, path):
    page = tab(site.url(path), viewport=WIDE)
    doors = page.locator("[aria-hidden] a, a[aria-hidden]").evaluate_all(DOORS)
    plain = page.locator("main a:not([aria-hidden], [aria-hidden] a)").evaluate_all(DOORS)
    assert doors
    assert {index for _, index, _ in doors} == {-1}
    assert all(name for *_, name in doors)
    assert {href for href, *_ in doors} <= {href for href, *_ in plain}


@pytest.mark.parametrize("records", [2, 50, 480] if IS_LONG else [480])
def test_a_site_of_any_size_has_its_lists_on_any_screen(tab, tmp_path_factory, records):
    with served(full_site(tmp_path_factory, records)) as site:
        page = tab("about:blank")
        spilled = {}
        for path in (f"{one}/" for one in FULL):
            if path not in site.pages():
                continue
            page.goto(site.url(path))
            for width in (320, 768, 1920):
                page.set_viewport_size({"width": width, "height": 900})
                if told := page.evaluate(SPILLED):
                    spilled[path, width] = told
        assert spilled == {}
