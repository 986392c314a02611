"""A rule about what shows a claim: a source, a measure or something done, never another claim."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.walk import groups
from generator.kinds.catalogue import KINDS
from generator.kinds.indicator import Indicator
from generator.problems.problem import Problem, problem
from generator.showcase.measured import WHAT_IS_DONE
from generator.showcase.model import Showcase

_SHOWING = {Indicator.folder, *(kind.folder for kind in KINDS if kind.is_evidence or kind in WHAT_IS_DONE)}
"""The kinds whose records show something: so no two case studies can show each other."""


def claims_are_shown_by_what_can_show_them(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Neither a person nor a page, nor another case study, is evidence of a claim."""
    for location, group in groups(record.facts):
        for name in (name for name, field in group.plain if field.shows):
            for number, ref in enumerate(group.refs_of(name)):
                if ref in showcase and ref.folder not in _SHOWING:
                    yield problem("shows-nothing", record.place(*location, name, number), id=str(ref))
