"""Files that were meant for translations of records beside them and are not called so: altro_en.md, altro.eng.md."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from generator.content.naming import NAME, Meant
from generator.content.nodes import Value, read_yaml
from generator.fields.texts import ID, suggested_id
from generator.kinds.translation import Translation
from generator.machine.regular_files import read_regular
from generator.words import language_called

_PARTED = re.compile(
    r"(?i)(?P<id>.+?)[\s_,.(-]+(?P<language>[^\W\d_]{2,20}(?:[-_][a-z]{2})?)\)?(?P<ending>\s*\.\s*(?:md|markdown|txt|ya?ml)\s*)"
)
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_language = cache(language_called)


def meant_translation(file: Path, beside: Collection[str]) -> Meant | None:
    """What the translation is to be called that a file holds, where its record is `beside` it in the folder, whose
    names these are, and none is called so.
    """
    named, parted = NAME.fullmatch(file.name), _PARTED.fullmatch(file.name)
    if not parted or (named and named["language"] and ID.fullmatch(named["id"])):
        return None
    record = suggested_id(parted["id"])
    base = next((name for name in (f"{record}.md", f"{record}.yaml") if name in beside), None)
    is_a_record = named and ID.fullmatch(file.stem)
    if base is None or (is_a_record and not _repeats(file, file.with_name(base))):
        return None
    language = _language(parted["language"])
    right = f"{record}.{language}.md"
    is_free = language and right not in beside
    return Meant(right, file.suffix, is_document=False, is_translation=True) if is_free else None


def _repeats(file: Path, base: Path) -> bool:
    """Whether a file says of its own only what a translation does, and else at most what another says."""
    ours, theirs = _written(file), _written(base)
    if not set(_KEY.findall(ours)) - Translation.declared.keys() <= set(_KEY.findall(theirs)):
        return False  # as of nearly all records whose id begins as another's: YAML need not be read
    own, others = _facts(file, ours), _facts(base, theirs)
    return "title" in own and all(
        name in Translation.declared or others.get(name) == value for name, value in own.items()
    )


def _written(file: Path) -> str:
    """The facts of a file, as they are written."""
    try:
        text = read_regular(file).decode(errors="replace").replace("\r\n", "\n")
    except OSError:
        return ""
    return text if file.suffix == ".yaml" else text.partition("---\n")[2].partition("\n---")[0]


def _facts(file: Path, written: str) -> Mapping[str, Value]:
    return read_yaml(f"{written}\n", file.name)[0].value
