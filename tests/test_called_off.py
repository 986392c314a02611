"""What is called off, put off or revoked, what is to come, and dates of which no more than a part is known."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.content.brief import ref_of
from generator.showcase.course import is_begun, is_over
from generator.showcase.in_force import force_of, in_force, may_be_in_force
from tests.harness import SiteTest
from tests.ran import ran
from tests.test_lifecycle import differ

day = datetime.date.fromisoformat


@pytest.fixture
def agenda() -> SiteTest:
    site = SiteTest("showcase")
    kept = "form: talk\norganisers: [unicollefiorito]\nsources:\n  - source: comunicato-mobilita\nnot_stated: [cost]\n"
    for id_, title, times in (
        ("a", "Tardi", "starts: 2026-12-05 21:00\n"),
        ("c", "Anche tardi", "starts: 2026-12-05 21:00\n"),
        ("b", "Presto", "starts: 2026-12-05 17:00\nends: 2026-12-08\n"),
    ):
        site.write(f"content/events/{id_}.yaml", f"title: {title}\n{kept}{times}")
    return site


def test_what_begins_on_one_day_goes_by_the_hour(agenda: SiteTest) -> None:
    listed = agenda.build(on="2026-11-22").facts("/eventi/")
    places = [listed.index(title) for title in ("Presto", "Notte delle lanterne", "Tardi", "Anche tardi")]
    assert places == sorted(places)
    assert listed.count("5 dicembre 2026, ore 21:00") == 2, "their day stands by their names"


OFF = "Annullato il 27 novembre 2026"


def test_what_is_called_off_is_told_so_and_announced_no_more(
    agenda: SiteTest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Home, dates ahead, calendar, page, JSON-LD, front door and letter: it is there, and nothing awaits it."""
    notice = 'notice: {on: 2026-11-27, text: {it: "Il molo è chiuso."}}\n'
    b = "content/events/b.yaml"
    announced = {page: agenda.look("2026-11-28").main(page) for page in ("/", "/scadenze/")}
    assert all("Presto" in main for main in announced.values())
    agenda.write(b, agenda.read(b) + "called_off: 2026-11-27\n" + notice).look("2026-11-28")
    assert [page for page in announced if "Presto" in agenda.main(page)] == []
    assert "Annullato\nInizio: 5 dicembre 2026, ore 17:00" in agenda.facts("/eventi/b/")
    assert "Data dell’annullamento" in agenda.facts("/eventi/b/")
    assert "Annullati" in agenda.facts("/eventi/")
    calendar = agenda.text("eventi/eventi.ics")
    assert '"eventStatus":"https://schema.org/EventCancelled"' in agenda.page("/eventi/b/")
    assert agenda.page("/eventi/a/").count("EventCancelled") == 0
    [told] = [one for one in calendar.split("BEGIN:VEVENT") if "Presto" in one]
    assert "SUMMARY:Annullato: Presto\n" in told
    assert "STATUS:CANCELLED\nSEQUENCE:1\nLAST-MODIFIED:20261127T000000Z\n" in told
    assert calendar.count("STATUS:CANCELLED") == 2
    letter = ("--root", agenda.root, "--on", "2026-11-28", "--since", "2026-11-20", "--out", tmp_path)
    assert ran(capsys, "newsletter", *letter).code == 0
    changed, _, coming = (tmp_path / "newsletter.it.txt").read_text("utf-8").partition("IN ARRIVO")
    assert f"{OFF} · 27 novembre 2026. Il molo è chiuso." in changed.replace("\n  ", " ")
    assert "Presto" in changed and "Presto" not in coming and "Tardi" in coming


def test_what_is_put_off_without_a_new_day_is_told_so_and_announced_on_none(agenda: SiteTest) -> None:
    b = "content/events/b.yaml"
    agenda.write(b, agenda.read(b) + "put_off: 2026-11-27\n").build("2026-11-28").whole()
    assert not [one for one in agenda.found if one.is_error]
    assert [page for page in ("/", "/scadenze/") if "Presto" in agenda.main(page)] == []
    assert "Rinviato\n" in agenda.facts("/eventi/b/") and "Data del rinvio" in agenda.facts("/eventi/b/")
    assert "Rinviati" in agenda.facts("/eventi/")
    assert '"eventStatus":"https://schema.org/EventPostponed"' in agenda.page("/eventi/b/")
    [told] = [one for one in agenda.text("eventi/eventi.ics").split("BEGIN:VEVENT") if "Presto" in one]
    assert "SUMMARY:Rinviato: Presto\n" in told and "STATUS:CANCELLED\n" in told
    assert re.search("<title>Presto</title>.*?Rinviato", agenda.text("eventi/feed.xml"), re.S)


def test_a_call_that_is_revoked_is_told_so_and_awaited_no_more() -> None:
    call, site = "content/calls/sponde.md", SiteTest("showcase")
    before = site.look(on="2026-11-22").main("/scadenze/")
    revoked = site.read(call).replace("\nsources:", "\nrevoked_on: 2026-11-20\nsources:", 1)
    site.write(call, revoked).build(on="2026-11-22").whole()
    assert not [one for one in site.found if one.is_error]
    title = re.search("^title: (.*)$", revoked, re.M)
    assert title and title[1] in before and title[1] not in site.main("/scadenze/")
    assert "Revocato" in site.facts("/bandi/sponde/") and "Data della revoca" in site.facts("/bandi/sponde/")
    assert '"creativeWorkStatus":"Revocato"' in site.page("/bandi/sponde/")
    calendar = next(site.text(path) for path in site.files() if path.endswith("bandi.ics"))
    [told] = [one for one in calendar.split("BEGIN:VEVENT") if title[1] in one]
    assert f"SUMMARY:Revocato: Scadenza: {title[1]}" in told and "STATUS:CANCELLED" in told


