"""Rules about places."""

from collections.abc import Iterator
from math import cos, hypot, radians

from generator.content.record import AnyRecord
from generator.kinds.place import Place
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.points import bounds, municipalities
from generator.words import N_, Phrase

COUNTRY = Phrase(N_("Italy"))
_WIDEST = 0.5
"""How far from a point inside a municipality another can be, in degrees of latitude: the widest is half as wide."""


def codes_are_those_of_their_municipality(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The ISTAT code of a municipality is its own, since pictures have it where the code says."""
    place = record.of(Place)
    code = place.facts.istat if place else None
    if not code:
        return
    known = municipalities().get(code)
    if known is None:
        yield problem("istat-unknown", record.place("istat"), code=code)
    elif _spelt(record.facts.title) not in (_spelt(known.name), *map(_spelt, known.name.split("/"))):
        yield problem("istat-mismatch", record.place("istat"), code=code, name=known.name)


def points_lie_where_their_place_is(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The point of a place is in its town, whose own is known by its code, and in Italy where no country is named."""
    place = record.of(Place)
    point = place.facts.point if place else None
    if not place or not point or place.facts.country:
        return
    town = place.facts.municipality
    facts = showcase.facts(town, Place) if town and town in showcase else place.facts
    if facts.country or facts.form == "country":
        return
    code = facts.istat or ""
    latitude, longitude = float(point.latitude), float(point.longitude)
    if not _lies(latitude, longitude, code):
        swapped = _lies(longitude, latitude, code)
        meant = (f"latitude: {point.longitude}, longitude: {point.latitude}",) if swapped else ()
        where = municipalities()[code].name if code in municipalities() else COUNTRY
        yield problem("wrong-point", record.place("point", "latitude"), meant=meant, where=where)


def _lies(latitude: float, longitude: float, code: str) -> bool:
    """Whether a point can be one of a municipality, or of Italy where none is known by that code."""
    town = municipalities().get(code)
    if town:
        across = (longitude - town.longitude) * cos(radians(latitude))
        return hypot(latitude - town.latitude, across) <= _WIDEST
    (south, west), (north, east) = bounds()
    return south <= latitude <= north and west <= longitude <= east


def _spelt(name: str) -> str:
    """A name without what writers spell in two ways."""
    return name.replace("’", "'").casefold()
