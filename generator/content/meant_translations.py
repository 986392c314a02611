"""Files that were meant for translations of records beside them and are not called so: altro_en.md, altro.eng.md."""

import re
from collections.abc import Mapping
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
_language = cache(language_called)


def meant_translation(file: Path) -> Meant | None:
    """What the translation is to be called that a file holds, where its record lies beside it and none is called so."""
    named, parted = NAME.fullmatch(file.name), _PARTED.fullmatch(file.name)
    if not parted or (named and named["language"] and ID.fullmatch(named["id"])):
        return None
    record = suggested_id(parted["id"])
    base = next((one for one in (file.with_name(f"{record}{end}") for end in (".md", ".yaml")) if one.is_file()), None)
    language = _language(parted["language"]) if base else ""
    right = f"{record}.{language}.md"
    if base is None or not language or file.with_name(right).exists():
        return None
    is_a_record = named and ID.fullmatch(file.stem)
    return (
        None
        if is_a_record and not _repeats(file, base)
        else Meant(right, file.suffix, is_document=False, is_translation=True)
    )


def _repeats(file: Path, base: Path) -> bool:
    """Whether a file says of its own only what a translation does, and else at most what another says."""
    own, others = _facts(file), _facts(base)
    return "title" in own and all(
        name in Translation.declared or others.get(name) == value for name, value in own.items()
    )


def _facts(file: Path) -> Mapping[str, Value]:
    try:
        text = read_regular(file).decode(errors="replace").replace("\r\n", "\n")
    except OSError:
        return {}
    facts = text if file.suffix == ".yaml" else text.partition("---\n")[2].partition("\n---")[0]
    return read_yaml(f"{facts}\n", file.name)[0].value
