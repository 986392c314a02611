"""The tables of reports: each column with its definition and its type, each cell as it is read and as it is counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.fields.types import CellType
from generator.fields.values import AnyRef
from generator.text.context import Context
from generator.text.inline import joined, text_of
from generator.view.data_files import Sheet
from generator.view.office_report import ReportColumn, ReportSection
from generator.view.text import Inline, Piece


@dataclass(frozen=True)
class TypedColumn:
    """A column: what it is called and what it means, in English, and what its cells are."""

    label: str
    definition: str
    holds: CellType = "text"
    is_shown: bool = True
    """Whether readers see it: what only programs count with stands in spreadsheets, beside the words for it."""


@dataclass(frozen=True)
class TypedCell:
    """What a cell says to readers, and what it holds in a spreadsheet."""

    said: Inline
    value: str


ReportRow = tuple[TypedCell, ...]


def number(context: Context, count: int) -> TypedCell:
    """A number, zeros kept."""
    return TypedCell((Piece(context.words.number(count)),), str(count))


def said(inline: Inline, value: str = "") -> TypedCell:
    """Inline text, and itself in words where a spreadsheet is told nothing else."""
    return TypedCell(inline, value or text_of(inline))


def plain(words: str) -> TypedCell:
    """Words."""
    return TypedCell((Piece(words),), words)


def typed(value: str) -> TypedCell:
    """A value that only spreadsheets have, as data write it; empty where it is not known."""
    return TypedCell((), value)


def unknown(context: Context) -> TypedCell:
    """What is not known: a dash to readers, an empty cell to programs."""
    return TypedCell((context.not_stated(),), "")


def linked(context: Context, refs: Iterable[AnyRef]) -> TypedCell:
    """Some records, each as a link; a dash without any."""
    pieces = [(context.link(ref),) for ref in refs]
    return said(joined("; ", pieces)) if pieces else TypedCell((Piece("–"),), "")


def section(
    context: Context,
    anchor: str,
    title: str,
    columns: Sequence[TypedColumn],
    rows: Sequence[ReportRow],
    notes: Sequence[str] = (),
    empty: str = "",
) -> ReportSection:
    """A table under its heading."""
    text = context.words.text
    told = tuple(
        ReportColumn(text(one.label), text(one.definition), one.holds == "number", one.is_shown) for one in columns
    )
    sheet = Sheet(
        title,
        tuple(one.label for one in told),
        tuple(one.holds for one in columns),
        tuple(tuple(cell.value for cell in row) for row in rows),
    )
    shown = tuple(tuple(cell.said for cell, one in zip(row, columns, strict=True) if one.is_shown) for row in rows)
    return ReportSection(anchor, title, tuple(notes), told, shown, empty or text("Nothing answers."), sheet)
