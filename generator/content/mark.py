"""A translation marked as following its original: its `translated_from` alone is replaced, every other byte stays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.freshness import Changed, by_hash, changes, fingerprint
from generator.content.nodes import read_yaml
from generator.content.read import Contents
from generator.content.record import AnyRecord, Wording, words_of
from generator.content.replace import FRONT_MATTER, replace_value
from generator.content.settings import Settings
from generator.content.site_file import SITE_FILE
from generator.content.validate import settings_of
from generator.content.validate_record import record_of
from generator.content.versions import versions
from generator.fields.values import AnyRef
from generator.kinds.translation import Translation
from generator.problems.problem import Problem

_FIELD = "translated_from"


@dataclass(frozen=True)
class Mark:
    """What `translated_from` of a translation says, and what it is to say; "" where it says nothing."""

    said: str
    current: str
    changed: tuple[Changed, ...] | None
    """The parts of the original that have changed since; None where what it says does not tell."""


def one_record(contents: Contents, ref: AnyRef) -> tuple[Settings | None, AnyRecord | None, tuple[Problem, ...]]:
    """The settings and a record of the contents by itself, and the errors of their files."""
    settings, told = settings_of(contents)
    problems = [*contents.problems, *told]
    (files,) = (one for one in contents.records if one.ref == ref)
    record, paths = None, {SITE_FILE}
    if settings is not None:
        documents, unread = contents.documents(files)
        record, unsound = record_of(documents, settings)
        problems += [*unread, *unsound]
        paths |= {one.path for one in documents}
    return settings, record, tuple(one for one in problems if one.is_error and one.place.path in paths)


def mark_of(translation: Wording, original: Wording) -> Mark:
    """How a translation stands to its original."""
    said = str(translation.nodes.value.get(_FIELD, ""))
    return Mark(said, fingerprint(original), changes(said, original))


def old_words(root: Path, path: str, changed: Iterable[Changed]) -> Mapping[str, str]:
    """What stood where a text has changed, by its hash, as far as git remembers it."""
    wanted = {one for part in changed for one in part.before}
    found: dict[str, str] = {}
    for text in versions(root, path) if wanted else ():
        found |= by_hash(_words(text))
        if wanted <= found.keys():
            break
    return found


def _words(text: str) -> Wording:
    """The words of a file as it was, whatever else it held."""
    facts = FRONT_MATTER.match(text)
    written = read_yaml(facts["facts"] if facts else text, "")[0].value
    image = written.get("image")
    title, short, summary = (str(written.get(name, "")) for name in ("title", "short_title", "summary"))
    alt = str(image.get("alt", "")) if isinstance(image, dict) else ""
    return words_of(title, short, summary, alt, text[facts.end() :] if facts else "")


def write_mark(root: Path, translation: Wording, mark: Mark, languages: Sequence[str]) -> None:
    """Write in the file of a translation what its mark is to say. Raises CannotReplaceError and OSError."""
    file = root / translation.path
    written = file.read_bytes().decode()
    file.write_bytes(replace_value(written, Translation, (_FIELD,), mark.current, languages).encode())
