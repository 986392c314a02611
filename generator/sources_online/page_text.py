"""An answer of the web → the words on it, so that two of them differ only where something else is said."""

import re
from typing import NamedTuple

from generator.content.file_texts import text_of_pdf
from generator.machine.memo import digest
from generator.sources_online.folding import folded, holds
from generator.sources_online.markup import TextOfPage

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048
"""Bytes of a page in which it says how it is written."""


class PageText(NamedTuple):
    """What an answer says: all of it in one form, and a digest of what is its own."""

    words: str
    digest: str


def says(page: PageText, words: str) -> bool:
    """Whether a page has some words: whole ones, and of a number, a range or a negative number no part."""
    return holds(page.words, words)


def page_text(content: bytes, media_type: str) -> PageText | None:
    """The words of an answer; None where it has none, or is of a form in which no text can be read."""
    form = media_type.partition(";")[0].strip().lower()
    if form == "application/pdf" or content.startswith(b"%PDF-"):
        whole = folded(text_of_pdf(content))
        return PageText(whole, digest(whole)) if whole else None
    if form in ("text/html", "application/xhtml+xml", ""):
        reader = TextOfPage()
        reader.feed(_decoded(content, media_type))
        reader.close()
        main, body, whole = (folded("".join(one)) for one in (reader.main, reader.body, reader.whole))
        return PageText(whole, digest(main or body or whole)) if whole else None
    if form.startswith("text/"):
        whole = folded(_decoded(content, media_type))
        return PageText(whole, digest(whole)) if whole else None
    return None


def _decoded(content: bytes, media_type: str) -> str:
    """The text of an answer, in the encoding that it names; else as browsers read it."""
    named = _CHARSET.search(media_type) or _CHARSET.search(content[:_HEAD].decode("latin-1"))
    for encoding in (*((named[1],) if named else ()), "utf-8"):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("windows-1252", errors="replace")
