"""A kind as an owner has it: renamed, with another address, or switched off; own templates and rules."""

import re
from pathlib import Path

import pytest

from generator.problems.as_text import as_text
from generator.words import words_for
from tests.harness import BuiltSite, SiteTest

SITE = "content/site.yaml"
RENAMED = """kinds:
  - kind: cantieri
    one: {it: progetto di territorio, en: local project}
    several: {it: progetti di territorio, en: local projects}
    address: {it: progetti-di-territorio, en: local-projects}
    former_addresses: [opere]
"""


def with_kinds(written: str, name: str = "showcase") -> SiteTest:
    site = SiteTest(name)
    return site.write(SITE, site.read(SITE) + written)


@pytest.fixture(scope="module")
def renamed() -> SiteTest:
    """The small showcase whose building sites have another name, all of it."""
    return with_kinds(RENAMED).build().whole()


def test_a_kind_is_called_what_the_owner_calls_it(renamed: SiteTest) -> None:
    site = renamed
    assert not [one for one in site.found if one.is_error]
    pages = {path: site.page(path).casefold() for path in site.files() if path.endswith(".html")}
    shown = {path: page for path, page in pages.items() if "canonical" in page and 'http-equiv="refresh"' not in page}
    assert "progetti di territorio" in shown["progetti-di-territorio/index.html"]
    assert "local projects" in shown["en/local-projects/index.html"]
    titles = "cantieri aperti"  # what records of the fixture are called stays theirs
    assert [path for path, page in shown.items() if "<h1>cantieri</h1>" in page or ">cantieri del" in page] == [], (
        titles
    )


def test_a_register_and_its_numbers_are_called_what_the_owner_calls_them() -> None:
    site = with_kinds("kinds: [{kind: agreements, several: {it: intese}}]\n", "minimal").build()
    page = site.page("/accordi/")
    assert "<title>Intese" in page and "Registro degli accordi" not in page
    assert "Intese in vigore" in site.page("/numeri/") and "Accordi in vigore" not in site.page("/numeri/")


def test_what_stood_at_a_former_address_leads_to_where_it_stands(renamed: SiteTest, showcase: BuiltSite) -> None:
    before, site = showcase, renamed
    old = {path for path in before.files() if path.startswith(("cantieri/", "en/cantieri/")) and path.endswith(".html")}
    assert len(old) > 3
    for path in old:
        now = path.replace("en/cantieri/", "en/local-projects/").replace("cantieri/", "progetti-di-territorio/", 1)
        page = site.page(path)
        if "http-equiv" not in before.page(path):
            href = now.removesuffix("index.html").replace("en/progetti-di-territorio/", "en/local-projects/")
            assert f'url=/{href}"' in page or f"url=https://finestra.example/{href}" in page, path


def test_what_stood_under_our_word_leads_on_in_its_language_alone() -> None:
    written = "kinds:\n  - {kind: agreements, address: {it: intese, en: deals}}\n"
    before = SiteTest("minimal").build().files()
    site = with_kinds(written, "minimal").build()
    assert not [one for one in site.found if one.is_error]
    files = set(site.files())
    for path in (one for one in before if one.startswith(("accordi/", "en/agreements/")) and one.endswith(".html")):
        now = path.replace("accordi/", "intese/", 1).replace("en/agreements/", "en/deals/", 1)
        assert now in files
        assert f'/{now.removesuffix("index.html")}"' in site.page(path), path
    assert "accordi/index.html" in before and "en/agreements/index.html" in before
    assert not [path for path in files if path.startswith(("en/accordi/", "agreements/"))]


def test_a_list_that_keeps_our_word_in_one_language_leads_nowhere_in_it() -> None:
    site = with_kinds("kinds:\n  - {kind: agreements, address: {it: intese}}\n", "minimal").build()
    assert 'http-equiv="refresh"' in site.page("accordi/index.html")
    assert 'http-equiv="refresh"' not in site.page("en/agreements/index.html")


def test_two_lists_may_change_their_words() -> None:
    """Where a list stands under what was another's word, nothing of that other leads away from it."""
    written = (
        "  - {kind: agreements, address: {it: organizzazioni}}\n  - {kind: organisations, address: {it: accordi}}\n"
    )
    site = with_kinds(f"kinds:\n{written}", "minimal").build()
    assert not [one for one in site.found if one.is_error]
    for path in ("accordi/index.html", "organizzazioni/index.html"):
        assert 'http-equiv="refresh"' not in site.page(path)


