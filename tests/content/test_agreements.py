import pytest

from generator.kinds.agreement import Agreement
from tests.content.conftest import field
from tests.content.register import REGISTER


def dates(record):
    """When it was signed, or else announced, as the record tells it; the key of a row besides its parties."""
    return field(record.facts, "signed_on") or field(record.facts, "announced_on")


def matching(showcase, row):
    """The record of a row: the one with the same parties and the same date."""
    same = [
        one for one in showcase.of(Agreement) if {party.id for party in one.facts.parties} == set(row.parties.split())
    ]
    if not same:
        pytest.fail(f"no agreement between {row.parties}", pytrace=False)
    found = [one for one in same if dates(one) == (row.signed or row.announced)]
    if not found:
        dated = {str(one.ref): dates(one) for one in same}
        pytest.fail(f"{row.parties}: {row.signed or row.announced} expected, but {dated}", pytrace=False)
    assert len(found) == 1, [str(one.ref) for one in found]
    return found[0]


def told(record):
    """All that a record says in Italian: its text, its notes, and what other sources say."""
    facts = record.facts
    notes = [note["it"] for note in (facts.duration_note, facts.renewal_note, facts.follows, facts.value_note) if note]
    others = [entry.value if isinstance(entry.value, str) else entry.value["it"] for entry in facts.differing]
    return " ".join([record.wordings["it"].body, *notes, *others])


@pytest.mark.parametrize("row", REGISTER, ids=lambda row: f"{row.parties} {row.signed or row.announced}")
def test_an_agreement(showcase, row):
    record = matching(showcase, row)
    name, facts = str(record.ref), record.facts
    assert field(facts, "signed_on") == row.signed, f"{name}: signed_on"
    assert field(facts, "announced_on") in ({row.announced, None} if row.signed else {row.announced}), (
        f"{name}: announced_on"
    )
    assert field(facts, "duration") == row.duration, f"{name}: duration"
    assert field(facts, "until") == row.until, f"{name}: until"
    assert field(facts, "extension") == row.extension, f"{name}: extension"
    assert facts.stage == row.stage, f"{name}: stage"
    assert [words for words in row.told if words not in told(record)] == [], f"{name}: not told in words"
    status = showcase.status(record)
    assert (status.name, bool(status.part)) == (row.status, row.near), f"{name}: status"


def test_no_agreement_is_missing_or_unknown(showcase):
    found = [matching(showcase, row).ref for row in REGISTER]
    assert len(set(found)) == len(REGISTER) == 55
    assert {one.ref for one in showcase.of(Agreement)} - set(found) == set(), "type these in the table too"


def test_a_note_on_the_renewal_is_of_one_to_come(showcase):
    """What an agreement renews stands under what it follows: there it hides no gap."""
    noted = (one for one in showcase.of(Agreement) if one.facts.renewal_note)
    assert [str(one.ref) for one in noted if not one.facts.renewal] == []


def test_an_unsigned_agreement_names_no_signatory(showcase):
    unsigned = [one for one in showcase.of(Agreement) if one.facts.stage != "signed"]
    assert [str(one.ref) for one in unsigned if one.facts.signatories or one.facts.signed_on] == []
