"""People are told for their public role alone: a line a role, and no page for somebody whom one record names."""

import csv
import io
import re

import pytest

from generator.cli import main
from generator.fields.values import Ref
from generator.presenters.person import names_the_body
from generator.text.context import contexts_of
from tests.harness import DAY, BuiltSite, SiteTest, text_of

FESTIVAL = "content/initiatives/festival-del-fiume/index.md"
SPOKE = "[Ada Fontana](ref:people/ada-fontana), [Bruno Rovere](ref:people/bruno-rovere) e "


def test_a_role_is_one_line_with_the_days_that_attest_it(showcase: BuiltSite) -> None:
    told = showcase.facts("/persone/bruno-rovere/").splitlines()
    lines = [line for line in told if line.startswith("sindaco, ")]
    assert len(lines) == 1
    since = "nelle fonti la prima volta a marzo 2024 (data dedotta), l’ultima il 2 giugno 2025"
    assert f"{since} ([fonte 1](#source-1) · [Città aperta](/fonti/pagina-citta-aperta/))" in lines[0]


@pytest.mark.parametrize(("days", "told"), [("signed_on, effective_on", True), ("signed_on", False)])
def test_a_role_of_a_day_that_a_record_deduces_is_to_be_marked_as_deduced(days: str, told: bool) -> None:
    """Ada signed on that day: it is certain where the record states it in any of its dates."""
    site = SiteTest("showcase").replace("content/agreements/mobilita.md", "form: ", f"deduced: [{days}]\nform: ")
    assert ("unmarked-deduction" in {one.code for one in site.check().found}) is told


def test_whom_one_record_names_is_told_there_and_has_no_page(showcase: BuiltSite) -> None:
    told = showcase.facts("/iniziative/festival-del-fiume/")
    body = "[Regione Altavalle](/organizzazioni/regione-altavalle/)"
    assert f"Carla Neve, presidente della Regione, {body}, il 14 maggio 2023 ([fonte 1](#source-1))" in told
    assert "people/carla-neve" not in told
    assert "/persone/carla-neve/" not in told
    assert "Carla Neve" not in showcase.main("/persone/")
    assert "/persone/carla-neve/" not in "".join(
        showcase.page(page) for page in ("/organizzazioni/regione-altavalle/",)
    )


@pytest.mark.parametrize(
    ("old", "there"),
    [
        ("/persone/carla-neve/", "/iniziative/festival-del-fiume/"),
        ("/en/people/carla-neve/", "/en/initiatives/festival-del-fiume/"),
    ],
)
def test_the_address_of_somebody_without_a_page_leads_there(showcase: BuiltSite, old: str, there: str) -> None:
    assert f'content="0; url={there}"' in showcase.page(old)


def test_a_signatory_whom_nobody_else_names_keeps_the_role_and_loses_the_page() -> None:
    site = SiteTest("showcase").replace(FESTIVAL, SPOKE, "")
    site.replace(FESTIVAL.replace("index", "index.en"), SPOKE.replace(" e ", " and "), "").build()
    told = site.facts("/accordi/mobilita/")
    assert "Ada Fontana (rettrice, al 1º marzo 2024)" in told
    assert "/persone/ada-fontana/" not in told
    assert 'url=/accordi/mobilita/"' in site.page("/persone/ada-fontana/")
    assert "Ada Fontana" not in site.main("/persone/")


def test_a_second_record_gives_somebody_a_page() -> None:
    site = SiteTest("showcase")
    site.replace(
        "content/agreements/orti.md", "\n---\n", "\n---\nNe ha parlato [Carla Neve](ref:people/carla-neve).\n\n"
    )
    told = site.build().facts("/persone/carla-neve/")
    assert "Se ne parla in" in told
    assert "[Festival del fiume](/iniziative/festival-del-fiume/)" in told
    assert "[Carla Neve](/persone/carla-neve/)" in site.facts("/iniziative/festival-del-fiume/")


