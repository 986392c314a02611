"""The rule of the owner's style sheet: what it refuses is written nowhere in our own words.

Names and the titles of sources are others' words; so are the targets of links and what stands as code.
"""

import re
from collections.abc import Iterator, Mapping

from generator.content.nodes import Nodes
from generator.content.record import AnyRecord, Wording
from generator.content.style import Refused, Style
from generator.content.validate import Content
from generator.fields.declare import Group
from generator.fields.walk import leaves
from generator.fields.web import ListAddressType
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase
from generator.text.clauses import as_clause

_NOT_WORDS = re.compile(
    r"(?P<apart><[^>\s]*>|https?://\S*|`[^`]*`)|\]\([^)\s]*\)?|\]\[[^\]]*\]|[\[\]*~]|(?<!\w)_+|_+(?!\w)"
)
"""In a text: an address or code, which stand apart; the signs of links, with their targets, and of emphasis."""


def words_are_none_that_the_owner_refuses(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record's own words are none of those that the owner's style sheet refuses."""
    for language, wording in record.wordings.items():
        yield from _in_head(showcase.style, wording, language, title_given=record.facts.title_given)
        yield from _in_text(showcase.style, wording, language)
    yield from _in_facts(showcase.style, record.facts, record.nodes)


def settings_are_in_words_that_the_owner_does_not_refuse(style: Style, content: Content) -> Iterator[Problem]:
    """So are the words of the settings and of the vocabularies."""
    yield from _in_facts(style, content.settings, content.nodes)
    for name, vocabulary in content.vocabularies.items():
        yield from _in_facts(style, vocabulary, content.vocabulary_nodes[name])


def _in_head(style: Style, wording: Wording, language: str, *, title_given: bool) -> Iterator[Problem]:
    said = {("summary",): wording.summary, ("image", "alt"): wording.alt}
    if not title_given:
        short_title = wording.short_title if wording.short_title != wording.title else ""
        said |= {("title",): wording.title, ("short_title",): short_title}
    for location, text in said.items():
        for hit in style.found(text, language):
            yield _problem(hit, wording.nodes.place(location))


def _in_text(style: Style, wording: Wording, language: str) -> Iterator[Problem]:
    """What a text says, with the line and the column of each word."""
    text, places = _as_read(wording.body)
    for hit in style.found(text, language):
        at = places[hit.start]
        line_start = wording.body.rfind("\n", 0, at) + 1
        yield _problem(hit, wording.place(wording.body.count("\n", 0, at) + 1, at - line_start + 1))


def _as_read(body: str) -> tuple[str, list[int]]:
    """A text as it is read, without signs within its phrases, and where each of its characters is written."""
    read, after = "", 0
    places: list[int] = []
    for match in _NOT_WORDS.finditer(body):
        read += body[after : match.start()] + ("\0" if match["apart"] else "")
        places += range(after, match.start() + bool(match["apart"]))
        after = match.end()
    return read + body[after:], [*places, *range(after, len(body))]


def _in_facts(style: Style, group: Group, nodes: Nodes) -> Iterator[Problem]:
    """What facts say in words of our own: those that are written in each language."""
    for location, field, value in leaves(group):
        if (
            isinstance(value, Mapping)
            and not (field.given or field.hidden)
            and not isinstance(field.item, ListAddressType)
        ):
            for language, text in value.items():
                for hit in style.found(text, language):
                    yield _problem(hit, nodes.place((*location, language)))


def _problem(hit: Refused, place: Position) -> Problem:
    because = as_clause(hit.term.because, hit.term.language)
    return problem("refused-word", place, word=hit.word, because=because, preferred=hit.term.preferred)
