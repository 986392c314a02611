"""A PDF → what is written on its pages, and beside them: comments, forms, bookmarks, what it says of itself."""

import logging
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from generator.content.examination import UnexaminedError
from generator.content.metadata_packets import shown_by_packet
from generator.content.split_numbers import numbers_across_lines
from generator.personal_data.seen_text import shown_by_fact, shown_by_markup

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

T = TypeVar("T")
_ELSEWHERE = frozenset("/A /AA /AP /DA /DR /Dest /FS /P /XFA".split())
"""What leads from a comment or a field to what is looked at by itself, or has no words."""
_LONG = frozenset("/DV /RC /RV /V".split())
"""What a field or a comment may say in a stream."""
_SPOKEN = ("/ActualText", "/Alt", "/E", "/T")
"""What is read aloud in place of what is seen, and the title of a part."""


def texts_of_pages(content: bytes) -> Iterator[str]:
    """What the pages show, the targets of their links, and what the document's head says. Raises UnexaminedError."""
    yield from _read(content, _on_pages)


def texts_beside_pages(content: bytes) -> Iterator[str]:
    """What else is written in the document. Raises UnexaminedError."""
    yield from _read(content, _beside_pages)


def files_within(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that it holds, by their names. Raises UnexaminedError."""
    yield from _read(content, lambda document: ((file.name, file.content) for file in document.attachment_list))


def _read(content: bytes, look: Callable[["PdfReader"], Iterator[T]]) -> Iterator[T]:
    from pypdf import PdfReader  # only where there are PDFs
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every irregularity
    try:
        yield from look(PdfReader(BytesIO(content)))
    except (DependencyError, FileNotDecryptedError) as error:
        raise UnexaminedError("locked") from error
    except Exception as error:  # a damaged document can make its reader fail in any way
        raise UnexaminedError("damaged") from error


def _on_pages(document: "PdfReader") -> Iterator[str]:
    yield from (shown_by_fact(str(value)) for value in (document.metadata or {}).values())
    for page in document.pages:
        text = shown_by_fact(page.extract_text())
        yield f"{text}\n{numbers_across_lines(text)}"
        for annotation in page.annotations or ():
            address = str(annotation.get_object().get("/A", {}).get("/URI", ""))
            yield shown_by_markup(f'<a href="{address}">')


def _beside_pages(document: "PdfReader") -> Iterator[str]:
    for page in document.pages:
        yield from map(shown_by_fact, _in_place_of_signs(page))
    notes = [note for page in document.pages for note in page.annotations or ()]
    for said in _said_in([*notes, document.root_object.get("/AcroForm")]):
        yield shown_by_markup(said) if "<" in said else shown_by_fact(said)
    yield from (shown_by_markup(part.decode("utf-8", errors="replace")) for part in (document.xfa or {}).values())
    yield from map(shown_by_fact, _titles(document.outline))
    yield from map(shown_by_fact, _read_aloud(document.root_object.get("/StructTreeRoot")))
    yield from map(shown_by_fact, document.page_labels if "/PageLabels" in document.root_object else ())
    if "/Metadata" in document.root_object:
        packet: Any = document.root_object["/Metadata"]
        yield shown_by_packet(packet.get_data().decode("utf-8", errors="replace"))


def _said_in(trees: list[Any]) -> Iterator[str]:
    """All that comments and fields say: what they are called, hold, offer for choice, explain, and whose they are."""
    from pypdf.generic import ByteStringObject, StreamObject, TextStringObject

    for name, one in _hanging(trees, lambda key: key not in _ELSEWHERE):
        if isinstance(one, StreamObject):
            if name in _LONG:
                yield one.get_data().decode("utf-8", errors="replace")
        elif isinstance(one, TextStringObject):
            yield str(one)
        elif isinstance(one, ByteStringObject):
            yield one.decode("latin-1")


def _hanging(trees: list[Any], leads_on: Callable[[str], bool]) -> Iterator[tuple[str, Any]]:
    """What hangs on some objects by names that lead on, each with its name; what is referred to, once."""
    from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

    waiting, seen = [("", tree) for tree in trees], set[int]()
    while waiting:
        name, one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        yield name, one
        if isinstance(one, list):
            waiting += [(name, part) for part in one]
        elif isinstance(one, DictionaryObject) and not isinstance(one, StreamObject):
            waiting += [(key, one.raw_get(key)) for key in one if leads_on(key)]


def _titles(outline: list[Any]) -> Iterator[str]:
    """The names of the bookmarks, of which those within another are a list."""
    for one in outline:
        yield from _titles(one) if isinstance(one, list) else (str(one.title),)


def _read_aloud(tree: Any) -> Iterator[str]:
    """What the tags of a document say in place of a picture, of signs or of an abbreviation."""
    from pypdf.generic import DictionaryObject

    for _, one in _hanging([tree], lambda key: key == "/K"):
        if isinstance(one, DictionaryObject):
            yield from (str(one[name]) for name in _SPOKEN if name in one)


def _in_place_of_signs(page: "PageObject") -> Iterator[str]:
    """What a page says that its signs stand for."""
    contents = page.get_contents()
    if contents is not None and b"/ActualText" in contents.get_data():
        for operands, operator in contents.operations:
            if operator == b"BDC" and isinstance(operands[1], dict) and "/ActualText" in operands[1]:
                yield str(operands[1]["/ActualText"])
