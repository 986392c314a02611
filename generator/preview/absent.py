"""Addresses at which a record could be and is not: which record, why, and how to see it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import kind_of
from generator.showcase.relate import NOBODY_NAMES
from generator.text.context import Context
from generator.words import Language, Phrase, Words


class Absent(NamedTuple):
    """What is said at an address instead of a page."""

    title: str
    because: str
    mend: str
    instead: str = ""
    """The address of the page in another language."""
    instead_is: str = ""
    """What is said of it."""


def absent(contexts: Sequence[Context], words: Words) -> Mapping[str, Absent]:
    """What is said at each address at which a record has no page: it is not published, or not in that language."""
    found: dict[str, Absent] = {}
    for context in contexts:
        found.update(_not_published(context, words))
    for context in contexts:
        found.update(_not_translated(context, words))
    return found


def _not_published(context: Context, words: Words) -> Iterator[tuple[str, Absent]]:
    showcase = context.showcase
    for ref, record in showcase.unpublished.items():
        title, why = context.title(record).text, words.say(Phrase(showcase.hidden[ref]))
        because = words.text("{file} has no page: {why}.", file=record.path, why=why)
        if showcase.hidden[ref] == NOBODY_NAMES:
            mend = words.text("To see it, name it in another record.")
        else:
            mend = words.text("To see it, end the preview with Ctrl-C and begin it with: vetrina serve --drafts")
        yield context.urls.record(record, context.language), Absent(title, because, mend)


def _not_translated(context: Context, words: Words) -> Iterator[tuple[str, Absent]]:
    showcase, language = context.showcase, context.language
    for ref, brief in showcase.briefs.items():
        languages = showcase.languages(ref)
        if not languages or language in languages:
            continue
        because = words.text("This record has no page in {language} yet.", language=Language(language))
        file = f"{brief.path.rpartition('.')[0]}.{language}.md"
        mend = words.text("Write {file} with its title, summary and text.", file=file)
        instead = context.urls.href(_address(context, ref, languages[0]))
        there_is = words.text("The page in {language}", language=Language(languages[0]))
        yield _address(context, ref, language), Absent(brief.titles[0], because, mend, instead, there_is)


def _address(context: Context, ref: AnyRef, language: str) -> str:
    """The address of a record's page, for which only a record that may have one of its own is opened."""
    kind, showcase = kind_of(ref), context.showcase
    if kind.own_address is not Kind.own_address:
        return context.urls.record(showcase[ref], language)
    above = (other for way, other in showcase.briefs[ref].links if way == (kind.under,))
    return context.urls.below_list(ref, above, language)
