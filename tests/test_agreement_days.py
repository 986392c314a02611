"""What the page of an agreement says of its time, day by day: the exact words, in Italian and in English."""

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.charts.agreement_bar import validity
from generator.content.record import AnyRecord
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import ENDING, STATUSES
from generator.pages.lists.register import register_body
from generator.presenters.agreement import standing
from generator.text.context import Context, contexts_of
from generator.text.inline import sentence_case, text_of
from generator.words import words_for
from tests.scenes.made import agreement, context


def said(facts: dict[str, Any], day: str, language: str, *others: Any) -> str:
    """The status and what stands beside it, where no bar shows the end."""
    made = agreement("a", **facts)
    here = dataclasses.replace(context(made, *others).showcase, on=datetime.date.fromisoformat(day))
    there = next(one for one in contexts_of(here) if one.language == language)
    record = made.of(Agreement)
    assert record
    light = standing(there, record, None)
    return ": ".join(filter(None, (light.title.text, text_of(light.note))))


TABLE = yaml.load((Path(__file__).parent / "agreement_days.yaml").read_text("utf-8"), yaml.BaseLoader)
ROWS = [(one["facts"], str(day), words["it"], words["en"]) for one in TABLE for day, words in one["said"].items()]


@pytest.mark.parametrize(("facts", "day", "italian", "english"), ROWS)
def test_what_is_said_on_a_day(facts: dict[str, Any], day: str, italian: str, english: str) -> None:
    assert said(facts, day, "it") == italian
    assert said(facts, day, "en") == english


def test_the_table_is_long_and_meets_every_status() -> None:
    assert len(ROWS) > 60
    met = {italian.partition(":")[0] for _, _, italian, _ in ROWS}
    names = {sentence_case(STATUSES.label(name, words_for("it"))) for name in STATUSES.options if name != ENDING}
    assert met == names


@pytest.mark.parametrize(
    ("renewal", "day", "words"),
    [
        ({"signed_on": "2026-12-01"}, "2026-11-30", "In vigore: finisce il 31 dicembre 2027; mancano 396 giorni"),
        ({"signed_on": "2026-12-01"}, "2026-12-01", "Concluso: seguito da un accordo successivo"),
        ({"signed_on": "2026-12-01"}, "2028-01-01", "Concluso: finito il 31 dicembre 2027"),
        ({"announced_on": "2026-12-01"}, "2026-12-01", "Concluso: seguito da un accordo successivo"),
        ({}, "2026-12-01", "Concluso: seguito da un accordo successivo"),
        (
            {"stage": "approved", "announced_on": "2026-12-01"},
            "2026-12-01",
            "In vigore: finisce il 31 dicembre 2027; mancano 395 giorni",
        ),
        (
            {"signed_on": "2027-12-01", "effective_on": "2028-03-01"},
            "2028-01-01",
            "Concluso: finito il 31 dicembre 2027",
        ),
        (
            {"stage": "approved", "announced_on": "2026-12-01"},
            "2028-01-01",
            "Durata trascorsa, rinnovo non noto: la durata finiva il 31 dicembre 2027",
        ),
    ],
    ids=["before", "begun", "after both", "announced", "undated", "not signed", "to begin", "not signed, after"],
)
def test_a_successor_concludes_what_it_follows_once_it_has_begun(renewal: dict[str, Any], day: str, words: str) -> None:
    first = {"signed_on": "2020-05-04", "until": "2027-12-31", "renewal": "tacit"}
    assert said(first, day, "it", agreement("b", renews="a", **renewal)) == words


def here_on(day: str, language: str, made: AnyRecord) -> Context:
    """The context of a language on a day, where there is one agreement."""
    here = dataclasses.replace(context(made).showcase, on=datetime.date.fromisoformat(day))
    return next(one for one in contexts_of(here) if one.language == language)


