"""Where each surface of the site places one agreement in time: by its signature, else by its announcement.

Only its life, and so its bar, begins when it takes effect, else with what else is dated.
"""

import csv
import io
import json
import re
from collections import Counter

import pytest

from generator.exports.calendars import calendar
from generator.exports.periods import period
from generator.fields.values import Ref
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_dates import ANNOUNCED as ANNOUNCED_ON
from generator.kinds.agreement_dates import SIGNED as SIGNED_ON
from generator.kinds.base import Dated
from generator.kinds.event import Event
from generator.kinds.facets import YEAR
from generator.pages.lists.facet_answers import answers_of
from generator.reports import agreements_register
from generator.reports.reported import Reported
from generator.showcase.selection import Questions, Selected
from generator.text import inline
from generator.text.context import contexts_of
from tests.harness import SiteTest, text_of

FACTS = """---
title: {title}
form: memorandum
stage: {stage}
parties: [unicollefiorito, comune-di-valdombra]
{dates}not_stated: [{unknown}]
sources:
  - source: comunicato-mobilita
---
"""
SILENT = "signatories duration renewal value act".split()
INDICATOR = """title: Accordi
about: organisations/unicollefiorito
unit: {it: accordi, en: agreements}
computed: agreements
sources:
  - source: comunicato-mobilita
"""
OTHERS = {
    "mulino": {"signed_on": "2022-10-01", "effective_on": "2025-05-01"},
    "ponte": {"signed_on": "2023-10-01", "effective_on": "2025-06-01"},
    "sentiero": {"signed_on": "2020-02-01", "effective_on": "2025-02-01"},
}
"""Agreements signed before and after the one looked at, all in effect after it; the small site has one of 2025 more.

The home page tells four: all but the oldest.
"""
YEARS = Counter({2020: 1, 2022: 1, 2023: 1, 2025: 1})
"""What the tally says of the others."""
SIGNED, ANNOUNCED, EFFECT = {"signed_on": "2023-05-02"}, {"announced_on": "2022-04-03"}, {"effective_on": "2024-06-04"}


def facts(title: str, stage: str, dates: dict[str, str]) -> str:
    """A record of an agreement of these dates, the others not stated."""
    due = ["effective_on", "signed_on"] if stage == "signed" else ["effective_on"]
    unknown = ", ".join([*SILENT, *(name for name in due if name not in dates)])
    lines = "".join(f"{name}: {day}\n" for name, day in dates.items())
    return FACTS.format(title=title, stage=stage, dates=lines, unknown=unknown)


def written(stage: str, dates: dict[str, str]) -> SiteTest:
    """The small site with four more agreements, "girandola" among them, and a list of indicators."""
    site = SiteTest().write("content/indicators/accordi.yaml", INDICATOR)
    for title, others in OTHERS.items():
        site.write(f"content/agreements/{title}.md", facts(title, "signed", others))
    return site.write("content/agreements/girandola.md", facts("Girandola", stage, dates))


BEGINNING = (
    r"(?:(?:in vigore|durata|firmato|annunciato) (?:il|nel|ad?|l’|dal) ?)?\d[^:–]*?\d{4}"
    r"|(?:in vigore|durata|firmato|annunciato) .*?\d{4}"
)


