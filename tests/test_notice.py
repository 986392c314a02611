"""A notice says what has changed in a record: it opens the page, lists give its date, the data have it."""

import json

import pytest

from tests.harness import BuiltSite, SiteTest

AGREEMENT = "content/agreements/mobilita.md"
SAID = "form: memorandum\nnotice: {on: 2026-03, text: {it: Gli orari sono sospesi., en: Timetables are suspended.}}"


def site(*more: str) -> SiteTest:
    return SiteTest().replace(AGREEMENT, "form: memorandum", "\n".join((SAID, *more)))


def test_it_opens_the_page_with_its_date() -> None:
    built = site().build()
    italian, english = built.main("/accordi/mobilita/"), built.main("/en/agreements/mobilita/")
    assert '<p class="notice"><time datetime="2026-03">Marzo 2026</time>. Gli orari sono sospesi.</p>' in italian
    assert '<p class="notice"><time datetime="2026-03">March 2026</time>. Timetables are suspended.</p>' in english
    assert italian.index('class="notice"') < italian.index('class="lights')
    assert italian.count("Gli orari sono sospesi.") == 1


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026", "Aggiornamento del 2026"),
        ("2026-03", "Aggiornamento di marzo 2026"),
        ("2026-03-08", "Aggiornamento dell’8 marzo 2026"),
    ],
)
def test_lists_mark_it_by_its_date(on: str, said: str) -> None:
    built = site().replace(AGREEMENT, "on: 2026-03,", f"on: {on},").build()
    assert said in built.facts("/accordi/")
    assert "Gli orari" not in built.facts("/accordi/")


def test_a_row_of_the_register_has_the_summary_where_both_stand_on_one_line() -> None:
    summary, marked = "Un accordo per muoversi meglio fra università e città.", "Aggiornamento di marzo 2026"
    assert f"{summary} · {marked}" in site().build().facts("/accordi/")
    longer = site().replace(AGREEMENT, summary, f"{summary[:-1]} ogni giorno.").build().facts("/accordi/")
    assert f"[Collefiorito e Valdombra per la mobilità](/accordi/mobilita/) {marked}" in longer


def test_entries_of_lists_and_pages_of_prose_have_it(showcase: BuiltSite) -> None:
    assert "Aggiornamento di maggio 2026" in showcase.facts("/iniziative/")
    assert "Maggio 2026. Si cammina soltanto la domenica." in showcase.facts("/iniziative/passeggiate/")
    made = SiteTest().replace("content/pages/method.md", "title:", "notice: {on: 2026, text: {it: Cambiato.}}\ntitle:")
    assert "2026. Cambiato." in made.build().facts("/metodo/")


def test_a_record_without_one_says_nothing() -> None:
    built = SiteTest().build()
    assert 'class="notice"' not in built.main("/accordi/mobilita/")
    assert "Aggiornamento" not in built.facts("/accordi/")


def test_a_withdrawn_record_says_only_that() -> None:
    withdrawn = "withdrawn: {on: 2026-04, because: {it: Mai firmato., en: Never signed.}}"
    assert "Gli orari" not in site(withdrawn).build().main("/accordi/mobilita/")


def test_the_data_have_it() -> None:
    data = json.loads(site().build().tree()["accordi/mobilita/index.json"])
    said = {"it": "Gli orari sono sospesi.", "en": "Timetables are suspended."}
    assert data["facts"]["notice"] == {"on": "2026-03", "text": said}


def test_it_leads_to_what_tells_of_the_new_situation() -> None:
    made = SiteTest("showcase").replace(
        "content/initiatives/passeggiate.md", "notice: {", "notice: {see: initiatives/premio-lanterna, "
    )
    assert 'Vedi <a href="/iniziative/premio-lanterna/">Premio Lanterna</a>.</p>' in made.build().main(
        "/iniziative/passeggiate/"
    )


def test_lists_say_of_what_is_only_planned_that_it_is(showcase: BuiltSite) -> None:
    for page in ("/iniziative/", "/programmi/citta-aperta/"):
        told = showcase.facts(page)
        row = told[told.index("(/iniziative/passeggiate/)") :].partition("](")[0]
        assert "In programma, secondo la fonte · Aggiornamento di maggio 2026" in row, page
    assert "In corso ·" not in showcase.facts("/iniziative/")
