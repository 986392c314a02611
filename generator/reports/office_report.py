"""A report: the records that are chosen, in the tables that are asked for, in one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.pages.frame import banner
from generator.reports.agreements_register import register
from generator.reports.how_complete import coverage, one_by_one
from generator.reports.mapping import mapping
from generator.reports.plan_areas import plan_areas
from generator.showcase.measured import WHAT_IS_DONE
from generator.showcase.selection import Questions, Selected
from generator.text.context import Context
from generator.view.data_files import Sheet, Workbook
from generator.view.office_report import Report, ReportSection
from generator.view.text import Fact, Inline
from generator.words import N_

ReportTables = Callable[[Context, Sequence[AnyRef]], tuple[ReportSection, ...]]


REPORTED_WHOLE = tuple(kind for kind in KINDS if kind.reported_whole)
"""The kinds of which a report tells each record."""


@dataclass(frozen=True)
class ReportPart:
    """A part of a report: what it is called, in English, and what makes its tables."""

    title: str
    tables: ReportTables
    kinds: tuple[type[Kind], ...] = WHAT_IS_DONE
    """The kinds whose records it is about."""


REPORT_PARTS: Mapping[str, ReportPart] = {
    "mapping": ReportPart(N_("What is done, by field of action"), mapping),
    "register": ReportPart(N_("Register of agreements"), register),
    "plan": ReportPart(N_("Plan and activities"), plan_areas),
    "cases": ReportPart(N_("How complete each case study is"), one_by_one, REPORTED_WHOLE),
    "coverage": ReportPart(N_("How complete the records are"), coverage),
}
"""What can be asked for, by name, in the order of a report."""


def report(context: Context, path: str, parts: Sequence[str], asked: Questions, found: Selected) -> Report:
    """A report of the records that were found."""
    text, settings = context.words.text, context.showcase.settings
    titles = [text(REPORT_PARTS[name].title) for name in parts]
    whole = len(parts) == len(REPORT_PARTS)
    undated = context.words.count(
        "Besides, {number} record has no date, and cannot be placed in the period.",
        "Besides, {number} records have no date, and cannot be placed in the period.",
        len(found.undated),
    )
    as_of = context.sentence("Up to date {as_of}.", as_of=context.dated("as of", context.showcase.day))
    return Report(
        path=path,
        language=context.language,
        base=context.urls.absolute(""),
        made_on=context.showcase.day.isoformat(),
        publisher=context.localised(settings.owner.name).text,
        banner=" ".join(banner(context)),
        title=text("Report") if whole else context.words.listed(titles),
        lead=context.words.count(
            "{number} record in this report.", "{number} records in this report.", len(_told(parts, found.refs))
        ),
        asked=questions(context, asked),
        sections=tuple(one for name in parts for one in _tables(context, REPORT_PARTS[name], found.refs)),
        note=" ".join((as_of, *((undated,) if found.undated else ()))),
    )


def _tables(context: Context, part: ReportPart, refs: Sequence[AnyRef]) -> tuple[ReportSection, ...]:
    """The tables of a part, of the records that it is about."""
    return part.tables(context, [ref for ref in refs if kind_of(ref) in part.kinds])


def _told(parts: Iterable[str], refs: Iterable[AnyRef]) -> list[AnyRef]:
    """The records of which a part tells."""
    kinds = {kind for name in parts for kind in REPORT_PARTS[name].kinds}
    return [ref for ref in refs if kind_of(ref) in kinds]


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
    """The same as a spreadsheet: a sheet a table, then what each column means."""
    text = context.words.text
    meanings = tuple((one.title, column.label, column.definition) for one in told.sections for column in one.columns)
    notes = tuple((one.title, "", note) for one in told.sections for note in one.notes)
    head = (text("Table"), text("Column"), text("What it means"))
    definitions = Sheet(text("Definitions"), head, ("text",) * 3, (*meanings, *notes))
    sheets = tuple(one.sheet for one in told.sections)
    return Workbook(path, f"{told.title}: {told.publisher}", told.made_on, (*sheets, definitions))