def said(site: SiteTest) -> dict[str, object]:
    """What each surface says of the girandola agreement."""
    home, register, own = site.main("/"), site.main("/accordi/"), site.page("/accordi/girandola/")
    tally = found(r'<ol class="years marks">.*?</ol>', site.main("/indicatori/"))
    bars = re.findall(r"<b>(\d+)</b>\s*<svg.*?</svg>\s*(\d{4})", tally, re.DOTALL)
    years = Counter({int(year): int(count) for count, year in bars})
    news = found(r'<ul class="dated">.*?</ul>', home.partition("I più recenti per data")[2])
    order = re.findall(r'href="/accordi/([\w-]+)/"', news)
    told = dict(zip(order, re.findall(r'<span class="when">(.*?)</span>', news), strict=True))
    structured = site.structured("/accordi/girandola/")[-1]
    bar = text_of(found(r'<li class="time">.*?</li>', site.main("/accordi/girandola/")))
    dates = ("dateCreated", "datePublished", "temporalCoverage")
    return {
        "register": listed(register),
        "year facet": [
            path.split("/")[2]
            for path in site.files()
            if path.startswith("accordi/anno/") and "/accordi/girandola/" in site.page(f"/{path}")
        ],
        "tally": sorted((years - YEARS).elements()),
        "news": text_of(told["girandola"]).replace("’ ", "’"),
        "older news": order[order.index("girandola") + 1 :],
        "search": found(r'<meta name="result:date" content="([^"]*)">', own),
        "report": reported(site),
        "first year of the chart": found(r"Validità, su una scala dal (\d+) al", register),
        "start of its bar": found(BEGINNING, bar),
        "JSON-LD": {name: structured[name] for name in dates if name in structured},
    }


def listed(register: str) -> str:
    """The date in the register, and what it is."""
    cell = found(r'/accordi/girandola/">.*?<td( data-said=".*?</td>|>.*?</td>)', register)
    return text_of(re.sub(r'^(?: data-said="(.*?)")?>', r"\1 ", cell)).replace("’ ", "’")


def reported(site: SiteTest) -> str:
    """The date in the register as the transparency rules ask for it."""
    context = contexts_of(site.showcase)[0]
    (table,) = agreements_register.register(context, Reported(Questions(), Selected((Ref("agreements", "girandola"),))))
    return inline.text_of(table.rows[0][agreements_register.REGISTER_NAMES.index("date")])


def found(pattern: str, text: str) -> str:
    """What a pattern finds in a text, in its group if it has one."""
    match = re.search(pattern, text, re.DOTALL)
    assert match, pattern
    return match[match.lastindex or 0]


PLACED_BY_SIGNATURE = {
    "register": "firmato 2 mag 2023",
    "year facet": ["2023"],
    "tally": [2023],
    "news": "firmato il 2 maggio 2023",
    "older news": ["mulino"],
    "search": "Firma: 2 maggio 2023",
    "report": "2 maggio 2023",
}
PLACED_BY_ANNOUNCEMENT = {
    "register": "annunciato 3 apr 2022 annuncio",
    "year facet": ["2022"],
    "tally": [2022],
    "news": "annunciato il 3 aprile 2022",
    "older news": [],
    "search": "Annuncio: 3 aprile 2022",
    "report": "annunciato il 3 aprile 2022",
}


def life(year: int, start: str, covered: str = "", **dates: str) -> dict[str, object]:
    """What the pictures and JSON-LD say."""
    dates = {**dates, **({"temporalCoverage": covered} if covered else {})}
    return {"first year of the chart": str(year), "start of its bar": start, "JSON-LD": dates}


@pytest.mark.parametrize(
    ("stage", "dates", "expected"),
    [
        (
            "signed",
            {**EFFECT, **SIGNED, **ANNOUNCED},
            PLACED_BY_SIGNATURE
            | life(
                2024,
                "in vigore dal 4 giugno 2024",
                "2024-06-04/..",
                dateCreated="2023-05-02",
                datePublished="2022-04-03",
            ),
        ),
        (
            "signed",
            {**SIGNED, **ANNOUNCED},
            PLACED_BY_SIGNATURE
            | life(
                2023,
                "firmato il 2 maggio 2023",
                "2023-05-02/..",
                dateCreated="2023-05-02",
                datePublished="2022-04-03",
            ),
        ),
        (
            "signed",
            {**EFFECT, **ANNOUNCED},
            PLACED_BY_ANNOUNCEMENT
            | life(2024, "in vigore dal 4 giugno 2024", "2024-06-04/..", datePublished="2022-04-03"),
        ),
        (
            "signed",
            ANNOUNCED,
            PLACED_BY_ANNOUNCEMENT | life(2022, "annunciato il 3 aprile 2022", datePublished="2022-04-03"),
        ),
        (
            "announced",
            {**EFFECT, **ANNOUNCED},
            PLACED_BY_ANNOUNCEMENT | life(2024, "durata dal 4 giugno 2024", datePublished="2022-04-03"),
        ),
        (
            "announced",
            ANNOUNCED,
            PLACED_BY_ANNOUNCEMENT | life(2022, "annunciato il 3 aprile 2022", datePublished="2022-04-03"),
        ),
    ],
    ids=["all three", "no effect", "no signature", "announcement alone", "not signed, effect", "not signed"],
)
def test_every_surface_places_an_agreement_by_one_rule(
    stage: str, dates: dict[str, str], expected: dict[str, object]
) -> None:
    assert said(written(stage, dates).build()) == expected


