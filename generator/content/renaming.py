"""A record under another id: its files, and every place that names it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from generator.content.edits import Edits, held_at
from generator.content.freshness import carried_over
from generator.content.nodes import Location, Nodes
from generator.content.record import AnyRecord
from generator.content.site_file import SITE_FILE
from generator.content.validate import Content
from generator.fields.declare import Field, Group
from generator.fields.dotted import find_field
from generator.fields.references import AnyReference, ListOrRecord, Reference
from generator.fields.values import AnyRef
from generator.fields.walk import groups, leaves
from generator.kinds.evidence import differing_of
from generator.kinds.translation import Translation

_MARK = "translated_from"
Addresses = Mapping[str, str]
"""Whole addresses of a record's pages, and those that they become: all below them follow."""


def files_moved(record: AnyRecord, new: AnyRef) -> Mapping[str, str]:
    """The files of a record, or its folder, to their paths under a new id."""
    folder = PurePosixPath("content") / record.ref.folder
    if PurePosixPath(record.path).parent != folder:
        return {str(folder / record.ref.id): str(folder / new.id)}
    paths = [PurePosixPath(one.path) for one in record.wordings.values()]
    return {str(one): str(folder / (new.id + one.name.removeprefix(record.ref.id))) for one in paths}


def rename_everywhere(edits: Edits, content: Content, old: AnyRef, new: AnyRef, addresses: Addresses) -> None:
    """Let every file that names a record name it by its new id: facts, links in texts, settings.

    The content is sound; its files are still where they were.
    """
    named = _Named(old, new, addresses)
    settings = content.settings
    _in_facts(edits, settings, content.nodes, SITE_FILE, named)
    for record in content.records.values():
        _in_facts(edits, record.facts, record.nodes, record.path, named)
        for language, wording in record.wordings.items():
            if any(named.is_linked(link.target) for link in wording.prose.links):
                edits.in_text(wording.path, named.pattern, named.in_text)
                if language == settings.language_of_facts:
                    _keep_marks(edits, record, named, settings.languages_of_translations)


def _keep_marks(edits: Edits, record: AnyRecord, named: "_Named", others: Iterable[str]) -> None:
    """Let what translated a text follow it still: only what it links is called otherwise."""
    first, *_ = record.wordings.values()
    body = named.pattern.sub(named.in_text, first.body)
    for wording in (record.wordings[one] for one in others if one in record.wordings):
        if mark := str(wording.nodes.value.get(_MARK, "")):
            edits.set(wording.path, Translation, (_MARK,), carried_over(mark, first, body))


class _Named:
    """What names a record, by its types; and what names it then."""

    def __init__(self, old: AnyRef, new: AnyRef, addresses: Addresses) -> None:
        self.old, self.new, self._addresses = old, new, addresses
        starts = [rf"\bref:{re.escape(str(old))}(?![\w/-])", *map(re.escape, addresses)]
        self.pattern = re.compile("|".join(starts))

    def is_linked(self, target: str) -> bool:
        """Whether a link of a text leads to it."""
        return self.pattern.match(target) is not None

    def in_text(self, match: re.Match[str]) -> str:
        """What a text says instead of what the pattern found."""
        return self._addresses.get(match[0], f"ref:{self.new}")

    def value(self, declared: Field, value: object) -> object:
        """What a field says instead of a value, which is the same where it does not name the record."""
        if value == self.old:
            return self.new
        if isinstance(declared.item, ListOrRecord) and value == str(self.old):
            return str(self.new)
        if isinstance(value, str) and (match := self.pattern.match(value)) and match[0] in self._addresses:
            return self._addresses[match[0]] + value[match.end() :]
        return value


def _in_facts(edits: Edits, facts: Group, nodes: Nodes, path: str, named: _Named) -> None:
    for location, declared, value in leaves(facts):
        now = named.value(declared, value)
        if now != value:
            edits.set(path, type(facts), *_as_it_stands(facts, nodes, location, now))
    for location, text in _as_others_say(facts, named):
        edits.set(path, type(facts), location, text)


def _as_it_stands(facts: Group, nodes: Nodes, location: Location, value: object) -> tuple[Location, Any]:
    """Where a value is written, and what is to stand there: the group around it, where that is written as it alone."""
    if location in nodes.values:
        return location, value
    return location[:-1], replace(held_at(facts, location[:-1]), **{str(location[-1]): value})


def _as_others_say(facts: Group, named: _Named) -> Iterator[tuple[Location, str]]:
    """Where another source names the record, as the field is spelt that it speaks of."""
    for location, group in groups(facts):
        for number, entry in enumerate(differing_of(group)):
            found = find_field(type(group), entry.field)
            is_a = found[1].item if found else None
            is_named = isinstance(is_a, AnyReference) or (
                isinstance(is_a, Reference) and is_a.folder == named.old.folder
            )
            if is_a and is_named and entry.value == is_a.write(named.old):
                yield (*location, "differing", number, "value"), is_a.write(named.new)
