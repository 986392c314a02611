"""Records that belong with another and are not linked to it anyway; each says why it is there.

They are within the same thing (a programme, a framework), or those who act in it; or else the same university does
the same with others of the kind of its partner. Never a topic: too many share one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import kind_of
from generator.kinds.organisation import NATURES, UNIVERSITIES, Organisation
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import once, remembered, settled
from generator.showcase.model import Referrer
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.inline import mid_sentence, sentence_case
from generator.text.listed import is_told, names_listed, placed_on
from generator.view.parts import Links
from generator.view.text import Inline, ListItem

_MOST = 4
_CROWD = 12
"""Of more than these that are within the same thing, as the areas of a plan, none is nearer than another."""
_WITHIN, _SAME, _SHARED, _NATURE = "within", "same parties", "shared parties", "nature"
_Found = tuple[str, str, tuple[str, ...]]
"""The name of a record, why it is near, and by whom."""


def related(context: Context, record: AnyRecord) -> tuple[Links, ...]:
    """The nearest first: with those that the page links anyway it leads to four of its kind at most."""
    entries = tuple(_entry(context, *one) for one in _nearest(context, record.ref))
    return (Links(entries, context.words.text("Related")),) if entries else ()


@settled
def _nearest(context: Context, ref: AnyRef) -> tuple[_Found, ...]:
    showcase = context.showcase
    showcase.witness.sees(str(ref))
    found: dict[str, _Found] = {}
    linked = once(showcase.witness, lambda: {ref, *_linked(context, ref)})
    for name, why, by in _near(context, ref):
        if len(found) + sum(kind_of(one) is kind_of(ref) for one in linked() - {ref}) >= _MOST:
            break
        if ref_of(name) not in linked():
            found.setdefault(name, (name, why, by))
    return tuple(found.values())


def _linked(context: Context, ref: AnyRef) -> Iterator[AnyRef]:
    """The records that the page links anyway."""
    yield from (other for _, other in context.showcase.briefs[ref].links)
    yield from (link.ref for link in context.showcase.referring(ref))


def _near(context: Context, ref: AnyRef) -> Iterator[_Found]:
    """Who shares what is declared; then who shares most of those who act; then who does the same with others."""
    kind = kind_of(ref)
    for wider, sharing in _within(context, ref):
        if len(sharing) <= _CROWD:
            yield from ((name, _WITHIN, (wider,)) for name in sharing)
    for name, both in _together(context, ref):
        yield name, _acting_both(context, ref, ref_of(name), both), both
    for university, nature in between(context, ref):
        for name in _newest_between(context, kind, ref_of(university), nature):
            yield name, _NATURE, (university, nature)


@settled
def _within(context: Context, ref: AnyRef) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a record is within, the narrowest first, each with the records of its kind that are within it too."""
    kind, found = kind_of(ref), {}
    for way, other in context.showcase.briefs[ref].links:
        if len(way) == 1 and kind.declared[str(way[0])].within:
            found[str(other)] = tuple(name for field, name in _naming(context, kind, other) if field == way[0])
    return tuple(sorted(found.items(), key=lambda one: len(one[1])))


