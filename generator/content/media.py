"""What a file beside a record is: a picture and its measures, a document, a video, subtitles, or something else.

The ending of a name says what a file claims to be, its bytes whether that is so. A picture is decoded once, so that
what cannot be shown is told before anything is made of it; what was found is remembered by content. SVG is not taken:
it can carry scripts.
"""

import json
import logging
import re
import unicodedata
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import file_digest
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from generator.content.examination import Unexamined
from generator.content.file_texts import examine, examine_recording, is_text
from generator.machine.memo import Memo, version_of

Class = Literal["picture", "document", "video", "subtitles", "other"]
_Found = dict[str, Any]
"""Fields of `Media`, as the store keeps them."""
Fault = Literal["", "format", "broken", "large"]
"""Why a file cannot be used: its format is not taken, it is not what its name says or is damaged, it is too large."""

PICTURE_FORMATS = ("JPEG", "PNG", "WebP", "GIF", "AVIF")
OTHER_FORMATS = tuple("csv docx epub geojson ics json mp3 odp ods odt pptx txt xlsx zip".split())
"""The endings of what is published as it is: nothing that a browser or a server would run in the site's name."""
MOST_PIXELS = {"JPEG": 30_000_000, "PNG": 30_000_000, "GIF": 30_000_000, "AVIF": 24_000_000, "WebP": 17_000_000}
"""Of each format: what its decoder can read within 300 MB of memory."""
LONGEST_SIDE = 16_000
"""Within what WebP can hold."""

_CLASSES: dict[str, Class] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "webp", "gif", "avif"), "picture"),
    **dict.fromkeys(("svg", "svgz", "heic", "heif", "tif", "tiff", "bmp", "jxl", "ico"), "picture"),
    "pdf": "document",
    **dict.fromkeys(("mp4", "webm"), "video"),
    "vtt": "subtitles",
    **dict.fromkeys(OTHER_FORMATS, "other"),
}
_NAMES = {name.upper(): name for name in (*PICTURE_FORMATS, "WebM")} | {"MPO": "JPEG"}
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
_BEGINNING = 1024
_MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|\?=|\?\s|%[@=]|!--#"
    rb"|meta\s[^<>]{0,300}http-equiv|form\s[^<>]{0,300}action\s*=|[a-z][^<>]*\son[a-z]+\s*="
    rb"|[a-z](?:[^<>\"']|\"[^\"]{0,300}\"|'[^']{0,300}'){0,600}[\s\"'](?:on[a-z]+\s*=|[a-z]+\s*=[\s\"']*javascript:))",
    re.IGNORECASE,
)
"""A page or a program, whatever its name says."""
_TAG_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:[?!%]|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
"""A text that begins with a tag: what does not believe its name takes it for a page."""
_PROGRAM = re.compile(rb"MZ.{0,60}\0|\x7fELF|#!|\0asm|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe", re.DOTALL)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SIGNATURES = {
    "pdf": b"%PDF-",
    "mp4": b"ftyp",
    "webm": b"\x1a\x45\xdf\xa3",
    "vtt": b"WEBVTT",
    **dict.fromkeys(("docx", "epub", "odp", "ods", "odt", "pptx", "xlsx", "zip"), b"PK"),
}
"""What stands at the beginning of each form that has something there."""


@dataclass(frozen=True)
class Media:
    """A file beside a record. `width` and `height` are those of a picture held upright."""

    name: str
    """Its letters composed (NFC), as keyboards write them: macOS stores accents apart."""
    stored: str
    """Its name as the disk has it."""
    size: int
    """In bytes."""
    sha256: str
    """The digest of its bytes: another file of the same name has another."""
    is_a: Class
    form: str
    """How its format is called: "JPEG", "PDF", "CSV"; empty where its name has no ending."""
    width: int = 0
    height: int = 0
    transparent: bool = False
    tagged: bool = False
    """Whether a PDF has the tags that screen readers need."""
    fault: Fault = ""
    personal: tuple[tuple[str, str], ...] = ()
    """Personal data in it: the code of each, and how it is spelt there."""
    unexamined: Unexamined = ""
    """Why not all of it could be looked through for these."""
    is_twin: bool = False
    """Whether another file beside the record has the same name, with its accents stored in another way."""


