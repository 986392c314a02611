"""The bar at the head of every page, the crumbs and the foot: measures, keys, large letters, no scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.site import LANGUAGES, SEARCH
from tests.browser.visits import BROKEN, LARGE

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390, 600, 768, 992, 1152, 1280, 1920)
RECORD = {"it": "accordi/bicocca-polito/", "en": "en/agreements/bicocca-polito/"}
HEIGHT = "document.querySelector('header').getBoundingClientRect().height"
ONE_BAR = """() => {  // whether all that the bar shows stands beside its neighbour, none below it
    const shown = [...document.querySelectorAll('.top > *')].filter((one) => one.checkVisibility());
    const tops = shown.map((one) => one.getBoundingClientRect()).map(({top, height}) => top + height / 2);
    return Math.max(...tops) - Math.min(...tops) < 12;
}"""
SMALL = """() => [...document.querySelectorAll('header :is(a, button, input), .crumbs a, footer a')]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
    .filter(([{width, height}]) => width < 24 || height < 24).map(([, said]) => said)"""


def screen(width):
    return {"width": width, "height": 844}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_is_one_low_bar_at_every_width(tab, site, language):
    page = tab(site.url(RECORD[language]))
    for width in WIDTHS:
        page.set_viewport_size(screen(width))
        assert page.evaluate(HEIGHT) <= 100, width
        assert page.evaluate(ONE_BAR), width
        assert page.evaluate(SMALL) == [], width


def test_a_crumb_of_few_letters_is_large_enough_to_hit(tab, site):
    short = re.compile(r'<nav class="crumbs wrap".*?<a [^>]*>[^<]{1,3}</a>.*?</nav>', re.DOTALL)
    paths = [path for path, html in site.pages().items() if short.search(html)]
    assert paths
    for path in paths[:5]:
        assert tab(site.url(path)).evaluate(SMALL) == [], path


@pytest.mark.parametrize("path", ["", "accordi/bicocca-polito/", "en/", "en/agreements/bicocca-polito/"])
def test_with_letters_of_twice_the_size_no_word_is_broken(tab, site, path):
    page = tab(site.url(path))
    page.evaluate(LARGE)
    for width in (390, 1280):
        page.set_viewport_size(screen(width))
        assert page.evaluate(BROKEN, "header, .crumbs, footer") == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_and_closes_by_the_keys(tab, site, language, scripts):
    page = tab(site.url(RECORD[language]), viewport=screen(390), java_script_enabled=scripts)
    first = page.locator("#menu li a").first
    expect(first).to_be_hidden()
    page.locator(".menu").focus()
    page.keyboard.press("Enter")
    expect(first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#menu .close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(page.locator(".menu")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first).to_be_hidden()


def test_the_menu_of_a_phone_closes_by_a_touch_beside_it(tab, site):
    page = tab(site.url(RECORD["it"]), viewport=screen(390))
    page.locator(".menu").click()
    expect(page.locator("#menu a[aria-current]")).to_have_text("Accordi")
    page.mouse.click(195, 800)
    expect(page.locator("#menu li").first).to_be_hidden()


def test_browsers_without_popovers_show_the_panes_open(tab, site):
    """Where no selector is known for what is open, the rule that hides the panes does not hold."""
    page = tab(site.url(RECORD["it"]), viewport=screen(390))
    page.evaluate(
        """() => {
            document.querySelector('#menu').removeAttribute('popover');
            const walk = (rules, parent) => [...rules].forEach((rule, at) => {
                if (rule.selectorText?.includes(':popover-open')) hide.push([parent, at]);
                else if (rule.cssRules) walk(rule.cssRules, rule);
            });
            const hide = [];
            for (const sheet of document.styleSheets) walk(sheet.cssRules, sheet);
            hide.reverse().forEach(([parent, at]) => parent.deleteRule(at));
        }"""
    )
    expect(page.locator("#menu li").last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_crumbs_do_not_repeat_the_page(tab, site):
    page = tab(site.url(RECORD["it"]))
    assert page.locator(".crumbs li").all_inner_texts() == ["Home", "Accordi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_has_what_the_law_asks_for(tab, site, language):
    page = tab(site.url(RECORD[language]))
    for element in ("accessibility-link", "privacy-policy-link"):
        expect(page.locator(f"footer a[data-element={element}]")).to_be_visible()
    expect(page.locator("footer .placeholder").first).to_be_visible()
    page.set_viewport_size(screen(1280))
    assert page.locator("footer").bounding_box()["height"] <= 160


@pytest.mark.parametrize("width", [390, 1280])
def test_the_banner_of_a_demonstration_is_one_line(tab, site, width):
    page = tab(site.url(RECORD["it"]), viewport=screen(width))
    assert page.locator(".demonstration").bounding_box()["height"] <= 30
    expect(page.locator(".demonstration")).to_contain_text("non è un canale ufficiale")


def test_in_forced_colours_the_pane_of_the_page_is_still_told_apart(tab, site):
    page = tab(site.url(RECORD["it"]), viewport=screen(1280), forced_colors="active")
    weights = page.locator("#menu a").evaluate_all("all => all.map((one) => getComputedStyle(one).fontWeight)")
    assert sorted(weights)[-2:] == ["400", "600"]
    lines = page.locator("#menu a").evaluate_all("all => all.map((one) => getComputedStyle(one).textDecorationLine)")
    assert len(set(lines)) == 2, "a line is drawn where shadows are not"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lens_of_a_phone_leads_to_the_search_without_scripts(tab, site, language):
    page = tab(site.url(RECORD[language]), viewport=screen(390), java_script_enabled=False)
    page.locator("header form button").click()
    page.wait_for_url(site.url(f"{SEARCH[language]}?q="))
