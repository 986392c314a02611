"""The editions of an award in small: a column an edition, a pane a project; for what leads to it."""

from generator.content.record import Record
from generator.fields.values import AnyRef
from generator.kinds.catalogue import kind_of
from generator.kinds.initiative import Initiative
from generator.showcase.calculations import Sum, funded_in_editions
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.projects import funded_exactly
from generator.view.charts import PaneColumn, PaneColumns


def award_of(context: Context, ref: AnyRef) -> tuple[Record[Initiative], Sum] | None:
    """A record itself or the first initiative within it that tells how much its editions funded; and their sum."""
    for one in (ref, *_within(context, ref)):
        award = context.showcase[one].of(Initiative) if kind_of(one) is Initiative else None
        if award and len(award.facts.editions) > 1 and (added := funded_in_editions(award.facts)):
            return award, added
    return None


def _within(context: Context, ref: AnyRef) -> list[AnyRef]:
    """The initiatives within a record, and those that name it otherwise."""
    return sorted({one.ref for one in context.showcase.referring(ref) if kind_of(one.ref) is Initiative})


def total(context: Context, added: Sum) -> str:
    """How many projects the picture has, in words."""
    number = sentence_case(context.computed(added.funded, ""))
    return context.words.text("{number} projects, one per square", number=number)


def columns(context: Context, award: Record[Initiative], squares: str) -> PaneColumns:
    """The picture, and in words what a square of it is."""
    found = []
    for edition in award.facts.editions:
        funded = funded_exactly(edition)
        number = funded or 0
        told = context.words.count("{year}: {number} project", "{year}: {number} projects", number, year=edition.year)
        found.append(PaneColumn(number, edition.year if funded is None else told))
    found.sort(key=lambda one: one.title)
    years = [edition.year for edition in award.facts.editions]
    if not all(column.lit for column in found):
        squares = context.words.text("{squares}; dashed: number not known", squares=squares)
    return PaneColumns(tuple(found), min(years), max(years), squares)
