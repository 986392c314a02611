"""Our side of Pagefind's program answers as Pagefind's own script does, of the same pages."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.machine.memo import Memo
from generator.output.content_policy import PAGE_POLICY, WORKER_POLICY
from generator.output.search import pagefind
from generator.output.search.index import bundle_of
from generator.output.search.searchable import searched_as

pytestmark = pytest.mark.browser

TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript", "json": "application/json"}
PAGEFINDS_OWN = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""What Pagefind's own script needs of a page."""


def page(language: str, title: str, text: str, kind: str, year: str) -> bytes:
    return (
        f"<!doctype html><html lang={language}><head><title>{title}</title>"
        f'<meta data-pagefind-filter="kind[content]" content="{kind}">'
        f'<meta data-pagefind-filter="year[content]" content="{year}">'
        f"</head><body><main data-pagefind-body><h1>{title}</h1><p>{text}</p></main></body></html>"
    ).encode()


PAGES = {
    "accordi/uno/index.html": page("it", "Accordo uno", "Le città e i cittadini insieme", "Accordi", "2024"),
    "accordi/due/index.html": page("it", "Accordo due", "Una sola città", "Accordi", "2025"),
    "reti/tre/index.html": page("it", "Rete tre", "La città in rete", "Reti", "2025"),
    "en/agreements/one/index.html": page("en", "Agreement one", "Cities and citizens", "Agreements", "2024"),
    "en/networks/three/index.html": page("en", "Network three", "A city network", "Networks", "2025"),
}
SCRIPTS = Path(__file__).parents[2] / "templates/assets"
SEARCH = """async ([query, filters]) => {
    const { load } = await import("./engine.js");
    const engine = await load(new URL("pagefind/", location).pathname, document.documentElement.lang);
    const { results, counts } = await engine.search(query, filters);
    const found = await Promise.all(results.map((result) => result.data()));
    return {
        addresses: found.map((one) => one.url),
        places: found.map((one) => one.locations), counts, all: engine.filters(),
    };
}"""
THEIRS = """async ([query, filters]) => {
    const { createInstance } = await import(`./${document.documentElement.lang}/pagefind.js`);
    const ranking = { termFrequency: 0.5, metaWeights: { title: 0, names: 1 } };
    const pagefind = createInstance({ ranking, noWorker: true, baseUrl: new URL(".", location).pathname });
    const any = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));
    const all = await pagefind.filters();
    const search = await pagefind.search(query || null, { filters: any });
    const found = await Promise.all(search.results.map((result) => result.data()));
    return {
        addresses: found.map((one) => one.url),
        places: found.map((one) => one.locations), counts: search.filters, all,
    };
}"""


THEIR_PAGES = ("it-theirs", "en-theirs")


def policy_of(path: str) -> str:
    """As our server files say it: the worker alone may compile a program."""
    if path.endswith("/program.js"):
        return WORKER_POLICY
    return PAGEFINDS_OWN if "theirs" in path else PAGE_POLICY


