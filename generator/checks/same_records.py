"""The rules that no thing is told by two records, and that no two have the code of one; withdrawn ones tell nothing."""

from collections import defaultdict
from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Day, Moment
from generator.fields.walk import leaves
from generator.kinds.catalogue import kind_of
from generator.problems.problem import Problem, problem
from generator.showcase.answers import settled
from generator.showcase.model import Showcase

CODE = "same-record"
SAME_CODE = "same-code"
_TITLE = "title"
_Key = tuple[tuple[str, str], ...]
"""Fields and their values."""


def things_are_told_once(showcase: Showcase) -> Iterator[Problem]:
    """No two records of a kind are the same in what tells its records apart; one that names the other may be."""
    found: dict[tuple[str, _Key], list[AnyRef]] = defaultdict(list)
    for ref in showcase.names():
        if kind_of(ref).same_if and (key := _key(showcase, ref)):
            found[ref.folder, key].append(ref)
    for (_, key), (first, *others) in found.items():
        fields = [name for name, _ in key]
        for ref in others:
            record = showcase[ref]
            if not _names(record, first) and not _names(showcase[first], ref) and not _allowed(record):
                yield problem(CODE, record.place(fields[0]), other=showcase[first].path, fields=fields)


@settled
def _key(showcase: Showcase, ref: AnyRef) -> _Key:
    """What tells a record apart: fields and their values, with the title where one is not known, or not to the day.

    Nothing where the title is all that is known.
    """
    facts = showcase[ref].facts
    held = {name: facts.held(name) for name in kind_of(ref).same_if}
    is_exact = all(_is_exact(value) for value in held.values())
    known = {name: _written(value) for name, value in held.items() if value not in (None, ())}
    if is_exact or known.keys() - {_TITLE}:
        return tuple((known if is_exact else {**known, _TITLE: str(facts.held(_TITLE))}).items())
    return ()


def _is_exact(value: object) -> bool:
    """Whether a value is known, to the day where it is a date."""
    day = value.day if isinstance(value, Moment) else value
    return value not in (None, ()) and not (isinstance(day, Day) and day.day is None)


def _written(value: object) -> str:
    """A value, of several in one order."""
    return " ".join(sorted(map(str, value))) if isinstance(value, tuple) else str(value)


def codes_are_of_one_record(showcase: Showcase) -> Iterator[Problem]:
    """No two records of a kind have the same code of another register."""
    found: dict[tuple[str, str, str], AnyRef] = {}
    for ref in showcase.names():
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
