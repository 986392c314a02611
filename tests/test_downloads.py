"""Lists taken away: a table in CSV, a calendar of what ends or takes place."""

import csv
import datetime
import re
from pathlib import Path

import icalendar as icalendar_of_others
import pytest

from generator.exports.calendars import calendar, calendar_of
from generator.fields.values import Ref
from generator.imports.spreadsheet import read_table
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import KINDS
from generator.kinds.event import Event
from generator.output.comma_separated import comma_separated
from generator.output.icalendar import icalendar
from generator.text.context import contexts_of
from generator.view.data_files import Calendar, CalendarDay, CsvTable
from tests.harness import BuiltSite, SiteTest

AGREED = Ref[object](Agreement.folder, "mobilita")


def written(*cells: str) -> list[str]:
    """The cells of a row as a spreadsheet reads them."""
    table = comma_separated(CsvTable("a.csv", tuple("x" * len(cells)), (cells,))).decode()
    return list(csv.reader(table.splitlines()))[1]


def rows(site: BuiltSite, path: str) -> list[dict[str, str]]:
    text = site.tree()[path].decode()
    assert text.count("\r\n") == text.count("\n"), "a line for each record, none within a cell"
    return list(csv.DictReader(text.splitlines()))


def test_a_table_has_every_record_of_its_list_in_both_languages(showcase: BuiltSite) -> None:
    italian, english = (rows(showcase, path) for path in ("accordi/accordi.csv", "en/agreements/agreements.csv"))
    assert {row["id"] for row in italian} >= {row["id"] for row in english}
    listed = set(re.findall(r'<th scope="row"><a href="/accordi/([^/]+)/">', showcase.page("/accordi/")))
    assert listed == {row["id"] for row in italian}
    assert list(italian[0])[:4] == ["id", "title", "short_title", "summary"]
    told = next(row for row in italian if row["id"] == "mobilita")
    assert told["page"] == "https://finestra.example/accordi/mobilita/"
    assert told["parties"].split("; ") and told["signed_on"] and told["ends_to"]


def test_a_value_fills_the_columns_of_its_type(showcase: BuiltSite) -> None:
    columns = list(rows(showcase, "accordi/accordi.csv")[0])
    for name in ("value", "value.qualifier", "value.unit", "value_note.it", "value_note.en", "act.body", "parties"):
        assert columns.count(name) == 1
    private = [name for name, field in Agreement.declared.items() if field.private]
    assert not set(private) & set(columns)


