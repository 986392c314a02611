import base64
import gzip
import json
import random
import sys
from collections import Counter
from itertools import accumulate, pairwise
from typing import Any

import cbor2
import pytest

from generator.machine.memo import Memo
from generator.output.errors import OutputError
from generator.output.search import merge, pagefind
from generator.output.search.findable import as_written, findable
from generator.output.search.index import bundle_of
from generator.output.search.index_parts import content
from generator.output.search.searchable import searchable, searched_as
from generator.problems.problem import Position, problem
from generator.problems.setup import SetupError

KINDS = [f"kind {number}" for number in range(9)]
REFUSAL = base64.b64encode(b'{"payload": {"type": "Error", "message": "not today"}}').decode()
FILTERS = {"kind": KINDS, "year": [str(year) for year in range(1990, 2026)], "place": ["Città", "Àlbero", "a, b"]}


def html(language: str, title: str, text: str, filters: dict[str, list[str]] | None = None) -> bytes:
    metas = "".join(
        f'<meta data-pagefind-filter="{name}[content]" content="{value}">'
        for name, values in (filters or {}).items()
        for value in values
    )
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title>{metas}</head><body>'
        f"<header>Navigation</header><main data-pagefind-body><h1>{title}</h1><p>{text}</p></main></body></html>"
    ).encode()


def site(number: int) -> dict[str, bytes]:
    """Half the pages in Italian at the root, half in English under en/."""
    chance = random.Random(number)
    pages = {}
    for index in range(number):
        language, prefix = ("en", "en/") if index % 2 else ("it", "")
        filters = {name: chance.sample(values, 2) for name, values in FILTERS.items()}
        text = " ".join(f"word{chance.randint(0, 400)}" for _ in range(60))
        pages[f"{prefix}page-{index}/index.html"] = html(language, f"Title {index}", text, filters)
    return pages


def bundle(pages: dict[str, bytes], memo: Memo | None = None) -> dict[str, bytes]:
    """The search bundle for some pages."""
    searched = {path: searched_as(html) for path, html in pages.items()}
    return bundle_of(searched, pages.__getitem__, memo or Memo())


def shuffled(pages: dict[str, bytes], seed: int) -> dict[str, bytes]:
    return dict(random.Random(seed).sample(list(pages.items()), len(pages)))


def test_the_same_pages_give_the_same_bytes_in_whatever_order():
    pages = site(80)
    bundles = [bundle(shuffled(pages, seed)) for seed in range(5)]
    assert all(one == bundles[0] for one in bundles)


def test_elided_words_are_parted_from_the_next_and_nothing_else_is():
    text = "L’università e l'ha dell&#39;innovazione, po’ di città, Bicocca’s, don’t, O’Brien"
    pages = {"a/index.html": html("it", "Un’idea", text, {"place": ["Valle d’Aosta"]})}
    files = bundle(pages)
    fragment = next(data for name, data in files.items() if name.endswith(".pf_fragment"))
    told = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))
    parted = "L’\u2060 università e l'\u2060 ha dell'\u2060 innovazione, po’ di città, Bicocca’s, don’t, O’Brien."
    assert told["content"] == f"Un’\u2060 idea. {parted}"
    assert told["meta"]["title"] == "Un’\u2060 idea"
    assert told["filters"] == {"place": ["Valle d’Aosta"]}


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("CO₂", "co2"),
        ("m²", "m2"),
        ("1º", "1o"),
        ("uﬃcio", "uffic"),
        ("universita\u0300", "univers"),
        ("auto\u2011mutuo\u2011aiuto", "mutu"),
        ("nord\u2212ovest", "ovest"),
        ("2025–2027", "2027"),
        ("5 x 1000", "5x1000"),
        ("5 × mille", "5x1000"),
        ("5xmille", "5x1000"),
        ("8x1000", "8x1000"),
        ("5‰", "5x1000"),
        ("5 ‰", "5x1000"),
    ],
)
def test_what_nobody_types_so_is_found_as_it_is_typed_and_shown_as_it_is_written(written, typed):
    page = html("it", f"Il titolo {written} qui", f"Prima <b>{written}</b>, e poi.")
    said = Said(pagefind.run({"a/index.html": findable(page.decode())}))
    assert typed in {word for word, *_ in said.words}
    ((shown, _),) = said.pages
    assert as_written(shown["meta"]["title"]) == f"Il titolo {written} qui"
    assert as_written(shown["content"]) == f"Il titolo {written} qui. Prima {written}, e poi."


