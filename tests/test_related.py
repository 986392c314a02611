"""Records that belong together and say why; long lists folded."""

import re
from collections.abc import Callable

import pytest

from tests.harness import BuiltSite, SiteTest, text_of
from tests.test_facets import TOPICS, agreement

RELATED = re.compile(r'<section class="block" id="related">.*?</section>', re.DOTALL)


def with_agreements(number: int, signed_on: Callable[[int], object] = lambda _: "2020-05-04") -> SiteTest:
    site = SiteTest().write("content/vocabularies/topics.yaml", TOPICS)
    for one in range(number):
        site.write(f"content/agreements/a{one:02}.md", agreement(one, signed_on=str(signed_on(one)), topic="acqua"))
        site.write(f"content/agreements/a{one:02}.en.md", f"---\ntitle: Agreement {one}\n---\nText.\n")
    return site


def related(site: BuiltSite, address: str) -> str:
    found = RELATED.search(site.page(address))
    return found[0] if found else ""


def test_related_records_say_why_and_there_are_four_at_most() -> None:
    shown = related(with_agreements(8).build(), "/accordi/a03/")
    assert re.findall(r'href="/accordi/(\w+)/"', shown) == ["mobilita", "a00", "a01", "a02"]
    assert (
        text_of(shown).count("Un accordo fra le stesse parti: l’Università di Collefiorito e il Comune di Valdombra")
        == 4
    )


@pytest.mark.parametrize(("set_beside", "computed"), [("a06, a07", 2), ("a04, a05, a06, a07", 0)])
def test_what_editors_set_beside_it_counts_among_the_four(set_beside: str, computed: int) -> None:
    named = set_beside.split(", ")
    listed = ", ".join(f"agreements/{one}" for one in named)
    site = with_agreements(8).replace("content/agreements/a03.md", "form:", f"related: [{listed}]\nform:").build()
    shown = related(site, "/accordi/a03/")
    assert sorted(re.findall(r'href="/accordi/(\w+)/"', shown)) == sorted([*["a00", "mobilita"][:computed], *named])


def test_the_newest_come_first() -> None:
    shown = related(with_agreements(4, signed_on=lambda one: 2010 + one).build(), "/accordi/a00/")
    assert re.findall(r'href="/accordi/(\w+)/"', shown)[:3] == ["mobilita", "a03", "a02"]


def test_what_is_linked_already_is_not_told_twice() -> None:
    site = with_agreements(2).replace("content/agreements/a00.md", "form:", "related: [agreements/a01]\nform:").build()
    assert related(site, "/accordi/a00/").count('href="/accordi/a01/"') == 1
    assert related(site, "/accordi/a01/").count('href="/accordi/a00/"') == 1


def test_a_record_stands_once_on_a_page_and_says_its_other_roles(showcase: BuiltSite) -> None:
    shown = related(showcase, "/persone/bruno-rovere/")
    told = re.findall(r'<p class="title"><a href="([^"]*)"', shown)
    assert len(told) == len(set(told)) > 1
    assert "anche in «Dichiarazioni»" in text_of(shown)


@pytest.mark.parametrize("named", [False, True])
def test_the_reason_is_the_narrowest_thing_that_both_are_within(named: bool) -> None:
    """Whether it follows from the facts, or editors have set the two beside each other."""
    site = SiteTest().write(
        "content/programmes/polo.md",
        "---\ntitle: Polo\npromoter: unicollefiorito\nsources: [{source: comunicato-mobilita}]\n"
        "not_stated: [start]\n---\n",
    )
    for id_, within in (("madre", ""), ("a", "madre"), ("b", "madre"), ("c", "madre"), ("altra", "")):
        related_to = "related: [initiatives/b]\n" if named and id_ == "a" else ""
        site.write(
            f"content/initiatives/{id_}.md",
            f"---\ntitle: {id_.title()}\nform: project\nstate: active\npromoter: unicollefiorito\nstart: 2024\n"
            f"programme: polo\n{f'part_of: {within}' if within else ''}\n{related_to}"
            "sources: [{source: comunicato-mobilita}]\n---\n",
        )
    shown = text_of(site.build().page("/iniziative/a/"))
    assert re.findall(r"In comune: (\w+)", shown)[:1] == ["Madre"]


def test_the_other_records_of_each_university_are_one_step_away(showcase: BuiltSite) -> None:
    shown = related(showcase, "/accordi/mobilita/")
    assert '<a href="/accordi/universita/unicollefiorito/">Accordi: Università di Collefiorito (8)</a>' in shown


