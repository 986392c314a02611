"""What it costs to load a page of each kind, with nothing kept from before: requests, bytes, and what jumps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.conftest import PAGES_WAIT, PATIENCE
from tests.browser.site import LANGUAGES, SEARCH, Site, file_of, sent
from tests.browser.visits import few_samples
from tests.long import IS_LONG
from tests.test_weights import is_heavy

pytestmark = pytest.mark.browser

KB = 1024
REQUESTS = 6
HEAVY = 60 * KB
FIRST_VIEW = 52 * KB
STYLES = 14 * KB
SCRIPTS = 6 * KB
WIDTHS = (390, 1280)
ASKING = {
    "accordi/?universita=politecnico-di-milano": ".chips a",
    "accordi/?universita=politecnico-di-milano&fine=2027": ".chips a",
    "organizzazioni/?natura=imprese": ".chips a",
    "en/agreements/?end=2027": ".chips a",
    "dossier/?partner=a2a&kind=agreements": ".composed table",
}
"""Addresses that say what of a page is to be shown, and what shows that it is."""
CHOSEN = (
    "accordi/fine/2026/",
    "accordi/anno/2024/",
    "en/agreements/topic/salute/",
    "accordi/universita/politecnico-di-torino/",
    "organizzazioni/natura/imprese/",
)
"""Pages of a choice, to which a script adds that what is left can be downloaded."""
LATER = 600
"""Milliseconds after a page has come in which what its scripts still do is seen."""
ANSWERED = "!document.documentElement.hasAttribute('data-waiting')"
SCREENS = dict.fromkeys(LANGUAGES, WIDTHS) if IS_LONG else dict(zip(LANGUAGES, [[one] for one in WIDTHS], strict=True))
"""Pages of both languages have the same elements: one is loaded on the narrow screen, the other on the wide one."""
EVERY = 1 if IS_LONG else 32
"""A page takes seconds on a slow line; of the second language others are loaded than of the first."""
SLOW_MACHINE = 6  # times slower than this one
SLOW_LINE = {"offline": False, "latency": 60, "downloadThroughput": 160 * KB, "uploadThroughput": 80 * KB}
PAUSE = 20  # milliseconds
PICTURES = ("image", "media")
PARSED = "document.readyState !== 'loading'"
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
SETTLED = """document.fonts.ready.then(() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done))))"""
SHIFTS = """() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: 'layout-shift', buffered: true});
    return observer.takeRecords().map(({value, sources}) => [value, sources.map(({node}) =>
        (node?.outerHTML ?? node?.parentElement?.outerHTML ?? '').slice(0, 80)).join(' | ')]);
}"""

WHERE = """() => [...document.querySelectorAll('body *:not(svg *)')].map((one) => {
    const {x, y, width} = one.getBoundingClientRect();
    const seen = one.checkVisibility({visibilityProperty: true}) && width > 0 && y < innerHeight;
    return [one.cloneNode().outerHTML.slice(0, 80), [x, y], seen];
})"""
"""What stands where, and what of it can be seen."""


@dataclass(frozen=True)
class Load:
    """How a page was loaded whose scripts and fonts came only after its words could be read."""

    path: str
    width: int
    asked: tuple[str, ...]
    """The files that the page asked for, itself first; no pictures."""
    shifts: tuple[tuple[float, str], ...]

    def weight(self, site: Site, ending: str = "") -> int:
        """The bytes over the wire of the files with this ending, compressed as hosts do."""
        files = [site.folder / name for name in self.asked if name.endswith(ending)]
        return sum(map(sent, files))


class Loading:
    """One page that loads others, with no cache, in one order, however fast the machine is.

    How much of a page is there when it is first painted depends on the machine, and so does what has come by then. So
    its style sheet, without which nothing is painted, waits for the whole page, and scripts and fonts wait for its
    words: the latest that they can come, when all that they move is seen to jump.
    """

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site
        self.held: dict[str, list[Route]] = {}
        self.requests: list[Request] = []
        for ending in ("css", "js", "woff2"):  # a route also turns the cache off
            page.route(f"**/*.{ending}", self._hold)
        page.on("request", lambda request: self.requests.append(request))

    def _hold(self, route: Route) -> None:
        kind = route.request.resource_type
        if kind in self.held:
            self.held[kind].append(route)
        else:
            route.continue_()

    def _release(self, kind: str) -> None:
        waited = 0
        while kind != "script" and not self.held[kind]:  # the page has asked for it, but we may hear of it later
            assert waited < PATIENCE, f"{self.page.url} asks for no {kind}"
            self.page.wait_for_timeout(PAUSE)
            waited += PAUSE
        for route in self.held.pop(kind, []):
            route.continue_()

    def load(self, path: str, width: int) -> Load:
        """Load a page of the site."""
        self.held = {"stylesheet": [], "script": [], "font": []}
        self.requests.clear()
        self.page.set_viewport_size({"width": width, "height": 844})
        self.page.goto(self.site.url(path), wait_until="commit")
        self.page.wait_for_function(PARSED, polling=PAUSE)
        self._release("stylesheet")
        if self.page.locator("script[blocking]").count():  # without it nothing is painted
            self._release("script")
        self.page.wait_for_function(PAINTED, polling=PAUSE)
        self._release("script")
        self._release("font")
        self.page.wait_for_load_state()
        self.page.wait_for_function(ANSWERED, polling=PAUSE)
        self.page.evaluate(SETTLED)
        asked = [file_of(one) for one in self.requests if one.resource_type not in PICTURES]
        shifts = tuple(self.page.evaluate(SHIFTS))
        return Load(path, width, tuple(asked), shifts)


@pytest.fixture(scope="module", params=LANGUAGES)
def loads(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[list[Load]]:
    context = browser.new_context(bypass_csp=True)  # to wait for it: see `conftest.py`
    loading = Loading(context.new_page(), site)
    yield [loading.load(path, width) for width in SCREENS[request.param] for path in few_samples(site, request.param)]
    context.close()


def test_the_first_view_is_light_and_asks_for_little(loads, site):
    over = []
    for one in loads:
        for what, spent, allowed in (
            ("requests", len(one.asked), REQUESTS),
            ("bytes", one.weight(site), HEAVY if is_heavy(one.path) else FIRST_VIEW),
            ("bytes of style sheets", one.weight(site, ".css"), STYLES),
            ("bytes of scripts", one.weight(site, ".js"), SCRIPTS),
        ):
            if spent > allowed:
                over.append(f"{one.path} at {one.width}: {spent} {what}: {', '.join(one.asked)}")
    assert over == []


def test_nothing_jumps_while_a_page_loads(loads):
    assert [f"{one.path} at {one.width}: {one.shifts}" for one in loads if one.shifts] == []


def test_nothing_jumps_where_the_address_says_what_is_shown(browser: Browser, site: Site) -> None:
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(PAGES_WAIT)
    loading, jumped = Loading(context.new_page(), site), {}
    for path, answer in ASKING.items():
        for width in (390, 768, 1280) if IS_LONG else WIDTHS:
            shifts = loading.load(path, width).shifts
            expect(loading.page.locator(answer).first).to_be_visible()
            if shifts:
                jumped[path, width] = shifts
    context.close()
    assert jumped == {}


def test_nothing_jumps_where_a_list_shows_a_choice(browser: Browser, site: Site) -> None:
    context = browser.new_context(bypass_csp=True)
    loading, jumped = Loading(context.new_page(), site), {}
    for number, path in enumerate(CHOSEN):
        for width in (320, 768, 1280) if IS_LONG else ((320, 768, 1280)[number % 3],):
            loading.load(path, width)
            loading.page.wait_for_timeout(LATER)
            expect(loading.page.locator(".toolbar > a")).to_be_visible()
            if shifts := loading.page.evaluate(SHIFTS):
                jumped[path, width] = shifts
    context.close()
    assert jumped == {}


@pytest.mark.parametrize("missing", ["list.*.js", "refine.*.js", "choices.json"])
def test_a_page_is_seen_whole_where_nothing_answers_what_its_address_asks(
    browser: Browser, site: Site, missing: str
) -> None:
    context = browser.new_context()  # whose pages heed their policy, and give up in time
    page = context.new_page()
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(site.url("organizzazioni/?natura=nessuna"))
    expect(page.locator("#list .group").first).to_be_visible()
    expect(page.locator(".foot")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("path", "width"),
    [(path, width) for width in WIDTHS for path in ("", "en/", "accordi/")][:: 1 if IS_LONG else 2],
)
def test_what_has_come_stays_where_it_is_whatever_comes_after(
    browser: Browser, site: Site, path: str, width: int
) -> None:
    """A loaded machine paints a page in parts: each part of the first screen stands where the whole page has it."""
    html = site.html(path)
    context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=False)
    page, moved = context.new_page(), {}
    ends = [one.end() for one in re.finditer(r"</(?:li|p|h1|svg|div|form|nav)>", html)]
    cut = len(html)
    page.route(site.url(path), lambda route: route.fulfill(body=html[:cut], content_type="text/html; charset=utf-8"))
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(site.url(path))
    whole = page.evaluate(WHERE)
    for cut in ends[: 66 : 2 if IS_LONG else 4]:
        page.goto(site.url(path))
        apart = [
            (said, at, there)
            for (said, at, shown), (_, there, _) in zip(page.evaluate(WHERE), whole, strict=False)
            if shown and max(abs(one - other) for one, other in zip(at, there, strict=True)) > 1
        ]
        if apart:
            moved[html[cut - 60 : cut]] = apart[:3]
    context.close()
    assert moved == {}


@pytest.mark.parametrize(("language", "width"), [*zip(LANGUAGES, WIDTHS, strict=True)])
def test_nothing_jumps_on_a_slow_machine_at_the_end_of_a_slow_line(
    browser: Browser, site: Site, language: str, width: int
) -> None:
    """Pages are painted in part while they come, and their style sheets, fonts and scripts when they can be."""
    context = browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW_LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_MACHINE})
    jumped = {}
    for path in site.samples(language)[LANGUAGES.index(language) * EVERY // 2 :: EVERY]:
        page.goto(site.url(path))
        page.evaluate(SETTLED)
        jumped[path] = page.evaluate(SHIFTS)
    page.goto(site.url(f"{SEARCH[language]}?q=bicocca"))
    page.wait_for_function("document.querySelector('.finder').ariaBusy === 'false'")
    jumped["a query"] = page.evaluate(SHIFTS)
    context.close()
    assert {path: shifts for path, shifts in jumped.items() if shifts} == {}
