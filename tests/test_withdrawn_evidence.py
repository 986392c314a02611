"""What rests only on evidence that was withdrawn is told at its line; what something else shows is not."""

import pytest

from tests.harness import SITES, SiteTest

CODE = "withdrawn-evidence"
INDICATOR = """title: Avvisi di piena
about: organisations/unicollefiorito
unit: {it: avvisi, en: warnings}
series:
  - {period: "2023", value: 4, source: comunicato-mobilita}
  - {period: "2024", value: 5, source: articolo}
sources:
"""
LIBRARY = "title: Biblioteca\nnature: cultural-body\nsources:\n"
KEPT, GONE = "  - source: comunicato-mobilita\n", "  - source: articolo\n"


def told(path: str, text: str) -> list[tuple[int, list[object]]]:
    """The lines of a record beside a withdrawn article that are told, and what rests there on it."""
    site = SiteTest("minimal").overlay(SITES / "broken" / CODE).write(path, text).check()
    found = [one for one in site.found if one.code == CODE and one.place.path == path]
    assert all([*one.values["ids"]] == ["sources/articolo"] for one in found)
    return [(one.place.line, [str(name) for name in one.values["fields"]]) for one in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (KEPT, []),
        (KEPT + GONE, []),
        (f"{KEPT}{GONE}    fields: [nature]\n", []),
        (GONE, [4]),
        (f"{KEPT}    fields: [nature]\n{GONE}", [6]),
        (f"{KEPT}    fields: [nature]\n{GONE}    fields: [nature]\n", []),
        (f"{KEPT}    fields: [title]\n{GONE}    fields: [title, nature]\n", [6]),
    ],
)
def test_of_a_record_what_no_other_source_is_for(sources: str, expected: list[int]) -> None:
    assert [line for line, _ in told("content/organisations/biblioteca.yaml", LIBRARY + sources)] == expected


def test_the_fields_are_named() -> None:
    sources = f"{KEPT}    fields: [title]\n{GONE}    fields: [title, nature]\n"
    assert told("content/organisations/biblioteca.yaml", LIBRARY + sources) == [(6, ["nature"])]


def test_a_figure_whose_source_was_withdrawn() -> None:
    assert told("content/indicators/avvisi.yaml", INDICATOR + KEPT) == [(6, ["series"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lo dice [uno](ref:sources/articolo).", [8]),
        ("Lo dice [uno](ref:sources/articolo#parte).", [8]),
        ("Lo dice [uno](ref:sources/articolo), e [un altro](ref:sources/comunicato-mobilita).", []),
        ("Si veda [il metodo](ref:pages/method).", []),
    ],
)
def test_a_text_that_links_only_what_was_withdrawn(text: str, expected: list[int]) -> None:
    record = f"---\n{LIBRARY}{KEPT}---\n\n{text}\n"
    assert [line for line, _ in told("content/organisations/biblioteca.md", record)] == expected


def test_what_is_withdrawn_itself_owes_no_evidence() -> None:
    withdrawn = "withdrawn:\n  on: 2026-11-20\n  because: {it: Era un errore., en: It was a mistake.}\n"
    assert told("content/organisations/biblioteca.yaml", LIBRARY + GONE + withdrawn) == []
