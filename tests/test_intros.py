"""Introductions: a text at the head of a list, checked and translated like any other, with no page of its own."""

import re

import pytest

from tests.harness import SiteTest

INTRO = (
    "---\ntitle: Che cos’è un accordo\n---\nUn accordo dice [chi](ref:organisations/unicollefiorito) lavora con chi.\n"
)
ENGLISH = "---\ntitle: What an agreement is\n---\nAn agreement says who works with whom.\n"
PATH = "content/intros/agreements.md"


def site(intro: str = INTRO, english: str = ENGLISH) -> SiteTest:
    made = SiteTest().write(PATH, intro)
    return made.write("content/intros/agreements.en.md", english) if english else made


def test_it_stands_at_the_head_of_the_list_in_each_language() -> None:
    built = site().build()
    italian, english = built.main("/accordi/"), built.main("/en/agreements/")
    assert re.search(r'<div class="lead">\s*<p>Un accordo dice .*lavora.*chi.*\.</p>\s*</div>', italian)
    assert '<a href="/organizzazioni/unicollefiorito/">chi</a>' in italian
    assert re.search(r'<div class="lead">\s*<p>.*who works with whom.*</p>', english)


def test_a_list_without_one_begins_as_before() -> None:
    assert 'class="wrap intro"' not in site().build().main("/organizzazioni/")


def test_a_list_has_it_only_in_the_languages_it_was_written_in() -> None:
    built = site(english="").build()
    assert '<div class="lead">' in built.main("/accordi/")
    assert '<div class="lead">' not in built.main("/en/agreements/")
    assert built.codes() == ["untranslated"]


def test_it_has_no_page_no_data_and_no_place_among_records() -> None:
    built = site().build()
    assert [path for path in built.files() if "intro" in path] == []
    assert "intros" not in built.tree()["sitemap.xml"].decode()


def test_its_words_are_checked_like_any_other() -> None:
    assert site(english=ENGLISH).check().codes() == ["unmarked-translation"]
    assert "broken-link" in site(INTRO.replace("ref:organisations", "organisations")).check().codes()
    assert "unknown-reference" in site(INTRO.replace("unicollefiorito", "uni")).check().codes()
    refused = "terms:\n  - {language: it, refused: [lavora], preferred: opera, because: così}\n"
    told = [one for one in site().write("content/style.yaml", refused).check().found if one.code == "refused-word"]
    assert [(one.place.path, one.place.line) for one in told] == [(PATH, 4)]


def test_it_holds_a_title_and_a_text_and_no_facts() -> None:
    told = site(INTRO.replace("---\nUn", "topics: [acqua]\n---\nUn")).check().found
    assert ("unknown-key", 3) in [(one.code, one.place.line) for one in told]


@pytest.mark.parametrize(
    ("name", "code"), [("pages", "no-list"), ("intros", "unknown-folder"), ("acordi", "unknown-folder")]
)
def test_it_is_named_for_a_folder_that_has_a_list(name: str, code: str) -> None:
    assert SiteTest().write(f"content/intros/{name}.md", INTRO).check().codes() == [code, "untranslated"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/site.yaml", "navigation:", "home: {figures: [intros/agreements]}\nnavigation:"),
        ("content/site.yaml", "navigation:", "home: {doors: [intros]}\nnavigation:"),
        ("content/site.yaml", "navigation: [", "navigation: [intros, "),
        ("content/site.yaml", "navigation: [", "navigation: [intros/agreements, "),
        ("content/agreements/mobilita.md", "form:", "related: [intros/agreements]\nform:"),
    ],
)
def test_nothing_refers_to_it(path: str, old: str, new: str) -> None:
    assert "no-page" in site().replace(path, old, new).check().codes()


def test_a_text_does_not_link_it() -> None:
    linked = site().replace("content/agreements/mobilita.md", "ref:pages/method", "ref:intros/agreements")
    assert "no-page" in linked.check().codes()


def test_it_is_of_the_whole_list_alone() -> None:
    built = SiteTest("showcase").build()
    assert '<div class="lead">' in built.main("/accordi/")
    choices = [
        path for path in built.files() if re.fullmatch(r"accordi/(?:stato|pagina|forma)/[^/]+/index\.html", path)
    ]
    assert choices
    assert [path for path in choices if '<div class="lead">' in built.page(f"/{path}")] == []


def test_a_rebuild_follows_it() -> None:
    made = site().build()
    before = made.page("/accordi/mobilita/")
    made.replace(PATH, "lavora con chi", "fa che cosa").build()
    assert "fa che cosa" in made.main("/accordi/")
    assert made.page("/accordi/mobilita/") == before
    made.remove(PATH).remove("content/intros/agreements.en.md").build()
    assert '<div class="lead">' not in made.main("/accordi/")
