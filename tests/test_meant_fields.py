"""Which field is meant by a word that names none: what fields are called comes before how they are spelt."""

import pytest

from generator.content.meant_field import meant_field
from generator.kinds.agreement import Agreement
from generator.kinds.event import Event
from generator.kinds.place import Place
from generator.problems.mend import KeyMend
from tests.harness import SiteTest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pubblico", "audiences"),
        ("tag", "topics"),
        ("argomenti", "topics"),
        ("parole_chiave", "topics"),
        ("luogo", "places"),
        ("sede", "places"),
        ("venue", "places"),
        ("iscrizioni", "booking"),
        ("prezzo", "cost"),
        ("categoria", "form"),
        ("tipologia", "form"),
        ("contatti", "contact"),
        ("inizio", "starts"),
        ("start", "starts"),
        ("end", "ends"),
        ("organsiers", "organisers"),
        ("sumary", "summary"),
    ],
)
def test_a_field_is_known_by_what_people_call_it_and_by_a_slip(written: str, meant: str) -> None:
    assert meant_field(written, Event) == (meant,)


@pytest.mark.parametrize("written", ["indirizzo", "stato", "relatori", "relatore", "scrizione"])
def test_a_word_is_no_slip_for_another_that_is_spelt_alike(written: str) -> None:
    assert meant_field(written, Event) == ()


def test_a_word_that_another_kind_has_among_others_is_known_by_the_first_of_a_label() -> None:
    assert meant_field("punto", Place) == ("point",)


def test_a_word_is_that_of_its_own_kind_first() -> None:
    assert [meant_field(one, Agreement) for one in ("stato", "finanziamento")] == [("stage",), ("value",)]


@pytest.mark.parametrize(
    ("written", "renamed"),
    [
        ("firmato_il: 2025-03-26", True),
        ("firmato_il: 26 marzo 2025", True),
        ("firmato_il: n.d.", True),
        ("firmato_il: [scuole]", False),
    ],
)
def test_a_field_is_renamed_only_where_the_right_one_reads_the_value(written: str, renamed: bool) -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "signed_on: 2025-03-26", written)
    [told] = [one for one in site.check().found if one.code == "unknown-key"]
    assert told.suggestions == ("signed_on",)
    assert told.exact == (KeyMend(("firmato_il",), "signed_on") if renamed else None)
