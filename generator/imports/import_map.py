"""The map of a table: which column is which field, what all rows share, what each row is known by."""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.content.meant_field import meant_field
from generator.content.nodes import Nodes, read_yaml
from generator.content.parse import parse
from generator.fields.called import fields_listed
from generator.fields.declare import Group, GroupOf, many, needed, optional
from generator.fields.quantities import QuantityType
from generator.fields.references import Reference
from generator.fields.texts import LANGUAGE, TEXT, TextType
from generator.fields.types import FieldType, ListOf, Schema, Site, Written
from generator.kinds.base import Kind
from generator.kinds.translation import Translation
from generator.machine.regular_files import text_of_regular
from generator.problems.problem import Position, Problem, problem
from generator.problems.setup import SetupError
from generator.problems.spelling import did_you_mean
from generator.words import N_, SOURCE_LANGUAGE, Phrase, Words, languages

TEXT_BELOW = "text"
"""What a map calls the text below the facts."""
_TRANSLATED = (*(name for name in ("title", "short_title", "summary") if name in Translation.declared), TEXT_BELOW)
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

    def filled_in(self, kind: type[Kind]) -> "tuple[tuple[str, ...], FieldType[Any], str]":
        """The way to the value that its cells fill, the type of that, and which column of the type's own they are."""
        is_a: FieldType[Any] = GroupOf(kind)
        names = tuple(str(self.field).split("."))
        for number, name in enumerate(names):
            inner = _item(is_a)
            if not isinstance(inner, GroupOf):
                return names[:number], inner, f".{'.'.join(names[number:])}"
            is_a = inner.model.declared[name].is_a
        return names, _item(is_a), ""

    def type_in(self, kind: type[Kind]) -> FieldType[Any] | None:
        """The type of the values that its cells fill; None where they fill none of a record of the kind, or a part."""
        _, is_a, part = self.filled_in(kind) if self.fills_a_field else ((), None, "")
        return None if part else is_a


@dataclass(frozen=True)
class FilledValue:
    """A value of a record that cells fill: the way to it, its type, and the columns of the map by that type's own."""

    way: tuple[str, ...]
    is_a: FieldType[Any]
    columns: dict[str, Column]


class ImportMap(Group):
    singular = N_("the map of a table")
    source: Any = needed(SOURCE_FACTS, N_("Source"), help=N_("The source of all rows: its id, or its facts."))
    id: str = needed(
        TextType("{Titolo} {Anno}"), N_("Ids"), help=N_("What ids are made of, with headers of columns in braces.")
    )
    key: tuple[str, ...] = many(
        TEXT, N_("Key"), at_least=1, help=N_("The headers of the columns by which a row is known again.")
    )
    sheet: str | None = optional(TEXT, N_("Sheet"), help=N_("The sheet of a workbook; without it, the first."))
    columns: tuple[Column, ...] = many(GroupOf(Column), N_("Columns"), at_least=1)
    constants: Any = optional(FACTS, N_("Constants"), help=N_("The facts that all rows share."))

    @property
    def wanted(self) -> dict[str, tuple[str, ...]]:
        """The columns by their headers, each with its other headers."""
        return {one.header: one.also for one in self.columns}

    @property
    def gaps(self) -> list[str]:
        """The headers that ids are made of."""
        return _GAP.findall(self.id)

    def values_in(self, kind: type[Kind]) -> tuple[FilledValue, ...]:
        """The values of a record that its columns fill: one has several where a table has its parts beside each other,
        and what has several values has a column for each.
        """
        found: list[FilledValue] = []
        for column in (one for one in self.columns if one.fills_a_field):
            way, is_a, part = column.filled_in(kind)
            for value in found:
                if value.way == way and part not in value.columns:
                    value.columns[part] = column
                    break
            else:
                found.append(FilledValue(way, is_a, {part: column}))
        return tuple(found)

    def id_of(self, cells: dict[str, str]) -> str:
        """The words of a row's id."""
        return _GAP.sub(lambda gap: cells.get(gap[1], ""), self.id)


