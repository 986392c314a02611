"""Records related by what they share; long lists folded; acronyms explained in place."""

import re
from collections.abc import Callable

import pytest

from generator.text.acronyms import explained
from generator.view.text import Piece
from tests.harness import SiteTest, text_of
from tests.test_facets import TOPICS, agreement

RELATED = re.compile(r'<section class="block" id="related">.*?</section>', re.DOTALL)


def with_agreements(number: int, signed_on: Callable[[int], object] = lambda _: "2020-05-04") -> SiteTest:
    site = SiteTest().write("content/vocabularies/topics.yaml", TOPICS)
    for one in range(number):
        site.write(f"content/agreements/a{one:02}.md", agreement(one, signed_on=str(signed_on(one)), topic="acqua"))
        site.write(f"content/agreements/a{one:02}.en.md", f"---\ntitle: Agreement {one}\n---\nText.\n")
    return site


def related(site: SiteTest, address: str) -> str:
    found = RELATED.search(site.page(address))
    return found[0] if found else ""


def test_a_related_record_says_why_and_there_are_five_at_most() -> None:
    shown = related(with_agreements(8).build(), "/accordi/a03/")
    assert re.findall(r'href="/accordi/(a\d+)/"', shown) == ["a00", "a01", "a02", "a04", "a05"]
    assert text_of(shown).count("In comune: Acqua; Università di Collefiorito e Comune di Valdombra") == 5


def test_the_rarer_topic_comes_first() -> None:
    site = with_agreements(7)
    for one in ("a05", "a06"):
        site.replace(f"content/agreements/{one}.md", "topics: [acqua]", "topics: [acqua, boschi]")
    assert re.findall(r'href="/accordi/(a\d+)/"', related(site.build(), "/accordi/a05/"))[0] == "a06"


def test_a_topic_or_a_party_alone_is_not_enough() -> None:
    site = with_agreements(1)
    assert related(site.build(), "/accordi/a00/") == "", "mobilita has the same parties and no topic"


def test_what_is_linked_already_is_not_told_twice() -> None:
    site = with_agreements(2).replace("content/agreements/a00.md", "form:", "related: [agreements/a01]\nform:").build()
    for address in ("/accordi/a00/", "/accordi/a01/"):
        assert "Sugli stessi temi" not in related(site, address)
        assert "In comune" not in related(site, address)


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
    shown = related(site, "/organizzazioni/comune-di-valdombra/")
    opened, _, rest = shown.partition("<details")
    assert rest.count('<li class="entry">') == folded
    assert opened.count('<li class="entry">') + folded == number + 1
    assert not folded or f"ancora {folded}" in text_of(rest)


# --- acronyms ---

NAMES = {"CRUI": Piece("Conferenza dei rettori", lang="it"), "ADM": Piece('Agenzia "Dogane" & Monopoli')}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (
            "<p>La CRUI e la CRUI.</p>",
            '<p>La <abbr title="Conferenza dei rettori" lang="it">CRUI</abbr> e la CRUI.</p>',
        ),
        ("<p>l’ADM</p>", '<p>l’<abbr title="Agenzia &quot;Dogane&quot; &amp; Monopoli">ADM</abbr></p>'),
        ('<p><a href="/CRUI/">CRUI</a> <code>ADM</code></p><h2 id="x">ADM</h2>', None),
        (
            "<p><code>ADM</code> e CRUI</p>",
            '<p><code>ADM</code> e <abbr title="Conferenza dei rettori" lang="it">CRUI</abbr></p>',
        ),
        ("<p>ADMIN, CRUI-2, crui, XADM</p>", None),
        ('<p><img alt="CRUI" src="x.png"></p>', None),
    ],
)
def test_an_acronym_is_explained_once_and_only_where_it_is_safe(html: str, told: str | None) -> None:
    assert explained(html, NAMES) == (told or html)


def test_a_page_explains_the_acronym_that_one_organisation_has() -> None:
    organisation = "content/organisations/comune-di-valdombra.yaml"
    site = SiteTest().replace(organisation, "nature:", "acronym: CDV\nnature:")
    site.replace("content/agreements/mobilita.md", "Percorsi sicuri", "Il CDV cura i percorsi sicuri")
    site.build()
    assert '<abbr title="Comune di Valdombra">CDV</abbr>' in site.page("/accordi/mobilita/")
    site.replace("content/organisations/unicollefiorito.yaml", "nature:", "acronym: CDV\nnature:").build()
    assert "<abbr" not in site.page("/accordi/mobilita/"), "it may mean either"
