"""Records that refer to each other: who sees whom, what is hidden, what is inherited."""

from typing import Any

import pytest

from generator.fields.values import Ref
from tests.harness import BuiltSite, SiteTest, text_of

MOBILITA = "content/agreements/mobilita.md"
BIBLIOTECA = "title: Biblioteca\nnature: cultural-body\nsources:\n  - source: comunicato-mobilita\n"


def checked(name: str = "showcase", **options: Any) -> Any:
    return SiteTest(name).check(**options).showcase


def ref(name: str) -> Ref:
    folder, id_ = name.split("/")
    return Ref(folder, id_)


def referring(whole: Any, name: str) -> list[tuple[str, str]]:
    return [(str(link.ref), ".".join(map(str, link.location))) for link in whole.referring(ref(name))]


def test_every_reference_has_its_way_back() -> None:
    whole = checked()
    for record in whole.records.values():
        for location, target in record.references():
            assert (str(record.ref), ".".join(map(str, location))) in referring(whole, str(target))


def test_a_way_back_names_the_field() -> None:
    assert referring(checked(), "people/bruno-rovere") == [
        ("agreements/mobilita", "signatories.2.person"),
        ("agreements/mobilita", "statements.1.person"),
        ("initiatives/festival-del-fiume", "text"),
    ]


def test_the_promoter_comes_from_the_programme_unless_it_is_stated() -> None:
    whole = checked()

    def promoters(name: str) -> list[str]:
        return [who.id for field, who in whole.participants(ref(name)) if field == "promoter"]

    assert promoters("initiatives/premio-lanterna") == ["unicollefiorito"]
    assert promoters("initiatives/festival-del-fiume") == ["politecnico-rocca-serena"]
    assert promoters("cantieri/acque") == ["centro-acque"]
    assert ("initiatives/premio-lanterna", "promoter") in referring(whole, "organisations/unicollefiorito")
    assert ("initiatives/festival-del-fiume", "promoter") not in referring(whole, "organisations/unicollefiorito")


@pytest.mark.parametrize(
    ("name", "universities"),
    [
        ("agreements/mobilita", ["unicollefiorito", "politecnico-rocca-serena"]),
        ("agreements/energia", ["unicollefiorito"]),  # through a laboratory that is part of a centre that is part of it
        ("agreements/fiume", ["unicollefiorito"]),
        ("cantieri/acque", ["unicollefiorito"]),
        ("initiatives/premio-lanterna", ["unicollefiorito"]),
        ("networks/rete-fiumi", ["politecnico-rocca-serena", "unicollefiorito"]),
        ("calls/sponde", []),
        ("plans/piano-unico", ["unicollefiorito"]),
        ("organisations/laboratorio-sorgenti", ["unicollefiorito"]),
        ("organisations/unicollefiorito", ["unicollefiorito"]),
        ("organisations/comune-di-valdombra", []),
    ],
)
def test_the_universities_of_a_record_are_computed(name: str, universities: list[str]) -> None:
    whole = checked()
    assert [one.ref.id for one in whole.universities(whole[ref(name)])] == universities


def test_parts_in_a_circle_end() -> None:
    site = (
        SiteTest()
        .write("content/organisations/a.yaml", BIBLIOTECA + "part_of: b\n")
        .write("content/organisations/b.yaml", BIBLIOTECA.replace("Biblioteca", "Altra") + "part_of: a\n")
        .build()
    )
    assert set(site.codes()) == {"leads-back"}


def test_a_record_that_refers_to_itself_is_told() -> None:
    site = SiteTest().replace(MOBILITA, "duration", "related: [agreements/mobilita]\nduration").build()
    assert site.codes() == ["names-itself"]


def test_a_claim_is_not_shown_by_the_record_that_makes_it() -> None:
    site = SiteTest("showcase")
    site.replace("content/cases/fiume-piu-sicuro.md", "- indicators/visitatori", "- cases/fiume-piu-sicuro")
    assert "names-itself" in site.check().codes()


