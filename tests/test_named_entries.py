"""Names of fields that say which entry of a list they are of."""

import pytest

from generator.fields.dotted import held_by, missing_entry
from generator.kinds.agreement import Agreement
from generator.kinds.initiative import Initiative
from tests.scenes.made import context, facts


@pytest.mark.parametrize("name", ["signatories.2.role", "signatories.role", "signed_on", "act.number"])
def test_entries_that_are_there(name: str) -> None:
    assert missing_entry(_signed(), name) is None


def test_an_entry_is_called_by_what_tells_it_apart_or_by_its_place() -> None:
    missing = missing_entry(_signed(), "signatories.9.role")
    assert missing
    assert missing == (("signatories",), "9", ("ada", "2"))
    assert held_by(_signed(), "signatories.2.role") == {"it": "sindaco"}
    assert held_by(_signed(), "signatories.ada.role") is None


def test_what_is_counted_is_an_entry_though_no_total_counts_it() -> None:
    prize = facts(Initiative, title="Premio", form="award")
    assert missing_entry(prize, "totals.paid.value") is None
    missing = missing_entry(prize, "totals.payed.value")
    assert missing and "paid" in missing.known
    here = context()
    assert here.label(Initiative, "totals.paid.value") == "Totali · somma versata · Valore"


def _signed() -> Agreement:
    signatories = [{"person": "ada"}, {"role": {"it": "sindaco"}}]
    return facts(Agreement, title="Accordo", form="memorandum", parties=["a", "b"], signatories=signatories)


def test_an_entry_is_named_as_its_record_is() -> None:
    here = context()
    assert here.label(Agreement, "signatories.ada-fontana.role") == "Firmatari · Ada Fontana · Ruolo"
