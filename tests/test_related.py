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
    assert text_of(shown).count("Un accordo fra le stesse parti: Università di Collefiorito e Comune di Valdombra") == 4


def test_the_newest_come_first() -> None:
    shown = related(with_agreements(4, signed_on=lambda one: 2010 + one).build(), "/accordi/a00/")
    assert re.findall(r'href="/accordi/(\w+)/"', shown)[:3] == ["mobilita", "a03", "a02"]


def test_what_is_linked_already_is_not_told_twice() -> None:
    site = with_agreements(2).replace("content/agreements/a00.md", "form:", "related: [agreements/a01]\nform:").build()
    assert related(site, "/accordi/a00/").count('href="/accordi/a01/"') == 1
    assert related(site, "/accordi/a01/").count('href="/accordi/a00/"') == 1


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
