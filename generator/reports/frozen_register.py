"""The register of a half-year, frozen as it is on a day; and what a withdrawal or another id makes of what is frozen.

Columns say by their ids which records the words of a row are of: so these can be taken out, whatever they are called by
then. The digest of before is not kept: who guesses what was taken out could try it by that.
"""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.content.edits import Edits
from generator.content.record import Record
from generator.content.settings import Settings
from generator.content.snapshots import (
    ACT,
    BETWEEN_RECORDS,
    BY_RECORD,
    PARTIES,
    RECORD,
    FrozenTable,
    Reissue,
    Snapshot,
    SnapshotColumn,
    cells_of,
    digest_of,
    frozen_tables,
)
from generator.fields.half_years import HalfYear
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.output.comma_separated import comma_separated
from generator.reports.agreements_register import REGISTER_COLUMNS, REGISTER_NAMES, REGISTER_VERSION, in_order, register
from generator.reports.reported import Reported
from generator.reports.typed_tables import TypedColumn
from generator.text.context import Context
from generator.view.data_files import CsvTable
from generator.words import N_, words_for

_RECORD = TypedColumn(N_("Id"), N_("What the record is called in the data of this site."))
_BY_RECORD = {
    BY_RECORD[PARTIES]: TypedColumn(N_("Parties, by id"), N_("The same organisations, in the same order.")),
    BY_RECORD[ACT]: TypedColumn(N_("Body of the act, by id"), N_("The organisation whose act it is.")),
}
FROZEN_COLUMNS = {RECORD: _RECORD, **dict(zip(REGISTER_NAMES, REGISTER_COLUMNS, strict=True)), **_BY_RECORD}
"""The columns of a frozen register, of `REGISTER_VERSION`, by what programs call them."""


def frozen_register(context: Context, half_year: HalfYear, reported: Reported) -> dict[str, str]:
    """The files of the register of a half-year, in the language of the site; `reported` is what was found of it."""
    text = context.words.text
    (told,) = register(context, reported)
    columns = tuple(SnapshotColumn(name, text(one.label), text(one.definition)) for name, one in FROZEN_COLUMNS.items())
    records = in_order(context, reported.refs)
    rows = tuple((record.name, *row, *_by_record(record)) for record, row in zip(records, told.sheet.rows, strict=True))
    table = comma_separated(CsvTable("", tuple(one.label for one in columns), rows)).decode()
    snapshot = Snapshot(
        period=str(half_year),
        first_day=half_year.first.isoformat(),
        last_day=half_year.last.isoformat(),
        frozen_on=context.showcase.day.isoformat(),
        language=context.language,
        columns_version=REGISTER_VERSION,
        rows=len(rows),
        undated=len(reported.found.undated),
        sha256=digest_of(table),
        reissues=(),
        renamed={},
        columns=columns,
    )
    return {snapshot.table: table, snapshot.description: snapshot.written()}


def _by_record(record: Record[Agreement]) -> tuple[str, str]:
    """The cells of the columns by id."""
    act = record.facts.act
    return BETWEEN_RECORDS.join(map(str, record.facts.parties)), str(act.body) if act and act.body else ""


def take_out_of_frozen(
    edits: Edits,
    root: Path,
    ref: AnyRef,
    because: Mapping[str, str],
    day: datetime.date,
    settings: Settings,
) -> list[str]:
    """Let no frozen table have a word of a record, and each that had say so; the paths of the tables."""
    changed = []
    for one in frozen_tables(root).tables:
        if str(ref) in one.named():
            table = _without(one, edits.text(one.snapshot.table), str(ref), settings)
            told = Reissue(day.isoformat(), str(ref), dict(because))
            snapshot = replace(one.snapshot, sha256=digest_of(table), reissues=(*one.snapshot.reissues, told))
            edits.put(snapshot.table, table)
            edits.text(snapshot.description)
            edits.put(snapshot.description, snapshot.written())
            changed.append(snapshot.table)
    return changed


def rename_in_frozen(edits: Edits, root: Path, old: AnyRef, new: AnyRef) -> None:
    """Let what tells of a frozen table say which id a record has now; the table stays as it is."""
    for one in frozen_tables(root).tables:
        if str(old) in one.named():
            edits.put(one.snapshot.description, one.snapshot.with_renamed(str(old), str(new)).written())


def give_reason_in_frozen(edits: Edits, root: Path, ref: AnyRef, because: Mapping[str, str]) -> None:
    """Let each frozen table that a record was taken out of say this reason, and none that was given before."""
    for one in frozen_tables(root).tables:
        told = one.snapshot.with_reason(str(ref), because)
        if told != one.snapshot:
            edits.put(told.description, told.written())


def _without(frozen: FrozenTable, table: str, record: str, settings: Settings) -> str:
    """A table without the words of a record: those of its own row, and its name in others."""
    snapshot = frozen.snapshot
    language = snapshot.language if snapshot.language in settings.languages else settings.first_language
    withdrawn = words_for(language).text("Withdrawn record")
    head, *_ = cells_of(table)
    rows = tuple(_row_without(snapshot, row, record, withdrawn) for row in frozen.cells)
    return comma_separated(CsvTable("", tuple(head), rows)).decode()


def _row_without(snapshot: Snapshot, row: tuple[str, ...], record: str, withdrawn: str) -> tuple[str, ...]:
    cells = list(row)
    own = snapshot.at(RECORD)
    if snapshot.now(row[own]) == record:
        kept = (own, snapshot.at("page"))
        cells = [cell if at in kept else "" for at, cell in enumerate(row)]
        cells[snapshot.at("object")] = withdrawn
        return tuple(cells)
    for words, ids in BY_RECORD.items():
        at, named = snapshot.at(words), row[snapshot.at(ids)].split(BETWEEN_RECORDS)
        gone = [snapshot.now(one) == record for one in named]
        if any(gone):
            said = row[at].split(BETWEEN_RECORDS)
            whole = words == PARTIES and len(said) == len(named)  # else none can tell which of the words are its name
            cells[at] = (
                BETWEEN_RECORDS.join(withdrawn if is_gone else one for one, is_gone in zip(said, gone, strict=True))
                if whole
                else withdrawn
            )
    return tuple(cells)
