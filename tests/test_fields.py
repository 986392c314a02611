"""What each type of field takes, and what it refuses with which code."""

import re
from decimal import Decimal
from typing import Any

import pytest

from generator.content.nodes import Nodes
from generator.content.parse import parse
from generator.content.settings import Accent
from generator.fields.dates import DAY, DURATION
from generator.fields.declare import GroupOf
from generator.fields.moments import END_MOMENT, MOMENT
from generator.fields.owed import is_required
from generator.fields.quantities import QUANTITY
from generator.fields.texts import TEXT
from generator.fields.types import FieldType, RefusedError, Site
from generator.fields.values import Day, Duration, Quantity
from generator.fields.web import MAILBOX, URL, is_role_mailbox
from generator.kinds.agreement import Agreement
from generator.kinds.organisation import Organisation
from generator.kinds.page import Page
from generator.problems.problem import Position
from generator.words import words_for
from tests.harness import facts_of


def refusal(is_a: FieldType[Any], value: Any) -> str:
    with pytest.raises(RefusedError) as refused:
        is_a.read(value)
    return refused.value.code


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", Day(2019)),
        ("2026-03", Day(2026, 3)),
        ("2025-03-26", Day(2025, 3, 26)),
        ("2024-02-29", Day(2024, 2, 29)),
        ("1088", Day(1088)),
        (" 2025-03 ", Day(2025, 3)),
    ],
)
def test_a_day_is_as_exact_as_it_is_written(text: str, day: Day) -> None:
    assert DAY.read(text) == day
    assert str(DAY.read(text)) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        *["2025-02-29", "2025-13", "2025-00", "2025-04-31", "2025-03-00", "0000", "25-03-26", "2025-3-26", "20250326"],
        *["26/03/2025", "2025-03-26T10:00", "marzo 2025", "2025-", "2025-03-", "x2025", "2025-03-26x", "-2025", "٢٠٢٥"],
        *["", "2025–03"],
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    assert refusal(DAY, text) == "bad-date"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027", "2027"),
        ("2027-05", "2027-05"),
        ("2027-05-12", "2027-05-12"),
        ("2027-05-12 18:30", "2027-05-12T18:30+02:00"),
        ("2027-05-12T18:30", "2027-05-12T18:30+02:00"),
        ("2027-12-05 18:30", "2027-12-05T18:30+01:00"),
        ("2027-05-12 18:30 Europe/Lisbon", "2027-05-12T18:30+01:00"),
        ("2027-05-12 18:30 America/Port-au-Prince", "2027-05-12T18:30-04:00"),
        ("2027-05-12 18:30 UTC", "2027-05-12T18:30+00:00"),
        ("2026-10-25 02:30", "2026-10-25T02:30+02:00"),
    ],
)
def test_a_moment_is_as_exact_as_it_is_written(text: str, said: str) -> None:
    assert str(MOMENT.read(text)) == said
    assert MOMENT.read(MOMENT.write(MOMENT.read(text))) == MOMENT.read(text)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "2027-13",
            "2027-05 18:30",
            "2027 18:30",
            "2027-02-29",
            "2027-05-12 24:00",
            "2027-05-12 18:60",
            "2027-05-12 8:30",
            "18:30",
        ],
        *["2027-05-12 18.30", "2027-05-12 18:30:00", "2027-05-12 18:30+02:00", "2027-05-12 Europe/Rome"],
        *["2027-05-12 18:30 Europe/Roma", "2027-05-12 18:30 Factory", "2027-05-12 18:30 localtime"],
        *["2027-05-12 18:30 CET", "2027-03-28 02:30", "0001-01-01 00:30", "9999-12-31 23:30 America/New_York"],
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    assert refusal(MOMENT, text) == "bad-moment"


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("2 years", Duration(2, "year")),
        ("1 year", Duration(1, "year")),
        ("18 months", Duration(18, "month")),
        ("90 days", Duration(90, "day")),
    ],
)
def test_a_duration_keeps_its_unit(text: str, duration: Duration) -> None:
    assert DURATION.read(text) == duration
    assert str(DURATION.read(text)) == text


