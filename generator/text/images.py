"""Files beside records → what the site has of them: a picture in several sizes, anything else as it is."""

from collections.abc import Iterator

from generator.content.media import Media
from generator.content.record import AnyRecord
from generator.text.context import Context
from generator.urls import Urls
from generator.view.outputs import Form, Variant
from generator.view.parts import Picture

WIDTHS = (480, 960, 1600)
"""In pixels: a phone; a large phone or a column; a column on a fine screen. No picture is made larger than it is."""
_ENDINGS: dict[Form, str] = {"webp": "webp", "jpeg": "jpg", "png": "png"}


def variants(urls: Urls, record: AnyRecord, media: Media) -> Iterator[Variant]:
    """A picture that the record shows: every size in WebP, and in a form that every browser knows."""
    forms: tuple[Form, Form] = ("webp", _fallback(media))
    for form in forms:
        yield from (_variant(urls, record, media, width, form) for width in _widths(media))


def largest(urls: Urls, record: AnyRecord, media: Media) -> Variant:
    """A picture that the record only links."""
    return _variant(urls, record, media, _widths(media)[-1], _fallback(media))


def address(urls: Urls, record: AnyRecord, file: str) -> str:
    """The path of a file of a record; of a picture, the largest that every browser shows."""
    media = record.attachments[file]
    return largest(urls, record, media).path if media.is_a == "picture" else urls.attachment(record, file)


def picture(context: Context, record: AnyRecord, file: str, alt: str, caption: str, *, inline: bool = False) -> Picture:
    """A picture beside a record, in all its sizes."""
    media, urls = record.attachments[file], context.urls

    sizes = tuple(variants(urls, record, media))

    def candidates(*, webp: bool) -> str:
        return ", ".join(f"{urls.href(one.path)} {one.width}w" for one in sizes if (one.form == "webp") is webp)

    return Picture(
        src=urls.href(sizes[-1].path),
        srcset=candidates(webp=False),
        webp=candidates(webp=True),
        width=sizes[-1].width,
        height=sizes[-1].height,
        alt=alt,
        caption=caption,
        transparent=media.transparent,
        inline=inline,
    )


def _variant(urls: Urls, record: AnyRecord, media: Media, width: int, form: Form) -> Variant:
    name = f"{media.name.rpartition('.')[0]}-{width}.{_ENDINGS[form]}"
    source = f"{record.files_folder}/{media.stored}"
    height = max(1, round(media.height * width / media.width))
    return Variant(urls.attachment(record, name), source, width, height, form)


def _widths(media: Media) -> tuple[int, ...]:
    return (*(width for width in WIDTHS if width < media.width), min(media.width, WIDTHS[-1]))


def _fallback(media: Media) -> Form:
    return "png" if media.transparent else "jpeg"