def inspect(file: Path, memo: Memo) -> Media:
    """Tell what a file is, and what personal data it holds; raises OSError if it cannot be read."""
    ending = file.suffix.lower().removeprefix(".")
    form, class_ = _NAMES.get(ending.upper(), ending.upper()), _CLASSES.get(ending, "other")
    name, size = unicodedata.normalize("NFC", file.name), file.stat().st_size
    with file.open("rb") as opened:
        media = Media(name, file.name, size, file_digest(opened, "sha256").hexdigest(), class_, form)
    if media.is_a != "picture":
        if ending not in _CLASSES:
            return replace(media, fault="format")
        with file.open("rb") as opened:
            beginning = opened.read(_BEGINNING)
        if _runs(beginning) or (is_text(name) and _is_page(file.read_bytes())) or not _is_signed(ending, beginning):
            return replace(media, fault="broken")
        if media.is_a == "video":
            return replace(media, **examine_recording(file)._asdict())
    content = file.read_bytes()
    if media.is_a == "picture":
        media = replace(media, **_recalled(_picture, content, memo, "media-picture-2", version_of("pillow")))
    elif media.is_a == "document":
        media = replace(media, **_recalled(_document, content, memo, "media-document-1", version_of("pypdf")))
    return media if media.fault else replace(media, **examine(file.name, content, memo)._asdict())


def _recalled(look: Callable[[bytes], _Found], content: bytes, memo: Memo, *inputs: str) -> _Found:
    """What `look` finds in `content`; `inputs` are its name and what else it depends on."""
    found: _Found = json.loads(memo.recall(lambda: json.dumps(look(content)).encode(), *inputs, content))
    return found


def _runs(beginning: bytes) -> bool:
    """Whether a file begins as what a browser, a server or a computer would run; what a PDF holds is its own."""
    said = beginning.replace(b"\0", b"") if beginning[:2] in _UTF_16 else beginning
    return bool(_MARKUP.search(said.partition(b"%PDF-")[0]) or _PROGRAM.match(beginning))


def _is_page(text: bytes) -> bool:
    """Whether a text has anywhere what a browser or a server would run; of UTF-16 its letters are seen."""
    said = text.replace(b"\0", b"")
    return bool(_MARKUP.search(said) or _TAG_FIRST.match(said.removeprefix(said[:2] if text[:2] in _UTF_16 else b"")))


def _is_signed(ending: str, beginning: bytes) -> bool:
    signature = _SIGNATURES.get(ending, b"")
    if ending == "mp4":
        return beginning[4:8] == signature
    if ending == "pdf":
        return signature in beginning  # other bytes may stand before it
    return beginning.removeprefix(b"\xef\xbb\xbf").startswith(signature)


def _picture(content: bytes) -> _Found:
    from PIL import Image, UnidentifiedImageError  # only where there are pictures

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=[name.upper() for name in PICTURE_FORMATS]) as image:
                width, height = image.size
                form = _NAMES[image.format or ""]
                if width * height > MOST_PIXELS[form] or max(width, height) > LONGEST_SIDE:
                    return {"form": form, "fault": "large"}
                image.draft(None, (width // 8, height // 8))  # a JPEG need not be decoded whole to be read to its end
                image.load()
                if image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE:
                    width, height = height, width
                return {"form": form, "width": width, "height": height, "transparent": _is_transparent(image)}
        except UnidentifiedImageError:
            return {"fault": "format"}
        except Image.DecompressionBombError:
            return {"fault": "large"}
        except Exception:  # a damaged file can make a decoder fail in any way
            return {"fault": "broken"}


def _is_transparent(image: Any) -> bool:
    if not image.has_transparency_data:
        return False
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else image.convert("RGBA").getchannel("A")
    return bool(alpha.getextrema()[0] < 255)


def _document(content: bytes) -> _Found:
    from pypdf import PdfReader  # only where there are PDFs

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every irregularity
    try:
        catalogue: Any = PdfReader(BytesIO(content)).root_object
        return {"tagged": "/StructTreeRoot" in catalogue and catalogue["/MarkInfo"]["/Marked"].value is True}
    except Exception:  # what cannot be read by a program is not tagged, and that is all that is asked
        return {"tagged": False}
