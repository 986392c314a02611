"""Rows of the table of a list → values of that list: of which record each is, and which of its values."""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

from generator.fields.quantities import CountType
from generator.imports.cell_faults import cell_faults
from generator.imports.cells import TableRow, one_line
from generator.imports.import_map import ListTable, lists_of, values_in
from generator.imports.row_names import RowNames
from generator.imports.spreadsheet import Spreadsheet
from generator.kinds.base import Kind
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean
from generator.words import Phrase

_Numbers = tuple[int, ...]
"""Which value a row is: in each list around its own, then in its own."""


class ListRows:
    """The table of a list."""

    def __init__(self, table: ListTable, sheet: Spreadsheet, kind: type[Kind]) -> None:
        self.table, self.sheet, self._kind = table, sheet, kind
        self.values, self._depth = values_in(table.columns, kind), len(lists_of(kind)[table.field])
        self.rows: dict[str, list[tuple[_Numbers, TableRow]]] = defaultdict(list)
        """The rows by the key of their record, each with the place of its value, from 0."""
        self._places: dict[tuple[str, _Numbers], _Numbers] = {}
        """The place of each value, by the key of its record and the numbers that its row says."""

    def sort(self, names: RowNames, known: Mapping[str, Sequence[str]], around: "ListRows | None") -> Iterator[Problem]:
        """Give each row to its record, of those whose keys are known; `around` is the table of the list around it."""
        found = dict[tuple[str, _Numbers], TableRow]()
        for row in self.sheet.rows:
            if doubts := [*cell_faults(self.sheet, row, self.table.record, self.table.columns, self._kind)]:
                yield from doubts
                continue
            key = names.key_of(self.sheet, row, self.table.record)
            if key not in known:
                place = self._place(row, self.table.record[0])
                yield problem("row-of-no-record", place, meant=did_you_mean(key, known), value=key)
                continue
            numbers = yield from self._numbers(row)
            if numbers and (first := found.setdefault((key, numbers), row)) is not row:
                place, key = self._place(row, self.table.position[-1]), ", ".join(self.table.position)
                yield problem("same-entry", place, key=key, value=numbers[-1], line=first.number)
        entries = Counter[tuple[str, _Numbers]]()
        for (key, numbers), row in sorted(found.items(), key=lambda one: one[0]):
            outer = around._places.get((key, numbers[:-1])) if around else ()
            if outer is None:
                there = sorted({one[-1] for named, one in around._places if named == key}) if around else []
                header, said = self.table.position[len(numbers) - 2], numbers[-2]
                yield problem("bad-choice", self._place(row, header), key=header, value=said, known=there)
                continue
            numbered = (*outer, entries[key, outer])
            entries[key, outer] += 1
            self._places[key, numbers] = numbered
            self.rows[key].append((numbered, row))

    def _numbers(self, row: TableRow) -> Generator[Problem, None, _Numbers | None]:
        """The numbers that a row says; its own in the table where it does not say the last."""
        numbers = list[int]()
        for header in self.table.position:
            cell = one_line(self.sheet.cell(row, header))
            if not cell.isdecimal():
                expected = Phrase(CountType.form)
                yield problem("wrong-type", self._place(row, header), key=header, expected=expected, example="1")
                return None
            numbers.append(int(cell))
        return (*numbers, row.number) if len(numbers) == self._depth else tuple(numbers)

    def _place(self, row: TableRow, header: str) -> Position:
        return self.sheet.place(row, self.sheet.columns[header])


def sort_by_record(tables: Sequence[ListRows], names: RowNames, known: Iterable[str]) -> Iterator[Problem]:
    """Give the rows of all tables to the records whose keys are known, those of outer lists first."""
    keys = dict.fromkeys(known, ())
    by_way = {one.table.way: one for one in tables}
    for way in sorted(by_way, key=len):
        outer = [one for one in by_way if one == way[: len(one)] and len(one) < len(way)]
        yield from by_way[way].sort(names, keys, by_way[max(outer, key=len)] if outer else None)
