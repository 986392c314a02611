"""What only a reader of the built site would notice: each of these once could be broken with every other test green."""

import json
import re

import pytest

from tests.harness import BuiltSite, SiteTest, text_of
from tests.media import document, picture

AGREEMENT = "content/agreements/mobilita.md"
SOURCES = "sources:\n  - source: comunicato-mobilita\n"
INDICATOR = (
    f"title: Bandiere\nabout: organisations/unicollefiorito\nunit: {{it: bandiere, en: flags}}\n{SOURCES}series:\n"
)
AWARD = f"title: Premio Girandola\nform: award\nstate: active\nnot_stated: [start, end, scope]\n{SOURCES}totals:\n"


def agreement(signed: str, more: str = "") -> str:
    """An agreement between the two made-up bodies, signed on a day."""
    facts = f"form: memorandum\nstage: signed\nparties: [unicollefiorito, comune-di-valdombra]\nsigned_on: {signed}\n"
    unknown = "not_stated: [signatories, effective_on, duration, renewal, value, act]\n"
    return f"---\ntitle: Accordo del {signed}\n{facts}{more}{unknown}{SOURCES}---\n"


def words(html: str) -> str:
    """The words of a page; no space after an apostrophe, where a tag begins."""
    return text_of(html).replace("’ ", "’")


def test_a_source_that_nobody_is_said_to_have_published_names_nobody(showcase: BuiltSite) -> None:
    site = SiteTest().replace("content/sources/comunicato-mobilita.yaml", "publisher: ", "not_stated: [publisher]\n#")
    built = site.build()
    assert [one.code for one in built.found if one.is_error] == []
    assert "Chi l’ha pubblicata" not in built.facts("/fonti/")
    assert [text_of(one) for one in re.findall(r'<p class="note">.*?</p>', built.main("/fonti/"))] == ["26 marzo 2025"]


@pytest.mark.parametrize(
    "address",
    """
    accordi/mobilita bandi/sponde eventi/notte-delle-lanterne iniziative/festival-del-fiume piani/piano-unico
    reti/rete-fiumi
    """.split(),
)
def test_of_what_a_record_says_at_a_glance_one_thing_is_strong(address: str, showcase: BuiltSite) -> None:
    assert showcase.page(f"/{address}/").count('<li class="strong">') == 1


def test_the_title_of_a_source_of_no_stated_language_is_in_that_of_the_record() -> None:
    site = (
        SiteTest().replace("content/sources/comunicato-mobilita.yaml", "language: it", "not_stated: [language]").build()
    )
    link = '<a href="/en/sources/comunicato-mobilita/" lang="it">Ateneo e Comune insieme per la mobilità</a>'
    assert link in site.page("/en/agreements/mobilita/")


def test_the_title_of_a_source_that_is_translated_is_in_the_language_of_the_page() -> None:
    site = SiteTest().write("content/sources/comunicato-mobilita.en.md", "---\ntitle: Joint release\n---\n").build()
    assert '<a href="/en/sources/comunicato-mobilita/">Joint release</a>' in site.page("/en/agreements/mobilita/")
    assert "Joint release" not in site.page("/accordi/mobilita/")


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Università di Collefiorito e Comune di Valdombra · Fine non nota"),
        (("nove, o " * 20)[:-1] + "!", ("nove, o " * 20)[:-1] + "!"),
        ("nove, o " * 20 + "dieci", ("nove, o " * 20)[:-3] + "…"),
    ],
    ids=["no text", "160 letters", "165 letters"],
)
def test_a_record_without_a_summary_is_described_by_its_text(text: str, description: str) -> None:
    site = SiteTest().write("content/agreements/prova.md", f"{agreement('2026-11-20')}{text}\n").build()
    (described,) = re.findall(
        r'<meta name="description" property="og:description" content="([^"]*)">', site.page("/accordi/prova/")
    )
    assert described == description


# --- files beside a record ---


def test_a_file_that_nothing_names_is_not_published() -> None:
    site = SiteTest().rename(AGREEMENT, "content/agreements/mobilita/index.md")
    site.rename("content/agreements/mobilita.en.md", "content/agreements/mobilita/index.en.md")
    files = {"verbale.pdf": document(), "bozza.pdf": document(), "foto.png": picture(), "appunti.txt": b"da non dire"}
    for name, content in files.items():
        site.write(f"content/agreements/mobilita/{name}", content)
    named = "attachments:\n  - {file: verbale.pdf, title: {it: verbale, en: minutes}, language: it}\nform:"
    site.replace("content/agreements/mobilita/index.md", "form:", named).build()
    beside = {path for path in site.tree() if path.startswith("accordi/mobilita/")}
    assert beside == {"accordi/mobilita/index.html", "accordi/mobilita/index.json", "accordi/mobilita/verbale.pdf"}


