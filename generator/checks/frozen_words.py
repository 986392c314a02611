"""Frozen tables against the records as they are."""

from collections.abc import Iterable, Iterator

from generator.content.brief import Brief, ref_of
from generator.content.snapshots import FrozenTable
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase


def rows_of_frozen_tables_are_of_records_that_are_there(
    showcase: Showcase, tables: Iterable[FrozenTable]
) -> Iterator[Problem]:
    """Whose files somebody removed is on the site no more, and in a table of before still: that is told."""
    for table, name, brief in _named(showcase, tables):
        if not brief:
            row = table.row_of(name)
            yield problem("frozen-gone", Position(table.snapshot.table, row + 1, 1), record=name, row=row)


def withdrawn_records_are_in_no_frozen_table(showcase: Showcase, tables: Iterable[FrozenTable]) -> Iterator[Problem]:
    """Of a withdrawn record no word is public, in no table of before either."""
    for table, name, brief in _named(showcase, tables):
        if brief and brief.withdrawn:
            yield problem("frozen-withdrawn", Position(table.snapshot.table), record=name)


def _named(showcase: Showcase, tables: Iterable[FrozenTable]) -> Iterator[tuple[FrozenTable, str, Brief | None]]:
    """Each table with each record that it names, and what is known of that."""
    for table in tables:
        for name in sorted(table.named()):
            yield table, name, showcase.briefs.get(ref_of(name))
