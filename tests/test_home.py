"""The home page: whose it is, its doors, what is new and near, its figures."""

import re

import pytest

from tests.harness import BuiltSite, SiteTest, text_of

SETTINGS = "content/site.yaml"
SUMMARY = """---
title: {title}
form: memorandum
stage: signed
parties: [unicollefiorito, comune-di-valdombra]
signed_on: {signed}
until: {until}
not_stated: [signatories, effective_on, renewal, value, act]
verified_on: 2026-11-22
sources: [{{source: comunicato-mobilita}}]
---
Testo.
"""
INITIATIVE = """---
title: Orti
form: project
promoter: unicollefiorito
state: active
start: 2025
verified_on: 2026-11-22
sources: [{source: comunicato-mobilita}]
---
Testo.
"""
INDICATOR = """---
title: {title}
about: organisations/unicollefiorito
unit: {{it: alberi, en: trees}}
direction: up
series:
  - period: "2024"
    value: "120"
    as_of: 2025-01-10
    source: comunicato-mobilita
verified_on: 2026-11-22
sources: [{{source: comunicato-mobilita}}]
---
Testo.
"""


def home(written: str, site: str = "minimal") -> SiteTest:
    """A site with these settings of its home page."""
    return SiteTest(site).replace(SETTINGS, "navigation:", f"home:\n{written}navigation:")


def doors(page: str) -> list[tuple[str, str]]:
    """The address and the words of each door."""
    window = page.partition('<ul class="casement')[2].partition("</ul>")[0]
    return [(href, text_of(words)) for href, words in re.findall(r'<a href="([^"]*)">(.*?)</a>', window, re.DOTALL)]


def heading(main: str) -> str:
    """The one heading of the first rank."""
    (said,) = re.findall(r"<h1[^>]*>(.*?)</h1>", main)
    return text_of(said)


def examples(main: str) -> list[str]:
    """What may be searched for."""
    return re.findall(r"<a [^>]*>(.*?)</a>", main.partition('<p class="examples">')[2].partition("</p>")[0])


def bare() -> SiteTest:
    """A site with a university, and nothing that it does."""
    site = SiteTest().remove("content/agreements").remove("content/organisations/comune-di-valdombra.yaml")
    return site.replace(SETTINGS, "[agreements, organisations, ", "[")


def test_a_site_that_says_nothing_of_its_home_still_has_one() -> None:
    site = SiteTest().build()
    main = site.main("/")
    assert heading(main) == "Che cosa fa l’Università di Collefiorito per la società"
    assert heading(site.main("/en/")) == "What the University of Collefiorito does for society"
    assert "Una vetrina con poche schede." in main
    assert [href for href, _ in doors(main)] == ["/accordi/", "/organizzazioni/", "/metodo/"]
    assert "In cifre" not in main
    assert examples(main) == ["Comune di Valdombra"], "whose names are short, but for the university above"


@pytest.mark.parametrize(
    ("number", "title", "names", "figures"),
    [
        (0, "Piccola vetrina", ["Università di Collefiorito"], 0),
        (1, "Che cosa fa l’Università di Collefiorito per la società", ["Orti 1"], 0),
        (3, "Che cosa fa l’Università di Collefiorito per la società", ["Orti 1", "Alberi 1", "Orti 2"], 1),
        (20, "Che cosa fa l’Università di Collefiorito per la società", 5, 4),
    ],
)
def test_a_new_site_has_a_home_of_what_there_is(number: int, title: str, names: list[str] | int, figures: int) -> None:
    """Every third record is an indicator."""
    site = bare()
    for one in range(1, number + 1):
        if one % 3:
            site.write(f"content/initiatives/i{one}.md", INITIATIVE.replace("Orti", f"Orti {one}"))
        else:
            site.write(f"content/indicators/n{one}.md", INDICATOR.format(title=f"Alberi {one // 3}"))
    main = site.build().main("/")
    assert heading(main) == title
    found = examples(main)
    assert found == names or len(found) == names
    assert main.count('<p class="about">') == figures


def test_of_several_universities_it_says_what_they_do() -> None:
    site = SiteTest().replace(SETTINGS, "kind: university", "kind: group").build()
    assert heading(site.main("/")) == "Che cosa fanno le università per la società"
    assert heading(site.main("/en/")) == "What universities do for society"


def test_what_has_a_long_name_is_no_example() -> None:
    site = bare().write(
        "content/initiatives/a.md", INITIATIVE.replace("Orti", "Un nome che nessuno scriverebbe per cercare")
    )
    assert examples(site.build().main("/")) == []


def test_it_says_what_the_owner_writes_in_each_language(showcase: BuiltSite) -> None:
    it, en = showcase.page("/"), showcase.page("/en/")
    assert "<title>Che cosa fanno due atenei – Finestra aperta</title>" in it
    assert "What two universities do</h1>" in en
    assert "Qui si vede che cosa fanno per la valle." in it
    assert '<a href="/cerca/?q=lanterne">lanterne</a>' in it
    assert '<a href="/cerca/?q=Comune+%26+fiume">Comune &amp; fiume</a>' in it
    assert '<a href="/en/search/?q=river">river</a>' in en


