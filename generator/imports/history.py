"""What a table said of each row when it was last imported: what differs from that now was edited by hand.

It lies beside the content, in `imports/`, and is kept with it: a line a row, its id, and a digest of each field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.nodes import Value, read_yaml
from generator.content.scalars import flow, key
from generator.machine.memo import digest
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

FOLDER = "imports"
_UNSTATED = "not_stated"
_SHORT = 10
Parts = Mapping[str, Value]
"""The facts of a record by field, each field that is not stated by itself, and the text below the facts."""


@dataclass(frozen=True)
class ImportedRow:
    """The record that a row became, and a digest of what the row said of each part."""

    id: str
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What was edited by hand since, so that what the table says now is not written."""

    part: str
    here: Value
    table: Value


def history_path(map_file: Path) -> str:
    """The file, below the root, that remembers what was imported by a map."""
    return f"{FOLDER}/{map_file.name.partition('.')[0]}.imported.yaml"


def read_history(root: Path, path: str) -> dict[str, ImportedRow]:
    """What each row said, by its key; nothing where nothing was imported yet. Raises SetupError."""
    try:
        text = (root / path).read_text("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        text = "?"
    nodes, problems = read_yaml(text, path)
    if problems or not all(isinstance(one, dict) and "id" in one for one in nodes.value.values()):
        message = Phrase(N_("{file} is not as the last import wrote it."), {"file": path})
        raise SetupError(message, Phrase(N_("Bring it back from git; without it nobody knows what was imported.")))
    return {
        row: ImportedRow(str(one["id"]), {name: str(said) for name, said in one.items() if name != "id"})
        for row, one in nodes.value.items()
    }


def written_history(rows: Mapping[str, ImportedRow]) -> str:
    """The file that `read_history` reads."""
    return "".join(f"{key(row)}: {flow({'id': one.id, **one.said})}\n" for row, one in rows.items())


def digests(parts: Parts) -> dict[str, str]:
    """What is remembered of what a row says."""
    return {name: digest(repr(value))[:_SHORT] for name, value in parts.items()}


def parts_of(facts: Mapping[str, Value], text: str, text_below: str) -> dict[str, Value]:
    """The parts of a record."""
    parts = {name: value for name, value in facts.items() if name != _UNSTATED}
    parts |= {f"{_UNSTATED}.{name}": name for name in facts.get(_UNSTATED, ())}
    return parts | ({text_below: text.strip()} if text.strip() else {})


def facts_of(parts: Parts, text_below: str) -> dict[str, Value]:
    """The facts that parts are of; what is stated is not among what is not."""
    unstated = [value for name, value in parts.items() if name.startswith(f"{_UNSTATED}.") and value not in parts]
    facts = {name: value for name, value in parts.items() if "." not in name and name != text_below}
    return facts | ({_UNSTATED: unstated} if unstated else {})


def merged(here: Parts, table: Parts, said: Mapping[str, str]) -> tuple[dict[str, Value], list[Kept]]:
    """The parts with what the table says now, but for those that were edited by hand since it `said` something."""
    was, found, kept = digests(here), dict(here), list[Kept]()
    for name in [*here, *(one for one in table if one not in here)]:
        if here.get(name) == table.get(name):
            continue
        if was.get(name) != said.get(name):
            if name in said or name in table:
                kept.append(Kept(name, here.get(name), table.get(name)))
        elif name in table:
            found[name] = table[name]
        else:
            del found[name]
    return found, [one for one in kept if not one.part.startswith(f"{_UNSTATED}.")]
