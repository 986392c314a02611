"""The panes of the navigation: what they lead to, in which of them a page stands, and where few records are found."""

import re

import pytest

from tests.harness import BuiltSite, SiteTest

SETTINGS = "content/site.yaml"
NAMED = "navigation: [agreements, organisations, pages/method]\n"
MENU = re.compile(r'<nav id="menu".*?</nav>', re.DOTALL)
PANE = re.compile(r'<a href="([^"]*)"(?: lang="(\w+)")?(?: aria-current="(\w+)")?>([^<]*)</a>')


def panes(page: str) -> dict[str, str]:
    """The words of each pane by its address."""
    menu = MENU.search(page)
    return {href: text for href, _, _, text in PANE.findall(menu[0])} if menu else {}


def current(page: str) -> list[tuple[str, str]]:
    """The address of each pane that is marked, and how."""
    menu = MENU.search(page)
    return [(href, mark) for href, _, mark, _ in PANE.findall(menu[0]) if mark] if menu else []


def named(*entries: str, site: str = "minimal") -> SiteTest:
    written = "".join(f"  - {entry}\n" for entry in entries)
    one = SiteTest(site)
    old = re.search(r"navigation: .*\n", one.read(SETTINGS))
    assert old
    return one.replace(SETTINGS, old[0], f"navigation:\n{written}")


def test_an_entry_that_stands_twice_is_told_at_its_line() -> None:
    site = named("agreements", "organisations", "{to: agreements, title: {it: Patti, en: Deals}}").check()
    [told] = site.found
    assert (told.code, told.values["value"], told.values["line"] + 2) == ("same-entry", "agreements", told.place.line)


def test_however_many_panes_there_are_the_cards_are_drawn() -> None:
    site = SiteTest()
    facts = site.read("content/organisations/comune-di-valdombra.yaml")
    for number in range(80):
        site.write(
            f"content/organisations/ente-{number}.yaml", re.sub("(?m)^title: .*", f"title: Ente {number}", facts)
        )
    old = re.search(r"navigation: .*\n", site.read(SETTINGS))
    assert old
    entries = ", ".join(f"organisations/ente-{number}" for number in range(80))
    site.replace(SETTINGS, old[0], f"navigation: [{entries}]\n").build()
    assert (site.out / "index.html").exists(), site.codes()


def test_an_entry_is_a_list_a_record_or_either_with_a_title() -> None:
    site = named(
        "agreements",
        "pages/method",
        "{to: organisations, title: {it: Chi, en: Who}}",
        "to: organisations/comune-di-valdombra\n    title:\n      it: Il Comune",
    ).build()
    assert site.found == ()
    it, en = panes(site.page("/")), panes(site.page("/en/"))
    assert list(it.values()) == ["Accordi", "Metodo", "Chi", "Il Comune"]
    assert list(en.values()) == ["Agreements", "Method", "Who", "Il Comune"]
    assert list(it)[2:] == ["/organizzazioni/", "/organizzazioni/comune-di-valdombra/"]
    assert '<a href="/en/organisations/comune-di-valdombra/" lang="it">Il Comune</a>' in site.page("/en/")


def test_what_is_wrong_with_an_entry_is_told_where_it_stands() -> None:
    site = named("agrements", "{to: agreements/mobilit}", "{title: {it: Chi}}", "{to: agreements, titel: x}", "[]")
    site.check()
    line = site.read(SETTINGS).splitlines().index("navigation:") + 1
    told = [(one.code, one.place.line - line, one.place.column) for one in site.found]
    assert ("missing-key", 3, 5) in told
    assert ("unknown-key", 4, 22) in told
    assert ("wrong-type", 5, 5) in told
    site = named("agrements", "{to: agreements/mobilit}", "to: intros").check()
    assert [(one.code, one.place.line - line, one.place.column) for one in site.found] == [
        ("unknown-folder", 1, 5),
        ("unknown-reference", 2, 10),
        ("no-page", 3, 9),
    ]
    assert [one.suggestions for one in site.found[:2]] == [("agreements",), ("mobilita",)]


def test_a_site_that_names_none_has_the_lists_of_what_people_look_for() -> None:
    site = SiteTest().replace(SETTINGS, NAMED, "").build()
    assert list(panes(site.page("/"))) == ["/accordi/", "/organizzazioni/"]
    assert list(panes(site.page("/en/"))) == ["/en/agreements/", "/en/organisations/"]


