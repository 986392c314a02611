"""Files of a site as they are to be: values replaced one at a time in place, and all that was replaced told once."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.content.changes import Changes
from generator.content.nodes import Location, Nodes, read_yaml
from generator.content.parse import parse
from generator.content.replace import FRONT_MATTER, CannotReplaceError, replace_value, with_value
from generator.content.write import write_group
from generator.fields.declare import Group, is_filled
from generator.problems.problem import Position
from generator.problems.setup import SetupError
from generator.words import N_, Phrase


class Edits:
    """What files below `root` are to hold; each is read when it is first asked for. Nothing is written."""

    def __init__(self, root: Path, languages: Sequence[str]) -> None:
        self._root, self._languages = root, languages
        self._before: dict[str, str] = {}
        self._after: dict[str, str] = {}
        self._anew: set[str] = set()
        self._removed: set[str] = set()

    def changes(self, moved: Mapping[str, str] | None = None) -> Changes:
        """What is to become of the files, some of which move as well."""
        paths = {path: text for path, text in self._after.items() if text != self._before[path]}
        return Changes(
            moved or {}, frozenset(self._removed), {_path_then(path, moved or {}): text for path, text in paths.items()}
        )

    @property
    def anew(self) -> list[str]:
        """Those whose form lets no value be replaced by itself: written in the canonical one, without comments."""
        return sorted(self._anew)

    def text(self, path: str) -> str:
        """What a file is to hold as far as it is known. Raises OSError."""
        if path not in self._after:
            self._before[path] = self._after[path] = (self._root / path).read_bytes().decode()
        return self._after[path]

    def put(self, path: str, text: str) -> None:
        """Let a file hold something else altogether."""
        self.text(path)
        self._after[path] = text

    def remove(self, path: str) -> None:
        """Let a file go that is none of these."""
        self._removed.add(path)

    def set(self, path: str, model: type[Group], location: Location, value: Any) -> None:
        """Let a file, whose facts are a `model`, say another value at a location; None takes away the one there is.

        Raises OSError and SetupError.
        """
        before = self.text(path)
        try:
            self._after[path] = replace_value(before, model, location, value, self._languages)
        except CannotReplaceError:
            self._after[path] = self._written_anew(path, model, location, value)
            self._anew.add(path)

    def without(self, path: str, facts: Group, location: Location, numbers: Collection[int]) -> None:
        """Let a list lose some of its entries, and what holds it lose the list that has none left."""
        entries = list(held_at(facts, location))
        kept = tuple(one for number, one in enumerate(entries) if number not in numbers)
        before = self.text(path)
        try:
            for number in sorted(numbers, reverse=True) if kept else ():
                before = replace_value(before, type(facts), (*location, number), None, self._languages)
            self._after[path] = before
        except CannotReplaceError:
            self.set(path, type(facts), location, kept)
        if not kept:
            while len(location) > 1 and _is_all_of(held_at(facts, location[:-1]), str(location[-1])):
                location = location[:-1]
            self.set(path, type(facts), location, None)

    def in_text(self, path: str, old: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> None:
        """Let a file say something else wherever its text, not its facts, has the pattern."""
        before = self.text(path)
        found = FRONT_MATTER.match(before)
        start = found.end() if found else len(before)
        self._after[path] = before[:start] + old.sub(new, before[start:])

    def _written_anew(self, path: str, model: type[Group], location: Location, value: Any) -> str:
        """A file in the canonical form. Raises SetupError where it does not hold a sound group."""
        content = self.text(path)
        found = FRONT_MATTER.match(content)
        start, end = found.span("facts") if found else (0, len(content))
        nodes, problems = read_yaml(content[start:end].replace("\r\n", "\n"), "")
        plain = with_value(nodes.value, model, location, value)
        group, _, told = parse(model, Nodes(plain, Position("")), {"title": "–"} if "title" in model.declared else {})
        if group is None or problems or told:
            message = Phrase(N_("{file} has a form that is not changed in place."), {"file": path})
            raise SetupError(message, Phrase(N_("Write it in lines, without brackets, and give the command again.")))
        return content[:start] + write_group(group, self._languages) + content[end:]


def _path_then(path: str, moved: Mapping[str, str]) -> str:
    """The path that a file has once files and folders have moved."""
    for old, new in moved.items():
        if path == old or path.startswith(f"{old}/"):
            return new + path[len(old) :]
    return path


def held_at(facts: Any, location: Location) -> Any:
    """What facts hold at a location."""
    for part in location:
        facts = facts.held(part) if isinstance(part, str) else facts[part]
    return facts


def _is_all_of(group: Group, name: str) -> bool:
    """Whether a group has nothing but one field."""
    return [one for one in group.declared if is_filled(group.held(one))] == [name]
