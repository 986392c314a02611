"""The rule about dates that no source states in full: each is marked as deduced wherever it is written again."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Day
from generator.fields.walk import groups
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.placed import is_deduced


def deduced_dates_are_marked(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The day of a role or a reading is marked as deduced where what it rests on deduces that day."""
    for location, group in groups(record.facts):
        for name, field in group.plain:
            day = group.held(name)
            marks = "deduced_date" in group.declared and not group.held("deduced_date")
            if marks and field.attested_by and isinstance(day, Day):
                sources = group.refs_of(field.attested_by)
                if deducing := _deducing(showcase, record, sources, day):
                    place = record.place(*location, name)
                    yield problem("unmarked-deduction", place, key=name, day=day, id=deducing.id)


def _deducing(showcase: Showcase, record: AnyRecord, sources: tuple[AnyRef, ...], day: Day) -> AnyRef | None:
    """What deduces a day: a record that names this one and has that day, or else a source of that day; or nothing."""
    naming = dict.fromkeys(link.ref for link in showcase.referring(record.ref))
    if found := [(ref, deduced) for ref in naming for deduced in _as_deduced(showcase, ref, day)]:
        return None if not all(deduced for _, deduced in found) else found[0][0]
    known = (ref for ref in sources if ref in showcase)
    dated = [ref for ref in known if showcase.date_of_source(ref) == str(day)]
    return next((ref for ref in dated if showcase.deduces_date_of(ref)), None)


def _as_deduced(showcase: Showcase, ref: AnyRef, day: Day) -> Iterator[bool]:
    """Of each field in which a record has a day, whether it deduces it."""
    facts = showcase[ref].facts
    names = (name for name, field in facts.plain if not field.hidden and facts.held(name) == day)
    return (is_deduced(facts, name) for name in names)
