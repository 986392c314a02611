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
from generator.kinds.agreement_statuses import STATUSES
from generator.pages.deadlines import deadlines_body
from generator.pages.home_endings import endings
from generator.pages.lists.register import register_body
from generator.presenters.agreement import standing
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import Witness
from generator.text.context import Context, contexts_of
from generator.text.endings import days_left
from generator.text.inline import sentence_case, text_of
from generator.view.text import Fact
from generator.words import words_for
from tests.scenes.made import agreement, context


def said(facts: dict[str, Any], day: str, language: str, *others: Any) -> str:
    """The status and what stands beside it, where no bar shows the end."""
    made = agreement("a", **facts)
    here = dataclasses.replace(context(made, *others).showcase, on=datetime.date.fromisoformat(day), witness=Witness())
    there = next(one for one in contexts_of(here) if one.language == language)
    record = made.of(Agreement)
    assert record
    light = standing(there, record, None)
    return ": ".join(filter(None, (light.title.text, text_of(light.note))))


TABLE = yaml.load((Path(__file__).parent / "agreement_days.yaml").read_text("utf-8"), yaml.CBaseLoader)
ROWS = [(one["facts"], str(day), words["it"], words["en"]) for one in TABLE for day, words in one["said"].items()]


@pytest.mark.parametrize(("facts", "day", "italian", "english"), ROWS)
def test_what_is_said_on_a_day(facts: dict[str, Any], day: str, italian: str, english: str) -> None:
    assert said(facts, day, "it") == italian
    assert said(facts, day, "en") == english


def test_the_table_is_long_and_meets_every_status() -> None:
    assert len(ROWS) > 60
    met = {italian.partition(":")[0] for _, _, italian, _ in ROWS}
    names = {
        sentence_case(STATUSES.label(name, words_for("it")))
        for name, one in STATUSES.options.items()
        if not one.part_of
    }
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


def here_on(day: str, language: str, *made: AnyRecord) -> Context:
    """The context of a language on a day, where there are some agreements."""
    here = dataclasses.replace(context(*made).showcase, on=datetime.date.fromisoformat(day), witness=Witness())
    return next(one for one in contexts_of(here) if one.language == language)


