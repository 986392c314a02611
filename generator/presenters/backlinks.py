"""Who refers to a record, grouped by the role it has there."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from generator.charts.enough import MOST_ROWS
from generator.content.brief import ref_of
from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.declare import Backlink, Group
from generator.fields.dotted import way_to
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import UNSIGNED_RENEWAL
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.programme import NAMED_IN
from generator.presenters.list_item import item_note, named_item
from generator.presenters.programme import is_our_reading
from generator.presenters.related import reason
from generator.showcase.answers import remembered, settled
from generator.showcase.model import MENTIONED
from generator.text.context import Context
from generator.text.inline import text_of
from generator.text.listed import is_told
from generator.view.parts import Links
from generator.view.text import Inline, ListItem, Piece
from generator.words import N_

_SUMMED_UP, _WHOLE, _BEGINNING = 2, 20, 10
"""A group of no more than `_SUMMED_UP` sums each up, where all groups together are no more than `_WHOLE`. One of more
than `_WHOLE` shows `_BEGINNING` of them and folds the rest, or, of more than `MOST_ROWS`, links a list of its own."""
_MOST_SUMMED_UP = 12
"""What is within a record is what it is made of: of so many each is summed up."""
_LAST = ("statements", "plan_areas", "related")
"""The fields of every record, whose groups come after those of the kinds."""
_BY_KIND = {
    kind: Backlink(kind.plural, {"en": kind.folder, **kind.segments})
    for kind in sorted(KINDS, key=lambda kind: kind.list_as != "figures")
}
"""The groups on the page of a source: all records of a kind that rest on it, its figures first."""
_RELATED = Kind.declared["related"].backlink
_MENTIONED_IN = Backlink(N_("Named in the text of"), {"it": "schede-che-ne-parlano", "en": "named-in-the-text-of"})
"""What only a text names, of the kinds of which that counts (`mentions_refer`)."""


def referring(context: Context, record: AnyRecord, besides: Collection[AnyRef] = ()) -> tuple[Links, ...]:
    """The groups of records that refer to this one; each record stands once, in the first, and says its other roles.

    They go in the order of the kinds, those that need the width first, those that are folded last. Those of `besides`
    the page tells by itself.
    """
    groups = _groups(context, record.ref)
    left = {backlink: [ref for ref in refs if ref not in besides] for backlink, refs in groups.items()}
    found, also = _once(context, left)
    few = sum(map(len, found.values())) <= _WHOLE
    shown = (_links(context, record, backlink, refs, also, summed_up=few) for backlink, refs in found.items())
    return tuple(sorted(shown, key=lambda links: (len(links.items) <= _SUMMED_UP, not links.items)))


def _once(
    context: Context, groups: Mapping[Backlink, list[AnyRef]]
) -> tuple[dict[Backlink, list[AnyRef]], dict[AnyRef, str]]:
    """The groups without what one before has, and their headings for it; what has a list of its own stays whole."""
    found: dict[Backlink, list[AnyRef]] = {}
    also: dict[AnyRef, list[str]] = {}
    for backlink, refs in groups.items():
        is_long = len(refs) > MOST_ROWS
        if kept := [ref for ref in refs if is_long or ref not in also]:
            found[backlink] = kept
        if is_long:
            continue
        for ref in refs:
            if ref not in also:
                also[ref] = []
            elif backlink != _RELATED:
                heading = context.words.text(backlink.heading)
                also[ref].append(context.words.text("also under “{heading}”", heading=heading))
    return found, {ref: "; ".join(said) for ref, said in also.items() if said}


def long_groups(context: Context, record: AnyRecord) -> dict[Backlink, list[AnyRef]]:
    """The groups that have a list of their own."""
    if record.facts.withdrawn or record.facts.is_prose:
        return {}
    return {backlink: refs for backlink, refs in _groups(context, record.ref).items() if len(refs) > MOST_ROWS}


@remembered
def _groups(context: Context, ref: AnyRef) -> dict[Backlink, list[AnyRef]]:
    found = ((_ORDER[at], names) for at, names in _grouped(context, ref))
    return {backlink: list(map(ref_of, names)) for backlink, names in found if backlink}


@settled
def _grouped(context: Context, ref: AnyRef) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The place of each group among all, and the names of its records."""
    showcase = context.showcase
    showcase.witness.sees(str(ref))
    groups: dict[Backlink, dict[AnyRef, None]] = defaultdict(dict)
    for link in showcase.referring(ref):
        kind = kind_of(link.ref)
        backlink = _BY_KIND[kind] if kind_of(ref).is_evidence else _of(kind, link.location)
        if link.field == "partners" and showcase.stands_as(link.ref, ref, "named"):
            backlink = NAMED_IN
        elif kind is Agreement and link.field == "renews" and showcase.facts(link.ref, Agreement).stage != "signed":
            backlink = UNSIGNED_RENEWAL
        elif link.location == MENTIONED:
            backlink = _MENTIONED_IN
        if is_told(context, link.ref) and backlink:
            groups[backlink][link.ref] = None
    if _RELATED:
        groups[_RELATED] |= dict.fromkeys(other for way, other in showcase.briefs[ref].links if way[0] == "related")
    named_otherwise = {ref for backlink, refs in groups.items() if backlink != _MENTIONED_IN for ref in refs}
    groups[_MENTIONED_IN] = dict.fromkeys(ref for ref in groups[_MENTIONED_IN] if ref not in named_otherwise)
    found = ((_ORDER.index(backlink), tuple(map(str, refs))) for backlink, refs in groups.items() if refs)
    return tuple(sorted(found))


