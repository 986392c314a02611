"""A translation marked as following its original: its `translated_from` alone is replaced, every other byte stays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.content.freshness import changes, fingerprint
from generator.content.read import Contents
from generator.content.record import AnyRecord, Wording
from generator.content.replace import replace_value
from generator.content.site_file import SITE_FILE
from generator.content.validate import Content, validate
from generator.fields.values import AnyRef
from generator.kinds.translation import Translation
from generator.problems.problem import Problem
from generator.words import Phrase

_FIELD = "translated_from"


@dataclass(frozen=True)
class Mark:
    """What `translated_from` of a translation says, and what it is to say; "" where it says nothing."""

    said: str
    current: str
    changed: tuple[Phrase, ...] | None
    """The parts of the original that have changed since; None where what it says does not tell."""


def one_record(
    contents: Contents, told: Sequence[Problem], ref: AnyRef
) -> tuple[Content | None, AnyRecord | None, tuple[Problem, ...]]:
    """A record of the contents by itself, and the errors of its files and of the settings, of those `told` too."""
    documents = tuple(one for one in contents.documents if (one.folder, one.id) == (ref.folder, ref.id))
    content, more = validate(replace(contents, documents=documents))
    files = {SITE_FILE, *(one.path for one in documents)}
    errors = tuple(one for one in (*told, *more) if one.is_error and one.place.path in files)
    return content, next(iter(content.records), None) if content else None, errors


def mark_of(translation: Wording, original: Wording) -> Mark:
    """How a translation stands to its original."""
    said = str(translation.nodes.value.get(_FIELD, ""))
    return Mark(said, fingerprint(original), changes(said, original))


def write_mark(root: Path, translation: Wording, mark: Mark, languages: Sequence[str]) -> None:
    """Write in the file of a translation what its mark is to say. Raises CannotReplaceError and OSError."""
    file = root / translation.path
    written = file.read_bytes().decode()
    file.write_bytes(replace_value(written, Translation, (_FIELD,), mark.current, languages).encode())
