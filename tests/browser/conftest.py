from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.searches import ASKED_IN_TURN, TOLD, answered
from tests.browser.site import SEARCH, Site, served

PATIENCE = 60_000
"""Milliseconds that a test waits for what is to happen: fifty times what that takes, so this only ends what hangs."""
PAGES_WAIT = "AbortSignal.timeout = () => new AbortController().signal"
"""Our own pages give up what does not come in time; here they wait too."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(real_site: Path) -> Iterator[Site]:
    """The real site."""
    with served(real_site) as site:
        yield site


class Windows:
    """The two windows of a browser in which every tab is opened: one whose pages run scripts, and one where none does.

    A window that has no tab takes the browser longer to open than most tests do: so each keeps an empty one. Screens
    and the wishes of readers are a matter of each tab. What waits for a page evaluates text in it, which its policy
    forbids: it does not count here. `test_reading.py` and `test_search_in_a_browser.py` see that pages work with it.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.opened: dict[bool, BrowserContext] = {}

    def tab(
        self,
        url: str,
        *,
        viewport: ViewportSize | None = None,
        java_script_enabled: bool = True,
        **media: Any,
    ) -> Page:
        """A new tab at an address: `viewport` is its screen, `color_scheme` and the like are what its reader wishes."""
        if java_script_enabled not in self.opened:
            window = self.browser.new_context(java_script_enabled=java_script_enabled, bypass_csp=True)
            window.add_init_script(PAGES_WAIT)
            window.new_page()
            self.opened[java_script_enabled] = window
        page = self.opened[java_script_enabled].new_page()
        page.set_default_timeout(PATIENCE)
        if viewport:
            page.set_viewport_size(viewport)
        if media:
            page.emulate_media(**media)
        page.goto(url)
        return page


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of all files: what one has loaded before, it need not load again, and pages leave nothing else."""
    return Windows(browser)


@pytest.fixture
def tab(windows: Windows) -> Iterator[Callable[..., Page]]:
    """Opens an address in a tab of its own, closed after the test: `tab(url, java_script_enabled=False)`."""
    pages = []

    def opened(url: str, **settings: Any) -> Page:
        pages.append(windows.tab(url, **settings))
        return pages[-1]

    yield opened
    for page in pages:
        page.close()


@pytest.fixture
def search(tab, site):
    """Opens the search page of a language and searches."""

    def opened(language: str, query: str = "", **settings: object) -> Page:
        page = tab(site.url(SEARCH[language]), **settings)
        if query:
            page.locator("input[name=q]").fill(query)
            page.wait_for_function(TOLD)
        return page

    return opened


@pytest.fixture(scope="module")
def ask(windows, site):
    """Searches on the one search page of a language, which stays open: opening one takes longer than a search. A hand
    types the first query, the page itself the others.
    """
    opened = {}

    def asked(language: str, query: str) -> Page:
        if language in opened:
            opened[language].evaluate(ASKED_IN_TURN, [query])
        else:
            opened[language] = windows.tab(site.url(SEARCH[language]))
            answered(opened[language], query)
        return opened[language]

    yield asked
    for page in opened.values():
        page.close()
