"""A report: the records that are chosen, in the tables that are asked for, in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.exports.questions_sheet import questions_sheet
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.pages.frame import banner
from generator.reports.agreements_register import register
from generator.reports.how_complete import coverage, one_by_one
from generator.reports.mapping import mapping
from generator.reports.plan_areas import linked_to_plans, plan_areas
from generator.reports.register_period import in_register
from generator.reports.reported import Reported, undated
from generator.showcase.measured import WHAT_IS_DONE
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, Selected, may_answer
from generator.text.context import Context
from generator.view.data_files import Sheet, Workbook
from generator.view.office_report import Report, ReportSection
from generator.view.text import Fact, Inline
from generator.words import N_

ReportTables = Callable[[Context, Reported], tuple[ReportSection, ...]]


REPORTED_WHOLE = tuple(kind for kind in KINDS if kind.reported_whole)
"""The kinds of which a report tells each record."""


@dataclass(frozen=True)
class ReportPart:
    """A part of a report: what it is called, in English, and what makes its tables."""

    title: str
    tables: ReportTables
    kinds: tuple[type[Kind], ...] = WHAT_IS_DONE
    """The kinds whose records it is about."""
    choose: Callable[[Showcase, Questions], Selected] = may_answer
    """Which records of these kinds its tables tell."""


REPORT_PARTS: Mapping[str, ReportPart] = {
    "mapping": ReportPart(N_("What is done, by field of action"), mapping),
    "register": ReportPart(N_("Register of agreements"), register, (Agreement,), in_register),
    "plan": ReportPart(N_("Plan and activities"), plan_areas, choose=linked_to_plans),
    "cases": ReportPart(N_("How complete each case study is"), one_by_one, REPORTED_WHOLE),
    "coverage": ReportPart(N_("How complete the records are"), coverage),
}
"""What can be asked for, by name, in the order of a report."""


def reported(showcase: Showcase, part: str, asked: Questions) -> Reported:
    """What a part of a report is made of, by its name."""
    found = REPORT_PARTS[part]
    return Reported(asked, found.choose(showcase, replace(asked, kinds=found.kinds)))


def told_in(parts: Mapping[str, Reported]) -> Selected:
    """The records that a report of some parts tells, and those that it would tell if they had a date."""
    refs = dict.fromkeys(ref for one in parts.values() for ref in one.refs)
    without = dict.fromkeys(ref for one in parts.values() for ref in one.found.undated if ref not in refs)
    return Selected(tuple(refs), tuple(without))


def report(context: Context, path: str, parts: Mapping[str, Reported], asked: Questions) -> Report:
    """A report of its parts, each by its name with what it is made of."""
    text, settings = context.words.text, context.showcase.settings
    titles = [text(REPORT_PARTS[name].title) for name in parts]
    whole, told = len(parts) == len(REPORT_PARTS), told_in(parts)
    return Report(
        path=path,
        language=context.language,
        base=context.urls.absolute(""),
        made_on=context.showcase.day.isoformat(),
        publisher=context.localised(settings.owner.name).text,
        banner=" ".join(banner(context)),
        title=text("Report") if whole else context.words.listed(titles),
        lead=context.words.count("{number} record in this report.", "{number} records in this report.", len(told.refs)),
        asked=questions(context, asked),
        sections=tuple(table for name, one in parts.items() for table in REPORT_PARTS[name].tables(context, one)),
        as_of=context.sentence("Up to date {as_of}.", as_of=context.dated("as of", context.showcase.day)),
        undated=undated(context.words, told),
    )


def questions(context: Context, asked: Questions) -> tuple[Fact, ...]:
    """What was asked for, as rows."""
    rows: list[tuple[str, tuple[Inline, ...]]] = [
        (N_("University"), tuple((context.link(ref),) for ref in asked.universities)),
        (N_("Department or centre"), tuple((context.link(ref),) for ref in asked.partners)),
        (N_("From"), ((context.date(asked.since),),) if asked.since else ()),
        (N_("To"), ((context.date(asked.until),),) if asked.until else ()),
    ]
    return tuple(Fact(context.words.text(label), values) for label, values in rows if values)


def report_workbook(context: Context, path: str, told: Report) -> Workbook:
    """The same as a spreadsheet: a sheet a table, what each column means, then what was asked."""
    text = context.words.text
    meanings = tuple((one.title, column.label, column.definition) for one in told.sections for column in one.columns)
    notes = tuple((one.title, "", note) for one in told.sections for note in one.notes)
    head = (text("Table"), text("Column"), text("What it means"))
    definitions = Sheet(text("Definitions"), head, ("text",) * 3, (*meanings, *notes))
    sheets = tuple(one.sheet for one in told.sections)
    undated_ones = ((text("Undated"), told.undated),) if told.undated else ()
    asked = questions_sheet(context, told.asked, *undated_ones)
    return Workbook(path, f"{told.title}: {told.publisher}", told.made_on, (*sheets, definitions, asked))
