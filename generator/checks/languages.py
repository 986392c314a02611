"""Rules about languages."""

from collections.abc import Iterator, Mapping

from generator.content.record import AnyRecord
from generator.fields.declare import leaves
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase
from generator.words import Language


def facts_speak_the_languages_of_their_pages(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A text inside a fact is written in every language in which its record has a page."""
    for location, _, value in leaves(record.facts):
        if isinstance(value, Mapping):
            key = next(str(part) for part in reversed(location) if isinstance(part, str))
            for language in showcase.briefs[record.ref].languages:
                if language not in value and language != showcase.settings.language_of_facts:
                    place = record.place(*location)
                    yield problem("missing-translation", place, key=key, language=Language(language), code=language)


def records_have_every_language(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record has a page in every language of the site."""
    for language in showcase.settings.languages:
        if language not in showcase.briefs[record.ref].languages:
            stem = record.path.rpartition(".")[0]
            file = f"{stem}.{language}.md"
            yield problem("untranslated", Position(record.path), language=Language(language), file=file)
