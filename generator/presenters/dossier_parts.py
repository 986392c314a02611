"""How much of a record answers: all of it, or the parts in which somebody takes part or that are somewhere."""

from generator.content.nodes import Location
from generator.fields.values import AnyRef
from generator.kinds.place import WHERE
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, group_of, takes_part_at
from generator.showcase.whereabouts import inside


def parts_asked(showcase: Showcase, ref: AnyRef, asked: Questions) -> set[Location]:
    """The ways to the parts of a record that the partners and places asked for have in common: `()` is all of it."""
    parts: set[Location] = takes_part_at(showcase, ref, asked.partners) if asked.partners else {()}
    if not asked.places:
        return parts
    there = parts_there(showcase, ref, asked)
    return {way for way in parts for part in there if is_within(way, part)} | {
        way for way in there for part in parts if is_within(way, part)
    }


def parts_there(showcase: Showcase, ref: AnyRef, asked: Questions) -> set[Location]:
    """The ways to the parts of a record that name a place that is asked for, or one inside it."""
    here = {str(one) for place in asked.places for one in (place, *inside(showcase, place))}
    return {group_of(way) for way, name in happens_in(showcase, ref) if name in here}


@settled
def happens_in(showcase: Showcase, ref: AnyRef) -> tuple[tuple[Location, str], ...]:
    """The places that a record names as where it happens or what it is about, each with the way to it."""
    found = showcase[ref].references()
    return tuple((way, str(other)) for way, other in found if not {*WHERE}.isdisjoint(way))


def is_within(way: Location, part: Location) -> bool:
    """Whether a way leads into a part."""
    return way[: len(part)] == part