# --- what programs read ---


def test_each_date_of_an_agreement_has_its_own_name_in_json_ld() -> None:
    site = SiteTest().replace(
        AGREEMENT, "2025-03-26\n", "2023-05-02\nannounced_on: 2022-04-01\neffective_on: 2024-06-03\n"
    )
    said = site.replace(AGREEMENT, "effective_on, ", "").build().structured("/accordi/mobilita/")[-1]
    assert said["dateCreated"] == "2023-05-02"
    assert said["datePublished"] == "2022-04-01"
    assert said["temporalCoverage"].startswith("2024-06-03/")


def test_a_record_as_data_names_what_refers_to_it() -> None:
    site = SiteTest().build()
    told = {
        folder: json.loads(site.tree()[f"{folder}/index.json"])["computed"]["referred_to_by"]
        for folder in ("organizzazioni/unicollefiorito", "organizzazioni/comune-di-valdombra", "accordi/mobilita")
    }
    assert told == {
        "organizzazioni/unicollefiorito": ["agreements/mobilita", "sources/comunicato-mobilita"],
        "organizzazioni/comune-di-valdombra": ["agreements/mobilita"],
        "accordi/mobilita": [],
    }


# --- news ---


def test_news_is_of_the_day_or_before() -> None:
    site = SiteTest()
    for day in ("2026-11-21", "2026-11-22", "2026-11", "2026-10"):
        site.write(f"content/agreements/prova-{day}.md", agreement(day))
    home = site.build(on="2026-11-22").main("/")
    news = words(home[home.index("I più recenti per data") :].partition("</section>")[0])
    assert re.findall(r"Accordo del ([\d-]+)", news) == ["2026-11-22", "2026-11-21", "2026-11", "2026-10"]


# --- Italian: before a vowel ---


@pytest.mark.parametrize(
    ("day", "signed", "computed"),
    [
        ("2026-11-01", "firmato il 1º novembre", "Accordi per stato al 1º novembre"),
        ("2026-11-07", "firmato il 7 novembre", "Accordi per stato al 7 novembre"),
        ("2026-11-08", "firmato l’8 novembre", "Accordi per stato all’8 novembre"),
        ("2026-11-11", "firmato l’11 novembre", "Accordi per stato all’11 novembre"),
        ("2026-11-18", "firmato il 18 novembre", "Accordi per stato al 18 novembre"),
    ],
)
def test_a_day_and_its_article(day: str, signed: str, computed: str) -> None:
    site = SiteTest().write("content/agreements/prova.md", agreement(day, "until: 2027-01-31\n")).build(on=day)
    home, register = words(site.main("/")), words(site.main("/accordi/"))
    assert f"{signed} 2026" in home
    assert f"{computed} 2026" in register


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("07", ["dal 7 marzo 2018 fino al 7 marzo 2024", "al 7 marzo 2025"]),
        ("08", ["dall’8 marzo 2018 fino all’8 marzo 2024", "all’8 marzo 2025"]),
        ("11", ["dall’11 marzo 2018 fino all’11 marzo 2024", "all’11 marzo 2025"]),
        ("12", ["dal 12 marzo 2018 fino al 12 marzo 2024", "al 12 marzo 2025"]),
    ],
)
def test_a_span_of_days_and_its_articles(day: str, said: list[str]) -> None:
    dates = f"since: 2018-03-{day}, until: 2024-03-{day}, as_of: 2025-03-{day}"
    row = f"  - {{measure: funded, value: 12, {dates}, source: comunicato-mobilita}}\n"
    site = SiteTest().write("content/initiatives/girandola.md", f"---\n{AWARD}{row}---\n").build()
    page = words(site.main("/iniziative/girandola/"))
    assert [one for one in said if one not in page] == []


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-03-07", "del 7 marzo 2025"),
        ("2025-03-08", "dell’8 marzo 2025"),
        ("2025-03-11", "dell’11 marzo 2025"),
        ("2025-03", "di marzo 2025"),
        ("2025", "del 2025"),
    ],
)
def test_the_date_of_a_source_and_its_article(date: str, said: str) -> None:
    site = SiteTest().replace("content/sources/comunicato-mobilita.yaml", "2025-03-26", f'"{date}"')
    site.write("content/indicators/bandiere.yaml", f"{INDICATOR}  - {{value: 12, source: comunicato-mobilita}}\n")
    assert f"insieme per la mobilità , {said}" in words(site.build().main("/indicatori/bandiere/"))