def test_a_page_leads_to_no_record_without_a_page_in_its_language_nor_to_one_withdrawn() -> None:
    site = with_agreements(4).remove("content/agreements/a00.en.md")
    withdrawn = 'withdrawn: {on: 2026-11-01, because: {it: "Una prova.", en: "A test."}}'
    site.replace("content/agreements/a01.md", "form:", f"{withdrawn}\nform:").build()
    english = site.page("/en/organisations/comune-di-valdombra/")
    italian = site.page("/organizzazioni/comune-di-valdombra/")
    assert "Agreement 2" in english
    assert "Accordo 0" not in english
    assert "Accordo 0" in italian
    assert not [page for page in (english, italian) if "/a01/" in page]
    source = site.page("/en/sources/comunicato-mobilita/")
    assert "Agreement 2" in source
    assert "Accordo 0" not in source


@pytest.mark.parametrize(("number", "folded"), [(19, 0), (20, 11)])
def test_a_list_of_more_than_twenty_is_folded(number: int, folded: int) -> None:
    site = with_agreements(number).build()  # and the one that is there already
    shown = related(site, "/fonti/comunicato-mobilita/")
    group = shown[shown.index(">Accordi</h3>") : shown.index(">Organizzazioni</h3>")]
    opened, _, rest = group.partition("<details")
    assert rest.count('<p class="title">') == folded
    assert opened.count('<p class="title">') + folded == number + 1
    assert not folded or f"ancora {folded}" in text_of(rest)


def test_what_editors_set_beside_a_page_says_why_it_is_near_where_facts_say_so(showcase: BuiltSite) -> None:
    shown = related(showcase, "/iniziative/premio-lanterna/")
    assert "<h3>Pagine collegate</h3>" in shown
    assert "In comune: Città aperta" in text_of(shown)
    with_one = with_agreements(2).replace("content/agreements/a00.md", "form:", "related: [agreements/a01]\nform:")
    beside = text_of(related(with_one.build(), "/accordi/a00/"))
    assert beside.count("Un accordo fra le stesse parti") == 2  # the one that was chosen, and one that is near


def test_a_programme_tells_its_parts_in_a_sentence_each_and_itself_once(showcase: BuiltSite) -> None:
    shown = text_of(related(showcase, "/programmi/citta-aperta/"))
    assert "Una gara fra progetti di ricerca utili alla città." in shown
    assert "Promotore: Università di Collefiorito" not in shown


def test_a_programme_shows_how_much_its_award_has_funded(showcase: BuiltSite) -> None:
    shown = showcase.main("/programmi/citta-aperta/")
    window = shown[shown.index('class="lights') : shown.index('class="wrap story')]
    assert "11 progetti finanziati in 2 edizioni, dal 2017 al 2019-20" in text_of(window)
    assert '<a class="within" href="/iniziative/premio-lanterna/"' in window
    without = SiteTest("showcase").replace(
        "content/initiatives/premio-lanterna.md", "programme: citta-aperta\n", "promoter: unicollefiorito\n"
    )
    assert "within" not in without.build().main("/programmi/citta-aperta/")


def with_many() -> SiteTest:
    """The minimal site, and two agreements of five universities: one with a municipality too, one with a foundation."""
    site, four = SiteTest().write("content/vocabularies/topics.yaml", TOPICS), [f"ateneo-{letter}" for letter in "abcd"]
    bodies = {**dict.fromkeys(four, "university"), "fondazione-prova": "foundation", "fondazione-altra": "foundation"}
    for one, nature in bodies.items():
        title = one.replace("-", " ").title()
        facts = f"title: {title}\nnature: {nature}\nsources: [{{source: comunicato-mobilita}}]\n"
        site.write(f"content/organisations/{one}.yaml", facts)
    universities = ["unicollefiorito", *four]
    parties = {"a0": [*universities, "comune-di-valdombra", "fondazione-prova"], "a1": [four[0], "fondazione-altra"]}
    for id_, own in parties.items():
        written = agreement(0, signed_on="2020-05-04", topic="acqua")
        written = written.replace("[unicollefiorito, comune-di-valdombra]", f"[{', '.join(own)}]")
        site.write(f"content/agreements/{id_}.md", written.replace("Accordo 0", f"Accordo {id_}"))
        site.write(f"content/agreements/{id_}.en.md", f"---\ntitle: Agreement {id_}\n---\nText.\n")
    return site.build()


def test_many_universities_are_told_by_their_number_and_none_is_named_as_the_first() -> None:
    site = with_many()
    assert "1 accordo, con 5 atenei." in text_of(site.main("/organizzazioni/fondazione-prova/"))
    assert "1 agreement, with 5 universities." in text_of(site.main("/en/organisations/fondazione-prova/"))
    municipality = text_of(site.main("/organizzazioni/comune-di-valdombra/"))
    assert "2 accordi, con 5 atenei." in municipality


def test_a_kind_of_partner_in_common_is_said_without_making_it_all_the_parties() -> None:
    site = with_many()
    assert "In comune: Ateneo A e il tipo di partner (fondazioni)" in related(site, "/accordi/a1/")
    shown = text_of(related(site, "/en/agreements/a1/"))
    assert "In common: Ateneo A and the kind of partner (foundations)" in shown
    assert "between" not in shown
