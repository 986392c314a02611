import re
from html import unescape
from unicodedata import combining, normalize
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.site import HREFS, SEARCH, file_of, sent
from tests.long import IS_LONG

pytestmark = pytest.mark.browser

SHOWN = """() => {
    const number = parseInt(document.querySelector('[role=status]').textContent.match(/[0-9]+/)?.[0]);
    const shown = document.querySelector('.results').children.length;
    return number && (shown === number || shown === Math.min(number, 5)) ? {number} : null;
}"""


ALL_SHOWN = """async () => {
    const more = document.querySelector('.more'), list = document.querySelector('.results');
    while (more.checkVisibility()) {
        const longer = new Promise((done) => new MutationObserver(done).observe(list, {childList: true}));
        more.click();
        await longer;
    }
}"""
"""“Show more results” is pressed while it is there."""
TOLD = "document.querySelector('main .finder').ariaBusy === 'false'"
"""That what was typed last is answered."""


def results(page: Page) -> list[str]:
    """The addresses that a search shows; of a part of a page, with its anchor."""
    links = page.locator(".results a").evaluate_all(HREFS)
    return [urlsplit(href)._replace(scheme="", netloc="", query="").geturl() for href in links]


def found(page: Page) -> int:
    """How many pages the live region announces, once as many as fit are shown."""
    return page.wait_for_function(SHOWN).json_value()["number"]


def asked(page: Page) -> dict[str, list[str]]:
    """What the address of the page asks for."""
    return parse_qs(urlsplit(page.url).query)


@pytest.fixture
def search(tab, site):
    """Opens the search page of a language and searches."""

    def opened(language: str, query: str = "", **settings: object) -> Page:
        page = tab(site.url(SEARCH[language]), **settings)
        if query:
            page.locator("input[name=q]").fill(query)
            page.wait_for_function(TOLD)
        return page

    return opened


@pytest.fixture(scope="module")
def ask(windows, site):
    """Searches on the one search page of a language, which stays open: opening one takes longer than a search."""
    opened = {}

    def asked(language: str, query: str) -> Page:
        if language not in opened:
            opened[language] = windows.tab(site.url(SEARCH[language]))
        opened[language].locator("input[name=q]").fill(query)
        opened[language].wait_for_function(TOLD)
        return opened[language]

    yield asked
    for page in opened.values():
        page.close()


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        ("it", "bicocca", "/accordi/bicocca-polito/"),
        ("it", "Polisocial", "/programmi/polisocial/"),
        ("it", "città", "/cantieri/citta-intelligenti/"),
        ("it", "l’università", "/organizzazioni/universita-di-milano-bicocca/"),
        ("it", "dell'INNOVAZIONE", "/bandi/bando-cluster-lombardi-2026/"),
        ("en", "bicocca", "/en/agreements/bicocca-polito/"),
        ("en", "smart cities", "/en/cantieri/citta-intelligenti/"),
        ("en", "municipality", "/en/agreements/anci-lombardia-polimi/"),
        ("en", "UNIVERSITÀ", "/en/organisations/universita-di-milano-bicocca/"),
    ],
)
def test_what_is_searched_is_found(ask, language, query, expected):
    page = ask(language, query)
    number = found(page)
    page.evaluate(ALL_SHOWN)
    shown = results(page)
    here = [address for address in shown if address.startswith("/en/") == (language == "en")]
    assert number == len(here) == len(set(here))
    assert expected in here


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        ("it", "off campus", "/iniziative/off-campus/"),
        ("it", "comune di milano", "/organizzazioni/comune-di-milano/"),
        ("it", "polisocial award", "/iniziative/polisocial-award/"),
        ("it", "museo dell'auto", "/organizzazioni/museo-dell-auto/"),
        ("it", "comune di torino", "/organizzazioni/citta-di-torino/"),
        ("it", "città di milano", "/organizzazioni/comune-di-milano/"),
        ("it", "cluster", "/reti/cluster-universita-europee/"),
        ("it", "chi siete", "/informazioni/"),
        ("it", "rss", "/modifiche/"),
        ("en", "politecnico di torino", "/en/organisations/politecnico-di-torino/"),
        ("en", "politecnico torino", "/en/organisations/politecnico-di-torino/"),
        ("en", "politecnico", "/en/organisations/politecnico-di-milano/"),
        ("en", "polytechnic university of milan", "/en/organisations/politecnico-di-milano/"),
        ("en", "polytechnic university of turin", "/en/organisations/politecnico-di-torino/"),
        ("en", "clusters", "/en/networks/"),
    ],
)
def test_the_record_of_that_name_comes_first(ask, language, query, expected):
    page = ask(language, query)
    assert found(page)
    assert results(page)[0] == expected


