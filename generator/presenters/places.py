"""Where things happen: the places that a page is about, each with what happens in it, and the map of those known."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import cos, radians

from generator.charts.places_map import MOST_NUMBERED, Coordinates, placed
from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.kinds.catalogue import KINDS
from generator.kinds.place import FORMS, Place
from generator.presenters.notice import mark
from generator.showcase.answers import settled
from generator.showcase.points import point_of
from generator.showcase.whereabouts import inside, naming, projects_naming
from generator.text.context import Context
from generator.text.inline import Plain, fields, inline_of, joined, plain
from generator.text.listed import placed_on, short_title
from generator.text.when import happened
from generator.view.places import Happening, MapMark, PlaceGroup, PlaceRow, Places, PlacesMap
from generator.view.text import Piece
from generator.words import N_

_SAID = 4
"""How much of what happens in a place its row says."""
_OPEN = 24
"""A longer list folds the rest."""
_APART = 0.0005
"""Degrees of latitude, some 50 metres: what lies nearer is in one spot, and in no direction from it."""


def places(
    context: Context,
    refs: Iterable[AnyRef],
    heading: str = "",
    besides: AnyRef | None = None,
    among: frozenset[str] | None = None,
) -> Places | None:
    """Some places under the headings of their forms, with the map of those whose points are known.

    What happens there is told of each, `besides` the record whose page it is, or only what is `among` some records.
    """
    listed = sorted(
        dict.fromkeys(refs), key=lambda ref: (_rank(context, ref), short_title(context, ref).casefold(), ref)
    )
    if not listed:
        return None
    drawn = places_map(context, listed, _finding(context, listed))
    numbers = {ref: number if drawn else 0 for number, ref in enumerate(listed, start=1)}
    rows = {ref: _row(context, ref, numbers[ref], str(besides), among) for ref in listed}
    return Places(
        heading=heading,
        groups=tuple(_groups(context, {ref: rows[ref] for ref in listed[:_OPEN]})),
        map=drawn,
        more=tuple(rows[ref] for ref in listed[_OPEN:]),
    )


def shown_inside(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The places inside a place that a list names: all but those that are told by the places inside them alone."""
    within = [one for one in inside(context.showcase, ref) if context.language in context.showcase.languages(one)]
    return tuple(one for one in within if happening(context, one) or not inside(context.showcase, one))


def told_in(context: Context, refs: Iterable[AnyRef], besides: AnyRef | None = None) -> frozenset[AnyRef]:
    """The records that the list of some places tells."""
    others = ([one for one in happening(context, there) if one != besides] for there in refs)
    return frozenset(one for found in others for one in found[:_SAID])


