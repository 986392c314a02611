"""What rows are named by: the key by which each is known again, and the id of its record."""

from collections.abc import Iterable, Mapping, Sequence

from generator.fields.dates import DayType
from generator.fields.moments import MomentType
from generator.fields.texts import suggested_id
from generator.imports.cells import TableRow, one_line
from generator.imports.import_map import ImportMap
from generator.imports.meaning import Meanings
from generator.imports.spreadsheet import Spreadsheet
from generator.kinds.base import Kind
from generator.machine.memo import digest

_LONGEST_ID = 60
_LONGEST_KEY = 400


class RowNames:
    """The keys and the ids of rows; `known` are the ids that rows have by key, `taken` those of other records."""

    def __init__(
        self, asked: ImportMap, kind: type[Kind], meanings: Meanings, known: Mapping[str, str], taken: Iterable[str]
    ) -> None:
        self._asked, self._kind, self._meanings = asked, kind, meanings
        self._known, self._taken = known, {*taken, *known.values()}

    def key_of(self, table: Spreadsheet, row: TableRow, headers: Sequence[str]) -> str:
        """What the row of a record is known by, of the cells under these headers, which stand for those of the key:
        what they name, or what they say word by word, if it was known by that.
        """
        cells = [one_line(table.cell(row, header)) for header in headers]
        as_written = _key_of(cells)
        named = (self._named(header, cell) for header, cell in zip(self._asked.key, cells, strict=True))
        return as_written if as_written in self._known else _key_of(named)

    def id_of(self, table: Spreadsheet, row: TableRow, key: str) -> str:
        """The id that the row has, or a free one made of its words."""
        if key in self._known:
            return self._known[key]
        cells = {header: self._named(header, one_line(table.cell(row, header))) for header in self._asked.gaps}
        wanted = suggested_id(self._asked.id_of(cells))
        if len(wanted) > _LONGEST_ID:
            wanted = wanted[: _LONGEST_ID + 1].rpartition("-")[0] or wanted[:_LONGEST_ID]
        free, number = wanted, 2
        while free in self._taken:
            free, number = f"{wanted}-{number}", number + 1
        self._taken.add(free)
        return free

    def _named(self, header: str, cell: str) -> str:
        """A cell as rows and ids are named by it: a day is one however it is written."""
        column = next(one for one in self._asked.columns if one.header == header)
        is_a = column.type_in(self._kind)
        return self._meanings.read(is_a, cell) if cell and isinstance(is_a, DayType | MomentType) else cell


def _key_of(cells: Iterable[str]) -> str:
    """What cells name, as far as a key of YAML can hold it."""
    key = " · ".join(cells)
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]} {digest(key)}"
