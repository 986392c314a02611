"""The days on which a record is in force for certain, and those on which it may be, from dates known by halves."""

import datetime
from typing import Any

import pytest
import yaml

from generator.content.brief import ref_of
from generator.exports.dossier_workbook import dossier_workbook
from generator.fields.values import AnyRef
from generator.kinds.agreement_statuses import IN_FORCE
from generator.pages.board.tally import refs_counted
from generator.pages.dossier_selection import selection_data
from generator.presenters.dossier_page import dossier, dossier_body
from generator.showcase.in_force import Span, force_of, may_be_in_force
from generator.showcase.measured import COUNTINGS
from generator.showcase.selection import Questions, selected
from generator.showcase.spans import possible_span_of, span_of
from generator.text.context import Context, contexts_of
from generator.text.inline import text_of
from generator.view.parts import Bullets
from tests.harness import DAY, SiteTest

DATES: dict[str, tuple[dict[str, Any], str, str]] = {
    "agreements/mese": ({"signed_on": "2020-12", "until": "2023-11"}, "2020-12-31 2023-11-30", "2020-12-01 2023-11-30"),
    "agreements/anno": ({"signed_on": "2015", "until": "2027"}, "2015-12-31 2027-12-31", "2015-01-01 2027-12-31"),
    "agreements/annunciato": (
        {"announced_on": "2022-11-24", "effective_on": "2022-01-01", "until": "2026-05"},
        *("2022-11-24 2026-05-31", "2022-01-01 2026-05-31"),
    ),
    "agreements/retroattivo": (
        {"signed_on": "2022-11-24", "announced_on": "2022-11-30", "effective_on": "2022-01-01", "until": "2026-05"},
        *("2022-01-01 2026-05-31", "2022-01-01 2026-05-31"),
    ),
    "agreements/solo-fine": ({"until": "2028-05"}, f"{DAY} 2028-05-31", "0001-01-01 2028-05-31"),
    "agreements/presentato": (
        {"stage": "presented", "effective_on": "2022", "until": "2024"},
        "",
        "2022-01-01 2024-12-31",
    ),
    "agreements/rinnovato": (
        {"signed_on": "2020-01-10", "until": "2026-12"},
        "2020-01-10 2023-12-31",
        "2020-01-10 2024-12-30",
    ),
    "agreements/rinnovo": (
        {"signed_on": "2024", "until": "2030-01-31", "renews": "rinnovato"},
        *("2024-12-31 2030-01-31", "2024-01-01 2030-01-31"),
    ),
    "initiatives/attiva": ({"state": "active", "start": "2021"}, f"2021-12-31 {DAY}", "2021-01-01 9999-12-31"),
    "initiatives/finita": ({"state": "concluded", "start": "2020-09"}, "", f"2020-09-01 {DAY}"),
    "initiatives/fra-due": (
        {"state": "concluded", "start": "2020", "end": "2022"},
        *("2020-12-31 2022-01-01", "2020-01-01 2022-12-31"),
    ),
    "initiatives/con-fine": ({"state": "active", "end": "2028"}, f"{DAY} 2028-01-01", "0001-01-01 2028-12-31"),
    "initiatives/in-programma": ({"state": "announced", "end": "2028"}, "", ""),
    "initiatives/finita-al": (
        {"state": "concluded", "start": "2020-09", "as_of": "2025-10-28"},
        "",
        "2020-09-01 2025-10-28",
    ),
    "initiatives/finita-senza-date": ({"state": "concluded", "as_of": "2025-10"}, "", "0001-01-01 2025-10-31"),
    "initiatives/attiva-al": ({"state": "active", "as_of": "2026-11-01"}, f"2026-11-01 {DAY}", "0001-01-01 9999-12-31"),
    "initiatives/attiva-dal": (
        {"state": "active", "start": "2026", "as_of": "2026-07"},
        *(f"2026-07-31 {DAY}", "2026-01-01 9999-12-31"),
    ),
    "initiatives/senza-niente": ({}, "", "0001-01-01 9999-12-31"),
    "plans/fra-due": ({"since": "2024", "until": "2027-06"}, "2024-12-31 2027-06-01", "2024-01-01 2027-06-30"),
    "plans/senza-fine": ({"since": "2024"}, "", "2024-01-01 9999-12-31"),
    "plans/senza-date": ({}, "", "0001-01-01 9999-12-31"),
    "networks/rete": ({"constituted_on": "2018-07-16"}, "", "2018-07-16 9999-12-31"),
    "programmes/con-fine": ({"start": "2019", "end": "2023"}, "2019-12-31 2023-01-01", "2019-01-01 2023-12-31"),
    "cases/caso": ({"since": "2020"}, "", "2020-01-01 9999-12-31"),
    "news/notizia": ({"on": "2026-11-03"}, "", ""),
    "calls/scadenza": ({"deadline": "2026-03-05"}, "", "2025-03-05 2026-03-05"),
}
"""Of each: its dates, the days for certain, those that may be."""
HEADS: dict[str, dict[str, Any]] = {
    "agreements": {"form": "convention", "stage": "signed", "parties": ["unicollefiorito", "comune-di-valdombra"]},
    "initiatives": {"form": "project", "programme": "citta-aperta"},
    "calls": {"issued_by": "regione-altavalle"},
    "plans": {"body": "unicollefiorito"},
    "networks": {"form": "cluster"},
    "programmes": {"promoter": "unicollefiorito"},
    "cases": {"structures": ["unicollefiorito"]},
    "news": {"acting": ["unicollefiorito"]},
}


