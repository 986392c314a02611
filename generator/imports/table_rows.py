"""Rows of a table → records of a kind: every value at the place of its cell, all that is wrong told at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from generator.content.nodes import Location, Nodes, Value
from generator.content.prose import read_prose
from generator.content.read import Document
from generator.content.record import AnyRecord
from generator.content.validate import Content
from generator.content.validate_record import record_of
from generator.fields.dates import DayType
from generator.fields.declare import GroupOf
from generator.fields.meant.plain_words import says_unknown
from generator.fields.moments import MomentType
from generator.fields.texts import suggested_id
from generator.fields.values import AnyRef, Ref
from generator.imports.cell_faults import cell_faults
from generator.imports.cells import TableRow
from generator.imports.import_map import TEXT_BELOW, Column, FilledValue, ImportMap
from generator.imports.meaning import Meanings
from generator.imports.spreadsheet import Spreadsheet
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.source import Source
from generator.machine.memo import Memo, digest
from generator.problems.problem import Position, Problem, problem

_LONGEST_ID = 60
_LONGEST_KEY = 400
_UNSTATED = "not_stated"


class Gathered:
    """Facts that are put together, each value with the place that it comes from."""

    def __init__(self, start: Position) -> None:
        self.value: dict[str, Value] = {}
        self.start = start
        self.places: dict[Location, Position] = {}

    def put(
        self, key: str, value: Value, place: Position, parts: Mapping[str, Position] = MappingProxyType({})
    ) -> None:
        """Add a value: to a list, into a group, in place of a text; `parts` are the places of texts by their keys."""
        self._put(self.value, key, value, (key,), place, parts)

    def take(self, written: Mapping[str, Value], location: Location, nodes: Nodes) -> None:
        """Add facts that stand in a file, at a location of it."""
        for key, value in written.items():
            self.put(key, value, nodes.key_place((*location, key)))
            for inner in [one for one in nodes.values if one[: len(location) + 1] == (*location, key)]:
                self.places[inner[len(location) :]] = nodes.values[inner]

    def nodes(self) -> Nodes:
        """The facts as they would have been read from a file."""
        return Nodes(self.value, self.start, self.places, self.places)

    def _put(
        self,
        holder: Any,
        key: str | int,
        value: Value,
        here: Location,
        place: Position,
        parts: Mapping[str, Position],
    ) -> None:
        there = holder.get(key) if isinstance(holder, dict) else None
        self.places.setdefault(here, place)
        if isinstance(value, dict):
            if not isinstance(there, dict):
                there = holder[key] = {}
            for name, inner in value.items():
                self._put(there, name, inner, (*here, name), parts.get(name, place), parts)
        elif isinstance(value, list):
            if not isinstance(there, list):
                there = holder[key] = []
            for inner in value:
                there.append(None)
                self._put(there, len(there) - 1, inner, (*here, len(there) - 1), place, parts)
        else:
            holder[key] = value


@dataclass(frozen=True)
class MappedRow:
    """A row as a record, or as what keeps it from being one. `key` is what it is known by."""

    key: str
    ref: AnyRef
    nodes: Nodes
    text: str
    record: AnyRecord | None
    problems: tuple[Problem, ...] = ()
    words: Mapping[str, "MappedRow"] = field(default_factory=dict)
    """What it says in other languages, by these: what a translation holds, and its text."""


@dataclass
class MappedTable:
    """All that a table says: its rows, and the records that they name and that are not there yet."""

    rows: list[MappedRow] = field(default_factory=list)
    besides: list[MappedRow] = field(default_factory=list)
    repeated: int = 0
    """How many rows say what another one says, cell by cell."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the table as a whole."""


def mapped(
    table: Spreadsheet,
    asked: ImportMap,
    nodes: Nodes,
    kind: type[Kind],
    content: Content,
    known: Mapping[str, str],
    memo: Memo,
) -> MappedTable:
    """The rows of a table as records of a kind, and the records they name; `known` are the ids that rows have by key.

    `nodes` are the map as it is written, and sound.
    """
    return _Mapper(table, asked, nodes, kind, content, known, memo).mapped()


