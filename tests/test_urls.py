"""Addresses: what they are called, with and without a path in the base URL; the build verifies that they lead."""

import re
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from generator.kinds.catalogue import BY_FOLDER, WITH_PAGES
from generator.urls import Urls
from tests.harness import BuiltSite, SiteTest
from tests.long import IS_LONG
from tests.media import document, zipped

BASES = ["https://vetrina.example/", "https://host.example/terza/missione/", "http://localhost:8000/"]


@pytest.fixture(scope="module", params=BASES)
def built(request: pytest.FixtureRequest) -> tuple[SiteTest, str, str]:
    site = SiteTest().build(base_url=request.param)
    site.problems()
    return site, request.param, "/" + request.param.split("/", 3)[3]


def hrefs(page: str) -> set[str]:
    return set(re.findall(r'(?:href|src|action)="([^"]*)"', page))


def test_every_link_begins_with_the_path_of_the_base(built: tuple[SiteTest, str, str]) -> None:
    site, _, path = built
    inner = {
        href
        for file in site.files()
        if file.endswith(".html")
        for href in hrefs(site.text(file))
        if href.startswith("/")
    }
    assert inner
    assert [href for href in inner if not href.startswith(path)] == []
    assert f"{path}accordi/mobilita/" in inner
    assert f"{path}en/agreements/mobilita/" in inner


def test_what_the_web_is_told_is_absolute(built: tuple[SiteTest, str, str]) -> None:
    site, base, _ = built
    page = site.page("/en/agreements/mobilita/")
    assert f'<link rel="canonical" href="{base}en/agreements/mobilita/">' in page
    assert f'<link rel="alternate" hreflang="it" href="{base}accordi/mobilita/">' in page
    assert f'<meta property="og:image" content="{base}en/agreements/card.png">' in page
    for file in ("sitemap.xml", "feed.xml", "en/feed.xml"):
        text = site.text(file)
        addresses = re.findall(r'(?:href="|<loc>|<id>)(https?://[^"<]+)', text)
        assert addresses, file
        assert [one for one in addresses if not one.startswith(base)] == []
    assert f"Sitemap: {base}sitemap.xml" in site.text("robots.txt")


def test_the_address_in_the_settings_counts_when_none_is_given() -> None:
    site = SiteTest().replace("content/site.yaml", "https://vetrina.example/", "https://altrove.example/qui").build()
    page = site.page("/")
    assert '<link rel="canonical" href="https://altrove.example/qui/">' in page
    assert 'href="/qui/accordi/"' in page


def test_the_addresses_of_the_showcase(showcase: BuiltSite) -> None:
    files = showcase.files()
    expected = {
        "index.html": "en/index.html",
        "programmi/citta-aperta/index.html": "en/programmes/citta-aperta/index.html",
        "iniziative/premio-lanterna/index.html": "en/initiatives/premio-lanterna/index.html",
        "cantieri/verde/index.html": "en/cantieri/verde/index.html",
        "accordi/mobilita/index.html": "en/agreements/mobilita/index.html",
        "reti/rete-fiumi/index.html": "en/networks/rete-fiumi/index.html",
        "bandi/sponde/index.html": "en/calls/sponde/index.html",
        "piani/piano-unico/quartieri/index.html": "en/plans/piano-unico/quartieri/index.html",
        "indicatori/visitatori/index.html": "en/indicators/visitatori/index.html",
        "organizzazioni/unicollefiorito/index.html": "en/organisations/unicollefiorito/index.html",
        "persone/ada-fontana/index.html": "en/people/ada-fontana/index.html",
        "fonti/comunicato-mobilita/index.html": "en/sources/comunicato-mobilita/index.html",
        "metodo/index.html": "en/method/index.html",
        "scadenze/index.html": "en/deadlines/index.html",
        "cerca/index.html": "en/search/index.html",
        "temi/sdgs/sdg-11/index.html": "en/topics/sdgs/sdg-11/index.html",
    }
    assert {*expected, *expected.values(), "404.html"} <= set(files)


def test_search_engines_are_to_leave_out_what_is_not_found(showcase: SiteTest) -> None:
    assert '<meta name="robots" content="noindex">' in showcase.page("/404.html")


