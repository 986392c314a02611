"""What is told once, and what is told as it is known: parts read, days of a recognition, estimates, who pays."""

import re

import pytest

from tests.harness import BuiltSite, SiteTest

ALL_IN_PART = "Di ciascuna di queste fonti abbiamo letto una parte."
VERDE = "content/cantieri/verde.md"


def test_that_a_part_of_each_source_was_read_is_said_once() -> None:
    site = SiteTest("showcase")
    for source in ("comunicato-mobilita", "articolo-mobilita"):
        site.replace(f"content/sources/{source}.yaml", "title:", "read: part\ntitle:")
    told = site.build().facts("/accordi/mobilita/")
    assert told.count(ALL_IN_PART) == 1
    assert "letta in parte" not in told


def test_where_one_source_was_read_whole_each_of_the_others_says_so(showcase: BuiltSite) -> None:
    told = showcase.facts("/iniziative/premio-lanterna/")
    assert ALL_IN_PART not in told
    assert "letta in parte" in told


def test_what_was_not_found_was_not_found_in_the_part_that_was_read() -> None:
    site = SiteTest("showcase").replace(
        VERDE, "  - source: pagina-citta-aperta\n", "  - source: pagina-citta-aperta\n  - source: articolo-mobilita\n"
    )
    told = (
        site.replace("content/sources/articolo-mobilita.yaml", "title:", "read: part\ntitle:")
        .build()
        .facts("/cantieri/verde/")
    )
    assert "Non trovato nella parte letta delle fonti" in told
    assert told.count(ALL_IN_PART) == 1


def test_a_recognition_that_has_begun_says_for_which_day() -> None:
    site = SiteTest("showcase").replace(
        "content/networks/rete-fiumi.md", "topics: [acqua]", "topics: [acqua]\nas_of: 2026-02-17"
    )
    assert "Riconoscimento: avviato, al 17 febbraio 2026" in site.build().facts("/reti/")


def test_what_two_sources_say_alike_is_said_once_with_both() -> None:
    site = SiteTest("showcase").replace(
        "content/agreements/mobilita.md",
        "sources:\n",
        "  - field: signed_on\n    value: 2024-03-02\n    source: comunicato-mobilita\n"
        "    note: {it: giorno della cerimonia, en: day of the ceremony}\nsources:\n",
    )
    told = [line for line in site.build().facts("/accordi/mobilita/").splitlines() if line.startswith("2 marzo 2024 (")]
    assert len(told) == 1
    assert re.search(r"\(\[.*\]\(.*\) e \[.*\]\(.*\)\) · giorno della cerimonia", told[0])


def test_a_signatory_is_told_once(showcase: BuiltSite) -> None:
    told = showcase.facts("/accordi/mobilita/").partition("Vedi anche")[0]
    assert told.count("Bruno Rovere](/persone") == 2, "who signed, and what was said"


def test_a_day_that_is_deduced_says_so_beside_who_signed() -> None:
    site = SiteTest("showcase").replace(
        "content/people/ada-fontana.yaml", "attested_on: 2024-03-01", "attested_on: 2024-03-01\n    deduced_date: true"
    )
    assert "(rettrice, al 1º marzo 2024, data dedotta)" in site.build().facts("/accordi/mobilita/")


@pytest.mark.parametrize(("fields", "told"), [("", "Città aperta"), ("\n    fields: [funding]", "Three bodies")])
def test_a_sum_cites_the_source_of_the_funding(fields: str, told: str) -> None:
    site = SiteTest("showcase").replace(
        VERDE,
        "  - source: pagina-citta-aperta\n",
        f"  - source: pagina-citta-aperta\n  - source: articolo-mobilita{fields}\n",
    )
    row = next(line for line in site.build().facts("/cantieri/verde/").splitlines() if "fondo regionale" in line)
    assert told in row


def test_a_total_stands_with_its_period_and_is_no_disagreement() -> None:
    """Almost 80 were submitted from 2017 to 2020: that is no total that another source contradicts."""
    differing = "differing:\n  - field: totals.submitted.value\n    value: '90'\n    source: articolo-mobilita\n"
    site = SiteTest("showcase").replace("content/initiatives/premio-lanterna.md", "differing:\n", differing)
    told = site.build().facts("/iniziative/premio-lanterna/")
    _, _, disagreeing = told.partition("Dove le fonti non concordano")
    disagreeing, _, totals = disagreeing.partition("I totali che danno le fonti")
    assert "quasi 80" not in disagreeing
    assert "quasi 80\ndal 2017 fino al 2020" in totals
    assert "\n90\n" in totals


def test_the_day_that_a_page_is_computed_for_is_said_once() -> None:
    built = SiteTest("showcase").look(on="2027-04-13")
    files = [path for path in built.files() if path.endswith("index.html")]
    pages = {path: re.sub("<pre.*?</pre>", "", built.page(path), flags=re.DOTALL) for path in files}
    told = re.compile(r"(?:Aggiornato|Pagine aggiornate|Accordi per stato|Situazione) al (?:<[^>]*>)?13 aprile 2027")
    said = {path: len(told.findall(page)) for path, page in pages.items()}
    assert {path: number for path, number in said.items() if number > 1} == {}
    assert {said[path] for path in ("index.html", "accordi/index.html", "accordi/mobilita/index.html")} == {1}