HIDDEN = {
    "draft: true": "2026-11-22",
    "archived: true": "2026-11-22",
    "publish_on: 2026-11-23": "2026-11-22",
    "publish_on: 2026-11": "2026-11-29",
    "publish_on: 2027": "2026-12-31",
}


@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_hidden_is_nowhere(why: str) -> None:
    site = SiteTest().write("content/organisations/biblioteca.yaml", f"{BIBLIOTECA}{why}\n").build(HIDDEN[why])
    site.problems()
    assert not [path for path in site.files() if "biblioteca" in path]
    assert not [path for path, data in site.tree().items() if b"Biblioteca" in data]


@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_visible_may_not_lean_on_what_is_hidden(why: str) -> None:
    site = SiteTest().write("content/organisations/biblioteca.yaml", f"{BIBLIOTECA}{why}\n")
    site.replace(MOBILITA, "duration", "related: [organisations/biblioteca]\nduration")
    site.replace(MOBILITA, "pages/method", "organisations/biblioteca")
    site.replace("content/site.yaml", "navigation:", "home: {figures: [organisations/biblioteca]}\nnavigation:")
    site.replace("content/site.yaml", "pages/method", "organisations/biblioteca")
    assert [code for code in site.check(HIDDEN[why]).codes() if code != "stale-translation"] == ["hidden-reference"] * 4


@pytest.mark.parametrize("why", HIDDEN)
def test_a_hidden_record_may_lean_on_a_hidden_one_and_drafts_show_both(why: str) -> None:
    site = SiteTest().write("content/organisations/biblioteca.yaml", f"{BIBLIOTECA}{why}\n")
    sala = BIBLIOTECA.replace("Biblioteca", "Sala") + f"part_of: biblioteca\n{why}\n"
    site.write("content/organisations/sala.yaml", sala)
    site.check(HIDDEN[why]).problems()
    site.build(HIDDEN[why], drafts=True).problems()
    assert "organizzazioni/sala/index.html" in site.files()


@pytest.mark.parametrize(("on", "there"), [("2026-11-22", False), ("2026-11-23", True)])
def test_a_scheduled_record_appears_on_its_day(on: str, there: bool) -> None:
    site = SiteTest().write("content/organisations/biblioteca.yaml", f"{BIBLIOTECA}publish_on: 2026-11-23\n").build(on)
    assert ("organizzazioni/biblioteca/index.html" in site.files()) is there


def test_a_draft_says_so_in_the_preview() -> None:
    site = SiteTest("showcase").build(drafts=True)
    assert '<p class="ribbon" data-pagefind-ignore>Bozza</p>' in site.main("/iniziative/bozza/")
    assert "10 gennaio 2027" in site.main("/accordi/programmato/")
    assert "ribbon" not in site.main("/accordi/mobilita/")


def test_a_withdrawn_record_says_why_and_nothing_else(showcase: BuiltSite) -> None:
    said = text_of(showcase.main("/iniziative/ritirata/"))
    assert "14 febbraio 2026" in said
    assert "la fonte parlava di un altro concorso" in said
    assert "Questo testo non si vede più" not in said
    assert "iniziative/ritirata/index.json" not in showcase.files()
    for path, data in showcase.tree().items():
        if "ritirata" not in path:
            assert b"Concorso fotografico" not in data, path
    assert '<meta name="robots" content="noindex">' in showcase.page("/iniziative/ritirata/")


def test_a_withdrawn_record_is_no_longer_put_forward() -> None:
    site = SiteTest("showcase").replace("content/site.yaml", "figures: [", "figures: [initiatives/ritirata, ")
    assert "Concorso fotografico" not in site.build().page("/")


def test_a_withdrawn_page_says_so_too() -> None:
    withdrawn = "withdrawn: {on: 2026-01-01, because: {it: era superata, en: out of date}}"
    site = SiteTest().replace("content/pages/method.md", "purpose: method", withdrawn)
    site.replace("content/site.yaml", ", pages/method", "")
    said = text_of(site.build().main("/metodo/"))
    assert "era superata" in said
    assert "Ogni scheda ha le sue fonti" not in said


