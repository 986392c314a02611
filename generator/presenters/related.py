"""Records that belong with another and are not linked to it anyway; each says why it is there.

They are within the same thing (a programme, a framework), or those who act in it; or else the same university does
the same with others of the kind of its partner. Never a topic: too many share one.
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import kind_of
from generator.kinds.organisation import NATURES, UNIVERSITIES, Organisation
from generator.presenters.of_kind import presenter_of
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.listed import names_listed, placed_on
from generator.view.parts import Links
from generator.view.text import Entry, Inline

MOST = 4
_WITHIN, _PARTIES, _NATURE = "within", "parties", "nature"
_Found = tuple[str, str, tuple[str, ...]]
"""The name of a record, why it is near, and by whom."""


def related(context: Context, record: AnyRecord) -> tuple[Links, ...]:
    """At most four records, the nearest first."""
    entries = tuple(_entry(context, *one) for one in _nearest(context, record.ref))
    return (Links(entries, context.words.text("Near this page")),) if entries else ()


@settled
def _nearest(context: Context, ref: AnyRef) -> tuple[_Found, ...]:
    showcase = context.showcase
    linked = {ref, *(other for _, other in showcase.briefs[ref].links), *(one.ref for one in showcase.referring(ref))}
    found: dict[AnyRef, _Found] = {}
    for other, why, by in _near(context, ref):
        fits = other not in linked and context.language in showcase.languages(other)
        if fits and not showcase.briefs[other].withdrawn:
            found.setdefault(other, (str(other), why, by))
        if len(found) == MOST:
            break
    return tuple(found.values())


def _near(context: Context, ref: AnyRef) -> Iterator[tuple[AnyRef, str, tuple[str, ...]]]:
    """Who shares what is declared; then who shares most of those who act; then who does the same with others."""
    showcase, kind = context.showcase, kind_of(ref)
    for way, other in showcase.briefs[ref].links:
        if len(way) == 1 and kind.declared[str(way[0])].within:
            sharing = (link.ref for link in showcase.referring(other) if link.field == way[0])
            yield from ((one, _WITHIN, (str(other),)) for one in sharing if kind_of(one) is kind)
    acting = _acting(context, ref)
    together: dict[AnyRef, list[str]] = defaultdict(list)
    for name in acting:
        for other in dict.fromkeys(link.ref for link in showcase.referring(ref_of(name)) if kind_of(link.ref) is kind):
            if name in _acting(context, other):
                together[other].append(name)
    near = [one for one, names in together.items() if len(names) > 1]
    for other in sorted(near, key=lambda one: (-len(together[one]), -placed_on(context, one), one)):
        yield other, _PARTIES, tuple(together[other])
    for university, nature in _between(context, ref):
        for name in _newest_between(context, kind, ref_of(university), nature):
            yield ref_of(name), _NATURE, (university, nature)


@settled
def _acting(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The names of those who act in a record."""
    return tuple(dict.fromkeys(str(one) for _, one in context.showcase.participants(context.showcase[ref])))


@settled
def _between(context: Context, ref: AnyRef) -> tuple[tuple[str, str], ...]:
    """Each university that acts in a record, with each nature of those who act in it beside universities."""
    showcase = context.showcase
    universities = list(map(str, showcase.universities_acting_in(ref)))
    natures = dict.fromkeys(showcase.facts(ref_of(name), Organisation).nature for name in _acting(context, ref))
    others = [nature for nature in natures if nature and nature not in UNIVERSITIES]
    return tuple((university, nature) for university in universities for nature in others)


@settled
def _newest(context: Context, kind: type[Kind]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The newest records of a kind between each university and each nature of partner: enough for any page."""
    found: dict[tuple[str, str], list[AnyRef]] = defaultdict(list)
    for ref in names_listed(context, kind):
        for pair in _between(context, ref):
            found[pair].append(ref)
    return tuple(
        (*pair, tuple(map(str, sorted(refs, key=lambda one: (-placed_on(context, one), one))[: MOST + 1])))
        for pair, refs in found.items()
    )


@settled
def _newest_between(context: Context, kind: type[Kind], university: AnyRef, nature: str) -> tuple[str, ...]:
    """The newest records of a kind between a university and a nature of partner."""
    pair = (str(university), nature)
    return next((names for *key, names in _newest(context, kind) if tuple(key) == pair), ())


def _entry(context: Context, name: str, why: str, by: tuple[str, ...]) -> Entry:
    """The other record, what it is, and why it is here."""
    other = context.showcase[ref_of(name)]
    kicker = presenter_of(other).item_kicker(context, other)
    return Entry(context.title(other, linked=True), kicker=kicker, note=_because(context, why, by))


def _because(context: Context, why: str, by: tuple[str, ...]) -> Inline:
    if why == _NATURE:
        university, nature = by
        named = context.title(context.showcase[ref_of(university)], short=True)
        heading = NATURES.heading(nature, context.words)
        others = heading[:1].lower() + heading[1:]
        return context.phrase("Also {university}, with {others}", university=named, others=others)
    names = context.listed(context.title(context.showcase[ref_of(one)], short=True) for one in by)
    if why == _WITHIN:
        return context.phrase("Also part of {names}", names=names)
    return context.phrase("Between the same parties: {names}", names=names)
