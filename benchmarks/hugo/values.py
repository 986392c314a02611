"""What Vetrina says of a record, as front matter: links to records by name, so that Hugo looks up title and address."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.charts.time_axis import Scale, bar
from generator.content.record import AnyRecord, Record
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import WITH_PAGES
from generator.showcase.life import life_of
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.parts import Folded, Links, Part, ProsePassages, Ways
from generator.view.record_page import Aside, Tail, Window
from generator.view.text import Piece

ALIKE = Path(__file__).parent / "alike"
TEMPLATES = {file.stem for file in (ALIKE / "layouts/_partials/parts").iterdir()}
"""The parts that Hugo's templates know: not the pictures that one page of a site has, of an award and of a plan."""
_WIDE = Scale(1801, 2200)
_REFERENCE = {"@type", "name", "url"}
"""What JSON-LD says of another record."""


class Values:
    """Turns the views of one language into values for front matter."""

    def __init__(self, context: Context) -> None:
        self._context = context
        shown = records_shown(context)
        self._titles = {context.href(record): (str(record.ref), context.title(record)) for record in shown}
        self.found = {context.words.text("Near this page")}
        """The headings of related records that Hugo finds by itself."""
        self._base = context.showcase.settings.base_url.rstrip("/")

    def ref(self, href: str) -> str:
        """The name of the record whose page an address is; "" where it is none."""
        return self._titles[href][0] if href in self._titles else ""

    def plain(self, value: object) -> Any:
        """A value of a view without what is empty; a piece of mere text is that text."""
        if isinstance(value, Piece):
            return self._piece(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
            return {name: self.plain(one) for name, one in held.items() if one not in (None, "", (), False)}
        if isinstance(value, Mapping):
            return {str(name): self.plain(one) for name, one in value.items()}
        if isinstance(value, tuple | list):
            return [self.plain(one) for one in value]
        return value

    def _piece(self, piece: Piece) -> Any:
        told = {"t": piece.text, "h": piece.href, "l": piece.lang, "d": piece.datetime, "u": piece.unknown}
        told = {name: one for name, one in told.items() if one}
        if ref := self.ref(piece.href):
            title = self._titles[piece.href][1]
            return {"r": ref} if (piece.text, piece.lang) == (title.text, title.lang) else {**told, "r": ref}
        return told if told.keys() - {"t"} else piece.text

    def parts(self, parts: tuple[Part, ...]) -> list[Any]:
        """The parts of a block; of related records, ways on and the text Hugo knows by itself what to show."""
        told: list[Any] = []
        for part in parts:
            if isinstance(part, Ways) or (isinstance(part, Links) and part.heading in self.found):
                if {"p": "related"} not in told:
                    told.append({"p": "related"})
            elif isinstance(part, ProsePassages):
                told.append({"p": "prose"})
            elif isinstance(part, Folded):
                told.append(self._folded(part))
            elif part.template in TEMPLATES:
                told.append({"p": part.template, **self.plain(part)})
        return told

    def _folded(self, part: Folded) -> Any:
        told = {"p": part.template, "title": self.plain(part.title), "parts": self.parts(part.parts)}
        return {**told, "anchor": part.anchor} if part.anchor else told

    def window(self, window: Window | None) -> Any:
        """The lights of a page's window and the ends of its bar in words: the bar Hugo draws by itself."""
        if window is None:
            return None
        told: dict[str, Any] = {"lights": self.plain(window.facts)}
        if window.bar:
            told |= {"start": window.bar.start, "end": window.bar.end, "note": self.plain(window.note)}
        return told

    def aside(self, record: AnyRecord, aside: Aside) -> Any:
        """What stands beside the text; how the page is cited Hugo knows by itself, but for the day in words."""
        verified, others = record.facts.verified_on, aside.tools.others if aside.tools else ()
        checked = text_of(self._context.dated("on", verified)) if verified else ""
        return self.plain({"facts": aside.facts, "note": aside.note, "others": others, "checked": checked})

    def tail(self, tail: Tail) -> Any:
        """What closes a page."""
        folds = [self._folded(one) for one in tail.folds]
        return {"folds": folds, "gaps": self.plain(tail.gaps), "verified": self.plain(tail.verified)}

    def life(self, record: Record[Agreement]) -> dict[str, Any]:
        """An agreement's bar, in years that Hugo sets on the axis of each page."""
        showcase = self._context.showcase
        one = bar(_WIDE, life_of(showcase, record.ref), showcase.on)
        thread = [_year(end) for end in one.thread] if one.thread else None
        ends = {"a": _year(one.start), "b": _year(one.sure), "c": _year(one.end), "thread": thread}
        told = {"s": one.state, "o": one.origin, "tail": one.tail, **ends}
        return {name: value for name, value in told.items() if value not in (None, "", False)}

    def thing(self, value: object) -> Any:
        """A value for JSON-LD: records by name, and properties as pairs, for Hugo lowers the case of keys."""
        if isinstance(value, Mapping):
            url = str(value.get("url", ""))
            if value.keys() == _REFERENCE and (ref := self.ref(url.removeprefix(self._base))):
                return {"type": value["@type"], "ref": ref}
            return {"pairs": [[name, self.thing(one)] for name, one in value.items()]}
        if isinstance(value, tuple | list):
            return [self.thing(one) for one in value]
        return value


def _year(position: float | None) -> float | None:
    """A position on the wide scale as a year and its part."""
    return None if position is None else round(_WIDE.first + position * (_WIDE.last - _WIDE.first + 1) / 100, 3)


def records_shown(context: Context) -> list[AnyRecord]:
    """The records that have a page in a language."""
    records = context.showcase.records.values()
    return [record for record in records if record.ref.folder in WITH_PAGES and context.has_page(record)]


def wording(record: AnyRecord, language: str) -> str:
    """The text of a record as it was written."""
    words = record.wordings.get(language)
    return words.body if words else ""
