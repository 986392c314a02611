"""Values in time, and values in parts: what is drawn, what is missing between, and what the picture finds."""

from typing import Any

import pytest

from generator.charts.bar_share import HAIR
from generator.charts.value_series import FEWEST_ALONE, finding, is_drawn, series, split
from generator.kinds.indicator import Indicator
from generator.text.context import Context
from generator.urls import Urls
from generator.view.charts import Series, Split
from generator.words import words_for
from tests.harness import SiteTest, facts_of

PEOPLE = {"it": "persone", "en": "people"}
FOR_PEOPLE = {"it": "per le persone", "en": "for the people"}
"""What follows a sum."""
SOURCE = "comunicato-mobilita"


def context(language: str = "en") -> Context:
    showcase = SiteTest("minimal").check().showcase
    return Context(showcase, Urls(showcase.settings), words_for(language))


def indicator(*values: str, **more: Any) -> Indicator:
    """Values as `period=value`; without a period where none is written."""
    rows = []
    for one in values:
        period, _, value = one.rpartition("=")
        rows.append({"value": value, "source": SOURCE, **({"period": period} if period else {})})
    return facts_of(Indicator, unit=FOR_PEOPLE if "EUR" in str(values) else PEOPLE, series=rows, **more)


def drawn(*values: str, language: str = "en", **more: Any) -> Series:
    found = series(context(language), indicator(*values, **more))
    assert found
    return found


def slots(*values: str) -> list[tuple[str, str, float]]:
    return [(one.period, one.value, one.share) for one in drawn(*values).slots]


def test_three_values_of_one_unit_are_a_picture_and_two_where_no_table_stands_beside() -> None:
    here = context()
    assert series(here, indicator("2019=1", "2020=2")) is None
    assert series(here, indicator("2019=1", "2020=2", "2021=3 EUR")) is None
    assert series(here, indicator("2019=1", "2020=2", "2021=3"))
    assert series(here, indicator("2019=1", "2020=2"), FEWEST_ALONE)
    assert is_drawn(indicator("2019=1", "2020=2"))
    assert not is_drawn(indicator("2019=1", "2020=3 EUR"))


@pytest.mark.parametrize(
    ("whole", "parts", "found"),
    [
        ("7", ["1", "2"], "B: 2 of 7 people"),
        ("~ 325", ["~ 234", "91"], "A: about 234 of about 325 people"),
        ("7", ["2", "2"], "In all: 7 people"),
        ("7", ["2", "~ 2"], "In all: 7 people"),
        ("7", ["> 1", "2"], "In all: 7 people"),
        ("7", ["1"], "A: 1 of 7 people"),
    ],
)
def test_a_value_in_parts_is_told_by_its_largest_part_where_that_is_sure(
    whole: str, parts: list[str], found: str
) -> None:
    told = [{"label": {"en": name, "it": name}, "value": value} for name, value in zip("AB", parts, strict=False)]
    facts = facts_of(Indicator, unit=PEOPLE, series=[{"value": whole, "source": SOURCE, "parts": told}])
    assert is_drawn(facts) and series(context(), facts) is None
    assert finding(context(), facts) == found


def test_a_year_between_two_is_missing_and_never_guessed() -> None:
    assert slots("2019=50", "2020=100", "2023=25") == [
        ("2019", "50", 50),
        ("2020", "100", 100),
        ("2021", "", 0),
        ("2022", "", 0),
        ("2023", "25", 25),
    ]
    assert [one[0] for one in slots("2019-20=1", "2020-21=1", "2022-23=2")] == [
        "2019–20",
        "2020–21",
        "2021–22",
        "2022–23",
    ]


def test_a_value_far_below_the_longest_has_a_bar_that_is_seen() -> None:
    assert slots("2020=100", "2021=150000", "2022=692215") == [
        ("2020", "100", HAIR),
        ("2021", "150,000", 21.67),
        ("2022", "692,215", 100),
    ]
    assert slots("2020=0", "2021=1", "2022=1000000")[0] == ("2020", "0", 0)
    assert slots("2020=0", "2021=1", "2022=1000000")[1] == ("2021", "1", HAIR)
    assert [share for _, _, share in slots("2020=0", "2021=0", "2022=0")] == [0, 0, 0]


@pytest.mark.parametrize(
    "values",
    [
        ("2019=1", "2020-21=2", "2023=3"),  # years and academic years
        ("2019=1", "=2", "2023=3"),  # nobody says when
        ("1900=1", "1950=2", "2023=3"),  # too far apart to be missing
        ("2019=1", "2019=2", "2020=3"),
    ],
)
def test_between_other_periods_nothing_is_missing(values: tuple[str, ...]) -> None:
    assert len(drawn(*values).slots) == 3
    assert drawn(*values).note == ""


