import base64
import gzip
import json
import random
import sys
from collections import Counter

import cbor2
import pytest

from generator.output.errors import OutputError
from generator.output.search.index import build_index, normalise
from generator.output.search.pagefind import run
from generator.problems.problem import Place, problem
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


def shuffled(pages: dict[str, bytes], seed: int) -> dict[str, bytes]:
    return dict(random.Random(seed).sample(list(pages.items()), len(pages)))


def test_the_same_pages_give_the_same_bytes_in_whatever_order():
    pages = site(80)
    bundles = [build_index(shuffled(pages, seed), "pagefind/") for seed in range(5)]
    assert all(bundle == bundles[0] for bundle in bundles)
    assert all(list(bundle) == sorted(bundle) for bundle in bundles)


def test_elided_words_are_parted_from_the_next_and_nothing_else_is():
    text = "L’università e l'ha dell&#39;innovazione, po’ di città, Bicocca’s, don’t, O’Brien"
    pages = {"a/index.html": html("it", "Un’idea", text, {"place": ["Valle d’Aosta"]})}
    files = build_index(pages, "pagefind/")
    fragment = next(data for name, data in files.items() if name.endswith(".pf_fragment"))
    told = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))
    parted = "L’\u2060 università e l'\u2060 ha dell'\u2060 innovazione, po’ di città, Bicocca’s, don’t, O’Brien."
    assert told["content"] == f"Un’\u2060 idea. {parted}"
    assert told["meta"]["title"] == "Un’\u2060 idea"
    assert told["filters"] == {"place": ["Valle d’Aosta"]}


@pytest.mark.pinned
def test_pagefind_itself_does_not_which_is_why_there_is_a_canonicaliser():
    """When this fails, `normalise` may go."""
    pages = site(80)
    assert len({frozenset(run(pages)) for _ in range(5)}) > 1


def test_the_bundle_holds_what_the_browser_needs_and_nothing_else():
    bundle = build_index(site(20), "search/pagefind")
    assert all(name.startswith("search/pagefind/") for name in bundle)
    top = {name.removeprefix("search/pagefind/") for name in bundle if name.count("/") == 2}
    entry = json.loads(bundle["search/pagefind/pagefind-entry.json"])
    hashes = {language: index["hash"] for language, index in entry["languages"].items()}
    assert top == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "wasm.it.pagefind",
        "wasm.en.pagefind",
        *(f"pagefind.{name}.pf_meta" for name in hashes.values()),
    }
    counts = Counter(name.split("/")[2] for name in bundle if name.count("/") == 3)
    assert counts["fragment"] == 20
    assert counts["filter"] == 2 * len(FILTERS)
    assert counts.keys() == {"fragment", "filter", "index"}


def test_every_name_in_the_bundle_leads_to_a_file():
    bundle = build_index(site(20), "pagefind/")
    entry = json.loads(bundle["pagefind/pagefind-entry.json"])
    assert list(entry["languages"]) == ["en", "it"]
    for language in entry["languages"].values():
        metadata = cbor2.loads(normalise.content(bundle[f"pagefind/pagefind.{language['hash']}.pf_meta"]))
        assert len(metadata[1]) == language["page_count"] == 10
        assert all(f"pagefind/fragment/{name}.pf_fragment" in bundle for name, _ in metadata[1])
        assert all(f"pagefind/index/{name}.pf_index" in bundle for _, _, name in metadata[2])
        assert [name for name, _ in metadata[3]] == sorted(FILTERS)
        for name, file in metadata[3]:
            held, values = cbor2.loads(normalise.content(bundle[f"pagefind/filter/{file}.pf_filter"]))
            assert held == name
            assert values == sorted(values)
            assert {value for value, _ in values} <= set(FILTERS[name])


def test_the_canonical_bundle_says_what_pagefind_said():
    """Filter by filter and value by value, the same pages."""
    files = run(site(40))
    assert filtered(normalise.canonical(files)) == filtered(files)
    assert normalise.pages(normalise.canonical(files)) == normalise.pages(files)


def filtered(files: dict[str, bytes]) -> dict[tuple[str, str, str], set[str]]:
    found = {}
    for language, index in json.loads(files["pagefind-entry.json"])["languages"].items():
        metadata = cbor2.loads(normalise.content(files[f"pagefind.{index['hash']}.pf_meta"]))
        for _, file in metadata[3]:
            name, values = cbor2.loads(normalise.content(files[f"filter/{file}.pf_filter"]))
            for value, pages in values:
                found[language, name, value] = {metadata[1][page][0] for page in pages}
    return found


def test_each_page_is_found_in_its_own_language():
    pages = site(30)
    bundle = build_index(pages, "")
    files = {name.removeprefix("/"): data for name, data in bundle.items()}
    expected = {f"/{path.removesuffix('index.html')}": "en" if path.startswith("en/") else "it" for path in pages}
    assert normalise.pages(files) == expected


def test_a_page_that_cannot_be_found_is_a_problem():
    pages = site(4) | {
        "empty/index.html": html("it", "", ""),
        "bare.html": b"<!doctype html><html lang=it><title>Bare</title><main>No body for Pagefind</main>",
    }
    with pytest.raises(OutputError) as caught:
        build_index(pages, "pagefind/")
    assert caught.value.problems == tuple(
        problem("search-incomplete", Place(path), page=path) for path in ("bare.html", "empty/index.html")
    )


def test_odd_addresses_and_texts():
    pages = {
        "index.html": html("it", "Home", "parole"),
        "404.html": html("it", "Perso", "parole"),
        "a/myindex.html": html("it", "Quasi", "parole"),
        "html/index.html/index.html": html("it", "Strano", "parole"),
        "città con spazio/index.html": html("it", "Città &amp; \u2019", "parole\u00a0\U0001f600"),
    }
    bundle = build_index(pages, "pagefind")
    assert sum(name.startswith("pagefind/fragment/") for name in bundle) == 5


def test_a_language_without_a_stemmer_brings_its_engine():
    bundle = build_index({"index.html": html("la", "Salve", "munde")}, "pagefind/")
    assert {name for name in bundle if "wasm" in name} == {"pagefind/wasm.unknown.pagefind"}


def test_no_pages_no_bundle():
    assert build_index({}, "pagefind/") == {}


def test_more_than_fits_a_pipe():
    pages = {"index.html": html("en", "Long", "many words " * 200_000)} | site(2)
    assert build_index(pages, "pagefind/")


def test_without_pagefind_there_is_a_message(monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(SetupError, match="not installed"):
        build_index(site(2), "pagefind/")


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
        build_index(site(2), "pagefind/")
    assert cause in str(caught.value.message.values["cause"])


def test_a_program_that_cannot_be_started_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "none")
    with pytest.raises(SetupError, match="failed"):
        build_index(site(2), "pagefind/")


def test_pagefind_is_quiet(capfd):
    build_index(site(4), "pagefind/")
    assert capfd.readouterr() == ("", "")


def test_what_is_no_file_of_a_bundle_is_refused():
    with pytest.raises(ValueError, match="bundle"):
        normalise.content(gzip.compress(b"something else"))
