"""The rules that no thing is told by two records, and that no two have the code of one."""

from collections import defaultdict
from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Day
from generator.fields.walk import leaves
from generator.kinds.catalogue import kind_of
from generator.problems.problem import Problem, problem
from generator.showcase.answers import settled
from generator.showcase.model import Showcase

CODE = "same-record"
SAME_CODE = "same-code"


def things_are_told_once(showcase: Showcase) -> Iterator[Problem]:
    """No two records of a kind are the same in what tells its records apart; one that names the other may be."""
    found: dict[tuple[str, str], list[AnyRef]] = defaultdict(list)
    for ref in showcase.briefs:
        if kind_of(ref).same_if and (key := _key(showcase, ref)):
            found[ref.folder, key].append(ref)
    for first, *others in found.values():
        for ref in others:
            record, fields = showcase[ref], kind_of(ref).same_if
            if not _names(record, first) and not _names(showcase[first], ref) and not _allowed(record):
                yield problem(CODE, record.place(fields[0]), other=showcase[first].path, fields=list(fields))


@settled
def _key(showcase: Showcase, ref: AnyRef) -> str:
    """What tells a record apart; "" where something of it is not known, or not to the day."""
    facts = showcase[ref].facts
    held = [facts.held(name) for name in kind_of(ref).same_if]
    if any(value in (None, ()) or (isinstance(value, Day) and value.day is None) for value in held):
        return ""
    return " · ".join(" ".join(sorted(map(str, value))) if isinstance(value, tuple) else str(value) for value in held)


def codes_are_of_one_record(showcase: Showcase) -> Iterator[Problem]:
    """No two records of a kind have the same code of another register."""
    found: dict[tuple[str, str, str], AnyRef] = {}
    for ref in showcase.briefs:
        for dotted, code in _codes(showcase, ref):
            first = found.setdefault((ref.folder, dotted, code), ref)
            if first != ref and not _allowed(record := showcase[ref], SAME_CODE):
                place, other = record.place(*dotted.split(".")), showcase[first].path
                yield problem(SAME_CODE, place, key=dotted, value=code, other=other)


@settled
def _codes(showcase: Showcase, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """The codes that other registers give a record, each with its field, with a dot inside a group."""
    found = leaves(showcase[ref].facts)
    return tuple((".".join(map(str, location)), str(value)) for location, field, value in found if field.one_record)


def _names(record: AnyRecord, ref: AnyRef) -> bool:
    """Whether a record names another, and so is not the same."""
    return any(named == ref for _, named in record.references())


def _allowed(record: AnyRecord, code: str = CODE) -> bool:
    return any(exception.code == code for exception in record.facts.allow)
