"""Rules over the whole that need more than one broken file to be seen."""

import pytest

from generator.checks.owner import contrast
from tests.harness import SiteTest

SOURCES = "sources:\n  - source: comunicato-mobilita\n"
BIBLIOTECA = f"title: Biblioteca\nnature: cultural-body\n{SOURCES}"
ORGANISATION = "content/organisations/biblioteca.yaml"
PLAN = f"title: Piano\nsince: 2025\nuntil: 2030\nmacro_areas:\n  - {{id: citta, name: Città}}\n{SOURCES}"
AREA = f"title: Area\nplan: piano\nmacro_area: citta\n{SOURCES}"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_measured_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


@pytest.mark.parametrize(
    ("body", "organisation", "codes"),
    [
        ("body: unicollefiorito\n", "part_of: unicollefiorito\n", []),
        ("body: unicollefiorito\n", "", ["plan-of-another"]),
        ("not_stated: [body]\n", "", []),
    ],
)
def test_a_plan_binds_those_in_whom_its_body_acts(body: str, organisation: str, codes: list[str]) -> None:
    site = SiteTest().write("content/plans/piano.yaml", PLAN + body).write("content/areas/area.yaml", AREA)
    site.write(ORGANISATION, BIBLIOTECA + organisation + "plan_areas: [area]\nclassification: editorial\n")
    assert [code for code in site.check().codes() if code != "untranslated"] == codes


def test_what_was_meant_is_looked_for_among_records_of_the_same_kind() -> None:
    site = SiteTest().write(ORGANISATION, BIBLIOTECA + "part_of: mobilit\n").check()
    assert site.codes() == ["unknown-reference"]
    assert site.found[0].suggestions == ()
    site.write(ORGANISATION, BIBLIOTECA + "related: [agreements/mobilit]\n").check()
    assert site.found[0].suggestions == ("mobilita",)


@pytest.mark.parametrize(("on", "codes"), [("2026-10-31", []), ("2026-11-01", ["review-due"])])
def test_a_review_is_due_from_the_day_after(on: str, codes: list[str]) -> None:
    assert SiteTest().write(ORGANISATION, BIBLIOTECA + "review_by: 2026-10\n").check(on).codes() == codes


@pytest.mark.parametrize(("length", "codes"), [(90, []), (91, ["too-long"])])
def test_a_title_may_be_as_long_as_its_limit(length: int, codes: list[str]) -> None:
    site = SiteTest().write(ORGANISATION, BIBLIOTECA.replace("Biblioteca", "x" * length)).check()
    assert site.codes() == codes


@pytest.mark.parametrize(("length", "codes"), [(120, ["untranslated"]), (121, ["untranslated", "too-long"])])
def test_the_title_of_an_area_may_be_longer(length: int, codes: list[str]) -> None:
    site = SiteTest().write("content/plans/piano.yaml", PLAN + "not_stated: [body]\n")
    site.write("content/plans/piano.en.md", "---\ntitle: Plan\n---\n")
    site.write("content/areas/area.yaml", AREA.replace("Area", "x" * length)).check()
    assert [code for code in site.codes() if code != "unmarked-translation"] == codes


def test_several_mistakes_of_one_list_are_all_told() -> None:
    related = "related: [agreements/mobilita, agrements/x, y, agreements/nulla]\n"
    SiteTest().write(ORGANISATION, BIBLIOTECA + related).check().problems(
        ("unknown-folder", ORGANISATION, 5, 32),
        ("bad-reference", ORGANISATION, 5, 45),
        ("unknown-reference", ORGANISATION, 5, 48),
    )


@pytest.mark.parametrize(
    "broken",
    [b"title: Universit\xe0\n", b"title: \x07\n", b"title: a: b\n", b"- x\n", b"title: [\n"],
    ids=["encoding", "control", "colon", "list", "bracket"],
)
def test_a_file_that_cannot_be_read_hides_no_other_and_blames_none(broken: bytes) -> None:
    """Those who refer to it did nothing wrong, and its own fields are not missing."""
    site = SiteTest().write("content/organisations/unicollefiorito.yaml", broken).check()
    assert len(site.found) == 1
    assert site.found[0].place.path == "content/organisations/unicollefiorito.yaml"


def test_a_record_that_cannot_be_read_does_not_orphan_its_translation() -> None:
    SiteTest().write("content/agreements/mobilita.md", "Testo\n").check().problems(
        ("no-front-matter", "content/agreements/mobilita.md", 1, 1)
    )


def test_settings_that_cannot_be_read_are_one_mistake() -> None:
    for broken in (b"title: \xe0\n", b"title: a: b\n", b"title: [\n"):
        assert len(SiteTest().write("content/site.yaml", broken).check().found) == 1


def test_the_address_of_a_history_says_where_the_file_goes():
    site = SiteTest()
    settings = site.read("content/site.yaml")
    line = settings.count("\n") + 1
    site.write("content/site.yaml", f"{settings}history: https://git.example/commits/main\n").check()
    site.problems(("wrong-type", "content/site.yaml", line, 10))


CALL = """title: Bando
issued_by: unicollefiorito
sources:
  - source: comunicato-mobilita
"""


@pytest.mark.parametrize(
    ("opens", "deadline", "told"),
    [
        ("2027-05-12", "2027-05-12", False),
        ("2027-05-12", "2027-05", False),
        ("2027-05-12", "2027", False),
        ("2027-05", "2027-05-01", False),
        ("2027-05-12", "2027-05-11", True),
        ("2027-05-12", "2027-04", True),
        ("2027", "2026-12-31", True),
    ],
)
def test_an_end_may_not_surely_precede_its_beginning(opens: str, deadline: str, told: bool) -> None:
    site = SiteTest().write("content/calls/bando.yaml", f"{CALL}opens_on: {opens}\ndeadline: {deadline}\n")
    site.write("content/calls/bando.en.md", "---\ntitle: Call\n---\n").check()
    found = [(one.place.line, one.place.column) for one in site.found if one.code == "ends-before-start"]
    assert found == ([(6, 11)] if told else [])


@pytest.mark.parametrize("key", ["sources", "topics", "not_stated"])
def test_an_empty_list_has_no_value_and_is_told_as_a_blank_one_is(key: str) -> None:
    lines = {"title": "Festa", "nature": "cultural-body", "sources": "[{source: comunicato-mobilita}]"}
    written = "".join(f"{name}: {value}\n" for name, value in {**lines, key: "[]"}.items())
    path, line = "content/organisations/festa.yaml", 1 + list({**lines, key: ""}).index(key)
    SiteTest().write(path, written).check().problems(("empty-value", path, line, 1))


AWARD = """---
title: Premio del fiume
form: award
state: active
editions:
  - year: "2024"
    amount: 50000 EUR
    projects:
      - {name: Goccia, amount: 70000 EUR}
      - {name: Riva, amount: 45000 EUR}
      - {name: Sponda, amount: ~ 60000 EUR}
sources:
  - source: comunicato-mobilita
---
"""


def test_no_project_receives_more_than_all_of_its_edition() -> None:
    """About so much more may still be less."""
    site = SiteTest().write("content/initiatives/premio.md", AWARD).check()
    told = [(one.place.line, one.values) for one in site.found if one.code == "above-whole"]
    assert told == [(9, {"value": "70000 EUR", "whole": "50000 EUR"})]
