"""Where places are: the point that a source gives, or, of a municipality, one inside its area, by its ISTAT code."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.kinds.place import Place

_TABLE = Path(__file__).parents[1] / "data" / "municipalities.csv"

_AROUND = 0.5
"""How far what belongs to a municipality can lie from its point, in degrees."""


class Municipality(NamedTuple):
    """An Italian municipality: its name, and a point inside its area, which is not the town hall."""

    name: str
    latitude: float
    longitude: float


@cache
def municipalities() -> Mapping[str, Municipality]:
    """The municipalities by their ISTAT code; read when they are first asked for."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return {
            one["istat"]: Municipality(one["name"], float(one["latitude"]), float(one["longitude"]))
            for one in csv.DictReader(table)
        }


@cache
def bounds() -> tuple[tuple[float, float], tuple[float, float]]:
    """The south-western and the north-eastern corner of what the municipalities fill, with what they have around."""
    norths = [one.latitude for one in municipalities().values()]
    easts = [one.longitude for one in municipalities().values()]
    return (min(norths) - _AROUND, min(easts) - _AROUND), (max(norths) + _AROUND, max(easts) + _AROUND)


def point_of(place: Place) -> tuple[float, float] | None:
    """The latitude and the longitude of a place, where they are known."""
    if place.point:
        return float(place.point.latitude), float(place.point.longitude)
    town = municipalities().get(place.istat) if place.istat else None
    return (town.latitude, town.longitude) if town else None
