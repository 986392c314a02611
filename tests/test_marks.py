"""The numbers of sources at the facts that they hold up: those that a record names, and the one that is left."""

import re
from typing import Any

import pytest

from generator.text.marks import marks
from tests.harness import BuiltSite
from tests.scenes.made import PAGE, PRESS, agreement, context

THIRD = "comunicato-mobilita"


def numbers(sources: list[Any], *, of: str = "signed_on", differing: Any = (), **written: Any) -> list[str]:
    facts = {"signed_on": "2024-03-01", "value": "5000 EUR", **written}
    record = agreement(
        "a-made", sources=[one if isinstance(one, dict) else {"source": one} for one in sources], **facts,
        differing=list(differing),
    )  # fmt: skip
    return [one.number for one in marks(context(record), record, of)]


def named(source: str, *fields: str) -> dict[str, Any]:
    return {"source": source, "fields": list(fields)}


def otherwise(source: str, field: str = "signed_on", value: str = "2024-03-02") -> dict[str, str]:
    return {"field": field, "value": value, "source": source}


@pytest.mark.parametrize(
    ("sources", "differing", "expected"),
    [
        ([PAGE, named(PRESS, "signed_on")], [], ["2"]),
        ([named(PAGE, "signed_on"), named(PRESS, "signed_on"), named(THIRD, "value")], [], ["1", "2"]),
        ([named(PAGE, "signed_on"), named(PRESS, "signed_on")], [], []),  # of what all of them state nothing is said
        ([PAGE, named(PRESS, "value")], [], ["1"]),  # the whole but for what the other is named for
        ([PAGE, PRESS], [otherwise(PRESS)], ["1"]),  # who says otherwise does not hold it up
        ([PAGE, PRESS, named(THIRD, "value")], [], []),  # either could
        ([PAGE, PRESS, THIRD], [otherwise(PRESS)], []),
        ([PAGE, PRESS], [otherwise(PAGE), otherwise(PRESS)], []),
        ([PAGE], [], []),  # of one source everything is
    ],
)
def test_a_fact_has_the_number_of_the_source_that_holds_it_up(
    sources: list[Any], differing: list[dict[str, str]], expected: list[str]
) -> None:
    assert numbers(sources, differing=differing) == expected


def test_a_note_rests_on_what_its_fact_rests_on() -> None:
    told = numbers([PAGE, named(PRESS, "value")], of="value_note", value_note={"it": "una nota", "en": "a note"})
    assert told == ["2"]


def test_what_nobody_states_has_no_number() -> None:
    assert numbers([PAGE, named(PRESS, "value")], of="until") == []


def test_a_number_stands_before_what_other_sources_say(showcase: BuiltSite) -> None:
    shown = showcase.main("/accordi/mobilita/")
    row = re.search(r'<dd><time datetime="2024-03-01">.*?</dd>\n<dd><time datetime="2024-03-02">.*?</dd>', shown)
    assert row
    first, second = row[0].split("\n")
    assert 'class="ref"' in first
    assert 'class="ref"' not in second


def test_no_number_stands_twice_in_a_row(showcase: BuiltSite) -> None:
    for path in ("/accordi/mobilita/", "/iniziative/premio-lanterna/"):
        for found in re.findall(r'<sup class="ref">(.*?)</sup>', showcase.main(path)):
            hrefs = re.findall(r'href="([^"]+)"', found)
            assert len(hrefs) == len(set(hrefs))