@pytest.mark.parametrize(
    ("facts", "day", "italian", "english"),
    [
        (
            {"signed_on": "2023-12-11", "duration": "3 years"},
            "2026-11-26",
            "11 dic 2026: stima · mancano 15 giorni",
            "11 Dec 2026: estimate · 15 days left",
        ),
        (
            {"signed_on": "2023-11-26", "duration": "3 years"},
            "2026-11-26",
            "26 nov 2026: stima · finisce oggi",
            "26 Nov 2026: estimate · ends today",
        ),
        (
            {"announced_on": "2022-02-15", "duration": "5 years"},
            "2026-11-26",
            "15 feb 2027: stima dall’annuncio · mancano 81 giorni",
            "15 Feb 2027: estimate (announcement) · 81 days left",
        ),
        (
            {"signed_on": "2022-02-15", "duration": "9 years"},
            "2026-11-26",
            "15 feb 2031: stima",
            "15 Feb 2031: estimate",
        ),
        ({"signed_on": "2022-02-15", "until": "2026-12-11"}, "2026-11-26", "11 dic 2026: mancano 15 giorni", None),
        (
            {"signed_on": "2021-03-15", "duration": "5 years", "extension": "2 years"},
            "2026-11-26",
            "2026–2028: stima",
            "2026–2028: estimate",
        ),
        (
            {"signed_on": "2021-03-15", "until": "2027-02-10", "extension": "6 months"},
            "2026-11-26",
            "10 feb – 10 ago 2027: mancano al massimo 257 giorni",
            "10 Feb – 10 Aug 2027: no more than 257 days left",
        ),
    ],
)
def test_the_register_says_that_an_end_is_an_estimate_and_between_which_days_it_lies(
    facts: dict[str, Any], day: str, italian: str, english: str | None
) -> None:
    made = agreement("a", **facts)
    for language, words in (("it", italian), ("en", english)):
        until = register_body(here_on(day, language, made), (made.ref,)).groups[0].rows[0].cells[2]
        assert words in (None, ": ".join(map(text_of, (until.value, until.rest))))


@pytest.mark.parametrize(
    ("facts", "day", "italian", "english"),
    [
        (
            {"effective_on": "2022", "signed_on": "2022-11-24", "until": "2026"},
            "2026-11-26",
            "in vigore dal 2022; finisce nel 2026",
            "in force from 2022; ends in 2026",
        ),
        (
            {"effective_on": "2022", "signed_on": "2022-11-24", "until": "2026"},
            "2027-01-01",
            "in vigore dal 2022; fine 2026",
            "in force from 2022; end 2026",
        ),
        (
            {"signed_on": "2022-11-24", "until": "2027-03", "deduced": ["until"]},
            "2026-11-26",
            "firmato il 24 novembre 2022; finisce a marzo 2027 (data dedotta)",
            "signed on 24 November 2022; ends in March 2027 (deduced date)",
        ),
        (
            {"signed_on": "2022-11-24", "until": "2025-03", "deduced": ["until"]},
            "2026-11-26",
            "firmato il 24 novembre 2022; fine marzo 2025 (data dedotta)",
            "signed on 24 November 2022; end March 2025 (deduced date)",
        ),
        (
            {"effective_on": "2027-01-08", "signed_on": "2022-11-24", "until": "2028"},
            "2026-11-26",
            "entra in vigore l’8 gennaio 2027; finisce nel 2028",
            "takes effect on 8 January 2027; ends in 2028",
        ),
        (
            {"effective_on": "2019", "stage": "presented", "until": "2021"},
            "2026-11-26",
            "durata dal 2019; fine 2021",
            "term from 2019; end 2021",
        ),
    ],
)
def test_the_bar_says_of_what_is_past_that_it_is(facts: dict[str, Any], day: str, italian: str, english: str) -> None:
    made = agreement("a", **facts)
    record = made.of(Agreement)
    for language, words in (("it", italian), ("en", english)):
        there = here_on(day, language, made)
        bar = validity(there, record.facts, there.showcase.status(made)) if record else None
        assert bar and f"{bar.start}; {bar.end}" == words
