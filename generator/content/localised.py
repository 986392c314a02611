"""The languages that a text in several is written in."""

from collections.abc import Iterator, Mapping

from generator.content.nodes import Nodes
from generator.content.settings import Settings
from generator.fields.declare import Group
from generator.fields.walk import leaves
from generator.fields.web import ListAddressType
from generator.problems.problem import Problem, problem
from generator.words import Language


def language_problems(group: Group, nodes: Nodes, settings: Settings) -> Iterator[Problem]:
    """Texts in several languages have the site's, and that of its records in any case."""
    for location, field, value in leaves(group):
        if not isinstance(value, Mapping) or isinstance(field.item, ListAddressType):
            continue
        key = next(str(part) for part in reversed(location) if isinstance(part, str))
        for language in value:
            if language not in settings.languages:
                place = nodes.key_place((*location, language))
                yield problem("bad-language", place, value=language, known=settings.languages)
        first = settings.language_of_facts
        if first not in value:
            place = nodes.place(location)
            yield problem("first-language-missing", place, key=key, language=Language(first), code=first)