def test_what_is_typed_as_it_is_written_stands_once():
    text = 'Città – «più» … e <a title="CO₂ nord‑ovest 5 x 1000">15 x 1000000</a> o 3 x 2'
    assert findable(text) == text


def test_the_bundle_holds_what_the_browser_needs_and_nothing_else():
    files = bundle(site(20))
    assert {name for name in files if "/" not in name} == {
        *(f"start.{language}.json" for language in ("it", "en")),
        *(f"names.{language}.json" for language in ("it", "en")),
        *(f"words.{language}.json" for language in ("it", "en")),
        *(f"wasm.{language}.pagefind" for language in ("it", "en")),
    }
    counts = Counter(name.split("/")[0] for name in files if "/" in name)
    assert counts["fragment"] == 20
    assert counts.keys() == {"fragment", "index"}


def test_the_words_of_all_texts_are_kept_as_they_are_typed_each_once():
    files = bundle({"a/index.html": html("it", "L’università", "Nefropatìa e CO₂, nefropatia 12345 più volte")})
    assert json.loads(files["words.it.json"]) == ["nefropatia", "universita", "volte"]


def test_an_index_begins_with_the_rank_of_each_page_and_what_it_is_called_but_not_with_names_of_sources():
    def ranked(rank: int, title: str, names: str) -> bytes:
        said = f'<meta data-pagefind-meta="rank[content]" content="{rank}">'
        said += f'<meta data-pagefind-meta="names[content]" content="{names}">'
        return html("it", title, "text").replace(b"</head>", f"{said}</head>".encode())

    pages = {
        "a/index.html": ranked(3, "Politecnico di Milano", "Polimi | PoliMi"),
        "b/index.html": ranked(1, "L’accordo", ""),
        "c/index.html": ranked(5, "Comunicato", "Nota"),
        "d/index.html": html("it", "Altro", "text"),
    }
    told = json.loads(bundle(pages)["start.it.json"])["pages"]
    assert [one[2:] for one in told] == [[3, "Politecnico di Milano", "Polimi", "PoliMi"], [1, "L’accordo"], [5], []]


def test_every_name_in_the_bundle_leads_to_a_file():
    files = bundle(site(20))
    for language in ("it", "en"):
        start = json.loads(files[f"start.{language}.json"])
        assert len(start["pages"]) == 10
        assert all(f"fragment/{name}.pf_fragment" in files for name, *_ in start["pages"])
        assert all(f"index/{name}.pf_index" in files for _, _, name in start["chunks"])
        assert sorted(start["filters"]) == sorted(FILTERS)
        for name, values in start["filters"].items():
            assert list(values) == sorted(values)
            assert values.keys() <= set(FILTERS[name])