@pytest.mark.parametrize("query", ["bicocca", "cosmesi", "polisocial", "cantieri"])
def test_records_come_before_the_sources_they_rest_on(ask, query):
    page = ask("it", query)
    assert found(page)
    assert not [address for address in results(page)[:4] if address.startswith("/fonti/")]


@pytest.mark.parametrize(
    ("language", "with_it", "without"),
    [
        ("it", "l’università", "universita"),
        ("it", "l'area", "area"),
        ("it", "DELL’INNOVAZIONE", "innovazione"),
        ("it", "perche", "perché"),
        ("en", "l’università", "universita"),
        ("en", "dell'area", "area"),
    ],
)
def test_neither_accents_nor_elisions_matter(ask, language, with_it, without):
    told = set()
    for query in (with_it, without):
        page = ask(language, query)
        told.add(found(page))
    assert len(told) == 1


def test_a_word_is_found_behind_an_elision_and_shown_as_it_was_written(ask):
    page = ask("it", "ingegneria autoveicolo")
    assert found(page)
    titles = page.locator(".results a").all_inner_texts()
    assert any("l’ingegneria dell’autoveicolo" in title for title in titles)
    shown = page.locator(".results").first.inner_text()
    assert "\u2060" not in shown
    assert not re.search(r"\bl’ ", shown)


@pytest.mark.parametrize(("language", "query"), [("it", "qzxwvk"), ("en", "qzxwvk")])
def test_nothing_found_is_told(ask, language, query):
    page = ask(language, query)
    assert results(page) == []
    assert not re.search(r"\d", page.get_by_role("status").inner_text())


OTHER = {"it": "en", "en": "it"}


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


def words(html: str) -> str:
    """What a page says, as one line of small letters without tags and accents."""
    text = unescape(re.sub(r"<[^>]*>", " ", html.partition("<main")[2])).replace("’", "'").lower()
    return " ".join("".join(one for one in normalize("NFD", text) if not combining(one)).split())


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("it", "“accordo quadro”", "accordo quadro"),
        ("it", '"idrogeno"', "idrogeno"),
        ("it", "“citta studi”", "citta studi"),
        ("it", '"Città Studi"', "citta studi"),
        ("it", "«cinque per mille»", "cinque per mille"),
        ("it", "“protocollo d’intesa”", "protocollo d'intesa"),
        ("it", '"PROTOCOLLO D\'INTESA"', "protocollo d'intesa"),
        ("en", "“framework agreement”", "framework agreement"),
        ("en", '"hydrogen"', "hydrogen"),
        ("en", "“memorandum of understanding”", "memorandum of understanding"),
    ],
)
def test_a_phrase_finds_the_pages_that_say_it(ask, site, language, query, said):
    page = ask(language, query)
    shown = results(page)
    assert len(shown) > 4
    assert [one for one in shown if said not in words(site.html(one.partition("#")[0].strip("/") + "/"))] == []
    assert page.locator(".results .called, .instead .way").count() == 0


def test_words_of_a_phrase_that_stand_apart_are_no_phrase(ask):
    page = ask("it", '"idrogeno snam"')
    assert page.locator(".results").first.locator("li").count() == 0
    assert said(offered(page))[0] == "idrogeno snam"


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


def test_a_word_is_not_found_in_names_and_marked_where_another_only_begins_with_it(ask):
    """“comuni” is the stem of “comunicare” too."""
    page = ask("it", "Comuni")
    assert not [one for one in results(page) if "comunicazione" in one]
    marked = {one.lower() for one in page.locator(".results .excerpt mark").all_inner_texts()}
    assert marked and marked <= {"comune", "comuni"}


@pytest.mark.parametrize("query", ["framework agreement", "“framework agreement”"])
def test_what_is_of_a_sort_comes_before_the_parts_of_the_list_of_all(ask, site, query):
    shown = results(ask("en", query))
    assert [one for one in shown if "ramework agreement" not in site.html(one.strip("/") + "/")] == []
    assert {one.count("/") for one in shown} == {4}


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