@pytest.mark.parametrize(
    "text",
    (
        "3 | years | 3years | 0 years | -1 years | tre anni | 3 anni | 3.5 years | 3 weeks | 03 years | ٣ years"
        " | 1 years and 2 months | 9999 years | 99999 days"
    ).split(" | "),
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    assert refusal(DURATION, text) == "bad-duration"


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("34", Quantity(Decimal(34))),
        ("~< 200", Quantity(Decimal(200), "~<")),
        ("~2500000 EUR", Quantity(Decimal(2500000), "~", "EUR")),
        ("> 250", Quantity(Decimal(250), ">")),
        ("< 50000 EUR", Quantity(Decimal(50000), "<", "EUR")),
        ("0 EUR", Quantity(Decimal(0), "", "EUR")),
        ("12.5 PERCENT", Quantity(Decimal("12.5"), "", "PERCENT")),
        ("0.10", Quantity(Decimal("0.10"))),
    ],
)
def test_a_quantity_keeps_its_qualifier_its_digits_and_its_unit(text: str, quantity: Quantity) -> None:
    assert QUANTITY.read(text) == quantity
    assert QUANTITY.read(str(quantity)) == quantity


@pytest.mark.parametrize(
    "text",
    (
        "2.500.000 EUR | 2,5 | 2 500 000 | 2'500 | € 100 | 100 € | 100 eur | ~  | ca. 30 | >= 30 | > ~ 30 | 1e6"
        " | -5 | +5 | 5. | .5 | 5 EUR/anno | NaN | Infinity | ٣٤ | ½ | 111111111111111111111111111111"
    ).split(" | "),
)
def test_what_is_no_quantity_is_refused(text: str) -> None:
    assert refusal(QUANTITY, text) == "bad-quantity"


@pytest.mark.parametrize(
    "address",
    ["https://www.example.org/", "http://a.example/x?y=1&z=2#t", "https://à.example/è", "http://localhost:8000/"],
)
def test_a_whole_web_address_is_taken(address: str) -> None:
    assert URL.read(address) == address


@pytest.mark.parametrize(
    "text",
    (
        "www.example.org | example.org | ftp://a.example/ | https:// | https://nohost | javascript:alert(1)"
        ' | //a.example/ | https://a.example/a b | https://a.example/"x | mailto:a@b.example'
        r" | https://a.example/<x> | https://a.example/aiu... | https://a.example/aiu… | https://a.example\@b.example"
        " | https://a.example@b.example/ | https://a.example:1@b.example/"
    ).split(" | "),
)
def test_half_a_web_address_is_refused(text: str) -> None:
    assert refusal(URL, text) == "bad-url"


@pytest.mark.parametrize("address", ["ufficio.stampa@a.example", "URP@a.example", "protocollo-generale@pec.a.example"])
def test_the_mailbox_of_an_office_is_taken_in_lower_case(address: str) -> None:
    assert MAILBOX.read(address) == address.lower()


@pytest.mark.parametrize("address", ["mario.rossi@a.example", "m.rossi@a.example", "rettrice1@a.example"])
def test_the_mailbox_of_a_person_is_refused(address: str) -> None:
    assert not is_role_mailbox(address)
    assert refusal(MAILBOX, address) == "personal-email"


def test_an_owner_has_a_time_zone_of_its_own() -> None:
    site = Site(time_zone="Europe/Lisbon")
    there, named = MOMENT.read_for(site, "2027-05-12 18:30"), MOMENT.read_for(site, "2027-05-12 18:30 Europe/Rome")
    assert (str(there), str(named)) == ("2027-05-12T18:30+01:00", "2027-05-12T18:30+02:00")
    for moment in (there, named, MOMENT.read_for(site, "2027-03-28 02:30")):
        assert MOMENT.read_for(site, MOMENT.write(moment)) == moment
    with pytest.raises(RefusedError):
        MOMENT.read_for(site, "2027-03-28 01:30")


def test_an_hour_belongs_to_a_day_of_the_owner() -> None:
    """The same midnight of Rome is the evening before in Lisbon; what ends at midnight ended the day before."""
    midnight = "2027-05-12 00:00 Europe/Rome"
    read = [
        is_a.read_for(Site(time_zone=zone), midnight)
        for is_a in (MOMENT, END_MOMENT)
        for zone in ("Europe/Rome", "Europe/Lisbon")
    ]
    assert [str(one.day_here) for one in read] == ["2027-05-12", "2027-05-11", "2027-05-11", "2027-05-11"]
    assert [str(one.day_there) for one in read] == ["2027-05-12", "2027-05-12", "2027-05-11", "2027-05-11"]
    assert END_MOMENT.read("2027-05-12 00:01").day_here == DAY.read("2027-05-12")
    assert END_MOMENT.read("2027-05-12").day_here is None
    assert refusal(MOMENT, "9999-12-31 23:30 UTC") == "bad-moment"


@pytest.mark.parametrize(
    "address", ["pressestelle@a.example", "Sekretariat@a.example", "secretariat.general@a.example"]
)
def test_offices_are_known_in_each_language(address: str) -> None:
    assert is_role_mailbox(address)


