"""Rules about languages."""

import re
from collections.abc import Iterator, Mapping

from generator.content.brief import languages_of
from generator.content.record import AnyRecord, Wording
from generator.fields.walk import leaves
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase
from generator.words import Language

_NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0\u202f][0-9]{3})*(?:[.,][0-9]+)?")
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")
_FIGURES = 3
"""Of how many figures a number is that no language writes in letters: years, sums, many of something."""


def facts_speak_the_languages_of_their_pages(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A text inside a fact is written in every language in which its record has a page."""
    for location, _, value in leaves(record.facts):
        if isinstance(value, Mapping):
            key = next(str(part) for part in reversed(location) if isinstance(part, str))
            for language in languages_of(record, showcase.settings):
                if language not in value and language != showcase.settings.language_of_facts:
                    place = record.place(*location)
                    yield problem("missing-translation", place, key=key, language=Language(language), code=language)


def records_have_every_language(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record has a page in every language of the site."""
    for language in showcase.settings.languages:
        if language not in languages_of(record, showcase.settings):
            stem = record.path.rpartition(".")[0]
            file = f"{stem}.{language}.md"
            yield problem("untranslated", Position(record.path), language=Language(language), file=file)


def numbers_are_the_same_in_all_languages(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A translation has the years and the sums of what it translates, in facts, titles, summaries and texts."""
    first = showcase.settings.language_of_facts
    for location, _, value in leaves(record.facts):
        if isinstance(value, Mapping):
            for language in value.keys() - {first}:
                if other := _other_numbers(value.get(first, ""), value[language]):
                    yield _told(record.place(*location, language), language, first, other)
    for language, wording in record.wordings.items():
        for name in ("title", "summary"):
            said = _of(record, name, first), _of(record, name, language)
            if all(said) and (other := _other_numbers(*said)):
                yield _told(wording.nodes.place((name,)), language, first, other)
        if other := _other_numbers(record.wordings[first].body, wording.body) if wording.body else ():
            yield _told(_line_of(wording, other), language, first, other)


def _of(record: AnyRecord, name: str, language: str) -> str:
    """A title or a summary; nothing where it stands under the words of another."""
    return str(getattr(record.wordings[language], name)) if language in record.wordings else ""


def _told(place: Position, language: str, first: str, numbers: tuple[str, ...]) -> Problem:
    return problem("other-number", place, language=Language(language), first=Language(first), numbers=list(numbers))


def _other_numbers(text: str, other: str) -> tuple[str, ...]:
    """The numbers that only one of two texts has, as it writes them."""
    written = [
        {
            re.sub(r"[^0-9]", "", one): one
            for one in _NUMBER.findall(_ADDRESS.sub(" ", each))
            if sum(map(str.isdecimal, one)) >= _FIGURES
        }
        for each in (text, other)
    ]
    return tuple((written[0] | written[1])[one] for one in sorted(written[0].keys() ^ written[1].keys()))


def _line_of(wording: Wording, numbers: tuple[str, ...]) -> Position:
    lines = enumerate(wording.body.splitlines(), 1)
    return next(
        (wording.place(line, 1) for line, text in lines if any(one in text for one in numbers)), wording.place(1, 1)
    )