def test_a_statement_says_in_what_role(showcase: BuiltSite) -> None:
    assert "[Ada Fontana](/persone/ada-fontana/), rettrice, " in showcase.facts("/accordi/mobilita/")


@pytest.mark.parametrize(
    ("role", "body", "named"),
    [
        ("sindaca di Como", "Comune di Como", True),
        ("vice sindaco di Como", "Comune di Como", True),
        ("assessora alla cultura di Como", "Comune di Como", True),
        ("sindaco dell’Aquila", "Comune dell’Aquila", True),
        ("presidente della Lombardia", "Regione Lombardia", True),
        ("presidente della Regione Lombardia", "Regione Lombardia", True),
        ("presidente del CNR", "CNR – Consiglio Nazionale delle Ricerche", True),
        ("Mayor of Como", "Comune di Como", True),
        ("sindaca", "Comune di Como", False),
        ("assessore ai rapporti con la Città metropolitana di Milano", "Comune di Milano", False),
        ("assessore ai rapporti con l’ateneo di Milano", "Comune di Milano", False),
        ("sindaco metropolitano di Milano", "Città metropolitana di Milano", False),
        ("vicerettrice per i rapporti con la Città di Torino", "Politecnico di Torino", False),
        ("rettrice di Milano", "Politecnico di Milano", False),
        ("rettrice dell’Università di Milano-Bicocca", "Università di Milano", False),
        ("presidente di CNR Lombardia", "CNR – Consiglio Nazionale delle Ricerche", False),
        ("presidente della Regione", "Regione Lombardia", False),
        ("delegata ai CNRS", "CNR – Consiglio Nazionale delle Ricerche", False),
    ],
)
def test_the_body_is_left_out_only_where_the_role_names_that_very_body(role: str, body: str, named: bool) -> None:
    natures = {"Comune": "municipality", "Regione": "region", "Città": "public-body", "CNR": "research-body"}
    nature = natures.get(body.split()[0], "university")
    acronym = "acronym: CNR\n" if body.startswith("CNR") else ""
    site = SiteTest()
    site.write("content/organisations/body.yaml", f"title: {body}\nnature: {nature}\n{acronym}")
    here = contexts_of(site.check().showcase)[0]
    assert names_the_body(here, role, Ref("organisations", "body")) == named


def test_no_list_of_people_is_in_the_sitemap(showcase: BuiltSite) -> None:
    sitemap = showcase.tree()["sitemap.xml"].decode()
    assert "/iniziative/" in sitemap
    assert "/persone/" not in sitemap
    assert "/people/" not in sitemap
    assert '<meta name="robots" content="noindex">' in showcase.page("/persone/")


def test_the_data_of_people_are_there_and_in_no_catalogue(showcase: BuiltSite) -> None:
    files = showcase.tree()
    for page, word in (("/dati/", "persone"), ("/en/data/", "people")):
        offered = next(one for one in showcase.structured(page) if one["@type"] == "DataCatalog")["dataset"]
        assert {one["@id"].partition("#")[2] for one in offered} >= {"agreements", "organisations"}
        assert "people" not in {one["@id"].partition("#")[2] for one in offered}
        assert f"{page[1:]}v1/{word}.csv" in files
    for form in ("rdf", "ttl"):
        catalogue = files[f"dati/v1/catalogo.{form}"].decode()
        assert "agreements" in catalogue
        assert "people" not in catalogue
        assert "persone" not in catalogue


def test_crawlers_are_to_leave_the_data_of_people_alone() -> None:
    said = SiteTest().build().tree()["robots.txt"].decode().splitlines()
    assert [line.partition(": ")[2] for line in said if line.startswith("Disallow")] == [
        "/dati/v1/persone.",
        "/en/data/v1/people.",
        "/persone/*.json",
    ]


def test_whom_one_record_names_has_no_data_of_their_own(showcase: BuiltSite) -> None:
    files = showcase.tree()
    assert "persone/ada-fontana/index.json" in files
    assert "persone/carla-neve/index.json" not in files
    rows = csv.DictReader(io.StringIO(files["dati/v1/persone.csv"].decode("utf-8-sig"), newline=""))
    data = {row["id"]: row["data"] for row in rows}
    assert data["ada-fontana"].endswith("/persone/ada-fontana/index.json")
    assert data["carla-neve"] == ""


