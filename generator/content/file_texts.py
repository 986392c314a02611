"""A file beside a record → what can be read in it: the text of documents, what files say of themselves."""

import json
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from generator.content.archive_texts import LINE_ENDS, Opened, comments_of, holds_no_words, parts_of, shown_by_part
from generator.content.examination import Examination, Unexamined, UnexaminedError
from generator.content.metadata_packets import shown_by_packet
from generator.content.naming import is_left_behind
from generator.content.pdf_texts import files_within, texts_beside_pages, texts_of_pages
from generator.content.picture_texts import METAFILES, PICTURES, texts_of_metafile, texts_of_picture
from generator.content.plain_texts import is_written, shown_by_folded, shown_by_plain, shown_by_prose
from generator.content.recording_texts import RECORDINGS, texts_of_recording
from generator.content.text_pieces import pieces
from generator.machine.memo import Memo, version_of
from generator.personal_data.find import may_hold_personal_data, personal_data
from generator.personal_data.seen_text import flowing, shown_by_fact

_PLAIN = frozenset("css csv geojson ics js json md mjs tsv txt vcf vtt".split())
_FOLDED = frozenset("ics vcf".split())
"""Those of them whose long lines are folded: the next begins with a space."""
_PROSE = frozenset("md txt vtt".split())
"""Those whose lines go on with one another."""
_MARKUP = frozenset("htm html ncx opf rdf rels svg vml xhtml xml".split())
_OFFICE = frozenset("docx epub odp ods odt pptx xlsx".split())
_FONTS = frozenset("eot odttf otf ttc ttf woff woff2".split())
"""What has no words of its owner."""
_LINE_END = re.compile("\n")
_ENTRY_END = re.compile(r"\n(?=[^ \t])")
_MOST_DIGITS = 4_000_000
"""Of a file: each may be of a telephone number."""
_MOST_TOLD = 50
"""Personal data of one file."""
_MOST_COMPARED = 4_000_000
"""Signs of the PDF of a source."""


class Examined(NamedTuple):
    """The personal data in a file: the code of each, and how it is spelt there; and why not all of it could be read."""

    personal: tuple[tuple[str, str], ...]
    unexamined: Unexamined


def examine(name: str, content: bytes, memo: Memo) -> Examined:
    """Look through a file that is called so; what was found is remembered."""

    def found() -> bytes:
        examination = Examination()
        return json.dumps(_examined(_texts_in(name, partial(BytesIO, content), examination), examination)).encode()

    inputs = ("personal-data-17", _ending(name), version_of("phonenumberslite"), version_of("pypdf"))
    personal, unexamined = json.loads(memo.recall(found, *inputs, content))
    return Examined(tuple((code, value) for code, value in personal), unexamined)


def examine_recording(file: Path) -> Examined:
    """Look through what a recording says of itself, be it however long; raises OSError if it cannot be read."""
    with file.open("rb") as recording:
        return _examined(_said_by_recording(file.name, recording), Examination())


def _examined(texts: Iterator[str], examination: Examination) -> Examined:
    """The personal data in the texts of a file, as far as they are given."""
    personal: dict[tuple[str, str], None] = {}
    for text in examination.part(_bounded(texts, personal)):
        if may_hold_personal_data(text):
            personal |= dict.fromkeys(personal_data(text))
    return Examined(tuple(personal)[:_MOST_TOLD], examination.unexamined)


def is_text(name: str) -> bool:
    """Whether such a file has lines."""
    return _ending(name) in _PLAIN | _MARKUP


def text_of_pdf(content: bytes) -> str:
    """The text of a PDF; of one that is damaged what could be read before that."""
    texts: list[str] = []
    with suppress(UnexaminedError):
        texts.extend(texts_of_pages(content))
    return "\n".join(texts)[:_MOST_COMPARED]


def _bounded(texts: Iterator[str], personal: Collection[object]) -> Iterator[str]:
    """The texts of a file until enough is found, or too many digits are to be looked at. Raises UnexaminedError."""
    digits = 0
    for text in texts:
        digits += sum(map(text.count, "0123456789"))
        if digits > _MOST_DIGITS:
            raise UnexaminedError("large")
        yield text
        if len(personal) > _MOST_TOLD:
            raise UnexaminedError("many")


def _texts_in(name: str, opened: Opened, examination: Examination) -> Iterator[str]:
    """What is written in a file, and in those that are packed in it. Raises UnexaminedError."""
    ending = _ending(name)
    if ending in _PLAIN:
        shown = shown_by_folded if ending in _FOLDED else shown_by_prose if ending in _PROSE else shown_by_plain
        end = _ENTRY_END if ending in _FOLDED else _LINE_END
        yield from map(shown, pieces(partial(examination.read, opened()), end))
    elif ending in _MARKUP:
        yield from (shown_by_part(flowing(part)) for part in pieces(partial(examination.read, opened()), LINE_ENDS))
    elif ending in PICTURES:
        yield from map(_shown, texts_of_picture(opened()))
    elif ending in METAFILES:
        yield from map(_shown, texts_of_metafile(examination.read(opened())))
    elif ending in RECORDINGS:
        yield from _said_by_recording(name, BytesIO(examination.read(opened())))
    elif ending == "pdf":
        content = examination.read(opened())
        yield from texts_of_pages(content)
        yield from examination.part(texts_beside_pages(content))
        for packed, held in files_within(content):
            yield shown_by_fact(packed)
            yield from examination.part(_texts_in(packed, partial(BytesIO, held), examination))
    elif ending in _OFFICE or ending == "zip":
        content = examination.read(opened())
        yield from map(shown_by_fact, comments_of(content))
        for packed, part in parts_of(content):
            if ending == "zip":  # whose parts have names that people give
                yield shown_by_fact(packed)
            elif holds_no_words(packed):
                continue
            yield from examination.part(_texts_in(packed, part, examination))
    elif is_written(content := examination.read(opened())):
        yield from map(shown_by_prose, pieces(BytesIO(content).read, _LINE_END))
    elif not (is_left_behind(name.rpartition("/")[2]) or ending in _FONTS):
        raise UnexaminedError("form")


def _said_by_recording(name: str, recording: IO[bytes]) -> Iterator[str]:
    return map(_shown, texts_of_recording(_ending(name), recording))


def _shown(text: str) -> str:
    """What a file says of itself, be it a packet of metadata or a few words."""
    return shown_by_packet(text) if text.lstrip().startswith("<") else shown_by_fact(text)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