def read_map(file: Path, kind: type[Kind], languages: Sequence[str]) -> tuple[ImportMap | None, Nodes, list[Problem]]:
    """Read the map of a table whose rows are records of a kind; None where it is not sound. Raises SetupError.

    `languages` are those into which records can be translated.
    """
    try:
        text = text_of_regular(file, "utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = Phrase(N_("The map {file} cannot be read."), {"file": str(file)})
        raise SetupError(message, Phrase(N_("Check its name, and save it as plain text in UTF-8."))) from error
    nodes, problems = read_yaml(text, str(file))
    asked = None
    if not nodes.broken:
        asked, _, told = parse(ImportMap, nodes)
        problems = [*problems, *told, *(_unsound(asked, nodes, kind, languages) if asked else ())]
        problems += _parts_alone(asked, nodes, kind) if asked and not problems else ()
    return None if problems else asked, nodes, list(problems)


def _unsound(asked: ImportMap, nodes: Nodes, kind: type[Kind], languages: Sequence[str]) -> Iterator[Problem]:
    """What the map names and that is not there: fields that the kind has not, headers that no column has."""
    headers = [one.header for one in asked.columns]
    for number, header in enumerate(asked.key):
        if header not in headers:
            place = nodes.place(("key", number))
            meant = did_you_mean(header, headers)
            yield problem("bad-choice", place, meant=meant, key="key", value=header, known=headers)
    for header in asked.gaps:
        if header not in headers:
            meant = did_you_mean(header, headers)
            yield problem("bad-choice", nodes.place(("id",)), meant=meant, key="id", value=header, known=headers)
    if isinstance(asked.source, dict) and "id" not in asked.source:
        yield problem("missing-key", nodes.place(("source",)), key="id")
    for number, column in enumerate(asked.columns):
        way = (column.field or TEXT_BELOW).split(".")
        place = nodes.place(("columns", number, "field"))
        if column.language is not None:
            yield from _untranslatable(column, nodes, number, languages)
            continue
        reached: FieldType[Any] | None = TEXT
        if way != [TEXT_BELOW]:
            reached = yield from _reached(GroupOf(kind), way, place)
        for name, has_it in (("new", Reference), ("unit", QuantityType)):
            if reached and getattr(column, name) is not None and not isinstance(reached, has_it):
                known = [one for one in Column.declared if one != name]
                where = nodes.key_place(("columns", number, name))
                yield problem("unknown-key", where, key=name, where=Phrase(Column.singular), known=known)


def _untranslatable(column: Column, nodes: Nodes, number: int, languages: Sequence[str]) -> Iterator[Problem]:
    """That a column is in no language of translations, or that no translation has its field."""
    if column.language not in languages:
        place = nodes.place(("columns", number, "language"))
        yield problem("bad-choice", place, key="language", value=column.language, known=list(languages))
    if column.field not in _TRANSLATED:
        place = nodes.place(("columns", number, "field"))
        meant = did_you_mean(column.field or "", _TRANSLATED)
        yield problem("bad-choice", place, meant=meant, key="field", value=column.field or "", known=list(_TRANSLATED))


def _parts_alone(asked: ImportMap, nodes: Nodes, kind: type[Kind]) -> Iterator[Problem]:
    """Parts of a value, such as its unit, that are none without a column for the rest of it."""
    for value in asked.values_in(kind):
        if not value.is_a.of_cells(dict.fromkeys(value.columns, "…"), Site(written_in=SOURCE_LANGUAGE)):
            number = asked.columns.index(next(iter(value.columns.values())))
            yield problem("missing-key", nodes.place(("columns", number, "field")), key=".".join(value.way))


def _item(is_a: FieldType[Any]) -> FieldType[Any]:
    """The type of a value, or of each of a list."""
    return is_a.item if isinstance(is_a, ListOf) else is_a


def _reached(
    is_a: FieldType[Any], way: Sequence[str], place: Position
) -> Generator[Problem, None, FieldType[Any] | None]:
    """The type of the value at the end of a way, where it leads to one that a cell can hold, or of the part of one."""
    inner = _item(is_a)
    if isinstance(inner, GroupOf):
        model = inner.model
        if way and (declared := model.declared.get(way[0])):
            return (yield from _reached(declared.is_a, way[1:], place))
        key, known = way[0] if way else inner.model.singular, fields_listed(model.declared.values())
        meant = meant_field(key, model)
        yield problem("unknown-key", place, meant=meant, key=key, where=Phrase(model.singular), known=known)
        return None
    if not way:
        return inner
    parts = [one[1:] for one in inner.columns_of(Site(languages())) if one]
    if (part := ".".join(way)) not in parts:
        meant = did_you_mean(part, parts)
        yield problem("unknown-key", place, meant=meant, key=part, where=Phrase(inner.expected), known=parts)
        return None
    return TEXT