def _of(kind: type[Kind], location: Location) -> Backlink | None:
    """How a reference is headed where it leads: as its field declares, or the group that the field stands in."""
    fields = way_to(kind, ".".join(name for name in location if isinstance(name, str)))
    found = [field.backlink for field in fields if field.backlink]
    return found[-1] if found else None


def _links(
    context: Context,
    record: AnyRecord,
    backlink: Backlink,
    refs: list[AnyRef],
    also: Mapping[AnyRef, str],
    *,
    summed_up: bool,
) -> Links:
    """A group under its heading; of a long one only the beginning is open."""
    heading, number = context.words.text(backlink.heading), len(refs)
    told = refs if number <= MOST_ROWS else refs[:_BEGINNING]
    names = _names(context, record)
    most = _MOST_SUMMED_UP if backlink in _WITHIN else _SUMMED_UP if summed_up else 0
    ours = {ref for ref in told if _acts_as_we_read(context, ref, record, backlink)}
    whole_ours = len(ours) == len(told)
    heading = _our_reading(context, heading) if whole_ours else heading
    why = {ref: reason(context, record.ref, ref) for ref in told} if backlink == _RELATED else {}
    shown = tuple(
        replace(
            _short(context, ref, summed_up=number <= most, marked=ref in ours and not whole_ours),
            note=_with(why.get(ref) or _note(context, ref, names), also.get(ref, "")),
        )
        for ref in told
    )
    if number <= MOST_ROWS and all(kind_of(ref).is_evidence for ref in refs):
        return Links((), heading, shown)
    if number <= _WHOLE:
        return Links(shown, heading)
    if number <= MOST_ROWS:
        return Links(shown[:_BEGINNING], heading, shown[_BEGINNING:])
    path = context.urls.part(record, backlink, context.language)
    label = context.words.text("All {number} pages", number=context.words.number(number))
    return Links(shown, heading, whole=Piece(label, href=context.urls.href(path)))


_WITHIN = tuple(field.backlink for kind in KINDS for field in kind.declared.values() if field.within)
"""The groups whose records are within the one whose page they are on."""


def _names(context: Context, record: AnyRecord) -> tuple[str, ...]:
    """What a record is called, and those who act in it: its page names them all."""
    acting = (ref for _, ref in context.showcase.participants(record.ref))
    return (context.title(record).text, *(context.title(context.showcase[ref]).text for ref in acting))


def _short(context: Context, ref: AnyRef, *, summed_up: bool, marked: bool) -> ListItem:
    """A record as an item, without what only its own list has room for: rows and, among many, the summary; what only
    we read so is `marked`."""
    whole = named_item(context, ref)
    title = replace(whole.title, text=_our_reading(context, whole.title.text)) if marked else whole.title
    return replace(whole, title=title, facts=(), summary=whole.summary if summed_up else "")


def _note(context: Context, ref: AnyRef, names: tuple[str, ...]) -> Inline:
    """What tells a record from its neighbours; one that ends with a name that the page tells says nothing new there."""
    note = item_note(context, ref)
    return () if text_of(note).endswith(names) else note


def _with(note: Inline, also: str) -> Inline:
    """A note, and in which other roles the record refers to that of the page."""
    return (*note, Piece(f" · {also}" if note else also)) if also else note


def _our_reading(context: Context, what: str) -> str:
    return context.words.text("{what} (inferred)", what=what)


def _acts_as_we_read(context: Context, ref: AnyRef, own: AnyRecord, backlink: Backlink) -> bool:
    """Whether it is the `own` record of the page that promotes this one, or is the partner that its group tells of, and
    only we read so: the heading of their group says it where that is true of all, else each of them does."""
    if backlink == _of(kind_of(ref), ("partners",)):
        return context.showcase.stands_as(ref, own.ref, "deduced")
    if "promoter" not in kind_of(ref).declared:
        return False
    return text_of(item_note(context, ref)).endswith(context.title(own).text) and is_our_reading(context, ref)


def _declared(group: type[Group]) -> Iterator[Backlink]:
    """The back-links that the fields of a group declare, then those of the groups inside it."""
    fields = [field for name, field in group.declared.items() if name not in _LAST]
    yield from (field.backlink for field in fields if field.backlink)
    for field in fields:
        if field.group:
            yield from _declared(field.group)


_ORDER = [
    *(backlink for kind in KINDS for backlink in _declared(kind)),
    UNSIGNED_RENEWAL,
    NAMED_IN,
    _MENTIONED_IN,
    *_BY_KIND.values(),
    *(Kind.declared[name].backlink for name in _LAST),
]
"""All groups, in the order in which a page has them."""
