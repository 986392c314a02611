"""What is done with a list besides refining it: putting it in order, taking it away."""

from dataclasses import replace

from generator.charts.enough import FEWEST
from generator.exports.datasets import SPREADSHEET, has_spreadsheets
from generator.kinds.base import Kind
from generator.pages.lists.list_files import CALENDAR_FORM, forms_beside
from generator.pages.lists.orders import orders
from generator.showcase.answers import remembered
from generator.text.context import Context
from generator.urls import order_word
from generator.view.bodies import ListBody
from generator.view.lists import Download, Facets
from generator.view.register import RegisterBody, Sorting
from generator.view.text import Piece
from generator.words import N_

_TABLE = "csv"
_DOWNLOADS = {
    SPREADSHEET: N_("As a spreadsheet (XLSX)"),
    _TABLE: N_("As a table (CSV)"),
    CALENDAR_FORM: N_("The ends as a calendar (iCalendar)"),
}
_TAKES_PLACE = N_("As a calendar (iCalendar)")
"""What a calendar is called that has no ends but what takes place."""
"""What each form of a list is called; that which spreadsheets open at once comes first."""


def tools(context: Context, kind: type[Kind], refined: Facets | None, order: str = "") -> Facets | None:
    """What refines a list, with its orders and the files of it."""
    if refined is None:
        return None
    ordered = orders(context, kind.folder, order) if kind.list_as == "register" else ()
    return replace(refined, orders=ordered, downloads=() if refined.chosen else downloads(context, kind))


@remembered
def downloads(context: Context, kind: type[Kind]) -> tuple[Download, ...]:
    """The files of a list: they have the whole of it, so that the page of a choice leads to where scripts cut them."""
    urls, language = context.urls, context.language
    paths = {form: urls.dataset(kind.folder, form, language) for form in (SPREADSHEET, _TABLE)}
    if not has_spreadsheets():
        del paths[SPREADSHEET]
    if CALENDAR_FORM in forms_beside(context, kind):
        paths[CALENDAR_FORM] = urls.download(kind.folder, CALENDAR_FORM, language)
    return tuple(_download(context, kind, form, path) for form, path in paths.items())


def _download(context: Context, kind: type[Kind], form: str, path: str) -> Download:
    called = _TAKES_PLACE if form == CALENDAR_FORM and kind.period and kind.period.or_start else _DOWNLOADS[form]
    label = Piece(context.words.text(called), href=context.urls.href(path))
    return Download(label, form, path.rpartition("/")[2])


def sortable(context: Context, body: ListBody | RegisterBody, total: int) -> ListBody | RegisterBody:
    """A list whose table of at least five records can be put in order by its columns."""
    if isinstance(body, ListBody) or total < FEWEST:
        return body
    up = context.words.text("Sorted by {column}, ascending.", column="{column}")
    down = context.words.text("Sorted by {column}, descending.", column="{column}")
    return replace(body, sorting=Sorting(order_word(context.language), up, down))
