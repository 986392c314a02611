"""The documents of a record → the record, or problems: every mistake of its files at once.

A bad value is set aside and the rest goes on, so that one mistake never hides another; with a mistake anywhere nothing
is published.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.content.freshness import changes, fingerprint, lacks_text
from generator.content.localised import language_problems
from generator.content.meant_field import meant_field
from generator.content.named_entries import entries_are_there
from generator.content.nodes import Location, Nodes
from generator.content.parse import parse, refused
from generator.content.read import Document
from generator.content.record import AnyRecord, Record, Wording
from generator.content.settings import Settings
from generator.fields.called import fields_called, fields_listed
from generator.fields.declare import Group
from generator.fields.dotted import find_field, held_by
from generator.fields.owed import is_required
from generator.fields.types import ListOf, RefusedError
from generator.fields.walk import groups
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.common import CLASSIFIED
from generator.kinds.evidence import differing_of
from generator.kinds.translation import Translation
from generator.problems.mend import NameMend, ValueMend
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import named_so
from generator.words import N_, Language, Phrase, is_language


def record_of(documents: Iterable[Document], settings: Settings) -> tuple[AnyRecord | None, list[Problem]]:
    """The record that its documents are of, where they are sound enough to make one."""
    problems: list[Problem] = []
    return _record(_by_language(documents, problems), settings, problems), problems


def _by_language(documents: Iterable[Document], problems: list[Problem]) -> dict[str, Document]:
    """The documents by language, "" for the facts."""
    found: dict[str, Document] = {}
    for document in documents:
        if first := found.get(document.language):
            problems.append(problem("same-id", Position(document.path), other=first.path))
        else:
            found[document.language] = document
    return found


def _record(documents: Mapping[str, Document], settings: Settings, problems: list[Problem]) -> AnyRecord | None:
    main = documents.get("")
    if main is None:
        problems += _without_facts(documents, settings)
        return None
    if main.nodes.broken:
        return None
    facts, nodes, told = parse(BY_FOLDER[main.ref.folder], main.nodes, {"title": main.ref.id}, settings.site)
    problems += told
    if facts is None:
        return None
    raw, main = main.nodes, replace(main, nodes=nodes)
    problems += _facts_problems(facts, main.nodes, _renamed(told), raw, settings)
    problems += language_problems(facts, main.nodes, settings)
    first = settings.language_of_facts
    wordings = {first: _wording(main, facts, facts.image.alt if facts.image else None)}
    for language, document in documents.items():
        if not language or document.nodes.broken:
            continue
        if language == first:  # which is told of all records at once
            continue
        if language not in settings.languages:
            problems.append(_other_language(document, settings))
            continue
        translation, told = _translation(document, facts, main, settings)
        problems += told
        if translation is not None:
            problems += _length_problems(translation, document.nodes)
            problems += () if facts.withdrawn else _freshness(translation, document, wordings[first], settings)
            wordings[language] = _wording(document, translation, translation.image.alt if translation.image else None)
    for wording in wordings.values():
        if wording.prose.too_deep:
            problems.append(problem("text-too-deep", wording.place(1, 1)))
    return Record(main.ref, facts, main.nodes, wordings, main.attachments)


def _other_language(document: Document, settings: Settings) -> Problem:
    """That a translation is in no language of the site: it is not used, whatever stands in it."""
    if is_language(document.language):
        return problem("unused-language", Position(document.path), languages=[Language(document.language)])
    known = settings.languages_of_translations
    return problem("bad-language", Position(document.path), value=document.language, known=known)


def _without_facts(documents: Mapping[str, Document], settings: Settings) -> Iterator[Problem]:
    """That translations have nothing to translate; or only that the first language is named where it need not be."""
    first = documents.get(settings.language_of_facts)
    for one in (first,) if first else documents.values():
        expected = one.path.replace(f".{one.language}.", ".")
        if one is first:
            cause = Phrase(N_("the language of the records stands in no name"))
            yield problem("wrong-name", Position(one.path), exact=NameMend(expected), cause=cause, example=expected)
        else:
            mark = str(one.nodes.value.get("translated_from", ""))
            place, language = Position(one.path), one.language
            yield problem("translation-alone", place, expected=expected, language=language, mark=mark)


def _renamed(told: Iterable[Problem]) -> frozenset[str]:
    """The fields that are there under another name, and told of by it."""
    slips = (one for one in told if one.code in ("unknown-key", "not-a-field"))
    return frozenset(name for one in slips for meant in one.suggestions for name in meant.split(", "))


def _facts_problems(
    facts: Kind, nodes: Nodes, renamed: frozenset[str], raw: Nodes, settings: Settings
) -> Iterator[Problem]:
    """`renamed` are there under another name; `raw` is what was written, before anything of it was set aside."""
    unlisted = [one for location, group in groups(facts) for one in _not_stated_problems(group, location, nodes)]
    yield from unlisted
    yield from _length_problems(facts, nodes)
    if facts.withdrawn:  # nothing more is owed
        return
    there = renamed | _renamed(unlisted)
    if "not_stated" not in there and ("not_stated" not in raw.value or nodes.holds("not_stated")):
        yield from _required_problems(facts, nodes, there, raw)
    yield from _differing_problems(facts, nodes, settings)
    yield from entries_are_there(facts, nodes, raw)
    yield from _unclassified(facts, nodes)
    if facts.needs_source and not facts.sources and not nodes.holds("sources") and "sources" not in there:
        yield problem("missing-source", nodes.start)


def _unclassified(facts: Kind, nodes: Nodes) -> Iterator[Problem]:
    used = [name for name in CLASSIFIED if facts.held(name)]
    if used and not facts.classification and not nodes.holds("classification"):
        yield problem("missing-classification", nodes.key_place((used[0],)), key=used[0])


def _required_problems(facts: Kind, nodes: Nodes, there: frozenset[str], raw: Nodes) -> Iterator[Problem]:
    told_by_others = Counter(entry.field for entry in facts.differing)
    contested = {field for field, times in told_by_others.items() if times >= 2}
    settled = contested | set(facts.not_stated)
    for name, declared in facts.declared.items():
        least = declared.is_a.at_least if isinstance(declared.is_a, ListOf) else 0
        if nodes.holds(name):
            written = raw.value.get(name)
            if isinstance(written, list) and 0 < len(written) < least and written == nodes.value.get(name):
                yield problem("too-few", nodes.place((name,)), key=name, number=least)
        elif any(map(nodes.holds, declared.unless)):
            continue
        elif is_required(facts, declared) and name not in settled | there:
            yield problem("required-field", nodes.start, key=name, example=f"not_stated: [{name}]")


def _not_stated_problems(group: Group, location: Location, nodes: Nodes) -> Iterator[Problem]:
    model = type(group)
    for number, dotted in enumerate(group.texts_of("not_stated")):
        place = nodes.place((*location, "not_stated", number))
        if find_field(model, dotted) is None:
            parts = dotted.replace(";", " ").split()
            forgotten = len(parts) > 1 and all(find_field(model, part) for part in parts)
            meant = (", ".join(parts),) if forgotten else meant_field(dotted, model)
            known, named = fields_listed(model.declared.values()), named_so(dotted, fields_called(model))
            free = meant == (named,) and named not in group.texts_of("not_stated") and held_by(group, named) is None
            exact = ValueMend((*location, "not_stated", number), named) if free else None
            said = {"key": dotted, "where": Phrase(model.singular), "known": known}
            yield problem("not-a-field", place, meant=meant, exact=exact, **said)
        elif held_by(group, dotted) is not None:
            yield problem("stated-and-not", place, key=dotted)


def _length_problems(group: Kind | Translation, nodes: Nodes) -> Iterator[Problem]:
    for name, declared in group.declared.items():
        value = group.held(name)
        if declared.limit and isinstance(value, str) and len(value) > declared.limit:
            yield problem("too-long", nodes.place((name,)), key=name, length=len(value), limit=declared.limit)


def _differing_problems(facts: Kind, nodes: Nodes, settings: Settings) -> Iterator[Problem]:
    """What differs is told of a field of the group that tells it, in a value that the field could have."""
    told = ((way, group, one) for way, group in groups(facts) for one in enumerate(differing_of(group)))
    for way, group, (number, entry) in told:
        model, location = type(group), (*way, "differing", number)
        found = find_field(model, entry.field)
        if found is None:
            meant, known = meant_field(entry.field, model), fields_listed(model.declared.values())
            place = nodes.place((*location, "field"))
            yield problem("unknown-key", place, meant=meant, key=entry.field, where=Phrase(model.singular), known=known)
        elif isinstance(entry.value, str):
            try:
                same = found[1].is_a.read(entry.value) == held_by(group, entry.field)
            except RefusedError as error:
                yield refused(error, nodes, (*location, "value"), found[1].is_a, settings.languages)
            else:
                if same:
                    yield problem("same-value", nodes.place((*location, "value")), key=entry.field, value=entry.value)


def _translation(
    document: Document, facts: Kind, main: Document, settings: Settings
) -> tuple[Translation | None, list[Problem]]:
    translation, _, problems = parse(Translation, document.nodes, {"title": facts.title}, settings.site)
    return translation, [_as_fact(one, facts, main) for one in problems]


def _as_fact(told: Problem, facts: Kind, main: Document) -> Problem:
    key = str(told.values.get("key"))
    if told.code != "unknown-key" or key not in facts.declared:
        return told
    return problem("fact-in-translation", told.place, key=key, main=main.path, known=list(Translation.declared))


def _freshness(translation: Translation, document: Document, first: Wording, settings: Settings) -> Iterator[Problem]:
    mark = fingerprint(first)
    command = f"vetrina translate {document.ref}"
    if len(settings.languages) > 2:
        command += f" --language {document.language}"
    if lacks_text(first, document.body):
        yield problem("text-untranslated", Position(document.path), path=first.path, command=command)
        return
    if translation.translated_from == mark:
        return
    if translation.translated_from is None:
        yield problem("unmarked-translation", Position(document.path), command=command, mark=mark)
        return
    place = document.nodes.place(("translated_from",))
    changed = changes(translation.translated_from, first)
    if changed is None:
        yield problem("unreadable-mark", place, path=first.path, command=command, mark=mark)
    else:
        yield problem("stale-translation", place, parts=tuple(one.said for one in changed), command=command, mark=mark)


def _wording(document: Document, said: Kind | Translation, alt: str | None) -> Wording:
    return Wording(
        nodes=document.nodes,
        title=said.title,
        short_title=said.short_title or said.title,
        summary=said.summary or "",
        alt=alt or "",
        body=document.body,
        body_line=document.body_line,
        prose=document.prose,
    )