def test_the_universities_are_those_at_the_centre_of_what_is_done_by_name(showcase: BuiltSite) -> None:
    whose = showcase.main("/").partition('<ul class="whose"')[2].partition("</ul>")[0]
    assert re.findall(r'href="([^"]*)"', whose) == [
        "/organizzazioni/politecnico-rocca-serena/",
        "/organizzazioni/unicollefiorito/",
    ]


def test_without_agreements_they_are_those_that_act_in_the_rest() -> None:
    site = SiteTest().remove("content/agreements").replace(SETTINGS, "[agreements, ", "[initiatives, ")
    site.write("content/initiatives/orti.md", INITIATIVE).build()
    whose = site.main("/").partition('<ul class="whose"')[2].partition("</ul>")[0]
    assert re.findall(r'href="([^"]*)"', whose) == ["/organizzazioni/unicollefiorito/"]


def test_a_door_shows_what_it_leads_to(showcase: BuiltSite) -> None:
    main = showcase.main("/")
    programme, cantieri, agreements, networks = doors(main)
    assert programme[0] == "/programmi/citta-aperta/"
    assert programme[1].startswith("Città aperta Il programma con cui l’ateneo lavora insieme alla città.")
    assert programme[1].endswith("2017 2019-20 11 progetti, uno a riquadro"), "what its award counts"
    assert cantieri == ("/cantieri/", "Cantieri I lavori aperti alla valle Cantiere delle acque Cantiere verde")
    assert agreements[0] == "/accordi/"
    assert "10 accordi con" in agreements[1]
    assert agreements[1].endswith(
        "In vigore: 4 Non ancora in vigore: 1 Fine non nota: 1 "
        "Durata trascorsa, rinnovo non noto: 1 Concluso: 2 Firma non documentata: 1"
    )
    assert networks[1].startswith("Reti 1 rete o cluster")
    assert 'class="columns"' in main
    assert len(re.findall(r'<(?:svg|span) class="(?:columns|plates|groups)"', main)) == 4


def test_what_is_wrong_with_a_door_or_a_figure_is_told_where_it_stands() -> None:
    site = home("  doors: [agrements, {to: agreements/mobilit}]\n  figures: [indicators/nessuno]\n").check()
    line = site.read(SETTINGS).splitlines().index("home:") + 1
    assert sorted((one.place.line - line, one.place.column, one.code) for one in site.found) == [
        (1, 11, "unknown-folder"),
        (1, 27, "unknown-reference"),
        (2, 13, "unknown-reference"),
    ]


def test_four_figures_at_most_each_with_what_it_is_of(showcase: BuiltSite) -> None:
    figures = showcase.main("/").partition('<ul class="figures"')[2].partition("</ul>")[0]
    assert re.findall(r'<p class="about"><a href="([^"]*)"', figures) == [
        "/iniziative/premio-lanterna/",
        "/indicatori/visitatori/",
        "/indicatori/accordi-firmati/",
    ]
    first = figures.partition("</li>")[0]
    assert first.index('class="big"') < first.index("progetti finanziati") < first.index('class="about"')


@pytest.mark.parametrize(
    ("signed", "until", "heading", "said"),
    [
        ("2025-01-01", "2027-11-22", "Che cosa sta per finire", "365 giorni"),
        ("2025-01-01", "2027-11-23", "Prossime date", "Le prossime: "),
    ],
)
def test_what_ends_within_a_year_is_about_to_and_what_ends_later_comes_next(
    signed: str, until: str, heading: str, said: str
) -> None:
    site = SiteTest().remove("content/agreements")
    site.write("content/agreements/uno.md", SUMMARY.format(title="Uno", signed=signed, until=until)).build()
    main = site.main("/")
    assert f"<h2>{heading}</h2>" in main
    assert said in text_of(main)
    assert ('<svg class="months marks"' in main) == (until == "2027-11-22")


def test_news_goes_by_the_day_and_says_which() -> None:
    site = SiteTest().remove("content/agreements")
    for number, signed in enumerate(("2026-11-22", "2026-11-21", "2024", "2023", "2022")):
        site.write(f"content/agreements/a{number}.md", SUMMARY.format(title=f"A{number}", signed=signed, until="2030"))
    news = site.build().main("/").partition('<ul class="dated"')[2].partition("</ul>")[0]
    assert re.findall(r">(A\d)<", news) == ["A0", "A1", "A2", "A3"]
    assert "firmato il" in text_of(news)


def test_ends_too_near_each_other_to_be_touched_share_a_link_to_the_page_of_all() -> None:
    site = SiteTest().remove("content/agreements")
    for name, until in {"uno": "2027-01-21", "due": "2027-02-20", "tre": "2027-05-01", "quattro": "2027-06-01"}.items():
        written = SUMMARY.format(title=name.capitalize(), signed="2025-01-01", until=until)
        site.write(f"content/agreements/{name}.md", written)
    months = site.build().main("/").partition('<svg class="months marks"')[2].partition("</figure>")[0]
    marks = re.findall(r'<a href="([^"]*)"[^>]*><title>(.*?)</title>(.*?)</a>', months, re.DOTALL)
    assert [(href, title, drawn.count("<circle")) for href, title, drawn in marks] == [
        ("/scadenze/", "Uno: mancano 60 giorni; Due: mancano 90 giorni", 2),
        ("/accordi/tre/", "Tre: mancano 160 giorni", 1),
        ("/accordi/quattro/", "Quattro: mancano 191 giorni", 1),
    ]