def test_each_bar_leads_to_its_source() -> None:
    assert {one.source.href if one.source else "" for one in drawn("2019=1", "2020=2", "2022=3").slots} == {
        "",
        f"/en/sources/{SOURCE}/",
    }


def test_the_picture_says_that_it_is_partial() -> None:
    assert drawn("2019=1", "2020=2", "2021=3").note == ""
    assert drawn("2019=1", "2020=2", "2022=3").note == "The picture is partial: we have not found the value of 2021."
    partial = "La figura è parziale: non abbiamo trovato"
    assert drawn("2019=1", "2020=2", "2022=3", language="it").note == f"{partial} il valore del 2021."
    assert drawn("2019=1", "2020=2", "2023=3", language="it").note == f"{partial} i valori del 2021 e del 2022."
    spans = drawn("2018-19=1", "2019-20=2", "2021-22=3", language="it").note
    assert spans == f"{partial} il valore del periodo 2020–21."


def test_a_bar_of_a_value_that_is_not_exact_is_an_outline_and_the_picture_says_so() -> None:
    found = drawn("2021=~< 1200", "2022=990", "2023=> 800", language="it")
    assert [one.exact for one in found.slots] == [False, True, False]
    assert found.note == "Una barra di cui c’è solo il contorno sta per un valore non esatto."


@pytest.mark.parametrize(
    ("values", "more", "finding"),
    [
        (("2019=8012", "2020=7921", "2022=7686"), {}, "The highest value: 8,012 people in 2019"),
        (("2019=1", "2020=985530", "2021=3"), {}, "The highest value: 985,530 people in 2020"),
        (("2019=1", "2020=~< 1000000", "2021=3"), {}, "The highest value: almost 1,000,000 people in 2020"),
        (("2019=1", "2020=3", "2021=3"), {}, "The highest value: 3 people in 2020"),
        (("2019=9", "2020=9", "2021=9"), {}, "Always the same: 9 people"),
        (("2019-20=1", "2020-21=~ 3", "2021-22=2"), {}, "The highest value: about 3 people in the period 2020–21"),
        (("2028=1", "2029=2", "2030=3"), {"period_is": "target"}, "The highest value: 3 people by 2030"),
        (("=1", "=2", "=3"), {}, "The highest value: 3 people"),
        (("2021=~< 1200", "2022=> 990", "2024=~ 2030"), {}, "The latest value: about 2,030 people in 2024"),
        (("2021=> 9", "2022=> 9", "2023=> 9"), {}, "The latest value: more than 9 people in 2023"),
        (("2021=9", "2022=~ 9", "2023=9"), {}, "The latest value: 9 people in 2023"),
        (("2021=8", "2022=< 9", "2023=7"), {}, "The latest value: 7 people in 2023"),
        (("2021=8", "2022=> 9", "2023=7"), {}, "The highest value: more than 9 people in 2022"),
    ],
)
def test_the_picture_finds_the_highest_value(values: tuple[str, ...], more: Any, finding: str) -> None:
    assert drawn(*values, **more).finding == finding


def parts(whole: str, *values: str) -> Split | None:
    made = [{"label": PEOPLE, "value": one} for one in values]
    reading = {"value": whole, "source": SOURCE, **({"parts": made} if made else {})}
    return split(
        context(), facts_of(Indicator, unit=FOR_PEOPLE if "EUR" in whole else PEOPLE, series=[reading]).series[-1]
    )


def test_a_value_is_divided_into_its_parts() -> None:
    found = parts("22000000 EUR", "14000000 EUR", "8000000 EUR")
    assert found
    assert [(one.value, one.start, one.width) for one in found.parts] == [
        ("€14 million", 0, 63.64),
        ("€8 million", 63.64, 36.36),
    ]
    assert found.panes == 0


def test_a_few_things_are_a_pane_each() -> None:
    for whole, panes in (("7", 7), ("12", 12), ("13", 0), ("7 EUR", 0), ("7.5", 0)):
        found = parts(whole, "1")
        assert found and found.panes == panes, whole


def test_parts_that_are_more_than_the_whole_stay_on_the_bar() -> None:
    found = parts("10", "8", "8")
    assert found
    assert sum(one.width for one in found.parts) == 100


def test_what_nobody_divides_has_no_bar() -> None:
    assert parts("10") is None
    assert parts("0", "0") is None
