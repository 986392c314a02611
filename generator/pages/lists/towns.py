"""Places by town: each municipality with the places in it, the busiest first, then what is abroad, by country."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.fields.values import AnyRef
from generator.kinds.place import Place
from generator.pages.lists.rows import Rows
from generator.presenters.place import all_here, counted_here
from generator.presenters.places import form_of, places_map
from generator.showcase.answers import remembered
from generator.showcase.whereabouts import town_of
from generator.text.context import Context
from generator.text.listed import names_listed, short_title
from generator.text.picture_page import picture_of_list, way_to_picture
from generator.view.bodies import ListGroup
from generator.view.lists import Name
from generator.view.places import PlacesMap
from generator.view.text import Piece

_ANCHOR = "town-{id}"


def by_town(context: Context, refs: Iterable[AnyRef]) -> Iterator[ListGroup]:
    """The places under their municipalities, numbered as on the map, then under their countries; each once."""
    listed = tuple(refs)
    found, drawn = _places_by_town(context, listed), town_map(context) is not None
    towns, countries = (_of_form(context, found, form) for form in ("municipality", "country"))
    for number, town in enumerate(towns, start=1):
        heading, rows = Piece(short_title(context, town)), [town, *found[town]]
        yield ListGroup(
            _ANCHOR.format(id=town.id),
            heading,
            Rows(rows, partial(_name, context, _in_town)),
            "columns",
            number if drawn else 0,
        )
    abroad = [one for country in countries for one in (country, *found[country])]
    if abroad:
        heading = Piece(context.words.text("Abroad"))
        yield ListGroup("abroad", heading, Rows(abroad, partial(_name, context, _in_country)), "columns")
    if left := [one for one in listed if town_of(context.showcase, one) not in found]:
        heading = Piece(context.words.text("Wider areas") if found else "")
        yield ListGroup("wider", heading, Rows(left, partial(_name, context, _in_country)), "columns")


@remembered
def town_map(context: Context) -> PlacesMap | None:
    """Where the municipalities lie, as far as their points are known."""
    towns = towns_listed(context)
    sites = sum(towns.values())
    if not sites:
        return None
    first = max(towns, key=lambda town: towns[town])
    finding = _finding(context, towns[first], sites, first)
    if drawn := places_map(context, tuple(towns), finding, f"#{_ANCHOR}"):
        return replace(drawn, picture=way_to_picture(context, picture_of_list(context, Place)))
    return None


def towns_listed(context: Context) -> Mapping[AnyRef, int]:
    """The municipalities in the order of their numbers, each with how many places stand in it."""
    found = _places_by_town(context, names_listed(context, Place))
    return {town: len(found[town]) for town in _of_form(context, found, "municipality")}


def _finding(context: Context, number: int, sites: int, town: AnyRef) -> str:
    """In which town most of the places that lie inside one are."""
    name = short_title(context, town)
    if number == sites:
        return context.words.count(
            "The only place listed here inside a town is in {town}",
            "All the {number} places listed here inside a town are in {town}",
            sites,
            town=name,
        )
    return context.words.count(
        "{number} of the {total} places listed here inside a town is in {town}",
        "{number} of the {total} places listed here inside a town are in {town}",
        number,
        total=context.words.number(sites),
        town=name,
    )


@remembered
def _places_by_town(context: Context, refs: tuple[AnyRef, ...]) -> Mapping[AnyRef, Sequence[AnyRef]]:
    """Each municipality and each country, with the places that stand in it."""
    found: dict[AnyRef, list[AnyRef]] = defaultdict(list)
    for ref in refs:
        town = town_of(context.showcase, ref)
        if town:
            found[town].extend([] if town == ref else [ref])
    return found


def _of_form(context: Context, towns: Iterable[AnyRef], form: str) -> list[AnyRef]:
    """The municipalities or the countries among some of both: where most happens comes first, then by name."""
    found = (town for town in towns if form_of(context, town) == form)
    return sorted(found, key=lambda town: (-len(all_here(context, town)), short_title(context, town).casefold(), town))


def _name(context: Context, called: Callable[[Context, AnyRef], str], ref: AnyRef) -> Name:
    """A place as a link, with how much happens there."""
    number, says = counted_here(context, ref)
    title = Piece(called(context, ref), href=context.link(ref).href, lang=context.link(ref).lang)
    return Name(title, context.words.number(number), says) if number else Name(title)


def _in_town(context: Context, ref: AnyRef) -> str:
    """What a place is called under its town; of the town itself, what its page tells."""
    name = short_title(context, ref)
    return context.words.text("What concerns {town}", town=name) if form_of(context, ref) == "municipality" else name


def _in_country(context: Context, ref: AnyRef) -> str:
    """What a place is called among those of several countries."""
    town = town_of(context.showcase, ref)
    name = short_title(context, ref)
    return f"{name}, {short_title(context, town)}" if town and town != ref else name
