"""The figures of some records: every quantity that they state, each with what it is of, its period and its sources."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.choices import Choice
from generator.fields.dates import DAY
from generator.fields.declare import Field, Group
from generator.fields.dotted import find_field, is_hidden, is_private
from generator.fields.quantities import QuantityType
from generator.fields.references import Reference
from generator.fields.values import AnyRef, Day, Quantity
from generator.fields.walk import groups
from generator.kinds.catalogue import kind_of
from generator.kinds.evidence import Differing
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Initiative
from generator.presenters.award_figures import sum_of_editions
from generator.presenters.totals import older_note, surpassed
from generator.showcase.answers import settled
from generator.showcase.counts import count
from generator.showcase.placed import is_deduced
from generator.text.context import Context
from generator.text.inline import Plain, joined, sentence_case, text_of
from generator.view.text import Inline

_BETWEEN = "; "
_PERIODS = ("period", "year", "since", "until")
"""The fields of a group that say of which time its figures are, in the order they are said."""


@dataclass(frozen=True)
class DossierFigure:
    """A figure: of which record, what it counts, how much, of when, who says so."""

    ref: AnyRef
    what: str
    value: str
    quantity: Quantity | None
    """None where a source gives it in words."""
    period: str
    as_of: Day | None
    sources: tuple[AnyRef, ...]
    """None where we count it ourselves, which `what` or the note says."""
    note: str = ""
    whole: str = ""
    """How it is said to be of all of something (`whole` of a group); "" where it says itself what it is of."""
    about: AnyRef | None = None
    """What that is: the record, or what an indicator is about."""
    way: Location = ()
    """The way to the group in which it stands: `()` is the record itself."""

    def whose(self, context: Context, asked: Collection[AnyRef]) -> Inline:
        """Of what all of it is, so that nobody takes it for a part of those asked about; nothing where it is theirs."""
        if not self.whole or not self.about or not asked or not {self.ref, self.about}.isdisjoint(asked):
            return ()
        return context.phrase(self.whole, record=context.link(self.about))

    def dated_sources(self, context: Context) -> Inline:
        """Who says so, with the day for which it holds, or that of the source."""
        return joined("; ", (context.dated_source(one, self.as_of) for one in self.sources))

    def plain(self) -> Plain:
        """By plain values, but for the record."""
        number, as_of, sources = self.quantity, str(self.as_of or ""), tuple(map(str, self.sources))
        about = str(self.about or "")
        quantity = (str(number.number), number.qualifier, number.code) if number else ()
        return self.what, self.value, quantity, self.period, as_of, sources, self.note, self.whole, about, self.way

    @classmethod
    def read(cls, ref: AnyRef, plain: Plain) -> Self:
        """What `plain` gave of a record."""
        what, value, number, period, as_of, sources, note, whole, about, way = plain
        quantity = Quantity(Decimal(number[0]), *number[1:]) if number else None
        day = DAY.read(as_of) if as_of else None
        subject, refs = ref_of(about) if about else None, tuple(map(ref_of, sources))
        return cls(ref, what, value, quantity, period, day, refs, note, whole, subject, tuple(way))


def figures_of(context: Context, refs: Iterable[AnyRef]) -> Iterator[DossierFigure]:
    """The figures of some records, in their order; of each its sum, what it says, what does not stand alone, and what
    sources say otherwise.
    """
    return (DossierFigure.read(ref, one) for ref in refs for one in _figures(context, ref))


@settled
def _figures(context: Context, ref: AnyRef) -> tuple[Plain, ...]:
    """Those of a record: many dossiers have it."""
    record = context.showcase[ref]
    indicator, found = record.of(Indicator), dict(groups(record.facts))
    told = [_counted(context, ref, indicator.facts)] if indicator and indicator.facts.computed else []
    if initiative := record.of(Initiative):
        told += _added(context, ref, initiative.facts)
    around = {way: tuple(found[way[:at]] for at in range(len(way) + 1) if way[:at] in found) for way in found}
    for way in sorted(found, key=lambda way: any(_held(one, "apart") for one in around[way])):
        told += (replace(one, way=way) for one in _of_group(context, record, way, found[way], around[way]))
    for way, group in found.items():
        told += (replace(one, way=way) for one in _otherwise(context, record, group, around[way]))
    return tuple(one.plain() for one in told)


def _counted(context: Context, ref: AnyRef, facts: Indicator) -> DossierFigure:
    """What we count ourselves, on the day."""
    number = Quantity(Decimal(count(context.showcase, facts.computed or "")))
    what = context.words.text("{what}, our calculation", what=_unit(context, facts))
    day = text_of(context.dated("as of", context.showcase.day))
    whole, about = _whole(ref, (facts,), type(facts))
    return DossierFigure(ref, sentence_case(what), context.quantity(number), number, day, None, (), "", whole, about)


def _added(context: Context, ref: AnyRef, facts: Initiative) -> Iterator[DossierFigure]:
    """What its editions add up to, as our sum."""
    if added := sum_of_editions(context, facts):
        whole, about = _whole(ref, (facts,), type(facts))
        what, note = sentence_case(added.label), text_of(added.caption)
        yield DossierFigure(ref, what, sentence_case(added.value), None, "", None, (), note, whole, about)


def _of_group(
    context: Context, record: AnyRecord, way: Location, group: Group, around: tuple[Group, ...]
) -> Iterator[DossierFigure]:
    """The figures that stand in a group itself; `around` are the groups on the way to it, the record's facts first."""
    initiative = record.of(Initiative)
    is_older = initiative and any(one is group for one in surpassed(context, initiative.facts))
    older = (older_note(context),) if is_older else ()
    for name, field in group.declared.items():
        if not _is_told(record, (*way, name)):
            continue
        notes = _notes(record, way, group, name)
        note = _BETWEEN.join((*(text_of(said) for one in notes for said in context.value(group, one)), *older))
        if notes and group.held(name) is None and isinstance(field.item, QuantityType):
            yield _figure(context, record, around, field, note, None, _sources(record, around, notes[0]))
        for value in group.values_of(name):
            if isinstance(value, Quantity):
                said = context.quantity(value)
                yield _figure(context, record, around, field, said, value, _sources(record, around, name), note)