class Said:
    """All that a bundle says in a language: ours, or that of Pagefind, which has one."""

    def __init__(self, files: dict[str, bytes], language: str = "it") -> None:
        start = f"start.{language}.json"
        pages, chunks, self.filters, self.fields = self.ours(files[start]) if start in files else self.theirs(files)
        self.pages = [(json.loads(content(files[f"fragment/{name}.pf_fragment"])), length) for name, length in pages]
        self.chunks = [
            (first, last, [self.word(*one) for one in cbor2.loads(content(files[f"index/{name}.pf_index"]))[0]])
            for first, last, name in chunks
        ]
        self.words = [word for *_, words in self.chunks for word in words]

    def ours(self, start: bytes) -> tuple[Any, ...]:
        held = json.loads(start)
        pages = [(name, length) for name, length, *_ in held["pages"]]
        filters = {
            name: {value: list(accumulate(apart)) for value, apart in values.items()}
            for name, values in held["filters"].items()
        }
        return pages, held["chunks"], filters, held["fields"]

    def theirs(self, files: dict[str, bytes]) -> tuple[Any, ...]:
        (entry,) = json.loads(files["pagefind-entry.json"])["languages"].values()
        _, pages, chunks, filters, _, fields = cbor2.loads(content(files[f"pagefind.{entry['hash']}.pf_meta"]))
        held = {name: dict(cbor2.loads(content(files[f"filter/{file}.pf_filter"]))[1]) for name, file in filters}
        return pages, chunks, held, fields

    def word(self, word: str, plain: list[Any], forms: list[Any]) -> tuple[str, Any, Any]:
        return word, self.where(plain), [(form, self.where(pages)) for form, pages in forms]

    def where(self, pages: list[Any]) -> list[Any]:
        """The pages, where in them, and where in which metadata."""
        return [
            (distance, places, [self.fields[-place - 1] if place < 0 else place for place in metadata])
            for distance, places, metadata in pages
        ]


WORDS = [
    f"{start}{end}" for start in ("città", "citta", "perché", "perche", "Àlbero", "albero") for end in "abcdefghij"
]


def varied(number: int) -> dict[str, bytes]:
    """Pages with accents, some with a date, some with a picture."""
    chance = random.Random(number)
    words = [*WORDS, *(f"parola{one}" for one in range(300))]
    pages = {}
    for index in range(number):
        text = " ".join(chance.choices(words, k=80))
        page = html("it", f"Titolo {chance.choice(words)}", text, {"kind": [chance.choice(KINDS)]})
        if index % 3 == 0:
            date = f'<meta data-pagefind-meta="date[content]" content="firmato il {index} maggio, città">'
            page = page.replace(b"</head>", f"{date}</head>".encode())
        if index % 5 == 0:
            page = page.replace(b"</p>", b'</p><img src="/ponte.webp" alt="Il ponte">')
        pages[f"{index:03}.html"] = page
    return pages


@pytest.fixture(scope="module")
def whole() -> Said:
    """What Pagefind says of pages of which many are needed for an index in several files."""
    return Said(pagefind.run({path: findable(html.decode()) for path, html in varied(150).items()}))


@pytest.mark.parametrize("length", [8, 1000])
def test_parts_put_together_say_what_pagefind_says_of_them_as_one(monkeypatch, whole, length):
    """Page by page, filter by filter and word by word."""
    monkeypatch.setattr("generator.output.search.index_parts._LENGTH", length)
    ours = Said(bundle(varied(150)))
    assert (ours.pages, ours.filters) == (whole.pages, whole.filters)
    assert ours.words == whole.words


def test_files_of_an_index_are_bounded_as_pagefind_bounds_them(whole):
    cut = [merge._Chunk(words[0][0], words[-1][0], b"") for *_, words in whole.chunks]
    assert len(cut) > 1
    assert list(merge._bounds(cut)) == [(first, last) for first, last, _ in whole.chunks]


def test_an_index_is_cut_into_files_that_each_word_leads_to(monkeypatch):
    monkeypatch.setattr(merge, "_CHUNK", 300)
    chunks = Said(bundle(varied(60))).chunks
    assert len(chunks) > 20
    for first, last, words in chunks:
        assert all(first <= word and (word <= last or word.startswith(last)) for word, *_ in words)
    assert all(last < first for (_, last, _), (first, *_) in pairwise(chunks))
    assert not [said for (*_, said), (*_, after) in pairwise(chunks) if after[0][0].startswith(said[-1][0])]
    words = [word for *_, held in chunks for word, *_ in held]
    assert words == sorted(set(words))


