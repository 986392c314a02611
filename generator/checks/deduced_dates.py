"""The rule about dates that no source states in full: each is marked as deduced wherever it is written again."""

from collections.abc import Iterable, Iterator

from generator.content.record import AnyRecord
from generator.fields.declare import Group
from generator.fields.values import AnyRef, Day
from generator.fields.walk import groups
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.placed import is_deduced


def deduced_dates_are_marked(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A day is marked as deduced where what it rests on deduces it: of a role, of a reading, of what happened."""
    told = {one.field for one in record.facts.dates} if "deduced" in record.facts.declared else frozenset[str]()
    for location, group in groups(record.facts):
        for name, field in group.plain:
            day = group.held(name)
            if not (field.attested_by and isinstance(day, Day)) or is_deduced(group, name):
                continue
            sources = tuple(_refs(group, field.attested_by))
            if "deduced_date" in group.declared:
                deducing, mark = _deducing(showcase, record, sources, day), "deduced_date: true"
            elif not location and name in told and not _is_stated_besides(record, name, day):
                deducing, mark = _source_of(showcase, sources, day), f"deduced: [{name}]"
            else:
                continue
            if deducing:
                place = record.place(*location, name)
                yield problem("unmarked-deduction", place, key=name, day=day, id=deducing.id, mark=mark)


def _refs(group: Group, name: str) -> Iterator[AnyRef]:
    """The records that a field names, or the entries of its list do."""
    yield from group.refs_of(name)
    for entry in group.values_of(name):
        if isinstance(entry, Group):
            yield from (ref for key, _ in entry.plain for ref in entry.refs_of(key))


def _deducing(showcase: Showcase, record: AnyRecord, sources: Iterable[AnyRef], day: Day) -> AnyRef | None:
    """What deduces a day: a record that names this one and has that day, or else its source of that day; or nothing."""
    naming = dict.fromkeys(link.ref for link in showcase.referring(record.ref))
    if found := [(ref, deduced) for ref in naming for deduced in _as_deduced(showcase, ref, day)]:
        return None if not all(deduced for _, deduced in found) else found[0][0]
    return _source_of(showcase, sources, day)


def _source_of(showcase: Showcase, sources: Iterable[AnyRef], day: Day) -> AnyRef | None:
    """A source of a day, where each that is of that day deduces it; or nothing."""
    dated = [ref for ref in sources if ref in showcase and showcase.date_of_source(ref) == str(day)]
    return dated[0] if dated and all(map(showcase.deduces_date_of, dated)) else None


def _as_deduced(showcase: Showcase, ref: AnyRef, day: Day) -> Iterator[bool]:
    """Of each field in which a record has a day, whether it deduces it."""
    facts = showcase[ref].facts
    names = (name for name, field in facts.plain if not field.hidden and facts.held(name) == day)
    return (is_deduced(facts, name) for name in names)


def _is_stated_besides(record: AnyRecord, name: str, day: Day) -> bool:
    """Whether another date of a record, which is not deduced, is the same day."""
    return any(
        group.held(other) == day and not is_deduced(group, other)
        for location, group in groups(record.facts)
        for other, _ in group.plain
        if location or other != name
    )