def _notes(record: AnyRecord, way: Location, group: Group, name: str) -> list[str]:
    """What must be known to read a figure rightly; where no number is given, it is all that is known.

    A note is of a figure where it is declared so, or where its group is there for that figure alone.
    """
    notes = [other for other, one in group.declared.items() if one.note_of == name]
    notes += ["note"] if way and group.declared[name].presence == "needed" and "note" in group.declared else []
    return [one for one in notes if group.held(one) and _is_told(record, (*way, one))]


def _otherwise(context: Context, record: AnyRecord, group: Group, around: tuple[Group, ...]) -> Iterator[DossierFigure]:
    """The figures of a group as other sources have them."""
    for value in (value for name in group.declared for value in group.values_of(name)):
        if isinstance(value, Differing) and not is_hidden(type(group), value.field):
            found = find_field(type(group), value.field)
            if found and isinstance(found[1].item, QuantityType):
                yield _other(context, record, around, found, value)


def _other(
    context: Context, record: AnyRecord, around: tuple[Group, ...], found: tuple[type[Group], Field], entry: Differing
) -> DossierFigure:
    """What another source says of a figure."""
    within, field = found
    said = text_of((context.other_value(type(around[-1]), entry),))
    quantity = field.item.read(entry.value) if isinstance(entry.value, str) else None
    note = context.localised(entry.note).text if entry.note else ""
    held = quantity if isinstance(quantity, Quantity) else None
    return _figure(context, record, around, field, said, held, (entry.source,), note, of=entry.field, within=within)


def _figure(
    context: Context,
    record: AnyRecord,
    around: tuple[Group, ...],
    field: Field,
    said: str,
    quantity: Quantity | None,
    sources: tuple[AnyRef, ...],
    note: str = "",
    of: str = "",
    within: type[Group] | None = None,
) -> DossierFigure:
    dated = () if of else reversed(around[1:] or around)  # what another source says is of the day of that source
    as_of = next((day for one in dated if isinstance(day := _held(one, "as_of"), Day)), None)
    if not of and any(is_deduced(one, "as_of") for one in around[1:] if "as_of" in one.declared):
        note = _BETWEEN.join(filter(None, (note, context.words.text("deduced date"))))
    period = next(filter(None, (_period(context, one) for one in reversed(around[1:]))), "")
    unit = _unit(context, record.facts) if isinstance(record.facts, Indicator) else ""
    if unit and quantity and quantity.code:  # of a sum or a share, what is counted follows the number
        said, unit = context.words.text("{value} {unit}", value=said, unit=unit), ""
    what = sentence_case(_what(context, unit, around, field, of))
    whole, about = _whole(record.ref, around, within or type(around[-1])) if quantity else ("", None)
    return DossierFigure(record.ref, what, sentence_case(said), quantity, period, as_of, sources, note, whole, about)


