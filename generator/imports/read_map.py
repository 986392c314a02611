"""The file of a map → the map, where what it names is there: fields of the kind, headers of its own columns."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.content.meant_field import meant_field
from generator.content.nodes import Location, Nodes, read_yaml
from generator.content.parse import parse
from generator.fields.called import fields_listed
from generator.fields.declare import Group, GroupOf
from generator.fields.quantities import QuantityType
from generator.fields.references import Reference
from generator.fields.texts import TEXT
from generator.fields.types import FieldType, Site
from generator.imports.import_map import (
    TRANSLATED,
    Column,
    ImportMap,
    ListTable,
    item_of,
    lists_of,
    values_in,
)
from generator.kinds.base import Kind
from generator.machine.regular_files import text_of_regular
from generator.problems.problem import Position, Problem, problem
from generator.problems.setup import SetupError
from generator.problems.spelling import did_you_mean
from generator.words import N_, SOURCE_LANGUAGE, Phrase, languages


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
        if column.language is not None:
            yield from _untranslatable(column, nodes, number, languages)
        else:
            yield from _unfillable(column, nodes, ("columns", number), kind)
    for number, table in enumerate(asked.tables):
        yield from _no_list(asked, table, nodes, ("tables", number), kind)


def _unfillable(column: Column, nodes: Nodes, at: Location, kind: type[Kind]) -> Generator[Problem, None, None]:
    """That there is no such field, or that it takes nothing of what the column says besides."""
    reached: FieldType[Any] | None = TEXT
    if column.fills_a_field:
        reached = yield from _reached(GroupOf(kind), str(column.field).split("."), nodes.place((*at, "field")))
    for name, has_it in (("new", Reference), ("unit", QuantityType)):
        if reached and getattr(column, name) is not None and not isinstance(reached, has_it):
            yield _unknown(name, nodes, at, Column)


def _unknown(name: str, nodes: Nodes, at: Location, group: type[Group]) -> Problem:
    """That a part of the map does not stand where it could be understood."""
    known = [one for one in group.declared if one != name]
    return problem("unknown-key", nodes.key_place((*at, name)), key=name, where=Phrase(group.singular), known=known)


def _no_list(
    asked: ImportMap, table: ListTable, nodes: Nodes, at: Location, kind: type[Kind]
) -> Generator[Problem, None, None]:
    """That a table is of no list, or of one that is filled otherwise, or that its columns are of another one."""
    place, filled = nodes.place((*at, "field")), [one.field for one in asked.tables]
    lists = lists_of(kind)
    if table.field not in lists:
        meant, known = did_you_mean(table.field, lists), [*lists]
        yield problem("bad-choice", place, meant=meant, key="field", value=table.field, known=known)
        return
    around = lists[table.field]
    for name in around:
        if name not in filled:
            yield problem("missing-key", nodes.place(at), key=f"tables: {name}")
    outer = (one.columns for one in asked.tables if one.field in around)
    by_columns = any(one.is_of(table.way) for columns in (asked.columns, *outer) for one in columns)
    if by_columns or filled.index(table.field) != at[-1]:
        first = "columns" if by_columns else "tables"
        yield problem("one-of-two", place, first=f"{first}: {table.field}", second=f"tables: {table.field}")
    if len(table.position) < len(around):
        yield problem("too-few", nodes.place((*at, "position")), key="position", number=len(around))
    if len(table.position) > len(around) + 1:
        yield problem("too-many-entries", nodes.place((*at, "position")), limit=len(around) + 1)
    if len(table.record) != len(asked.key):
        known = [*asked.key]
        yield problem("bad-choice", nodes.place((*at, "record")), key="record", value=[*table.record], known=known)
    for number, column in enumerate(table.columns):
        here = (*at, "columns", number)
        if column.language is not None:
            yield _unknown("language", nodes, here, Column)
        elif column.is_of(table.way):
            yield from _unfillable(column, nodes, here, kind)
        else:
            known = [f"{table.field}…"]
            yield problem(
                "bad-choice", nodes.place((*here, "field")), key="field", value=column.field or "", known=known
            )


def _untranslatable(column: Column, nodes: Nodes, number: int, languages: Sequence[str]) -> Iterator[Problem]:
    """That a column is in no language of translations, or that no translation has its field."""
    if column.language not in languages:
        place = nodes.place(("columns", number, "language"))
        yield problem("bad-choice", place, key="language", value=column.language, known=list(languages))
    if column.field not in TRANSLATED:
        place = nodes.place(("columns", number, "field"))
        meant = did_you_mean(column.field or "", TRANSLATED)
        yield problem("bad-choice", place, meant=meant, key="field", value=column.field or "", known=list(TRANSLATED))


def _parts_alone(asked: ImportMap, nodes: Nodes, kind: type[Kind]) -> Iterator[Problem]:
    """Parts of a value, such as its unit, that are none without a column for the rest of it."""
    of_lists = ((("tables", number, "columns"), one.columns) for number, one in enumerate(asked.tables))
    for at, columns in ((("columns",), asked.columns), *of_lists):
        for value in values_in(columns, kind):
            if not value.is_a.of_cells(dict.fromkeys(value.columns, "…"), Site(written_in=SOURCE_LANGUAGE)):
                number = columns.index(next(iter(value.columns.values())))
                yield problem("missing-key", nodes.place((*at, number, "field")), key=".".join(value.way))


def _reached(
    is_a: FieldType[Any], way: Sequence[str], place: Position
) -> Generator[Problem, None, FieldType[Any] | None]:
    """The type of the value at the end of a way, where it leads to one that a cell can hold, or of the part of one."""
    inner = item_of(is_a)
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