def test_the_first_language_of_the_site_is_at_its_root() -> None:
    site = SiteTest()
    site.replace("content/site.yaml", "[it, en]", "[en]")
    site.write("content/pages/method.md", site.read("content/pages/method.md").replace("it: metodo, ", ""))
    site.remove("content/pages/method.en.md").remove("content/agreements/mobilita.en.md")
    settings = re.sub(r"  it: .*\n", "", site.read("content/site.yaml"))
    site.write("content/site.yaml", re.sub(r"\{it: [^,]*, en", "{en", settings))
    site.build().problems()
    assert "agreements/mobilita/index.html" in site.files()
    assert not [path for path in site.files() if path.startswith(("en/", "accordi/"))]


def test_every_record_has_its_data_beside_its_first_page(showcase: BuiltSite) -> None:
    files = set(showcase.files())
    pages = [path for path in files if path.endswith("/index.json")]
    told = SiteTest("showcase").check().showcase
    with_page = [one for one in told.records.values() if one.ref.folder in WITH_PAGES and told.languages(one.ref)]
    told_of = [one for one in with_page if not one.facts.withdrawn]
    at = {f"/{path.removesuffix('index.json')}" for path in pages}
    now = {f"/{Urls(told.settings).record(one, 'it')}" for one in told_of}
    assert now < at and at - now <= {old for one in told_of for old in one.facts.redirect_from}
    assert all(path.removesuffix("json") + "html" in files for path in pages)
    assert 'href="/accordi/mobilita/index.json"' in showcase.page("/en/agreements/mobilita/")


def test_a_kind_without_records_has_no_page_and_no_menu_entry() -> None:
    site = SiteTest().replace("content/site.yaml", "navigation: [", "navigation: [programmes, calls, ").build()
    site.problems(("leads-to-none", "content/site.yaml", 11, 14), ("leads-to-none", "content/site.yaml", 11, 26))
    assert not [path for path in site.files() if path.startswith(("programmi", "bandi", "en/programmes"))]
    assert 'href="/programmi/"' not in site.page("/")


def test_a_showcase_without_any_record_is_built() -> None:
    site = SiteTest()
    for folder in ("agreements", "organisations", "sources", "pages"):
        site.remove(f"content/{folder}")
    site.replace("content/site.yaml", "navigation: [agreements, organisations, pages/method]\n", "")
    site.build().problems()
    assert {"index.html", "en/index.html", "scadenze/index.html", "404.html", "feed.xml"} <= set(site.files())


CLASHES = {
    "another page": "address: {it: metodo, en: other}",
    "a list": "address: {it: accordi, en: other}",
    "the home of a language": "address: {it: en, en: other}",
    "a fixed page": "address: {it: cerca, en: other}",
    "a page of another language": "address: {it: altro, en: method}",
    "an old address at a page": "address: {it: x, en: y}\nredirect_from: [/metodo/]",
    "an old address at the home": "address: {it: x, en: y}\nredirect_from: [/en/]",
    "two old addresses": "address: {it: x, en: y}\nredirect_from: [/z/, /z/]",
}


@pytest.mark.parametrize("facts", CLASHES.values(), ids=CLASHES)
def test_two_pages_for_one_address_are_told(facts: str) -> None:
    site = SiteTest().write("content/pages/x.md", f"---\ntitle: X\n{facts}\n---\nTesto.\n")
    site.write("content/pages/x.en.md", "---\ntitle: X\n---\nText.\n").build()
    assert set(site.codes()) - {"unmarked-translation"} <= {"same-address", "same-entry"}
    assert not site.out.exists()


def test_a_file_called_like_the_data_beside_it_is_told() -> None:
    site = SiteTest().rename("content/agreements/mobilita.md", "content/agreements/mobilita/index.md")
    site.rename("content/agreements/mobilita.en.md", "content/agreements/mobilita/index.en.md")
    site.write("content/agreements/mobilita/index.json", "x")
    site.replace("content/agreements/mobilita/index.md", "ref:pages/method", "index.json")
    assert "same-address" in site.build().codes()


