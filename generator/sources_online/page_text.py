"""An answer of the web → the words on it, so that two of them differ only where something else is said."""

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.content.file_texts import text_of_pdf
from generator.machine.memo import digest
from generator.sources_online.folding import folded, holds
from generator.sources_online.markup import TextOfPage
from generator.sources_online.own_text import own_text

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048
"""Bytes of a page in which it says how it is written."""
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?refresh\b""", re.IGNORECASE)
_SENT_ON = re.compile(r"""content\s*=\s*["']?\s*\d(?:\.\d*)?\s*[;,]\s*url\s*=\s*["']?([^"'>]+)""", re.IGNORECASE)
_PARTED = re.compile(r" ?[|·:»] ?| ?- ")
_MISSING = re.compile(
    r"(?:errore |error )?404(?: not found)?|not found"
    r"|(?:la )?(?:pagina|risorsa)(?: richiesta| cercata)? (?:non trovata|non disponibile|non esiste|inesistente)"
    r"|(?:contenuto|documento) non (?:trovato|disponibile)"
    r"|(?:the )?page (?:was |could )?not (?:be )?found|seite nicht gefunden|page (?:introuvable|non trouvee)"
)
_FIRST_PAGE = re.compile(r"/?(?:[a-z]{2}/?)?(?:(?:index|home|default)(?:\.\w+)?/?)?", re.IGNORECASE)
"""The path of the first page of a site, or of a language of it."""


class PageText(NamedTuple):
    """What an answer says: all of it in one form, and a digest of what is its own."""

    words: str
    digest: str
    missing: str = ""
    """The words of its heading by which it says that there is nothing at its address."""


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
        page = _decoded(content, media_type)
        reader = TextOfPage(page)
        reader.feed(page)
        reader.close()
        whole = folded("".join(one.text for one in reader.said))
        own = own_text(reader.said, reader.articles)
        return PageText(whole, digest(own), _missing(reader.headings)) if whole else None
    if form.startswith("text/"):
        whole = folded(_decoded(content, media_type))
        return PageText(whole, digest(whole)) if whole else None
    return None


def leads_to(content: bytes, media_type: str) -> str:
    """Where a page sends its visitors on within seconds; "" where it does not."""
    for tag in _META.findall(_decoded(content[: 4 * _HEAD], media_type)):
        if _REFRESH.search(tag) and (to := _SENT_ON.search(tag)):
            return unescape(to[1].strip())
    return ""


def is_first_page(address: str) -> bool:
    """Whether an address is that of the first page of a site."""
    parts = urlsplit(address)
    return not parts.query and bool(_FIRST_PAGE.fullmatch(parts.path))


def _missing(headings: Iterable[str]) -> str:
    """What headings say where there is nothing: alone, or beside the name of the site."""
    parts = (part.strip() for line in "".join(headings).split("\n") for part in _PARTED.split(folded(line)))
    return next(filter(_MISSING.fullmatch, parts), "")


def _decoded(content: bytes, media_type: str) -> str:
    """The text of an answer, in the encoding that it names; else as browsers read it."""
    named = _CHARSET.search(media_type) or _CHARSET.search(content[:_HEAD].decode("latin-1"))
    for encoding in (*((named[1],) if named else ()), "utf-8"):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("windows-1252", errors="replace")