@pytest.mark.parametrize("text", ["=1+1", "+39", "-x", "@a", "\t=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert written(text) == [f"'{text.strip()}"]


def test_a_cell_is_told_whole_on_one_line() -> None:
    said = ["a, b", 'so "it" is', "two\nlines", "-5", "è"]
    assert written(*said) == ["a, b", 'so "it" is', "two lines", "-5", "è"]


def test_a_calendar_has_whole_days_in_short_lines() -> None:
    day = CalendarDay(
        "tag:x,2026:agreements/a#end", "20261122", "20270304", "Fine: " + "è" * 60, "a; b, c\\d", "https://x/"
    )
    told = icalendar(Calendar("a.ics", "it", "Accordi", (day,))).decode()
    lines = told.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and told.endswith("END:VCALENDAR\r\n") and "\n" not in told.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = told.replace("\r\n ", "")
    assert f"SUMMARY:Fine: {'è' * 60}\r\n" in unfolded
    assert "DESCRIPTION:a\\; b\\, c\\\\d\r\n" in unfolded
    assert "DTSTART;VALUE=DATE:20270304\r\n" in unfolded and "DTSTAMP:20261122T000000Z\r\n" in unfolded


def test_the_calendar_has_the_ends_that_are_known(showcase: BuiltSite) -> None:
    told = showcase.tree()["accordi/accordi.ics"].decode().replace("\r\n ", "")
    ended = [row["id"] for row in rows(showcase, "accordi/accordi.csv") if row["ends_to"]]
    assert sorted(re.findall(r"^UID:tag:[^/]*/(.*)#end\r$", told, re.MULTILINE)) == sorted(ended)
    days = re.findall(r"^DTSTART;VALUE=DATE:(\d{8})\r$", told, re.MULTILINE)
    assert days == sorted(days)


def test_what_stands_beside_a_list_is_what_its_kind_declares(showcase: BuiltSite) -> None:
    names = {
        "agreements": ("accordi/accordi", "en/agreements/agreements"),
        "calls": ("bandi/bandi", "en/calls/calls"),
        "events": ("eventi/eventi", "en/events/events"),
    }
    beside = {f"{name}.{form}" for kind in KINDS for name in names.get(kind.folder, ()) for form in kind.downloads}
    files = {path for path in showcase.tree() if path.endswith((".csv", ".ics")) and "/v1/" not in path}
    assert {path for path in files if path.count("/") == path.startswith("en/") + 1} == beside
    assert [kind.folder for kind in KINDS if kind.downloads] == [*names]
    assert showcase.tree()["accordi/accordi.csv"] == showcase.tree()["dati/v1/accordi.csv"]


def test_the_whole_list_offers_its_files_the_spreadsheet_first(showcase: BuiltSite) -> None:
    offered = re.findall(r'href="([^"]+)" download="([^"]+)"', showcase.page("/accordi/"))
    forms = {"/dati/v1/accordi.xlsx": "accordi.xlsx", "/dati/v1/accordi.csv": "accordi.csv"}
    assert offered == [*forms.items(), ("/accordi/accordi.ics", "accordi.ics")]
    assert "download=" not in showcase.page("/accordi/anno/2024/"), "a part of it would give the whole"


def test_the_page_of_a_choice_leads_to_its_files_where_scripts_cut_them(showcase: BuiltSite) -> None:
    for whole, part, chosen in (
        ("/accordi/", "/accordi/anno/2024/", "?anno=2024"),
        ("/en/agreements/", "/en/agreements/year/2024/", "?year=2024"),
    ):
        ways = re.findall(r'<a href="([^"#]+#downloads)"([^>]*)>', showcase.page(part))
        assert ways == [(f"{whole}{chosen}#downloads", " inert")], "without scripts nothing leads to the whole"
        assert "#downloads" not in showcase.page(whole) and 'id="downloads"' in showcase.page(whole)


def test_another_program_reads_the_calendar_as_the_records_say(showcase: BuiltSite) -> None:
    table = {row["id"]: row for row in rows(showcase, "dati/v1/accordi.csv")}
    calendar = icalendar_of_others.Calendar.from_ical(showcase.tree()["accordi/accordi.ics"])
    told = {str(one["UID"]).rpartition("/")[2].removesuffix("#end"): one["DTSTART"].dt for one in calendar.events}
    assert {id_: day.isoformat() for id_, day in told.items()} == {
        id_: row["ends_to"] for id_, row in table.items() if row["ends_to"]
    }
    assert all(str(one["URL"]).startswith("https://finestra.example/accordi/") for one in calendar.events)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+39 02", "-x", "@a", "5", "-5", "a, b", 'so "it" is', "è", "'=x", "''-x", "'x", "a '=x", "di\xa0più"],
)
def test_the_importer_reads_a_table_back_as_it_was(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(comma_separated(CsvTable("a.csv", ("id", "title"), (("a", text),))))
    table = read_table(tmp_path / "a.csv", {"title": ()})
    assert [table.cell(row, "title") for row in table.rows] == [text]


EVENT = """---
title: Una notte, con la luna
form: talk
organisers: [unicollefiorito]
starts: {starts}
ends: {ends}
not_stated: [cost]
sources: [{{source: comunicato-mobilita}}]
---
"""


@pytest.mark.parametrize(
    ("starts", "ends", "begins", "until"),
    [
        ("2026-12-05 21:00", "2026-12-06 00:30", "2026-12-05T20:00:00+00:00", "2026-12-05T23:30:00+00:00"),
        ("2026-07-05 21:00", "2026-07-05 23:00", "2026-07-05T19:00:00+00:00", "2026-07-05T21:00:00+00:00"),
        ("2026-10-25 01:30", "2026-10-25 05:00", "2026-10-24T23:30:00+00:00", "2026-10-25T04:00:00+00:00"),
        ("2026-03-29 01:30", "2026-03-29 04:00", "2026-03-29T00:30:00+00:00", "2026-03-29T02:00:00+00:00"),
        ("2026-07-05 21:00 Europe/Lisbon", "2026-07-05 22:00", "2026-07-05T20:00:00+00:00", ""),
        ("2026-07-05 21:00", "2026-07-05 21:00", "2026-07-05T19:00:00+00:00", ""),
        ("2026-07-05", "2026-07-07", "2026-07-05", "2026-07-08"),
        ("2026-07-05", "2026-07-05", "2026-07-05", ""),
        ("2026-12-05 18:30", "2026-12-08", "2026-12-05T17:30:00+00:00", "2026-12-08T23:00:00+00:00"),
        ("2026-12-05 18:30", "2026-12-05", "2026-12-05T17:30:00+00:00", ""),
        ("2026-12-05 18:30 Europe/Lisbon", "2026-12-06", "2026-12-05T18:30:00+00:00", "2026-12-07T00:00:00+00:00"),
    ],
)
def test_another_program_reads_when_an_event_takes_place(starts: str, ends: str, begins: str, until: str) -> None:
    def utc(when: datetime.date) -> str:
        return (when.astimezone(datetime.UTC) if isinstance(when, datetime.datetime) else when).isoformat()

    [told] = list(_events(starts, ends).events)
    assert utc(told["DTSTART"].dt) == begins
    assert (utc(told["DTEND"].dt) if "DTEND" in told else "") == until
    assert str(told["SUMMARY"]) == "Una notte, con la luna"


def test_the_time_zone_of_a_calendar_is_the_one_that_we_write() -> None:
    """A reader without a database of time zones finds the hour by our two rules: read as a zone by another name."""
    text = (
        _events("2026-07-05 21:00", "2026-12-05 21:00").to_ical().decode().replace("Europe/Rome", "Altavalle/Valdombra")
    )
    [told] = list(icalendar_of_others.Calendar.from_ical(text).events)
    assert [told[name].dt.utcoffset() for name in ("DTSTART", "DTEND")] == [
        datetime.timedelta(hours=at) for at in (2, 1)
    ]


def test_what_has_no_day_is_in_no_calendar_and_a_call_is_by_the_last_day_that_its_deadline_can_be(
    showcase: BuiltSite,
) -> None:
    assert not list(_events("2026-07", "2026-07").events)
    calls = icalendar_of_others.Calendar.from_ical(showcase.tree()["bandi/bandi.ics"])
    assert [(str(one["SUMMARY"]), f"{one['DTSTART'].dt}") for one in calls.events] == [
        ("Revocato: Scadenza: Bando per i mulini", "2026-03-05"),
        ("Scadenza: Bando per le sponde", "2026-12-01"),
        ("Ultimo giorno in cui può finire: Bando per i ponti", "2027-03-31"),
    ]


def test_a_calendar_leads_to_the_page_of_another_language_where_its_own_has_none() -> None:
    site = SiteTest().remove("content/agreements/mobilita.en.md").check()
    assert site.checked and site.checked.showcase, site.codes()
    found = [calendar_of(one, "", "", (AGREED,)).days for one in contexts_of(site.checked.showcase)]
    assert [day.href for days in found for day in days] == ["https://vetrina.example/accordi/mobilita/"] * 2


ENDED_THEN_OR_THEN = """differing:
  - {field: ended_on, value: '2025', source: comunicato-mobilita}
  - {field: ended_on, value: 2026-01, source: comunicato-mobilita}"""


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ("ended_on: 2026-10-04", ("Finito: ", "2026-10-04")),
        ("ended_on: 2026-11", ("Finito entro questo giorno: ", "2026-11-30")),
        (ENDED_THEN_OR_THEN, ("Finito entro questo giorno: ", "2026-01-31")),
        ("until: 2026-11", ("Ultimo giorno in cui può finire: ", "2026-11-30")),
    ],
    ids=["on a day", "in a month", "then or then", "not ended yet"],
)
def test_of_what_has_ended_a_calendar_does_not_say_that_it_can_end(ended: str, said: tuple[str, str]) -> None:
    site = (
        SiteTest().replace("content/agreements/mobilita.md", "duration: 3 years", f"duration: 3 years\n{ended}").check()
    )
    assert site.checked and site.checked.showcase, site.codes()
    told = icalendar(calendar(contexts_of(site.checked.showcase)[0], Agreement))
    [one] = icalendar_of_others.Calendar.from_ical(told).events
    assert (
        str(one["SUMMARY"]).removesuffix("Collefiorito e Valdombra per la mobilità"),
        f"{one['DTSTART'].dt}",
    ) == said


def _events(starts: str, ends: str) -> icalendar_of_others.Calendar:
    """The calendar of a site with one event, as another program reads it."""
    site = SiteTest().write("content/events/notte.md", EVENT.format(starts=starts, ends=ends)).check()
    assert site.checked and site.checked.showcase, site.codes()
    context = contexts_of(site.checked.showcase)[0]
    return icalendar_of_others.Calendar.from_ical(icalendar(calendar(context, Event)))
