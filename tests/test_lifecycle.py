"""Where agreements, calls and events stand on a day, as the calendar and the clock in Rome have it."""

import datetime
import re
from typing import Any

import pytest

from generator.fields.dates import DAY, DURATION
from generator.fields.values import Day
from generator.kinds.agreement import STATUSES as AGREEMENT_STATUSES
from generator.kinds.agreement import Agreement
from generator.kinds.call import STATUSES as CALL_STATUSES
from generator.kinds.call import Call
from generator.kinds.event import STATUSES as EVENT_STATUSES
from generator.kinds.event import Event
from generator.options import today
from generator.showcase.placed import placed_by
from generator.showcase.status import (
    End,
    Status,
    add,
    agreement_status,
    end_of,
    has_begun,
    period_status,
)
from tests.harness import SiteTest, facts_of

day = datetime.date.fromisoformat


def agreement(**facts: Any) -> Agreement:
    return facts_of(Agreement, **{"stage": "signed", **facts})


def end(**facts: str) -> End:
    found = end_of(agreement(**facts))
    assert found
    return found


# --- the calendar ---


@pytest.mark.parametrize(
    ("start", "duration", "last"),
    [
        ("2025-03-26", "3 years", "2028-03-26"),
        ("2025-03-26", "1 year", "2026-03-26"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2096-02-29", "4 years", "2100-02-28"),
        ("2023-02-28", "1 year", "2024-02-28"),
        ("2025-01-31", "1 month", "2025-02-28"),
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2025-03-31", "6 months", "2025-09-30"),
        ("2025-02-28", "1 month", "2025-03-28"),
        ("2025-12-31", "2 months", "2026-02-28"),
        ("2025-11-30", "14 months", "2027-01-30"),
        ("2025-12-01", "1 month", "2026-01-01"),
        ("2025-01-15", "11 months", "2025-12-15"),
        ("2025-01-15", "12 months", "2026-01-15"),
        ("2025-12-31", "1 day", "2026-01-01"),
        ("2024-02-28", "1 day", "2024-02-29"),
        ("2025-10-26", "90 days", "2026-01-24"),
        ("2025-03-26", "999 years", "3024-03-26"),
        ("9990-01-01", "20 years", "9999-12-31"),
        ("9999-12-30", "90 days", "9999-12-31"),
    ],
)
def test_a_duration_ends_on_the_same_day_of_the_month_or_on_its_last(start: str, duration: str, last: str) -> None:
    assert add(day(start), DURATION.read(duration)) == day(last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-03-26", "2025-03-26", "2025-03-26"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_partial_date_spans_what_it_leaves_open(text: str, first: str, last: str) -> None:
    read = DAY.read(text)
    assert (read.first, read.last) == (day(first), day(last))


@pytest.mark.parametrize(
    ("instant", "there"),
    [
        ("2026-01-14T22:59:59+00:00", "2026-01-14"),
        ("2026-01-14T23:00:00+00:00", "2026-01-15"),
        ("2026-07-14T21:59:59+00:00", "2026-07-14"),
        ("2026-07-14T22:00:00+00:00", "2026-07-15"),
        ("2026-03-28T22:59:59+00:00", "2026-03-28"),  # the night before summer time begins, still UTC+1
        ("2026-03-28T23:00:00+00:00", "2026-03-29"),
        ("2026-03-29T22:00:00+00:00", "2026-03-30"),  # the first midnight at UTC+2
        ("2026-10-24T22:00:00+00:00", "2026-10-25"),  # the last midnight at UTC+2
        ("2026-10-25T22:59:59+00:00", "2026-10-25"),  # that day has 25 hours
        ("2026-10-25T23:00:00+00:00", "2026-10-26"),
        ("2026-12-31T23:00:00+00:00", "2027-01-01"),
        ("2026-11-22T00:30:00+14:00", "2026-11-21"),
        ("2026-11-22T23:30:00-10:00", "2026-11-23"),
    ],
)
def test_the_day_changes_at_midnight_in_rome(instant: str, there: str) -> None:
    assert today(datetime.datetime.fromisoformat(instant), "Europe/Rome") == day(there)


# --- the end of an agreement ---


def exactly(last: str, basis: str) -> End:
    return End(day(last), day(last), basis)


def test_the_end_counts_from_effect_and_is_no_estimate() -> None:
    found = end(signed_on="2025-03-26", effective_on="2025-05-01", duration="3 years")
    assert found == exactly("2028-05-01", "effective_on")
    assert not found.estimated


def test_without_a_start_of_effect_the_end_counts_from_the_signature_and_is_an_estimate() -> None:
    found = end(signed_on="2025-03-26", announced_on="2025-03-28", duration="3 years")
    assert found == exactly("2028-03-26", "signed_on")
    assert found.estimated


def test_where_no_signature_is_dated_the_end_counts_from_the_announcement_and_is_an_estimate() -> None:
    found = end(announced_on="2022-02-15", duration="5 years")
    assert found == exactly("2027-02-15", "announced_on")
    assert found.estimated


def test_a_stated_end_wins() -> None:
    found = end(signed_on="2025-03-26", effective_on="2025-05-01", duration="3 years", until="2027-12-31")
    assert found == exactly("2027-12-31", "until")


def test_what_was_ended_before_its_time_ended_then() -> None:
    found = end(signed_on="2025-03-26", until="2027-12-31", extension="1 year", ended_on="2026-06-30")
    assert found == exactly("2026-06-30", "ended_on")


@pytest.mark.parametrize(
    ("start", "duration", "first", "last", "known_as"),
    [
        ("2024-02", "1 year", "2025-02-01", "2025-02-28", "2025-02"),
        ("2023-02", "1 year", "2024-02-01", "2024-02-29", "2024-02"),
        ("2023-01", "1 month", "2023-02-01", "2023-02-28", "2023-02"),
        ("2023", "3 years", "2026-01-01", "2026-12-31", "2026"),
        ("2023", "18 months", "2024-07-01", "2025-06-30", None),
        ("2023-02", "90 days", "2023-05-02", "2023-05-29", None),
        ("9999", "1 month", "9999-02-01", "9999-12-31", None),
    ],
)
def test_what_begins_in_a_month_ends_in_a_month(
    start: str, duration: str, first: str, last: str, known_as: str | None
) -> None:
    found = end(effective_on=start, duration=duration)
    assert (found.first, found.last) == (day(first), day(last))
    assert (str(found.day) if found.day else None) == known_as


def test_an_extension_makes_an_interval_and_the_term_without_it_stays_known() -> None:
    five_to_seven = end(signed_on="2021-03-15", duration="5 years", extension="2 years")
    assert five_to_seven == End(day("2026-03-15"), day("2028-03-15"), "signed_on", day("2026-03-15"), extended=True)
    by_days = end(until="2026-02", extension="10 days")
    assert by_days == End(day("2026-02-01"), day("2026-03-10"), "until", day("2026-02-28"), extended=True)


@pytest.mark.parametrize("facts", [{}, {"signed_on": "2025-03-26"}, {"duration": "3 years"}])
def test_without_start_or_duration_nobody_knows_the_end(facts: dict[str, str]) -> None:
    assert end_of(agreement(**facts)) is None


# --- the status of an agreement, as programs read it; tests/test_agreement_days.py has the words of every day ---

THREE_YEARS = {"signed_on": "2025-03-26", "duration": "3 years"}
EXTENDABLE = {"signed_on": "2021-03-15", "duration": "5 years", "extension": "2 years"}
EITHER_DAY = {
    "signed_on": "2024-01-15",
    "differing": [{"field": "until", "value": one, "source": "s"} for one in ("2026-12-14", "2029-03-01")],
}

STATUSES = [
    ({"stage": "announced", "until": "2020-01-01"}, "2026-11-22", "no-record-of-signature", None, ""),
    (THREE_YEARS, "2026-11-22", "in-force", 490, ""),
    (THREE_YEARS, "2025-03-25", "not-yet-in-effect", None, ""),
    (THREE_YEARS, "2027-03-26", "in-force", 366, ""),
    (THREE_YEARS, "2027-03-27", "in-force", 365, "ends-within-twelve-months"),
    (THREE_YEARS, "2028-03-26", "in-force", 0, "ends-within-twelve-months"),
    (THREE_YEARS, "2028-03-27", "term-passed", None, ""),
    ({**THREE_YEARS, "renewal": "excluded"}, "2028-03-27", "concluded", None, ""),
    ({"until": "2026"}, "2026-12-31", "in-force", 0, "ends-within-twelve-months"),
    ({"until": "2026"}, "2027-01-01", "term-passed", None, ""),
    ({"signed_on": "2023-03-15"}, "2026-11-22", "end-not-known", None, ""),
    (EXTENDABLE, "2026-03-15", "in-force", 731, ""),
    (EXTENDABLE, "2026-03-16", "end-not-known", 730, ""),
    (EXTENDABLE, "2027-03-15", "end-not-known", 366, ""),
    (EXTENDABLE, "2027-03-16", "end-not-known", 365, "ends-within-twelve-months-at-the-latest"),
    (EXTENDABLE, "2028-03-15", "end-not-known", 0, "ends-within-twelve-months-at-the-latest"),
    (EXTENDABLE, "2028-03-16", "term-passed", None, ""),
    (
        {**EXTENDABLE, "renewal": "excluded"},
        "2028-03-15",
        "end-not-known",
        0,
        "ends-within-twelve-months-at-the-latest",
    ),
    ({**EXTENDABLE, "renewal": "excluded"}, "2028-03-16", "concluded", None, ""),
    (EITHER_DAY, "2026-12-14", "in-force", 808, ""),
    (EITHER_DAY, "2026-12-15", "end-not-known", 807, ""),
    (EITHER_DAY, "2029-03-01", "end-not-known", 0, "ends-within-twelve-months-at-the-latest"),
    (EITHER_DAY, "2029-03-02", "term-passed", None, ""),
]


@pytest.mark.parametrize(("facts", "on", "name", "left", "part"), STATUSES)
def test_the_status_of_an_agreement(facts: dict[str, Any], on: str, name: str, left: int | None, part: str) -> None:
    found = agreement_status(agreement(**facts), day(on))
    assert (found.name, found.days_left, found.part) == (name, left, part)


def test_a_renewed_agreement_is_concluded_before_its_end_and_after() -> None:
    for on in ("2026-11-22", "2029-01-01"):
        assert agreement_status(agreement(**THREE_YEARS), day(on), [agreement()]).name == "concluded"


@pytest.mark.parametrize(("stage", "over"), [("signed", "concluded"), ("announced", "term-passed")])
def test_what_is_over_is_concluded_if_a_signed_agreement_renews_it_however_late_that_begins(
    stage: str, over: str
) -> None:
    renewal = agreement(stage=stage, announced_on="2028-02-01", effective_on="2029-06-01")
    for on, status in (("2028-03-26", "in-force"), ("2028-03-27", over), ("2029-06-01", over)):
        assert agreement_status(agreement(**THREE_YEARS), day(on), [renewal]).name == status


def test_an_unsigned_agreement_is_never_renewed() -> None:
    found = agreement_status(agreement(stage="approved"), day("2026-11-22"), [agreement()])
    assert found.name == "no-record-of-signature"


def test_every_status_of_an_agreement_is_met_above() -> None:
    met = {name for _, _, status, _, part in STATUSES for name in (status, part) if name}
    assert met == AGREEMENT_STATUSES.options.keys()


@pytest.mark.parametrize(
    ("facts", "on", "begun"),
    [
        ({"signed_on": "2026-11-22"}, "2026-11-22", True),
        ({"signed_on": "2026-11-22"}, "2026-11-21", False),
        ({"signed_on": "2026-01-01", "effective_on": "2027-01-01"}, "2026-11-22", False),
        ({"signed_on": "2026-11"}, "2026-10-31", False),
        ({"signed_on": "2026-11"}, "2026-11-01", True),
        ({"announced_on": "2026-11-22"}, "2026-11-22", True),
        ({"announced_on": "2026-11-23"}, "2026-11-22", False),
        ({"stage": "approved", "signed_on": "2026-01-01"}, "2026-11-22", False),
        ({}, "2026-11-22", True),
    ],
)
def test_a_signed_agreement_has_begun_unless_its_first_day_is_to_come(
    facts: dict[str, str], on: str, begun: bool
) -> None:
    assert has_begun(agreement(**facts), day(on)) is begun


RENEWAL = """\
---
title: Secondo accordo
form: memorandum
stage: signed
parties: [unicollefiorito, comune-di-valdombra]
signed_on: 2026-12-01
renews: mobilita
not_stated: [signatories, effective_on, duration, renewal, value, act]
sources:
  - source: comunicato-mobilita
---
"""


@pytest.mark.parametrize(("on", "status"), [("2026-11-30", "in-force"), ("2026-12-01", "concluded")])
def test_an_agreement_is_renewed_from_the_day_its_renewal_begins(on: str, status: str) -> None:
    site = SiteTest().write("content/agreements/secondo.md", RENEWAL).check(on)
    assert _status(site, "mobilita").name == status


def test_a_page_says_of_a_renewal_whether_it_is_known_to_be_signed() -> None:
    """As a row, and nowhere else: what is only announced leaves open whether the agreement was renewed."""
    announced = RENEWAL.replace("stage: signed", "stage: announced").replace("signed_on", "announced_on")
    announced = announced.replace("2026-12-01", "2028-11-01")
    page = SiteTest().write("content/agreements/secondo.md", announced).build("2028-12-01").facts("/accordi/mobilita/")
    assert "Durata trascorsa, rinnovo non noto" in page
    assert "Rinnovato da" not in page
    assert len(re.findall(r"Rinnovo, firma non documentata\s+\[Secondo accordo\]", page)) == 1, page
    assert page.count("Rinnovo, firma non documentata") == page.count("[Secondo accordo]") == 1, page
    signed = RENEWAL.replace("2026-12-01", "2028-11-01")
    page = SiteTest().write("content/agreements/secondo.md", signed).build("2028-12-01").facts("/accordi/mobilita/")
    assert page.count("Rinnovato da") == page.count("[Secondo accordo]") == 1, page
    assert "firma non documentata" not in page and "non noto" not in page, page


def test_a_renewal_of_which_the_notice_tells_has_no_row() -> None:
    notice = "notice:\n  on: 2026-12-01\n  text: {it: Ne è seguito un altro., en: Another has followed.}\n"
    site = SiteTest().write("content/agreements/secondo.md", RENEWAL)
    site.replace("content/agreements/mobilita.md", "form:", f"{notice}  see: agreements/secondo\nform:")
    page = site.build("2026-12-02").facts("/accordi/mobilita/")
    assert page.count("[Secondo accordo]") == 1 and "Rinnovato da" not in page, page


def test_a_withdrawn_renewal_renews_nothing() -> None:
    withdrawn = RENEWAL.replace("renews", "withdrawn: {on: 2026-12-02, because: {it: x, en: x}}\nrenews")
    site = SiteTest().write("content/agreements/secondo.md", withdrawn).check("2027-01-01")
    assert _status(site, "mobilita").name == "in-force"


def _status(site: SiteTest, id_: str) -> Status:
    found: dict[str, Any] = {ref.id: record for ref, record in site.showcase.records.items()}
    result: Status = site.showcase.status(found[id_])
    return result


# --- the status of a call ---

OPEN = {"opens_on": "2026-02-01", "deadline": "2026-03-05"}
MONTH = {"opens_on": "2026-02-01", "deadline": "2026-03"}
YEAR = {"opens_on": "2026-02-01", "deadline": "2026"}


def differ(field: str, *values: str, **known: str) -> dict[str, Any]:
    """What several sources say of a field, each another thing, and the fields that are known."""
    return {**known, "differing": [{"field": field, "value": one, "source": "s"} for one in values]}


TWO_ENDS = differ("deadline", "2026-03-10", "2026-03-05", opens_on="2026-02-01")
TWO_STARTS = differ("opens_on", "2026-02-03", "2026-02-01", deadline="2026-03-05")

CALLS = [
    (OPEN, "2026-01-31", "upcoming", None),
    (OPEN, "2026-02-01", "open", 32),
    (OPEN, "2026-02-18", "open", 15),
    ({**OPEN, "revoked_on": "2026-02-10"}, "2026-02-18", "revoked", None),
    ({**OPEN, "revoked_on": "2026-02-10"}, "2027-01-01", "revoked", None),
    (OPEN, "2026-02-19", "closing", 14),
    (OPEN, "2026-03-05", "closing", 0),
    (OPEN, "2026-03-06", "closed", None),
    (MONTH, "2026-03-01", "open", 30),
    (MONTH, "2026-03-17", "closing", 14),
    (MONTH, "2026-03-31", "closing", 0),
    (MONTH, "2026-04-01", "closed", None),
    (YEAR, "2026-11-27", "open", 34),
    (TWO_ENDS, "2026-02-23", "open", 15),
    (TWO_ENDS, "2026-03-06", "closing", 4),
    (TWO_ENDS, "2026-03-10", "closing", 0),
    (TWO_ENDS, "2026-03-11", "closed", None),
    (TWO_STARTS, "2026-01-31", "upcoming", None),
    (TWO_STARTS, "2026-02-02", "undeterminable", 31),
    (TWO_STARTS, "2026-02-03", "open", 30),
    ({"deadline": "2026-03-05"}, "2026-01-01", "undeterminable", 63),
    ({"deadline": "2026-03"}, "2026-03-02", "undeterminable", 29),
    ({"deadline": "2026-03"}, "2026-04-01", "closed", None),
    ({"opens_on": "2026-02", "deadline": "2026-06-30"}, "2026-01-31", "upcoming", None),
    ({"opens_on": "2026-02", "deadline": "2026-06-30"}, "2026-02-01", "undeterminable", 149),
    ({"opens_on": "2026-02", "deadline": "2026-06-30"}, "2026-02-28", "open", 122),
    ({"opens_on": "2026-02-01"}, "2026-03-01", "undeterminable", None),
    ({"opens_on": "2026-02-01"}, "2026-02-01", "undeterminable", None),
    ({"opens_on": "2026-02-01"}, "2026-01-31", "upcoming", None),
    ({"opens_on": "2026-02-10", "deadline": "2026"}, "2026-02-09", "upcoming", None),
    ({}, "2026-03-01", "undeterminable", None),
]


@pytest.mark.parametrize(("facts", "on", "status", "left"), CALLS)
def test_a_call_is_open_through_the_last_day_that_its_deadline_can_be(
    facts: dict[str, Any], on: str, status: str, left: int | None
) -> None:
    assert Call.period
    found = period_status(facts_of(Call, **facts), Call.period, day(on))
    assert (found.name, found.days_left) == (status, left)


def test_every_status_of_a_call_is_met_above() -> None:
    assert {status for _, _, status, _ in CALLS} == CALL_STATUSES.options.keys()


# --- the status of an event ---

EVENING = {"starts": "2026-12-05 18:30", "ends": "2026-12-05 23:00"}
WEEKS = {"starts": "2026-12-05", "ends": "2026-12-20"}
NOVEMBER, FROM_NOVEMBER = {"starts": "2026-11"}, {"starts": "2026-11", "ends": "2026-12-20"}
TWO_DAYS = differ("starts", "2026-12-04", "2026-12-03")

EVENTS = [
    (EVENING, "2026-12-01", "coming", None, 4),
    (EVENING, "2026-12-05", "under-way", 0, None),
    (EVENING, "2026-12-06", "past", None, None),
    ({"starts": "2026-12-05 18:30"}, "2026-12-04", "coming", None, 1),
    ({"starts": "2026-12-05 18:30"}, "2026-12-05", "under-way", 0, None),
    ({"starts": "2026-12-05 18:30"}, "2026-12-06", "past", None, None),
    (WEEKS, "2026-12-01", "coming", None, 4),
    (WEEKS, "2026-12-06", "under-way", 14, None),
    (WEEKS, "2026-12-20", "under-way", 0, None),
    (WEEKS, "2026-12-21", "past", None, None),
    (NOVEMBER, "2026-10-31", "coming", None, 30),
    (NOVEMBER, "2026-11-27", "day-not-known", None, 3),
    (NOVEMBER, "2026-11-30", "day-not-known", None, 0),
    (NOVEMBER, "2026-12-01", "past", None, None),
    (FROM_NOVEMBER, "2026-11-27", "day-not-known", None, 3),
    (FROM_NOVEMBER, "2026-12-01", "under-way", 19, None),
    (TWO_DAYS, "2026-11-27", "coming", None, 7),
    (TWO_DAYS, "2026-12-03", "day-not-known", None, 1),
    (TWO_DAYS, "2026-12-05", "past", None, None),
    ({"ends": "2026-12-20"}, "2026-12-01", "day-not-known", 19, None),
    ({}, "2026-12-01", "undeterminable", None, None),
    ({**EVENING, "called_off": "2026-11-20"}, "2026-12-01", "called-off", None, None),
    ({"called_off": "2026-11"}, "2026-12-01", "called-off", None, None),
    ({**EVENING, "put_off": "2026-11-20"}, "2026-12-01", "put-off", None, None),
    ({**EVENING, "put_off": "2026-11-20"}, "2026-12-10", "put-off", None, None),
    ({"put_off": "2026-11-20", "called_off": "2026-11-27"}, "2026-12-01", "called-off", None, None),
]
LAST_DAYS = {
    "2026-12-05 18:30": exactly("2026-12-05", "starts"),
    "2026-12-05 23:00": exactly("2026-12-05", "ends"),
    "2026-12-20": exactly("2026-12-20", "ends"),
    "2026-11": End(day("2026-11-01"), day("2026-11-30"), "starts"),
}
"""What is known of the end of an event, by the last of its dates."""


@pytest.mark.parametrize(("facts", "on", "status", "left", "to_start"), EVENTS)
def test_an_event_counts_to_its_start_and_then_to_its_end(
    facts: dict[str, Any], on: str, status: str, left: int | None, to_start: int | None
) -> None:
    assert Event.period
    found = period_status(facts_of(Event, **facts), Event.period, day(on))
    assert (found.name, found.days_left, found.days_to_start) == (status, left, to_start)
    if facts is TWO_DAYS:
        several = (Day(2026, 12, 3), Day(2026, 12, 4))
        assert found.end == End(day("2026-12-03"), day("2026-12-04"), "starts", day("2026-12-03"), several=several)
    elif status in ("called-off", "put-off"):
        assert found.end is None, "it does not take place then"
    else:
        assert found.end == LAST_DAYS.get(facts.get("ends", facts.get("starts", "")))


UNTIL_MIDNIGHT = {"starts": "2026-11-27 20:00", "ends": "2026-11-28 00:00"}
IN_NEW_YORK = {"starts": "2026-11-27 23:30 America/New_York"}
IN_TOKYO = {"starts": "2026-11-28 06:00 Asia/Tokyo", "ends": "2026-11-28 08:00 Asia/Tokyo"}
FROM_MIDNIGHT = {"starts": "2026-11-28 00:00", "ends": "2026-11-28 00:30"}


@pytest.mark.parametrize(
    ("facts", "takes_place_on"),
    [
        (UNTIL_MIDNIGHT, "2026-11-27"),
        (IN_NEW_YORK, "2026-11-28"),
        (IN_TOKYO, "2026-11-27"),
        (FROM_MIDNIGHT, "2026-11-28"),
    ],
)
def test_an_event_takes_place_on_the_days_that_it_has_where_the_site_is(
    facts: dict[str, str], takes_place_on: str
) -> None:
    """Midnight ends the day before; an hour elsewhere belongs to the day that it is here."""
    assert Event.period
    event, days = facts_of(Event, **facts), [f"2026-11-{number}" for number in range(25, 31)]
    found = {on: period_status(event, Event.period, day(on)).name for on in days}
    assert [on for on, status in found.items() if status == "under-way"] == [takes_place_on]
    assert {on: status for on, status in found.items() if on < takes_place_on} == dict.fromkeys(
        (on for on in days if on < takes_place_on), "coming"
    )
    placed = placed_by(event, Event.dates[0])
    assert placed
    assert str(placed.days[0]) == facts["starts"].split()[0], "what tells when it is has the day of its own zone"


def test_every_status_of_an_event_is_met_above() -> None:
    assert {status for _, _, status, _, _ in EVENTS} == EVENT_STATUSES.options.keys()
