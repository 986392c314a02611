"""By what each list can be refined: the tiles, the line of filters, and what is chosen."""

from collections import defaultdict
from dataclasses import replace

from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.facets import Facet
from generator.pages.lists.orders import numbers_in_order
from generator.pages.lists.rows import Rows
from generator.pages.lists.selections import Selection, path_of, selections, selections_by
from generator.pages.lists.tiles import tiles_of
from generator.showcase.answers import remembered, settled
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.listed import counted, names_listed
from generator.text.when import states_held
from generator.view.bodies import ListBody, ListGroup
from generator.view.data_files import Data
from generator.view.lists import Chosen, Facets, Filter, FilterChoice, Name
from generator.view.register import RegisterBody
from generator.view.text import Inline, Piece
from generator.words import N_

MOST_CHOICES = 36
"""So many choices of a facet a page has room for; of more it shows `_FIRST`, and a page of their own has all."""
_FIRST = 24
_FOLDS = 5
"""So many facets stand in one line, each a fold; the others share one."""
_CHOICE, _LEAD = N_("{label}: {value}"), N_("{things} of {total}.")
"""A choice is told with what it answers: a year alone does not say of what. What is said over the part it leaves, whose
title says what is chosen."""
_PARTED = " · "
"""What parts a list and the choices made of it, in the title of what they leave; refine.js says the same."""


def facets(
    context: Context, kind: type[Kind], found: tuple[Selection, ...], chosen: Selection | None = None
) -> Facets | None:
    """What refines the list of a kind, on the page of all or of a choice."""
    if not found:
        return None
    urls, language, text = context.urls, context.language, context.words.text
    listed = names_listed(context, kind)
    total = len(listed)
    section = urls.section(kind.folder, language)
    tiles = tiles_of(context, kind, found, listed, chosen)
    shown = [_facet(context, kind, facet, found, chosen) for facet in _offered(context, kind, tiled=tiles is not None)]
    everything = Piece(text("All"), href=urls.href(section))
    return Facets(
        everything=FilterChoice(everything, "", total, current=chosen is None),
        tiles=tiles,
        facets=tuple(shown[: _FOLDS if len(shown) > _FOLDS + 1 else len(shown)]),
        more=tuple(shown[_FOLDS:] if len(shown) > _FOLDS + 1 else ()),
        chosen=(Chosen(choice_said(context, chosen), everything.href),) if chosen else (),
        chosen_files=urls.chosen_files(kind.folder, chosen.facet, chosen.answer.word, language) if chosen else "",
        index="" if chosen else urls.href(urls.choices(kind.folder, language)),
        lead=_lead(context, kind, 2),
        lead_of_one=_lead(context, kind, 1),
        counted=text("Shown: {number} of {total}", number="{number}", total="{total}"),
        told="" if chosen or tiles else counted(context, listed),
    )


def _lead(context: Context, kind: type[Kind], number: int) -> str:
    """What a script says over what is left, of one record or of more: its numbers are filled in the browser."""
    things = context.words.count(*kind.counted, number, number="{number}")
    return context.words.text(_LEAD, things=things, total="{total}")


def _offered(context: Context, kind: type[Kind], *, tiled: bool) -> list[Facet]:
    """The facets of the line: what is told by tiles is not told again."""
    left = [(number, facet) for number, facet in enumerate(kind.facets) if not (tiled and facet.as_tiles)]
    return [facet for number, facet in left if _unchosen(context, kind, number).choices]


def _facet(
    context: Context, kind: type[Kind], facet: Facet, found: tuple[Selection, ...], chosen: Selection | None
) -> Filter:
    shown = _unchosen(context, kind, kind.facets.index(facet))
    if chosen is None or chosen.facet is not facet:
        return shown
    own = [one for one in found if one.facet is facet]
    choices = (replace(one, current=True) if of is chosen else one for one, of in zip(shown.choices, own, strict=False))
    return replace(shown, choices=tuple(choices))


@remembered
def _unchosen(context: Context, kind: type[Kind], number: int) -> Filter:
    """A facet of a kind, as all pages have it on which none of its choices is chosen."""
    facet = kind.facets[number]
    own = selections_by(context, kind, facet.id)
    many = len(own) > MOST_CHOICES
    choices = tuple(_choice(context, kind, one) for one in (own[:_FIRST] if many else own))
    whole = _whole(context, kind, facet, len(own)) if many else None
    return Filter(facet.segment(context.language), context.words.text(facet.label), choices, whole)


def _whole(context: Context, kind: type[Kind], facet: Facet, number: int) -> Piece:
    """The way to every choice of a facet."""
    path = context.urls.facet(kind.folder, facet, context.language)
    said = context.words.text("Whole list: {number}", number=context.words.number(number))
    return Piece(said, href=context.urls.href(path))


def _choice(context: Context, kind: type[Kind], one: Selection) -> FilterChoice:
    label = replace(one.answer.label, href=context.urls.href(path_of(context, kind, one)))
    return FilterChoice(label, one.answer.word, len(one.refs))


def choice_said(context: Context, one: Selection) -> Inline:
    """What is chosen, and what that answers."""
    return context.phrase(_CHOICE, label=context.words.text(one.facet.label), value=one.answer.label)


def selected(context: Context, part: ListBody | RegisterBody, one: Selection, total: int) -> ListBody | RegisterBody:
    """The page of one choice: a part of the list, under the name of both."""
    said = text_of(choice_said(context, one))
    lead = context.words.text(_LEAD, things=counted(context, one.refs), total=context.words.number(total))
    held = states_held(context, one.refs) if one.facet.of_sources else ""
    return replace(part, title=f"{part.title}{_PARTED}{said}", lead=f"{lead} {held}".strip())


def choices_body(context: Context, kind: type[Kind], facet: Facet) -> ListBody:
    """Every choice of a facet by name, each with how many records it leaves."""
    own = sorted(selections_by(context, kind, facet.id), key=lambda one: one.answer.label.text.casefold())

    def row(one: Selection) -> Name:
        number = len(one.refs)
        title = replace(one.answer.label, href=context.urls.href(path_of(context, kind, one)))
        return Name(title, context.words.number(number), counted(context, one.refs))

    text = context.words.text
    title = text("{list}: {value}", list=text(kind.plural), value=text(facet.label))
    lead = context.words.count(
        "{number} entry, with the number of its pages.",
        "{number} entries, each with the number of its pages.",
        len(own),
    )
    return ListBody(title, lead, (ListGroup(facet.id, Piece(""), Rows(own, row), "columns"),))


# --- what a script refines the list by ---


def choices_data(context: Context, kind: type[Kind]) -> Data:
    """Every choice of a list; for the address of each record, by title, its choices by number; the other orders."""
    found = selections(context, kind)
    numbers: dict[AnyRef, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for ref in one.refs:
            numbers[ref].append(number)
    language = context.language
    orders = numbers_in_order(context, kind)
    return Data(
        context.urls.choices(kind.folder, language),
        {
            "facets": {facet.segment(language): choice_form(context, facet) for facet in kind.facets},
            "choices": [[one.facet.segment(language), one.answer.word, one.answer.label.text] for one in found],
            "records": {_href(context, ref): numbers[ref] for ref in names_listed(context, kind)},
            **({"orders": orders} if orders else {}),
        },
        compact=True,
    )


def choice_form(context: Context, facet: Facet) -> str:
    """How a choice of a facet is told: its {value} is filled in the browser."""
    return context.words.text(_CHOICE, label=context.words.text(facet.label), value="{value}")


@settled
def _href(context: Context, ref: AnyRef) -> str:
    """The address of a record's page."""
    return context.href(context.showcase[ref])
