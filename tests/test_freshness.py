"""A translation knows what it translates: the value tells which words have changed since, by what is written alone."""

import pytest

from generator.content.freshness import changes, fingerprint
from generator.content.nodes import Nodes
from generator.content.prose import Prose
from generator.content.read import Contents
from generator.content.record import Wording
from generator.content.scalars import text
from generator.content.validate import validate
from generator.machine.memo import Memo
from generator.problems.problem import Position
from generator.words import words_for
from tests.harness import SITES, SiteTest

BODY = "Uno\ndue.\n\n## Tre\n\n- quattro\n- cinque\n\nSei.\n"


def wording(
    title: str = "Un titolo", short: str = "", summary: str = "In breve.", alt: str = "", body: str = BODY
) -> Wording:
    return Wording(Nodes({}, Position("x.md")), title, short or title, summary, alt, body, 1, Prose())


BEFORE = fingerprint(wording())


def since(words: Wording, before: str = BEFORE) -> list[str]:
    found = changes(before, words)
    assert found is not None
    assert bool(found) is (fingerprint(words) != before)
    return [words_for("en").say(one.said) for one in found]


def test_the_value_is_one_line_that_needs_no_quotes() -> None:
    assert BEFORE == "a2f917 - 9604d2 - 5b80f9 257e41 72391d 9e46a0"
    for words in (wording(), wording(summary="", body=""), wording(short="U", alt="Una riva")):
        assert text(fingerprint(words)) == fingerprint(words)


@pytest.mark.parametrize(
    "body",
    [
        "Uno due.\n\n## Tre\n\n- quattro\n- cinque\n\nSei.",
        "\n\nUno   due. \n \t\n\n## Tre\n\n- quattro - cinque\n\nSei.\n\n",
        "Uno\N{NO-BREAK SPACE}due.\n\n##\tTre\n\n- quattro\n-\n  cinque\n\nSei.\n",
    ],
)
def test_white_space_and_the_folding_of_lines_do_not_count(body: str) -> None:
    assert since(wording(title=" Un  titolo", summary="In\tbreve.", body=body)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (wording(title="Un altro"), ["title"]),
        (wording(short="Titolo"), ["short title"]),
        (wording(summary=""), ["summary"]),
        (wording(alt="Una riva"), ["alternative text"]),
        (wording(body=BODY.replace("due", "tre")), ["paragraph “Uno tre.”"]),
        (wording(body=BODY.replace("cinque", "sei")), ["paragraph “- quattro - sei”"]),
        (wording(body=BODY.replace("\n\nSei.", "")), ["text removed after “- quattro - cinque”"]),
        (wording(body=BODY.replace("Uno\ndue.\n\n", "")), ["text removed at the beginning"]),
        (wording(body=f"{BODY}\nSette.\n\nOtto.\n"), ["new paragraph “Sette.”", "new paragraph “Otto.”"]),
        (wording(body=BODY.replace("Sei", "Poi\n\nSei")), ["new paragraph “Poi”"]),
        (wording(body=BODY.replace("## Tre", "## Tré\n\nPoi")), ["paragraph “## Tré”", "new paragraph “Poi”"]),
        (
            wording(body=BODY.replace("Uno\ndue.\n\n## Tre", "Ora")),
            ["paragraph “Ora”", "text removed after “Ora”"],
        ),
        (
            wording(body=BODY.replace("Sei", "Quel che si legge da qui in poi è tutto nuovo")),
            ["paragraph “Quel che si legge da qui in poi è tutto…”"],
        ),
        (wording("T", "t", "s", "a"), ["title", "short title", "summary", "alternative text"]),
        (wording(body="Altro.\n"), ["the text"]),
        (wording(body=""), ["the text"]),
    ],
)
def test_each_part_is_told_by_itself(words: Wording, told: list[str]) -> None:
    assert since(words) == told
    assert since(wording(), fingerprint(words)) != []


def test_a_first_text_is_the_text() -> None:
    assert since(wording(), fingerprint(wording(body=""))) == ["the text"]


@pytest.mark.parametrize(
    "value", ["273d021fbc0e", "", "x", "123", f"{BEFORE} x", BEFORE.upper(), BEFORE[:-1], "- - - -"]
)
def test_another_form_tells_nothing(value: str) -> None:
    assert changes(value, wording()) is None


def test_how_markdown_is_rendered_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.content.read.read_prose", lambda *_: Prose("<p>Another HTML.</p>"))
    assert SiteTest("showcase").check().codes().count("stale-translation") == 0


def test_of_several_translations_the_notice_names_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.content.validate.languages", lambda: ("en", "it", "de"))
    site = SiteTest().overlay(SITES / "broken/stale-translation")
    site.replace("content/site.yaml", "languages: [it, en]", "languages: [it, en, de]")
    _, found = validate(Contents(site.root, Memo()))
    commands = [one.values["command"] for one in found if one.code == "stale-translation"]
    assert commands == ["vetrina translate pages/method --language en"]
