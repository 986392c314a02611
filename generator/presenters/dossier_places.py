"""The places of a dossier: those of the part of each record that answers to what is asked."""

from collections.abc import Iterator

from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.fields.values import AnyRef
from generator.kinds.place import WHERE
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, group_of, takes_part_at
from generator.showcase.whereabouts import inside
from generator.text.context import Context


def places_of_dossier(context: Context, refs: tuple[AnyRef, ...], asked: Questions) -> Iterator[AnyRef]:
    """The places that records name as where they happen or what they are about.

    Who takes part in a project alone has the places of that project; where a place is asked for, what happens there has
    the others that stand beside it, not those of every project.
    """
    showcase = context.showcase
    here = {str(one) for ref in asked.places for one in (ref, *inside(showcase, ref))}
    for ref in refs:
        found = _happens_in(showcase, ref)
        groups = takes_part_at(showcase, ref, asked.partners) if asked.partners else {()}
        beside = {group_of(way) for way, name in found if name in here}
        for way, name in found:
            if any(way[: len(group)] == group for group in groups) and (not here or group_of(way) in beside):
                yield ref_of(name)


@settled
def _happens_in(showcase: Showcase, ref: AnyRef) -> tuple[tuple[Location, str], ...]:
    found = showcase[ref].references()
    return tuple((way, str(other)) for way, other in found if not {*WHERE}.isdisjoint(way))
