import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import HREFS, LANGUAGES, SEARCH

pytestmark = pytest.mark.browser

PAGE = {"it": "accordi/bicocca-polito/", "en": "en/agreements/bicocca-polito/"}
NEEDED = re.compile(r"/pagefind/|/(search|indexes|filters)\.[0-9a-f]+\.js|/cerca/|/en/search/")
FOCUSED = "document.activeElement.matches('dialog[open] input[name=q]')"
PHONE = {"viewport": {"width": 390, "height": 844}}


def results(page: Page) -> list[str]:
    """The addresses of the results in the overlay."""
    links = page.locator("dialog .results a").evaluate_all(HREFS)
    return [urlsplit(href).path for href in links]


@pytest.fixture
def overlay(tab, site):
    """Opens the overlay on a page by its shortcut, and types."""

    def opened(path: str, query: str = "", keys: str = "Control+k", **settings: object) -> Page:
        page = tab(site.url(path), **settings)
        page.keyboard.press(keys)
        page.wait_for_function(FOCUSED)
        if query:
            page.keyboard.type(query, delay=20)
            expect(page.get_by_role("status")).to_contain_text(query)
        return page

    return opened


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone_from_the_shortcut_to_a_result(overlay, site, language, keys):
    page = overlay(PAGE[language], "off campus", keys)
    number = int(re.search(r"\d+", page.get_by_role("status").inner_text())[0])
    assert len(results(page)) == min(number, 5)
    assert page.url == site.url(PAGE[language]), "the address is the page's own"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = results(page)[1]
    assert page.evaluate("new URL(document.activeElement.href).pathname") == second
    page.keyboard.press("Enter")
    page.wait_for_url(site.url(second.removeprefix("/")))


