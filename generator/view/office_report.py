"""A report: tables with what their columns mean, in a page that stands by itself and on paper."""

from typing import ClassVar

from generator.frozen import dataclass
from generator.view.data_files import Sheet
from generator.view.text import Fact, Inline


@dataclass(frozen=True)
class ReportColumn:
    """A column and what it means."""

    label: str
    definition: str
    is_number: bool = False
    is_shown: bool = True
    """Whether pages have it; spreadsheets have all."""


@dataclass(frozen=True)
class ReportSection:
    """A table of a report, under a heading, with what must be known to read it."""

    anchor: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Inline, ...], ...]
    """The cells of the columns that are shown."""
    empty: str
    """What is said where there is no row."""
    sheet: Sheet
    """The same with typed cells, those of every column."""

    @property
    def shown(self) -> tuple[ReportColumn, ...]:
        """The columns that pages have."""
        return tuple(one for one in self.columns if one.is_shown)


@dataclass(frozen=True)
class Report:
    """A report in one language."""

    template: ClassVar[str] = "report.html"
    path: str
    language: str
    base: str
    """The address of the site, from which its links go."""
    made_on: str
    """The day it is for, as in "2026-11-22"."""
    publisher: str
    banner: str
    """What must be said on every page of a demonstration; "" where it is none."""
    title: str
    lead: str
    asked: tuple[Fact, ...]
    sections: tuple[ReportSection, ...]
    as_of: str
    undated: str
    """How many records cannot be placed in the period; "" where all can."""
