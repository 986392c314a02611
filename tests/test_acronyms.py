"""Acronyms explained in place."""

import pytest

from generator.text.acronyms import explained
from generator.view.text import Piece
from tests.harness import SiteTest

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
