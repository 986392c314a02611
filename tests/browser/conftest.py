from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.site import CHROMIUM, Site, chromium, do_without, served

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a file: Playwright allows only one at a time, and other tests start their own."""
    if CHROMIUM is None:
        do_without("there is no Chromium")
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """The windows of a file, by their settings: making one takes longer than most tests, and pages leave nothing."""
    opened: dict[str, BrowserContext] = {}
    yield opened
    for window in opened.values():
        window.close()


def opened_in(windows: dict[str, BrowserContext], browser: Browser, url: str, **settings: object) -> Page:
    """A new tab at an address, in the window that has these settings."""
    name = repr(sorted(settings.items()))
    if name not in windows:
        windows[name] = browser.new_context(**settings)
        windows[name].add_init_script(PAGES_WAIT)
    page = windows[name].new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    return page


@pytest.fixture
def tab(browser: Browser, windows: dict[str, BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Opens an address in a tab of its own, in a window with the settings given: `tab(url, java_script_enabled=False)`.

    What a window of these settings has loaded before, it need not load again.
    """
    pages = []

    def opened(url: str, **settings: object) -> Page:
        pages.append(opened_in(windows, browser, url, **settings))
        return pages[-1]

    yield opened
    for page in pages:
        page.close()
