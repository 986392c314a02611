"""Rows of a table → records of a kind: every value at the place of its cell, all that is wrong told at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.content.nodes import Nodes
from generator.content.prose import read_prose
from generator.content.read import Document
from generator.content.record import AnyRecord
from generator.content.validate import Content
from generator.content.validate_record import record_of
from generator.fields.declare import GroupOf
from generator.fields.meant.plain_words import says_unknown
from generator.fields.values import AnyRef, Ref
from generator.imports.cell_faults import cell_faults
from generator.imports.cells import TableRow, kept_line
from generator.imports.former_ids import former_ids
from generator.imports.gathered import Gathered
from generator.imports.import_map import TEXT_BELOW, Column, FilledValue, ImportMap, values_in
from generator.imports.list_rows import ListRows, sort_by_record
from generator.imports.meaning import Meanings
from generator.imports.row_names import RowNames
from generator.imports.spreadsheet import Spreadsheet
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.source import Source
from generator.machine.memo import Memo
from generator.problems.problem import Position, Problem, problem

_UNSTATED = "not_stated"
_SOURCES = "sources"


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
    lists: Sequence[Spreadsheet] = (),
) -> MappedTable:
    """The rows of a table as records of a kind, and the records they name; `known` are the ids that rows have by key.

    `nodes` are the map as it is written, and sound; `lists` are the tables of lists that it names.
    """
    return _Mapper(table, asked, nodes, kind, content, known, memo, lists).mapped()


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
        lists: Sequence[Spreadsheet],
    ) -> None:
        self.table, self.asked, self.nodes, self.kind = table, asked, nodes, kind
        self.content, self.known, self.memo = content, known, memo
        self.former = former_ids(content)
        self.meanings = Meanings(content, self.former)
        self.values = values_in(asked.columns, kind)
        self.lists = [ListRows(one, sheet, kind) for one, sheet in zip(asked.tables, lists, strict=True)]
        taken = {ref.id for ref in (*content.records.known, *self.former) if ref.folder == kind.folder}
        self.names = RowNames(asked, kind, self.meanings, known, taken)

    def mapped(self) -> MappedTable:
        found = MappedTable()
        seen: dict[str, TableRow] = {}
        keys = [self.names.key_of(self.table, row, self.asked.key) for row in self.table.rows]
        found.problems += sort_by_record(self.lists, self.names, keys)
        for row, key in zip(self.table.rows, keys, strict=True):
            if doubts := [*cell_faults(self.table, row, self.asked.key, self.asked.columns, self.kind)]:
                found.problems += doubts
                continue
            if first := seen.get(key):
                if first.cells == row.cells:
                    found.repeated += 1
                else:
                    place = self.table.place(row, self.table.columns[self.asked.key[0]])
                    headers = ", ".join(self.asked.key)
                    one = problem("same-entry", place, key=headers, value=f"“{key}”", line=first.number)
                    found.problems.append(one)
                continue
            seen[key] = row
            found.rows.append(self._row(row, key))
        found.besides = [*self._source(), *self._made()]
        return found

    def _row(self, row: TableRow, key: str) -> MappedRow:
        facts = Gathered(Position(self.table.name, row.number))
        facts.take(self.asked.constants or {}, ("constants",), self.nodes)
        own = [one.rows.get(key) for one in self.lists if one.table.field == _SOURCES]
        if not own or (self.kind.needs_source and not any(own)):
            facts.put(_SOURCES, [{"source": self._source_id}], self.nodes.place(("source",)))
        begun = dict[tuple[tuple[str, ...], int], int]()
        for value in self.values:
            entry = (value.around, value.turn)
            if value.around and entry not in begun and self._said(value, self.table, row):
                begun[entry] = facts.entries(value.around)
            self._put(facts, value, self.table, row, (begun[entry],) if entry in begun else ())
        for one in self.lists:
            for number, listed in one.rows.get(key, ()):
                for value in one.values:
                    self._put(facts, value, one.sheet, listed, number, by_row=len(number))
        for name, place in self._unstated(row):
            if name not in facts.value:
                facts.put(_UNSTATED, [name], place)
        below = (one for one in self.asked.columns if one.field == TEXT_BELOW and not one.language)
        text = filter(None, (self.table.cell(row, one.header) for one in below))
        ref = Ref[Kind](self.kind.folder, self.names.id_of(self.table, row, key))
        record = self._record(key, ref, facts, "\n\n".join(text))
        return replace(record, words=dict(self._words(row, key, ref)))

    def _said(self, value: FilledValue, table: Spreadsheet, row: TableRow) -> dict[str, str]:
        """The filled cells of a value in a row, by the columns of its type."""
        said = {part: kept_line(table.cell(row, column.header)) for part, column in value.columns.items()}
        return {part: cell for part, cell in said.items() if cell and not says_unknown(cell)}

    def _put(
        self,
        facts: Gathered,
        value: FilledValue,
        table: Spreadsheet,
        row: TableRow,
        at: Sequence[int],
        by_row: int = 0,
    ) -> None:
        """Add a value of a row to facts, where the row has it; `by_row` lists on its way have a row for each value."""
        cells = self._said(value, table, row)
        places = {part: table.place(row, table.columns[value.columns[part].header]) for part in cells}
        if written := self.meanings.written(GroupOf(self.kind), value.way, cells, value.columns, by_row):
            place = places.get("") or next(iter(places.values()))
            (name,) = written
            facts.put(name, written[name], place, {part.removeprefix("."): one for part, one in places.items()}, at)

    def _unstated(self, row: TableRow) -> Iterator[tuple[str, Position]]:
        """The fields that a record owes and of which a row says nothing; none where a table says itself which."""
        asked = [(value.way, self._place(row, next(iter(value.columns.values())))) for value in self.values]
        asked += [(one.table.way, Position(self.table.name, row.number)) for one in self.lists]
        for (name, *inner), place in asked if (_UNSTATED,) not in dict(asked) else ():
            if not inner and self.kind.declared[name].presence == "required":
                yield name, place

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
                elif (cell := kept_line(self.table.cell(row, column.header))) and not says_unknown(cell):
                    words.put(str(column.field), cell, place)
            if words.value or text:
                lacks = () if "title" in words.value else (problem("missing-key", words.start, key="title"),)
                yield language, MappedRow(key, ref, words.nodes(), "\n\n".join(text), None, lacks)

    def _record(self, key: str, ref: Ref[Kind], facts: Gathered, text: str = "") -> MappedRow:
        nodes = facts.nodes()
        path = facts.start.path
        document = Document(path, ref, "", nodes, text, facts.start.line, read_prose(text, self.memo))
        record, problems = record_of([document], self.content.settings)
        return MappedRow(key, ref, nodes, text, record, tuple(problems))

    @property
    def _source_id(self) -> str:
        source = self.asked.source
        named = Ref[object](Source.folder, source if isinstance(source, str) else str(source["id"]))
        return self.former.get(named, named).id

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
            location = (*next(at for at, one in self.asked.all_columns if one is column), "new")
            facts = Gathered(self.nodes.key_place(location))
            facts.put("title", title, self.nodes.key_place(location))
            facts.take(column.new, location, self.nodes)
            if BY_FOLDER[ref.folder].needs_source:
                facts.put("sources", [{"source": self._source_id}], self.nodes.place(("source",)))
            yield self._record("", ref, facts)
