"""How a search is asked for and read, on its own page."""

from collections.abc import Iterable
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
ASKED_IN_TURN = """async (queries) => {
    const finder = document.querySelector('main .finder'), box = finder.querySelector('[name=q]'), told = {};
    box.focus();
    for (const query of queries) {
        const answered = new Promise((done, fail) => {
            setTimeout(fail, 60_000, `“${query}” is not answered`);
            const seen = new MutationObserver(() => finder.ariaBusy === 'false' && done(seen.disconnect()));
            seen.observe(finder, {attributeFilter: ['aria-busy']});
        });
        box.value = query;
        box.dispatchEvent(new Event('input', {bubbles: true}));
        box.form.requestSubmit();
        await answered;
        told[query] = [...finder.querySelectorAll('.results a')].map((one) => one.getAttribute('href'));
    }
    return told;
}"""
"""One query after the other is typed and sent, each once the one before is answered: the links that each one shows."""


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


def asked_in_turn(page: Page, queries: Iterable[str]) -> dict[str, list[str]]:
    """The links that each query shows. A hand asks the first, which brings the search; the page itself the others: to
    type takes a browser as long as to answer.
    """
    first, *others = queries
    answered(page, first)
    return {first: page.locator(".results a").evaluate_all(HREFS), **page.evaluate(ASKED_IN_TURN, others)}


def asked(page: Page) -> dict[str, list[str]]:
    """What the address of the page asks for."""
    return parse_qs(urlsplit(page.url).query)
