"""What one run notes for the next is the same when it is read again, as JSON has it."""

import datetime
import json
from decimal import Decimal

import pytest

from generator.content.brief import Brief
from generator.problems.plain import plain, problem_of
from generator.problems.problem import Position, Problem
from generator.words import Language, Phrase, words_for
from tests.harness import SITES, SiteTest

VALUES = {
    "text": "è “così”",
    "number": 7,
    "size": Decimal("900.5"),
    "day": datetime.date(2026, 11, 22),
    "language": Language("en"),
    "phrase": Phrase("{file} cannot be read: {cause}.", {"file": "a", "cause": Phrase("a list")}),
    "known": ("a", ("b", Phrase("a list"))),
    "none": (),
}


def again(problem: Problem) -> Problem:
    return problem_of(json.loads(json.dumps(plain(problem))))


def test_a_problem_is_the_same() -> None:
    problem = Problem("bad-date", Position("x.md", 3, 4), VALUES, ("b",))
    assert again(problem) == problem
    assert again(Problem("bad-date", Position("x.md"))) == Problem("bad-date", Position("x.md"))


@pytest.mark.parametrize("folder", sorted((SITES / "broken").iterdir()), ids=lambda folder: folder.name)
def test_whatever_is_told_is_told_in_the_same_words(folder) -> None:
    """Each code there is, with the values that its sentences need."""
    for one in SiteTest().overlay(folder).check().found:
        there = again(one)
        assert (there.place, there.code, tuple(there.choices)) == (one.place, one.code, tuple(one.choices))
        for language in ("it", "en"):
            words = words_for(language)
            for message in (one.kind.message, one.kind.hint):
                assert words.say(Phrase(message, there.values)) == words.say(Phrase(message, one.values))


def test_what_is_known_of_each_record_is_the_same() -> None:
    briefs = SiteTest("showcase").check(drafts=True).showcase.briefs
    for brief in briefs.values():
        assert Brief.read(json.loads(json.dumps(brief.plain()))) == brief
    for field in Brief._fields:
        assert len({repr(getattr(brief, field)) for brief in briefs.values()}) > 1 or field == "own_addresses", field