def _whole(ref: AnyRef, around: tuple[Group, ...], within: type[Group]) -> tuple[str, AnyRef | None]:
    """How a figure in a group is said to be of all of it or of the record, or of what an indicator is about.

    One that is given in words says that itself.
    """
    kind = kind_of(ref)
    about = next(iter(around[0].refs_of(kind.subject)), None) if kind.subject else ref
    ways = (*(type(one) for one in around[1:]), *((within,) if within is not kind else ()))
    own = next((one.whole for one in reversed(ways) if one.whole is not None), None)
    return kind.whole if own is None else own, about


def _what(context: Context, unit: str, around: tuple[Group, ...], field: Field, of: str) -> str:
    """What a figure counts: its unit; what the groups around it are of; the label of its field."""
    of_what = [unit] if unit else []
    of_what += [said for one in around[1:] if (said := _told_by(context, one))]
    if not of_what or field.presence != "needed":
        of_what.append(_label(context, type(around[-1]), of or field.name))
    return " · ".join(dict.fromkeys(filter(None, of_what)))


def _label(context: Context, kind: type[Group], dotted: str) -> str:
    """What a field is called; inside an entry that says what it counts, by that: "projects funded"."""
    found = find_field(kind, dotted)
    item = found[0].declared[found[0].shares[0]].item if found and found[0].shares[0] else None
    counts = [one for one in dotted.split(".") if one in item.options] if isinstance(item, Choice) else []
    if isinstance(item, Choice) and counts:
        return item.label(counts[0], context.words)
    return context.label(kind, dotted)


def _told_by(context: Context, group: Group) -> str:
    """What a group is of: what it cannot do without besides numbers and sources, or else what tells it apart."""
    needed = [name for name, one in group.declared.items() if one.presence == "needed"]
    apart = [name for names in group.told_apart_by[:1] for name in names]
    for name in (*needed, *apart):
        item = group.declared[name].item
        if name not in _PERIODS and not isinstance(item, QuantityType | Reference):
            return ", ".join(map(text_of, context.value(group, name)))
    return ""


def _period(context: Context, group: Group) -> str:
    """Of which time the figures of a group are, as it says."""
    said = []
    for name in (one for one in _PERIODS if one in group.declared):
        held = group.held(name)
        if isinstance(held, Day):
            said.append(text_of(context.dated(name, held)))
        elif held:
            said.append(str(held).replace("-", "–"))
    return ", ".join(said)


def _sources(record: AnyRecord, around: tuple[Group, ...], name: str) -> tuple[AnyRef, ...]:
    """The sources of a figure: those that the group around it names, or the record's for that field, or all of them."""
    for one in reversed(around[1:]):
        if named := (*one.refs_of("source"), *one.refs_of("sources")):
            return named
    supports, top = record.facts.sources, name if len(around) == 1 else ""
    named = tuple(one.source for one in supports if top in one.fields)
    otherwise = {one.source for one in record.facts.differing if one.field == top}
    whole = tuple(one.source for one in supports if not one.fields and one.source not in otherwise)
    return tuple(dict.fromkeys(named or whole or (one.source for one in supports)))


def _unit(context: Context, facts: Indicator) -> str:
    return context.localised(facts.unit).text if facts.unit else ""


def _held(group: Group, name: str) -> object:
    return group.held(name) if name in group.declared else None


def _is_told(record: AnyRecord, way: Location) -> bool:
    """Whether pages show a field."""
    kind, dotted = type(record.facts), ".".join(step for step in way if isinstance(step, str))
    return not is_hidden(kind, dotted) and not is_private(kind, dotted)
