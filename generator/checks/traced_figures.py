"""Rules about where figures come from: of each it can be told which source gives it."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.declare import is_filled
from generator.fields.walk import groups
from generator.kinds.evidence import is_traced, traced_figures
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase


def figures_are_traced_to_their_source(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Of a record with several sources, one is named for each figure; all of a list are told once."""
    facts, waiting = record.facts, {*traced_figures(type(record.facts))} if record.facts.sources else set()
    for location, group in groups(facts) if waiting else ():
        for name in group.declared:
            way = (*(one for one in location if isinstance(one, str)), name)
            if way in waiting and is_filled(group.held(name)):
                waiting.remove(way)
                if not is_traced(facts.sources, facts.differing, way):
                    yield problem("untraced-figure", record.place(*location, name), key=".".join(way))