def test_without_the_filters_is_offered_first(tab, site):
    page = tab(site.url(f"{SEARCH['it']}?q=bicocca&kind=Piani"))
    way = page.locator(".instead .way button")
    expect(way).to_have_count(1)
    number = int(re.search(r"\d+", way.inner_text())[0])
    way.click()
    expect(page.locator(".results li").first).to_be_visible()
    assert found(page) == number > 0
    assert page.locator(".filters input:checked").count() == 0
    assert asked(page) == {"q": ["bicocca"]}


def test_results_come_while_typing(search):
    page = search("it")
    told = page.get_by_role("status")
    told.evaluate(
        "region => new MutationObserver(() => (window.told ??= []).push(region.textContent))"
        ".observe(region, {childList: true, characterData: true, subtree: true})"
    )
    box = page.locator("input[name=q]")
    box.press_sequentially("bicocca", delay=20)
    expect(told).to_have_text(re.compile("[«“]bicocca[»”]"))
    box.press_sequentially(" torino", delay=20)
    expect(told).to_have_text(re.compile("[«“]bicocca torino[»”]"))
    assert len(page.evaluate("window.told")) >= 2
    assert asked(page) == {"q": ["bicocca torino"]}
    assert box.evaluate("box => box === document.activeElement"), "typing must not lose the focus"


def test_excerpts_mark_the_words(ask):
    page = ask("it", "ricerca di Bicocca con la Lombardia")
    assert found(page)
    marked = {word.lower() for word in page.locator(".results .excerpt mark").all_inner_texts()}
    assert {"ricerca", "lombardia"} <= marked
    assert not marked & {"di", "con", "la"}
    assert not {word for word in marked if not re.match("ricerc|bicocca|lombardia", word)}


def test_what_is_in_the_summary_is_shown_there(ask, site):
    page = ask("it", "snam idrogeno")
    assert found(page)
    html = site.html(results(page)[0].strip("/") + "/")
    said = re.search(r'<meta name="description"[^>]* content="([^"]+)"', html)[1]
    assert page.locator(".results .excerpt").first.inner_text() == said


def test_kinds_are_told_apart(ask):
    page = ask("en", "bicocca")
    assert found(page)
    kinds = set(page.locator("[data-filter=kind] .value").all_inner_texts())
    assert {"Agreements", "Organisations"} <= kinds
    assert "university" in page.locator(".results .kind").first.inner_text().lower()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            f"{SEARCH['it']}?q=firma intesa bicocca politecnico di torino&kind=Accordi",
            r"^(firmato|annunciato) (il|l’|nel|a)|^(Uni|Poli)",
        ),
        (f"{SEARCH['en']}?q=bicocca&kind=Sources", r"^source of |^$"),
        (f"{SEARCH['it']}?kind=Cantieri", r"^(avvio (il|l’|nel|a)|Politecnico di Milano)"),
    ],
)
def test_each_result_says_its_date_and_of_what(tab, site, path, said):
    page = tab(site.url(path))
    assert found(page)
    dates = page.locator(".results .date").all_inner_texts()
    assert [date for date in dates if not re.search(said, date)] == []


def test_the_count_is_told_once_the_results_are_listed(search):
    page = search("it")
    page.get_by_role("status").evaluate(
        """status => new MutationObserver(() => (window.told ??= []).push(
            [status.textContent, document.querySelectorAll('.results li').length]
        )).observe(status, {childList: true, characterData: true, subtree: true})"""
    )
    page.locator("input[name=q]").press_sequentially("bicocca", delay=20)
    found(page)
    told = [
        (int(number[0]), shown) for text, shown in page.evaluate("window.told") if (number := re.search(r"\d+", text))
    ]
    assert told
    assert [(number, shown) for number, shown in told if shown != min(number, 5)] == []


@pytest.mark.parametrize(
    ("language", "query", "kind", "section", "university"),
    [
        ("it", "torino", "Accordi", "/accordi/", "Università di Milano-Bicocca"),
        ("en", "research", "Agreements", "/en/agreements/", "University of Milano-Bicocca"),
    ],
)
def test_filters_narrow_and_the_address_can_be_shared(search, tab, language, query, kind, section, university):
    page = search(language, query)
    everything = found(page)
    page.locator("[data-filter=kind]").get_by_label(kind).check()
    expect(page.locator(f'.results a:not([href^="{section}"])')).to_have_count(0)
    of_the_kind = found(page)
    assert 0 < of_the_kind < everything
    page.locator("[data-filter=university]").get_by_label(university).check()
    expect(page.get_by_role("status")).not_to_have_text(re.compile(rf"\b{of_the_kind}\b"))
    assert 0 < found(page) < of_the_kind
    assert asked(page) == {"q": [query], "kind": [kind], "university": [university]}

    again = tab(page.url)
    assert found(again) == found(page)
    assert results(again) == results(page)
    ticked = again.locator(".filters input:checked")
    assert [box.get_attribute("value") for box in ticked.all()] == [kind, university]


