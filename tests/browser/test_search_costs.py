"""What a search asks for, and when: nothing before it is needed, and little then."""

import re
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


@pytest.fixture
def costs(tab, site):
    """Opens search pages with queries: each page once it is answered, how many files it asked for, how many bytes."""

    def opened(*addresses: str) -> list[tuple[Page, int, int]]:
        loading: list[tuple[Page, list[str]]] = []
        for address in addresses:
            loading.append((tab("about:blank"), []))
            page, requested = loading[-1]
            page.on("request", lambda request, noted=requested: noted.append(file_of(request)))
            page.goto(site.url(address))
        for page, _ in loading:
            page.wait_for_function(TOLD)
        for page, _ in loading:
            page.wait_for_load_state("networkidle")
        told = [(page, dict.fromkeys(requested)) for page, requested in loading]
        for page, files in told:
            assert len(results(page)) == len([one for one in files if one.startswith("pagefind/fragment/")]) > 0
        return [(page, len(files), sum(sent(site.folder / one) for one in files)) for page, files in told]

    return opened


@pytest.fixture
def cost(costs):
    """The same of one search page."""
    return lambda address: costs(address)[0]


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("it", "bicocca"),
        ("it", "ricerca milano"),
        ("it", "accordi 2023"),
        ("it", "accordi milano"),
        ("it", "univesrità"),
        ("it", "UNIVERSITÀ"),
        ("it", "salute"),
        ("en", "university of milan"),
    ],
)
def test_a_search_page_opened_with_a_query_is_light(cost, language, query):
    page, requests, weight = cost(f"{SEARCH[language]}?q={query}")
    assert len(results(page)) == 5
    assert requests <= REQUESTS
    assert weight <= WEIGHT


@pytest.mark.parametrize(
    ("language", "query"),
    [
        *(
            ("it", query)
            for query in ("agreement", "hydrogen", "health", "prison", "contact", "calls", "neighbourhoods")
        ),
        *(("en", query) for query in ("accordi", "carcere", "scadenze", "idrogeno", "panetteria")),
        *(("it", query) for query in ("accordi scaduti", "“accordo quadro”", "“protocollo d’intesa”")),
    ],
)
def test_so_is_one_with_words_of_another_language_a_phrase_or_a_status(cost, language, query):
    page, requests, weight = cost(f"{SEARCH[language]}?q={query}")
    assert 0 < len(results(page)) <= 5
    assert requests <= REQUESTS
    assert weight <= WEIGHT


@pytest.mark.parametrize("home", ["", "en/"])
def test_so_is_every_example_of_the_home_page(tab, site, costs, home):
    examples = tab(site.url(home)).locator(".examples a").evaluate_all(HREFS)
    assert len(examples) > 1
    told = {one: spent for one, (_, *spent) in zip(examples, costs(*(one[1:] for one in examples)), strict=True)}
    assert {one: spent for one, spent in told.items() if spent[0] > REQUESTS or spent[1] > WEIGHT} == {}


FILE = 6 * 1024
"""What a file of words weighs at most, the page of results that a word adds among them."""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("progetti ricerca polisocial award politecnico carcere bollate salute", 8),
        ("accordi 2021 milano", 3),
        ("accordi polito", 3),
    ],
)
def test_a_long_query_asks_for_a_file_or_so_a_word_and_no_other_language(cost, query, words):
    """A page must have all its words, so each is looked for: with two the page is as light as it can be."""
    _, requests, weight = cost(f"{SEARCH['it']}?q={query}")
    further = words - 2
    assert requests <= REQUESTS + further
    assert weight <= WEIGHT + further * FILE


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
