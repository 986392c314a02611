"""What is found as personal data, and what is not: every spelling, as the page shows it."""

from pathlib import Path

import pytest
import yaml

from generator.content.prose import read_prose
from generator.personal_data.find import personal_data
from generator.personal_data.seen_text import shown_by_fact, shown_by_markup

TABLE = yaml.safe_load((Path(__file__).parent / "personal_data.yaml").read_text(encoding="utf-8"))
PERSONAL = [(code, text) for code, texts in TABLE.items() if code != "none" for text in texts]


def found_in_text(text: str) -> list[str]:
    return sorted({code for code, _ in personal_data(shown_by_markup(read_prose(f"Qui c’è {text}").html))})


def test_the_table_is_long_enough():
    assert len({text for _, text in PERSONAL}) >= 150 and len(set(TABLE["none"])) >= 100


@pytest.mark.parametrize(("code", "text"), PERSONAL)
def test_it_is_found(code: str, text: str) -> None:
    assert found_in_text(text) == [code]


@pytest.mark.parametrize("text", TABLE["none"])
def test_it_is_none(text: str) -> None:
    assert found_in_text(text) == []
    assert list(personal_data(shown_by_fact(text))) == []