@pytest.fixture(scope="module")
def context() -> Context:
    site = SiteTest("showcase")
    for name, (dates, _, _) in DATES.items():
        facts = {"title": name, "summary": "Una scheda.", **HEADS[name.partition("/")[0]], **dates}
        facts["sources"] = [{"source": "comunicato-mobilita"}]
        site.write(f"content/{name}.md", f"---\n{yaml.safe_dump(facts, allow_unicode=True)}---\n")
    return contexts_of(site.check().showcase)[0]


def said(span: Span | None) -> str:
    return " ".join(map(str, span or ()))


@pytest.mark.parametrize("name", DATES)
def test_what_is_known_by_halves_is_sure_from_the_last_day_and_possible_from_the_first(
    name: str, context: Context
) -> None:
    _, surely, perhaps = DATES[name]
    assert said(force_of(context.showcase, ref_of(name))) == surely
    assert said(may_be_in_force(context.showcase, ref_of(name))) == perhaps


UNDATED = {"initiatives/senza-niente", "plans/senza-date"}


@pytest.mark.parametrize("day", ["2000-01-01", "2024-07-01", "2025-10-29", DAY, "2030-01-01"])
def test_every_record_is_in_force_or_perhaps_or_undated_or_for_certain_not(day: str, context: Context) -> None:
    """What a dossier of a day leaves out is over by then, or is still to come; so does the page that composes one."""
    found = selected(context.showcase, Questions(in_force_on=datetime.date.fromisoformat(day)))
    told = {"": found.refs, "unsure": found.unsure, "undated": found.undated}
    for name, (_, surely, perhaps) in DATES.items():
        days = [span.split() for span in (surely, perhaps)]
        sure, open_ = (bool(span) and span[0] <= day <= span[1] for span in days)
        expected = "" if sure else "undated" if name in UNDATED else "unsure" if open_ else None
        assert next((where for where, refs in told.items() if ref_of(name) in refs), None) == expected, name
    records = {f"{one[0]}/{one[1]}": one[8:11] for one in selection_data(context).value["records"]}
    assert all(bool(records[name][0]) == (name not in UNDATED) for name in DATES if DATES[name][2])


def test_what_the_board_counts_as_under_way_a_dossier_of_the_day_has(context: Context) -> None:
    """Where a source says for which day it is; of what has neither that nor a date no day is sure."""
    showcase = context.showcase
    counted = refs_counted(context, COUNTINGS["initiatives-under-way"])
    told = {ref for ref in counted if showcase[ref].facts.as_of or span_of(showcase, ref)}
    assert ref_of("initiatives/attiva-al") in told
    assert told <= {*selected(showcase, Questions(in_force_on=showcase.day)).refs}


def test_the_status_of_other_pages_goes_by_the_first_day(context: Context) -> None:
    showcase, ref = context.showcase, ref_of("agreements/rinnovo")
    assert showcase.status(showcase[ref]).name == IN_FORCE
    assert showcase.status(showcase[ref_of("agreements/rinnovato")]).name == "concluded"


def test_a_period_has_a_call_without_an_opening_no_longer_than_such_a_call_is_open(context: Context) -> None:
    ref: AnyRef = ref_of("calls/scadenza")
    assert said(span_of(context.showcase, ref)) == "0001-01-01 2026-03-05", "what nobody says is not written as known"
    assert said(possible_span_of(context.showcase, ref)) == "2025-03-05 2026-03-05"
    asked = Questions(until=datetime.date(2020, 12, 31))
    assert ref not in {*selected(context.showcase, asked).possible}


def test_what_is_not_known_to_be_signed_is_named_apart(context: Context) -> None:
    asked = Questions(in_force_on=datetime.date(2023, 6, 1))
    told = dossier(context, asked)
    (unknown,) = (one for one in dossier_body(context, "", told).blocks if one.anchor == "not-known")
    lines = [text_of(one) for part in unknown.parts if isinstance(part, Bullets) for one in part.items]
    (unsigned,) = (one for one in lines if one.startswith("Forse, ma la firma non è documentata: "))
    assert "agreements/presentato" in unsigned and "agreements/mese" not in unsigned
    assert sum("agreements/presentato" in one for one in lines) == 1
    rows = [row for sheet in dossier_workbook(context, "x.xlsx", "X", told).sheets for row in sheet.rows]
    assert any(row[:2] == ("agreements/presentato", "se è stato firmato") for row in rows)
    records = {f"{one[0]}/{one[1]}": one[12] for one in selection_data(context).value["records"]}
    assert records["agreements/presentato"] and not records["agreements/mese"]