def test_a_word_that_fills_a_file_weighs_on_no_word_before_it(monkeypatch):
    monkeypatch.setattr(merge, "_CHUNK", 30)
    pages = {f"{index}.html": html("it", "Titolo", f"hub {'il ' * 20}", {}) for index in range(9)}
    chunks = Said(bundle(pages)).chunks
    (held,) = [words for *_, words in chunks if "hub" in {word for word, *_ in words}]
    assert "il" not in {word for word, *_ in held}
    assert "il" in {word for *_, words in chunks for word, *_ in words}


def test_metadata_of_a_template_s_own_is_shown_and_not_searched():
    author = b'<meta data-pagefind-meta="author[content]" content="Calvino"></head>'
    said = Said(bundle({path: page.replace(b"</head>", author) for path, page in varied(3).items()}))
    assert {page["meta"]["author"] for page, _ in said.pages} == {"Calvino"}
    assert "author" not in said.fields
    assert {word for word, *_ in said.words} & {"calvin", "pont"} == {"pont"}


def test_each_page_is_found_in_its_own_language():
    pages = site(30)
    files = bundle(pages)
    for language in ("it", "en"):
        expected = {
            f"/{path.removesuffix('index.html')}" for path in pages if path.startswith("en/") == (language == "en")
        }
        assert {page["url"] for page, _ in Said(files, language).pages} == expected


