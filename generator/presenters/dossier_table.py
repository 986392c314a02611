"""The figures of a dossier as a table, each with its source; what this site counts leads to what it counts."""

from collections.abc import Collection, Iterator

from generator.fields.values import AnyRef
from generator.kinds.catalogue import COUNTS
from generator.kinds.indicator import Indicator
from generator.presenters.dossier_figures import DossierFigure
from generator.text.context import Context
from generator.text.inline import joined
from generator.view.parts import Folded, Paragraph, Part, Table
from generator.view.text import Inline, Piece
from generator.words import N_

FIGURES_HEAD = (N_("Figure"), N_("Value"), N_("Period"), N_("Source"))
COUNTED_HERE = N_("this site, from its own records")
_FEW_FIGURES = 12


def figures_part(
    context: Context, figures: Collection[DossierFigure], elsewhere: Collection[AnyRef], asked: Collection[AnyRef]
) -> Iterator[Part]:
    """The table, and of what the figures are left to its page."""
    text = context.words.text
    if figures:
        rows = tuple(figure_cells(context, one, asked) for one in figures)
        heading = text("The figures, each with its period and its source")
        yield opening(context, Table(heading, tuple(map(text, FIGURES_HEAD)), rows))
    if elsewhere:
        links = context.listed(context.link(one) for one in elsewhere)
        said = context.phrase(
            "The overall figures of {records} are not here: only a part of that is in this dossier.", records=links
        )
        yield Paragraph(said, "note")


def opening(context: Context, table: Table) -> Part:
    """A table of figures; one that is longer than the rest of a page opens when asked for."""
    if len(table.rows) <= _FEW_FIGURES:
        return table
    number = context.words.number(len(table.rows))
    said = context.words.text("All {number} figures, each with its period and its source", number=number)
    return Folded((Piece(said),), (table,))


def figure_cells(context: Context, one: DossierFigure, asked: Collection[AnyRef] = ()) -> tuple[Inline, ...]:
    """A figure as a row: what it is, of which record, whether of all of it, how much, of when, who says so.

    What an indicator is about, its title says.
    """
    whose = one.whose(context, asked) if one.about == one.ref else ()
    what: Inline = (Piece(one.what), Piece("– "), *(whose or (context.link(one.ref),)))
    value = joined(" · ", ((Piece(one.value),), (Piece(one.note),) if one.note else ()))
    period: Inline = (Piece(one.period),) if one.period else (context.not_stated(),)
    said = one.dated_sources(context) or (_counted_here(context, one.ref),)
    return what, value, period, said


def _counted_here(context: Context, ref: AnyRef) -> Piece:
    """That this site counts a figure, as a link to the page whose records it counts."""
    record = context.showcase[ref]
    indicator, href = record.of(Indicator), context.href(record)
    if indicator and indicator.facts.computed:
        kind = COUNTS[indicator.facts.computed][0]
        if context.showcase.names(kind):
            href = context.urls.href(context.urls.section(kind.folder, context.language))
    return Piece(context.words.text(COUNTED_HERE), href=href)