def test_filters_alone_list_a_kind(tab, site):
    page = tab(site.url(f"{SEARCH['it']}?kind=Cantieri"))
    assert found(page) == len(results(page)) == len(list((site.folder / "cantieri").glob("*/index.html")))


def test_escape_empties_the_box_and_the_results(ask):
    page = ask("it", "bicocca")
    page.keyboard.press("Escape")
    expect(page.locator(".results li")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("")
    assert page.locator("input[name=q]").input_value() == ""
    assert asked(page) == {}


def test_a_result_opens_by_keyboard_alone(search):
    page = search("it", "bicocca")
    assert found(page)
    first = page.locator(".results a").first.get_attribute("href")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(first) + "$"))


def test_the_arrows_go_through_the_results_and_back(search):
    page = search("it", "bicocca")
    assert found(page)
    at = "[...document.querySelectorAll('.results a')].indexOf(document.activeElement)"
    for key, expected in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        assert page.evaluate(at) == expected, key
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.value") == "bicocca"
    page.keyboard.press("ArrowDown")
    first = results(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(first) + "$"))


def test_more_results_keep_the_place(ask):
    page = ask("it", "politecnico")
    items = page.locator(".results li")
    number = found(page)
    assert items.count() < number, "too few results to try “Show more results”"
    shown = items.count()
    page.locator(".more").press("Enter")
    expect(items).not_to_have_count(shown)
    assert page.evaluate(f"document.activeElement === document.querySelectorAll('.results a')[{shown}]")


@pytest.mark.parametrize(
    ("language", "queries"),
    [
        ("it", ["accordi polito", "idrogeno snam", "polito", "ricerca", "universitario", "accordi", "carcere"]),
        ("en", ["milan bicocca", "milan", "research agreements", "university", "hydrogen"]),
    ],
)
def test_an_answer_does_not_depend_on_what_was_asked_before(search, language, queries):
    """The files of ten other queries are there, with words that begin as those of this one."""
    warm = search(language)
    before = "poli|politecnico milano|accordo quadro|uni|milano|ricercatori|tori|bic|idro|mil".split("|")

    def told(page: Page, query: str) -> tuple[str, list[str]]:
        page.locator("input[name=q]").fill(query)
        page.wait_for_function(TOLD)
        return page.get_by_role("status").inner_text(), results(page)

    for query in before:
        told(warm, query)
    for query in queries if IS_LONG else queries[::2]:
        assert told(warm, query) == told(search(language), query)


def test_what_is_typed_is_never_markup(tab, site):
    page = tab(site.url(f"{SEARCH['it']}?q=%3Cimg%20src%3Dx%20onerror%3D%22window.hurt%3D1%22%3Ebicocca"))
    expect(page.get_by_role("status")).to_contain_text("<img")
    assert page.locator("main img").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_failure_is_told(search):
    page = search("it")
    page.route(re.compile("/pagefind/"), lambda route: route.abort())
    page.locator("input[name=q]").fill("bicocca")
    expect(page.get_by_role("status")).to_have_text(re.compile("non è disponibile"))


@pytest.mark.parametrize("language", SEARCH)
@pytest.mark.parametrize("start", ["home", "header", "lost"])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_form_of_every_page_leads_to_the_results(tab, site, language, start, scripts):
    home = "" if language == "it" else "en/"
    path = {"home": home, "header": f"{home}cantieri/", "lost": "this/is/nowhere/"}[start]
    page = tab(site.url(path), java_script_enabled=scripts)
    form = page.locator(f'form[role=search][action="/{SEARCH[language]}"]')
    form.locator("input").fill("bicocca")
    page.keyboard.press("Enter")  # wherever the words are by now: with scripts they move into the overlay
    page.wait_for_url(site.url(f"{SEARCH[language]}?q=bicocca"))
    if scripts:
        assert found(page) >= len(results(page)) > 0
        assert page.locator("input[name=q]").input_value() == "bicocca"
    else:
        assert page.locator("noscript").is_visible()


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_on_the_search_page_the_shortcut_leads_to_its_box(search, keys):
    page = search("it")
    page.keyboard.press(keys)
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.locator("dialog").count() == 0


