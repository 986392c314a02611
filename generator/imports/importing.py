"""What becomes of the files of a site when a table is imported, for the first time or again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content.changes import Changes
from generator.content.file_endings import ending_of
from generator.content.nodes import Nodes, Value, read_yaml
from generator.content.parse import parse
from generator.content.record import AnyRecord
from generator.content.replace import FRONT_MATTER, CannotReplaceError, replace_value
from generator.content.validate import Content
from generator.content.write import write_group
from generator.fields.declare import Group, GroupOf
from generator.fields.values import AnyRef
from generator.imports.history import (
    ImportedRow,
    Kept,
    digests,
    facts_of,
    merged,
    parts_of,
    written_history,
)
from generator.imports.import_map import TEXT_BELOW
from generator.imports.table_rows import MappedRow, MappedTable
from generator.imports.translations import translations
from generator.kinds.catalogue import BY_FOLDER
from generator.problems.problem import Position


@dataclass
class Import:
    """What is to be written, whose row each file is, and what is told besides."""

    changes: Changes
    origins: Mapping[str, MappedRow]
    """The row of each file of a record that is written."""
    added: list[AnyRef] = field(default_factory=list)
    changed: list[AnyRef] = field(default_factory=list)
    besides: list[AnyRef] = field(default_factory=list)
    """The records that rows name, and the source."""
    same: int = 0
    """How many records say already what the table says."""
    kept: list[tuple[AnyRef, Kept]] = field(default_factory=list)
    gone: list[AnyRef] = field(default_factory=list)
    """The records whose rows are no longer in the table: they stay."""
    unsound: list[AnyRef] = field(default_factory=list)
    """The records that cannot be read: they are to be mended first."""
    translated: list[str] = field(default_factory=list)
    """The files of translations that are written."""
    missing: list[AnyRef] = field(default_factory=list)
    """The records of rows imported before that are not there any more: they do not come back."""
    withdrawn: list[AnyRef] = field(default_factory=list)
    """The records of rows that were withdrawn: what they say is not told any more."""


def imported(
    root: Path, found: MappedTable, before: Mapping[str, ImportedRow], content: Content, history: str
) -> Import:
    """What the sound rows of a table change; `before` is what they said when they were last imported."""
    languages = content.settings.languages
    written, origins, after = dict[str, str](), dict[str, MappedRow](), dict(before)
    result = Import(Changes(), origins)
    for row in (one for one in found.besides if one.record):
        path, text = _new_file(row, content, has_text=False)
        written[path] = text
        origins[path] = row
        result.besides.append(row.ref)
    has_text = any(row.text or row.words for row in found.rows)
    for row in found.rows:
        if row.record is None:
            continue
        table = _parts(row.record, row.text)
        known, record = row.key in before, content.records.get(row.ref)
        if record is None and row.ref in content.records.known:
            result.unsound.append(row.ref)
            continue
        if record is None and known:
            result.missing.append(row.ref)
            continue
        if record and record.facts.withdrawn:
            result.withdrawn.append(row.ref)
            continue
        after[row.key] = ImportedRow(row.ref, digests(table))
        if record is None:
            path, text = _new_file(row, content, has_text=has_text)
            result.added.append(row.ref)
        else:
            parts, kept = merged(_parts(record, _text(record)), table, before[row.key].said)
            result.kept += [(row.ref, _as_it_stands(one, root, record)) for one in kept]
            path, text = record.path, _edited(root, record, parts, languages)
            is_same = text == (root / path).read_bytes().decode()
            result.same += is_same
            result.changed += [] if is_same else [row.ref]
        if record is None or row.ref in result.changed:
            written[path] = text
            origins[path] = row
        said = before[row.key].said if known else {}
        for one in translations(root, row, path, text, said, languages):
            after[row.key] = ImportedRow(row.ref, {**after[row.key].said, **one.said})
            result.kept += [(row.ref, kept) for kept in one.kept]
            if one.text:
                result.translated.append(one.path)
                written[one.path] = one.text
                origins[one.path] = one.row
    there = {row.key for row in found.rows}
    gone = [one.ref for key, one in before.items() if key not in there]
    result.gone = [ref for ref in gone if ref in content.records]
    if after != before:
        written[history] = written_history(after)
    result.changes = Changes(written=written)
    return result


def _parts(record: AnyRecord, text: str) -> dict[str, Value]:
    """What a record says, by parts, as the canonical form has it."""
    facts: Group = record.facts
    return parts_of(GroupOf(type(facts)).write(facts), text, TEXT_BELOW)


def _text(record: AnyRecord) -> str:
    """The text below the facts, in the first language."""
    return next(iter(record.wordings.values())).body


def _as_it_stands(kept: Kept, root: Path, record: AnyRecord) -> Kept:
    """What was edited by hand, also where it was made something that the field does not take."""
    if kept.here is not None:
        return kept
    text = (root / record.path).read_bytes().decode().replace("\r\n", "\n")
    found = FRONT_MATTER.match(text)
    nodes, _ = read_yaml(found["facts"] if found else text, record.path)
    return replace(kept, here=nodes.value.get(kept.part))


def _new_file(row: MappedRow, content: Content, *, has_text: bool) -> tuple[str, str]:
    """The path of a record that is not there yet, and its file; `has_text` says whether those of its table have one."""
    assert row.record
    facts: Group = row.record.facts
    ending = ending_of(content, BY_FOLDER[row.ref.folder], has_text=has_text)
    written = write_group(facts, content.settings.languages)
    if ending == "md":
        written = f"---\n{written}---\n" + (f"\n{row.text}\n" if row.text else "")
    return f"content/{row.ref.folder}/{row.ref.id}.{ending}", written


def _edited(root: Path, record: AnyRecord, parts: Mapping[str, Value], languages: Sequence[str]) -> str:
    """The file of a record with other parts: only these are replaced, where its form allows it."""
    written = (root / record.path).read_bytes().decode()
    before = _parts(record, _text(record))
    kind: type[Group] = type(record.facts)
    facts, _, _ = parse(kind, Nodes(facts_of(parts, TEXT_BELOW), Position(record.path)))
    assert facts
    there, wanted = GroupOf(kind).write(record.facts), GroupOf(kind).write(facts)
    changed = [name for name in kind.declared if there.get(name) != wanted.get(name)]
    try:
        for name in changed:
            value = facts.held(name) if name in wanted else None
            written = replace_value(written, kind, (name,), value, languages)
    except CannotReplaceError:
        anew, found = write_group(facts, languages), FRONT_MATTER.match(written)
        written = f"---\n{anew}---{written[found.end() :]}" if found else anew
    found = FRONT_MATTER.match(written)
    if found and parts.get(TEXT_BELOW) != before.get(TEXT_BELOW):
        text = str(parts.get(TEXT_BELOW, ""))
        written = f"{found[0]}\n" + (f"\n{text}\n" if text else "")
    return written
