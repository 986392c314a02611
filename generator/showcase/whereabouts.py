"""Where things happen: which places lie inside another, what names a place, and under which town lists have it."""

from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.fields.values import AnyRef
from generator.kinds.catalogue import kind_of
from generator.kinds.place import WHERE, WIDER, WITHIN, Place
from generator.showcase.answers import settled
from generator.showcase.model import Showcase

PlaceNaming = tuple[str, Location]
"""A record, by its name, and the way to the field of it that names a place."""


def inside(showcase: Showcase, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The places inside a place, however deep, each once."""
    return tuple(map(ref_of, _inside(showcase, ref)))


@settled
def _inside(showcase: Showcase, ref: AnyRef) -> tuple[str, ...]:
    found: dict[AnyRef, None] = {ref: None}
    waiting = [ref]
    while waiting:
        for link in showcase.referring(waiting.pop(0)):
            is_place = kind_of(link.ref) is Place and link.field in WITHIN
            if is_place and link.ref not in found and not showcase.briefs[link.ref].withdrawn:
                found[link.ref] = None
                waiting.append(link.ref)
    return tuple(str(one) for one in found if one != ref)


@settled
def naming(showcase: Showcase, ref: AnyRef) -> tuple[PlaceNaming, ...]:
    """What names a place as where it happens, or as what it is about."""
    shown = (link for link in showcase.referring(ref) if not showcase.briefs[link.ref].withdrawn)
    return tuple((str(link.ref), link.location) for link in shown if not {*WHERE}.isdisjoint(link.location))


def projects_naming(showcase: Showcase, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """The projects that name a place: each by the name of its initiative and the way to it, `editions.2.projects.0`."""
    found = ((name, way) for name, way in naming(showcase, ref) if "projects" in way)
    ways = ((name, ".".join(map(str, way[: way.index("projects") + 2]))) for name, way in found)
    return tuple(dict.fromkeys(ways))


def town_of(showcase: Showcase, ref: AnyRef) -> AnyRef | None:
    """The municipality or the country abroad under which lists have a place: itself, where it is one."""
    found = _town(showcase, ref)
    return ref_of(found) if found else None


@settled
def _town(showcase: Showcase, ref: AnyRef) -> str:
    passed: list[AnyRef] = []
    here: AnyRef | None = ref
    while here and here not in passed:
        passed.append(here)
        facts = showcase.facts(here, Place)
        if facts.form in WIDER:
            return str(here)
        here = next((wider for name in WITHIN for wider in facts.refs_of(name)), None)
    return ""
