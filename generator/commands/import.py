"""`vetrina import`: the rows of a table become records, and bring them up to date when it is imported again."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.asked import store_of
from generator.commands.changing import carry_out, problems_after
from generator.commands.kind_named import kind_named
from generator.commands.summary import tell
from generator.content.changes import Changes
from generator.content.read import Contents
from generator.content.scalars import flow
from generator.content.validate import validate
from generator.fields.values import AnyRef
from generator.imports.former_ids import former_ids
from generator.imports.history import history_path, read_history
from generator.imports.importing import Import, imported
from generator.imports.map_tables import read_tables
from generator.imports.origins import at_cells
from generator.imports.read_map import read_map
from generator.imports.spreadsheet import Spreadsheet
from generator.imports.table_rows import MappedTable, mapped
from generator.imports.told import distinct, told
from generator.machine.memo import Memo
from generator.problems.as_text import count
from generator.problems.problem import Problem, stops
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the records of all rows, or of none; whether it was done.

    Raises SetupError where map or table cannot be read, or the files may not be changed.
    """
    asked_kind = getattr(given, "as")
    for option, value in (("--as", asked_kind), ("--map", given.map)):
        if not value:
            hint = Phrase(N_("See: {program} --help"), {"program": "vetrina import"})
            raise UsageError(Phrase(N_("{option} is missing."), {"option": option}), hint)
    kind = kind_named(asked_kind)
    memo = Memo(store_of(given))
    content, problems = validate(Contents(given.root, memo))
    into = content.settings.languages_of_translations if content else ()
    asked, nodes, unsound = read_map(Path(given.map), kind, into)
    if content is None or asked is None:
        unsound += problems if content is None else ()
        tell(unsound, "text", given, words)
        return _nothing(unsound, words)
    history = history_path(Path(given.map))
    renamed = former_ids(content)
    said = read_history(given.root, history, kind)
    before = {key: replace(one, ref=renamed.get(one.ref, one.ref)) for key, one in said.items()}
    table, lists = read_tables(Path(given.table), asked)
    known = {key: one.ref.id for key, one in before.items()}
    found = mapped(table, asked, nodes, kind, content, known, memo, lists)
    outcome = imported(given.root, found, before, content, history)
    found.problems += _unread(outcome, content.records.problems)
    problems = distinct(one for one in _problems(found, outcome, given) if one.is_error or one.is_warning)
    for paragraph in told(problems, (table, *lists), words, given.root):
        print(paragraph)
    if stops(problems, strict=False):
        print(
            words.text("What cells mean goes into the map: “values” and “unit” of a column, “constants” for all rows.")
        )
        return _nothing(problems, words)
    carry_out(outcome.changes, given, words)
    for line in _told_besides(found, outcome, (table, *lists), words):
        print(line)
    print(_summary(outcome, problems, words))
    return True


def _unread(outcome: Import, problems: Sequence[Problem]) -> list[Problem]:
    """What keeps records from being read that rows became."""
    names = tuple(f"content/{ref}{end}" for ref in outcome.unsound for end in "./")
    return [one for one in problems if one.is_error and one.place.path.startswith(names)] if names else []


def _problems(found: MappedTable, outcome: Import, given: argparse.Namespace) -> Iterator[Problem]:
    """What is wrong with the rows, by themselves and among all other records, each once."""
    rows = [*found.besides, *found.rows, *(words for row in found.rows for words in row.words.values())]
    own = [*found.problems, *(one for row in rows for one in row.problems)]
    yield from own
    seen = {(one.code, one.place) for one in own}
    unsound = {row.nodes.start for row in (*found.besides, *found.rows) if any(one.is_error for one in row.problems)}
    problems = problems_after(outcome.changes, given)
    for one in at_cells(problems, outcome.changes, outcome.origins):
        if (one.code, one.place) not in seen and one.place not in unsound:
            yield one
    elsewhere = [one for one in problems if one.is_error and one.place.path not in outcome.origins]
    there = {(one.code, one.place.path) for one in problems_after(Changes(), given)} if elsewhere else set()
    yield from (one for one in elsewhere if (one.code, one.place.path) not in there)


def _nothing(problems: Sequence[Problem], words: Words) -> bool:
    print(words.text("Nothing is imported: {problems}.", problems=count(problems, words)))
    return False


def _told_besides(found: MappedTable, outcome: Import, tables: Sequence[Spreadsheet], words: Words) -> Iterator[str]:
    """What whoever imports should know besides what has changed."""
    for ref, kept in outcome.kept:
        values = {"record": str(ref), "field": kept.part, "here": _shown(kept.here), "table": _shown(kept.table)}
        yield words.text(
            "{record}: “{field}” was edited since and stays: “{here}”. The table says: “{table}”.", **values
        )
    lists = (
        (N_("No longer in the table, and still here: {records}."), outcome.gone),
        (N_("Removed or renamed since they were imported, and not written again: {records}."), outcome.missing),
        (N_("Withdrawn since they were imported, and not written again: {records}."), outcome.withdrawn),
    )
    for message, refs in lists:
        if refs:
            yield words.text(message, records=_names(refs))
    for table in tables:
        if table.unused and table is tables[0]:
            yield words.text("Columns that the map does not name: {columns}.", columns=table.unused)
        elif table.unused:
            yield words.text(
                "Columns of {file} that the map does not name: {columns}.", file=table.name, columns=table.unused
            )
    if found.repeated:
        yield words.count(
            "{number} row says the same as another, cell by cell, and counts once.",
            "{number} rows say the same as others, cell by cell, and count once.",
            found.repeated,
        )


def _shown(value: object) -> str:
    """A value in a sentence."""
    return flow(value) if value is not None else "–"


def _names(refs: Sequence[AnyRef]) -> list[str]:
    return [str(ref) for ref in refs]


def _summary(outcome: Import, problems: Sequence[Problem], words: Words) -> str:
    """How many records are new, changed, as they were."""
    translated = len(outcome.translated)
    counted = (
        words.count("{number} new record", "{number} new records", len(outcome.added)),
        words.count("{number} changed", "{number} changed", len(outcome.changed)),
        words.count("{number} as it was", "{number} as they were", outcome.same),
        *((words.count("{number} translation", "{number} translations", translated),) if translated else ()),
        words.count("{number} more that they name", "{number} more that they name", len(outcome.besides)),
        count(problems, words),
    )
    return "; ".join(counted) + "."
