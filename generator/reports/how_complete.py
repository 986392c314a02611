"""How far the records go: of each kind how many there are, what they state of what they owe, how fresh they are."""

from collections.abc import Sequence
from itertools import groupby

from generator.content.record import AnyRecord
from generator.fields.owed import is_required
from generator.kinds.catalogue import kind_of
from generator.kinds.measures_of_kinds import CHECKED_LATELY, IN_EVERY_LANGUAGE
from generator.presenters.gaps import missing_fields, not_known
from generator.reports.reported import Reported
from generator.reports.typed_tables import ReportRow, TypedCell, TypedColumn, number, plain, section
from generator.showcase.measured import is_counted
from generator.text.context import Context
from generator.view.office_report import ReportSection
from generator.view.text import Piece
from generator.words import N_

_COLUMNS = (
    TypedColumn(N_("What it is"), N_("The list on which the records stand.")),
    TypedColumn(N_("Records"), N_("How many of them are in this report."), "number"),
    TypedColumn(N_("With a source"), N_("How many of them name at least one source."), "number"),
    TypedColumn(
        N_("Facts owed"),
        N_("How many facts these records owe: those required of their kind, where they apply."),
        "number",
    ),
    TypedColumn(
        N_("Facts stated"),
        N_("How many of the facts owed a source states, if only in words; the others are told as not found."),
        "number",
    ),
    TypedColumn(
        N_("Checked within a year"), N_("How many were compared with their sources in the last 365 days."), "number"
    ),
    TypedColumn(N_("To be checked again"), N_("How many have a day of review that has passed."), "number"),
    TypedColumn(N_("In every language"), N_("How many have a page in each language of the site."), "number"),
)
_GAPS = (
    TypedColumn(N_("Record"), N_("A record of which something is not known.")),
    TypedColumn(N_("Not known"), N_("What was not found in what was read of the sources.")),
    TypedColumn(N_("How many"), N_("How many facts that is."), "number"),
    TypedColumn(N_("Of these, owed"), N_("How many of these facts are required of its kind."), "number"),
)
_WHOLE = (
    TypedColumn(N_("Record"), N_("The record: its page has its claims, each with what shows it.")),
    TypedColumn(
        N_("Facts owed"), N_("How many facts it owes: those required of its kind, where they apply."), "number"
    ),
    TypedColumn(
        N_("Facts stated"),
        N_("How many of the facts owed a source states, if only in words; the others are told as not found."),
        "number",
    ),
    TypedColumn(N_("Not known"), N_("What was not found in what was read of the sources.")),
)


def coverage(context: Context, reported: Reported) -> tuple[ReportSection, ...]:
    """The kinds, and the records of which most is not known."""
    text = context.words.text
    by_kind = [(kind, [context.showcase[one] for one in found]) for kind, found in groupby(reported.refs, kind_of)]
    rows = [_row(context, text(kind.plural), records) for kind, records in by_kind]
    missing = [(ref, missing_fields(context, context.showcase[ref])) for ref in reported.refs]
    gaps: list[ReportRow] = [
        (
            TypedCell((context.link(ref),), context.title(context.showcase[ref]).text),
            plain(context.words.listed(names)),
            number(context, len(names)),
            number(context, sum(not is_stated for is_stated in _owed(context.showcase[ref]))),
        )
        for ref, names in sorted(missing, key=lambda one: -len(one[1]))
        if names
    ]
    return (
        section(context, "coverage", text("How complete the records are"), _COLUMNS, rows),
        section(context, "gaps", text("What is not known"), _GAPS, gaps),
    )


def one_by_one(context: Context, reported: Reported) -> tuple[ReportSection, ...]:
    """Each record of the kinds that are reported whole: what it states of what it owes, and what is not known."""
    sections = []
    for kind, found in groupby(reported.refs, kind_of):
        rows = [_of_a_record(context, context.showcase[ref]) for ref in found]
        sections.append(section(context, kind.folder, context.words.text(kind.plural), _WHOLE, rows))
    return tuple(sections)


def _of_a_record(context: Context, record: AnyRecord) -> ReportRow:
    names = missing_fields(context, record)
    return (
        TypedCell((context.link(record.ref),), context.title(record).text),
        *_owed_and_stated(context, (record,)),
        plain(context.words.listed(names)) if names else TypedCell((Piece("–"),), ""),
    )


def _row(context: Context, name: str, records: Sequence[AnyRecord]) -> ReportRow:
    checked, whole = (
        sum(is_counted(context.showcase, one, measure) for one in records)
        for measure in (CHECKED_LATELY, IN_EVERY_LANGUAGE)
    )
    due = sum(bool(one.facts.review_by and one.facts.review_by.last < context.showcase.day) for one in records)
    return (
        plain(name),
        number(context, len(records)),
        number(context, sum(bool(one.facts.sources) for one in records)),
        *_owed_and_stated(context, records),
        number(context, checked),
        number(context, due),
        number(context, whole),
    )


def _owed_and_stated(context: Context, records: Sequence[AnyRecord]) -> ReportRow:
    """How many facts records owe, and how many of these are stated."""
    owed = [is_stated for one in records for is_stated in _owed(one)]
    return number(context, len(owed)), number(context, sum(owed))


def _owed(record: AnyRecord) -> list[bool]:
    """Of each fact that a record owes, whether it is stated: what is not is told as not known."""
    facts, missing = record.facts, not_known(record)
    return [name not in missing for name, field in facts.declared.items() if is_required(facts, field)]
