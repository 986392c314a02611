"""The plans: each area with the activities that are linked to it. A link classifies; it judges nothing."""

from collections.abc import Sequence

from generator.fields.values import AnyRef
from generator.kinds.plan import Area, Plan
from generator.reports.typed_tables import ReportRow, TypedColumn, linked, number, plain, section
from generator.text.context import Context
from generator.view.office_report import ReportSection
from generator.words import N_

_COLUMNS = (
    TypedColumn(N_("Area of interest"), N_("The part of the plan that the area stands in.")),
    TypedColumn(N_("Area"), N_("The area, as the plan names it; those without activities are kept.")),
    TypedColumn(N_("Third mission"), N_("Whether those who write here read the area as third mission.")),
    TypedColumn(N_("Activities"), N_("How many activities are linked to it; one may be linked to several."), "number"),
    TypedColumn(N_("Which"), N_("The activities themselves.")),
)


def plan_areas(context: Context, refs: Sequence[AnyRef]) -> tuple[ReportSection, ...]:
    """A table for each plan."""
    text, sections = context.words.text, []
    for plan in context.showcase.of(Plan):
        areas = [one for one in context.showcase.of(Area) if one.facts.plan == plan.ref]
        order = [one.id for one in plan.facts.macro_areas]
        names = {one.id: one.name for one in plan.facts.macro_areas}
        areas.sort(key=lambda one: (order.index(one.facts.macro_area), context.title(one).text.casefold()))
        rows = [_row(context, names, one.ref, one.facts, refs) for one in areas]
        empty = sum(row[3].value == "0" for row in rows)
        note = context.words.count(
            "{number} area has no activity linked to it.", "{number} areas have no activity linked to them.", empty
        )
        link = text("A link says what an activity touches: it does not say that the plan has been carried out.")
        notes = (link, *((note,) if empty else ()))
        sections.append(section(context, plan.ref.id, context.title(plan).text, _COLUMNS, rows, notes))
    return tuple(sections)


def _row(context: Context, names: dict[str, str], ref: AnyRef, area: Area, refs: Sequence[AnyRef]) -> ReportRow:
    here = [one for one in refs if ref in context.showcase[one].facts.plan_areas]
    text = context.words.text
    return (
        plain(names[area.macro_area]),
        linked(context, (ref,)),
        plain(text("yes") if area.third_mission else text("no")),
        number(context, len(here)),
        linked(context, here),
    )