def test_a_former_address_that_something_else_has_is_told() -> None:
    site = with_kinds(
        "kinds:\n  - {kind: agreements, address: {it: protocolli}, former_addresses: [organizzazioni]}\n", "minimal"
    )
    assert "same-address" in site.check().codes()


@pytest.mark.parametrize("folder", ["assets", "pagefind", "Pagefind"])
def test_no_list_stands_in_a_folder_that_the_site_has_for_itself(folder: str) -> None:
    site = with_kinds(f"kinds:\n  - {{kind: agreements, address: {{it: {folder}}}}}\n", "minimal").check()
    assert [one.code for one in site.found if one.is_error], "it is refused, as a word or as an address"


def test_a_kind_that_is_switched_off_is_nowhere() -> None:
    site = with_kinds("kinds:\n  - kind: events\n    off: true\n").build()
    assert not [one for one in site.found if one.is_error]
    assert "switched-off" in site.codes()
    assert {path for path in site.files() if path.startswith(("eventi/", "en/events/"))} <= {"eventi/fiume/index.html"}
    assert "Notte delle lanterne" not in site.page("/")


def test_who_refers_to_a_kind_that_is_switched_off_is_told() -> None:
    site = with_kinds("kinds:\n  - kind: organisations\n    off: true\n", "minimal").check()
    assert "hidden-reference" in site.codes()
    assert "il suo tipo è spento" in as_text(site.found, words_for("it"), site.root)


# --- own templates and rules ---


def test_custom_rules_end_every_stylesheet() -> None:
    plain = BuiltSite(SiteTest.built_once("minimal"))
    site = SiteTest().write("templates/assets/custom.css", "main { outline: 1px solid; }\n").build()
    site.problems()
    tree = site.tree()
    sheets = [path for path in tree if path.endswith(".css") and "finder" not in path]
    assert sheets
    assert all(tree[path].decode().rstrip().endswith("main{outline:1px solid}") for path in sheets)
    assert not [path for path in tree if "custom" in path]
    assert {Path(path).name for path in plain.tree()} & {Path(path).name for path in sheets} == set()


def test_a_mistake_in_custom_rules_is_told_where_it_is() -> None:
    site = SiteTest().write("templates/assets/custom.css", "main { color: red; }\nmain { background: url(x.png); }\n")
    (told,) = site.build().found
    assert (Path(told.place.path).name, told.place.line) == ("custom.css", 2)


def test_a_template_that_ours_or_another_takes_in_is_no_slip() -> None:
    site = SiteTest().write("templates/seal.html", "<p>Ateneo</p>\n")
    assert site.check().codes() == ["unused-template"]
    ours = (Path(__file__).parents[1] / "templates/page.html").read_text("utf-8")
    site.write("templates/page.html", ours + '{% block seal %}{% include "seal.html" %}{% endblock %}\n')
    site.check().problems()
    site.write("templates/parts/facst.html", "").write("templates/assets/vetrnia.css", "p { color: red; }\n").check()
    assert [one.suggestions for one in site.found] == [("parts/facts.html",), ("vetrina.css",)]


def test_a_file_of_the_owners_that_nothing_names_is_told_with_what_it_may_be_and_one_that_is_named_is_not() -> None:
    site = SiteTest().write("templates/assets/costum.css", "a { color: red; }\n")
    site.write("templates/parts/foter.html", "<p>Ateneo</p>\n").write("templates/assets/seal.svg", "<svg/>").check()
    assert [(one.values["name"], one.suggestions) for one in site.found] == [
        ("parts/foter.html", ()),
        ("assets/costum.css", ("custom.css",)),
        ("assets/seal.svg", ()),
    ]
    site.rename("templates/assets/costum.css", "templates/assets/custom.css").remove("templates/parts")
    site.write("templates/assets/custom.css", "main { background: url(seal.svg); }\n").check().problems()


