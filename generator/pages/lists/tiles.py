"""The tiles over a list: how many records are in each of the parts that divide it, which are choices too."""

from collections.abc import Mapping, Sequence

from generator.charts.time_axis import state_of
from generator.fields.choices import Choice
from generator.fields.values import AnyRef
from generator.kinds.base import BY_STATUS, Kind
from generator.kinds.facets import Facet
from generator.pages.lists.selections import Selection, path_of
from generator.text.context import Context
from generator.view.lists import FilterChoice, Tile, Tiles
from generator.view.text import Piece

_ROOM, _PITCH = 140, 7.0
"""The pixels that the panes of a tile have, and those that one takes where there is room."""


def tiles_of(
    context: Context, kind: type[Kind], found: Sequence[Selection], listed: Sequence[AnyRef], chosen: Selection | None
) -> Tiles | None:
    """A tile for each choice of the facet that divides the list.

    None where the choices do not sum up to the whole. On the page of another facet's choice they count what that
    leaves, and lead to its groups; where the page has no such groups, there are no tiles.
    """
    facet = next((one for one in kind.facets if one.as_tiles), None)
    own = [one for one in found if one.facet is facet]
    elsewhere = chosen if chosen and chosen.facet is not facet else None
    if facet is None or not own or (elsewhere and not _divides(kind, facet)):
        return None
    parts, urls = _parts(kind, facet), context.urls
    shown = frozenset(elsewhere.refs if elsewhere else listed)
    counts = {one.answer.key: sum(ref in shown for ref in one.refs) for one in own}
    wholes = [one for one in own if one.answer.key not in parts]
    if sum(counts[one.answer.key] for one in wholes) != len(shown):
        return None

    def portion(one: Selection, label: str) -> Tile:
        key = one.answer.key
        group = parts[key][0] if key in parts else key
        href = f"#{group}" if elsewhere else urls.href(path_of(context, kind, one))
        inner = [(part, parts[part.answer.key][1]) for part in own if parts.get(part.answer.key, ("",))[0] == key]
        return Tile(
            FilterChoice(Piece(label, href=href), one.answer.word, counts[key], current=chosen is one),
            state_of(key) if kind.list_as == "register" else "",
            tuple(portion(part, context.words.text(said)) for part, said in inner if counts[part.answer.key]),
        )

    here = path_of(context, kind, elsewhere) if elsewhere else urls.section(kind.folder, context.language)
    everything = Piece(context.words.text("All"), href=urls.href(here))
    return Tiles(
        facet.segment(context.language),
        context.words.text(facet.label),
        FilterChoice(everything, "", len(shown), current=chosen is elsewhere),
        tuple(portion(one, one.answer.label.text) for one in wholes if counts[one.answer.key]),
        round(min(_PITCH, _ROOM / max(counts.values())), 2),
    )


def _divides(kind: type[Kind], facet: Facet) -> bool:
    """Whether the list has a group for each choice, which its address names."""
    return kind.grouping == (BY_STATUS if facet.answers == "@status" else facet.answers)


def _parts(kind: type[Kind], facet: Facet) -> Mapping[str, tuple[str, str]]:
    """Of the choices that are part of another: which one that is, and what they are called within it."""
    choices = kind.status if facet.answers == "@status" else None
    options = choices.options if isinstance(choices, Choice) else {}
    return {value: option.part_of for value, option in options.items() if option.part_of}
