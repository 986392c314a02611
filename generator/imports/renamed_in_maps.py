"""The maps of tables, where a record that they name has another id."""

from pathlib import Path

from generator.content.edits import Edits
from generator.content.nodes import Location, Nodes, read_yaml, value_at
from generator.fields.references import Reference
from generator.fields.values import AnyRef
from generator.imports.history import FOLDER
from generator.kinds.catalogue import BY_FOLDER, kind_of
from generator.kinds.source import Source

_IMPORTED = ".imported.yaml"
_SOURCE = (("source",), ("source", "id"))
"""Where a map names the source of all rows."""


def rename_in_maps(edits: Edits, root: Path, old: AnyRef, new: AnyRef) -> None:
    """Let the maps beside the content name a record by its new id: as the source, in constants, in what is new."""
    for file in sorted((root / FOLDER).glob("*.yaml")):
        if file.name.endswith(_IMPORTED):
            continue
        path = f"{FOLDER}/{file.name}"
        try:
            text = edits.text(path)
        except (OSError, UnicodeDecodeError):
            continue
        nodes, problems = read_yaml(text, path)
        found = [] if problems else [one for one in nodes.values if _names(nodes, one, old)]
        lines = text.split("\n")
        for place in sorted((nodes.values[one] for one in found), reverse=True):
            line, at = lines[place.line - 1], place.column - 1
            lines[place.line - 1] = line[:at] + line[at:].replace(old.id, new.id, 1)
        if found:
            edits.put(path, "\n".join(lines))


def _names(nodes: Nodes, location: Location, old: AnyRef) -> bool:
    """Whether a value of a map is the id of a record, and stands where the id of such a one does."""
    if value_at(nodes.value, location) != old.id:
        return False
    if location in _SOURCE:
        return kind_of(old) is Source
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    fields = [kind.declared[name].item for kind in BY_FOLDER.values() if name in kind.declared]
    is_of_facts = location[0] in ("source", "constants") or "new" in location
    return is_of_facts and any(isinstance(one, Reference) and one.folder == old.folder for one in fields)
