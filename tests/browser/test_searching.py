import re
from html import unescape
from unicodedata import combining, normalize

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searches import ALL_SHOWN, OTHER, TOLD, answered, asked, found, results
from tests.browser.site import SEARCH, file_of
from tests.long import IS_LONG

pytestmark = pytest.mark.browser


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
            r"^(Firma|Annuncio): |^(Uni|Poli)",
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
        answered(page, query)
        return page.get_by_role("status").inner_text(), results(page)

    for query in before:
        told(warm, query)
    for query in queries if IS_LONG else queries[::3]:
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
