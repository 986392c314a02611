"""A picture → what is written in it beside what it shows: by cameras, programs, agencies and Windows."""

import re
from collections.abc import Iterator
from typing import IO, Any

from generator.content.examination import UnexaminedError

PICTURES = frozenset("avif bmp gif ico jpeg jpg png tif tiff webp".split())
METAFILES = frozenset("emf wmf".split())
_EXIF_OF_CAMERAS = 0x8769
_ENCODED = re.compile(rb"(?:UNICODE\0|ASCII\0{3}|JIS\0{5})")
"""Before a comment of EXIF: how it is encoded."""
_DRAWN = re.compile(rb"(?:[ -~]\0){4,}|[ -~]{4,}")
"""Words in a drawing, in UTF-16 or in ASCII; measures have more zeros between them."""


def texts_of_picture(opened: IO[bytes]) -> Iterator[str]:
    """What a picture says of itself, be it a packet of metadata or a few words. Raises UnexaminedError."""
    from PIL import Image, IptcImagePlugin  # only where there are pictures

    try:
        with Image.open(opened) as image:
            exif = image.getexif()
            said = [*image.info.values(), *exif.values(), *exif.get_ifd(_EXIF_OF_CAMERAS).values()]
            said += (IptcImagePlugin.getiptcinfo(image) or {}).values()
    except Exception as error:  # a damaged file can make a decoder fail in any way
        raise UnexaminedError("damaged") from error
    for value in said:
        yield from _texts(value)


def texts_of_metafile(content: bytes) -> Iterator[str]:
    """The words that a drawing of Windows has, as Office files hold them."""
    yield from (match[0].replace(b"\0", b"").decode("ascii") for match in _DRAWN.finditer(content))


def _texts(value: Any) -> Iterator[str]:
    """The words of a value; of UTF-16, which does not say so, letters and digits remain."""
    if isinstance(value, bytes):
        yield _ENCODED.sub(b"", value, count=1).decode("utf-8", errors="replace").replace("\0", "")
    elif isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
