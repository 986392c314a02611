"""The rules that no thing is told by two records, and that no two have the code of one; withdrawn ones tell nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from generator.content.record import AnyRecord
from generator.fields.dates import DayType
from generator.fields.moments import MomentType
from generator.fields.values import AnyRef, Day, Moment
from generator.fields.walk import leaves
from generator.kinds.base import Kind
from generator.kinds.catalogue import kind_of
from generator.problems.problem import Problem, problem
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.words import N_, Phrase

CODE = "same-record"
SAME_CODE = "same-code"
_TITLE = "title"
_Key = tuple[tuple[str, str], ...]
"""Fields and their values."""


def things_are_told_once(showcase: Showcase) -> Iterator[Problem]:
    """No two records of a kind are the same in what tells its records apart; one that names the other may be."""
    found: dict[tuple[str, _Key], list[AnyRef]] = defaultdict(list)
    dated: dict[tuple[str, _Key], list[AnyRef]] = defaultdict(list)
    for ref in showcase.names():
        if kind_of(ref).same_if:
            if key := _key(showcase, ref):
                found[ref.folder, key].append(ref)
            if key := _dated_key(showcase, ref):
                dated[ref.folder, key].append(ref)
    for (_, key), (first, *others) in found.items():
        yield from (_same(showcase, ref, first, key, key) for ref in others if _are_two(showcase, ref, first))
    for (folder, key), refs in dated.items():
        for wider in _wider(kind_of(refs[0]), key):
            pairs = product(refs, dated.get((folder, wider), ()))
            yield from (
                _same(showcase, one, other, key, wider) for one, other in pairs if _are_two(showcase, one, other)
            )


def _same(showcase: Showcase, ref: AnyRef, other: AnyRef, key: _Key, its: _Key) -> Problem:
    """That a record has what another has, whose key may have dates that hold those of the record."""
    fields = [
        name
        if value == wide
        else Phrase(N_("{name} (there {value}, which includes it)"), {"name": name, "value": wide})
        for (name, value), (_, wide) in zip(key, its, strict=True)
    ]
    return problem(CODE, showcase[ref].place(key[0][0]), other=showcase[other].path, fields=fields)


def _are_two(showcase: Showcase, ref: AnyRef, other: AnyRef) -> bool:
    """Whether neither of two records says why they are alike."""
    record, first = showcase[ref], showcase[other]
    return not _names(record, other) and not _names(first, ref) and not _allowed(record) and not _allowed(first)


@settled
def _dated_key(showcase: Showcase, ref: AnyRef) -> _Key:
    """What tells a record apart, with its dates as far as they go; nothing where not all is known, or all are dates."""
    kind, held = kind_of(ref), _telling(showcase, ref)
    dates = _dates(kind) & {*held}
    return (
        tuple((name, _written(one)) for name, one in held.items())
        if _is_known(held) and {*held} > dates > set()
        else ()
    )


def _dates(kind: type[Kind]) -> set[str]:
    """The dates among what tells the records of a kind apart."""
    return {
        name
        for name in (*kind.same_if, *kind.else_same_if)
        if isinstance(kind.declared[name].item, DayType | MomentType)
    }


def _wider(kind: type[Kind], key: _Key) -> Iterator[_Key]:
    """The same with dates that hold its own: the day of an hour, the month and the year of a day."""
    dates = _dates(kind)
    ways = [[(name, one) for one in _holding(value)] if name in dates else [(name, value)] for name, value in key]
    yield from (found for found in product(*ways) if found != key)


def _holding(written: str) -> Iterator[str]:
    """A date and all that hold it."""
    yield written
    day = written.partition("T")[0]
    parts = day.split("-")
    yield from (wide for end in range(len(parts), 0, -1) if (wide := "-".join(parts[:end])) != written)


@settled
def _key(showcase: Showcase, ref: AnyRef) -> _Key:
    """What tells a record apart: fields and their values, with the title where one is not known, or not to the day.

    Nothing where the title is all that is known.
    """
    facts, held = showcase[ref].facts, _telling(showcase, ref)
    is_exact = all(_is_exact(value) for value in held.values())
    known = {name: _written(value) for name, value in held.items() if value not in (None, ())}
    if is_exact or known.keys() - {_TITLE}:
        return tuple((known if is_exact else {**known, _TITLE: str(facts.held(_TITLE))}).items())
    return ()


def _telling(showcase: Showcase, ref: AnyRef) -> dict[str, object]:
    """What tells a record apart, known or not; what else does, where all of that is known and not all of this."""
    kind, facts = kind_of(ref), showcase[ref].facts
    held, other = ({name: facts.held(name) for name in names} for names in (kind.same_if, kind.else_same_if))
    return other if other and not _is_known(held) and _is_known(other) else held


def _is_known(held: Mapping[str, object]) -> bool:
    return all(value not in (None, ()) for value in held.values())


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
