"""Corrections, news and case studies: what their pages say, what records say of them, what is refused."""

import json

import pytest

from tests.harness import BuiltSite, SiteTest

CASE = """---
title: Un caso
summary: Un caso di studio.
structures: [unicollefiorito]
since: 2019
not_stated: [context, beneficiaries, contribution, social, economic, cultural]
claims:
  - claim: {it: Le piene hanno fatto meno danni.}
    evidence: [sources/comunicato-mobilita]
  - claim: {it: Lo dicono tutti.}
sources: [{source: comunicato-mobilita}]
---
"""
CORRECTION = """---
title: La data
record: agreements/mobilita
outcome: right
reported: {it: La data non è giusta.}
reported_on: 2026-10-05
---
"""
INDICATOR = """title: Posti
about: organisations/unicollefiorito
unit: {it: posti, en: seats}
series: [{period: "2023", value: 4, source: comunicato-mobilita}]
sources: [{source: comunicato-mobilita}]
"""
CASE_FILE, FILE = "content/cases/caso.md", "content/corrections/data.md"
KINDS = ("correzioni", "notizie", "casi")


def test_a_claim_without_evidence_is_a_problem_at_its_line() -> None:
    site = SiteTest().write(CASE_FILE, CASE)
    line = CASE.splitlines().index("  - claim: {it: Lo dicono tutti.}") + 1
    assert [(one.code, one.place.line) for one in site.check().found if one.is_error] == [("missing-key", line)]
    site.write(CASE_FILE, CASE.replace("tutti.}\n", "tutti.}\n    evidence: []\n"))
    assert [(one.code, one.place.line) for one in site.check().found if one.is_error] == [("empty-value", line + 1)]
    site.write(CASE_FILE, CASE.replace("tutti.}\n", "tutti.}\n    evidence: [agreements/mobilita]\n"))
    assert not [one for one in site.check().found if one.is_error]


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ("organisations/unicollefiorito", True),
        ("pages/method", True),
        ("cases/altro", True),
        ("corrections/data", True),
        ("sources/comunicato-mobilita", False),
        ("agreements/mobilita", False),
        ("indicators/posti", False),
    ],
)
def test_a_claim_is_shown_by_what_can_show_it_and_by_no_other_claim(evidence: str, told: bool) -> None:
    one, other = (
        CASE.replace("  - claim: {it: Lo dicono tutti.}\n", "").replace("sources/comunicato-mobilita", shown)
        for shown in (evidence, "cases/caso")
    )
    site = SiteTest().write(CASE_FILE, one).write("content/cases/altro.md", other.replace("Un caso", "Un altro"))
    site.write(FILE, CORRECTION).write("content/indicators/posti.yaml", INDICATOR)
    found = [(one.place.path, str(one.values["id"])) for one in site.check().found if one.code == "shows-nothing"]
    assert found == [("content/cases/altro.md", "cases/caso"), *([(CASE_FILE, evidence)] if told else [])]


def test_a_case_has_a_row_for_each_piece_of_evidence_and_a_column_for_each_claim(showcase: BuiltSite) -> None:
    table = showcase.facts("/casi/fiume-piu-sicuro/").partition("Quale prova sostiene quale affermazione\n")[2]
    lines = [line for line in table.splitlines()[:12] if line]
    assert lines == [
        *("Prove", "Affermazione 1", "Affermazione 2"),
        *("[Ateneo, Politecnico e Comune insieme per la mobilità](/fonti/comunicato-mobilita/)", "sì", "–"),
        *("[Visitatori del festival](/indicatori/visitatori/)", "sì", "–"),
        *("[Three bodies, one timetable](/fonti/articolo-mobilita/)", "–", "sì"),
    ]


def test_a_record_says_when_and_why_it_was_corrected(showcase: BuiltSite) -> None:
    said = "Corretto il 7 ottobre 2026 perché il luogo era quello della conferenza stampa:"
    assert f"{said} [che cosa è stato corretto](/correzioni/posto-della-firma/)." in showcase.facts(
        "/accordi/mobilita/"
    )
    assert "Corrected on 7 October 2026 because the place" in showcase.facts("/en/agreements/mobilita/")


def test_the_register_of_corrections_is_a_page_a_feed_and_data(showcase: BuiltSite) -> None:
    assert "(/correzioni/posto-della-firma/)" in showcase.facts("/correzioni/")
    feed = (showcase.out / "correzioni/feed.xml").read_text("utf-8")
    assert "<updated>2026-10-07T00:00:00Z</updated>" in feed
    said = "Il luogo indicato non è quello della firma. Abbiamo scritto il Comune in cui si è firmato."
    assert f"<summary>{said}</summary>" in feed
    data = json.loads((showcase.out / "correzioni/posto-della-firma/index.json").read_text("utf-8"))
    assert (data["facts"]["record"], data["facts"]["outcome"]) == ("agreements/mobilita", "corrected")


@pytest.mark.parametrize("outcome", ["right", "under-way"])
def test_what_was_not_corrected_is_not_said_to_be(outcome: str) -> None:
    site = SiteTest().write(FILE, CORRECTION.replace("right", outcome)).build()
    assert site.built
    assert site.built.published
    assert "/correzioni/data/" not in site.page("/accordi/mobilita/")
    assert "/correzioni/data/" in site.page("/correzioni/")


def test_what_was_corrected_says_when_and_why() -> None:
    site = SiteTest().write(FILE, CORRECTION.replace("right", "corrected")).check()
    assert sorted(str(one.values["key"]) for one in site.found if one.is_error) == ["because", "done_on"]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("done_on: 2026-11-02\nnot_stated: [because]", "Corretto il 2 novembre 2026"),
        ("done_on: 2026-11\nnot_stated: [because]", "Corretto a novembre 2026"),
        ("done_on: 2026\nbecause: {it: era di 2 anni.}", "Corretto nel 2026 perché era di 2 anni"),
        ("done_on: 2026\nbecause: {it: Lo diceva un atto.}", "Corretto nel 2026 perché lo diceva un atto"),
        ("done_on: 2026\nbecause: {it: L’Aquila non firmò.}", "Corretto nel 2026 perché L’Aquila non firmò"),
        ("done_on: 2026\nbecause: {it: UniTo non firmò}", "Corretto nel 2026 perché UniTo non firmò"),
        (
            "because: {it: era di 2 anni}\nnot_stated: [done_on]",
            "Corretto in un giorno non annotato perché era di 2 anni",
        ),
        ("not_stated: [because, done_on]", "Corretto in un giorno non annotato"),
    ],
)
def test_a_record_says_that_it_was_corrected_as_far_as_is_known(known: str, said: str) -> None:
    site = SiteTest().write(FILE, CORRECTION.replace("outcome: right", f"outcome: corrected\n{known}")).build()
    assert f"{said}: [che cosa è stato corretto](/correzioni/data/)." in site.facts("/accordi/mobilita/")


def test_a_site_without_them_says_nothing_of_them() -> None:
    assert not [file for file in SiteTest().build().files() if file.startswith(tuple(f"{one}/" for one in KINDS))]
