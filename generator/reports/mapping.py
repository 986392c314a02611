"""What is done by the schemes of the national evaluation: fields of action, categories of public engagement.

A scheme is a vocabulary, named with its version. An entry that was not checked at its source is not offered.
"""

from collections.abc import Sequence

from generator.content.vocabularies import Vocabulary
from generator.fields.declare import Field
from generator.fields.references import TermType
from generator.fields.values import AnyRef, Term
from generator.kinds.common import CLASSIFIED, Common
from generator.reports.reported import Reported
from generator.reports.typed_tables import ReportRow, TypedColumn, linked, number, plain, section
from generator.text.context import Context
from generator.view.office_report import ReportSection
from generator.words import N_

_COLUMNS = (
    TypedColumn(N_("Entry"), N_("The entry of the scheme, in its order; those without activities are kept.")),
    TypedColumn(
        N_("Activities"), N_("How many activities it classifies; one may stand under several entries."), "number"
    ),
    TypedColumn(N_("Classified by a source"), N_("How many of them a source classifies so."), "number"),
    TypedColumn(N_("Classified by us"), N_("How many of them those who write here have classified so."), "number"),
    TypedColumn(N_("Which"), N_("The activities themselves.")),
)
SCHEMES = ("fields_of_action", "engagement")
"""The classifying fields whose vocabularies are schemes of the evaluation."""


def mapping(context: Context, reported: Reported) -> tuple[ReportSection, ...]:
    """A table for each scheme of which an entry is verified."""
    fields = [Common.declared[name] for name in SCHEMES if name in CLASSIFIED]
    found = ((field, _scheme(context, field)) for field in fields)
    return tuple(_mapped(context, field, scheme, reported.refs) for field, scheme in found if scheme)


def _scheme(context: Context, field: Field) -> Vocabulary | None:
    """The vocabulary of a field, if it has an entry that was checked at its source."""
    name = field.item.vocabulary if isinstance(field.item, TermType) else ""
    scheme = context.showcase.vocabularies.get(name)
    return scheme if scheme and any(one.verified for one in scheme.terms) else None


def _mapped(context: Context, field: Field, scheme: Vocabulary, refs: Sequence[AnyRef]) -> ReportSection:
    text, count = context.words.text, context.words.count
    entries = [one for one in scheme.terms if one.verified]
    rows = [_row(context, field, one.id, refs) for one in entries]
    without = sum(not context.showcase[ref].facts.values_of(field.name) for ref in refs)
    left_out = len(scheme.terms) - len(entries)
    title = text("{title}: {value}", title=context.localised(scheme.title).text, value=scheme.version)
    notes = [text("Scheme: {source}.", source=scheme.source)]
    if without:
        notes.append(count("{number} activity is not classified.", "{number} activities are not classified.", without))
    if left_out:
        notes.append(
            count(
                "{number} entry was not checked at its source, and is not offered.",
                "{number} entries were not checked at their source, and are not offered.",
                left_out,
            )
        )
    return section(context, field.name.replace("_", "-"), title, _COLUMNS, rows, notes)


def _row(context: Context, field: Field, entry: str, refs: Sequence[AnyRef]) -> ReportRow:
    item = field.item
    assert isinstance(item, TermType)
    term = Term(item.vocabulary, entry)
    here = [ref for ref in refs if term in context.showcase[ref].facts.values_of(field.name)]
    by_source = sum(context.showcase[ref].facts.classification == "source" for ref in here)
    return (
        plain(context.term_label(term).text),
        number(context, len(here)),
        number(context, by_source),
        number(context, len(here) - by_source),
        linked(context, here),
    )
