"""The sources of a record, each with who published it, and where they do not agree."""

from generator.content.record import AnyRecord
from generator.fields.dotted import is_hidden
from generator.fields.values import AnyRef
from generator.kinds.evidence import Differing, Support
from generator.kinds.initiative import Initiative
from generator.kinds.source import FORMS, RELIABILITIES, Source
from generator.presenters.gaps import field_name
from generator.presenters.source import published_by, read_on, where
from generator.showcase.answers import settled
from generator.text.anchors import source_anchor
from generator.text.context import Context
from generator.text.inline import Plain, inline_of, joined, plain
from generator.view.parts import Bullets, Folded, Paragraph, Part, SourceEntry, Sources
from generator.view.text import Inline, Piece

_MANY = 40
"""Of more sources than this each is told in short."""


def sources(context: Context, record: AnyRecord, *, compared: bool = False) -> tuple[Folded, ...]:
    """The numbered list of a record's sources, folded; then what some of them say differently of inner fields.

    That a part of each was read is said once, beneath; of some of them, beside each.
    What they say differently is left out where another fold has it `compared`.
    """
    facts = record.facts
    in_part = [context.showcase.read_in_part(one.source) for one in facts.sources]
    once = len(in_part) > 1 and all(in_part)
    entries = tuple(
        _entry(context, record, number, one, read_in_part=in_part[number - 1] and not once)
        for number, one in enumerate(facts.sources, start=1)
    )
    shown = (one for one in facts.differing if not is_hidden(type(facts), one.field))
    differing = [] if compared else [entry for entry in shown if entry.field not in facts.declared]
    inner = tuple(_differing(context, record, entry) for entry in differing)
    if not entries:
        return ()
    parts: list[Part] = []
    if len(facts.sources) > 1 and any(one.fields for one in facts.sources):
        told = context.words.text("The numbers beside facts say which sources state them, where not all do.")
        parts.append(Paragraph((Piece(told),), "note"))
    parts += _grouped(context, facts, entries) if isinstance(facts, Initiative) else (Sources(entries),)
    if once:
        parts.append(Paragraph(context.phrase("We have read a part of each of these sources."), "note"))
    if inner:
        parts.append(Paragraph(context.phrase("The sources do not agree:"), "note"))
        parts.append(Bullets(inner))
    title = context.words.count("{number} source", "{number} sources", len(entries))
    return (Folded((Piece(title),), tuple(parts), "sources", found_elsewhere=True),)


def _grouped(context: Context, facts: Initiative, entries: tuple[SourceEntry, ...]) -> tuple[Sources, ...]:
    """The sources of the whole, then those of each edition, the newest first; each once, where it is first needed."""
    edition_of: dict[AnyRef, str] = {}
    for edition in sorted(facts.editions, key=lambda one: one.year):
        for ref in (*edition.sources, *(ref for project in edition.projects for ref in project.sources)):
            edition_of.setdefault(ref, edition.year)
    if not edition_of:
        return (Sources(entries),)
    groups: dict[str, list[SourceEntry]] = {}
    for support, one in zip(facts.sources, entries, strict=True):
        groups.setdefault(edition_of.get(support.source, ""), []).append(one)
    whole = context.words.text("All editions")
    return tuple(
        Sources(tuple(groups[year]), context.words.text("{year} edition", year=year) if year else whole)
        for year in sorted(groups, key=lambda year: (not year, year), reverse=True)
    )


def _entry(context: Context, record: AnyRecord, number: int, support: Support, *, read_in_part: bool) -> SourceEntry:
    told = _in_short if len(record.facts.sources) > _MANY else _details
    said = inline_of(told(context, support.source))
    if read_in_part:
        said = joined(" · ", (said, (Piece(context.words.text("read in part")),)))
    details: list[Inline] = [said]
    if support.where:
        details.append((context.localised(support.where),))
    if support.fields:
        labels = context.words.listed(field_name(context, type(record.facts), name) for name in support.fields)
        details.append(context.phrase("Source for: {fields}", fields=labels))
    if others := context.whole(support, (), "source", "where", "fields"):
        details.append(others)
    return SourceEntry(source_anchor(number), context.link(support.source), tuple(details), number)


@settled
def _in_short(context: Context, ref: AnyRef) -> Plain:
    """Who published a source, and when: of many a line each; the rest stands on the page of each."""
    source = context.showcase.facts(ref, Source)
    day = context.day(source.date) if source.date else Piece(context.words.text("undated"), unknown=True)
    ours = (Piece(context.words.text("title by us")),) if _titled_by_us(context, ref) else ()
    return plain(joined(" · ", filter(None, (published_by(context, source), (day,), ours))))


@settled
def _titled_by_us(context: Context, ref: AnyRef) -> bool:
    """Whether its title is one in each language: the title of a source that has one is never translated."""
    return len({wording.title for wording in context.showcase[ref].wordings.values()}) > 1


@settled
def _details(context: Context, ref: AnyRef) -> Plain:
    """Who published a source, what it is, when, how far it can be trusted, where it can be read and when it was."""
    text, source = context.words.text, context.showcase.facts(ref, Source)
    said = [published_by(context, source), (Piece(FORMS.label(source.form, context.words)),) if source.form else ()]
    said.append((context.day(source.date) if source.date else Piece(text("undated"), unknown=True),))
    if _titled_by_us(context, ref):
        said.append((Piece(text("title by us")),))
    if source.stands_as:
        said.append((Piece(RELIABILITIES.label(source.stands_as, context.words)),))
    said += [where(context, source), read_on(context, source)]
    return plain(joined(" · ", said))


def _differing(context: Context, record: AnyRecord, entry: Differing) -> Inline:
    kind = type(record.facts)
    field = context.label(kind, entry.field)
    return (Piece(f"{field}: "), *context.otherwise(kind, entry, context.cite(record, entry.source)))
