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
from generator.text.mentions import first_mentions
from generator.view.text import Piece

_SAFE = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ0-9]*[A-ZÀ-Ý0-9][A-Za-zÀ-ÿ0-9]*")


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

    def say(acronym: str, _: str) -> str:
        name = names[acronym]
        lang = f' lang="{name.lang}"' if name.lang else ""
        return f'<abbr title="{escape(name.text)}"{lang}>{acronym}</abbr>'

    return first_mentions(html, {acronym: acronym for acronym in names}, say)
