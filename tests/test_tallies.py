"""What is here, counted: every year has its row, and a few records have no bars."""

from generator.pages.lists.counts import tallies
from generator.text.context import Context
from generator.urls import Urls
from generator.words import words_for
from tests.harness import SiteTest
from tests.test_web import site


def counted(site: SiteTest) -> dict[str, tuple[dict[str, str], bool]]:
    showcase = site.check().showcase
    here = Context(showcase, Urls(showcase.settings), words_for("it"))
    return {one.heading: ({count.title.text: count.number for count in one.counts}, one.drawn) for one in tallies(here)}


def test_years_without_agreements_have_their_row() -> None:
    years, drawn = counted(SiteTest("showcase"))["Accordi per anno"]
    stated = [int(year) for year in years if year.isdigit()]
    assert stated == list(range(min(stated), max(stated) + 1))
    assert drawn


def test_few_records_are_counted_in_words_alone() -> None:
    told = counted(SiteTest("minimal"))
    assert told["Accordi per anno"] == ({"2025": "1"}, False)
    assert told["Che cosa c’è, per ateneo"] == ({"Università di Collefiorito": "1"}, False)
    assert told["Che cosa c’è, per tipo"][0]["Accordi"] == "1"


def test_universities_of_as_many_records_stand_in_the_order_of_their_names() -> None:
    told, _ = counted(site("u3 x1", "u2 x1", "u1 x1", "u2 x2"))["Che cosa c’è, per ateneo"]
    assert list(told.items()) == [("U2", "2"), ("U1", "1"), ("U3", "1")]


NAMED = """---
title: Notte del molo
form: culture
state: active
start: 2020
partners:
  - organisation: unicollefiorito
    relation: named
not_stated: [promoter, scope]
sources:
  - source: comunicato-mobilita
---
"""


def test_a_university_that_a_record_only_names_does_not_act_in_it() -> None:
    named = SiteTest().write("content/initiatives/notte-del-molo.md", NAMED)
    assert counted(named)["Che cosa c’è, per ateneo"] == ({"Università di Collefiorito": "1"}, False)
    acting = SiteTest().write("content/initiatives/notte-del-molo.md", NAMED.replace("    relation: named\n", ""))
    assert counted(acting)["Che cosa c’è, per ateneo"] == ({"Università di Collefiorito": "2"}, False)
