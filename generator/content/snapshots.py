"""Tables frozen as they were: the register of a half-year (`snapshots/register/2026-h1.csv`), a JSON beside it.

Nothing changes one but a withdrawal, which takes a record's words out of it, and says so in the JSON.
"""

import csv
import datetime
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from generator.content.naming import is_left_behind
from generator.fields.half_years import HalfYear
from generator.machine.regular_files import read_regular
from generator.options import SNAPSHOTS
from generator.problems.problem import Position, Problem, problem

REGISTERS = f"{SNAPSHOTS}/register"
RECORD, PARTIES, ACT = "record", "parties", "act"
"""What the JSON calls the columns that say which record a row is, and those whose words are names of others."""
BY_RECORD = {PARTIES: "party_records", ACT: "act_record"}
"""The columns that say which records those are."""
BETWEEN_RECORDS = "; "
"""What stands between several in a cell."""


@dataclass(frozen=True)
class SnapshotColumn:
    """A column: what programs call it, what it is called in the table, and what it means."""

    name: str
    label: str
    definition: str


@dataclass(frozen=True)
class Reissue:
    """That the words of a record were taken out: when, of which, and why, in each language of its page."""

    on: str
    record: str
    because: Mapping[str, str]


@dataclass(frozen=True)
class Snapshot:
    """What is told of a frozen table; days as ISO 8601 writes them."""

    period: str
    first_day: str
    last_day: str
    frozen_on: str
    language: str
    columns_version: int
    rows: int
    undated: int
    """How many records of the kind have no date, and are in no period."""
    sha256: str
    """The digest of the table."""
    reissues: tuple[Reissue, ...]
    renamed: Mapping[str, str]
    """Records that have another id now than the table says."""
    columns: tuple[SnapshotColumn, ...] = field(default=())

    @property
    def table(self) -> str:
        """The path of the table."""
        return f"{REGISTERS}/{self.period}.csv"

    @property
    def description(self) -> str:
        """The path of what tells of it."""
        return f"{REGISTERS}/{self.period}.json"

    @property
    def half_year(self) -> HalfYear:
        """Its period."""
        found = HalfYear.read(self.period)
        assert found, self.period
        return found

    def written(self) -> str:
        """As its file says it."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def at(self, column: str) -> int:
        """Where a column stands."""
        return [one.name for one in self.columns].index(column)

    def now(self, record: str) -> str:
        """The id that a record has now which the table names so."""
        seen = set()
        while record in self.renamed and record not in seen:
            seen.add(record)
            record = self.renamed[record]
        return record

    def with_renamed(self, old: str, new: str) -> "Snapshot":
        """The same, when a record has another id."""
        return replace(self, renamed={**self.renamed, old: new})

    def with_reason(self, record: str, because: Mapping[str, str]) -> "Snapshot":
        """The same, when why a record was taken out is said otherwise."""
        return replace(
            self,
            reissues=tuple(
                replace(one, because=because) if self.now(one.record) == record else one for one in self.reissues
            ),
        )


@dataclass(frozen=True)
class FrozenTable:
    """A frozen table and what is told of it."""

    snapshot: Snapshot
    cells: tuple[tuple[str, ...], ...]
    """Its rows, without the head."""

    def named(self) -> frozenset[str]:
        """The records that its words are of, by the ids that they have now, but those that were taken out."""
        columns = [self.snapshot.at(one) for one in (RECORD, *BY_RECORD.values())]
        found = {one for row in self.cells for column in columns for one in row[column].split(BETWEEN_RECORDS) if one}
        return frozenset(map(self.snapshot.now, found)) - {
            self.snapshot.now(one.record) for one in self.snapshot.reissues
        }

    def row_of(self, record: str) -> int:
        """The first row that names a record by the id that it has now, from 1; the head is none."""
        columns = [self.snapshot.at(one) for one in (RECORD, *BY_RECORD.values())]
        for number, row in enumerate(self.cells, 1):
            if record in {self.snapshot.now(one) for at in columns for one in row[at].split(BETWEEN_RECORDS)}:
                return number
        raise KeyError(record)


@dataclass(frozen=True)
class FrozenTables:
    """The tables, the latest period first, and what is wrong with others."""

    tables: tuple[FrozenTable, ...] = ()
    problems: tuple[Problem, ...] = ()


def digest_of(table: str) -> str:
    """The digest that is told of a table."""
    return sha256(table.encode()).hexdigest()


def frozen_tables(root: Path) -> FrozenTables:
    """What lies in `snapshots/register/`."""
    tables: list[FrozenTable] = []
    problems: list[Problem] = []
    for name in _names(root):
        path = f"{REGISTERS}/{name}"
        try:
            found = _read(root, name)
        except OSError:
            problems.append(problem("unreadable-file", Position(path)))
        except (ValueError, KeyError, TypeError):
            problems.append(problem("not-frozen-whole", Position(path), file=name))
        else:
            if found is None:
                problems.append(problem("thawed", Position(path), file=name))
            else:
                tables.append(found)
    return FrozenTables(tuple(reversed(tables)), tuple(problems))


def _names(root: Path) -> Iterator[str]:
    """The file of each table, and every other that is no part of one, by name."""
    folder = root / REGISTERS
    names = {one.name for one in folder.iterdir() if not is_left_behind(one.name)} if folder.is_dir() else set()
    told = {f"{name.removesuffix('.csv')}.json" for name in names if name.endswith(".csv")}
    return iter(sorted(names - told))


class _PlainSnapshot(TypedDict):
    """As JSON has a snapshot."""

    period: str
    first_day: str
    last_day: str
    frozen_on: str
    language: str
    columns_version: int
    rows: int
    undated: int
    sha256: str
    reissues: list[dict[str, object]]
    renamed: dict[str, str]
    columns: list[dict[str, str]]


def _read(root: Path, name: str) -> FrozenTable | None:
    """A table by the name of its file; None where its digest is another.

    Raises OSError; ValueError, KeyError and TypeError where it is not whole.
    """
    half_year = HalfYear.read(name.removesuffix(".csv"))
    if not name.endswith(".csv") or half_year is None or str(half_year) != name.removesuffix(".csv"):
        raise ValueError(name)
    file = root / REGISTERS / name
    told = file.with_suffix(".json")
    if not (file.is_file() and told.is_file()):
        raise ValueError(name)
    table = read_regular(file).decode()
    snapshot = _snapshot(json.loads(read_regular(told).decode()))
    if snapshot.period != str(half_year):
        raise ValueError(snapshot.period)
    if digest_of(table) != snapshot.sha256:
        return None
    _, *rows = cells_of(table)
    if {len(row) for row in rows} - {len(snapshot.columns)} or len(rows) != snapshot.rows:
        raise ValueError(name)
    found = FrozenTable(snapshot, tuple(map(tuple, rows)))
    found.named()  # it has the columns that say so
    return found


def cells_of(table: str) -> list[list[str]]:
    """Head and rows."""
    return list(csv.reader(io.StringIO(table, newline="")))


def _snapshot(plain: _PlainSnapshot) -> Snapshot:
    """Raises ValueError, KeyError, TypeError."""
    reissues = tuple(Reissue(str(one["on"]), str(one["record"]), _texts(one["because"])) for one in plain["reissues"])
    for day in (plain["frozen_on"], *(one.on for one in reissues)):
        datetime.date.fromisoformat(day)
    return Snapshot(
        period=plain["period"],
        first_day=plain["first_day"],
        last_day=plain["last_day"],
        frozen_on=plain["frozen_on"],
        language=plain["language"],
        columns_version=int(plain["columns_version"]),
        rows=int(plain["rows"]),
        undated=int(plain["undated"]),
        sha256=plain["sha256"],
        reissues=reissues,
        renamed=_texts(plain["renamed"]),
        columns=tuple(SnapshotColumn(one["name"], one["label"], one["definition"]) for one in plain["columns"]),
    )


def _texts(plain: object) -> dict[str, str]:
    """Raises TypeError."""
    if not isinstance(plain, dict):
        raise TypeError
    return {str(name): str(text) for name, text in plain.items()}
