"""The map of a table: which column is which field, what all rows share, what names each, which lists have tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.fields.declare import Field, Group, GroupOf, many, needed, optional
from generator.fields.texts import LANGUAGE, TEXT, BesideType, TextType
from generator.fields.types import FieldType, ListOf, Schema, Written
from generator.fields.walk import ways_to_every_list
from generator.kinds.base import Kind
from generator.kinds.translation import Translation
from generator.words import N_, Words

TEXT_BELOW = "text"
"""What a map calls the text below the facts."""
TRANSLATED = (*(name for name in ("title", "short_title", "summary") if name in Translation.declared), TEXT_BELOW)
"""The fields of a translation that a cell can hold."""
_GAP = re.compile(r"\{([^{}]*)\}")


class FactsType(FieldType[Any]):
    """Facts as a record has them: they are read as those of its kind, when it is known."""

    expected = N_("a group of “key: value” lines")
    widget = "object"

    def __init__(self) -> None:
        self.example = {"state": "concluded"}

    def read(self, written: Written) -> Any:
        if not isinstance(written, dict):
            raise self.wrong(written)
        return written

    def write(self, value: Any) -> Written:
        return value

    def schema(self, words: Words) -> Schema:
        return {"type": "object"}


class SourceFactsType(FactsType):
    """The id of a source, or the facts of one with its id."""

    expected = N_("the id of a source, or its facts")

    def __init__(self) -> None:
        self.example = "elenco-iniziative-2025"

    def read(self, written: Written) -> Any:
        return TEXT.read(written) if isinstance(written, str) else super().read(written)


class MeaningsType(FieldType[dict[str, str]]):
    """What cells mean: for the text of a cell, the value of the field."""

    expected = N_("a group of “cell: value” lines")
    widget = "object"

    def __init__(self) -> None:
        self.example = {"Sovranazionale": "international"}

    def read(self, written: Written) -> dict[str, str]:
        if not isinstance(written, dict) or not all(isinstance(one, str) for one in written.values()):
            raise self.wrong(written)
        return dict(written)

    def write(self, value: dict[str, str]) -> Written:
        return dict(value)

    def schema(self, words: Words) -> Schema:
        return {"type": "object", "additionalProperties": TEXT.schema(words)}


FACTS = FactsType()
SOURCE_FACTS = SourceFactsType()
MEANINGS = MeaningsType()


class Column(Group):
    singular = N_("a column")
    header: str = needed(TextType("Titolo"), N_("Header"), help=N_("What stands over the column."))
    also: tuple[str, ...] = many(TEXT, N_("Other headers"), help=N_("What may stand over it in other tables."))
    field: str | None = optional(
        TextType("title"),
        N_("Field"),
        help=N_(
            "The field that its cells fill, or a part of its value, with dots as the data name it; “text” is the text "
            "below the facts."
        ),
        names_fields=True,
    )
    split: str | None = optional(
        TextType(";"),
        N_("Parted by"),
        help=N_("What parts several values of one cell; without it, a semicolon and a space, as in the data."),
    )
    language: str | None = optional(
        LANGUAGE,
        N_("Language"),
        help=N_("The language of its cells, where they translate the record: they go into its translation."),
        example="en",
    )
    values: dict[str, str] | None = optional(
        MEANINGS, N_("Meanings"), help=N_("What its cells mean, where they are no label that the field knows.")
    )
    unit: str | None = optional(
        TextType("EUR"), N_("Unit"), help=N_("The unit of its numbers where cells have none, such as the currency.")
    )
    new: Any = optional(
        FACTS, N_("New records"), help=N_("What is known of the records that it names and that are not there yet.")
    )

    @property
    def fills_a_field(self) -> bool:
        """Whether its cells fill a field of the record, and not its text or a translation."""
        return self.field not in (None, TEXT_BELOW) and self.language is None

    def is_of(self, way: Sequence[str]) -> bool:
        """Whether its cells fill a value at the end of a way, or a part of it."""
        return self.fills_a_field and tuple(str(self.field).split("."))[: len(way)] == tuple(way)

    def filled_in(self, kind: type[Kind]) -> "tuple[tuple[str, ...], FieldType[Any], str]":
        """The way to the value that its cells fill, the type of that, and which column of the type's own they are."""
        is_a: FieldType[Any] = GroupOf(kind)
        names = tuple(str(self.field).split("."))
        for number, name in enumerate(names):
            inner = item_of(is_a)
            if not isinstance(inner, GroupOf):
                return names[:number], inner, f".{'.'.join(names[number:])}"
            is_a = inner.model.declared[name].is_a
        return names, item_of(is_a), ""

    def type_in(self, kind: type[Kind]) -> FieldType[Any] | None:
        """The type of the values that its cells fill; None where they fill none of a record of the kind, or a part."""
        _, is_a, part = self.filled_in(kind) if self.fills_a_field else ((), None, "")
        return None if part else is_a