def test_lists_without_a_pane_are_at_the_foot(showcase: BuiltSite) -> None:
    foot = showcase.page("/").partition("<footer")[2]
    assert '<a href="/luoghi/">Luoghi</a>' in foot
    assert '<a href="/eventi/">Eventi</a>' in foot
    for other in ("/accordi/", "/piani/", "/fonti/"):
        assert f'<a href="{other}"' not in foot, other


@pytest.mark.parametrize(
    ("page", "pane"),
    [
        ("/accordi/", ("/accordi/", "page")),
        ("/accordi/anno/2018/", ("/accordi/", "true")),
        ("/accordi/mobilita/", ("/accordi/", "true")),
        ("/metodo/", ("/metodo/", "page")),
        ("/indicatori/visitatori/", ("/indicatori/", "true")),
        ("/piani/", ("/indicatori/", "true")),
        ("/piani/piano-unico/", ("/indicatori/", "true")),
        ("/piani/piano-unico/quartieri/", ("/indicatori/", "true")),
        ("/programmi/citta-aperta/", ("/iniziative/", "true")),
        ("/bandi/ponti/", ("/bandi/", "true")),
    ],
)
def test_one_pane_is_marked_that_of_the_page_or_the_nearest_around_it(
    showcase: BuiltSite, page: str, pane: tuple[str, str]
) -> None:
    assert current(showcase.page(page)) == [pane]


def test_a_record_stands_in_the_pane_of_what_it_is_part_of() -> None:
    site = named("programmes/citta-aperta", "cantieri", "agreements", site="showcase").build()
    for page in ("/programmi/citta-aperta/", "/iniziative/premio-lanterna/", "/iniziative/festival-del-fiume/"):
        assert [href for href, _ in current(site.page(page))] == ["/programmi/citta-aperta/"], page
    assert current(site.page("/scadenze/")) == []


def test_few_records_stand_under_a_wider_kind_and_their_list_stays(showcase: BuiltSite) -> None:
    """A plan alone stands with the indicators; three calls are enough for a pane of their own."""
    assert "/piani/" not in panes(showcase.page("/"))
    assert "/bandi/" in panes(showcase.page("/"))
    assert 'id="plans"' in showcase.main("/indicatori/")
    assert '<a href="/piani/piano-unico/">' in showcase.main("/indicatori/")
    assert 'id="calls"' not in showcase.main("/iniziative/")
    assert '<a href="/piani/piano-unico/">' in showcase.main("/piani/")


def test_a_list_of_one_or_two_is_no_pane_and_the_foot_leads_to_it(showcase: BuiltSite) -> None:
    assert {"/cantieri/", "/reti/"}.isdisjoint(panes(showcase.page("/")))
    assert doors_and_foot(showcase.page("/")) >= {"/cantieri/", "/reti/"}
    site = named("plans", "agreements", site="showcase").remove("content/indicators").remove("content/cases")
    site.replace(SETTINGS, ", indicators/visitatori, indicators/accordi-firmati]", "]").build()
    assert "/piani/" not in panes(site.page("/")), "whatever there is to stand under"
    assert "/piani/" in doors_and_foot(site.page("/"))


def test_where_every_list_is_of_one_or_two_they_are_the_panes() -> None:
    assert list(panes(SiteTest().build().page("/"))) == ["/accordi/", "/organizzazioni/", "/metodo/"]


def test_a_young_site_whose_agreements_name_many_has_panes_for_these_too() -> None:
    site = SiteTest().replace(SETTINGS, NAMED, "")
    facts = site.read("content/organisations/comune-di-valdombra.yaml")
    for number in range(4):
        site.write(
            f"content/organisations/ente-{number}.yaml", re.sub("(?m)^title: .*", f"title: Ente {number}", facts)
        )
    assert list(panes(site.build().page("/"))) == ["/accordi/", "/organizzazioni/"]


def doors_and_foot(page: str) -> set[str]:
    """The addresses to which the home page leads by its doors and its foot."""
    return set(re.findall(r'<a href="([^"]*)"', page.partition("<main")[2].replace("\n", "")))
