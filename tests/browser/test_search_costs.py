"""What a search asks for, and when: nothing before it is needed, and little then."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browser.searches import TOLD, results
from tests.browser.site import HREFS, SEARCH, file_of, sent

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", SEARCH)
def test_nothing_is_loaded_before_it_is_needed(tab, site, language):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(urlsplit(request.url).path))
    page.goto(site.url(SEARCH[language]), wait_until="networkidle")
    assert [path for path in requested if re.search(r"pagefind|/search\.", path)] == []
    with page.expect_response(re.compile(rf"/pagefind/wasm\.{language}\.pagefind$")):
        page.locator("input[name=q]").focus()


REQUESTS = 18
WEIGHT = 175 * 1024
"""What a search page opened with a query may ask for, its own first view included, where nothing is kept."""


@dataclass(frozen=True)
class Cost:
    shown: int
    """How many results."""
    requests: int
    weight: int
    """How many bytes came."""


@pytest.fixture(scope="module")
def costs(windows, site):
    """What search pages opened with queries ask for, by their addresses: all of them are opened at once, for each has
    to wait until nothing more is asked for.
    """
    known: dict[str, Cost] = {}

    def opened(addresses: Iterable[str]) -> dict[str, Cost]:
        loading: dict[str, tuple[Page, list[str]]] = {}
        for address in (one for one in addresses if one not in known):
            page, requested = loading[address] = windows.tab("about:blank"), []
            page.on("request", lambda request, noted=requested: noted.append(file_of(request)))
            page.goto(site.url(address))
        for page, _ in loading.values():
            page.wait_for_function(TOLD)
        for page, _ in loading.values():
            page.wait_for_load_state("networkidle")
        for address, (page, requested) in loading.items():
            files, shown = dict.fromkeys(requested), len(results(page))
            assert shown == len([one for one in files if one.startswith("pagefind/fragment/")]) > 0
            known[address] = Cost(shown, len(files), sum(sent(site.folder / one) for one in files))
            page.close()
        return {address: known[address] for address in addresses}

    return opened


LIGHT = [
    *(
        f"{SEARCH['it']}?q={query}"
        for query in (
            "bicocca",
            "ricerca milano",
            "accordi 2023",
            "accordi milano",
            "univesrità",
            "UNIVERSITÀ",
            "salute",
        )
    ),
    f"{SEARCH['en']}?q=university of milan",
]


@pytest.mark.parametrize("address", LIGHT)
def test_a_search_page_opened_with_a_query_is_light(costs, address):
    cost = costs(LIGHT)[address]
    assert cost.shown == 5
    assert cost.requests <= REQUESTS
    assert cost.weight <= WEIGHT


FURTHER = [
    *(
        f"{SEARCH['it']}?q={query}"
        for query in ("agreement", "hydrogen", "health", "prison", "contact", "calls", "neighbourhoods")
    ),
    *(f"{SEARCH['en']}?q={query}" for query in ("accordi", "carcere", "scadenze", "idrogeno", "panetteria")),
    *(f"{SEARCH['it']}?q={query}" for query in ("accordi scaduti", "“accordo quadro”", "“protocollo d’intesa”")),
]


@pytest.mark.parametrize("address", FURTHER)
def test_so_is_one_with_words_of_another_language_a_phrase_or_a_status(costs, address):
    cost = costs(FURTHER)[address]
    assert 0 < cost.shown <= 5
    assert cost.requests <= REQUESTS
    assert cost.weight <= WEIGHT


@pytest.mark.parametrize("home", ["", "en/"])
def test_so_is_every_example_of_the_home_page(tab, site, costs, home):
    examples = tab(site.url(home)).locator(".examples a").evaluate_all(HREFS)
    assert len(examples) > 1
    told = costs([one[1:] for one in examples])
    assert {one: cost for one, cost in told.items() if cost.requests > REQUESTS or cost.weight > WEIGHT} == {}


FILE = 6 * 1024
"""What a file of words weighs at most, the page of results that a word adds among them."""


LONG = {
    f"{SEARCH['it']}?q=progetti ricerca polisocial award politecnico carcere bollate salute": 8,
    f"{SEARCH['it']}?q=accordi 2021 milano": 3,
    f"{SEARCH['it']}?q=accordi polito": 3,
}
"""And how many words are looked for."""


@pytest.mark.parametrize("address", LONG)
def test_a_long_query_asks_for_a_file_or_so_a_word_and_no_other_language(costs, address):
    """A page must have all its words, so each is looked for: with two the page is as light as it can be."""
    cost, further = costs(LONG)[address], LONG[address] - 2
    assert cost.requests <= REQUESTS + further
    assert cost.weight <= WEIGHT + further * FILE


def test_of_a_long_query_no_file_is_fetched_that_cannot_change_that_nothing_is_found(tab, site):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(file_of(request)))
    page.goto(site.url(f"{SEARCH['it']}?q=politecnico+torino+ricerca+energia+qzxwvk+zzkqxv+wwqkzx+kkzqwx"))
    page.wait_for_function(TOLD)
    assert not results(page)
    alone = len({one for one in requested if one.startswith("pagefind/index/")})
    for word in ("politecnico", "ricerca"):
        page.locator("input[name=q]").fill(word)
        page.wait_for_function(TOLD)
    assert len({one for one in requested if one.startswith("pagefind/index/")}) >= alone + 2


def test_what_is_ticked_alone_asks_for_no_words(tab, site):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(file_of(request)))
    page.goto(site.url(f"{SEARCH['it']}?kind=Cantieri"))
    page.wait_for_function(TOLD)
    assert results(page)
    assert not [one for one in requested if one.startswith("pagefind/index/")]


def test_what_a_query_needs_comes_with_the_script_that_asks_for_it_and_not_after(tab, site):
    page = tab("about:blank")
    held: list[Route] = []
    page.route("**/assets/search.*.js", lambda route: held.append(route))
    with page.expect_request("**/pagefind/start.it.json"), page.expect_request("**/pagefind/wasm.it.pagefind"):
        page.goto(site.url(f"{SEARCH['it']}?q=bicocca"), wait_until="commit")
    while not held:
        page.wait_for_timeout(20)
    held.pop().continue_()
    page.wait_for_function(TOLD)
    assert results(page)
