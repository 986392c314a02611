"""Languages are configuration: one, two or more, any of them first, with the words that ship or the owner's own."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.problems.as_text import as_text
from generator.words import words_for
from tests.harness import SiteTest
from tests.long import IS_LONG

LOCALE = Path(__file__).parents[1] / "generator" / "locale"
SITE = "content/site.yaml"
LANGUAGES = "languages: [it, en]"
CASES: Sequence[tuple[str, Mapping[str, str]]] = (
    ("it", {}),
    ("en", {"it": "en", "en": "it"}),
    ("en, it", {"it": "en", "en": "it"}),
    ("it, en, de", {}),
    ("fr", {"it": "fr"}),
    ("de, it", {"it": "de", "en": "it"}),
)
"""The languages of a site, and what becomes of the languages in which the showcase is written."""
TRIED = [
    (languages, labels, "showcase" if IS_LONG or languages == "fr" else "minimal")
    for languages, labels in (CASES if IS_LONG else CASES[2:5])
]
"""And of which site: in `make test` one language is tried of the showcase, several of the site of a few records."""


def in_languages(site: SiteTest, languages: str, labels: Mapping[str, str]) -> SiteTest:
    """A site with its words labelled anew: a fact's by its keys, a translation by its name."""
    for file in sorted((site.root / "content").rglob("*.*")):
        if file.suffix not in (".md", ".yaml") or not file.is_file():
            continue
        text = re.sub(
            r"(?<=[{ ])(it|en)(?=: )|(?<=language: )(it|en)\b",
            lambda match: labels.get(match[0], match[0]),
            file.read_text("utf-8"),
        )
        file.write_text(text, "utf-8")
    for old, new in labels.items():
        for file in sorted((site.root / "content").rglob(f"*.{old}.md")):
            file.rename(file.with_name(file.name.replace(f".{old}.", f".{new}.")))
    return site.replace(SITE, site.read(SITE).split("languages:")[1].split("\n")[0], f" [{languages}]")


@pytest.mark.parametrize(("languages", "labels", "name"), TRIED, ids=[case[0] for case in TRIED])
def test_a_site_in_any_languages(languages: str, labels: Mapping[str, str], name: str) -> None:
    site = in_languages(SiteTest(name), languages, labels).build()
    assert {one.code for one in site.found if one.is_error} == set()
    assert max(Counter(one.place.path for one in site.found if one.code == "unused-language").values(), default=1) == 1
    first, *others = languages.split(", ")
    pages = {path: site.page(path) for path in site.tree() if path.endswith(".html")}
    for path, page in pages.items():
        if found := re.search(r'<html lang="([a-z]+)"', page):
            assert found[1] == next((code for code in others if path.startswith(f"{code}/")), first)
    for code in (first, *others):
        assert (
            words_for(code).text("Skip to the content")
            in pages["index.html" if code == first else f"{code}/index.html"]
        )
    heads = [table.decode().partition("\r\n")[0].split(",") for path, table in site.tree().items() if ".csv" in path]
    said = {column for head in heads for column in head if column.startswith("focus.")}
    assert said == {f"focus.{code}" for code in (first, *others)}


def test_words_of_other_languages_are_one_notice_a_file_and_not_used() -> None:
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [it]").build()
    told = [one.place.path for one in site.found]
    assert site.codes() == ["unused-language"] * len(told)
    assert len(told) == len(set(told)) > 1
    assert all(b"mobility" not in content for path, content in site.tree().items() if path.endswith((".html", ".json")))


def test_words_in_no_language_of_the_site_are_one_message() -> None:
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [it]")
    path = "content/agreements/mobilita.md"
    site.replace(path, "duration: 3 years", "duration: 3 years\nduration_note: {en: Note}").check()
    (told,) = [one for one in site.found if one.place.path == path and one.place.line == 9]
    assert (told.code, told.values["code"]) == ("first-language-missing", "it")


def test_the_records_may_be_in_another_language_than_the_first() -> None:
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [en, it]").check()
    site.problems(("written-twice", "content/agreements/mobilita.en.md", 0, 0))
    site.replace(SITE, "base_url", "written_in: it\nbase_url").build().problems()
    assert "Collefiorito and Valdombra for mobility" in site.page("agreements/mobilita/")
    assert "Collefiorito e Valdombra per la mobilità" in site.page("it/accordi/mobilita/")


