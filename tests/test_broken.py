"""Every code of problem, shown by the smallest site that has it: what is told, where, and what becomes of the site."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems.as_text import as_json
from generator.problems.codes import CODES
from generator.words import words_for
from tests.harness import SITES, SiteTest
from tests.store import STORE

BROKEN = sorted((SITES / "broken").iterdir())
AWFUL = SITES / "awful"
OF_THE_BUILT_SITE = {"dead-link", "outside-request", "personal-data-published", "search-incomplete", "template-error"}
AS_LARGE_AS_THEIR_BOUND = {"file-too-large", "too-large", "too-many-entries"}
"""Shown by tests/test_hostile.py, which makes them."""
OF_GIT = {"file-brought-back", "file-taken-away", "undone", "words-undone"}
"""Shown by tests/test_undone.py, in repositories."""
OF_TABLES = {
    "garbled-text",
    "not-computed",
    "row-of-no-record",
    "row-without-key",
    "rows-in-cell",
    "shared-amount",
    "unclosed-quote",
}
"""Shown by tests/importing/ and tests/test_import_lists.py, in tables that are imported."""
OF_THE_WEB = {"rests-on-gone", "source-changed", "source-gone", "source-moved", "source-unread", "source-unsaid"}
"""Shown by tests/test_sources_online.py, by a server that answers."""
LANGUAGES = ("it", "en")


def _expected(folder: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = yaml.load((folder / "expected.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return told


def test_every_code_that_content_can_cause_is_shown() -> None:
    assert {folder.name for folder in BROKEN} == (
        CODES.keys() - OF_THE_BUILT_SITE - AS_LARGE_AS_THEIR_BOUND - OF_GIT - OF_TABLES - OF_THE_WEB
    )


@pytest.mark.parametrize("folder", [*BROKEN, AWFUL], ids=lambda folder: folder.name)
def test_exactly_the_expected_problems_are_told(folder: Path, accept: bool, unknown: set[str]) -> None:
    """In words that the catalogues have."""
    told = _told(SiteTest("minimal").overlay(folder).check(production=True))
    if accept:
        _write(folder / "expected.yaml", told)
    assert told == _expected(folder)
    assert unknown == set()


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_the_folder_shows_its_own_code(folder: Path) -> None:
    assert folder.name in {one["code"] for one in _expected(folder)}


@pytest.mark.parametrize("folder", [*BROKEN, AWFUL], ids=lambda folder: folder.name)
def test_a_strict_build_tells_them_too_and_leaves_the_site_as_it_was_where_one_stops(folder: Path) -> None:
    site, expected = SiteTest("minimal").overlay(folder).begin(production=True), _expected(folder)
    before = _states(site.out)
    built = site.build(production=True, strict=True, store=STORE).built
    assert built and site.codes() == [one["code"] for one in expected]
    if {CODES[one["code"]].level for one in expected} & {"error", "warning"}:
        assert (built.published, _states(site.out)) == (None, before)
    else:
        assert built.published


@pytest.mark.parametrize(
    "code", [one for one in CODES if CODES[one].level == "warning" and one not in OF_GIT | OF_THE_WEB]
)
def test_a_warning_stops_nothing_unless_asked(code: str) -> None:
    site = SiteTest("minimal").overlay(SITES / "broken" / code).build()
    assert site.codes() == [code]
    assert site.built
    assert site.built.published


def _told(site: SiteTest) -> list[dict[str, Any]]:
    in_language = {language: json.loads(as_json(site.found, words_for(language), site.root)) for language in LANGUAGES}
    return [
        {key: one[key] for key in ("code", "path", "line", "column")}
        | {
            language: {
                "message": in_language[language][number]["message"],
                "hint": in_language[language][number]["hint"],
            }
            for language in LANGUAGES
        }
        for number, one in enumerate(in_language["it"])
    ]


def _write(path: Path, told: list[dict[str, Any]]) -> None:
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def _states(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Of each file and folder: which it is, when it was written, and how many bytes it has."""
    found = ((path, path.stat()) for path in folder.rglob("*"))
    return {str(path): (state.st_ino, state.st_mtime_ns, state.st_size) for path, state in found}
