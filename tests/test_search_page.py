"""What the search shows of a record."""

import re

import pytest

from generator.output.search.searchable import searchable
from generator.text.inline import excerpt
from tests.harness import BuiltSite, SiteTest


def metadata(showcase: BuiltSite, path: str) -> dict[str, str]:
    html = searchable((showcase.out / path / "index.html").read_bytes()).decode()
    return dict(re.findall(r'<meta data-pagefind-meta="(\w+)\[content\]" content="([^"]*)">', html))


@pytest.mark.parametrize(
    ("path", "kind", "date"),
    [
        ("accordi/mobilita", "Protocollo d’intesa", "Firma: 1º marzo 2024"),
        ("accordi/acque-profonde", "Accordo di programma", "Firma: novembre 2023"),
        ("accordi/energia", "Consorzio", "Annuncio: 2023 (data dedotta)"),
        ("bandi/sponde", "Bando", "scadenza il 1º dicembre 2026"),
        ("cantieri/acque", "Cantiere", "avvio a gennaio 2025"),
        ("cantieri/verde", "Cantiere", None),
        ("fonti/articolo-mobilita", "Fonte", "fonte del 4 marzo 2024"),
        ("fonti/pagina-citta-aperta", "Fonte", None),
        ("indicatori/visitatori", "Indicatore", "valore al 15 maggio 2023"),
        ("indicatori/accordi-firmati", "Indicatore", None),
        ("iniziative/passeggiate", "Iniziativa", None),
        ("piani/piano-unico", "Piano", "avvio nel 2025"),
        ("programmi/citta-aperta", "Programma", "avvio nel 2016"),
        ("reti/rete-fiumi", "Cluster tecnologico", "costituzione a marzo 2025"),
        ("en/agreements/mobilita", "Memorandum of understanding", "Signature: 1 March 2024"),
        ("en/sources/comunicato-mobilita", "Source", "source of 1 March 2024"),
    ],
)
def test_a_result_says_of_what_its_date_is(showcase, path, kind, date):
    said = metadata(showcase, path)
    assert (said["kind"], said.get("date")) == (kind, date)


@pytest.mark.parametrize(
    ("path", "facts", "names", "rank"),
    [
        ("accordi/mobilita", "Università di Collefiorito · Politecnico di Rocca Serena · In vigore", None, "1"),
        ("accordi", "10 pagine", "Accordi | registro", "0"),
        ("accessibilita", None, "dichiarazione di accessibilità", "2"),
        ("accordi/stato/durata-trascorsa", None, "Accordi Durata trascorsa, rinnovo non noto", "0"),
        ("scadenze", None, "scadenze | scadenza | in scadenza", "0"),
        ("temi", None, "tema", "0"),
        ("fonti/articolo-mobilita", None, None, "5"),
    ],
)
def test_a_page_says_how_it_is_found_and_told_from_others(showcase, path, facts, names, rank):
    said = metadata(showcase, path)
    assert said["rank"] == rank
    assert facts is None or said["facts"] == facts
    assert (said.get("names") or "").startswith(names or "")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("organizzazioni/unicollefiorito", {"UniCo", "University of Collefiorito", "Collefiorito College"}),
        ("en/organisations/unicollefiorito", {"Università di Collefiorito", "Collefiorito College"}),
        ("persone/ada-fontana", {"Fontana rettrice Università di Collefiorito"}),
        ("luoghi/molo-vecchio", {"Old pier", "imbarcadero"}),
        ("iniziative/passeggiate", {"escursioni"}),
        ("en/places/molo-vecchio", {"Molo vecchio"}),
    ],
)
def test_who_and_where_is_called_as_in_other_languages_and_as_people_search_for_it(showcase, path, names):
    assert set(metadata(showcase, path)["names"].split(" | ")) >= names


def test_a_page_of_prose_is_found_by_the_words_of_its_address() -> None:
    site = SiteTest().replace("content/pages/method.md", "en: method", "en: how-we-work").build()
    assert "how we work" in metadata(site, "en/how-we-work")["names"].split(" | ")
    assert "metodo" in metadata(site, "metodo")["names"].split(" | ")


def test_no_page_shows_what_only_the_search_knows(showcase):
    html = (showcase.out / "organizzazioni/unicollefiorito/index.html").read_text("utf-8")
    assert "Collefiorito College" not in html.partition("</head>")[2]


