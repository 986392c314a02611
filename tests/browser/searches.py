"""How a search is asked for and read, on its own page."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.browser.site import HREFS

OTHER = {"it": "en", "en": "it"}
SHOWN = """() => {
    const number = parseInt(document.querySelector('[role=status]').textContent.match(/[0-9]+/)?.[0]);
    const shown = document.querySelector('.results').children.length;
    return number && (shown === number || shown === Math.min(number, 5)) ? {number} : null;
}"""


ALL_SHOWN = """async () => {
    const more = document.querySelector('.more'), list = document.querySelector('.results');
    while (more.checkVisibility()) {
        const longer = new Promise((done) => new MutationObserver(done).observe(list, {childList: true}));
        more.click();
        await longer;
    }
}"""
"""“Show more results” is pressed while it is there."""
TOLD = "document.querySelector('main .finder').ariaBusy === 'false'"
"""That what was typed last is answered."""


def results(page: Page) -> list[str]:
    """The addresses that a search shows; of a part of a page, with its anchor."""
    links = page.locator(".results a").evaluate_all(HREFS)
    return [urlsplit(href)._replace(scheme="", netloc="", query="").geturl() for href in links]


def found(page: Page) -> int:
    """How many pages the live region announces, once as many as fit are shown."""
    return page.wait_for_function(SHOWN).json_value()["number"]


def answered(page: Page, query: str) -> None:
    """Ask and wait for the answer. Enter asks without the pause of who may go on typing."""
    page.locator("input[name=q]").fill(query)
    page.locator("input[name=q]").press("Enter")
    page.wait_for_function(TOLD)


def asked(page: Page) -> dict[str, list[str]]:
    """What the address of the page asks for."""
    return parse_qs(urlsplit(page.url).query)