def test_what_was_called_off_was_never_done_nor_under_way() -> None:
    site = SiteTest("showcase").check("2026-05-05")
    assert site.checked and site.checked.showcase
    showcase, ref = site.checked.showcase, ref_of("events/orti-in-mostra")
    assert not in_force(showcase, ref, day("2026-05-05"))
    assert (force_of(showcase, ref), may_be_in_force(showcase, ref)) == (None, None)
    assert (is_begun(showcase, ref), is_over(showcase, ref)) == (False, True)


UNSURE = {
    "events/due": differ("starts", "2026-12-04", "2026-12-03"),
    "events/novembre": {"starts": "2026-11"},
    "events/mai": {"not_stated": ["cost", "starts"]},
    "calls/due": differ("deadline", "2026-12-15", "2026-12-10", opens_on="2026-11-01"),
    "calls/mese": {"opens_on": "2026-11-01", "deadline": "2026-11"},
    "calls/anno": {"opens_on": "2026-11-01", "deadline": "2026"},
    "calls/inizio": {"deadline": "2026-12-20", "not_stated": ["opens_on", "budget", "official_url"]},
}
"""Dates that only differing sources give, or of which a month or a year is known, or none."""
HEADS: dict[str, dict[str, Any]] = {
    "events": {"form": "talk", "organisers": ["unicollefiorito"], "not_stated": ["cost"]},
    "calls": {"issued_by": "regione-altavalle", "not_stated": ["budget", "official_url"]},
}


@pytest.fixture(scope="module")
def unsure() -> SiteTest:
    site = SiteTest("showcase")
    for name, facts in UNSURE.items():
        facts = {**HEADS[name.partition("/")[0]], **facts, "sources": [{"source": "comunicato-mobilita"}]}
        for one in facts.get("differing", []):
            one["source"] = "comunicato-mobilita"
        site.write(f"content/{name}.yaml", json.dumps({"title": f"Di {name.replace('/', ' ')}", **facts}))
    return site.build("2026-11-27")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/eventi/due/", "In arrivo\nInizio: 3 o 4 dicembre 2026 ·"),
        ("/eventi/novembre/", "Giorno esatto non noto\nInizio: novembre 2026 ·"),
        ("/eventi/mai/", "Senza data\n"),
        ("/bandi/due/", "Aperto\nApertura: 1º novembre 2026 · Scadenza: 10 o 15 dicembre 2026 ·"),
        ("/bandi/mese/", "Chiude entro due settimane\nApertura: 1º novembre 2026 · Scadenza: novembre 2026 ·"),
        ("/bandi/anno/", "Aperto\nApertura: 1º novembre 2026 · Scadenza: 2026 ·"),
        ("/bandi/inizio/", "Date esatte non note\nScadenza: 20 dicembre 2026 ·"),
        ("/eventi/", "3 o 4 dicembre 2026 · In arrivo"),
        ("/eventi/", "novembre 2026 · Giorno esatto non noto"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(unsure: SiteTest, address: str, said: str) -> None:
    assert said in unsure.facts(address)


def test_a_status_says_its_day_only_where_it_goes_by_it(unsure: SiteTest) -> None:
    assert "Situazione al" in unsure.facts("/eventi/due/")
    assert "Situazione" not in unsure.facts("/eventi/mai/")


def test_the_dates_ahead_have_every_day_that_may_be_to_come(unsure: SiteTest) -> None:
    page = unsure.facts("/scadenze/")
    ending, _, beginning = page.partition("Che cosa sta per cominciare")
    for left, title, when in (
        ("mancano al massimo 3 giorni", "calls mese", "novembre 2026"),
        ("mancano al massimo 18 giorni", "calls due", "10 o 15 dicembre 2026"),
        ("mancano 23 giorni", "calls inizio", "20 dicembre 2026"),
    ):
        assert re.search(rf"{left}\n\[Di {title}\]\(\S+\)\n{when} ·", ending), (title, ending)
    for title, when in (("events novembre", "novembre 2026"), ("events due", "3 o 4 dicembre 2026")):
        assert f"{when}\n[Di {title}]" in beginning
    assert re.search(r"\[Di calls anno\]\(\S+\)\nFinisce nel 2026", ending), "after the first five"
    assert "Di events mai" not in page


def test_what_is_to_come_is_not_about_to_end(agenda: SiteTest) -> None:
    site = agenda.build(on="2026-11-22")
    ending, _, beginning = site.facts("/scadenze/").partition("Che cosa sta per cominciare")
    assert "Presto" not in ending
    listed = re.findall("Presto|Notte delle lanterne|Tardi|Anche tardi", beginning)
    assert listed == ["Presto", "Notte delle lanterne", "Tardi", "Anche tardi"]
    assert "5 dicembre 2026, ore 17:00" in beginning
    computed = json.loads(site.tree()["eventi/b/index.json"])["computed"]
    assert (computed["days_to_start"], computed["ends_on"]) == (13, "2026-12-08")
    assert "days_left" not in computed
    assert "Presto" in agenda.build(on="2026-12-06").facts("/scadenze/").partition("Che cosa sta per cominciare")[0]
