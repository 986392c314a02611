"""What the page of an agreement says of its time, day by day: the exact words, in Italian and in English."""

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import ENDING, STATUSES
from generator.presenters.agreement import standing
from generator.text.context import contexts_of
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
    ],
    ids=["before", "begun", "after both", "announced", "undated", "not signed"],
)
def test_a_successor_concludes_what_it_follows_once_it_has_begun(renewal: dict[str, Any], day: str, words: str) -> None:
    first = {"signed_on": "2020-05-04", "until": "2027-12-31", "renewal": "tacit"}
    assert said(first, day, "it", agreement("b", renews="a", **renewal)) == words
