"""What can be done with a page: copy its address or how it is cited, share it, report a mistake."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

RECORD = {"it": "accordi/bicocca-polito/", "en": "en/agreements/bicocca-polito/"}
COPIES = "navigator.clipboard.writeText = async (text) => { window.copied = text; }"
PHONE = """navigator.share = async (shared) => { window.shared = shared; };
const asked = window.matchMedia.bind(window);
window.matchMedia = (query) => query.includes('coarse') ? { matches: true } : asked(query);"""


@pytest.fixture
def opened(tab, site):
    """Opens a page, with something done to it before."""

    def at(path: str, before: str) -> Page:
        page = tab("about:blank")
        page.add_init_script(before)
        page.goto(site.url(path))
        return page

    return at


@pytest.mark.parametrize(
    ("language", "copy", "copied"), [("it", "Copia il link", "Copiato"), ("en", "Copy the link", "Copied")]
)
def test_the_address_of_a_page_is_copied(opened, language, copy, copied):
    page = opened(RECORD[language], COPIES)
    button = page.locator(".tools").get_by_role("button", name=copy)
    button.press("Enter")
    expect(page.locator(".tools button", has_text=copied).first).to_be_visible()
    assert page.evaluate("window.copied") == page.locator("link[rel=canonical]").get_attribute("href")
    assert page.locator(".tools .address").count() == 0


def test_each_form_of_the_citation_is_copied_as_it_stands(opened):
    page = opened(RECORD["it"], COPIES)
    page.locator(".citation summary").press("Enter")
    entries = page.locator(".citation .cite")
    buttons = page.locator(".citation button")
    expect(buttons).to_have_count(3)
    for number in range(3):
        buttons.nth(number).click()
        assert page.evaluate("window.copied") == entries.nth(number).text_content()
    assert page.evaluate("window.copied").startswith("TY  - ELEC\nTI  - ")


def test_a_phone_opens_its_own_sheet(opened):
    page = opened(RECORD["it"], COPIES + ";" + PHONE)
    page.locator(".tools").get_by_role("button", name="Condividi").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == page.locator("link[rel=canonical]").get_attribute("href")
    assert shared["title"] == page.title()


def test_without_a_sheet_there_is_no_button_for_it(opened):
    page = opened(RECORD["it"], COPIES)
    expect(page.locator(".tools").get_by_role("button", name="Copia il link")).to_be_visible()
    assert page.locator(".tools").get_by_role("button", name="Condividi").count() == 0


def test_without_scripts_there_are_links_and_text(tab, site):
    page = tab(site.url(RECORD["it"]), java_script_enabled=False)
    assert page.locator(".tools button").count() == 0
    assert page.locator(".tools .address").get_attribute("href").endswith(f"/{RECORD['it']}")
    page.locator(".citation summary").click()
    expect(page.locator(".citation pre").last).to_contain_text("TY  - ELEC")
