"""What may be said of figures that are only about, almost, over or below."""

from decimal import Decimal

import pytest

from generator.kinds.catalogue import COUNTS, KINDS
from generator.kinds.initiative import Initiative
from generator.showcase.calculations import Pair, pairs
from generator.showcase.counts import count
from tests.harness import SiteTest, facts_of
from tests.harness import text_of as seen
from tests.test_edges import INDICATOR


def initiative(*totals: tuple[str, str, str]) -> Initiative:
    rows = [{"measure": measure, "value": value, "source": source} for measure, value, source in totals]
    return facts_of(Initiative, totals=rows)


def pair(upper: str, lower: str) -> Pair:
    found = list(pairs(initiative(("funded", upper, "a"), ("submitted", lower, "a")), "funded", "submitted"))
    assert len(found) == 1
    return found[0]


def said(pair: Pair) -> tuple[str, str]:
    return str(pair.percentage.number), pair.percentage.qualifier


def test_34_of_almost_200_is_at_least_17_percent() -> None:
    assert said(pair("34", "~< 200")) == ("17", "at-least")


def test_2_and_a_half_million_over_34_is_about_73_500_each() -> None:
    found = next(pairs(initiative(("amount", "~ 2500000 EUR", "a"), ("funded", "34", "a")), "amount", "funded"))
    assert (found.average.number, found.average.qualifier) == (Decimal(73500), "about")


ALGEBRA = {
    # over: "",      "~",     "<",        "~<",       ">"       below
    "": ["", "about", "at-least", "at-least", "at-most"],
    "~": ["about", "about", "about", "about", "about"],
    "<": ["at-most", "about", "about", "about", "at-most"],
    "~<": ["at-most", "about", "about", "about", "at-most"],
    ">": ["at-least", "about", "at-least", "at-least", "about"],
}
QUALIFIERS = list(ALGEBRA)


@pytest.mark.parametrize("upper", QUALIFIERS)
@pytest.mark.parametrize("lower", QUALIFIERS)
def test_a_ratio_claims_no_more_than_its_terms(upper: str, lower: str) -> None:
    expected = ALGEBRA[upper][QUALIFIERS.index(lower)]
    assert pair(f"{upper} 30".strip(), f"{lower} 90".strip()).percentage.qualifier == expected


@pytest.mark.parametrize(
    ("upper", "lower", "percentage"),
    [
        ("1", "3", ("33", "")),
        ("2", "3", ("67", "")),
        ("2", "< 3", ("66", "at-least")),
        ("1", "> 3", ("34", "at-most")),
        ("> 2", "3", ("66", "at-least")),
        ("< 1", "3", ("34", "at-most")),
        ("~ 2", "3", ("67", "about")),
        ("3", "3", ("100", "")),
        ("0", "3", ("0", "")),
        ("0.5", "200", ("0", "")),
    ],
)
def test_lower_bounds_round_down_and_upper_bounds_up(upper: str, lower: str, percentage: tuple[str, str]) -> None:
    assert said(pair(upper, lower)) == percentage


@pytest.mark.parametrize(
    ("amount", "number", "average"),
    [
        ("2500000 EUR", "34", ("73500", "about")),
        ("> 2500000 EUR", "34", ("73500", "at-least")),
        ("< 2500000 EUR", "34", ("73600", "at-most")),
        ("1000 EUR", "3", ("333", "about")),
        ("10 EUR", "3", ("3.33", "about")),
        ("99999 EUR", "1", ("100000", "about")),
        ("90000 EUR", "6", ("15000", "about")),
        ("0 EUR", "6", ("0", "about")),
    ],
)
def test_an_average_keeps_three_significant_digits(amount: str, number: str, average: tuple[str, str]) -> None:
    found = next(pairs(initiative(("amount", amount, "a"), ("funded", number, "a")), "amount", "funded"))
    assert found.average.number == Decimal(average[0])
    assert found.average.qualifier == average[1]


def test_only_totals_of_one_source_are_set_against_each_other() -> None:
    of_two = initiative(("funded", "5", "a"), ("submitted", "10", "b"), ("submitted", "20", "a"))
    assert [said(found) for found in pairs(of_two, "funded", "submitted")] == [("25", "")]


def test_nothing_is_divided_by_zero() -> None:
    assert list(pairs(initiative(("funded", "5", "a"), ("submitted", "0", "a")), "funded", "submitted")) == []


def test_a_value_whose_date_is_deduced_says_so() -> None:
    value = "  - {value: 9, as_of: 2023-02-17, deduced_date: true, source: comunicato-mobilita}\n"
    told = seen(
        SiteTest().write("content/indicators/bandiere.yaml", INDICATOR + value).build().main("/indicatori/bandiere/")
    )
    assert "al 17 febbraio 2023 (data dedotta)" in told


def test_the_figures_vetrina_counts_itself() -> None:
    showcase = SiteTest("showcase").check().showcase
    parts = {"agreements-signed": 9, "agreements-in-force": 4}
    lists = {kind.folder: len(showcase.of(kind)) for kind in KINDS if kind.is_listed}
    assert {name: count(showcase, name) for name in COUNTS} == lists | parts
    assert (lists["agreements"], lists["organisations"], lists["networks"]) == (10, 7, 1)


def test_a_withdrawn_record_counts_no_longer() -> None:
    withdrawn = "withdrawn: {on: 2026-01-01, because: {it: x, en: x}}\nstage: signed"
    site = SiteTest().replace("content/agreements/mobilita.md", "stage: signed", withdrawn)
    assert count(site.check().showcase, "agreements") == 0