@pytest.mark.parametrize(
    "address",
    """caritas@caritas.example cus@cus.a.example fondazione@fondazione-a.example municipio4@a.example
    quartiere.sanleonardo@a.example""".split(),
)
def test_a_district_and_who_has_the_name_of_the_host_are_offices(address: str) -> None:
    assert MAILBOX.read(address) == address
    assert re.search(MAILBOX.schema(words_for("it"))["pattern"], address)


@pytest.mark.parametrize("address", ["rossi@rossi.example", "mario.rossi@mario.rossi.example", "gmail@gmail.com"])
def test_a_person_may_have_the_name_of_the_host(address: str) -> None:
    assert refusal(MAILBOX, address) == "personal-email"


@pytest.mark.parametrize("text", ["ufficio", "ufficio@", "@a.example", "ufficio @a.example", "ufficio@a"])
def test_what_is_no_mailbox_is_refused(text: str) -> None:
    assert refusal(MAILBOX, text) == "wrong-type"


def test_a_type_that_does_not_say_what_it_reads_is_none() -> None:
    """One that forgot to would refuse all, as if everybody wrote it wrong."""
    with pytest.raises(NotImplementedError):
        FieldType[str]().read("x")
    assert refusal(GroupOf(Accent), "x") == "wrong-type"


@pytest.mark.parametrize("is_a", [DAY, DURATION, QUANTITY, URL, MAILBOX, TEXT])
@pytest.mark.parametrize("value", [["a"], {"a": "b"}])
def test_no_type_takes_a_list_or_a_group(is_a: FieldType[Any], value: Any) -> None:
    assert refusal(is_a, value) == "wrong-type"


def codes(model: Any, **facts: Any) -> list[str]:
    written = {"title": "x", **facts} if "title" in model.declared else facts
    _, _, problems = parse(model, Nodes(written, Position("x.md")))
    return [one.code for one in problems]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"draft": "yes"}, "wrong-type"),
        ({"draft": "True"}, "wrong-type"),
        ({"title": "two\nlines"}, "wrong-type"),
        ({"part_of": "Politecnico di Torino"}, "bad-reference"),
        ({"part_of": "organisations/x"}, "bad-reference"),
        ({"part_of": "-x"}, "bad-reference"),
        ({"part_of": "x--y"}, "bad-reference"),
        ({"related": ["x"]}, "bad-reference"),
        ({"related": ["a/b/c"]}, "bad-reference"),
        ({"related": ["agreements/"]}, "bad-reference"),
        ({"topics": ["11"]}, "bad-reference"),
        ({"nature": "University"}, "bad-choice"),
        ({"redirect_from": ["/"]}, "bad-path"),
        ({"redirect_from": ["/a"]}, "bad-path"),
        ({"redirect_from": ["a/"]}, "bad-path"),
        ({"redirect_from": ["/A/"]}, "bad-path"),
        ({"redirect_from": ["/../a/"]}, "bad-path"),
        ({"redirect_from": ["//a/"]}, "bad-path"),
        ({"withdrawn": {"on": "2026", "because": "x"}}, "wrong-type"),
        ({"withdrawn": {"on": "2026", "because": {}}}, "wrong-type"),
        ({"withdrawn": {"on": "2026", "because": {"it": ["x"]}}}, "wrong-type"),
    ],
)
def test_what_a_record_refuses(facts: dict[str, Any], code: str) -> None:
    assert codes(Organisation, **facts) == [code]


def test_words_in_no_language_are_refused() -> None:
    assert "wrong-type" in codes(Agreement, value_note={})


@pytest.mark.parametrize("address", ["metodo", {"it": ["metodo"]}, {"it": {"x": "y"}}])
def test_a_page_wants_an_address_a_language(address: Any) -> None:
    assert codes(Page, address=address) == ["wrong-type"]


def test_an_address_of_a_page_is_one_word() -> None:
    assert codes(Page, address={"it": "il metodo"}) == ["bad-address-word"]


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#1234567"])
def test_a_colour_is_six_digits(colour: str) -> None:
    assert codes(Accent, light=colour, dark="#A5C3FF") == ["wrong-type"]
    assert facts_of(Accent, light="#12397F", dark="#a5c3ff").light == "#12397f"


def test_an_unsigned_agreement_owes_no_signature_and_a_stated_end_no_duration() -> None:
    def not_required(**facts: str) -> set[str]:
        agreement = facts_of(Agreement, **facts)
        required = (field for field in Agreement.declared.values() if field.presence == "required")
        return {field.name for field in required if not is_required(agreement, field)}

    assert not_required(stage="signed") == set()
    assert not_required(stage="announced") == {"signatories", "signed_on"}
    assert not_required(stage="signed", until="2027") == {"duration"}
