"""Acronyms explained in place: the first mention of each in a text becomes an <abbr> with the organisation's name.

Only what an organisation's record expands, where it cannot be taken for anything else: two capitals or more, the
acronym of one organisation alone, a whole word of the text itself, outside links, headings, code and quotations.
"""

import re
from collections.abc import Mapping
from html import escape

from generator.content.record import AnyRecord
from generator.kinds.organisation import Organisation
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.view.text import Piece

_TAG = re.compile(r"(<[^>]*>)")
_SAFE = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ0-9]*[A-ZÀ-Ý0-9][A-Za-zÀ-ÿ0-9]*")
_CLOSED = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "abbr", "blockquote")
"""The elements whose words stay as they are."""


def acronyms(context: Context, page: AnyRecord) -> Mapping[str, Piece]:
    """The name behind each acronym that a page may explain; not on the page of the organisation itself."""
    return {acronym: Piece(name, lang=lang) for acronym, ref, name, lang in _unambiguous(context) if ref != page.name}


@settled
def _unambiguous(context: Context) -> tuple[tuple[str, str, str, str], ...]:
    """The acronyms of one organisation alone, which that is, its title and, where it is foreign, the language of it."""
    found: dict[str, list[AnyRecord]] = {}
    for record in context.showcase.of(Organisation):
        acronym = record.facts.acronym
        if acronym and _SAFE.fullmatch(acronym):
            found.setdefault(acronym, []).append(record)
    alone = {acronym: records[0] for acronym, records in found.items() if len(records) == 1}
    named = [(acronym, record.name, context.title(record)) for acronym, record in alone.items()]
    return tuple((acronym, ref, name.text, name.lang) for acronym, ref, name in named if name.text != acronym)


def explained(html: str, names: Mapping[str, Piece]) -> str:
    """Sanitised HTML with the first mention of each acronym explained."""
    if not names:
        return html
    wanted = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])")
    told: set[str] = set()

    def explain(match: re.Match[str]) -> str:
        acronym = match[0]
        if acronym in told:
            return acronym
        told.add(acronym)
        name = names[acronym]
        lang = f' lang="{name.lang}"' if name.lang else ""
        return f'<abbr title="{escape(name.text)}"{lang}>{acronym}</abbr>'

    parts, closed = _TAG.split(html), 0
    for number, part in enumerate(parts):
        if number % 2:
            name = re.split(r"[\s/>]", part.strip("</"), maxsplit=1)[0].lower()
            if name in _CLOSED:
                closed += -1 if part.startswith("</") else 1
        elif not closed:
            parts[number] = wanted.sub(explain, part)
    return "".join(parts)