@dataclass(frozen=True)
class FilledValue:
    """A value of a record that cells fill: the way to it, its type, and the columns of the map by that type's own.

    It is the first of those at the end of its way, or a further one: the second has the `turn` 1. `around` is the way
    to the outermost list of which it is a part.
    """

    way: tuple[str, ...]
    is_a: FieldType[Any]
    columns: dict[str, Column]
    around: tuple[str, ...]
    turn: int


def values_in(columns: Iterable[Column], kind: type[Kind]) -> tuple[FilledValue, ...]:
    """The values of a record that columns fill: one has several where a table has its parts beside each other, and
    what has several values has a column for each.
    """
    found, lists = list[FilledValue](), lists_of(kind)
    for column in (one for one in columns if one.fills_a_field):
        way, is_a, part = column.filled_in(kind)
        there = [value for value in found if value.way == way]
        for value in there:
            if part not in value.columns:
                value.columns[part] = column
                break
        else:
            outer = (way[:length] for length in range(1, len(way)) if ".".join(way[:length]) in lists)
            found.append(FilledValue(way, is_a, {part: column}, next(outer, ()), len(there)))
    return tuple(found)


class ListTable(Group):
    singular = N_("a table of a list")
    file: str | None = optional(
        BesideType("accordi-firmatari.csv"),
        N_("File"),
        help=N_("The file beside the first table; without it, that table’s own workbook."),
    )
    sheet: str | None = optional(
        TEXT, N_("Sheet"), help=N_("The sheet of a workbook; without it, the first."), names_fields=True
    )
    field: str = needed(
        TextType("signatories"),
        N_("Field"),
        help=N_("The list of which each row is one value, with dots as the data name it."),
    )
    record: tuple[str, ...] = many(
        TEXT,
        N_("Record"),
        at_least=1,
        help=N_("The headers of the columns that name its record, as those of the key name it in the first table."),
    )
    position: tuple[str, ...] = many(
        TEXT,
        N_("Position"),
        help=N_(
            "The headers of the columns that number a row: in each list around its own, then in its own; without the "
            "last, rows stand in their order."
        ),
    )
    columns: tuple[Column, ...] = many(GroupOf(Column), N_("Columns"), at_least=1)

    @property
    def wanted(self) -> dict[str, tuple[str, ...]]:
        """The headers of all columns that are read, each with its other headers."""
        return {**dict.fromkeys((*self.record, *self.position), ()), **_headers(self.columns)}

    @property
    def way(self) -> tuple[str, ...]:
        """The way to the list."""
        return tuple(self.field.split("."))


class ImportMap(Group):
    singular = N_("the map of a table")
    source: Any = needed(SOURCE_FACTS, N_("Source"), help=N_("The source of all rows: its id, or its facts."))
    id: str = needed(
        TextType("{Titolo} {Anno}"), N_("Ids"), help=N_("What ids are made of, with headers of columns in braces.")
    )
    key: tuple[str, ...] = many(
        TEXT, N_("Key"), at_least=1, help=N_("The headers of the columns by which a row is known again.")
    )
    sheet: str | None = optional(
        TEXT, N_("Sheet"), help=N_("The sheet of a workbook; without it, the first."), names_fields=True
    )
    columns: tuple[Column, ...] = many(GroupOf(Column), N_("Columns"), at_least=1)
    constants: Any = optional(FACTS, N_("Constants"), help=N_("The facts that all rows share."))
    tables: tuple[ListTable, ...] = many(
        GroupOf(ListTable), N_("Tables of lists"), help=N_("Tables that have a row for each value of a list.")
    )

    @property
    def wanted(self) -> dict[str, tuple[str, ...]]:
        """The columns by their headers, each with its other headers."""
        return _headers(self.columns)

    @property
    def gaps(self) -> list[str]:
        """The headers that ids are made of."""
        return _GAP.findall(self.id)

    @property
    def all_columns(self) -> Iterator[tuple[tuple[str | int, ...], Column]]:
        """Its columns and those of the tables of lists, each with its place in the map."""
        yield from ((("columns", number), one) for number, one in enumerate(self.columns))
        for number, table in enumerate(self.tables):
            yield from ((("tables", number, "columns", inner), one) for inner, one in enumerate(table.columns))

    def id_of(self, cells: dict[str, str]) -> str:
        """The words of a row's id."""
        return _GAP.sub(lambda gap: cells.get(gap[1], ""), self.id)


def _headers(columns: Iterable[Column]) -> dict[str, tuple[str, ...]]:
    return {one.header: one.also for one in columns}


def item_of(is_a: FieldType[Any]) -> FieldType[Any]:
    """The type of a value, or of each of a list."""
    return is_a.item if isinstance(is_a, ListOf) else is_a


def lists_of(group: type[Group]) -> dict[str, tuple[str, ...]]:
    """The lists of a group at every depth, with dots, and the lists around each, outer ones first."""
    ways = {_dotted(way): way for way in ways_to_every_list(group)}
    return {
        name: tuple(_dotted(way[:depth]) for depth in range(1, len(way)) if isinstance(way[depth - 1].is_a, ListOf))
        for name, way in ways.items()
    }


def _dotted(way: Iterable[Field]) -> str:
    return ".".join(one.name for one in way)
