"""A long list on several pages: each row on one of them, a group that goes on keeping its heading."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.kinds.base import ListAs
from generator.text.context import GAP, Context
from generator.text.legend import legend
from generator.view.bodies import Group, ListBody, Register, RegisterBody
from generator.view.lists import GroupLink, Pager
from generator.view.text import Piece

ROWS, FEWEST = 50, 10
"""The rows of a page, and how few would not be worth a page of their own: the last page takes them."""
NAMES = 300
"""The names of a page where they stand in columns: a line each, under headings that no page should cut."""

AnyGroup = TypeVar("AnyGroup", Group, Register)
Listing = ListBody | RegisterBody


def pages_for(rows: int, a_page: int = ROWS) -> int:
    """How many pages so many rows need."""
    return max(1, -(-(rows - FEWEST) // a_page))


def rows_a_page(list_as: ListAs) -> int:
    """How many rows a page of a list has, by how it shows them."""
    return NAMES if list_as == "columns" else ROWS


def page_of(context: Context, body: Listing, path: str, number: int) -> Listing:
    """A page of a list whose first stands at `path`: the rows of the others are not made."""
    total = sum(len(group.rows) for group in body.groups)
    in_columns = any(isinstance(group, Group) and group.list_as == "columns" for group in body.groups)
    size = rows_a_page("columns" if in_columns else "rows")
    pages = pages_for(total, size)
    if pages == 1:
        return _explained(context, _with_rows(body, 0, total))
    hrefs = [context.urls.href(context.urls.page(path, number, context.language)) for number in range(1, pages + 1)]
    return _explained(context, _page(context, body, hrefs, number - 1, (size, total)))


def _with_rows(body: Listing, start: int, stop: int) -> Listing:
    """The list with the rows alone that stand between two of them."""
    if isinstance(body, ListBody):  # each of the two has groups of its own
        return replace(body, groups=tuple(_cut(body.groups, start, stop)))
    return replace(body, groups=tuple(_cut(body.groups, start, stop)))


def _explained(context: Context, body: Listing) -> Listing:
    """A register with the legend of the dashes that stand in its rows."""
    if isinstance(body, RegisterBody):
        cells = (cell for group in body.groups for row in group.rows for cell in row.cells)
        if any(piece.unknown and piece.text == GAP for cell in cells for piece in cell.value):
            return replace(body, note=(*legend(context), *((Piece(" "),) if body.note else ()), *body.note))
    return body


def _page(context: Context, body: Listing, hrefs: list[str], at: int, rows: tuple[int, int]) -> Listing:
    """The page at a place among all, of so many rows each and in all; what tells of the whole stands on the first."""
    size, total = rows
    start, stop = size * at, total if at + 1 == len(hrefs) else size * (at + 1)
    told = _with_rows(body, start, stop)
    if isinstance(told, ListBody):
        told = replace(told, picture=None if at else told.picture, others=() if at else told.others)
    else:
        ways = tuple(_ways(body, hrefs)) if isinstance(body, RegisterBody) and not at else ()
        told = replace(told, ways=ways, panes=None if at else told.panes, coverage=() if at else told.coverage)
    pager = _pager(context, hrefs, at)
    if at == 0:
        return replace(told, pager=pager)
    number = context.words.number
    title = context.words.text(
        "{list}, page {number} of {pages}", list=body.title, number=number(at + 1), pages=number(len(hrefs))
    )
    lead = context.words.text(
        "{first} to {last} of {total}.", first=number(start + 1), last=number(stop), total=number(total)
    )
    facets = replace(body.facets, index={}) if body.facets else None
    return replace(told, title=title, lead=lead, introduction=None, facets=facets, pager=pager)


def _cut(groups: tuple[AnyGroup, ...], start: int, stop: int) -> Iterator[AnyGroup]:
    """What of each group stands between two rows of the whole list."""
    before = 0
    for group in groups:
        if rows := group.rows[max(start - before, 0) : max(stop - before, 0)]:
            yield replace(group, rows=rows)
        before += len(group.rows)


def _ways(body: RegisterBody, hrefs: list[str]) -> Iterator[GroupLink]:
    """The links to the groups, each to the page where it begins."""
    before = 0
    for way, group in zip(body.ways, body.groups, strict=bool(body.ways)):
        there = min(before // ROWS, len(hrefs) - 1)
        yield replace(way, title=replace(way.title, href=hrefs[there] + way.title.href)) if there else way
        before += len(group.rows)


def _pager(context: Context, hrefs: list[str], at: int) -> Pager:
    return Pager(
        numbers=tuple(
            Piece(context.words.number(number + 1), href="" if number == at else href)
            for number, href in enumerate(hrefs)
        ),
        previous=hrefs[at - 1] if at else "",
        next=hrefs[at + 1] if at + 1 < len(hrefs) else "",
        waiting=context.words.text("The whole list is being loaded."),
    )