class _Mapper:
    def __init__(
        self,
        table: Spreadsheet,
        asked: ImportMap,
        nodes: Nodes,
        kind: type[Kind],
        content: Content,
        known: Mapping[str, str],
        memo: Memo,
    ) -> None:
        self.table, self.asked, self.nodes, self.kind = table, asked, nodes, kind
        self.content, self.known, self.memo = content, known, memo
        self.meanings = Meanings(content)
        self.values = asked.values_in(kind)
        self.taken = {ref.id for ref in content.records.known if ref.folder == kind.folder} | {*known.values()}

    def mapped(self) -> MappedTable:
        found = MappedTable()
        seen: dict[str, TableRow] = {}
        for row in self.table.rows:
            if doubts := [*cell_faults(self.table, row, self.asked, self.kind)]:
                found.problems += doubts
                continue
            key = self._key(row)
            if first := seen.get(key):
                if first.cells == row.cells:
                    found.repeated += 1
                else:
                    place = self.table.place(row, self.table.columns[self.asked.key[0]])
                    keys = ", ".join(self.asked.key)
                    one = problem("same-entry", place, key=keys, value=f"“{key}”", line=first.number)
                    found.problems.append(one)
                continue
            seen[key] = row
            found.rows.append(self._row(row, key))
        found.besides = [*self._source(), *self._made()]
        return found

    def _row(self, row: TableRow, key: str) -> MappedRow:
        facts = Gathered(Position(self.table.name, row.number))
        facts.take(self.asked.constants or {}, ("constants",), self.nodes)
        facts.put("sources", [{"source": self._source_id}], self.nodes.place(("source",)))
        for value in self.values:
            self._put(facts, value, row)
        for name, place in self._unstated(row):
            if name not in facts.value:
                facts.put(_UNSTATED, [name], place)
        below = (one for one in self.asked.columns if one.field == TEXT_BELOW and not one.language)
        text = filter(None, (self.table.cell(row, one.header) for one in below))
        ref = Ref[Kind](self.kind.folder, self._id(row, key))
        record = self._record(key, ref, facts, "\n\n".join(text))
        return replace(record, words=dict(self._words(row, key, ref)))

    def _put(self, facts: Gathered, value: FilledValue, row: TableRow) -> None:
        """Add a value of a row to its facts, where the row has it."""
        said = {part: self._cell(row, column.header) for part, column in value.columns.items()}
        cells = {part: cell for part, cell in said.items() if cell and not says_unknown(cell)}
        places = {part: self._place(row, value.columns[part]) for part in cells}
        if written := self.meanings.written(GroupOf(self.kind), value.way, cells, value.columns):
            place = places.get("") or next(iter(places.values()))
            (name,) = written
            facts.put(name, written[name], place, {part.removeprefix("."): one for part, one in places.items()})

    def _unstated(self, row: TableRow) -> Iterator[tuple[str, Position]]:
        """The fields that a record owes and of which a row says nothing; none where the table says itself which."""
        ways = [value.way for value in self.values]
        for value in self.values if (_UNSTATED,) not in ways else ():
            name, *inner = value.way
            if not inner and self.kind.declared[name].presence == "required":
                yield name, self._place(row, next(iter(value.columns.values())))

    def _place(self, row: TableRow, column: Column) -> Position:
        """The place of a cell of a row."""
        return self.table.place(row, self.table.columns[column.header])

    def _words(self, row: TableRow, key: str, ref: Ref[Kind]) -> Iterator[tuple[str, MappedRow]]:
        """What a row says in each other language, where it says something."""
        for language in dict.fromkeys(one.language for one in self.asked.columns if one.language):
            words, text = Gathered(Position(self.table.name, row.number)), []
            for column in (one for one in self.asked.columns if one.language == language):
                place = self._place(row, column)
                if column.field == TEXT_BELOW:
                    text += [whole] if (whole := self.table.cell(row, column.header)) else []
                elif (cell := self._cell(row, column.header)) and not says_unknown(cell):
                    words.put(str(column.field), cell, place)
            if words.value or text:
                lacks = () if "title" in words.value else (problem("missing-key", words.start, key="title"),)
                yield language, MappedRow(key, ref, words.nodes(), "\n\n".join(text), None, lacks)

    def _cell(self, row: TableRow, header: str) -> str:
        """A cell on one line, each space a common one."""
        return " ".join(self.table.cell(row, header).split())

    def _named(self, row: TableRow, header: str) -> str:
        """A cell as rows and ids are named by it: a day is one however it is written."""
        cell = self._cell(row, header)
        column = next(one for one in self.asked.columns if one.header == header)
        is_a = column.type_in(self.kind)
        return self.meanings.read(is_a, cell) if cell and isinstance(is_a, DayType | MomentType) else cell

    def _key(self, row: TableRow) -> str:
        """What the row is known by: what its cells name it, or what they say word by word, if it was known by that."""
        as_written = _key_of(self._cell(row, header) for header in self.asked.key)
        return as_written if as_written in self.known else _key_of(self._named(row, one) for one in self.asked.key)

    def _id(self, row: TableRow, key: str) -> str:
        """The id that the row has, or a free one made of its words."""
        if key in self.known:
            return self.known[key]
        cells = {header: self._named(row, header) for header in self.asked.gaps}
        wanted = suggested_id(self.asked.id_of(cells))
        if len(wanted) > _LONGEST_ID:
            wanted = wanted[: _LONGEST_ID + 1].rpartition("-")[0] or wanted[:_LONGEST_ID]
        free, number = wanted, 2
        while free in self.taken:
            free, number = f"{wanted}-{number}", number + 1
        self.taken.add(free)
        return free

    def _record(self, key: str, ref: Ref[Kind], facts: Gathered, text: str = "") -> MappedRow:
        nodes = facts.nodes()
        path = facts.start.path
        document = Document(path, ref, "", nodes, text, facts.start.line, read_prose(text, self.memo))
        record, problems = record_of([document], self.content.settings)
        return MappedRow(key, ref, nodes, text, record, tuple(problems))

    @property
    def _source_id(self) -> str:
        source = self.asked.source
        return source if isinstance(source, str) else str(source["id"])

    def _source(self) -> Iterator[MappedRow]:
        """The source of all rows, where the map tells its facts and it is not there yet."""
        ref = Ref[Kind](Source.folder, self._source_id)
        if isinstance(self.asked.source, dict) and ref not in self.content.records.known:
            facts = Gathered(self.nodes.place(("source",)))
            facts.take({key: one for key, one in self.asked.source.items() if key != "id"}, ("source",), self.nodes)
            yield self._record("", ref, facts)

    def _made(self) -> Iterator[MappedRow]:
        """The records that cells name and that are not there yet."""
        for made, (title, column) in self.meanings.made.items():
            ref = Ref[Kind](made.folder, made.id)
            number = self.asked.columns.index(column)
            location = ("columns", number, "new")
            facts = Gathered(self.nodes.key_place(location))
            facts.put("title", title, self.nodes.key_place(location))
            facts.take(column.new, location, self.nodes)
            if BY_FOLDER[ref.folder].needs_source:
                facts.put("sources", [{"source": self._source_id}], self.nodes.place(("source",)))
            yield self._record("", ref, facts)


def _key_of(cells: Iterable[str]) -> str:
    """What cells name, as far as a key of YAML can hold it."""
    key = " · ".join(cells)
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]} {digest(key)}"
