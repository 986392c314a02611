"""A plan as a map of its areas, and each area with the records that touch it."""

from collections.abc import Sequence
from typing import cast

from generator.content.record import Record
from generator.kinds.plan import Area, Plan
from generator.presenters.sections import Sections, rows
from generator.text.context import Context
from generator.view.bodies import KeyFact
from generator.view.charts import PlanMap, PlanPane, PlanWindow
from generator.view.parts import Facts, Links, Paragraph, Part
from generator.view.text import Entry, Fact, Inline, Piece

_FEWEST_PANES = 5
_PLAN_COLUMNS = 5
_PLAN_PANE, _PLAN_PITCH = (36.0, 46.0), (42.0, 52.0)


def plan(context: Context, record: Record) -> Sections:
    """Tell a plan: every area under its macro-area, with how many records are set beside it."""
    facts = cast(Plan, record.facts)
    areas = [one for one in context.showcase.of(Area) if cast(Area, one.facts).plan == record.ref]
    shown = [one for one in areas if context.has_page(one)]
    groups, windows = [], []
    for macro in facts.macro_areas:
        members = [one for one in shown if cast(Area, one.facts).macro_area == macro.id]
        members.sort(key=lambda one: one.wordings[context.first_language].title.casefold())
        count = context.words.count("{number} area", "{number} areas", len(members))
        heading = context.words.text("{name}: {count}", name=macro.name, count=count)
        groups.append(Links(tuple(_area_entry(context, one) for one in members), heading))
        windows.append(_window(context, Piece(macro.name, lang=context.foreign(context.first_language)), members))
    body = (KeyFact(context.link(facts.body)),) if facts.body else ()
    total = context.words.count("{number} area", "{number} areas", len(shown))
    return Sections(
        kicker=context.words.text("Plan"),
        key_facts=(*body, KeyFact(Piece(total), context.words.text("set out by the plan"), strong=True)),
        what=rows(context, record, "document"),
        who=rows(context, record, "body"),
        when=rows(context, record, "since", "until"),
        related=tuple(group for group in groups if group.items),
        drawn=_map(context, shown, tuple(window for window in windows if window.panes)),
    )


def _map(context: Context, areas: Sequence[Record], windows: tuple[PlanWindow, ...]) -> tuple[Part, ...]:
    """The plan as windows with a pane for each area; nothing where the list alone is short enough."""
    if len(areas) < _FEWEST_PANES:
        return ()
    lit = sum(bool(_linked(context, one)) for one in areas)
    marked = sum(cast(Area, one.facts).third_mission for one in areas)
    number, count = context.words.number, context.words.count
    caption = count(
        "{number} area of {all} has records linked; no record is linked to the others yet.",
        "{number} areas of {all} have records linked; no record is linked to the others yet.",
        lit,
        all=number(len(areas)),
    )
    said = count(
        "{number} area is third mission, as we read it.", "{number} areas are third mission, as we read it.", marked
    )
    heading = context.words.text("The plan, area by area")
    return (PlanMap(heading, *_PLAN_PANE, windows, caption, said if marked else ""),)


def _window(context: Context, title: Piece, members: Sequence[Record]) -> PlanWindow:
    """The areas of a macro-area as panes, in the order of the list."""
    panes = tuple(
        PlanPane(
            x=n % _PLAN_COLUMNS * _PLAN_PITCH[0] + 1,
            y=n // _PLAN_COLUMNS * _PLAN_PITCH[1] + 1,
            title=context.title(one).text,
            linked=len(_linked(context, one)),
            marked=cast(Area, one.facts).third_mission,
        )
        for n, one in enumerate(members)
    )
    return PlanWindow(
        title=title,
        note=context.words.count("{number} area", "{number} areas", len(members)),
        width=_PLAN_COLUMNS * _PLAN_PITCH[0] - (_PLAN_PITCH[0] - _PLAN_PANE[0]) + 2,
        height=max((pane.y for pane in panes), default=0) + _PLAN_PANE[1] + 1,
        panes=panes,
    )


def area(context: Context, record: Record) -> Sections:
    """Tell an area of a plan."""
    facts = cast(Area, record.facts)
    above = context.showcase.facts(facts.plan, Plan)
    macro = next((one.name for one in above.macro_areas if one.id == facts.macro_area), facts.macro_area)
    lang = context.foreign(context.first_language)
    told = [*context.facts(record, "plan"), Fact(context.label(Area, "macro_area"), ((Piece(macro, lang=lang),),))]
    named = ((Piece(facts.section_name, lang=lang),),) if facts.section_name else ()
    told += [row for row in (context.fact(record, "section_name", *named),) if row.values]
    if facts.third_mission:
        said = context.words.text("yes, as we read it (editorial choice)")
        told.append(Fact(context.words.text("Third mission"), ((Piece(said),),)))
    linked = _linked(context, record)
    none = Paragraph((Piece(context.words.text("No record linked yet.")),), "note")
    return Sections(
        kicker=context.words.text("Area of the plan"),
        what=(Facts(tuple(told)),),
        who=rows(context, record, "actors"),
        figures=() if linked else (none,),
    )


def linked_note(context: Context, record: Record) -> Inline:
    """How many records are set beside an area; an area without says so, and no more than that."""
    number = len(_linked(context, record))
    if not number:
        return (Piece(context.words.text("no record linked yet")),)
    return (Piece(context.words.count("{number} record linked", "{number} records linked", number)),)


def _linked(context: Context, record: Record) -> list[Record]:
    return [link.record for link in context.showcase.referring(record.ref) if link.field == "plan_areas"]


def _area_entry(context: Context, record: Record) -> Entry:
    note = linked_note(context, record)
    if cast(Area, record.facts).third_mission:
        note = (*note, Piece(" · "), Piece(context.words.text("third mission, as we read it")))
    return Entry(context.title(record, linked=True), summary=context.summary(record), note=note)
