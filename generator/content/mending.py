"""The exact mends of problems, done: in the files as they are to be, and in their names."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from generator.content.changes import Changes
from generator.content.edits import Edits
from generator.content.nodes import read_yaml
from generator.content.replace import FRONT_MATTER, CannotReplaceError, rename_key, replace_written
from generator.content.settings import Settings
from generator.content.site_file import SITE_FILE
from generator.content.style import STYLE_FILE, StyleSheet
from generator.content.vocabularies import VOCABULARIES, Vocabulary
from generator.fields.called import fields_called
from generator.fields.declare import Group
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.translation import Translation
from generator.problems.mend import GapMend, KeyMend, LineMend, NameMend, SignMend, ValueMend
from generator.problems.problem import Problem
from generator.problems.spelling import named_so


class Mending:
    """Mends what can be mended beyond doubt. Nothing is written."""

    def __init__(self, root: Path, languages: Sequence[str]) -> None:
        self._root, self._languages = root, languages
        self._edits = Edits(root, languages)
        self._moved: dict[str, str] = {}

    def changes(self) -> Changes:
        """What is to become of the files."""
        return self._edits.changes(self._moved)

    def mend(self, problems: Iterable[Problem]) -> bool:
        """Mend some problems, whose places are those of the files as they are to be; whether any could be."""
        mended = [
            self._mend(one)
            for one in sorted((one for one in problems if one.exact), key=lambda one: one.place, reverse=True)
        ]
        return any(mended)

    def _mend(self, one: Problem) -> bool:
        """The later places of a file come first, so that those before them hold."""
        if isinstance(one.exact, NameMend):
            return self._rename(one.place.path, one.exact.path)
        path = Changes(self._moved).before(one.place.path)
        try:
            before = self._edits.text(path)
            after = self._mended(before, one, model_of(one.place.path))
        except (CannotReplaceError, OSError, UnicodeDecodeError):
            return False
        self._edits.put(path, after)
        return after != before

    def _mended(self, text: str, one: Problem, model: type[Group]) -> str:
        mend = one.exact
        if isinstance(mend, SignMend):
            return _with_signs(text, one, mend)
        if isinstance(mend, LineMend):
            return _with_line(text, one, mend, model)
        if isinstance(mend, KeyMend):
            return rename_key(text, mend.way, mend.key)
        if isinstance(mend, ValueMend) and mend.written is not None:
            return replace_written(text, model, mend.way, mend.written, self._languages)
        if isinstance(mend, GapMend):
            listed = [*_held(text, mend.listing), mend.field]
            without = replace_written(text, model, mend.way, None, self._languages)
            return replace_written(without, model, mend.listing, [*dict.fromkeys(listed)], self._languages)
        return text

    def _rename(self, old: str, new: str) -> bool:
        """Give a file or a folder another name, unless something has it; what lies in one that moves waits for it."""
        if Changes(self._moved).before(old) != old or new in self._moved.values() or (self._root / new).exists():
            return False
        self._moved[old] = new
        return True


def model_of(path: str) -> type[Group]:
    """What the facts of a file are, by its path. Raises CannotReplaceError."""
    parts = PurePosixPath(path).parts
    if path in (SITE_FILE, STYLE_FILE):
        return Settings if path == SITE_FILE else StyleSheet
    if parts[1] == VOCABULARIES:
        return Vocabulary
    if parts[1] not in BY_FOLDER:
        raise CannotReplaceError("nothing is known of its facts")
    return Translation if parts[-1].count(".") > 1 else BY_FOLDER[parts[1]]


def _with_signs(text: str, one: Problem, mend: SignMend) -> str:
    """A file with other signs at the place of a problem."""
    line_break = "\r\n" if "\r\n" in text else "\n"
    old, new = (signs.replace("\n", line_break) for signs in mend)
    above = text.split("\n")[: one.place.line - 1]
    at = sum(len(line) + 1 for line in above) + one.place.column - 1
    if not text.startswith(old, at):
        raise CannotReplaceError("something else stands there")
    return text[:at] + new + text[at + len(old) :]


def _with_line(text: str, one: Problem, mend: LineMend, model: type[Group]) -> str:
    """A file with another line at the place of a problem, unless the line may hold a second field."""
    before_colons = [word for part in mend.old.split(": ")[1:-1] for word in part.split()[-1:]]
    if any(named_so(word, fields_called(model)) for word in before_colons):
        raise CannotReplaceError("two fields may stand in one line")
    lines = text.split("\n")
    line = lines[one.place.line - 1]
    if line.strip() != mend.old:
        raise CannotReplaceError("something else stands there")
    lines[one.place.line - 1] = line.replace(mend.old, mend.new)
    return "\n".join(lines)


def _held(text: str, way: Sequence[str | int]) -> list[str]:
    """The entries that a list of the facts has; none where it is not there."""
    found = FRONT_MATTER.match(text)
    value: Any = read_yaml(found["facts"] if found else text, "")[0].value
    try:
        for part in way:
            value = value[part]
    except LookupError:
        return []
    return value if isinstance(value, list) else []