@pytest.fixture(scope="module", params=["", "third/mission/"], ids=["at the root", "below a path"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where a site with PAGES, an empty page a language and its search bundle is served."""
    empty = {f"{page}.html": f"<!doctype html><html lang={page[:2]}>".encode() for page in ("it", "en", *THEIR_PAGES)}
    searched = {path: searched_as(html) for path, html in PAGES.items()}
    bundle = bundle_of(searched, PAGES.__getitem__, Memo())
    files = PAGES | empty | {f"pagefind/{name}": content for name, content in bundle.items()}
    files |= {
        name: (SCRIPTS / name).read_bytes()
        for name in ("engine.js", "names.js", "program.js", "spelling.js", "typed.js")
    }
    for language in ("it", "en"):
        pages = {path: html.decode() for path, html in PAGES.items() if f"lang={language}>".encode() in html}
        files |= {f"{language}/{name}": content for name, content in pagefind.run(pages).items()}
    files["/favicon.ico"] = files["favicon.ico"] = b""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = files.get(self.path.partition("?")[0].removeprefix(f"/{request.param}"))
            self.send_response(200 if content is not None else 404)
            kind = TYPES.get(self.path.partition("?")[0].rpartition(".")[2], "application/octet-stream")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", policy_of(self.path))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{request.param}"
    server.shutdown()
    thread.join()
    server.server_close()


class Tab:
    """An empty page of the site, and all that failed or was complained of in it."""

    def __init__(self, page: Page, address: str, name: str) -> None:
        self.complaints: list[str] = []
        self.site = f"/{address.split('/', 3)[3]}"
        self.page = page
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{address}{name}.html")

    def search(self, query: str, filters: dict[str, list[str]], script: str = SEARCH) -> dict[str, Any]:
        """What the index answers; addresses without the site's own path."""
        answer: dict[str, Any] = self.page.evaluate(script, [query, filters])
        assert all(address.startswith(self.site) for address in answer["addresses"])
        answer["addresses"] = [address.removeprefix(self.site) for address in answer["addresses"]]
        assert self.complaints == []
        return answer


@pytest.fixture(scope="module")
def tabs(browser: Browser, address: str) -> Iterator[dict[str, Tab]]:
    opened = {name: Tab(browser.new_page(), address, name) for name in ("it", "en", *THEIR_PAGES)}
    yield opened
    for tab in opened.values():
        tab.page.close()


@pytest.mark.parametrize(
    ("language", "query", "filters", "addresses"),
    [
        ("it", "città", {}, ["accordi/due/", "accordi/uno/", "reti/tre/"]),
        ("it", "citta", {}, ["accordi/due/", "accordi/uno/", "reti/tre/"]),
        ("it", "cittadino", {}, ["accordi/uno/"]),
        ("it", "città", {"kind": ["Accordi"]}, ["accordi/due/", "accordi/uno/"]),
        ("it", "città", {"kind": ["Accordi"], "year": ["2025"]}, ["accordi/due/"]),
        ("it", "", {"year": ["2025"]}, ["accordi/due/", "reti/tre/"]),
        ("it", "citizens", {}, []),
        ("en", "city", {}, ["en/agreements/one/", "en/networks/three/"]),
        ("en", "city", {"kind": ["Networks"]}, ["en/networks/three/"]),
        ("en", "", {"year": ["2024"]}, ["en/agreements/one/"]),
        ("en", "insieme", {}, []),
    ],
)
def test_a_search(tabs, language, query, filters, addresses):
    answer = tabs[language].search(query, filters)
    assert sorted(answer["addresses"]) == addresses
    assert answer == tabs[f"{language}-theirs"].search(query, filters, THEIRS)


@pytest.mark.parametrize("query", ["Città, insieme!", '"sola città"', "citt", "rete-città", "CITTADINI", "uno due"])
@pytest.mark.parametrize("filters", [{}, {"kind": ["Accordi", "Reti"]}])
def test_pagefind_itself_would_say_the_same(tabs, query, filters):
    assert tabs["it"].search(query, filters) == tabs["it-theirs"].search(query, filters, THEIRS)


def test_the_filters_and_their_counts(tabs):
    answer = tabs["it"].search("città", {"year": ["2025"]})
    assert answer["all"] == {"kind": {"Accordi": 2, "Reti": 1}, "year": {"2024": 1, "2025": 2}}
    assert answer["counts"] == {"kind": {"Accordi": 1, "Reti": 1}, "year": {"2024": 0, "2025": 2}}


CALLED = """async ([pages, query]) => {
    const { Names } = await import("./names.js");
    const names = new Names(pages, { common: "degli i in of", listing: "elenco tutti list" }, ["Accordi"]);
    const ids = names.called(query);
    return names.ranked(ids.map((id) => ({ id })), query, { typed: query }).map(({ id }) => id);
}"""
REGISTER = ["register", 9, 0, "Accordi", "Accordi", "Accordo", "Registro", "Accordi quadro"]


@pytest.mark.parametrize(
    ("query", "others", "called"),
    [
        ("elenco accordi", [], ["register"]),
        ("tutti i accordi", [], ["register"]),
        ("Elenco degli accordi quadro", [], ["register"]),
        ("registro degli accordi", [], ["register"]),
        ("accordi elenco", [], ["register"]),
        ("elenco 2024", [["year", 9, 0, "Accordi 2024", "Elenco 2024"]], ["year"]),
        ("accordi di pace", [], []),
        ("elenco", [], []),
        ("elenco", [["one", 9, 1, "Elenco"]], ["one"]),
        ("elenco accordi", [["one", 9, 1, "Elenco accordi di pace"]], []),
        ("elenco accordi", [["one", 9, 1, "Elenco accordi"]], ["one"]),
        ("elenco accordi", [["one", 9, 1, "L'elenco dei molti accordi di pace dei comuni della valle"]], ["register"]),
        ("città-IN", [["topic", 9, 0, "Città"], ["one", 9, 2, "città-IN"]], ["one", "topic"]),
        ("pane+", [["one", 9, 2, "Pane"], ["two", 9, 2, "pane+"]], ["two", "one"]),
        ("pane", [["one", 9, 2, "pane+"], ["two", 9, 2, "Pane"]], ["two", "one"]),
        ("pane of", [["one", 9, 0, "Pane"], ["two", 9, 2, "Pane of"]], ["two", "one"]),
    ],
)
def test_a_list_is_called_by_what_asks_for_it_and_a_page_by_each_sign_of_its_name(tabs, query, others, called):
    assert tabs["it"].page.evaluate(CALLED, [[REGISTER, *others], query]) == called


KIN = """async ([word, words]) => (await import("./spelling.js")).kinOf(word, words)"""


@pytest.mark.parametrize(
    ("word", "kin"),
    [
        ("nefropatia", "nephropathy"),
        ("biotecnologie", "nanobiotecnologie"),
        ("tecnologie", "biotecnologie"),
        ("nefropatie", "nephropathy"),
        ("volto", ""),
        ("volare", ""),
        ("logie", "biotecnologie"),
        ("logi", ""),
        ("qzxwvk", ""),
    ],
)
def test_a_word_is_taken_for_one_that_is_near_however_it_is_spelt_or_that_has_it_within(tabs, word, kin):
    words = ["biotecnologie", "nanobiotecnologie", "nephropathy", "volte"]
    known = [one for one in words if one != "biotecnologie" or word != "biotecnologie"]
    assert tabs["it"].page.evaluate(KIN, [word, known]) == kin