def taking_place(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The records that name a place, by kind, the newest first."""
    return tuple(map(ref_of, _taking_place(context, ref)))


@settled
def _taking_place(context: Context, ref: AnyRef) -> tuple[str, ...]:
    showcase = context.showcase
    found = dict.fromkeys(ref_of(name) for name, way in naming(showcase, ref) if len(way) == 2)
    here = (one for one in found if context.language in showcase.languages(one))
    folders = [kind.folder for kind in KINDS]
    ordered = sorted(here, key=lambda one: (folders.index(one.folder), -placed_on(context, one), one))
    return tuple(map(str, ordered))


def happening(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """Those of the records that name a place which its row tells: the wider thing is told by what is part of it."""
    return tuple(map(ref_of, _happening(context, ref)))


@settled
def _happening(context: Context, ref: AnyRef) -> tuple[str, ...]:
    here = taking_place(context, ref)
    wider = {other for one in here for way, other in context.showcase.briefs[one].links if way == ("part_of",)}
    return tuple(str(one) for one in here if one not in wider)


def _rank(context: Context, ref: AnyRef) -> int:
    form = form_of(context, ref)
    return list(FORMS.options).index(form) + 1 if form else 0


@settled
def form_of(context: Context, ref: AnyRef) -> str:
    """What sort of place it is; "" for a building and the like."""
    return context.showcase.facts(ref, Place).form or ""


def _groups(context: Context, rows: dict[AnyRef, PlaceRow]) -> Iterator[PlaceGroup]:
    forms = list(dict.fromkeys(form_of(context, ref) for ref in rows))
    for form in forms:
        heading = FORMS.heading(form, context.words) if form else ""
        yield PlaceGroup(heading, tuple(row for ref, row in rows.items() if form_of(context, ref) == form))


def _row(context: Context, ref: AnyRef, number: int, besides: str, among: frozenset[str] | None) -> PlaceRow:
    title, where, said, projects = _told(context, ref)
    others = [one for name, *one in said if name != besides and (among is None or name in among)]
    count, left = context.words.count, len(others[_SAID:])
    more = count("and {number} more", "and {number} more", left) if left else ""
    counted = (Piece(count("{number} project", "{number} projects", projects)),) if projects and among is None else ()
    told = tuple(
        Happening(Piece(*name), summary if len(others) == 1 else "", inline_of(when), inline_of(marked))
        for name, summary, when, marked in others[:_SAID]
    )
    return PlaceRow(f"place-{ref.id}", number, Piece(*title), joined(" · ", (inline_of(where), counted)), told, more)


@settled
def _told(context: Context, ref: AnyRef) -> Plain:
    """What a row says of a place, by plain values."""
    record = context.showcase[ref]
    facts = context.showcase.facts(ref, Place)
    around = (context.link(facts.part_of),) if facts.part_of else ()
    where = joined(", ", ((Piece(facts.address),) if facts.address else (), around))
    said = tuple(_said(context, one) for one in happening(context, ref))
    return fields(context.title(record, linked=True)), plain(where), said, len(projects_naming(context.showcase, ref))


def _said(context: Context, ref: AnyRef) -> Plain:
    """Something that happens: its name, its title, what it is, when, and whether it has a notice."""
    record = context.showcase[ref]
    when = context.showcase.placed_in_time(record)
    return (
        str(ref),
        fields(context.title(record, short=True, linked=True)),
        context.summary(record),
        plain(happened(context, when)) if when else (),
        plain(mark(context, record)),
    )


# --- the map ---


def places_map(context: Context, refs: Sequence[AnyRef], finding: str, href: str = "#place-{id}") -> PlacesMap | None:
    """The map of those of some numbered places whose points are known; none of fewer than two."""
    points = {ref: (north, east) for ref in refs for north, east in _point(context, ref)}
    if len(points) < 2:
        return None
    names = {ref: short_title(context, ref) for ref in points}
    where = placed(list(points.values()), list(names.values()))
    numbers = {ref: number for number, ref in enumerate(refs, start=1)}
    return PlacesMap(
        finding=finding,
        marks=tuple(
            MapMark(one.x, one.y, numbers[ref], names[ref], href.format(id=ref.id), one.side)
            for ref, one in zip(points, where, strict=True)
        ),
        notes=tuple(_notes(context, points, len(refs) - len(points))),
        dense=len(points) > MOST_NUMBERED,
    )


def _notes(context: Context, points: Iterable[AnyRef], missing: int) -> Iterator[str]:
    """What one must know to read the map: of which places it has no point, and whose the points are."""
    yield context.words.text("A scheme, not to scale.")
    if missing:
        yield context.words.count(
            "{number} place is only in the list: where it lies is not known.",
            "{number} places are only in the list: where they lie is not known.",
            missing,
        )
    if any(form_of(context, ref) == "municipality" for ref in points):
        yield context.words.text("Municipalities: points from ISTAT data by openpolis, CC BY 4.0.")


@settled
def _point(context: Context, ref: AnyRef) -> tuple[Coordinates, ...]:
    """The point of a place, if it is known."""
    found = point_of(context.showcase.facts(ref, Place))
    return (found,) if found else ()


def _finding(context: Context, refs: Sequence[AnyRef]) -> str:
    """What the map of some places shows: which of them lie farthest apart."""
    known = [(short_title(context, ref), point) for ref in refs for point in _point(context, ref)]
    if len(known) < 2:
        return ""
    (one, at), (other, there) = max(combinations(known, 2), key=lambda pair: _far(pair[0][1], pair[1][1]))
    farthest = _far(at, there)
    if farthest < _APART**2:
        return context.words.text("{number} places in the same spot", number=len(known))
    if sum(_far(here, away) >= farthest for (_, here), (_, away) in combinations(known, 2)) > 1:
        return context.words.count("{number} place", "{number} places", len(known))
    if len(known) == 2:
        return _beside(context, (one, at), (other, there))
    return context.words.count(
        "{number} place: {one} and {other} lie farthest apart",
        "{number} places: {one} and {other} lie farthest apart",
        len(known),
        one=one,
        other=other,
    )


def _beside(context: Context, one: tuple[str, Coordinates], other: tuple[str, Coordinates]) -> str:
    """In which direction two places lie from each other: the northern one first, or else the western one."""
    (north, (high, here)), (south, (low, there)) = sorted((one, other), key=lambda place: -place[1][0])
    up, across = high - low, (here - there) * cos(radians(high))
    if up > 2 * abs(across):
        said = N_("{one} to the north, {other} to the south")
    elif abs(across) > 2 * up:
        said = N_("{one} to the west, {other} to the east")
        north, south = (south, north) if across > 0 else (north, south)
    elif across > 0:
        said = N_("{one} to the north-east, {other} to the south-west")
    else:
        said = N_("{one} to the north-west, {other} to the south-east")
    return context.words.text(said, one=north, other=south)


def _far(one: Coordinates, other: Coordinates) -> float:
    """How far apart two points are, enough to compare: the square of the distance, in degrees of latitude."""
    (north, east), (south, west) = one, other
    return float((north - south) ** 2 + ((east - west) * cos(radians(north))) ** 2)