@pytest.mark.parametrize(
    ("duration", "said"),
    [("7 days", "fra l’8 marzo 2027 e il 7 aprile 2027"), ("8 days", "fra il 9 marzo 2027 e l’8 aprile 2027")],
)
def test_an_end_between_two_days_and_its_articles(duration: str, said: str) -> None:
    made = agreement("2026-10", f"effective_on: 2027-03\nduration: {duration}\n").replace(
        "effective_on, duration, ", ""
    )
    page = SiteTest().write("content/agreements/prova.md", made).build().main("/accordi/prova/")
    assert said in words(page)


ARTICLES = {
    "~ 8": "circa l’8", "~ 9": "circa il 9", "< 11": "meno dell’11", "< 12": "meno del 12", "~< 8.5": "quasi l’8,5",
    "> 7": "oltre il 7", "> 79": "oltre il 79", "> 80": "oltre l’80", "> 81": "oltre l’81", "> 88": "oltre l’88",
    "> 89": "oltre l’89", "> 90": "oltre il 90", "> 18": "oltre il 18", "> 800": "oltre l’800",
    "~ 1": "circa l’1", "> 0.8": "oltre lo 0,8", "< 1.5": "meno dell’1,5", "< 0.5": "meno dello 0,5",
    "> 10": "oltre il 10",
}  # fmt: skip


def test_a_percentage_and_its_article() -> None:
    rows = "".join(f'  - {{value: "{value} PERCENT", source: comunicato-mobilita}}\n' for value in ARTICLES)
    site = (
        SiteTest()
        .write(
            "content/indicators/bandiere.yaml",
            INDICATOR.replace("it: bandiere, en: flags", "it: delle bandiere, en: of the flags") + rows,
        )
        .build()
    )
    page = words(site.main("/indicatori/bandiere/")).casefold()
    assert [said for said in ARTICLES.values() if not re.search(rf"{said}\s?%", page)] == []


@pytest.mark.parametrize(
    ("submitted", "funded", "said"),
    [
        ("~< 100", 8, "almeno l’8"),
        ("~< 100", 79, "almeno il 79"),
        ("~< 100", 80, "almeno l’80"),
        ("> 100", 79, "al massimo il 79"),
        ("> 100", 80, "al massimo l’80"),
    ],
)
def test_a_computed_percentage_and_its_article(submitted: str, funded: int, said: str) -> None:
    rows = "".join(
        f'  - {{measure: {measure}, value: "{value}", as_of: "2025", source: comunicato-mobilita}}\n'
        for measure, value in (("submitted", submitted), ("funded", funded))
    )
    site = SiteTest().write("content/initiatives/girandola.md", f"---\n{AWARD}{rows}---\n").build()
    assert re.search(rf"{said}\s?%", words(site.main("/iniziative/girandola/")).casefold())


def test_a_fact_in_one_language_alone_is_marked_where_another_is_read() -> None:
    site = SiteTest("showcase")
    site.replace("content/calls/sponde.md", "{it: associazioni, en: associations}", "{it: associazioni}").build()
    assert '<span lang="it">associazioni</span>' in site.main("/en/calls/sponde/")
    assert "lang=" not in site.main("/bandi/sponde/").partition("associazioni")[0].rpartition("<dd")[2]


def test_what_ends_later_goes_by_its_end() -> None:
    site = SiteTest()
    for id_, end in (("a", "2031-01-01"), ("b", "2029-01-01"), ("c", "2030-01-01")):
        text = agreement("2020-01-01", f"until: {end}\n").replace("duration, ", "").replace("title: ", f"title: {id_} ")
        site.write(f"content/agreements/{id_}.md", text)
    later = site.build().facts("/scadenze/")
    assert re.findall(r"\[([abc]) Accordo", later) == ["b", "c", "a"]


def test_what_ends_soon_without_a_page_in_this_language_is_said_to_be_missing() -> None:
    site = SiteTest().remove("content/agreements/mobilita.en.md").build("2027-06-01")
    told = "Not counted here: 1 that ends within twelve months and has no page in this language."
    assert told in site.facts("/en/deadlines/")
    assert "in questa lingua" not in site.facts("/scadenze/")
    site.build("2026-06-01")
    assert "Not counted" not in site.facts("/en/deadlines/")


def test_no_page_has_an_element_for_words_without_words(showcase: BuiltSite) -> None:
    empty = re.compile(r"<(p|dt|dd|h[1-6]|li|b|strong)\b(?![^>]* role=)[^>]*>\s*</\1>")
    pages = {path: data.decode() for path, data in showcase.tree().items() if path.endswith(".html")}
    parts = {path: re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL) for path, page in pages.items()}
    assert {path: found[0] for path, page in parts.items() if (found := empty.search(page))} == {}
    assert len(parts) > 100