NAMES = ("il programma.pdf", "città.pdf", "100%.pdf", "a#b.pdf", "a&b.pdf", "Orari.ODS")


@pytest.mark.parametrize("names", [(name,) for name in NAMES] if IS_LONG else [NAMES], ids=min)
def test_a_file_of_any_name_is_published_and_found(names: tuple[str, ...]) -> None:
    site = SiteTest().rename("content/agreements/mobilita.md", "content/agreements/mobilita/index.md")
    site.rename("content/agreements/mobilita.en.md", "content/agreements/mobilita/index.en.md")
    attachments = "attachments:\n"
    for name in names:
        site.write(f"content/agreements/mobilita/{name}", document() if name.endswith("pdf") else zipped({}))
        attachments += f'  - {{file: "{name}", title: {{it: "{name}", en: "{name}"}}, language: it}}\n'
    site.replace("content/agreements/mobilita/index.md", "sources:", f"{attachments}sources:")
    site.build()
    assert site.codes() == []
    links = hrefs(site.page("/en/agreements/mobilita/"))
    for name in names:
        assert f"accordi/mobilita/{name}" in site.files()
        assert f"/accordi/mobilita/{quote(name)}" in links


def test_the_sitemap_pairs_the_languages_and_leaves_people_out(showcase: BuiltSite) -> None:
    site = showcase
    root = ElementTree.fromstring(site.text("sitemap.xml").encode())
    namespaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries: dict[str, Any] = {one.findtext("s:loc", "", namespaces): one for one in root.findall("s:url", namespaces)}
    mobilita = entries["https://finestra.example/accordi/mobilita/"]
    links = {one.get("hreflang"): one.get("href") for one in mobilita.findall("x:link", namespaces)}
    assert links["en"] == "https://finestra.example/en/agreements/mobilita/"
    assert mobilita.findtext("s:lastmod", "", namespaces) == "2026-11-20"
    assert not [address for address in entries if any(word in address for word in ("/persone/", "404", "ritirata"))]
    assert not [address for address in entries if "/people/" in address], "nor is there their list, in any language"


def test_a_record_was_updated_when_it_was_wherever_that_is_said() -> None:
    """Of a month that has begun a feed, which must name a day, names the first: no other may have come yet."""
    site = SiteTest()
    site.replace("content/agreements/mobilita.md", "stage: signed", "stage: signed\nverified_on: 2026-11").build()
    assert site.structured("/accordi/mobilita/")[-1]["dateModified"] == "2026-11"
    told = site.text("sitemap.xml").partition("/accordi/mobilita/</loc>")[2].partition("</url>")[0]
    assert "<lastmod>2026-11</lastmod>" in told
    assert site.text("accordi/feed.xml").count("<updated>2026-11-01T00:00:00Z</updated>") == 2


def test_a_demonstration_is_kept_from_search_engines_unless_it_is_a_production() -> None:
    site = SiteTest().replace("content/site.yaml", "navigation", "demonstration: true\nnavigation")
    assert '<meta name="robots" content="noindex">' in site.look().page("/")
    assert "Disallow: /\n" in site.text("robots.txt")
    assert "noindex" not in site.look(production=True).page("/")
    assert "Disallow: /\n" not in site.text("robots.txt")


def test_people_are_kept_from_search_engines_always() -> None:
    site = SiteTest("showcase")
    for name in ("accessibility_url", "data_protection_contact"):
        value = "dpo@altavalle.example" if "contact" in name else "https://altavalle.example/"
        site.replace("content/site.yaml", f"{name}: placeholder", f"{name}: {value}")
    site.check(production=True).problems(
        ("untranslated", "content/initiatives/passeggiate.md", 0, 0),
        ("untraced-figure", "content/initiatives/premio-lanterna.md", 25, 13),
    )
    assert "noindex" in site.build(production=True).page("/persone/ada-fontana/")
    assert "noindex" not in site.page("/accordi/mobilita/")


def test_every_kind_stands_in_the_showcase() -> None:
    kinds = {ref.folder for ref in SiteTest("showcase").check().showcase.records}
    assert kinds == {*BY_FOLDER}