TWO_DAYS = """differing:
  - {field: signed_on, value: 2022-09-29, source: comunicato-mobilita}
  - {field: signed_on, value: 2022-09-26, source: comunicato-mobilita}
"""


def with_lines(stage: str, dates: dict[str, str], lines: str) -> SiteTest:
    """The small site with more lines in the record of the girandola agreement."""
    site = written(stage, dates)
    return site.replace("content/agreements/girandola.md", "sources:\n", f"{lines}sources:\n").build()


def test_what_only_differing_sources_say_stands_as_alternatives_everywhere() -> None:
    expected = PLACED_BY_SIGNATURE | {
        "register": "firmato 26 o 29 set 2022 le fonti non concordano",
        "year facet": ["2022"],
        "tally": [2022],
        "news": "firmato il 26 o il 29 settembre 2022",
        "older news": [],
        "search": "Firma: 26 o 29 settembre 2022",
        "report": "26 o 29 settembre 2022",
    }
    life_of_it = {
        "first year of the chart": "2022",
        "start of its bar": "firmato il 26 o il 29 settembre 2022",
        "JSON-LD": {"datePublished": "2022-09-30"},
    }
    assert said(with_lines("signed", {"announced_on": "2022-09-30"}, TWO_DAYS)) == expected | life_of_it


def test_alternatives_share_what_they_have_in_common() -> None:
    lines = TWO_DAYS.replace("2022-09-26", "2021").replace("2022-09-29", "2022-09")
    register = said(with_lines("signed", {"announced_on": "2022-10"}, lines))
    assert register["register"] == "firmato 2021 o set 2022 le fonti non concordano"
    assert register["year facet"] == ["2021", "2022"], "under each year that it may be of"
    assert register["tally"] == [2021], "once, in the earliest"


def test_a_date_that_may_be_of_two_years_is_found_in_both_and_counted_in_the_earlier() -> None:
    lines = TWO_DAYS.replace("2022-09-26", "2023-12-30").replace("2022-09-29", "2024-01-02")
    found_there = said(with_lines("signed", {"announced_on": "2024-02"}, lines))
    assert found_there["news"] == "firmato il 30 dicembre 2023 o il 2 gennaio 2024"
    assert (found_there["year facet"], found_there["tally"]) == (["2023", "2024"], [2023])
    assert found_there["older news"] == ["ponte", "mulino"]


def test_news_and_list_have_one_order_where_a_date_may_be_several() -> None:
    """One day of it is before, one after the signature of "ponte", of October 2023."""
    lines = TWO_DAYS.replace("2022-09-26", "2023-05-01").replace("2022-09-29", "2023-12-01")
    assert said(with_lines("signed", {"announced_on": "2024-02"}, lines))["older news"] == ["mulino"]


def test_a_deduced_date_says_so_wherever_it_is_shown() -> None:
    site = with_lines("signed", SIGNED, "deduced: [signed_on]\n")
    found_there = said(site)
    assert found_there == PLACED_BY_SIGNATURE | {
        "register": "firmato 2 mag 2023 dedotta",
        "news": "firmato il 2 maggio 2023 (data dedotta)",
        "search": "Firma: 2 maggio 2023 (data dedotta)",
        "report": "2 maggio 2023 (data dedotta)",
        "first year of the chart": "2023",
        "start of its bar": "firmato il 2 maggio 2023",
        "JSON-LD": {},
    }
    own = site.facts("/accordi/girandola/")
    assert own.count("2 maggio 2023") == own.count("2 maggio 2023 (data dedotta)") == 2, "in the picture and in its row"