def test_two_entries_for_one_kind_are_told_at_the_second() -> None:
    """Of two words for the address of one list, none is dropped without a word."""
    site = with_kinds(
        "kinds:\n  - {kind: agreements, address: {it: uno}}\n  - {kind: agreements, address: {it: due}}\n"
    )
    told = next(one for one in site.check().found if one.code == "same-entry")
    assert (told.values["key"], told.values["value"]) == ("kinds", "agreements")
    assert (told.place.path, told.values["line"]) == (SITE, told.place.line - 1)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("home: {doors: [agreements, events, agreements]}", "doors"),
        ("home: {figures: [indicators/visitatori, indicators/visitatori]}", "figures"),
        ("social_cards: [agreements, events, agreements]", "social_cards"),
        (
            "glossary: [" + "{word: {it: patto, en: pact}, meaning: {it: Un accordo., en: A deal.}}, " * 2 + "]",
            "glossary",
        ),
    ],
)
def test_what_a_list_of_the_settings_has_twice_is_told(written: str, key: str) -> None:
    name = written.partition(":")[0]
    site = SiteTest()
    lines = site.read(SITE)
    assert f"\n{name}:" not in lines
    found = [
        one.values["key"] for one in site.write(SITE, f"{lines}{written}\n").check().found if one.code == "same-entry"
    ]
    assert found == [key]


def test_a_figure_of_a_whole_is_not_called_by_our_name_for_a_kind_that_the_owner_renamed() -> None:
    renaming = "kinds:\n  - {kind: initiatives, one: {it: azione, en: action}, several: {it: azioni, en: actions}}\n"
    page = with_kinds(renaming).build().main("/organizzazioni/laboratorio-sorgenti/dossier/")
    assert "nel suo insieme" in page and "intera iniziativa" not in page


@pytest.mark.parametrize(
    "written", ["address: {it: intese, en: deals}", "address: {it: intese}, former_addresses: [protocolli]"]
)
def test_what_others_follow_of_a_list_answers_under_the_words_it_had_and_keeps_its_name(written: str) -> None:
    cards = "social_cards: [agreements]\n"
    before = with_kinds(cards, "minimal").build().whole()
    site = with_kinds(f"{cards}kinds:\n  - {{kind: agreements, {written}}}\n", "minimal").build().whole()
    assert not [one for one in site.found if one.is_error]
    files = [one for one in before.files() if one.startswith(("accordi/", "en/agreements/"))]
    files = [one for one in files if not one.endswith(".html")]
    followed = ("accordi.csv", "accordi.ics", "feed.xml", "mobilita/index.json", "card.png", "mobilita/card.png")
    assert {f"accordi/{name}" for name in followed} <= {*files}
    for path in files:
        assert path in site.files(), path
    for path in ("accordi/accordi.csv", "accordi/accordi.ics"):
        assert site.text(path) == site.text(path.replace("accordi", "intese"))
    for name in ("accordi/accordi.ics", "accordi/feed.xml", "en/agreements/feed.xml"):
        named = [re.findall(r"<id>.*?</id>|UID:\S+", one.text(name)) for one in (before, site)]
        assert named[0] and named[0] == named[1]
    dossier = "organizzazioni/unicollefiorito/dossier/dossier.xml"
    if "former" in written:
        assert site.text("protocolli/protocolli.csv") == site.text("intese/intese.csv")
        for card in ("card.png", "mobilita/card.png"):
            assert site.tree()[f"protocolli/{card}"] == site.tree()[f"intese/{card}"]
    assert site.text(dossier) and re.findall(r"<id>.*?</id>", before.text(dossier)) == re.findall(
        r"<id>.*?</id>", site.text(dossier)
    )


def test_the_feed_of_a_dossier_keeps_its_name_where_its_list_has_another_word() -> None:
    def named(site: SiteTest, path: str) -> list[str]:
        return re.findall(r"<id>.*?</id>", site.text(path))

    before = SiteTest("minimal").build().whole()
    site = with_kinds("kinds:\n  - {kind: organisations, address: {it: enti}}\n", "minimal").build().whole()
    told = named(before, "organizzazioni/unicollefiorito/dossier/dossier.xml")
    for word in ("organizzazioni", "enti"):
        assert told == named(site, f"{word}/unicollefiorito/dossier/dossier.xml")