def test_a_withdrawn_record_keeps_its_old_addresses() -> None:
    site = SiteTest().write(
        "content/organisations/biblioteca.yaml",
        BIBLIOTECA + "redirect_from: [/vecchia/]\nwithdrawn: {on: 2026, because: {it: x, en: x}}\n",
    )
    assert "vecchia/index.html" in site.build().files()


def test_an_old_address_leads_to_the_new_one(showcase: BuiltSite) -> None:
    for old in ("/iniziative/festa-del-fiume/", "/eventi/fiume/"):
        page = showcase.page(old)
        assert 'href="/iniziative/festival-del-fiume/"' in page
        assert '<link rel="canonical" href="https://finestra.example/iniziative/festival-del-fiume/">' in page


def test_a_record_without_words_in_a_language_has_no_page_there_and_the_list_says_so(showcase: BuiltSite) -> None:
    assert "en/initiatives/passeggiate/index.html" not in showcase.files()
    assert "1 more page is not available in this language." in text_of(showcase.main("/en/initiatives/"))
    page = showcase.page("/iniziative/passeggiate/")
    assert 'href="/en/initiatives/"' in page
    assert 'hreflang="en"' not in page.split("</head>")[0]


def test_only_files_that_a_record_names_are_published(showcase: BuiltSite) -> None:
    there = {path for path in showcase.files() if path.startswith("iniziative/festival-del-fiume/")}
    pictures = {f"molo-{width}.{form}" for width in (480, 960, 1400) for form in ("webp", "jpg")}
    pictures |= {f"barche-{width}.{form}" for width in (480, 800) for form in ("webp", "png")}
    named = {"programma.csv", "regolamento.pdf", "regata.webm", "regata.txt", "regata-lis.webm"}
    named |= {"regata.it.vtt", "regata.en.vtt"}
    assert {path.rpartition("/")[2] for path in there} == {"index.html", "index.json", *pictures, *named}


def test_a_field_that_sources_dispute_counts_as_stated() -> None:
    disputed = """\
differing:
  - {field: renewal, value: tacit, source: comunicato-mobilita}
  - {field: renewal, value: possible, source: comunicato-mobilita}
"""
    site = SiteTest().replace(MOBILITA, "renewal, ", "").replace(MOBILITA, "sources:", disputed + "sources:")
    site.build().problems()
    assert text_of(site.main("/en/agreements/mobilita/")).count("according to") == 2
    site.replace(MOBILITA, "  - {field: renewal, value: possible, source: comunicato-mobilita}\n", "").check()
    assert site.codes() == ["required-field"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{field: renewl, value: tacit, source: comunicato-mobilita}", "unknown-key"),
        ("{field: renewal, value: never, source: comunicato-mobilita}", "bad-choice"),
        ("{field: signed_on, value: ieri, source: comunicato-mobilita}", "bad-date"),
        ("{field: signed_on, value: {it: ieri, en: yesterday}, source: comunicato-mobilita}", None),
        ("{field: act.number, value: 12, source: comunicato-mobilita}", None),
        ("{field: signed_on, value: 2025, source: comunicato}", "unknown-reference"),
    ],
)
def test_a_differing_value_is_read_as_its_field_is(entry: str, code: str | None) -> None:
    site = SiteTest().replace(MOBILITA, "sources:", f"differing:\n  - {entry}\nsources:").check()
    assert site.codes() == ([code] if code else [])


def test_an_address_of_the_site_where_a_record_was_is_told_with_the_one_where_it_is() -> None:
    site = SiteTest("showcase")
    site.replace(MOBILITA, "title: ", "redirect_from: [/accordi/spostamenti/]\ntitle: ")
    other = "content/agreements/neve.md"
    site.write(other, site.read(other) + "\nVedi [là](https://finestra.example/accordi/spostamenti/#sources).\n")
    told = [one for one in site.check().checked.problems if one.code == "record-moved"]
    assert [one.values["now"] for one in told] == ["https://finestra.example/accordi/mobilita/"]