PERSON = """title: Dora Selva
roles:
  - title: {it: tesoriera, en: Treasurer}
    organisation: comune-di-valdombra
    attested_on: 2021-01-05
    source: comunicato-mobilita
sources:
  - source: comunicato-mobilita
"""
ROLE = PERSON[PERSON.index("  - title: {it: tes") : PERSON.index("sources:")]
LINE = "Dora Selva, tesoriera, [Comune di Valdombra](/organizzazioni/comune-di-valdombra/), il 5 gennaio 2021"
AGREEMENT = "content/agreements/mobilita.md"
SAID = "statements:\n  - person: dora-selva\n    said: {it: Le barche bastano., en: Boats are enough.}\n"


def with_person(written: str = PERSON, text: str = "") -> SiteTest:
    """The small site with one more person, whom nobody names yet."""
    return SiteTest().write("content/people/dora-selva.md", f"---\n{written}---\n{text}\n")


@pytest.mark.parametrize(
    ("path", "written", "page"),
    [
        ("content/pages/method.md", "\n---\nNe parla [Dora](ref:people/dora-selva).\n\n", "/metodo/"),
        (AGREEMENT, "\n---\nNe parla [Dora](ref:people/dora-selva).\n\n", "/accordi/mobilita/"),
        (AGREEMENT, "\nrelated: [people/dora-selva]\n---\n", "/accordi/mobilita/"),
        (AGREEMENT, f"\n{SAID}---\n", "/accordi/mobilita/"),
    ],
    ids=["text of a page", "text of a record", "related", "statement"],
)
def test_whoever_names_somebody_alone_tells_the_role_and_its_source(path: str, written: str, page: str) -> None:
    site = with_person()
    site.replace(path, "\n---\n", written).build()
    assert LINE in site.facts(page)
    assert f'url={page}"' in site.page("/persone/dora-selva/")


def test_an_introduction_has_no_page_to_tell_somebody_on() -> None:
    text = "---\ntitle: Accordi\n---\nNe parla [Dora](ref:people/dora-selva).\n"
    site = with_person().write("content/intros/agreements.md", text).build()
    assert "tesoriera" in site.main("/persone/dora-selva/")
    assert 'href="/persone/dora-selva/"' in site.main("/accordi/")


@pytest.mark.parametrize(
    ("written", "text", "said"),
    [
        (f"{PERSON}summary: Tiene i conti del molo.\n", "", "Tiene i conti del molo."),
        (f"{PERSON}website: https://dora.example/\n", "", "https://dora.example/"),
        (PERSON, "Tiene i conti del molo.\n", "Tiene i conti del molo."),
        (PERSON.replace("sources:", f"{ROLE.replace('tesoriera', 'sindaca')}sources:"), "", "sindaca"),
        (PERSON.replace("sources:", f"{ROLE.replace('2021-01-05', '2020-03')}sources:"), "", "marzo 2020"),
    ],
    ids=["summary", "website", "text", "second role", "second attestation"],
)
def test_of_whom_there_is_more_to_say_than_a_line_has_a_page(written: str, text: str, said: str) -> None:
    site = with_person(written, text)
    site.replace(AGREEMENT, "\n---\n", "\n---\nNe parla [Dora](ref:people/dora-selva).\n\n").build()
    assert said in site.facts("/persone/dora-selva/")
    assert "[Dora](/persone/dora-selva/)" in site.facts("/accordi/mobilita/")


def test_every_attestation_of_a_role_is_told_with_its_source() -> None:
    days = {"2021-01-05": "5 gennaio 2021", "2022-02-06": "6 febbraio 2022", "2023-03-07": "7 marzo 2023"}
    roles = "".join(ROLE.replace("2021-01-05", day) for day in days)
    told = with_person(PERSON.replace(ROLE, roles)).build().facts("/persone/dora-selva/")
    for said in days.values():
        assert f"\n{said} ([fonte 1](#source-1))" in told


