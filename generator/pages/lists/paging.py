"""A long list on several pages: each row on one of them, a group that goes on keeping its heading."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.kinds.base import ListAs
from generator.text.context import GAP, Context
from generator.text.legend import legend
from generator.view.bodies import ListBody, ListGroup
from generator.view.lists import Facets, Pager, Tile
from generator.view.register import Register, RegisterBody, RegisterTable
from generator.view.text import Inline, Piece

ROWS, LAST_TAKES = 50, 10
"""The rows of a page, and how few would not be worth a page of their own: the last page takes them."""
NAMES_A_PAGE = 300
"""The names of a page where they stand in columns: a line each, under headings that no page should cut."""

AnyListGroup = TypeVar("AnyListGroup", ListGroup, Register)
ListPage = ListBody | RegisterBody


def pages_for(rows: int, a_page: int = ROWS) -> int:
    """How many pages so many rows need."""
    return max(1, -(-(rows - LAST_TAKES) // a_page))


def rows_a_page(list_as: ListAs) -> int:
    """How many rows a page of a list has, by how it shows them."""
    return NAMES_A_PAGE if list_as == "columns" else ROWS


def page_of(context: Context, body: ListPage, path: str, number: int) -> ListPage:
    """A page of a list whose first stands at `path`: the rows of the others are not made."""
    total = sum(len(group.rows) for group in body.groups)
    in_columns = any(isinstance(group, ListGroup) and group.list_as == "columns" for group in body.groups)
    size = rows_a_page("columns" if in_columns else "rows")
    pages = pages_for(total, size)
    if pages == 1:
        return _explained(context, _with_rows(body, 0, total))
    hrefs = [context.urls.href(context.urls.page(path, number, context.language)) for number in range(1, pages + 1)]
    return _explained(context, _page(context, body, hrefs, number - 1, (size, total)))


def _with_rows(body: ListPage, start: int, stop: int) -> ListPage:
    """The list with the rows alone that stand between two of them."""
    if isinstance(body, ListBody):  # each of the two has groups of its own
        return replace(body, groups=tuple(_cut(body.groups, start, stop)))
    return replace(body, groups=tuple(_cut(body.groups, start, stop)))


def _explained(context: Context, body: ListPage) -> ListPage:
    """A register with the legend of the dashes that stand in its rows."""
    if isinstance(body, RegisterBody) and (said := legend_of(context, body)):
        if body.facets:
            return replace(body, facets=replace(body.facets, legend=said))
        return replace(body, note=(*said, *((Piece(" "),) if body.note else ()), *body.note))
    return body


def legend_of(context: Context, table: RegisterTable) -> Inline:
    """What the dashes in the rows of a register stand for; nothing where there are none."""
    cells = (cell for group in table.groups for row in group.rows for cell in row.cells)
    dashed = any(piece.unknown and piece.text == GAP for cell in cells for piece in cell.value)
    return legend(context) if dashed else ()


def _page(context: Context, body: ListPage, hrefs: list[str], at: int, rows: tuple[int, int]) -> ListPage:
    """The page at a place among all, of so many rows each and in all; what tells of the whole stands on the first."""
    size, total = rows
    start, stop = size * at, total if at + 1 == len(hrefs) else size * (at + 1)
    told = _with_rows(body, start, stop)
    pager = _pager(context, hrefs, at)
    if at == 0:
        return replace(told, pager=pager, facets=_led(body, hrefs))
    told = replace(told, picture=None, others=()) if isinstance(told, ListBody) else _further(told)
    number = context.words.number
    title = context.words.text(
        "{list}, page {number} of {pages}", list=body.title, number=number(at + 1), pages=number(len(hrefs))
    )
    lead = context.words.text(
        "{first} to {last} of {total}.", first=number(start + 1), last=number(stop), total=number(total)
    )
    facets = replace(body.facets, tiles=None, index="", told="") if body.facets else None
    return replace(told, title=title, lead=lead, introduction=None, facets=facets, pager=pager)


def _further(body: RegisterBody) -> RegisterBody:
    """A page of the register that is not its first: what tells of the whole stands there, and nothing is folded."""
    groups = tuple(group.folded(False) for group in body.groups)
    return replace(body, groups=groups, coverage=(), finding="")


def _led(body: ListPage, hrefs: list[str]) -> Facets | None:
    """The tiles that lead to a group of the list, each to the page where that begins."""
    if body.facets is None or body.facets.tiles is None:
        return body.facets
    starts, before = {}, 0
    for group in body.groups:
        starts[f"#{group.anchor}"] = hrefs[min(before // ROWS, len(hrefs) - 1)] if before >= ROWS else ""
        before += len(group.rows)

    def led(tile: Tile) -> Tile:
        label = tile.choice.label
        there = replace(label, href=starts.get(label.href, "") + label.href)
        return replace(tile, choice=replace(tile.choice, label=there), parts=tuple(map(led, tile.parts)))

    tiles = body.facets.tiles
    return replace(body.facets, tiles=replace(tiles, all=tuple(map(led, tiles.all))))


def _cut(groups: tuple[AnyListGroup, ...], start: int, stop: int) -> Iterator[AnyListGroup]:
    """What of each group stands between two rows of the whole list."""
    before = 0
    for group in groups:
        if rows := group.rows[max(start - before, 0) : max(stop - before, 0)]:
            yield replace(group, rows=rows)
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