@pytest.mark.parametrize("language", SEARCH)
def test_nothing_is_loaded_before_it_is_needed(tab, site, language):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(urlsplit(request.url).path))
    page.goto(site.url(SEARCH[language]), wait_until="networkidle")
    assert [path for path in requested if re.search(r"pagefind|/search\.", path)] == []
    with page.expect_response(re.compile(rf"/pagefind/wasm\.{language}\.pagefind$")):
        page.locator("input[name=q]").focus()


REQUESTS = 18
WEIGHT = 175 * 1024
"""What a search page opened with a query may ask for, its own first view included, where nothing is kept."""


@pytest.fixture
def cost(tab, site):
    """Opens a search page with a query: the page once it is answered, how many files it asked for, how many bytes."""

    def opened(address: str) -> tuple[Page, int, int]:
        page = tab("about:blank")
        requested: list[str] = []
        page.on("request", lambda request: requested.append(file_of(request)))
        page.goto(site.url(address))
        page.wait_for_function(TOLD)
        page.wait_for_load_state("networkidle")
        files = dict.fromkeys(requested)
        assert len(results(page)) == len([one for one in files if one.startswith("pagefind/fragment/")]) > 0
        return page, len(files), sum(sent(site.folder / one) for one in files)

    return opened


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("it", "bicocca"),
        ("it", "ricerca milano"),
        ("it", "accordi 2023"),
        ("it", "accordi milano"),
        ("it", "univesrità"),
        ("en", "university of milan"),
    ],
)
def test_a_search_page_opened_with_a_query_is_light(cost, language, query):
    page, requests, weight = cost(f"{SEARCH[language]}?q={query}")
    assert len(results(page)) == 5
    assert requests <= REQUESTS
    assert weight <= WEIGHT


@pytest.mark.parametrize(
    ("language", "query"),
    [
        *(("it", query) for query in ("agreement", "hydrogen", "prison", "contact", "calls", "neighbourhoods")),
        *(("en", query) for query in ("accordi", "carcere", "scadenze", "idrogeno", "panetteria")),
        *(("it", query) for query in ("accordi scaduti", "“accordo quadro”", "“protocollo d’intesa”")),
    ],
)
def test_so_is_one_with_words_of_another_language_a_phrase_or_a_status(cost, language, query):
    page, requests, weight = cost(f"{SEARCH[language]}?q={query}")
    assert 0 < len(results(page)) <= 5
    assert requests <= REQUESTS
    assert weight <= WEIGHT


@pytest.mark.parametrize("home", ["", "en/"])
def test_so_is_every_example_of_the_home_page(tab, site, cost, home):
    examples = tab(site.url(home)).locator(".examples a").evaluate_all(HREFS)
    assert len(examples) > 1
    costs = {one: cost(one.removeprefix("/"))[1:] for one in examples}
    assert {one: told for one, told in costs.items() if told[0] > REQUESTS or told[1] > WEIGHT} == {}


FILE = 6 * 1024
"""What a file of words weighs at most, the page of results that a word adds among them."""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("progetti ricerca polisocial award politecnico carcere bollate salute", 8),
        ("accordi 2021 milano", 3),
        ("accordi polito", 3),
    ],
)
def test_a_long_query_asks_for_a_file_or_so_a_word_and_no_other_language(cost, query, words):
    """A page must have all its words, so each is looked for: with two the page is as light as it can be."""
    _, requests, weight = cost(f"{SEARCH['it']}?q={query}")
    further = words - 2
    assert requests <= REQUESTS + further
    assert weight <= WEIGHT + further * FILE


def test_of_a_long_query_no_file_is_fetched_that_cannot_change_that_nothing_is_found(tab, site):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(file_of(request)))
    page.goto(site.url(f"{SEARCH['it']}?q=politecnico+torino+ricerca+energia+qzxwvk+zzkqxv+wwqkzx+kkzqwx"))
    page.wait_for_function(TOLD)
    assert not results(page)
    alone = len({one for one in requested if one.startswith("pagefind/index/")})
    for word in ("politecnico", "ricerca"):
        page.locator("input[name=q]").fill(word)
        page.wait_for_function(TOLD)
    assert len({one for one in requested if one.startswith("pagefind/index/")}) >= alone + 2