def test_of_a_list_only_title_and_lead_are_searched(showcase):
    html = (showcase.out / "accordi/index.html").read_text("utf-8")
    assert '<main id="main" tabindex="-1">' in html
    assert html.count("data-pagefind-body") == 1
    further = [*(showcase.out / "accordi/universita").glob("*/index.html")]
    assert further
    assert not [page for page in further if "data-pagefind-body" in page.read_text("utf-8")]


def test_every_result_says_what_it_is_in_a_sentence(showcase: BuiltSite) -> None:
    """A list the first of its introduction; whoever has no summary what lists say of it, or how much there is."""
    said = {
        path: metadata(showcase, path)["summary"]
        for path in (
            "accordi",
            "temi/topics/acqua",
            "scadenze",
            "organizzazioni/comune-di-valdombra",
            "persone/bruno-rovere",
            "luoghi/valdombra",
            "fonti/comunicato-mobilita",
            "indicatori/visitatori",
        )
    }
    assert said["accordi"] == "Un accordo dice chi lavora con chi, e fino a quando."
    assert said["temi/topics/acqua"].endswith(", con il Politecnico di Rocca Serena e l’Università di Collefiorito.")
    assert said["organizzazioni/comune-di-valdombra"].startswith("Comune: compare in ")
    assert all(len(one) > 8 for one in said.values())


def test_no_page_that_the_search_finds_is_without_a_sentence(showcase: BuiltSite) -> None:
    found = {path: html for path, html in showcase.tree().items() if b'<meta name="result:kind"' in html}
    without = [
        path for path, html in found.items() if not re.search(rb'<meta name="description"[^>]* content="[^"]', html)
    ]
    assert found
    assert without == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Una frase. Un’altra.", "Una frase."),
        ("Con Sogesid S.p.A. e altri. Poi basta.", "Con Sogesid S.p.A. e altri."),
        ("Si chiude (per ora). «Nuovo» inizio.", "Si chiude (per ora)."),
        ("Senza fine", "Senza fine"),
        ("Il 3.500. Poi.", "Il 3.500."),
        ("Davvero? Sì.", "Davvero?"),
        ("Lo dice A. Rossi. Poi.", "Lo dice A. Rossi."),
        ("", ""),
    ],
)
def test_a_description_is_the_first_sentence(text: str, first: str) -> None:
    assert excerpt(text) == first


def test_words_that_tell_nothing_apart_are_known_in_every_language(showcase: BuiltSite) -> None:
    """A name keeps the small words of its own language in all."""
    plain = {re.findall(r'data-plain-words="([^"]*)"', showcase.page(path))[0] for path in ("/cerca/", "/en/search/")}
    (said,) = plain
    assert {"di", "della", "the", "of"} <= {*said.split()}


def test_a_part_of_a_list_is_found_by_what_its_status_is_called_too(showcase: BuiltSite) -> None:
    """No page says that an agreement is expired: nobody knows whether it was renewed."""
    names = metadata(showcase, "accordi/stato/durata-trascorsa")["names"].split(" | ")
    assert {"Accordi scaduti", "scaduti"} <= set(names)


def test_no_result_and_no_card_says_that_no_page_names_it(showcase: BuiltSite) -> None:
    counted = [html for html in showcase.tree().values() if b'<meta name="result:facts" content="0 ' in html]
    assert counted == []


@pytest.mark.parametrize("path", ["/temi/topics/acqua/", "/en/topics/topics/acqua/"])
def test_a_topic_is_found_by_other_words_that_no_page_shows(showcase: BuiltSite, path: str) -> None:
    (names,) = re.findall(r'<meta name="result:names" content="([^"]*)">', showcase.page(path))
    assert names.split(" | ")[1:] == ["falde", "groundwater"]
    assert "groundwater" not in showcase.main(path)


def test_words_that_ask_for_a_list_are_known_in_every_language(showcase: BuiltSite) -> None:
    asking = {
        re.findall(r'data-listing-words="([^"]*)"', showcase.page(path))[0] for path in ("/cerca/", "/en/search/")
    }
    (said,) = asking
    assert {"elenco", "tutti", "list", "all"} <= {*said.split()}


def test_the_words_of_other_languages_lists_are_known(showcase: BuiltSite) -> None:
    """What a query asks for with them is looked for in their language too."""
    foreign = {
        path: set(re.findall(r'data-foreign-words="([^"]*)"', showcase.page(path))[0].split())
        for path in ("/cerca/", "/en/search/")
    }
    assert {"agreements", "networks"} <= foreign["/cerca/"]
    assert {"accordi", "reti"} <= foreign["/en/search/"]
    assert foreign["/cerca/"].isdisjoint(foreign["/en/search/"])