@pytest.mark.parametrize(
    ("facts", "day", "italian", "english"),
    [
        (
            {"signed_on": "2023-12-11", "duration": "3 years"},
            "2026-11-26",
            "11 dic 2026: stima · mancano circa 15 giorni",
            "11 Dec 2026: estimate · about 15 days left",
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
            "15 feb 2027: stima dall’annuncio · mancano circa 3 mesi",
            "15 Feb 2027: estimate from the announcement · about 3 months left",
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
            "2026–2028: stima · fine forse già passata",
            "2026–2028: estimate · perhaps past",
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


EXTENDABLE = {"signed_on": "2021-03-15", "duration": "5 years", "extension": "2 years"}
NEXT_YEAR = {"signed_on": "2021-03-15", "until": "2028-12-31"}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2028-03-01", "La fine può essere già passata; al più tardi cade il 15 marzo 2028, stima dalla firma"),
        ("2028-03-15", "Finisce al più tardi oggi, stima dalla firma"),
    ],
)
def test_what_may_have_ended_is_not_among_what_ends_and_stands_by_its_last_possible_day(day: str, said: str) -> None:
    there = here_on(day, "it", agreement("a", **EXTENDABLE), agreement("b", **NEXT_YEAR))
    body, home = deadlines_body(there), endings(there)
    assert "/accordi/a/" not in {one.title.href for one in (*body.due, *body.further, *body.later)}
    assert [(one.title.href, text_of(one.kicker)) for one in body.perhaps] == [("/accordi/a/", said)]
    assert body.at_the_latest == "1 finisce al più tardi entro dodici mesi"
    assert home and "/accordi/a/" not in {one.title.href for one in home.nearest}
    assert home.finding.text.endswith("; 1 al più tardi entro dodici mesi")
    certain = len(body.due) + len(body.further)
    assert home.finding.text.startswith(f"{certain} finisc"), "one count"
    assert said[0].lower() + said[1:] in text_of(home.then)


def test_where_all_that_ends_may_have_ended_nothing_says_that_nothing_does() -> None:
    there = here_on("2028-03-01", "en", agreement("a", **EXTENDABLE))
    body = deadlines_body(there)
    if not body.due:
        assert (body.empty, body.at_the_latest) == ("", "1 ends within twelve months at the latest")


@pytest.mark.parametrize(
    ("facts", "day", "figure", "row"),
    [
        (
            {"announced_on": "2022-09-13", "duration": "5 years"},
            "2027-06-01",
            "mancano circa 3 mesi",
            "stima dall’annuncio · mancano circa 3 mesi",
        ),
        (
            {"signed_on": "2024-06-20", "duration": "3 years"},
            "2027-06-01",
            "mancano circa 19 giorni",
            "stima · mancano circa 19 giorni",
        ),
        (
            {"signed_on": "2024-09", "duration": "3 years"},
            "2027-06-01",
            "mancano al massimo circa 4 mesi",
            "stima · mancano al massimo circa 4 mesi",
        ),
        ({"signed_on": "2024-06-20", "until": "2027-09-13"}, "2027-06-01", "mancano 104 giorni", "mancano 104 giorni"),
    ],
    ids=["months", "days", "not exact", "stated"],
)
def test_an_estimate_is_never_counted_as_exactly_as_what_a_source_states(
    facts: dict[str, Any], day: str, figure: str, row: str
) -> None:
    made = agreement("a", **facts)
    there = here_on(day, "it", made)
    (due,) = (one for one in deadlines_body(there).due if one.title.href == "/accordi/a/")
    assert f"{due.before} {due.days} {due.unit}" == figure
    assert text_of(register_body(there, (made.ref,)).groups[0].rows[0].cells[2].rest) == row


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_time_that_is_left_has_one_form_beside_its_figure_and_in_a_sentence(language: str) -> None:
    for facts in (
        {"announced_on": "2022-09-13", "duration": "5 years"},
        {"signed_on": "2024-06-20", "duration": "3 years"},
        {"signed_on": "2024-09", "duration": "3 years"},
        {"signed_on": "2024-06-20", "until": "2027-09-13"},
        {"signed_on": "2024-06-20", "until": "2027-07"},
        {"signed_on": "2024-06-20", "until": "2027-06-02"},
    ):
        made = agreement("a", **facts)
        there = here_on("2027-06-01", language, made)
        (due,) = (one for one in deadlines_body(there).due if one.title.href.endswith("/a/"))
        figure = " ".join(filter(None, (due.before, due.days, due.unit)))
        assert figure == days_left(there, there.showcase.status(there.showcase[made.ref]))
        assert due.days.isdigit()


def test_what_may_have_ended_is_not_among_the_later_ends_however_late_its_last_possible_day_is() -> None:
    there = here_on(
        "2026-11-25", "it", agreement("a", **EXTENDABLE), agreement("b", signed_on="2021-01-01", until="2027-12-31")
    )
    body, home = deadlines_body(there), endings(here_on("2026-11-25", "it", agreement("a", **EXTENDABLE)))
    later = [text_of(one.kicker) for one in body.later if one.title.href in ("/accordi/a/", "/accordi/b/")]
    assert later == ["Finisce il 31 dicembre 2027"]
    assert body.may_be_over == "La fine di 1 accordo può essere già passata" and not body.perhaps
    [perhaps] = [text_of(one.kicker) for one in body.over_by_now]
    assert perhaps == "La fine può essere già passata; al più tardi cade il 15 marzo 2028, stima dalla firma"
    assert home and f"({perhaps[0].lower()}{perhaps[1:]})" in text_of(home.then)


CUT_SHORT = {"signed_on": "2020-01-01", "until": "2030", "renewal": "tacit"}


def rows_of(there: Context, made: AnyRecord) -> dict[str, str]:
    """The label of each row that the presenter tells of the term and its renewal."""
    shown = presenter_of(made).sections(there, made).instead
    return {name: one.label for name in ("until", "renewal") for one in shown.get(name, ()) if isinstance(one, Fact)}


@pytest.mark.parametrize("others", [{"ended_on": "2026-11", "verified_on": "2026-11-25"}, {}])
def test_what_had_been_agreed_of_what_was_over_before_its_time_is_said_as_that(others: dict[str, Any]) -> None:
    made = agreement("a", **CUT_SHORT, **others)
    after = () if others else (agreement("b", renews="a", signed_on="2026-10-01"),)
    there = here_on("2026-11-26", "it", made, *after)
    told = rows_of(there, made)
    assert told["renewal"] == "Rinnovo (com’era stabilito)"
    if others:  # else the bar has it
        assert told["until"] == "Fino al (com’era stabilito)"
    record, status = made.of(Agreement), there.showcase.status(made)
    bar = validity(there, record.facts, status) if record else None
    assert bar and bar.end == ("fine novembre 2026" if others else "fine 2030 (com’era stabilito)")
    until = register_body(there, (made.ref,)).groups[0].rows[0].cells[2]
    assert ("com’era stabilito" in text_of(until.rest)) is not bool(others)


def test_what_goes_on_or_came_to_its_end_has_its_term_as_it_is() -> None:
    for day, facts in (("2026-11-26", CUT_SHORT), ("2031-01-01", {**CUT_SHORT, "renewal": "excluded"})):
        made = agreement("a", **facts)
        assert not rows_of(here_on(day, "it", made), made)