def test_of_many_sources_of_a_role_its_line_cites_those_of_its_first_and_last_day() -> None:
    days = ["2021-01-05", "2021-02-05", "2022-02-06", "2023-03-07"]
    sources = ["comunicato-mobilita", "articolo-mobilita", "pagina-citta-aperta", "quarta"]
    roles = "".join(
        ROLE.replace("2021-01-05", day).replace("comunicato-mobilita", one)
        for day, one in zip(days, sources, strict=True)
    )
    cited = "".join(f"  - source: {one}\n" for one in sources)
    written = PERSON.replace(ROLE, roles).replace("  - source: comunicato-mobilita\n", cited)
    site = SiteTest("showcase").write("content/people/dora-selva.md", f"---\n{written}---\n")
    site.write("content/sources/quarta.yaml", site.read("content/sources/articolo-mobilita.yaml"))
    told = site.build().facts("/persone/dora-selva/")
    line = next(one for one in told.splitlines() if one.startswith("tesoriera, "))
    assert line.endswith("([fonte 1](#source-1) · [fonte 4](#source-4))")
    assert "5 febbraio 2021 ([fonte 2](#source-2))" in told


NOBODY = ("named-by-none", "content/people/dora-selva.md")


def is_nowhere(site: SiteTest) -> bool:
    """Whether the site says nothing of the one more person: no page, no list of people, no line of the data."""
    return not any(b"Dora Selva" in data or "persone/" in path for path, data in site.build().tree().items())


@pytest.mark.parametrize(
    "instead",
    [
        "",
        "draft: true\n",
        "archived: true\n",
        "withdrawn: {on: 2026, because: {it: Non è mai esistito., en: No.}}\n",
    ],
    ids=["nobody", "draft", "archived", "withdrawn"],
)
def test_whom_no_record_tells_is_nowhere_and_check_says_so(instead: str) -> None:
    site = with_person().write(
        "content/initiatives/barche.md",
        "---\ntitle: Barche\nstatus: planned\nverified_on: 2026-11-20\n"
        f"sources:\n  - source: comunicato-mobilita\n{instead}{SAID if instead else ''}---\n",
    )
    assert is_nowhere(site)
    assert [(one.code, one.place.path) for one in site.found if one.code == NOBODY[0]] == [NOBODY]


def test_when_the_only_record_that_names_somebody_is_withdrawn_the_address_leads_to_the_page_above(
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = with_person().replace(AGREEMENT, "\n---\n", f"\n{SAID}---\n")
    assert 'url=/accordi/mobilita/"' in site.build().page("/persone/dora-selva/")
    because = ["--because", "Non è mai stato firmato.", "--because", "en=It was never signed."]
    assert main(["withdraw", "mobilita", *because, "--force", "--root", str(site.root), "--on", DAY]) == 0
    capsys.readouterr()
    site.build()
    assert [(one.code, one.place.path) for one in site.found] == [NOBODY]
    assert 'url=/"' in site.page("/persone/dora-selva/")
    assert 'url=/en/"' in site.page("/en/people/dora-selva/")
    assert not any("Dora Selva" in data.decode(errors="ignore") for data in site.tree().values())


def test_the_table_says_who_has_a_page_and_the_page_of_the_data_how_many(showcase: BuiltSite) -> None:
    rows = list(csv.DictReader(io.StringIO(showcase.text("dati/v1/persone.csv").lstrip("\ufeff"))))
    own = {row["id"] for row in rows if row["own_page"] == "true"}
    assert {row["id"] for row in rows if row["data"]} == own < {row["id"] for row in rows}
    listed = re.findall(r'href="/persone/([^/"]+)/"', showcase.main("/persone/"))
    assert set(listed) == own
    assert f"{len(rows)} persone, {len(own)} con una pagina propria" in text_of(showcase.main("/dati/"))
