"""A plan as a map of its areas, and each area with the records that touch it."""

from collections.abc import Sequence

from generator.charts.bar_share import bar_share
from generator.content.record import Record
from generator.fields.values import AnyRef
from generator.kinds.plan import Area, Example, MacroArea, Plan
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections, row
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.inline import joined, text_of
from generator.view.charts import PlanMap, PlanWindow, Strip
from generator.view.parts import Part
from generator.view.record_page import KeyFact, Window
from generator.view.text import Inline, Piece

_TOLD = ("id", "name", "translation")
"""What is told of a macro-area in words of their own."""


class PlanPresenter(Presenter[Plan]):
    """Tells a plan: every area under its macro-area, with how many records are set beside it."""

    def sections(self, context: Context, record: Record[Plan]) -> Sections:
        facts = record.facts
        shown = [one for one in _areas(context, record) if context.has_page(one)]
        most = max((len(_linked(context, one.ref)) for one in shown), default=0)
        windows, empty = [], []
        for macro in facts.macro_areas:
            members = [one for one in shown if one.facts.macro_area == macro.id]
            name = _name(context, macro)
            if not members:
                empty.append(context.whole(macro, joined(" · ", ((name,), _translation(context, macro))), *_TOLD))
                continue
            members.sort(key=lambda one: one.wordings[context.site.written_in].title.casefold())
            number = context.words.count("{number} area", "{number} areas", len(members))
            said = joined(" · ", ((Piece(number),), _translation(context, macro)))
            note = text_of(context.whole(macro, said, *_TOLD))
            windows.append(PlanWindow(name, note, tuple(_strip(context, one, most) for one in members)))
        body = (KeyFact(context.link(facts.body)),) if facts.body else ()
        total = context.words.count("{number} area", "{number} areas", len(shown))
        return Sections(
            kicker=self.kicker(context, record),
            window=Window((*body, KeyFact(Piece(total), (Piece(context.words.text("in the plan")),), strong=True))),
            instead={"body": (), "macro_areas": row(context, record, "macro_areas", *empty) if empty else ()},
            drawn=_map(context, shown, tuple(windows)),
        )


class AreaPresenter(Presenter[Area]):
    """Tells an area of a plan."""

    def sections(self, context: Context, record: Record[Area]) -> Sections:
        facts = record.facts
        above = context.showcase.facts(facts.plan, Plan)
        macro = next((one for one in above.macro_areas if one.id == facts.macro_area), None)
        named = joined(" · ", ((_name(context, macro),), _translation(context, macro))) if macro else ()
        said = context.words.text("yes, our choice")
        return Sections(
            kicker=self.kicker(context, record),
            instead={
                "macro_area": row(context, record, "macro_area", named or (Piece(facts.macro_area),)),
                "third_mission": row(context, record, "third_mission", (Piece(said),)) if facts.third_mission else (),
                "examples": row(context, record, "examples", *(_example(context, one) for one in facts.examples)),
            },
        )

    def item_note(self, context: Context, record: Record[Area]) -> Inline:
        return linked_note(context, record)


def examples_of(context: Context, ref: AnyRef) -> tuple[Inline, ...]:
    """What the plans that cite an organisation as an example say that their bodies have with it."""
    said = []
    for link in context.showcase.referring(ref):
        area = context.showcase[link.ref].of(Area) if link.field == "examples" else None
        plan = context.showcase.facts(area.facts.plan, Plan) if area else None
        for one in area.facts.examples if area and not area.facts.withdrawn else ():
            if one.organisation == ref and plan and plan.body:
                what, body = context.localised(one.of), in_sentence(context, context.link(plan.body))
                said.append(context.phrase("{what} with {body}", what=what, body=body))
    return tuple(said)


def _name(context: Context, macro: MacroArea) -> Piece:
    return Piece(macro.name, lang=context.foreign(context.site.written_in))


def _translation(context: Context, macro: MacroArea) -> Inline:
    """What the name of a macro-area means, on a page of another language; it says that the translation is ours."""
    if not macro.translation or not context.foreign(context.site.written_in):
        return ()
    return context.phrase("our translation: {name}", name=(context.localised(macro.translation),))


def _example(context: Context, one: Example) -> Inline:
    there, what = context.link(one.organisation), context.localised(one.of)
    said = context.phrase("{organisation}: {what}", organisation=there, what=what)
    return context.whole(one, said, "organisation", "of")


def _areas(context: Context, plan: Record[Plan]) -> list[Record[Area]]:
    return [one for one in context.showcase.of(Area) if one.facts.plan == plan.ref]


def _map(context: Context, areas: Sequence[Record[Area]], windows: tuple[PlanWindow, ...]) -> tuple[Part, ...]:
    """The plan as windows with a strip for each area: the list of its areas."""
    if not areas:
        return ()
    lit = sum(bool(_linked(context, one.ref)) for one in areas)
    marked = sum(one.facts.third_mission for one in areas)
    number, count = context.words.number, context.words.count
    if lit == len(areas):
        caption = count(
            "The only area has agreements, initiatives or bodies linked to it.",
            "All the {number} areas have agreements, initiatives or bodies linked to them.",
            lit,
        )
    else:
        caption = count(
            "{number} of {all} areas has agreements, initiatives or bodies linked to it.",
            "{number} of {all} areas have agreements, initiatives or bodies linked to them.",
            lit,
            all=number(len(areas)),
        )
    said = count(
        "{number} area concerns the third mission: the choice is ours.",
        "{number} areas concern the third mission: the choice is ours.",
        marked,
    )
    heading = context.words.text("The plan, area by area")
    return (PlanMap(heading, windows, caption, said if marked else ""),)


def _strip(context: Context, area: Record[Area], most: int) -> Strip:
    """An area of a macro-area; `most` is how many records the area of the plan with most of them has."""
    number = len(_linked(context, area.ref))
    return Strip(
        title=context.title(area, linked=True),
        linked=context.words.number(number) if number else "",
        says=text_of(linked_note(context, area)),
        share=bar_share(number, most),
        marked=area.facts.third_mission,
    )


def linked_note(context: Context, record: Record[Area]) -> Inline:
    """How many records are set beside an area; of an area without, nothing."""
    number = len(_linked(context, record.ref))
    return (Piece(context.words.count("{number} page linked", "{number} pages linked", number)),) if number else ()


@settled
def _linked(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The records beside an area that have a page in this language, as its own page shows them."""
    area = context.showcase[ref].of(Area)
    shown = linked_to(context.showcase, area) if area else ()
    return tuple(str(one) for one in shown if context.language in context.showcase.languages(one))


def linked_to(showcase: Showcase, area: Record[Area]) -> tuple[AnyRef, ...]:
    """What stands beside an area: who acts in it or is its example, and the records set beside it."""
    facts = area.facts
    there = (link.ref for link in showcase.referring(area.ref) if link.field in ("plan_areas", "related"))
    named = (*facts.actors, *(one.organisation for one in facts.examples), *facts.related)
    found = dict.fromkeys((*named, *there))
    return tuple(one for one in found if one in showcase.briefs and not showcase.briefs[one].withdrawn)
