"""What is here, counted: every year has its row, and a few records have no bars."""

from generator.pages.lists.counts import tallies
from generator.text.context import Context
from generator.urls import Urls
from generator.words import words_for
from tests.harness import SiteTest


def counted(name: str) -> dict[str, tuple[dict[str, str], bool]]:
    showcase = SiteTest(name).check().showcase
    here = Context(showcase, Urls(showcase.settings), words_for("it"))
    return {one.heading: ({count.title.text: count.number for count in one.counts}, one.drawn) for one in tallies(here)}


def test_years_without_agreements_have_their_row() -> None:
    years, drawn = counted("showcase")["Accordi per anno"]
    stated = [int(year) for year in years if year.isdigit()]
    assert stated == list(range(min(stated), max(stated) + 1))
    assert drawn


def test_few_records_are_counted_in_words_alone() -> None:
    told = counted("minimal")
    assert told["Accordi per anno"] == ({"2025": "1"}, False)
    assert told["Schede per ateneo"] == ({"Università di Collefiorito": "1"}, False)
    assert told["Schede per tipo"][0]["Accordi"] == "1"