def test_the_language_of_the_records_is_one_of_the_site() -> None:
    SiteTest().replace(SITE, "base_url", "written_in: de\nbase_url").check().problems(("bad-language", SITE, 6, 13))


def test_an_address_or_a_label_without_a_language_is_told_and_ends_nothing() -> None:
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [de, it, en]\nwritten_in: it").build()
    assert {one.code for one in site.found if one.is_error} == set()
    assert "Metodo" in site.page("it/metodo/")
    site.write("content/pages/method.de.md", "---\ntitle: Methode\n---\nSo.\n").build()
    assert [one.place.line for one in site.found if one.values.get("key") == "address"] == [4]
    assert "Methode" in site.page("metodo/")
    terms = "terms: [{id: acqua, label: {en: water}, verified: true}]"
    site.write("content/vocabularies/topics.yaml", f"title: {{it: Temi}}\nversion: '1'\nsource: noi\n{terms}\n")
    site.replace("content/agreements/mobilita.md", "sources:", "topics: [nuvole]\nsources:").check()
    assert {one.code for one in site.found if one.is_error} >= {"first-language-missing", "unknown-term"}


def test_a_site_in_one_language_names_none() -> None:
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [it]")
    site.replace(SITE, "\n  it: Una vetrina con poche schede.\n  en: A showcase with few records.", " Una vetrina.")
    site.replace(SITE, "{it: Università di Collefiorito, en: University of Collefiorito}", "Università di Collefiorito")
    assert not [one for one in site.check().found if one.is_error]
    site.replace(SITE, "description: Una vetrina.", "description: [a]").check()
    assert "{it:" not in as_text(site.found, words_for("en"), site.root)


@pytest.mark.parametrize(
    ("languages", "said"),
    [("it", "“…”"), ("de, fr", "{de: …, fr: …}"), ("it, en", "{it: …, en: …}")],
    ids=["one", "two", "ours"],
)
def test_examples_are_in_the_languages_of_the_site(languages: str, said: str) -> None:
    site = SiteTest().replace(SITE, "\n  it: Una vetrina con poche schede.\n  en: A showcase with few records.", " [a]")
    site.replace(SITE, LANGUAGES, f"languages: [{languages}]").check()
    (told,) = (one for one in site.found if one.values.get("key") == "description")
    assert told.values["example"] == said.strip("“”")


# --- catalogues beside content/ ---


def test_a_language_that_vetrina_has_no_words_for_comes_with_its_catalogue() -> None:
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [it, es]").check()
    assert [(one.place.line, one.place.column) for one in site.found if one.code == "no-words"] == [(5, 17)]
    site.write("locale/es.po", CATALOGUE).write(
        "content/agreements/mobilita.es.md", "---\ntitle: Por la movilidad\n---\n"
    )
    page = site.build().page("es/agreements/mobilita/")
    assert '<html lang="es"' in page
    assert "Ir al contenido" in page
    assert "26 de marzo de 2025" in page


@pytest.mark.parametrize("ours", ["fr", "de", "it"])
def test_what_we_say_ourselves_is_no_mistake_of_who_translates_it(ours: str) -> None:
    written = (LOCALE / f"{ours}.po").read_text("utf-8").replace(f"Language: {ours}", "Language: es")
    site = SiteTest().replace(SITE, LANGUAGES, "languages: [it, es]").write("locale/es.po", written).check()
    assert [one for one in site.found if one.place.path == "locale/es.po"] == []
    other = re.sub(r'(msgid "Agreements"\nmsgstr ")', r"\1TODO 011 5661234 ", written)
    found = site.write("locale/es.po", other).check().found
    assert {one.code for one in found if one.place.path == "locale/es.po"} == {"unfinished", "phone-number"}


def test_a_catalogue_of_the_owner_goes_before_ours() -> None:
    site = SiteTest().write("locale/it.po", CATALOGUE).build()
    page = site.page("accordi/mobilita/")
    assert "Ir al contenido" in page
    assert "Accordi" in page


def test_pages_follow_a_catalogue_that_changes() -> None:
    site = SiteTest().write("locale/it.po", CATALOGUE).build()
    site.write("locale/it.po", CATALOGUE.replace("Ir al contenido", "Salta")).build()
    assert "Salta" in site.page("accordi/mobilita/")


CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Skip to the content"
msgstr "Ir al contenido"
"""
