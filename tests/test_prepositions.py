"""What stands before a date or a percentage: every form, in the order in which it is chosen."""

from decimal import Decimal

import pytest

from generator.fields.values import Day
from generator.text.prepositions import _PERCENTAGES, _PHRASES, AMOUNTS, date_phrase, percentage_phrase

DATES = {Day(2026, 3, 26): "day", Day(2026, 3, 8): "vowel_day", Day(2026, 3, 11): "vowel_day"}
DATES |= {Day(2026, 3, 1): "day", Day(2026, 3): "month", Day(2026): "year"}
DATES |= {Day(2026, 4): "vowel_month", Day(2026, 8): "vowel_month", Day(2026, 10): "month"}


@pytest.mark.parametrize("preposition", _PHRASES)
@pytest.mark.parametrize(("date", "gap"), DATES.items(), ids=str)
def test_every_preposition_stands_before_every_date(preposition: str, date: Day, gap: str) -> None:
    said = "in" if preposition == "on" and gap.endswith(("month", "year")) else preposition
    assert date_phrase(preposition, date, "it") == (f"{said} {{{gap}}}", gap)


@pytest.mark.parametrize("qualifier", _PERCENTAGES)
def test_every_qualifier_stands_before_every_percentage(qualifier: str) -> None:
    gaps = {
        "0": "zero_number",
        "0.8": "zero_number",
        "1": "vowel_number",
        "1.5": "vowel_number",
        "2": "number",
        "7": "number",
        "8": "vowel_number",
        "8.9": "vowel_number",
        "9": "number",
    }
    gaps |= {"11": "vowel_number", "79.9": "number", "80": "vowel_number", "89": "vowel_number", "90": "number"}
    for number, gap in gaps.items():
        message, name = percentage_phrase(qualifier, Decimal(number), "it")
        assert name == gap
        assert message.endswith(f"{{{gap}}}%")


@pytest.mark.parametrize(
    ("language", "gap"), [("it", "month"), ("fr", "vowel_month"), ("de", "month"), ("es", "month")]
)
def test_what_begins_with_a_vowel_depends_on_the_language(language: str, gap: str) -> None:
    assert date_phrase("of", Day(2026, 10), language)[1] == gap
    assert percentage_phrase("", Decimal(8), language)[1] == ("vowel_number" if language == "it" else "number")


def test_the_qualifiers_of_percentages_are_those_of_amounts() -> None:
    assert _PERCENTAGES.keys() == {"", *AMOUNTS}