# --- what is indexed again ---


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that Pagefind is given, in turn."""
    found: list[str] = []

    def noting(pages: dict[str, str]) -> dict[str, bytes]:
        found.extend(pages)
        return run(pages)

    run = pagefind.run
    monkeypatch.setattr(pagefind, "run", noting)
    monkeypatch.setattr("generator.machine.parallel._cores", lambda: 1)
    monkeypatch.setattr("generator.output.search.index_parts._LENGTH", 8)
    return found


def test_only_the_part_of_a_page_that_changed_is_indexed_again(tmp_path, indexed):
    pages, memo = site(80), Memo(tmp_path)
    bundle(pages, memo)
    engine = ["index.html"] * 2
    assert sorted(indexed) == sorted([*pages, *engine])
    indexed.clear()
    assert bundle(pages, memo)
    assert indexed == []
    path = "en/page-41/index.html"
    pages[path] = pages[path].replace(b"word", b"parola", 1)
    changed = bundle(pages, memo)
    assert path in indexed
    assert len(indexed) < 40
    assert all(one.startswith("en/") for one in indexed)
    assert changed == bundle(pages)


def test_a_page_more_or_less_leaves_the_other_parts(tmp_path, indexed):
    pages, memo = site(80), Memo(tmp_path)
    bundle(pages, memo)
    indexed.clear()
    more = pages | {"page-41/index.html": html("it", "Nuova", "parole")}
    assert bundle(more, memo) == bundle(more)
    del indexed[indexed.index("page-41/index.html", 1) :]
    assert 0 < len(indexed) < 40
    del pages["page-8/index.html"]
    assert bundle(pages, memo) == bundle(pages)


def test_the_description_of_a_page_that_is_found_is_what_a_result_says_of_it():
    described = b'<meta name="description" property="og:description" content="Che cosa \xc3\xa8."></head>'
    page = html("it", "Titolo", "parole").replace(b"</head>", described)
    assert b"Che cosa" not in searchable(page)
    found = page.replace(b"</head>", b'<meta name="result:rank" content="1"></head>')
    assert '<meta data-pagefind-meta="summary[content]" content="Che cosa è.">' in searchable(found).decode()


def test_what_the_search_does_not_have_makes_no_page_another():
    page = html("it", "Titolo", "parole <span data-pagefind-ignore>e altre</span> <b>due</b>", {"kind": ["a"]})
    same = [
        (b"Navigation", b"Other navigation"),
        (b"<title>Titolo</title>", b"<title>Titolo - sito</title>"),
        (b"e altre", b"e <i>poche</i> altre"),
        (b"</body>", b"<footer>2026</footer></body>"),
        (b"</head>", b'<link rel="icon" href="/a"></head>'),
    ]
    other = [
        (b"due", b"tre"),
        (b'"a"', b'"b"'),
        (b'lang="it"', b'lang="en"'),
        (b"<b>", b'<b data-pagefind-weight="2">'),
        (b"<header>", b'<header data-pagefind-meta="top">'),
        (b"</head>", b'<meta name="result:rank" content="1"></head>'),
        (b"e altre", b'<i data-pagefind-filter="kind">c</i>'),
    ]
    assert {searched_as(page.replace(*change)) for change in same} == {searched_as(page)}
    assert len({searched_as(page), *(searched_as(page.replace(*change)) for change in other)}) == 1 + len(other)


@pytest.mark.parametrize(
    "text",
    [
        "uno <div data-pagefind-ignore>due <div>tre</div> quattro</div> cinque",
        "uno<ul class='a > b' data-pagefind-ignore><li>due</ul>tre",
        "uno <p data-pagefind-ignore>due</p> data-pagefind-ignore tre <p>quattro</p>",
        'uno <img alt="due" data-pagefind-ignore> tre',
        'uno <div data-pagefind-ignore="all">due <b data-pagefind-filter="kind">tre</b></div> quattro',
        'uno <div data-pagefind-ignore>due <b data-pagefind-filter="kind">tre</b></div> quattro',
        "uno <div data-pagefind-ignore>due",
    ],
)
def test_pagefind_reads_the_same_in_what_is_left_of_a_page(text):
    page = html("it", "Titolo", text)
    whole, left = (Said(pagefind.run({"index.html": one.decode()})) for one in (page, searchable(page)))
    assert left.pages == whole.pages
    assert left.words == whole.words


def test_a_page_that_cannot_be_found_is_a_problem():
    pages = site(4) | {
        "empty/index.html": html("it", "", ""),
        "bare.html": b"<!doctype html><html lang=it><title>Bare</title><main>No body for Pagefind</main>",
    }
    with pytest.raises(OutputError) as caught:
        bundle(pages)
    assert caught.value.problems == tuple(
        problem("search-incomplete", Position(path), page=path) for path in ("bare.html", "empty/index.html")
    )


def test_odd_addresses_and_texts():
    pages = {
        "index.html": html("it", "Home", "parole"),
        "404.html": html("it", "Perso", "parole"),
        "a/myindex.html": html("it", "Quasi", "parole"),
        "html/index.html/index.html": html("it", "Strano", "parole"),
        "città con spazio/index.html": html("it", "Città &amp; \u2019", "parole\u00a0\U0001f600"),
    }
    files = bundle(pages)
    assert sum(name.startswith("fragment/") for name in files) == 5


def test_a_language_without_endings_of_its_own_brings_a_program_all_the_same():
    files = bundle({"index.html": html("la", "Salve", "munde")})
    assert content(files["wasm.la.pagefind"]).startswith(b"\0asm")


def test_no_pages_no_bundle():
    assert bundle({}) == {}


def test_more_than_fits_a_pipe():
    pages = {"index.html": html("en", "Long", "many words " * 200_000)} | site(2)
    assert bundle(pages)


def test_without_pagefind_there_is_a_message(monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(SetupError, match="not installed"):
        bundle(site(2))


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("echo it is out of order >&2; exit 3", "it is out of order"),
        ("read -d , x; exit 0", "ended without an answer"),
        ("read -d , x; printf %s, eA==", "Expecting value"),
        (f"read -d , x; printf %s, {REFUSAL}", "not today"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_pagefind_that_fails_says_why(monkeypatch, tmp_path, script, cause):
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/bash\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)
    with pytest.raises(SetupError) as caught:
        bundle(site(2))
    assert cause in str(caught.value.message.values["cause"])


def test_a_program_that_cannot_be_started_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "none")
    with pytest.raises(SetupError, match="failed"):
        bundle(site(2))


def test_pagefind_is_quiet(capfd):
    bundle(site(4))
    assert capfd.readouterr() == ("", "")


def test_what_is_no_file_of_a_bundle_is_refused():
    with pytest.raises(ValueError, match="bundle"):
        content(gzip.compress(b"something else"))
