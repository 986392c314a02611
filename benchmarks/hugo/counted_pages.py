"""What Hugo is told of the pages of data and of numbers, and of the files of each picture: it draws the bars."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.hugo.values import Values
from generator.pages.board.bar_pictures import drawn_as_bars, picture, picture_pages, pictures
from generator.pages.board.board_pages import board_pages
from generator.planned import PageContent, Planned
from generator.text.context import Context
from generator.view.board import BoardBody
from generator.view.outputs import Indexing
from generator.view.pictures import PictureBody

COUNTED = "counted"
"""The folder of content that holds them."""


class CountedPage(NamedTuple):
    """A page, or a file of a picture: what it is called, its address, and what Hugo is told of it."""

    name: str
    url: str
    params: dict[str, Any]


def counted_pages(context: Context, values: Values, planned: Mapping[str, Planned]) -> Iterator[CountedPage]:
    """The pages of a language, and for each picture its drawing and the plain page that others may show."""
    data = (planned[path(context.language)] for path in (context.urls.data_page, context.urls.columns_page))
    for page in (*data, *board_pages(context), *picture_pages(context)):
        yield CountedPage(_named(page), page.path, _told(values, page, page.content()))
    for name, page in zip(pictures(context), picture_pages(context), strict=True):
        one, urls, called = picture(context, name), context.urls, _named(page)
        drawn = values.plain(drawn_as_bars(context, one))
        told = {"title": one.finding, "bars": [], **drawn, "layout": "drawing", "outputs": ["drawing"]}
        yield CountedPage(f"{called}--svg", urls.of_picture(one.path, "svg"), _alone(told))
        told = {"title": one.finding, "layout": "embed", "subject": one.subject, "picture": called}
        told |= {"built": bool(one.breakdown)}
        yield CountedPage(f"{called}--embed", urls.embed(one.path), _alone(told))


def _told(values: Values, page: Planned, content: PageContent) -> dict[str, Any]:
    body, plain = content.body, values.plain
    told = {**plain(body), "layout": body.template.removesuffix(".html"), "described": content.description}
    told |= {"here": content.here, "ups": plain(content.crumbs), "noindex": page.noindex, "indexed": not page.noindex}
    told |= {"search": plain(content.indexing) if isinstance(content.indexing, Indexing) else None}
    told |= {"thing": values.thing(content.structured) if content.structured else None}
    if isinstance(body, BoardBody) and body.declared:
        told["declared"]["rows"] = [values.ref(one.title.href) for one in body.declared.rows]
    if isinstance(body, PictureBody):
        told |= {"picture": _named(page)}
    return {name: value for name, value in told.items() if value}


def _alone(params: Mapping[str, Any]) -> dict[str, Any]:
    """What is in no list of pages."""
    return {**params, "build": {"list": "never"}}


def _named(page: Planned) -> str:
    """What a page is called, the same in every language that has it."""
    return page.paths.get("en", page.path).removeprefix("en/").strip("/").replace("/", "--")
