"""What a table said of each row when it was last imported: what differs from that now was edited by hand.

It lies beside the content, in `imports/`, and is kept with it: a line a row, its record, and a digest of each field.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.edits import Edits
from generator.content.nodes import Value, read_yaml
from generator.content.scalars import flow, key
from generator.fields.values import AnyRef, Ref
from generator.kinds.base import Kind
from generator.machine.memo import digest
from generator.machine.regular_files import text_of_regular
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

FOLDER = "imports"
_ENDING = ".imported.yaml"
_ID = "id"
"""What a row became: its folder and its id; its id alone where that was written before it could be renamed."""
_UNSTATED = "not_stated"
_SHORT = 10
Parts = Mapping[str, Value]
"""The facts of a record by field, each field that is not stated by itself, and the text below the facts."""

_Row = Mapping[str, Value]
"""A row as it is written: its record, and the digests."""


@dataclass(frozen=True)
class ImportedRow:
    """The record that a row became, and a digest of what the row said of each part."""

    ref: AnyRef
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What was edited by hand since, so that what the table says now is not written."""

    part: str
    here: Value
    table: Value


def history_path(map_file: Path) -> str:
    """The file, below the root, that remembers what was imported by a map."""
    return f"{FOLDER}/{map_file.name.partition('.')[0]}{_ENDING}"


def read_history(root: Path, path: str, kind: type[Kind]) -> dict[str, ImportedRow]:
    """What each row that became a record of a kind said, by its key; nothing where nothing was imported yet.

    Raises SetupError.
    """
    return {row: _row(one, kind.folder) for row, one in _rows(root, path).items()}


def written_history(rows: Mapping[str, ImportedRow]) -> str:
    """The file that `read_history` reads."""
    return _written({row: {_ID: str(one.ref), **one.said} for row, one in rows.items()})


def rename_in_histories(edits: Edits, root: Path, old: AnyRef, new: AnyRef, known: Collection[AnyRef]) -> None:
    """Let rows that became a record be known to be it under its new id. Raises SetupError."""
    _edit_histories(edits, root, (old,), known, lambda row: {**row, _ID: str(new)})


def erase_in_histories(edits: Edits, root: Path, refs: Collection[AnyRef], known: Collection[AnyRef]) -> list[str]:
    """Forget what rows said that became these records: by digests it could be guessed. The files that name such rows.

    Raises SetupError.
    """
    return _edit_histories(edits, root, refs, known, lambda row: {_ID: row[_ID]})


def _edit_histories(
    edits: Edits, root: Path, refs: Collection[AnyRef], known: Collection[AnyRef], edited: Callable[[_Row], _Row]
) -> list[str]:
    """Edit the rows that became records; one without a folder is of that which alone of those known has that id."""
    alone = {ref.id for ref in refs if not any(one.id == ref.id and one != ref for one in known)}
    names = {*map(str, refs), *alone}
    found = []
    for path in sorted(f"{FOLDER}/{file.name}" for file in (root / FOLDER).glob(f"*{_ENDING}")):
        rows = _rows(root, path)
        its = {key: edited(row) for key, row in rows.items() if str(row[_ID]) in names}
        if its:
            found.append(path)
            edits.put(path, _written({**rows, **its}))
    return found


def _rows(root: Path, path: str) -> Mapping[str, _Row]:
    """The rows of a file as they are written. Raises SetupError."""
    try:
        text = text_of_regular(root / path)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        text = "?"
    nodes, problems = read_yaml(text, path)
    rows = {row: one for row, one in nodes.value.items() if isinstance(one, dict) and _ID in one}
    if problems or len(rows) < len(nodes.value):
        message = Phrase(N_("{file} is not as the last import wrote it."), {"file": path})
        raise SetupError(message, Phrase(N_("Bring it back from git; without it nobody knows what was imported.")))
    return rows


def _row(written: _Row, folder: str) -> ImportedRow:
    said = {name: str(digest) for name, digest in written.items() if name != _ID}
    named, _, id_ = str(written[_ID]).rpartition("/")
    return ImportedRow(Ref(named or folder, id_), said)


def _written(rows: Mapping[str, _Row]) -> str:
    return "".join(f"{key(row)}: {flow(dict(one))}\n" for row, one in rows.items())


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