def test_what_is_ticked_alone_asks_for_no_words(tab, site):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(file_of(request)))
    page.goto(site.url(f"{SEARCH['it']}?kind=Cantieri"))
    page.wait_for_function(TOLD)
    assert results(page)
    assert not [one for one in requested if one.startswith("pagefind/index/")]


def test_what_a_query_needs_comes_with_the_script_that_asks_for_it_and_not_after(tab, site):
    page = tab("about:blank")
    held: list[Route] = []
    page.route("**/assets/search.*.js", lambda route: held.append(route))
    with page.expect_request("**/pagefind/start.it.json"), page.expect_request("**/pagefind/wasm.it.pagefind"):
        page.goto(site.url(f"{SEARCH['it']}?q=bicocca"), wait_until="commit")
    while not held:
        page.wait_for_timeout(20)
    held.pop().continue_()
    page.wait_for_function(TOLD)
    assert results(page)


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("it", "energia", "/temi/topics/energia/"),
        ("it", "accordi 2023", "/accordi/anno/2023/"),
        ("it", "registro 2024", "/accordi/anno/2024/"),
        ("en", "agreements 2022", "/en/agreements/year/2022/"),
        ("it", "città-IN", "/iniziative/polisocial-award/progetti/#citta-in-2023"),
        ("it", "SOSpesa+", "/iniziative/polisocial-award/progetti/#sospesa-2024"),
        ("it", "SOSpesa", "/iniziative/polisocial-award/progetti/#sospesa-2021"),
        ("it", "Cluster Tecnologico Lombardo della Cosmesi", "/reti/cluster-cosmesi-lombardia/"),
        ("en", "life sciences", "/en/networks/cluster-lombardo-scienze-della-vita/"),
    ],
)
def test_topics_years_of_lists_and_other_names_are_pages_called_just_that(ask, language, query, path):
    card = ask(language, query).locator(".results li:first-child.called")
    assert card.locator("a").get_attribute("href") == path


@pytest.mark.parametrize(
    ("language", "query"),
    [("it", "agreement"), ("it", "health"), ("en", "accordi"), ("en", "salute")],
)
def test_a_word_for_a_list_or_a_topic_of_the_other_language_brings_its_results_below(ask, language, query):
    """It may be found here too, in the title of a source or in a text: no page here is called so."""
    page = ask(language, query)
    assert page.locator(".results").first.locator("li").count() > 0
    assert page.locator(f".elsewhere li[lang={OTHER[language]}]").count() > 0


@pytest.mark.parametrize(("language", "query"), [("it", "bicocca"), ("it", "ricerca"), ("en", "agreements")])
def test_a_word_of_this_language_asks_for_no_other(ask, language, query):
    assert ask(language, query).locator(".elsewhere section").count() == 0


@pytest.mark.parametrize("query", ["bollate", "autoveicolo", "Africa"])
def test_another_language_is_offered_and_not_fetched_where_only_texts_have_the_words(tab, site, query):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(file_of(request)))
    page.goto(site.url(f"{SEARCH['it']}?q={query}"))
    page.wait_for_function(TOLD)
    assert results(page)
    expect(page.locator(".instead [data-language=en]")).to_be_visible()
    assert "pagefind/start.en.json" not in requested


def test_other_languages_are_offered_where_little_is_found_and_fetched_where_nothing_is(tab, site):
    page = tab("about:blank")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(file_of(request)))
    page.goto(site.url(f"{SEARCH['it']}?q=snam+idrogeno"))
    page.wait_for_function(TOLD)
    expect(page.locator(".instead [data-language=en]")).to_be_visible()
    assert "pagefind/start.en.json" not in requested
    page.locator("input[name=q]").fill("hydrogen")
    page.wait_for_function(TOLD)
    assert "pagefind/names.en.json" in requested
    assert not {"pagefind/start.en.json", "pagefind/words.it.json"} & set(requested)
    page.locator("input[name=q]").fill("qzxwvk")
    page.wait_for_function(TOLD)
    assert "pagefind/start.en.json" in requested
    page.locator("input[name=q]").fill("hydrogen")
    page.wait_for_function(TOLD)
    expect(page.locator(".elsewhere li[lang=en]").first).to_be_visible()
