"""What a search offers where words are not found as they are typed: near ones, other forms, another language."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searches import OTHER, found, results

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "query"), [("it", "qzxwvk"), ("en", "qzxwvk")])
def test_nothing_found_is_told(ask, language, query):
    page = ask(language, query)
    assert results(page) == []
    assert not re.search(r"\d", page.get_by_role("status").inner_text())


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        ("it", "neighbourhoods", "/en/initiatives/off-campus-san-siro/"),
        ("en", "panetteria", "/iniziative/off-campus-san-siro/"),
    ],
)
def test_what_is_not_found_is_shown_in_the_other_language(ask, language, query, expected):
    other = OTHER[language]
    page = ask(language, query)
    below = page.locator(".elsewhere section")
    expect(below).to_have_count(1)
    assert {"it": "inglese", "en": "Italian"}[language] in below.locator(".heading").inner_text()
    assert below.locator(f"li[lang={other}]").count() == len(results(page)) > 0
    page.locator(".instead [data-language]").press("Enter")
    expect(page.get_by_role("status")).to_contain_text({"it": "inglese", "en": "Italian"}[language])
    assert below.count() == 0
    while (more := page.locator(".more")).is_visible():
        before = len(results(page))
        more.click()
        page.wait_for_function("(before) => document.querySelectorAll('.results a').length > before", arg=before)
    assert expected in results(page)
    assert page.locator(f".results li:not([lang={other}])").count() == 0
    assert page.locator("html").get_attribute("lang") == language
    page.locator("input[name=q]").fill("bicocca")
    expect(page.locator(".results li[lang]")).to_have_count(0)
    expect(page.locator(".results li").first).to_be_visible()
    assert page.locator(".instead").is_hidden()


@pytest.mark.parametrize("query", ["nucleare", "mensa", "tumori", "terremoto"])
def test_where_nothing_is_found_it_says_what_to_do(ask, query):
    told = ask("it", query).locator(".nowhere")
    expect(told).to_be_visible()
    expect(told.get_by_role("link")).to_have_attribute("href", "/proponi/")
    expect(ask("it", "bicocca").locator(".nowhere")).to_be_hidden()
    expect(ask("it", "hydrogen").locator(".nowhere")).to_be_hidden()


def test_what_is_found_nowhere_is_told_too(ask):
    page = ask("it", "qzxwvk")
    page.locator(".instead [data-language]").click()
    expect(page.get_by_role("status")).to_contain_text("in inglese")
    assert results(page) == []
    assert page.locator(".instead").is_hidden(), "there is nothing left to try"


def offered(page: Page) -> list[str]:
    """What is offered where nothing was found, other languages apart."""
    return page.locator(".instead .way button").all_inner_texts()


def said(ways: list[str]) -> list[str]:
    """The queries that are offered, without how much each finds."""
    return [re.match("[«“](.*)[»”]", way).group(1) for way in ways]


@pytest.mark.parametrize(
    ("language", "query", "first", "others"),
    [
        ("en", "smart qzxwvk", "smart", 0),
        ("it", "polisocial qzxwvk", "polisocial", 0),
        ("it", "bicocca cosmetica qzxwvk", "bicocca cosmetica", 2),
    ],
)
def test_words_near_those_typed_are_offered_with_their_counts(ask, language, query, first, others):
    page = ask(language, query)
    expect(page.locator(".instead")).to_be_visible()
    ways = offered(page)
    assert len(ways) == others + 1
    said, number = re.match(r"[«“](.*)[»”]\D*(\d+)", ways[0]).groups()
    assert said == first
    page.locator(".instead .way button").first.press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile(f"{number}.*[«“]{first}[»”]"))
    assert page.evaluate("document.activeElement.value") == first
    assert found(page) == int(number)


def test_a_word_that_is_in_no_page_finds_none_of_those_it_begins_like(ask):
    page = ask("it", "polosciale")
    assert results(page) == [], "Pagefind finds “polo” for it"


@pytest.mark.parametrize(
    ("query", "near", "page"),
    [
        ("nefropatia", "nephropathy", "/accordi/bicocca-nephropathy-2021/"),
        ("biotecnologie", "nanobiotecnologie", "/accordi/bicocca-nanobiotecnologie-2019/"),
    ],
)
def test_a_word_within_a_longer_one_or_spelt_otherwise_is_offered_where_nothing_is_found(search, query, near, page):
    found = search("it", query)
    assert said(offered(found)) == [near]
    found.locator(".instead .way button").first.press("Enter")
    expect(found.get_by_role("status")).to_have_text(re.compile(rf"\d.*[«“]{near}[»”]"))  # it told of the first before
    assert page in results(found)


@pytest.mark.parametrize(
    ("query", "meant", "first"),
    [
        ("polisocila", "polisocial", "/programmi/polisocial/"),
        ("Ianantuoni", "iannantuoni", "/persone/giovanna-iannantuoni/"),
        ("policnico di torino", "politecnico di torino", "/organizzazioni/politecnico-di-torino/"),
        ("plitecnico di tornio", "politecnico di torino", "/organizzazioni/politecnico-di-torino/"),
    ],
)
def test_a_slip_is_answered_with_what_is_near(ask, query, meant, first):
    page = ask("it", query)
    assert f"«{meant}»" in page.get_by_role("status").inner_text()
    assert results(page)[0] == first


@pytest.mark.parametrize(
    ("language", "query", "near"),
    [
        ("it", "terremoto", ""),
        ("it", "covid", ""),
        ("it", "cancro", ""),
        ("it", "asilo", ""),
        ("it", "mense", ""),
        ("it", "tumori", ""),
        ("it", "ponte Morandi", "ponte"),
        ("it", "calls", ""),
        ("it", "armi", "arti"),
        ("it", "contact", ""),
        ("en", "scadenze", ""),
    ],
)
def test_a_right_word_is_not_taken_for_another_one(ask, language, query, near):
    """What is near enough is offered, and its results are not shown."""
    page = ask(language, query)
    assert page.locator(".results").first.locator("li").count() == 0
    told = page.get_by_role("status").inner_text()
    assert query in told and not re.search(r"\d", told)
    assert said(offered(page)) == ([near] if near else [])
    below = page.locator(".elsewhere .heading").all_inner_texts()
    assert near in query or not [heading for heading in below if near in heading]


def test_what_is_found_as_it_is_typed_is_shown_as_it_is_written(ask):
    shown = ask("it", "co2").locator(".results").first.inner_text()
    assert "CO₂" in shown
    assert not re.search("CO2|\u2061", shown)


@pytest.mark.parametrize(
    ("language", "query", "section", "who"),
    [
        ("it", "accordi polito", "/accordi/", "Politecnico di Torino"),
        ("it", "iniziative polito", "/iniziative/", "Politecnico di Torino"),
        ("it", "indicatori polito", "/indicatori/", "Politecnico di Torino"),
        ("it", "rettore polito", "/persone/", "Politecnico di Torino"),
        ("it", "rettore politecnico di milano", "/persone/", "Politecnico di Milano"),
        ("it", "accordi unimib", "/accordi/", "Università di Milano-Bicocca"),
        ("it", "accordi rfi", "/accordi/", "Rete Ferroviaria Italiana"),
        ("en", "agreements polito", "/en/agreements/", "Politecnico di Torino"),
        ("en", "agreements unimi", "/en/agreements/", "University of Milan"),
        ("en", "indicators polito", "/en/indicators/", "Politecnico di Torino"),
        ("en", "rector polito", "/en/people/", "Politecnico di Torino"),
    ],
)
def test_an_acronym_among_other_words_is_whose_it_is(ask, site, language, query, section, who):
    first = results(ask(language, query))[0]
    assert first.startswith(section)
    assert who in site.html(first.removeprefix("/"))


def test_initials_among_other_words_are_whose_they_are(ask):
    assert "/accordi/polimi-campus-nord-protocollo-2022/" in results(ask("it", "accordi mur"))[:2]


def test_whoever_is_in_nothing_of_a_list_is_found_all_the_same(ask):
    assert results(ask("it", "accordi mise")) == ["/organizzazioni/mise/"]


def test_a_page_that_has_the_word_in_its_name_comes_before_what_only_begins_alike(ask):
    """Its stem begins “congiunto” too."""
    assert results(ask("it", "congo"))[0] == "/luoghi/repubblica-democratica-del-congo/"


@pytest.mark.parametrize(("query", "near"), [("legano", "legnano"), ("tornio", "torino")])
def test_a_word_that_only_its_stem_finds_is_offered_as_it_was_meant(ask, query, near):
    page = ask("it", query)
    assert results(page)
    assert said(offered(page)) == [near]


@pytest.mark.parametrize(
    ("query", "meant", "first"),
    [
        ("tornio", "torino", "/luoghi/torino/"),
        ("politecnico di tornio", "politecnico di torino", "/organizzazioni/politecnico-di-torino/"),
        ("comune di legano", "comune di legnano", "/organizzazioni/comune-di-legnano/"),
    ],
)
def test_what_a_suggestion_names_is_the_first_card_below_it(ask, query, meant, first):
    """Some text has the word as it was typed, or its stem."""
    page = ask("it", query)
    assert said(offered(page)) == [meant]
    assert results(page)[0] == first
    assert page.locator(".results li.called").count() == 1
    assert found(page) == int(re.search(r"\d+", page.get_by_role("status").inner_text())[0]) > 1


@pytest.mark.parametrize(
    ("query", "meant", "first"),
    [
        ("univeristà di tornio", "universita torino", "/organizzazioni/universita-degli-studi-di-torino/"),
        ("Regione Lonbarda", "regione lombardia", "/organizzazioni/regione-lombardia/"),
        ("Comune di Lgnanno", "comune legnano", "/organizzazioni/comune-di-legnano/"),
    ],
)
def test_where_nothing_is_found_what_a_suggestion_names_is_shown_below(ask, query, meant, first):
    page = ask("it", query)
    assert "Nessun risultato" in page.get_by_role("status").inner_text()
    heading = page.locator(".elsewhere .heading").inner_text()
    assert said([heading, offered(page)[0]]) == [meant, meant]
    assert results(page)[0] == first
    assert page.locator(".elsewhere li:first-child.called").count() == 1


@pytest.mark.parametrize(
    ("query", "typed", "meant"), [("accordi tornio", "accordi", "accordi torino"), ("asl tornio", "asl", "asl torino")]
)
def test_where_nothing_is_found_the_first_suggestion_orders_what_is_shown(ask, query, typed, meant):
    page = ask("it", query)
    assert said(page.locator(".elsewhere .heading").all_inner_texts()) == [typed]
    shown, ways = results(page), said(offered(page))
    assert ways[0] == meant
    there = [one for one in results(ask("it", meant)) if one in shown]
    assert len(there) > 1 and there[0] == shown[0]
    assert there == [one for one in shown if one in there]


@pytest.mark.parametrize("query", ["idrogeni", "accordo", "universitario", "ricercatrice"])
def test_another_form_of_a_word_is_no_slip(ask, query):
    page = ask("it", query)
    assert results(page)
    assert offered(page) == []
    assert f"«{query}»" in page.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("it", "citta", "città"),
        ("it", "CITTÀ", "città"),
        ("it", "citta'", "città"),
        ("en", "universita", "UNIVERSITÀ"),
        ("it", "26/03/2025", "26 marzo 2025"),
        ("it", "26.3.2025", "26 marzo 2025"),
        ("it", "26/3/25", "26 marzo 2025"),
        ("it", "12.6.19", "12 giugno 2019"),
        ("en", "12-06-19", "12 June 2019"),
        ("en", "2025-03-26", "26 March 2025"),
        ("it", "Milano\u2011Bicocca", "Milano-Bicocca"),
        ("it", "dell’universita\u0300", "dell'università"),
        ("it", "\ufb01rma", "firma"),
        ("it", "“san siro”", '"san siro"'),
        ("it", "CO₂", "co2"),
        ("en", "CO₂", "co2"),
        ("it", "m²", "m2"),
        ("it", "5 x mille", "5x1000"),
        ("it", "5 × 1000", "5x1000"),
        ("it", "5‰", "5x1000"),
        ("it", "il 5xmille del politecnico", "il 5x1000 del politecnico"),
    ],
)
def test_it_is_found_however_it_is_typed(ask, language, typed, meant):
    one = ask(language, typed)
    told = found(one), results(one)
    other = ask(language, meant)
    assert told == (found(other), results(other))
    assert told[1] != []


@pytest.mark.parametrize(
    ("query", "path", "counts"),
    [
        ("polimi", "/organizzazioni/politecnico-di-milano/", True),
        ("accordi", "/accordi/", True),
        ("rus", "/reti/rus-universita-per-lo-sviluppo-sostenibile/", False),
        ("pops", "/organizzazioni/polito-per-il-sociale/", True),
    ],
)
def test_a_page_called_just_that_is_a_card_that_counts(ask, query, path, counts):
    card = ask("it", query).locator(".results li:first-child.called")
    assert card.locator("a").get_attribute("href") == path
    assert bool(re.search(r"\d+ pagin", card.inner_text())) == counts


def test_what_is_only_named_is_no_card(ask):
    assert ask("it", "ricerca sulle carceri").locator(".results .called").count() == 0


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("it", "scaduti", "/accordi/stato/durata-trascorsa/"),
        ("it", "accordi scaduti", "/accordi/stato/durata-trascorsa/"),
        ("en", "expired agreements", "/en/agreements/status/term-passed/"),
    ],
)
def test_a_status_is_found_by_what_people_call_it(ask, language, query, path):
    page = ask(language, query)
    assert results(page)[0] == path
    assert offered(page) == []


def test_words_of_a_phrase_that_stand_apart_are_no_phrase(ask):
    page = ask("it", '"idrogeno snam"')
    assert page.locator(".results").first.locator("li").count() == 0
    assert said(offered(page))[0] == "idrogeno snam"
