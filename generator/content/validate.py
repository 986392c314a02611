"""Contents → settings, vocabularies and records, or problems."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.content.localised import language_problems
from generator.content.nodes import Location, Nodes
from generator.content.owned_kinds import reworded
from generator.content.parse import parse
from generator.content.read import Contents
from generator.content.records import Note, Records
from generator.content.settings import Settings
from generator.content.settings_types import MODEL
from generator.content.style import StyleSheet
from generator.content.told_apart import entries_again, values_again
from generator.content.vocabularies import NAMES, Entry, OtherEntry, Vocabulary
from generator.fields.types import Site
from generator.kinds.catalogue import LISTED
from generator.problems.problem import Problem, problem
from generator.problems.spelling import did_you_mean
from generator.words import Language, Words, languages, words_for


@dataclass(frozen=True)
class Content:
    """What the content says; `nodes` are the settings as written."""

    settings: Settings
    nodes: Nodes
    records: Records
    vocabularies: Mapping[str, Vocabulary]
    vocabulary_nodes: Mapping[str, Nodes]
    """Each vocabulary as it is written, without what was set aside."""
    style: StyleSheet
    words: Mapping[str, Words]
    """Those of each language of the site, as the owner has them."""


def validate(
    contents: Contents, *, base_url: str = "", noted: Mapping[str, Note] | None = None
) -> tuple[Content | None, list[Problem]]:
    """Turn what was read into settings, vocabularies and records; without sound settings nothing else can be read.

    `base_url` takes the place of the one in the settings. The records that were `noted` by a run before are read when
    they are asked for, where their files are as they were.
    """
    settings, problems = settings_of(contents)
    problems = [*contents.problems, *problems]
    if settings is None:
        return None, problems
    if twice := [*_written_twice(contents, settings)]:
        return None, problems + twice
    settings = replace(settings, base_url=base_url or settings.base_url)
    records = Records(contents, settings, noted or {})
    vocabularies, vocabulary_nodes, told = _vocabularies(contents, settings)
    style, unsound = _style(contents, settings)
    words = {
        language: reworded(contents.words.get(language) or words_for(language), settings.kinds)
        for language in settings.languages
    }
    content = Content(settings, contents.settings, records, vocabularies, vocabulary_nodes, style, words)
    return content, [*problems, *records.problems, *told, *unsound]


def settings_of(contents: Contents) -> tuple[Settings | None, list[Problem]]:
    """The settings, where they are sound."""
    if contents.settings.broken:
        return None, []
    site = Site(languages=_texts(contents, "languages"))
    settings, _, problems = parse(Settings, contents.settings, site=site)
    problems += _settings_problems(settings, contents)
    return None if any(one.is_error for one in problems) else settings, problems


def _texts(contents: Contents, key: str) -> tuple[str, ...]:
    """The texts of a list of the settings, before these are read."""
    written = contents.settings.value.get(key)
    return tuple(one for one in written if isinstance(one, str)) if isinstance(written, list) else ()


def _vocabularies(
    contents: Contents, settings: Settings
) -> tuple[dict[str, Vocabulary], dict[str, Nodes], list[Problem]]:
    vocabularies, as_written = {}, {}
    problems: list[Problem] = []
    nameless = {"title": dict.fromkeys(settings.languages, "–"), "version": "–", "source": "–"}
    for name, written in sorted(contents.vocabularies.items(), key=lambda found: NAMES.index(found[0])):
        vocabulary, nodes, told = parse(Vocabulary, written, nameless, settings.site)
        problems += told
        if vocabulary is not None:
            problems += language_problems(vocabulary, nodes, settings)
            problems += _repeated_terms(vocabulary, nodes)
            problems += _unknown_counterparts(vocabulary, nodes)
            vocabularies[name], as_written[name] = vocabulary, nodes
    return vocabularies, as_written, problems


def _style(contents: Contents, settings: Settings) -> tuple[StyleSheet, list[Problem]]:
    """The style sheet; without a file it refuses nothing."""
    if contents.style is None:
        return StyleSheet(terms=()), []
    sheet, nodes, problems = parse(StyleSheet, contents.style, site=settings.site)
    others = (
        dict.fromkeys(one.language for one in sheet.terms if one.language not in settings.languages) if sheet else {}
    )
    if others:
        problems.append(problem("unused-language", nodes.start, languages=[*map(Language, others)]))
    return sheet or StyleSheet(terms=()), problems


def _repeated_terms(vocabulary: Vocabulary, nodes: Nodes) -> Iterator[Problem]:
    other = vocabulary.other_scheme
    others = other.terms if other else ()
    lists: tuple[tuple[Location, Sequence[Entry | OtherEntry]], ...] = (
        (("terms",), vocabulary.terms),
        (("other_scheme", "terms"), others),
    )
    for way, terms in lists:
        seen: set[str] = set()
        for number, entry in enumerate(terms):
            if entry.id in seen:
                yield problem("same-term", nodes.place((*way, number, "id")), id=entry.id)
            seen.add(entry.id)


def _unknown_counterparts(vocabulary: Vocabulary, nodes: Nodes) -> Iterator[Problem]:
    """What entries stand for is an entry of the other scheme."""
    if (other := vocabulary.other_scheme) is None:
        if any(one.stands_for for one in vocabulary.terms):
            yield problem("missing-key", nodes.start, key="other_scheme")
        return
    known = {one.id: one.label.values() for one in other.terms}
    for number, entry in enumerate(vocabulary.terms):
        for at, id_ in enumerate(entry.stands_for):
            if id_ not in known:
                place, meant = nodes.place(("terms", number, "stands_for", at)), did_you_mean(id_, known)
                yield problem("bad-choice", place, meant=meant, key="stands_for", value=id_, known=[*known])


def _written_twice(contents: Contents, settings: Settings) -> Iterator[Problem]:
    """That the language of the records has a file of its own, which the one with the facts is: told of all at once."""
    first = settings.language_of_facts
    found = [{text.language: text.file for text in files.texts} for files in contents.records]
    twice = [files for files in found if {"", first} <= files.keys()]
    if not twice:
        return
    others = [
        language for language in settings.languages if language != first and not any(language in f for f in twice)
    ]
    yield problem(
        "written-twice",
        contents.position(twice[0][first]),
        main=twice[0][""].name,
        language=Language(first),
        code=others[0] if len(others) == 1 else "…",
        number=len(twice),
    )


def _settings_problems(settings: Settings | None, contents: Contents) -> Iterator[Problem]:
    nodes = contents.settings
    if settings is None:
        return
    if settings.model and settings.model < MODEL:
        yield problem("older-model", nodes.place(("model",)), number=settings.model, current=MODEL)
    for number, language in enumerate(settings.languages):
        if language in settings.languages[:number]:
            yield problem("same-language", nodes.place(("languages", number)), value=language)
        if language not in (*languages(), *contents.words):
            place, known = nodes.place(("languages", number)), [*map(Language, languages())]
            yield problem("no-words", place, language=Language(language), code=language, known=known)
    if settings.written_in and settings.written_in not in settings.languages:
        place = nodes.place(("written_in",))
        yield problem("bad-language", place, value=settings.written_in, known=settings.languages)
    for number, owned in enumerate(settings.kinds):
        if owned.kind not in LISTED and (owned.address or owned.former_addresses):
            yield problem("no-list", nodes.place(("kinds", number)), name=owned.kind, known=LISTED)
    for again in chain(entries_again(settings, nodes), values_again(settings, nodes)):
        if again.values["key"] != "languages":  # which are told above
            yield again
    if not settings.languages:
        yield problem("too-few", nodes.place(("languages",)), key="languages", number=1)
    elif settings.language_of_facts in settings.languages:
        yield from language_problems(settings, nodes, settings)