@settled
def _naming(context: Context, kind: type[Kind], ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """The records of a kind that name another, each with the field in which they do."""
    return tuple((link.field, str(link.ref)) for link in _referring(context, kind, ref))


def _together(context: Context, ref: AnyRef) -> list[tuple[str, tuple[str, ...]]]:
    """The records of the same kind in which two or more act who act in this one, and who: those of most, the newest.

    Each of them is among those of another than whoever acts in most: no record is looked at for that one alone.
    """
    everywhere = {name: _acts_in(context, kind_of(ref), ref_of(name)) for name in acting(context, ref)}
    fewer = sorted(everywhere.values(), key=len)[:-1]
    found = []
    for other in dict.fromkeys(chain.from_iterable(fewer)):
        both = tuple(name for name, those in everywhere.items() if other in those)
        if len(both) > 1:
            found.append((other, both))
    return sorted(found, key=lambda one: (-len(one[1]), -placed_on(context, ref_of(one[0])), one[0]))


def _acting_both(context: Context, ref: AnyRef, other: AnyRef, both: tuple[str, ...]) -> str:
    """Whether all who act in two records act in both, or only some of them."""
    every = len(both) == len(acting(context, ref)) == len(acting(context, other))
    return _SAME if every else _SHARED


@remembered
def _acts_in(context: Context, kind: type[Kind], ref: AnyRef) -> Mapping[str, None]:
    return dict.fromkeys(_acting_in(context, kind, ref))


@settled
def _acting_in(context: Context, kind: type[Kind], ref: AnyRef) -> tuple[str, ...]:
    """The records of a kind in which somebody acts."""
    named = dict.fromkeys(link.ref for link in _referring(context, kind, ref))
    return tuple(str(one) for one in named if str(ref) in acting(context, one))


def _referring(context: Context, kind: type[Kind], ref: AnyRef) -> Iterator[Referrer]:
    """Those of a kind who refer to a record and have a page in this language."""
    for link in context.showcase.referring(ref):
        if is_told(context, link.ref) and kind_of(link.ref) is kind:
            yield link


@settled
def acting(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The names of those who act in a record."""
    return tuple(dict.fromkeys(str(one) for _, one in context.showcase.participants(ref)))


@settled
def between(context: Context, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """Each university that acts in a record, with each nature of those who act in it beside universities."""
    showcase = context.showcase
    universities = list(map(str, showcase.universities_in(ref)))
    natures = dict.fromkeys(showcase.facts(ref_of(name), Organisation).nature for name in acting(context, ref))
    others = [nature for nature in natures if nature and nature not in UNIVERSITIES]
    return tuple((university, nature) for university in universities for nature in others)


@settled
def _newest(context: Context, kind: type[Kind]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The newest records of a kind between each university and each nature of partner: enough for any page."""
    found: dict[tuple[str, str], list[AnyRef]] = defaultdict(list)
    for ref in names_listed(context, kind):
        for pair in between(context, ref):
            found[pair].append(ref)
    return tuple(
        (*pair, tuple(map(str, sorted(refs, key=lambda one: (-placed_on(context, one), one))[: _MOST + 1])))
        for pair, refs in found.items()
    )


@settled
def _newest_between(context: Context, kind: type[Kind], university: AnyRef, nature: str) -> tuple[str, ...]:
    """The newest records of a kind between a university and a nature of partner."""
    pair = (str(university), nature)
    return next((names for *key, names in _newest(context, kind) if tuple(key) == pair), ())


def reason(context: Context, ref: AnyRef, other: AnyRef) -> Inline:
    """Why two records that editors set beside each other are near, where that follows from their facts."""
    found = _reason(context, ref, other)
    return _because(context, context.showcase[other], *found) if found else ()


@settled
def _reason(context: Context, ref: AnyRef, other: AnyRef) -> tuple[str, tuple[str, ...]] | None:
    there = dict(_within(context, other))
    wider = next((one for one, _ in _within(context, ref) if one in there), "")
    if wider:
        return _WITHIN, (wider,)
    here = acting(context, other)
    both = tuple(one for one in acting(context, ref) if one in here)
    if len(both) > 1:
        return _acting_both(context, ref, other, both), both
    alike = between(context, other) if kind_of(ref) is kind_of(other) else ()
    return next(((_NATURE, pair) for pair in between(context, ref) if pair in alike), None)


def _entry(context: Context, name: str, why: str, by: tuple[str, ...]) -> ListItem:
    """The other record, what it is, and why it is here."""
    other = context.showcase[ref_of(name)]
    kicker = presenter_of(other).item_kicker(context, other)
    return ListItem(context.title(other, linked=True), kicker=kicker, note=_because(context, other, why, by))


def _because(context: Context, other: AnyRecord, why: str, by: tuple[str, ...]) -> Inline:
    if why == _NATURE:
        university, nature = by
        named = in_sentence(context, context.title(context.showcase[ref_of(university)], short=True))
        heading = NATURES.heading(nature, context.words)
        partners = heading if NATURES.label(nature, context.words)[:1].isupper() else mid_sentence(heading)
        return context.phrase(
            "In common: {university} and the kind of partner ({partners})", university=named, partners=partners
        )
    titles = [context.title(context.showcase[ref_of(one)], short=True) for one in by]
    names = context.listed(titles if why == _WITHIN else (in_sentence(context, one) for one in titles))
    if why in (_WITHIN, _SHARED):
        return context.phrase("In common: {names}", names=names)
    thing = sentence_case(context.words.text(other.facts.singular))
    return context.phrase("{thing} between the same parties: {names}", thing=thing, names=names)
