"""Contents → settings, vocabularies and records, or problems."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.content.localised import language_problems
from generator.content.nodes import Nodes
from generator.content.parse import parse
from generator.content.read import Contents
from generator.content.records import Note, Records
from generator.content.settings import Settings
from generator.content.settings_types import MODEL
from generator.content.style import StyleSheet
from generator.content.vocabularies import NAMES, Vocabulary
from generator.kinds.catalogue import BY_FOLDER, LISTED
from generator.problems.problem import Problem, problem
from generator.problems.spelling import did_you_mean
from generator.words import languages


@dataclass(frozen=True)
class Content:
    """What the content says; `nodes` are the settings as written."""

    settings: Settings
    nodes: Nodes
    records: Records
    vocabularies: Mapping[str, Vocabulary]
    style: StyleSheet


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
    settings = replace(settings, base_url=base_url or settings.base_url)
    records = Records(contents, settings, noted or {})
    vocabularies, told = _vocabularies(contents, settings)
    style, unsound = _style(contents, settings)
    content = Content(settings, contents.settings, records, vocabularies, style)
    return content, [*problems, *records.problems, *told, *unsound]


def settings_of(contents: Contents) -> tuple[Settings | None, list[Problem]]:
    """The settings, where they are sound."""
    if contents.settings.broken:
        return None, []
    settings, _, problems = parse(Settings, contents.settings)
    problems += _settings_problems(settings, contents.settings)
    return None if any(one.is_error for one in problems) else settings, problems


def _vocabularies(contents: Contents, settings: Settings) -> tuple[dict[str, Vocabulary], list[Problem]]:
    vocabularies = {}
    problems: list[Problem] = []
    nameless = {"title": dict.fromkeys(settings.languages, "–"), "version": "–", "source": "–"}
    for name, written in sorted(contents.vocabularies.items(), key=lambda found: NAMES.index(found[0])):
        vocabulary, nodes, told = parse(Vocabulary, written, nameless)
        problems += told
        if vocabulary is not None:
            problems += language_problems(vocabulary, nodes, settings)
            problems += _repeated_terms(vocabulary, nodes)
            vocabularies[name] = vocabulary
    return vocabularies, problems


def _style(contents: Contents, settings: Settings) -> tuple[StyleSheet, list[Problem]]:
    """The style sheet; without a file it refuses nothing."""
    if contents.style is None:
        return StyleSheet(terms=()), []
    sheet, nodes, problems = parse(StyleSheet, contents.style)
    for number, term in enumerate(sheet.terms if sheet else ()):
        if term.language not in settings.languages:
            place = nodes.place(("terms", number, "language"))
            problems.append(problem("bad-language", place, value=term.language, known=settings.languages))
    return sheet or StyleSheet(terms=()), problems


def _repeated_terms(vocabulary: Vocabulary, nodes: Nodes) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, entry in enumerate(vocabulary.terms):
        if entry.id in seen:
            yield problem("same-term", nodes.place(("terms", number, "id")), id=entry.id)
        seen.add(entry.id)


def _settings_problems(settings: Settings | None, nodes: Nodes) -> Iterator[Problem]:
    if settings is None:
        return
    if settings.model and settings.model < MODEL:
        yield problem("older-model", nodes.place(("model",)), number=settings.model, current=MODEL)
    for number, language in enumerate(settings.languages):
        if language in settings.languages[:number]:
            yield problem("same-language", nodes.place(("languages", number)), value=language)
        if language not in languages():
            yield problem("bad-language", nodes.place(("languages", number)), value=language, known=languages())
    for folder, words in (settings.addresses or {}).items():
        if folder not in LISTED:
            code, meant = "unknown-folder", did_you_mean(folder, LISTED)
            if folder in BY_FOLDER:
                code, meant = "no-list", ()
            place = nodes.key_place(("addresses", folder))
            yield problem(code, place, meant=meant, name=folder, known=LISTED)
        for language in words.keys() - set(settings.languages):
            place = nodes.key_place(("addresses", folder, language))
            yield problem("bad-language", place, value=language, known=settings.languages)
    if not settings.languages:
        yield problem("too-few", nodes.place(("languages",)), key="languages", number=1)
    elif all(language in languages() for language in settings.languages):
        yield from language_problems(settings, nodes, settings)
