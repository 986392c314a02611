"""What is done by the schemes of the national evaluation: fields of action, categories of public engagement.

A scheme is a vocabulary, named with its version. An entry that was not checked at its source is not offered. A scheme
for whose entries those of the vocabulary stand is told beside it.
"""

from collections.abc import Iterator, Sequence

from generator.content.vocabularies import OtherScheme, Vocabulary
from generator.fields.declare import Field
from generator.fields.references import TermType
from generator.fields.values import AnyRef, Term
from generator.kinds.common import CLASSIFIED, Common
from generator.reports.reported import Reported
from generator.reports.typed_tables import ReportRow, TypedColumn, linked, number, plain, section, unknown
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
_BESIDE = (
    TypedColumn(
        N_("Entry"),
        N_("The entry of the scheme by which activities are classified; one that stands for several comes again."),
    ),
    TypedColumn(
        N_("Activities"), N_("How many activities it classifies; one may stand under several entries."), "number"
    ),
    TypedColumn(N_("Entry of the other scheme"), N_("The entry for which it stands; one that has none is kept.")),
    TypedColumn(
        N_("Activities under it"),
        N_("How many activities are under the entries that stand for it, each counted once."),
        "number",
    ),
)
SCHEMES = ("fields_of_action", "engagement")
"""The classifying fields whose vocabularies are schemes of the evaluation."""


def mapping(context: Context, reported: Reported) -> tuple[ReportSection, ...]:
    """A table for each scheme of which an entry is verified, and one for the scheme that it stands for."""
    fields = [Common.declared[name] for name in SCHEMES if name in CLASSIFIED]
    found = ((field, _scheme(context, field)) for field in fields)
    tables = (_tables(context, field, scheme, reported.refs) for field, scheme in found if scheme)
    return tuple(one for some in tables for one in some)


def _tables(context: Context, field: Field, scheme: Vocabulary, refs: Sequence[AnyRef]) -> Iterator[ReportSection]:
    yield _mapped(context, field, scheme, refs)
    if other := scheme.other_scheme:
        yield _side_by_side(context, field, scheme, other, refs)


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
    title = text("{title}: {value}", title=context.localised(scheme.title).text, value=scheme.version)
    notes = [text("Scheme: {source}.", source=scheme.source)]
    if without:
        notes.append(count("{number} activity is not classified.", "{number} activities are not classified.", without))
    notes += _left_out(context, len(scheme.terms) - len(entries))
    return section(context, field.name.replace("_", "-"), title, _COLUMNS, rows, notes)


def _left_out(context: Context, number_of_entries: int) -> Iterator[str]:
    """How many entries are not told because nobody has checked them."""
    if number_of_entries:
        yield context.words.count(
            "{number} entry was not checked at its source, and is not offered.",
            "{number} entries were not checked at their source, and are not offered.",
            number_of_entries,
        )


def _side_by_side(
    context: Context, field: Field, scheme: Vocabulary, other: OtherScheme, refs: Sequence[AnyRef]
) -> ReportSection:
    """Both schemes: a row for each entry with each that it stands for; those that have no counterpart are kept."""
    text, nothing = context.words.text, unknown(context)
    names = {one.id: context.localised(one.label).text for one in other.terms if one.verified}
    under = {one.id: _classified(context, field, one.id, refs) for one in scheme.terms if one.verified}
    standing = {id_: {one.id for one in scheme.terms if one.verified and id_ in one.stands_for} for id_ in names}

    def counterpart(id_: str) -> ReportRow:
        here = {ref for one in standing[id_] for ref in under[one]}
        return (plain(names[id_]), number(context, len(here)))

    rows: list[ReportRow] = []
    for one in scheme.terms:
        if one.verified:
            entry = (plain(context.localised(one.label).text), number(context, len(under[one.id])))
            known = [id_ for id_ in one.stands_for if id_ in names]
            rows += [(*entry, *counterpart(id_)) for id_ in known] or [(*entry, nothing, nothing)]
    rows += [(nothing, nothing, *counterpart(id_)) for id_ in names if not standing[id_]]
    title = context.localised(scheme.title).text, context.localised(other.title).text
    versions = {"title": title[0], "value": scheme.version, "other": title[1], "version": other.version}
    notes = (
        text("Scheme: {source}.", source=scheme.source),
        text("Other scheme: {source}.", source=other.source),
        text(
            "Which entry stands for which is declared by those who write here: activities are classified by one scheme."
        ),
        *_left_out(context, len(other.terms) - len(names)),
    )
    said = text("{title}: {value}, beside {other}: {version}", **versions)
    return section(context, f"{field.name.replace('_', '-')}-beside", said, _BESIDE, rows, notes)


def _row(context: Context, field: Field, entry: str, refs: Sequence[AnyRef]) -> ReportRow:
    item = field.item
    assert isinstance(item, TermType)
    here = _classified(context, field, entry, refs)
    by_source = sum(context.showcase[ref].facts.classification == "source" for ref in here)
    return (
        plain(context.term_label(Term(item.vocabulary, entry)).text),
        number(context, len(here)),
        number(context, by_source),
        number(context, len(here) - by_source),
        linked(context, here),
    )


def _classified(context: Context, field: Field, entry: str, refs: Sequence[AnyRef]) -> list[AnyRef]:
    """The records that an entry classifies."""
    assert isinstance(field.item, TermType)
    term = Term(field.item.vocabulary, entry)
    return [ref for ref in refs if term in context.showcase[ref].facts.values_of(field.name)]
