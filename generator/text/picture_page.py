"""The page that a picture has by itself: where it stands, and the way to it."""

from generator.content.record import AnyRecord
from generator.kinds.base import Kind
from generator.text.context import Context
from generator.view.text import Piece


def picture_of_list(context: Context, kind: type[Kind]) -> str:
    """The path of the picture at the head of a list."""
    return context.urls.picture(context.urls.section(kind.folder, context.language), context.language)


def picture_of_record(context: Context, record: AnyRecord) -> str:
    """The path of the picture of a record."""
    return context.urls.picture(context.urls.record(record, context.language), context.language)


def picture_of_endings(context: Context) -> str:
    """The path of the picture of what ends in the coming twelve months."""
    return context.urls.picture(context.urls.fixed("deadlines", context.language), context.language)


def way_to_picture(context: Context, path: str) -> Piece:
    """The way from where a picture is shown to its page."""
    return Piece(context.words.text("This picture, to download or to cite"), href=context.urls.href(path))
