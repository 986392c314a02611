"""English and Italian put an article before many names of bodies in a sentence; each before its own."""

import pytest

from generator.text.articles import with_article
from tests.harness import BuiltSite


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Lombardy Region", "the Lombardy Region"),
        ("University of Milano-Bicocca", "the University of Milano-Bicocca"),
        ("Metropolitan City of Milan", "the Metropolitan City of Milan"),
        ("Ministry of University and Research", "the Ministry of University and Research"),
        ("Customs and Monopolies Agency", "the Customs and Monopolies Agency"),
        ("Brera Academy of Fine Arts", "the Brera Academy of Fine Arts"),
        ("Carabinieri Legion Command “Lombardia”", "the Carabinieri Legion Command “Lombardia”"),
        ("Regional Prison Administration for Piedmont", "the Regional Prison Administration for Piedmont"),
        ("Bocconi University", "Bocconi University"),
        ("Politecnico di Milano", "Politecnico di Milano"),
        ("Fondazione Politecnico di Milano", "Fondazione Politecnico di Milano"),
        ("Eni", "Eni"),
        ("Cityscape", "Cityscape"),
    ],
)
def test_a_name_in_an_english_sentence(name: str, said: str) -> None:
    assert with_article(name, "en") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Politecnico di Torino", "il Politecnico di Torino"),
        ("Comune di Milano", "il Comune di Milano"),
        ("Città di Torino", "la Città di Torino"),
        ("Fondazione Cariplo", "la Fondazione Cariplo"),
        ("Università degli Studi di Milano", "l’Università degli Studi di Milano"),
        ("Agenzia delle Dogane e dei Monopoli", "l’Agenzia delle Dogane e dei Monopoli"),
        ("Regione Lombardia", "Regione Lombardia"),
        ("Città aperta", "Città aperta"),
        ("Milano-Bicocca", "Milano-Bicocca"),
        ("Eni", "Eni"),
    ],
)
def test_a_name_in_an_italian_sentence(name: str, said: str) -> None:
    assert with_article(name, "it") == said


def test_pages_have_it_where_they_speak_in_sentences(showcase: BuiltSite) -> None:
    assert "An agreement between the same parties: the University of Collefiorito and" in showcase.main(
        "/en/agreements/sentieri/"
    )
    assert "In comune: l’Università di Collefiorito e il Comune di Valdombra" in showcase.main("/accordi/mobilita/")
    assert "the University of Collefiorito</h1>" not in showcase.main("/en/organisations/unicollefiorito/")
