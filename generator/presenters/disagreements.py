"""What the sources of an initiative say differently, side by side and without choosing."""

from collections.abc import Iterable, Mapping, Sequence

from generator.content.record import AnyRecord, Record
from generator.fields.declare import Group
from generator.fields.dotted import is_hidden
from generator.fields.values import AnyRef
from generator.kinds.edition import Edition
from generator.kinds.evidence import Differing
from generator.kinds.initiative import Initiative
from generator.kinds.source import Source
from generator.presenters.source import published_by
from generator.presenters.totals import is_of_totals
from generator.text.context import Context
from generator.text.inline import joined, text_of
from generator.view.charts import Disagreement, Disagreements
from generator.view.parts import Folded
from generator.view.text import Inline, Piece


def disagreements(context: Context, record: Record[Initiative]) -> tuple[Folded, ...]:
    """A row for each field of which sources say different things: of the record, then of its editions."""
    facts = record.facts
    rows = [
        _row(context, record, facts, name, entries, context.label(Initiative, name))
        for name, entries in _by_field(facts, (one for one in facts.differing if not is_of_totals(one))).items()
    ]
    for edition in facts.editions:
        for name, entries in _by_field(edition, edition.differing).items():
            label = context.label(Edition, name)
            topic = context.words.text("{name}, {year} edition", name=label, year=edition.year)
            rows.append(_row(context, record, edition, name, entries, topic))
    if not rows:
        return ()
    note = context.words.text("We report every version.")
    title = context.words.count(
        "Where the sources disagree: {number} point", "Where the sources disagree: {number} points", len(rows)
    )
    return (Folded((Piece(title),), (Disagreements(note, tuple(rows)),)),)


def _by_field(group: Group, entries: Iterable[Differing]) -> Mapping[str, list[Differing]]:
    """What is told differently of each field that the page shows."""
    found: dict[str, list[Differing]] = {}
    for entry in entries:
        if not is_hidden(type(group), entry.field):
            found.setdefault(entry.field, []).append(entry)
    return found


def _row(
    context: Context, record: AnyRecord, group: Group, name: str, entries: Sequence[Differing], topic: str
) -> Disagreement:
    """Each value once, with all who give it; what the record itself says comes first."""
    said: dict[str, tuple[Piece, list[Inline]]] = {}
    for value, sources in _own(context, record, group, name):
        said.setdefault(value.text, (value, []))[1].extend(_source(context, record, ref) for ref in sources)
    for entry in entries:
        value = context.other_value(type(group), entry)
        source = context.noted(entry, _source(context, record, entry.source))
        said.setdefault(value.text, (value, []))[1].append(source)
    here: Inline = (Piece(context.words.text("as told here")),)
    return Disagreement(topic, tuple((value, joined("; ", sources) or here) for value, sources in said.values()))


def _own(context: Context, record: AnyRecord, group: Group, name: str) -> list[tuple[Piece, tuple[AnyRef, ...]]]:
    """What is said here already, with the sources it is known to rest on."""
    first, _, rest = name.partition(".")
    if isinstance(group, Initiative) and first == "editions" and rest:
        year, _, inner = rest.partition(".")
        edition = next((one for one in group.editions if one.year == year), None)
        return _own(context, record, edition, inner) if edition and inner else []
    if name not in group.declared or group.declared[name].group:
        return []
    values = context.value(group, name)
    if len(values) != 1:  # which source gives which of them is not known
        return [(Piece(text_of(joined(" · ", values))), ())] if values else []
    sources: tuple[AnyRef, ...] = ()
    if not isinstance(group, Edition):
        others = {entry.source for entry in record.facts.differing if entry.field == name}
        supports = (support for support in record.facts.sources if first in support.fields)
        sources = tuple(one.source for one in supports if one.source not in others)
    return [(values[0][0], sources)]


def _source(context: Context, record: AnyRecord, ref: AnyRef) -> Inline:
    """Who says it, when, and the number of the source in the page's list."""
    facts = context.showcase.facts(ref, Source)
    who = text_of(published_by(context, facts)) or context.title(context.showcase[ref]).text
    when = context.day(facts.date) if facts.date else Piece(context.words.text("undated"))
    return (Piece(f"{who}, "), when, Piece(" · "), context.cite(record, ref))
