import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.servers import BELOW, below
from tests.browser.site import HREFS, LANGUAGES, REGISTER, SEARCH, served
from tests.browser.visits import SCREEN, LongVisits, Visits, any_of, read
from tests.harness import SiteTest
from tests.long import IS_LONG

pytestmark = pytest.mark.browser

SCRIPT = re.compile(r'<script[^>]* src="?([^" >]+)')
"""Pages that run the same scripts are alike: `make test` reads one in four of them without, `make test-long` each."""


@pytest.fixture(scope="module")
def visits(browser, site) -> dict[str, LongVisits]:
    told = {}
    for language in LANGUAGES:
        context = browser.new_context(viewport=SCREEN)
        told[language] = LongVisits(context.new_page(), site, language)
        context.close()
    return told


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryPage:
    def test_there_is_one_of_each_kind(self, site, language):
        home = "" if language == "it" else "en/"
        sections = {path.removeprefix(home).split("/")[0] for path in site.pages() if path.startswith(home)}
        sections -= {"en", "404.html"} if language == "it" else set()
        seen = {path.removeprefix(home).split("/")[0] for path in site.samples(language)}
        assert sections <= seen

    def test_spills_nothing_over_the_side(self, visits, language):
        assert any_of(visits[language].spilled) == {}

    def test_in_forced_colours_words_are_read_and_marks_told_apart(self, visits, site, language):
        assert any_of(visits[language].faint) == {}
        assert any_of(visits[language].alike) == {}
        keys = {path: found for path, found in visits[language].keys.items() if found}
        assert set(keys) == {path for path in visits[language].text if 'class="key"' in site.html(path)}
        assert max(len(marks) for marks in keys[REGISTER[language]]) >= 5, "there are marks to tell apart"

    def test_at_400_percent_what_sticks_is_small(self, visits, language):
        assert any_of(visits[language].large) == {}

    def test_what_can_be_touched_is_large_enough(self, visits, language):
        assert any_of(visits[language].narrow) == {}

    def test_in_letters_of_twice_the_size_no_word_is_broken(self, visits, language):
        assert any_of(visits[language].broken) == {}

    def test_on_paper_all_is_open(self, visits, language):
        assert any_of(visits[language].folded) == {}
        assert visits[language].folds > 3, "there is something to open"

    def test_keeps_still_where_motion_is_unwelcome(self, visits, language):
        assert any_of(visits[language].moving) == {}

    def test_asks_nobody_else_for_anything(self, visits, site, language):
        foreign = {
            path: [url for url in urls if not url.startswith(site.address)]
            for path, urls in visits[language].requests.items()
        }
        assert any_of(foreign) == {}

    def test_leaves_nothing_behind(self, visits, language):
        assert visits[language].kept == {"cookies": [], "origins": []}

    def test_has_all_it_asks_for(self, visits, language):
        assert any_of(visits[language].failed) == {}

    def test_says_nothing_to_the_console(self, visits, language):
        assert any_of(visits[language].complaints) == {}

    def test_reads_the_same_without_scripts(self, visits, site, tab, language):
        page = tab("about:blank", java_script_enabled=False)
        kinds: dict[tuple[str, ...], list[str]] = {}
        for path in visits[language].text:
            kinds.setdefault(tuple(sorted(set(SCRIPT.findall(site.html(path))))), []).append(path)
        for path in (path for alike in kinds.values() for path in (alike if IS_LONG else alike[::6])):
            page.goto(site.url(path))
            main = page.locator("main")
            if path != SEARCH[language]:
                assert read(page) == visits[language].text[path], path
            expect(main.locator("h1")).to_be_visible()


def test_the_search_runs_by_the_policy_of_its_page(browser, site):
    """In a window that heeds it, as those of visitors do."""
    context, complaints = browser.new_context(), []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site.url(f"{SEARCH['it']}?q=bicocca"))
    expect(page.locator(".finder .results li").first).to_be_visible()
    page.goto(site.url(REGISTER["it"]))
    page.keyboard.press("Control+k")
    page.locator("dialog input[name=q]").fill("bicocca")
    expect(page.locator("dialog .results li").first).to_be_visible()
    context.close()
    assert complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_page_says_what_to_do_without_scripts(tab, site, language):
    page = tab(site.url(SEARCH[language]), java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
    page.locator(f'main a[href="/{REGISTER[language]}"]').click()
    page.wait_for_url(site.url(REGISTER[language]))


def test_the_language_switch_leads_to_the_same_page(tab, site):
    page = tab(site.url("accordi/bicocca-polito/"))
    page.locator(".languages a[hreflang=en]").click()
    page.wait_for_url(site.url("en/agreements/bicocca-polito/"))
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".languages a[hreflang=it]").click()
    page.wait_for_url(site.url("accordi/bicocca-polito/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_switch_leads_to_the_other_language(site, language):
    other = next(one for one in LANGUAGES if one != language)
    for path in site.samples(language):
        switch = re.findall(rf'<a[^>]* href="/([^"]*)" hreflang="{other}"', site.html(path))
        assert len(switch) == 1, path
        assert f'<html lang="{other}"' in site.html(switch[0]), f"{path} → {switch[0]}"


def test_without_a_counterpart_the_switch_leads_to_the_section_and_says_so(tab):
    made = SiteTest("showcase").remove("content/agreements/mobilita.en.md")
    with served(made.build().out) as site:
        page = tab(site.url("accordi/mobilita/"))
        link = page.locator(".languages a[hreflang=en]")
        told = link.get_attribute("title")
        assert "sezione" in told and told in link.inner_text()
        link.click()
        page.wait_for_url(site.url("en/agreements/"))


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
    for what in ("header nav", "form", ".skip", ".crumbs", ".toolbar", "button:not(.term)"):
        assert page.locator(f"{what}:visible").count() == 0, what
    expect(page.locator("main h1").first).to_be_visible()


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """A small site below a path of its host."""
    with served(below(tmp_path_factory), BELOW) as site:
        yield site


@pytest.mark.parametrize("language", LANGUAGES if IS_LONG else LANGUAGES[:1])
def test_it_all_works_below_a_path(browser, moved, tab, language):
    home = "" if language == "it" else "en/"
    context = browser.new_context()
    visits = Visits(context.new_page(), moved, moved.samples(language)[:: 1 if IS_LONG else 3])
    context.close()
    asked = [urlsplit(url).path for urls in visits.requests.values() for url in urls]
    assert [path for path in asked if not path.startswith(BELOW)] == []
    assert any_of(visits.failed) == {}
    page = tab(moved.url(home))
    links = set(page.locator("a[href]").evaluate_all(HREFS))
    assert [href for href in links if not href.startswith((BELOW, "#", "http"))] == []
    record = next(
        path for path in moved.samples(language) if path.startswith(REGISTER[language]) and path != REGISTER[language]
    )
    page.locator("main form input").fill(re.search(r"<h1[^>]*>(.*?)</h1>", moved.html(record))[1])
    page.locator(f'dialog .results a[href="{BELOW}{record}"]').click()
    page.wait_for_url(moved.url(record))
    page.goto(moved.url(SEARCH[language]))
    page.locator("main form input").fill("qzxwvk")
    page.locator(".instead [data-language]").click()
    expect(page.get_by_role("status")).to_contain_text({"it": "inglese", "en": "Italian"}[language])
    assert page.goto(moved.url("nowhere/")).status == 404
