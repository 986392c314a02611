"""How a search finds a record: by what names, and what a result says of how many pages name it."""

import re
from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.catalogue import kind_of
from generator.text.context import Context

_ACRONYM = re.compile(r"(?:^|– |\()([A-Z][A-Z\d.]+)(?= –|\)|$)")
"""A name that stands beside the whole one in a title: RUS – Rete …, Polito per il Sociale (POPS)."""


def names_of_a_body(context: Context, record: AnyRecord) -> Iterator[str]:
    """What else a body is called: the acronym in its title, its aliases, what it is called elsewhere."""
    yield from _ACRONYM.findall(context.title(record).text)
    yield from record.facts.texts_of("aliases")
    yield from names_elsewhere(context, record)


def names_elsewhere(context: Context, record: AnyRecord) -> Iterator[str]:
    """Its titles in other languages."""
    yield from sorted({wording.title for wording in record.wordings.values()} - {context.title(record).text})


def pages_that_name(context: Context, record: AnyRecord) -> tuple[str, ...]:
    """How many pages name a record, in words, where any does; what rests on it is not counted."""
    naming = {one.ref for one in context.showcase.referring(record.ref) if not kind_of(one.ref).is_evidence}
    return (pages_counted(context, len(naming)),) if naming else ()


def pages_counted(context: Context, number: int) -> str:
    """A number of pages in words."""
    return context.words.count("{number} page", "{number} pages", number, number=context.words.number(number))
