"""How many of the agreements that the owner has signed are here, by the day for which the owner counts them."""

from typing import NamedTuple

from generator.content.brief import ref_of
from generator.fields.values import AnyRef, Day
from generator.kinds.agreement import Agreement
from generator.kinds.organisation import Organisation
from generator.showcase.answers import settled
from generator.showcase.model import Showcase


class SignedHere(NamedTuple):
    """The signed agreements of the register, those that are counted and those that are not."""

    number: int
    """Those dated up to the day, of the owner where it is a university that is known."""
    undated: int
    """Those of the owner of which no day is known."""
    of_others: int
    """Those in which the owner does not act."""


def signed_here(showcase: Showcase, as_of: Day) -> SignedHere:
    """How many signed agreements are here."""
    number = undated = of_others = 0
    owner = owner_university(showcase)
    for ref in showcase.names(Agreement):
        is_signed, day = _signed(showcase, ref)
        if not is_signed:
            continue
        if owner and owner not in showcase.universities_in(ref):
            of_others += 1
        elif day == 0:
            undated += 1
        elif day <= as_of.last.toordinal():
            number += 1
    return SignedHere(number, undated, of_others)


def owner_university(showcase: Showcase) -> AnyRef | None:
    """The record of the university that the owner is; None where it is none, or no single record has its name."""
    name = _owner(showcase)
    return ref_of(name) if name else None


@settled
def _owner(showcase: Showcase) -> str:
    owner = showcase.settings.owner
    if owner.kind != "university":
        return ""
    names = {name.casefold() for name in owner.name.values()}
    called = [ref for ref in showcase.names(Organisation) if names & {*map(str.casefold, showcase.briefs[ref].titles)}]
    found = [ref for ref in called if showcase.facts(ref, Organisation).nature == "university"]
    return str(found[0]) if len(found) == 1 else ""


@settled
def _signed(showcase: Showcase, ref: AnyRef) -> tuple[bool, int]:
    """Whether an agreement is signed, and the number in the calendar of the first day that it can be of; 0 without."""
    record = showcase[ref]
    placed = showcase.placed_in_time(record)
    return showcase.facts(ref, Agreement).stage == "signed", placed.first.toordinal() if placed else 0
