"""The plans: each area with the activities that are linked to it. A link classifies; it judges nothing."""

from collections.abc import Iterable, Iterator, Sequence

from generator.content.record import Record
from generator.fields.values import AnyRef
from generator.kinds.plan import Area, Plan
from generator.reports.reported import Reported
from generator.reports.typed_tables import ReportRow, TypedColumn, linked, number, plain, section
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, Selected, may_answer, parts_of
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


def linked_to_plans(showcase: Showcase, asked: Questions) -> Selected:
    """The activities that answer and are linked to an area of the plans that are told."""
    areas = {area.ref for plan in _plans(showcase, asked) for area in _areas(showcase, plan)}

    def among(refs: Iterable[AnyRef]) -> tuple[AnyRef, ...]:
        return tuple(ref for ref in refs if not areas.isdisjoint(showcase[ref].facts.plan_areas))

    found = may_answer(showcase, asked)
    return Selected(among(found.refs), among(found.undated))


def plan_areas(context: Context, reported: Reported) -> tuple[ReportSection, ...]:
    """A table for each plan of those who are asked for; without any, that there is none."""
    plans = _plans(context.showcase, reported.asked)
    return tuple(_table(context, plan, reported.refs) for plan in plans) or (_none(context, reported.asked),)


def _plans(showcase: Showcase, asked: Questions) -> tuple[Record[Plan], ...]:
    """The plans of whom each question names, of a part or of the whole of it; all where none names anybody."""
    of = tuple(showcase.of(Plan))
    for bodies in filter(None, (asked.universities, asked.partners)):
        of = tuple(plan for plan in of if any(_are_of_one(showcase, plan.facts.body, body) for body in bodies))
    return of


def _are_of_one(showcase: Showcase, body: AnyRef | None, other: AnyRef) -> bool:
    """Whether two organisations are the same, or one is part of the other."""
    if body is None:
        return False
    return body == other or body in parts_of(showcase, other) or other in parts_of(showcase, body)


def _areas(showcase: Showcase, plan: Record[Plan]) -> Iterator[Record[Area]]:
    return (one for one in showcase.of(Area) if one.facts.plan == plan.ref)


def _none(context: Context, asked: Questions) -> ReportSection:
    """That no plan is told, and of whom."""
    text, bodies = context.words.text, (*asked.universities, *asked.partners)
    names = context.words.listed(context.link(one).text for one in bodies)
    said = text("{names}: no plan is on this site.", names=names) if bodies else text("No plan is on this site.")
    return section(context, "plan", text("Plan and activities"), _COLUMNS, (), empty=said)


def _table(context: Context, plan: Record[Plan], refs: Sequence[AnyRef]) -> ReportSection:
    text, order = context.words.text, [one.id for one in plan.facts.macro_areas]
    names = {one.id: one.name for one in plan.facts.macro_areas}
    areas = sorted(
        _areas(context.showcase, plan),
        key=lambda one: (order.index(one.facts.macro_area), context.title(one).text.casefold()),
    )
    rows = [_row(context, names, one.ref, one.facts, refs) for one in areas]
    empty = sum(row[3].value == "0" for row in rows)
    note = context.words.count(
        "{number} area has no activity linked to it.", "{number} areas have no activity linked to them.", empty
    )
    link = text("A link says what an activity touches: it does not say that the plan has been carried out.")
    notes = (link, *((note,) if empty else ()))
    return section(context, plan.ref.id, context.title(plan).text, _COLUMNS, rows, notes)


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
