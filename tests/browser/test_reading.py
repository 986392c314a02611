from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BASE
from tests.browser.site import LANGUAGES, REGISTER, SEARCH

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)


class Visits:
    """All pages of a sample opened one after the other, and what came of each."""

    def __init__(self, page: Page, site, language: str) -> None:
        self.requests: dict[str, list[str]] = {}
        self.failed: dict[str, list[str]] = {}
        self.complaints: dict[str, list[str]] = {}
        self.text: dict[str, str] = {}
        self.path = ""
        page.on("request", lambda request: self.requests[self.path].append(request.url))
        page.on("response", lambda response: self._answered(response.status, response.url))
        page.on("console", lambda message: self.complaints[self.path].append(message.text))
        page.on("pageerror", lambda error: self.complaints[self.path].append(str(error)))
        for path in site.samples(language):
            self.path = path
            for told in (self.requests, self.failed, self.complaints):
                told[path] = []
            page.goto(site.url(path), wait_until="load")
            self.text[path] = page.locator("main").inner_text()
        self.kept = page.context.storage_state(indexed_db=True)

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.failed[self.path].append(f"{status} {url}")


@pytest.fixture(scope="module")
def visits(browser, site) -> dict[str, Visits]:
    told = {}
    for language in LANGUAGES:
        context = browser.new_context()
        told[language] = Visits(context.new_page(), site, language)
        context.close()
    return told


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryPage:
    def test_there_is_one_of_each_kind(self, visits, site, language):
        home = "" if language == "it" else "en/"
        sections = {path.removeprefix(home).split("/")[0] for path in site.pages() if path.startswith(home)}
        sections -= {"en", "404.html"} if language == "it" else set()
        seen = {path.removeprefix(home).split("/")[0] for path in visits[language].text}
        assert sections <= seen

    def test_asks_nobody_else_for_anything(self, visits, site, language):
        foreign = {
            path: [url for url in urls if not url.startswith(site.address)]
            for path, urls in visits[language].requests.items()
        }
        assert {path: urls for path, urls in foreign.items() if urls} == {}

    def test_leaves_nothing_behind(self, visits, language):
        assert visits[language].kept == {"cookies": [], "origins": []}

    def test_has_all_it_asks_for(self, visits, language):
        assert {path: urls for path, urls in visits[language].failed.items() if urls} == {}

    def test_says_nothing_to_the_console(self, visits, language):
        assert {path: told for path, told in visits[language].complaints.items() if told} == {}

    def test_reads_the_same_without_scripts(self, visits, site, tab, language):
        page = tab("about:blank", java_script_enabled=False)
        for path, text in visits[language].text.items():
            page.goto(site.url(path))
            main = page.locator("main")
            if path != SEARCH[language]:
                assert main.inner_text() == text, path
            expect(main.locator("h1")).to_be_visible()


SPILLED = """() => {
    const wide = document.documentElement.clientWidth;
    const told = document.documentElement.scrollWidth > wide ? ['the page scrolls sideways'] : [];
    const apart = (node) => {  // in a box that scrolls by itself, or that only assistive technology reads
        for (let box = node.parentElement; box; box = box.parentElement) {
            const {overflowX, clipPath} = getComputedStyle(box);
            if (['auto', 'scroll'].includes(overflowX) || (clipPath !== 'none' && box.clientWidth <= 1)) return true;
        }
        return false;
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const node = words.currentNode;
        if (!node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const {left, right, width} = range.getBoundingClientRect();
        if (width && (right > wide + 1 || left < -1) && !apart(node)) told.push(node.data.trim().slice(0, 60));
    }
    return told;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_spills_over_the_side(tab, site, language):
    page = tab("about:blank")
    spilled = {}
    for path in site.samples(language):
        page.goto(site.url(path))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            spilled[path, width] = page.evaluate(SPILLED)
    assert {where: what for where, what in spilled.items() if what} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_page_says_what_to_do_without_scripts(tab, site, language):
    page = tab(site.url(SEARCH[language]), java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
    page.locator(f'main a[href="/{REGISTER[language]}"]').click()
    page.wait_for_url(site.url(REGISTER[language]))


def test_the_language_switch_leads_to_the_same_page(tab, site):
    page = tab(site.url("accordi/bicocca-polito/"))
    page.get_by_role("link", name="EN").click()
    page.wait_for_url(site.url("en/agreements/bicocca-polito/"))
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="IT").click()
    page.wait_for_url(site.url("accordi/bicocca-polito/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_switch_leads_to_the_other_language(tab, site, language):
    page = tab("about:blank")
    other = next(one for one in LANGUAGES if one != language)
    for path in site.samples(language):
        page.goto(site.url(path))
        link = page.locator(f".languages a[hreflang={other}]")
        assert link.count() == 1, path
        target = urlsplit(link.get_attribute("href")).path
        assert f'<html lang="{other}"' in site.html(target.removeprefix("/")), f"{path} → {target}"


@pytest.mark.parametrize("path", ["this/is/nowhere/", "en/nothing", "accordi/mai-esistito/", "assets/", "a.b.js"])
def test_an_unknown_address_is_answered_with_the_404_page(tab, site, path):
    page = tab("about:blank")
    response = page.goto(site.url(path))
    assert response.status == 404
    for language in LANGUAGES:
        section = page.locator(f"section[lang={language}]")
        expect(section.get_by_role("heading")).to_be_visible()
        home = "/" if language == "it" else "/en/"
        expect(section.locator(f'a[href="{home}"]')).to_be_visible()
    styled = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Titillium" in styled, "its style sheet does not depend on the depth of the address"


@pytest.mark.parametrize("path", ["", REGISTER["it"], "accordi/bicocca-polito/", SEARCH["en"], "404.html"])
def test_paper_has_no_navigation(tab, site, path):
    page = tab(site.url(path))
    page.emulate_media(media="print")
    for what in ("header nav", "form", ".skip", ".crumbs", "button"):
        assert page.locator(f"{what}:visible").count() == 0, what
    expect(page.locator("main h1").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_all_works_below_a_path(browser, below, tab, language):
    context = browser.new_context()
    visits = Visits(context.new_page(), below, language)
    context.close()
    asked = [urlsplit(url).path for urls in visits.requests.values() for url in urls]
    assert [path for path in asked if not path.startswith(BASE)] == []
    assert [urls for urls in visits.failed.values() if urls] == []
    page = tab(below.url("" if language == "it" else "en/"))
    links = {link.get_attribute("href") for link in page.locator("a[href]").all()}
    assert [href for href in links if not href.startswith((BASE, "#", "http"))] == []
    page.locator("main form input").fill("bicocca")
    page.locator("main form input").press("Enter")
    first = page.locator(".results a").first
    expect(first).to_be_visible()
    first.click()
    page.wait_for_url(f"{below.address}*/**")
    assert page.locator("h1").is_visible()
    assert page.goto(below.url("nowhere/")).status == 404
