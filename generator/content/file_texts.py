"""A file beside a record → what can be read in it: the text of documents, what files say of themselves."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from generator.machine.memo import Memo, version_of
from generator.personal_data.find import personal_data
from generator.personal_data.seen_text import shown_by_fact, shown_by_markup

_PLAIN = frozenset("csv geojson ics json txt vtt".split())
_ZIPPED = frozenset("docx epub odp ods odt pptx xlsx".split())
_MARKUP = re.compile(r"\.(?:xml|rels|x?html|htm|opf|ncx)$")
_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|h|row|c|si|table-cell|tr|td|li|br|tab)>|<(?:\w+:)?(?:br|tab|cr|line-break)\b[^>]*/>"
)
"""Where a line or a cell ends; a word processor writes other marks in the midst of a number."""
_RUNS = re.compile(r"<(?![^<>]*\bhref=)[^<>]*>")
_MOST = 4_000_000
"""Signs of a file that are read: longer ones are told apart by their beginning."""


def personal_data_in(ending: str, content: bytes, memo: Memo) -> tuple[tuple[str, str], ...]:
    """The personal data in a file whose name ends so: their codes and spellings; what was found is remembered."""
    read = _reader(ending)
    if read is None:
        return ()

    def found() -> bytes:
        text = "\n".join(read(content))[:_MOST]
        return json.dumps(list(personal_data(text))).encode()

    inputs = ("personal-data-1", ending, version_of("phonenumberslite"), version_of("pypdf"))
    told: list[tuple[str, str]] = json.loads(memo.recall(found, *inputs, content))
    return tuple((code, value) for code, value in told)


def _reader(ending: str) -> Callable[[bytes], Iterator[str]] | None:
    if ending in _PLAIN:
        return _plain
    if ending in _ZIPPED:
        return _zipped
    return {"pdf": _pdf, **dict.fromkeys(("jpg", "jpeg", "png", "webp", "gif", "avif"), _picture)}.get(ending)


def text_of_pdf(content: bytes) -> str:
    """The text of a PDF; of one that is damaged what could be read before that."""
    return "\n".join(_pdf(content))[:_MOST]


def _plain(content: bytes) -> Iterator[str]:
    yield shown_by_fact(content.decode("utf-8-sig", errors="replace"))


def _zipped(content: bytes) -> Iterator[str]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            for member in archive.infolist():
                if _MARKUP.search(member.filename) and member.file_size <= _MOST:
                    markup = archive.read(member).decode("utf-8", errors="replace").replace(' Target="', ' href="')
                    yield shown_by_markup(_RUNS.sub("", _ENDS.sub("\n", markup)))
    except (BadZipFile, OSError, RuntimeError, NotImplementedError):  # damaged, or locked with a password
        return


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # only where there are PDFs

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every irregularity
    try:
        document = PdfReader(BytesIO(content))
        yield from (shown_by_fact(str(value)) for value in (document.metadata or {}).values())
        for page in document.pages:
            yield shown_by_fact(page.extract_text())
            for annotation in page.annotations or ():
                address = str(annotation.get_object().get("/A", {}).get("/URI", ""))
                yield shown_by_markup(f'<a href="{address}">')
    except Exception:  # a damaged document can make its reader fail in any way
        return


def _picture(content: bytes) -> Iterator[str]:
    from PIL import Image  # only where there are pictures

    try:
        with Image.open(BytesIO(content)) as image:
            said = [*image.info.values(), *image.getexif().values(), *image.getexif().get_ifd(0x8769).values()]
    except Exception:  # a damaged file can make a decoder fail in any way
        return
    for value in said:
        text = value.decode("utf-8", errors="replace") if isinstance(value, bytes) else value
        if isinstance(text, str):
            yield shown_by_markup(text) if text.lstrip().startswith("<") else shown_by_fact(text)
