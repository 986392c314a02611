"""An answer of the web → the words on it, so that two of them differ only where something else is said.

Markup, white space, quotes, kinds of dashes, accents, marks of notes and the case of letters say nothing; of a page
that has a main part, navigation and what stands around it do not count for the digest either. A form is no such thing:
on many pages of public bodies it holds all the rest.
"""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple
from unicodedata import combining, normalize

from generator.content.file_texts import text_of_pdf
from generator.machine.memo import digest

_SILENT = frozenset("script style noscript template svg iframe".split())
_AROUND = frozenset("nav header footer aside button".split())
_MAIN = frozenset("main article".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub".split()
)
_INLINE |= frozenset("sup time tt u var wbr".split())
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟‹›«»′″]")
_DASHES = re.compile("[‐‑‒–—―−]")
_ORDINALS = str.maketrans("º˚", "°°")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE_MARK = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=\d{{4}}))[{_RAISED}]{{1,3}}(?!\w)|\[\d{{1,3}}\]|[*†‡]")
"""A mark of a note, after a word or a year: of a unit, as in m², the raised number is a part."""
_SUPERSCRIPT = re.compile(r"\d{1,3}|[oa]")
_TO_RAISED = str.maketrans("0123456789oa", f"{_RAISED}ºª")
_LOOSE = re.compile(r" (?=[,.;:!?)\]])|(?<=[(\[:]) |(?<=\d) (?=[%‰°€])|(?<=€) (?=\d)| (?=- )|(?<=-) ")
"""White space that some leave out, at punctuation, signs and dashes; before a dash alone it makes a minus."""
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048
"""Bytes of a page in which it says how it is written."""


class PageText(NamedTuple):
    """What an answer says: all of it in one form, and a digest of what is its own."""

    words: str
    digest: str


def folded(text: str) -> str:
    """A text in the form in which two are compared."""
    plain = _NOTE_MARK.sub("", _QUOTES.sub("", _UNSEEN.sub("", text.translate(_ORDINALS))))
    letters = "".join(one for one in normalize("NFKD", plain) if not combining(one))
    return _LOOSE.sub("", " ".join(_DASHES.sub("-", letters).casefold().split()))


def says(page: PageText, words: str) -> bool:
    """Whether a page has some words: whole ones, and no part of a longer number."""
    sought = folded(words)
    return bool(sought) and bool(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(sought)}(?!\w)(?![.,]\d)", page.words))


def page_text(content: bytes, media_type: str) -> PageText | None:
    """The words of an answer; None where it has none, or is of a form in which no text can be read."""
    form = media_type.partition(";")[0].strip().lower()
    if form == "application/pdf" or content.startswith(b"%PDF-"):
        whole = folded(text_of_pdf(content))
        return PageText(whole, digest(whole)) if whole else None
    if form in ("text/html", "application/xhtml+xml", ""):
        reader = _TextOfPage()
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


class _TextOfPage(HTMLParser):
    """What a page says: the whole, its main part, and all but what stands around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.whole: list[str] = []
        self.main: list[str] = []
        self.body: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._say(" ")
        if tag not in _VOID:
            self._open.append("main" if ("role", "main") in attrs else tag)

    def handle_endtag(self, tag: str) -> None:
        names = (tag, "main") if tag not in self._open else (tag,)
        found = next((at for at in reversed(range(len(self._open))) if self._open[at] in names), None)
        if found is not None:
            del self._open[found:]
        if tag not in _INLINE:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        if _SILENT.isdisjoint(self._open):
            is_raised = "sup" in self._open and _SUPERSCRIPT.fullmatch(data.strip())
            self._say(data.translate(_TO_RAISED) if is_raised else data)

    def _say(self, data: str) -> None:
        self.whole.append(data)
        if _AROUND.isdisjoint(self._open) and "head" not in self._open:
            self.body.append(data)
            if not _MAIN.isdisjoint(self._open):
                self.main.append(data)
