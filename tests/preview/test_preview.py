"""What is shown after each build and each index: every reload that is needed, and how old the search is."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.options import Options
from generator.preview import preview as module
from generator.preview.absent import Absent
from generator.preview.jobs import BuildDone, IndexDone
from generator.preview.preview import Preview
from generator.preview.worker import DiedError
from generator.words import words_for

GOOD = BuildDone("Built.", searched={"index.html": "it 1"}, changed=frozenset({"index.html"}))
BAD = BuildDone("Not built.", report="<details>bad-date</details>")
OLDER = "The search is older than the pages: it is being brought up to date."


class Answering:
    """A process that answers what the test says, and nothing by itself."""

    def __init__(self, _: Any) -> None:
        self.answer: Any = None

    def ask(self, question: Any) -> Any:
        self.asked = question
        if callable(self.answer):
            return self.answer()
        if self.answer is None:
            raise DiedError
        return self.answer

    def end(self) -> None:
        pass


class Told:
    """A preview that builds and indexes when the test says so, and what it tells."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.times = 0
        self.options = Options(folder, datetime.date(2026, 11, 22), base_url="http://localhost:8000/")
        self.preview = Preview(lambda: self.options, folder, words_for("en"), self.said.append)
        self.preview._tell = self._told

    def _told(self) -> None:
        self.times += 1

    def builds(self, answer: Any) -> str:
        self.preview._builder.answer = answer  # type: ignore[attr-defined]
        self.preview._build()
        return self.preview.now.build

    def indexes(self, answer: Any) -> str:
        self.preview._indexer.answer = answer  # type: ignore[attr-defined]
        self.preview._index()
        return self.preview.now.search_is


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    monkeypatch.setattr(module, "Worker", Answering)
    monkeypatch.setattr(module.Repeater, "want", lambda self: None)
    monkeypatch.setattr(module, "_CALM", 0)
    told = Told(tmp_path)
    yield told
    told.preview._building.end()
    told.preview._indexing.end()


def test_until_there_are_pages_every_build_is_another(told: Told) -> None:
    before = told.preview.now.build
    first, second = told.builds(BAD), told.builds(BAD)
    assert len({before, first, second}) == 3
    assert not told.preview.now.is_built
    assert told.preview.now.report == BAD.report
    assert told.builds(GOOD) not in (before, first, second)
    assert told.preview.now.is_built
    assert told.preview.now.report == ""
    assert told.times == 3
    assert told.said == ["Not built.", "Preview at http://localhost:8000/ (Ctrl-C ends it)", "Not built.", "Built."]


def test_a_mistake_changes_what_is_told_and_not_what_is_shown(told: Told) -> None:
    good = told.builds(GOOD)
    pages = told.preview.now.pages
    assert told.builds(BAD) == good
    assert told.preview.now.pages == pages
    assert told.preview.now.report
    assert told.builds(replace(GOOD, changed=frozenset())) == good
    assert not told.preview.now.report
    assert told.times == 3


def test_the_day_is_another_one_overnight(told: Told) -> None:
    days = []
    for day in (22, 23):
        told.options = replace(told.options, day=datetime.date(2026, 11, day))
        told.builds(GOOD)
        days.append(told.preview._builder.asked.options.day.day)  # type: ignore[attr-defined]
    assert days == [22, 23]


def test_what_is_absent_is_of_the_pages_that_are_shown(told: Told) -> None:
    there = {"accordi/x/": Absent("x", "It is a draft.", "")}
    told.builds(replace(GOOD, absent=there))
    told.builds(BAD)
    assert told.preview.now.absent == there
    told.builds(GOOD)
    assert told.preview.now.absent == {}


def test_the_search_says_that_it_is_older_until_it_is_not(told: Told) -> None:
    told.builds(GOOD)
    assert told.preview.now.search_is == OLDER
    assert told.indexes(IndexDone("Done.", done=True)) == ""
    assert told.preview.now.index == 1
    told.builds(replace(GOOD, changed=frozenset({"assets/vetrina.css"})))
    assert told.preview.now.search_is == ""


def test_an_index_of_older_pages_is_shown_and_said_to_be_older(told: Told) -> None:
    told.builds(GOOD)

    def meanwhile() -> IndexDone:
        told.builds(replace(GOOD, searched={"index.html": "it 2"}))
        return IndexDone("Done.", done=True)

    assert told.indexes(meanwhile) == OLDER
    assert told.preview.now.index == 1


def test_a_search_that_cannot_be_made_says_why(told: Told) -> None:
    told.builds(GOOD)
    assert told.indexes(IndexDone("Pagefind is not installed.", done=False)) == "Pagefind is not installed."
    assert told.indexes(None) == "The search could not be brought up to date."
    assert told.preview.now.index == 0


def test_a_build_that_breaks_off_says_what_is_shown(told: Told) -> None:
    told.builds(None)
    assert told.said[0] == "The build broke off."
    told.builds(GOOD)
    told.builds(None)
    assert told.said[-1] == "The build broke off. The preview shows the last good pages."
    assert told.said[-1] in told.preview.now.report
