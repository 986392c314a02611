"""A plan as a map of its areas, and each area with the records that touch it."""

from typing import cast

from generator.content.kinds.plan import Area, Plan
from generator.content.record import Record
from generator.pages.context import Context
from generator.pages.views.telling import Telling, rows
from generator.view import Entry, Fact, Facts, Inline, Light, Links, Paragraph, Piece


def plan(context: Context, record: Record) -> Telling:
    """Tell a plan: every area under its macro-area, with how many records are set beside it."""
    facts = cast(Plan, record.facts)
    areas = [one for one in context.showcase.of(Area) if cast(Area, one.facts).plan == record.ref]
    shown = [one for one in areas if context.has_page(one)]
    groups = []
    for macro in facts.macro_areas:
        members = [one for one in shown if cast(Area, one.facts).macro_area == macro.id]
        members.sort(key=lambda one: one.wordings[context.first_language].title.casefold())
        count = context.words.count("{number} area", "{number} areas", len(members))
        heading = context.words.text("{name}: {count}", name=macro.name, count=count)
        groups.append(Links(tuple(_area_entry(context, one) for one in members), heading))
    body = (Light(context.link(facts.body)),) if facts.body else ()
    total = context.words.count("{number} area", "{number} areas", len(shown))
    return Telling(
        kicker=context.words.text("Plan"),
        lights=(*body, Light(Piece(total), context.words.text("set out by the plan"), strong=True)),
        what=rows(context, record, "document"),
        who=rows(context, record, "body"),
        when=rows(context, record, "since", "until"),
        related=tuple(group for group in groups if group.items),
    )


def area(context: Context, record: Record) -> Telling:
    """Tell an area of a plan."""
    facts = cast(Area, record.facts)
    above = context.showcase.facts(facts.plan, Plan)
    macro = next((one.name for one in above.macro_areas if one.id == facts.macro_area), facts.macro_area)
    told = [
        *context.facts(record, "plan"),
        Fact(context.label(Area, "macro_area"), ((Piece(macro, lang=context.foreign(context.first_language)),),)),
        *context.facts(record, "section_name"),
    ]
    if facts.third_mission:
        said = context.words.text("yes, as we read it (editorial choice)")
        told.append(Fact(context.words.text("Third mission"), ((Piece(said),),)))
    linked = _linked(context, record)
    none = Paragraph((Piece(context.words.text("No record linked yet.")),), "note")
    return Telling(
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
    return Entry(context.title(record, linked=True), summary=context.summary(record), note=linked_note(context, record))