def test_escape_closes_and_gives_the_focus_back(tab, site):
    page = tab(site.url(PAGE["it"]))
    page.locator("main a").nth(1).focus()
    before = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Control+k")
    page.wait_for_function(FOCUSED)
    page.keyboard.type("bicocca")
    expect(page.locator("dialog .results li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.evaluate("document.activeElement.outerHTML") == before
    page.keyboard.press("Control+k")
    page.wait_for_function(FOCUSED)
    assert len(results(page)) > 0, "what was found is still there"
    page.keyboard.type("cosmesi")
    assert page.locator("dialog input[name=q]").input_value() == "cosmesi", "the old query was selected"


def test_the_first_escape_closes_it_with_text_in_the_box(overlay):
    page = overlay(PAGE["it"], "bicocca")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", ["header", "home", "lost"])
def test_typing_in_a_box_goes_on_in_the_overlay(tab, site, language, start):
    home = "" if language == "it" else "en/"
    page = tab(site.url({"header": PAGE[language], "home": home, "lost": "no/where/"}[start]))
    box = page.locator(f'form.search[action="/{SEARCH[language]}"] input').first
    box.focus()
    assert page.locator("dialog[open]").count() == 0, "nothing opens on mere focus"
    typed = "universita" if language == "it" else "university"  # a word of the other language brings its results, too
    page.keyboard.type(typed, delay=30)
    page.wait_for_function(FOCUSED)
    inside = page.locator("dialog input[name=q]")
    expect(inside).to_have_value(typed)
    expect(page.locator("dialog .results li").first).to_be_visible()
    assert page.locator("dialog").get_attribute("lang") == language
    assert all(address.startswith("/en/") == (language == "en") for address in results(page))
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    assert box.input_value() == ""


def test_a_click_in_the_box_opens_it(tab, site):
    page = tab(site.url(PAGE["it"]))
    page.locator("header input[name=q]").click()
    page.wait_for_function(FOCUSED)


def test_on_a_phone_the_button_opens_it_over_the_whole_screen(tab, site):
    page = tab(site.url(PAGE["it"]), **PHONE)
    page.locator("header form button").click()
    page.wait_for_function(FOCUSED)
    box = page.locator("dialog").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    page.keyboard.type("bicocca")
    expect(page.locator("dialog .results li").first).to_be_visible()
    page.locator("dialog .close").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator("header form button").click()
    page.wait_for_function(FOCUSED)


def test_enter_leads_to_the_search_page_with_what_is_typed_and_ticked(overlay, site):
    page = overlay(PAGE["it"], "bicocca")
    page.locator("dialog .filters").get_by_label("Accordi").check()
    expect(page.locator('dialog .results a:not([href^="/accordi/"])')).to_have_count(0)
    link = page.locator("dialog .whole a").get_attribute("href")
    page.locator("dialog input[name=q]").press("Enter")
    page.wait_for_url(re.compile(f"/{SEARCH['it']}\\?"))
    assert parse_qs(urlsplit(page.url).query) == {"q": ["bicocca"], "kind": ["Accordi"]}
    assert urlsplit(link).query == urlsplit(page.url).query


def test_the_page_behind_is_inert_and_keeps_still(overlay):
    page = overlay(PAGE["it"], "bicocca")
    page.evaluate("addEventListener('wheel', () => requestAnimationFrame(() => { window.turned = true; }))")
    page.mouse.move(5, 5)
    page.mouse.wheel(0, 600)
    page.wait_for_function("window.turned")
    assert page.evaluate("scrollY") == 0
    for _ in range(60):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
        assert inside
    page.mouse.click(5, 5)
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_shortcut_is_left_to_other_boxes(tab, site):
    page = tab(site.url(PAGE["it"]))
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.evaluate("addEventListener('keydown', (event) => { window.taken = event.defaultPrevented; })")
    page.keyboard.press("Control+k")
    assert page.evaluate("taken") is False
    assert page.locator("dialog").count() == 0


def test_the_shortcut_is_told(tab, site):
    page = tab(site.url(PAGE["it"]))
    assert page.locator("header input[name=q]").get_attribute("aria-keyshortcuts") == "Control+K Meta+K"
    hint = page.locator("header kbd")
    expect(hint).to_be_visible()
    assert hint.evaluate("kbd => getComputedStyle(kbd, '::before').content") == '"Ctrl K\u200b"'
    without = tab(site.url(PAGE["it"]), java_script_enabled=False)
    expect(without.locator("header kbd")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded_before_someone_wants_to_search(tab, site, language):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(urlsplit(request.url).path))
    page.goto(site.url(PAGE[language]), wait_until="networkidle")
    assert [path for path in requested if NEEDED.search(path)] == []
    with page.expect_response(re.compile(r"/search\.[0-9a-f]+\.js$")):
        page.locator("header input[name=q]").focus()
    page.wait_for_load_state("networkidle")
    assert [path for path in requested if "/pagefind/" in path] == [], "the index waits for the overlay"


def test_where_the_overlay_cannot_be_had_the_form_leads_to_the_search_page(tab, site):
    page = tab(site.url(PAGE["it"]))
    page.route(re.compile("/cerca/$"), lambda route: route.abort())
    box = page.locator("header input[name=q]")
    box.press_sequentially("bicocca", delay=20)
    expect(box).to_have_value("bicocca")
    box.press("Enter")
    page.wait_for_url(site.url(f"{SEARCH['it']}?q=bicocca"))


def test_on_a_phone_without_the_overlay_the_button_leads_to_the_search_page(tab, site):
    for settings in ({"java_script_enabled": False}, {}):
        page = tab(site.url(PAGE["it"]), **PHONE, **settings)
        page.route(re.compile("/cerca/$"), lambda route: route.abort())
        page.locator("header form button").click()
        page.wait_for_url(re.compile(re.escape(SEARCH["it"]) + r"\?q="))


def test_what_is_not_found_can_be_searched_in_the_other_language(overlay):
    page = overlay(PAGE["it"], "neighbourhoods")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.language") == "en"
    page.keyboard.press("Enter")
    expect(page.locator("dialog .results li[lang=en]").first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("in inglese")