def test_a_deduced_end_says_so_wherever_it_is_shown() -> None:
    site = with_lines("signed", SIGNED, "until: 2031-03\ndeduced: [until]\n")
    shown = {
        address: re.findall(r"(?:a marzo|\bmar|\bmarzo) 2031(.{0,16})", site.facts(address))
        for address in ("/", "/accordi/", "/accordi/girandola/", "/scadenze/")
    }
    assert all(shown.values()), shown
    assert shown.pop("/accordi/") == [" dedotta"], "in a word: a row has room for no more"
    assert all("data dedotta" in after for told in shown.values() for after in told), shown


def test_the_register_is_in_the_order_of_signatures_where_no_end_is_known() -> None:
    """Neither by effect, nor by announcement, as long as there is a signature."""
    register = written("signed", {**EFFECT, **SIGNED, **ANNOUNCED}).build().main("/accordi/")
    rows = re.findall(r'<th scope="row"><a href="/accordi/([\w-]+)/">', register)
    assert rows == ["mobilita", "ponte", "girandola", "mulino", "sentiero"]


def test_a_date_without_words_of_its_own_is_called_by_its_label_and_an_end_counted_from_it_is_an_estimate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As one that a kind declares tomorrow."""
    monkeypatch.setattr(Agreement, "dates", (SIGNED_ON, Dated("announced_on", ANNOUNCED_ON.what)))
    record = facts("Girandola", "announced", ANNOUNCED).replace(", duration", "", 1)
    site = SiteTest(from_nothing=True)
    site.write("content/agreements/girandola.md", record.replace("parties", "duration: 3 years\nparties", 1)).build()
    assert listed(site.main("/accordi/")) == "Annuncio 3 apr 2022 annuncio"
    own = site.facts("/accordi/girandola/")
    assert "Annuncio il 3 aprile 2022; fine stimata 3 aprile 2025" in own
    assert "contiamo la durata da una data che può non essere il suo inizio" in own


NEW_YEAR = """---
title: Capodanno
form: performance
organisers: [unicollefiorito]
starts: {starts}
ends: {ends}
cost: 0 EUR
sources:
  - source: comunicato-mobilita
---
Si aspetta la mezzanotte.
"""


@pytest.mark.parametrize(
    ("starts", "ends", "said", "years", "instant"),
    [
        (
            "2026-12-31 23:30 America/New_York",
            "2027-01-01 00:00 America/New_York",
            "31 dicembre 2026, ore 23:30 (New York)",
            (2026, 2026),
            "2026-12-31T23:30-05:00",
        ),
        (
            "2027-01-01 00:30 Pacific/Auckland",
            "2027-01-01 02:00 Pacific/Auckland",
            "1º gennaio 2027, ore 00:30 (Auckland)",
            (2027, 2027),
            "2027-01-01T00:30+13:00",
        ),
    ],
)
def test_an_event_of_another_zone_is_of_the_year_that_it_has_there(
    starts: str, ends: str, said: str, years: tuple[int, int], instant: str
) -> None:
    """In Rome it is another year, by which it is to come or over."""
    site = SiteTest().write("content/events/capodanno.md", NEW_YEAR.format(starts=starts, ends=ends)).build()
    (context, *_), ref = contexts_of(site.showcase), Ref("events", "capodanno")
    year, page = str(years[0]), site.page("/eventi/capodanno/")
    assert [answer[0] for answer in answers_of(context, YEAR, ref)] == [year]
    assert period(context, Event) == years
    assert said in text_of(site.main("/eventi/")) and said in text_of(page)
    assert year in found(r'<meta name="result:date" content="([^"]*)">', page)
    assert site.structured("/eventi/capodanno/")[-1]["startDate"] == instant
    (day,) = calendar(context, Event).days
    assert day.day.startswith(year)
    (row,) = csv.DictReader(io.StringIO(site.text("dati/v1/eventi.csv")))
    assert row["starts"] == instant
    assert json.loads(site.text("eventi/capodanno/index.json"))["computed"]["ends_on"].startswith(year)
