"""A site as it was written, whatever model it was written for, and what steps change in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.changes import Changes
from generator.content.freshness import fingerprint
from generator.content.nodes import Nodes, Value
from generator.content.parse import parse
from generator.content.prose import read_prose
from generator.content.read import Contents
from generator.content.record import Wording
from generator.content.replace import CannotReplaceError, replace_value, replace_written
from generator.content.settings import Settings
from generator.content.site_file import SITE_FILE
from generator.content.write import write_group
from generator.fields.declare import Group
from generator.fields.texts import suggested_id
from generator.fields.values import Ref
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.translation import Translation
from generator.machine.memo import Memo
from generator.problems.problem import Position
from generator.problems.setup import SetupError
from generator.problems.spelling import same_names
from generator.words import N_, Phrase


@dataclass
class OldRecord:
    """A record as it was written: its facts, never validated, and its title in each language."""

    ref: Ref[Kind]
    path: str
    facts: dict[str, Value]
    titles: dict[str, str]
    changed: list[str] = field(default_factory=list)
    """The fields that steps have changed, each once."""

    @property
    def model(self) -> type[Kind]:
        """Its kind, as it is declared now."""
        return BY_FOLDER[self.ref.folder]

    def put(self, name: str, value: Value | None) -> None:
        """Write another value of a field, or none: a field that is renamed is put under its new name too."""
        if value is None:
            self.facts.pop(name, None)
        else:
            self.facts[name] = value
        if name not in self.changed:
            self.changed.append(name)


class OldSite:
    """What is read of a site without asking whether it is sound, to be changed step by step."""

    def __init__(self, root: Path, memo: Memo) -> None:
        contents = Contents(root, memo)
        self._root, self._memo = root, memo
        self.unread = [one for one in contents.problems if one.is_error and contents.settings.broken]
        """What keeps the settings from being read."""
        self.settings: dict[str, Value] = dict(contents.settings.value)
        written = self.settings.get("languages")
        self.languages: list[str] = written if isinstance(written, list) and written else ["it"]
        self.records: dict[Ref[Kind], OldRecord] = {}
        self.added: dict[Ref[Kind], OldRecord] = {}
        """The records that steps have made, which no file has yet."""
        self._settings_changed: list[str] = []
        for files in contents.records:
            documents, _ = contents.documents(files)
            main = next((one for one in documents if not one.language), None)
            if main is None or main.nodes.broken:
                continue
            titles = {one.language or self.languages[0]: str(one.nodes.value.get("title", "")) for one in documents}
            self.records[files.ref] = OldRecord(files.ref, main.path, dict(main.nodes.value), titles)

    def of(self, *kinds: type[Kind]) -> list[OldRecord]:
        """The records of some kinds, those made by steps too."""
        there = (*self.records.values(), *self.added.values())
        return [one for one in there if issubclass(one.model, kinds)]

    def put_setting(self, name: str, value: Value | None) -> None:
        """Write another value of a setting, or none."""
        self._settings_changed.append(name)
        if value is None:
            self.settings.pop(name, None)
        else:
            self.settings[name] = value

    def named(self, title: str, records: list[OldRecord]) -> OldRecord | None:
        """The one of some records that is called so in a language, or has it for its id."""
        found = same_names(title, {str(one.ref): (one.ref.id, *one.titles.values()) for one in records})
        return next((one for one in records if str(one.ref) in found), None)

    def add(self, kind: type[Kind], titles: Mapping[str, str], facts: Mapping[str, Value]) -> OldRecord:
        """Make a record under a free id."""
        first = titles.get(self.languages[0]) or next(iter(titles.values()))
        wanted, number = suggested_id(first), 2
        ref = Ref[Kind](kind.folder, wanted)
        while ref in self.records or ref in self.added:
            ref, number = Ref[Kind](kind.folder, f"{wanted}-{number}"), number + 1
        path = f"content/{kind.folder}/{ref.id}.md"
        self.added[ref] = OldRecord(ref, path, {"title": first, **facts}, dict(titles))
        return self.added[ref]

    def changes(self) -> Changes:
        """What the steps make of the files. Raises SetupError where one has a form that cannot be changed."""
        written = dict[str, str]()
        if self._settings_changed:
            written[SITE_FILE] = self._changed(SITE_FILE, Settings, self.settings, self._settings_changed)
        for one in self.records.values():
            if one.changed:
                written[one.path] = self._changed(one.path, one.model, one.facts, one.changed)
        for one in self.added.values():
            written |= self._files(one)
        return Changes(written=written)

    def _changed(self, path: str, model: type[Group], facts: Mapping[str, Value], names: Iterable[str]) -> str:
        """A file with other values of some fields; those that it has no more need not be declared."""
        text = (self._root / path).read_bytes().decode()
        for name in names:
            try:
                if name in facts:
                    text = replace_written(text, model, (name,), facts[name], self.languages)
                else:
                    text = replace_value(text, model, (name,), None, self.languages)
            except CannotReplaceError as error:
                message = Phrase(N_("{file} has a form that is not changed in place."), {"file": path})
                hint = Phrase(N_("Write “{key}” on lines of its own, without comments, then try again."), {"key": name})
                raise SetupError(message, hint) from error
        return text

    def _files(self, one: OldRecord) -> dict[str, str]:
        """The files of a record that is new: of its facts, and of its title in the languages that have another."""
        nodes = Nodes(one.facts, Position(one.path))
        facts, _, _ = parse(one.model, nodes)
        assert facts
        files = {one.path: f"---\n{write_group(facts, self.languages)}---\n"}
        first = Wording(nodes, facts.title, facts.title, "", "", "", 0, read_prose("", self._memo))
        for language in self.languages[1:]:
            title = one.titles.get(language)
            if title and title != facts.title:
                said = Translation(title=title, translated_from=fingerprint(first))
                path = f"{one.path.removesuffix('.md')}.{language}.md"
                files[path] = f"---\n{write_group(said, self.languages)}---\n"
        return files
