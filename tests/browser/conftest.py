from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

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


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window of its own, with the settings given: `tab(url, java_script_enabled=False)`."""
    contexts = []

    def opened(url: str, **settings: object) -> Page:
        contexts.append(browser.new_context(**settings))
        contexts[-1].add_init_script(PAGES_WAIT)
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
