"""The demonstration, and what the interface says of it in both languages, keep to its style sheet of words."""

from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.kinds.catalogue import KINDS
from generator.pipeline import check
from generator.showcase.model import Showcase
from generator.words import languages
from tests.content.conftest import nothing
from tests.real import OPTIONS, ROOT
from tests.tools.catalogues import extracted

FOR_WRITERS = ("generator/problems/", "generator/commands/")
"""Where messages stand that only those who write read."""


def test_no_text_and_no_label_says_what_the_style_sheet_refuses() -> None:
    problems = (one for one in check(OPTIONS).problems if one.code == "refused-word")
    nothing(f"{one.place.path}:{one.place.line}:{one.place.column}: {one.values['word']}" for one in problems)


@pytest.mark.parametrize("language", languages())
def test_the_interface_keeps_to_it_too(showcase: Showcase, language: str) -> None:
    """But for what is told to those who write, which names fields and values, and for what a status is searched by."""
    sought = {option.also for kind in KINDS if kind.status for option in kind.status.options.values()}
    said = (
        (where, text)
        for (context, one, plural), where in extracted().items()
        if not where.startswith(FOR_WRITERS) and one not in sought
        for text in in_language(language, context, one, plural)
    )
    nothing(f"{where}: {hit.word}: {text}" for where, text in said for hit in showcase.style.found(text, language))


def in_language(language: str, context: str | None, one: str, plural: str | None) -> tuple[str, ...]:
    """A message in each of its numbers."""
    message = catalogue(language).get(one, context) if language != "en" else None
    said = message.string if message else tuple(filter(None, (one, plural)))
    return (said,) if isinstance(said, str) else tuple(said)


@cache
def catalogue(language: str) -> Catalog:
    with (ROOT / "generator" / "locale" / f"{language}.po").open("rb") as written:
        return read_po(written, locale=language)
