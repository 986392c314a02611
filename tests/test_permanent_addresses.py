"""Addresses are permanent: declared, or ids; the owner's where the owner says so; told before anything is built."""

import re
from collections.abc import Iterable, Iterator, Mapping

import pytest

from generator import words
from generator.kinds.catalogue import KINDS
from generator.problems.as_text import hint, message
from tests.harness import BuiltSite, SiteTest
from tests.long import IS_LONG
from tests.media import picture

SITE = "content/site.yaml"
METHOD = "content/pages/method.md"
ADA = """title: Ada Fontana
roles:
  - title: {it: rettrice, en: Rector}
    organisation: unicollefiorito
    attested_on: 2025-03-26
    source: comunicato-mobilita
sources:
  - source: comunicato-mobilita
"""
"""Somebody whom one record names has no page: from her address, hers leads there."""


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An Italian catalogue in which every word has been corrected."""
    real = words._catalogue

    class Corrected:
        def __init__(self, catalogue: words.NullTranslations) -> None:
            self._catalogue = catalogue

        def __getattr__(self, name: str) -> object:
            told = getattr(self._catalogue, name)
            return lambda *args: re.sub(r"(?<![{\w])([a-z]{4,})(?![}\w])", r"\1x", str(told(*args)))

    monkeypatch.setattr(words, "_catalogue", lambda *asked: Corrected(real(*asked)))
    words.words_for.cache_clear()
    yield
    words.words_for.cache_clear()


def pages(site: BuiltSite) -> set[str]:
    return {path for path in site.files() if path.endswith(("/index.html", "index.json", ".xml"))}


@pytest.fixture
def addresses(showcase: BuiltSite) -> set[str]:
    return pages(showcase)


@pytest.mark.usefixtures("other_words")
def test_a_corrected_word_changes_no_address(addresses: set[str]) -> None:
    site = SiteTest("showcase", from_nothing=True)
    assert pages(site.build()) == addresses
    assert "dueapartex" not in site.page("/")
    assert "Accordix" in site.page("/") or "accordix" in site.page("/")


def test_the_owner_names_a_list(addresses: set[str]) -> None:
    site = SiteTest("showcase")
    site.write(SITE, site.read(SITE) + "kinds:\n  - {kind: agreements, address: {it: protocolli}}\n")
    renamed = {re.sub(r"^accordi/", "protocolli/", path) for path in addresses}
    former = pages(site.build()) - renamed
    assert former == addresses - renamed
    assert 'content="0; url=/protocolli/"' in site.page("/accordi/")
    assert 'href="/protocolli/mobilita/"' in site.page("/protocolli/")
    assert 'href="/en/agreements/mobilita/"' in site.page("/en/agreements/")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{it: Accordi Firmati}", "bad-address-word"),
        ("{it: con}", "bad-address-word"),
        (f"{{it: {'a' * 241}}}", "bad-address-word"),
        ("accordi", "wrong-type"),
        ("{it: [a]}", "wrong-type"),
    ],
)
def test_a_word_of_an_address_is_one_word(written: str, code: str) -> None:
    site = SiteTest("minimal")
    site.write(SITE, site.read(SITE) + f"kinds:\n  - {{kind: agreements, address: {written}}}\n")
    assert site.check().codes() == [code]


def test_the_owners_lists_are_kinds_and_do_not_share_an_address() -> None:
    site = SiteTest("minimal")
    site.write(SITE, site.read(SITE) + "kinds:\n  - kind: accordi\n    address: {it: protocolli}\n")
    assert site.check().codes() == ["bad-choice"]
    site.replace(SITE, "kind: accordi", "kind: pages")
    assert site.check().codes() == ["no-list"]
    site.replace(SITE, "kind: pages", "kind: agreements").replace(SITE, "protocolli", "organizzazioni")
    told = next(one for one in site.check().found if one.code == "same-address")
    assert (told.place.path, told.place.line, told.place.column) == (SITE, site.read(SITE).count("\n"), 19)
    assert "this one and the list “Organisations”." in message(told, words.words_for("en"))
    assert "questa e l’elenco «Organizzazioni»." in message(told, words.words_for("it"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_segments_of_a_kind_are_words_of_addresses(kind: type) -> None:
    assert kind.segments.keys() == {"it", "en"}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", word) for word in kind.segments.values())


LINKS = {
    "https://vetrina.example/accordi/mobilita/": [],
    "https://vetrina.example/accordi/scomparso/": ["broken-link"],
    "https://vetrina.example/altrove": ["broken-link"],
    "https://altrove.example/accordi/scomparso/": [],
    "http://vetrina.example/accordi/scomparso/": ["broken-link"],
    "http://vetrina.example/accordi/mobilita/": [],
    "https://vetrina.example": [],
    "https://vetrina.example/feed.xml": [],
    "https://vetrina.example/en/agreements/feed.xml": [],
    "https://vetrina.example/en/agreements/card.png": [],
    "https://vetrina.example/sitemap.xml": [],
    "https://vetrina.example/robots.txt": [],
    "https://vetrina.example/404.html": [],
    "https://vetrina.example/accordi/mobilita/#text-che-cosa-prevede": [],
    "https://vetrina.example/accordi/mobilita/#sources": [],
    "https://vetrina.example/accordi/mobilita/#source-1": [],
    "https://vetrina.example/accordi/mobilita/#source-9": ["unknown-anchor"],
    "https://vetrina.example/accordi/mobilita/#differences": ["unknown-anchor"],
    "https://vetrina.example/accordi/#2022": ["broken-link"],
    "https://vetrina.example/accordi/mobilita/#che-cosa-prevede": ["unknown-anchor"],
    "https://vetrina.example/vecchio/": [],
    "https://vetrina.example:443/vecchio/": [],
    "https://vetrina.example:443/nulla/": ["broken-link"],
    "https://Vetrina.example/nulla/": ["broken-link"],
    "https://vetrina.example:8443/nulla/": [],
    "https://vetrina.example/vecchio/#source-1": ["record-moved"],
    "https://vetrina.example/persone/ada/": [],
    "https://vetrina.example/persone/ada/#source-1": ["broken-link"],
    "https://vetrina.example/404.html#main": ["broken-link"],
    "https://vetrina.example/feed.xml#x": [],
    "https://vetrina.example/accordi/mobilita/index.json#x": [],
}
"""Links to the site itself, and what a check tells of each. All stand on one page; in `make test-long` each alone."""
TOLD = ("broken-link", "unknown-anchor", "record-moved")
REFUSED = {"https://qualcuno@vetrina.example/nulla/": ["broken-link"]}
"""One that is told before it is asked where the others lead."""


def linking(addresses: Iterable[str]) -> SiteTest:
    """The small site with a page that links the addresses, a line each."""
    site = SiteTest("minimal")
    more = "stage: signed\nredirect_from: [/vecchio/]\nrelated: [people/ada]"
    site.write("content/people/ada.yaml", ADA).replace("content/agreements/mobilita.md", "stage: signed", more)
    lines = "\n".join(f"[qui]({address})" for address in addresses)
    return site.write(METHOD, f"{site.read(METHOD).rpartition('---')[0]}---\n{lines}\n")


@pytest.mark.parametrize(
    "links", [REFUSED, *({one: LINKS[one]} for one in LINKS)] if IS_LONG else [REFUSED, LINKS], ids=min
)
def test_a_link_to_the_site_itself_leads_somewhere(links: Mapping[str, list[str]]) -> None:
    site = linking(links).check()
    first = site.read(METHOD).split("\n").index(f"[qui]({next(iter(links))})") + 1
    told = [(one.place.line - first, one.code) for one in site.found if one.code in TOLD]
    assert sorted(told) == [(number, code) for number, found in enumerate(links.values()) for code in found]
    leading = linking(one for one, found in links.items() if not found).check()
    found = leading.found
    assert leading.build().found == found, "a build follows every link, and finds what the check does"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (SITE, "privacy_url: https://unicollefiorito.example/privacy", "privacy_url: https://vetrina.example/privacy/"),
        (SITE, "https://creativecommons.org/licenses/by/4.0/", "https://vetrina.example/licenza/"),
        (SITE, "title: Piccola", "history: https://vetrina.example/storia/{path}\ntitle: Piccola"),
        (
            "content/sources/comunicato-mobilita.yaml",
            "title:",
            "identifiers: {doi: https://vetrina.example/x/}\ntitle:",
        ),
    ],
)
def test_an_address_of_the_site_is_checked_wherever_it_is_written(file: str, before: str, after: str) -> None:
    site = SiteTest("minimal")
    site.replace(file, before, after)
    assert site.check().codes() == ["broken-link"]
    told = site.found
    assert [one.place.path for one in told] == [file]
    assert site.build().found == told


def test_what_only_looks_like_an_address_is_refused_or_not_linked() -> None:
    site = SiteTest("minimal")
    site.replace("content/sources/comunicato-mobilita.yaml", "url: https://", "url: https://[")
    assert site.check().codes() == ["bad-url"]


@pytest.mark.parametrize("word", ["nul", "a" * 241])
def test_an_old_address_has_words_that_every_computer_can_keep(word: str) -> None:
    site = SiteTest("minimal")
    site.replace("content/pages/method.md", "---\n", f"---\nredirect_from: [/vecchio/{word}/]\n")
    site.check().problems(("bad-address-word", "content/pages/method.md", 2, 17))


def test_what_is_wrong_in_the_settings_is_mended_there() -> None:
    site = SiteTest("minimal")
    site.write(SITE, f"model: x\n{site.read(SITE)}")
    (told,) = site.check().found
    assert "Write it as in the example: 3." in hint(told, words.words_for("en"))


def test_a_name_with_accents_apart_is_the_file_that_the_record_names() -> None:
    site = SiteTest("minimal")
    site.write("content/organisations/osservatorio/index.yaml", OBSERVATORY)
    site.write("content/organisations/osservatorio/citta\u0300.txt", "testo")
    assert site.build().codes() == []
    assert "organizzazioni/osservatorio/citt\u00e0.txt" in site.tree()


def test_a_text_may_spell_a_file_with_accents_apart() -> None:
    site = SiteTest("minimal")
    body = 'Vedi [qui](citta\u0300.txt).\n\n![Una piazza](caffe\u0300.png "Foto di Ada Rossi")\n'
    site.write("content/organisations/osservatorio/index.md", f"---\n{OBSERVATORY}---\n{body}")
    site.write("content/organisations/osservatorio/citt\u00e0.txt", "testo")
    site.write("content/organisations/osservatorio/caff\u00e8.png", picture())
    assert site.build().codes() == []
    assert 'href="/organizzazioni/osservatorio/citt%C3%A0.txt"' in site.page("/organizzazioni/osservatorio/")
    assert "/organizzazioni/osservatorio/caff%C3%A8-" in site.page("/organizzazioni/osservatorio/")


OBSERVATORY = """title: Osservatorio dei fiumi
nature: research-body
sources:
  - source: comunicato-mobilita
attachments:
  - {file: citt\u00e0.txt, title: {it: La citt\u00e0, en: The city}, language: it}
"""
