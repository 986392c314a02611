"""Journeys by the keys alone, one after the other as a reader presses them: no mouse, no focus that a script gives."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import LANGUAGES, REGISTER, Site

pytestmark = pytest.mark.browser

ROWS = {"accordi/": ".register tbody tr:has(td):visible", "organizzazioni/": ".names > li:visible"}
FACET = {"accordi/": "universita", "organizzazioni/": "natura"}


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on an element of this selector."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"Tab never comes to {wanted}")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_leads_to_a_section_and_says_that_one_is_there(tab, site, language, width):
    page = tab(site.url("" if language == "it" else "en/"), viewport={"width": width, "height": 844})
    if width < 1000:
        tab_to(page, ".menu")
        page.keyboard.press("Enter")
        expect(page.locator("#menu li").first).to_be_visible()
    tab_to(page, f'#menu a[href="/{REGISTER[language]}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(site.url(REGISTER[language]))
    current = page.locator("#menu [aria-current]")
    expect(current).to_have_count(1)
    assert current.get_attribute("href") == f"/{REGISTER[language]}"
    assert current.get_attribute("aria-current") == "page"


def opened(page: Page, width: int, fold: str) -> None:
    """Open a fold of the line of filters by the keys."""
    if width < 1000 and not page.evaluate("document.querySelector('.line').open"):
        tab_to(page, ".line > summary")
        page.keyboard.press("Enter")
    tab_to(page, f".toolbar {fold} > summary")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ROWS)
def test_filters_are_chosen_told_shared_and_undone(tab, site: Site, path, width):
    page = tab(site.url(path), viewport={"width": width, "height": 844})
    for box in page.locator(".unfold input:visible").all():
        box.check()
    everything = page.locator(ROWS[path]).count()
    choice = f"a[data-facet={FACET[path]}]"
    opened(page, width, f".choices:has({choice})")
    tab_to(page, choice)
    word = page.evaluate("document.activeElement.dataset.word")
    left = int(page.locator(":focus b").inner_text())
    page.keyboard.press("Enter")
    status = page.get_by_role("status").filter(has_text="In elenco")
    expect(status).to_have_text(f"In elenco: {left} su {everything}")
    expect(page.locator(ROWS[path])).to_have_count(left)
    assert page.evaluate("document.activeElement.localName") == "summary"
    assert page.locator(f"{choice}[data-word={word}]").first.get_attribute("aria-current") == "true"
    assert parse_qs(urlsplit(page.url).query) == {FACET[path]: [word]}
    expect(tab(page.url, viewport={"width": width, "height": 844}).locator(ROWS[path])).to_have_count(left)
    tab_to(page, ".chips a")
    page.keyboard.press("Enter")
    expect(page.locator(ROWS[path])).to_have_count(everything)
    assert not urlsplit(page.url).query


@pytest.mark.parametrize("width", [390, 1280])
def test_a_list_is_sorted_by_the_keys_and_it_is_told(tab, site: Site, width):
    page = tab(site.url(REGISTER["it"]), viewport={"width": width, "height": 844})
    tab_to(page, ".sorts > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-order=titolo]")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(".register .heading:visible")).to_have_count(0)
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_the_other_language_has_the_same_page(tab, site: Site):
    page = tab(site.url("accordi/bicocca-polito/"))
    for language, path in (("en", "en/agreements/bicocca-polito/"), ("it", "accordi/bicocca-polito/")):
        tab_to(page, f".languages a[hreflang={language}]")
        page.keyboard.press("Enter")
        page.wait_for_url(site.url(path))
        assert page.locator("html").get_attribute("lang") == language


def test_the_sums_of_an_award_are_one_stop_a_picture_and_arrows_go_through_them(tab, site: Site):
    page = tab(site.url("iniziative/polisocial-award/"))
    pictures = page.locator(".money")
    assert pictures.count() == 2
    for picture in pictures.all():
        links = picture.locator("a:not([aria-hidden])")
        assert links.count() > 1
        assert picture.locator("a:not([aria-hidden]):not([tabindex='-1'])").count() == 1
        links.first.focus()
        for at in (*range(1, links.count()), links.count() - 1):
            page.keyboard.press("ArrowDown")
            expect(links.nth(at)).to_be_focused()
        page.keyboard.press("Home")
        expect(links.first).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.money')")
