"""The web of who works with whom: a picture of the agreements' ties, and the same ties in words."""

from collections.abc import Iterable

from generator.charts.enough import FEWEST
from generator.charts.graph_layout import NARROW, WIDE, Names, drawing
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.organisation import Organisation
from generator.showcase.answers import settled
from generator.showcase.partnerships import Partnerships, partnerships_of
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.listed import names_listed, short_title
from generator.view.charts import Web
from generator.view.text import Entry, Fact, Inline, Piece
from generator.words import N_

_TOLD = 8
_LABELLED = 3
"""A partner of one university is named in the picture from so many agreements on."""
_ALL_LABELLED = 20
"""Up to so many partners, all are named; never more than so many, the most tied of them."""
GROUPS: dict[str, frozenset[str]] = {
    N_("Government and municipalities"): frozenset({"ministry", "region", "municipality"}),
    N_("Public bodies and agencies"): frozenset({"public-body", "agency"}),
    N_("Companies"): frozenset({"company"}),
    N_("Health and research"): frozenset({"health-body", "research-body"}),
    N_("Associations and foundations"): frozenset({"association", "foundation", "chamber"}),
    N_("Universities, schools, culture"): frozenset(
        {"university", "university-centre", "its", "school", "cultural-body"}
    ),
    N_("Other bodies"): frozenset({"international-body", ""}),
}
"""The natures of partners that stand together, under their English heading."""


def web(context: Context) -> Web | None:
    """Who works with whom in the agreements shown in this language, if anybody does."""
    ties = partnerships_of(context.showcase, names_listed(context, Agreement))
    if not ties.partners:
        return None
    text, count = context.words.text, context.words.count
    groups = _grouped(context, ties)
    names = _names(context, ties, groups)
    told = ties.shared or tuple(sorted(ties.partners, key=ties.weight))
    pictured = len(ties.partners) >= FEWEST
    numbers = (
        count("{number} agreement", "{number} agreements", ties.agreements),
        count("{number} partner", "{number} partners", len(ties.partners)),
        count("{number} university at the centre", "{number} universities at the centre", len(ties.hubs)),
    )
    others = sum(_nature(context, partner) == "university" for partner in ties.partners)
    note = f"{', '.join(numbers)}."
    if others:
        further = count(
            "Among the partners is {number} more university.",
            "Among the partners are {number} more universities.",
            others,
        )
        note = f"{note} {further}"
    if ties.shared:
        heading = count("{number} partner in common", "{number} partners in common", len(ties.shared))
    else:
        heading = text("The partners with most agreements") if pictured else text("The partners")
    return Web(
        note=note,
        drawings=tuple(drawing(ties, names, measures) for measures in (WIDE, NARROW)) if pictured else (),
        caption=_caption(context, ties),
        heading=heading,
        entries=tuple(_entry(context, ties, partner) for partner in told[:_TOLD]),
        more=_between(context, ties),
        all_label=count("All {number} partners", "All {number} partners", len(ties.partners)),
        groups=tuple(
            Fact(heading, tuple(_partner(context, ties, partner) for partner in group)) for heading, group in groups
        )
        if len(told) < len(ties.partners) or len(told) > _TOLD
        else (),
    )


def _caption(context: Context, ties: Partnerships) -> str:
    thread = context.words.text(
        "Each line joins two bodies that share at least one agreement, with or without a record of a signature; "
        "the thicker the line, the more agreements."
    )
    if not ties.shared:
        return thread
    shared = context.words.text("In blue the partners of more than one university.")
    return f"{thread} {shared}"


def _grouped(context: Context, ties: Partnerships) -> list[tuple[str, list[AnyRef]]]:
    """The partners by nature; in a group those of most universities first, then those of most agreements."""
    found = []
    for heading, natures in GROUPS.items():
        members = [ref for ref in ties.partners if _nature(context, ref) in natures]
        if members:
            members.sort(key=lambda ref: (*ties.weight(ref)[:2], short_title(context, ref).casefold(), ref))
            found.append((context.words.text(heading), members))
    return found


@settled
def _nature(context: Context, ref: AnyRef) -> str:
    return context.showcase.facts(ref, Organisation).nature or ""


def _names(context: Context, ties: Partnerships, groups: Iterable[tuple[str, list[AnyRef]]]) -> Names:
    worth = (
        ref
        for ref, own in ties.partners.items()
        if len(own) > 1 or sum(own.values()) >= _LABELLED or len(ties.partners) <= _ALL_LABELLED
    )
    labelled = {ref: short_title(context, ref) for ref in sorted(worth, key=ties.weight)[:_ALL_LABELLED]}
    hubs = {
        hub: (short_title(context, hub), context.words.count("{number} agreement", "{number} agreements", number))
        for hub, number in ties.hubs.items()
    }
    return Names(hubs, labelled, tuple(groups))


def _entry(context: Context, ties: Partnerships, partner: AnyRef) -> Entry:
    return Entry(context.link(partner), note=(Piece(_by_university(context, ties, partner)),))


def _by_university(context: Context, ties: Partnerships, partner: AnyRef) -> str:
    """Its agreements with each university, in the order of the universities."""
    own = ties.partners[partner]
    said = [(short_title(context, hub), context.words.number(own[hub])) for hub in ties.hubs if hub in own]
    return " · ".join(context.words.text("{name}: {count}", name=name, count=count) for name, count in said)


def _partner(context: Context, ties: Partnerships, partner: AnyRef) -> Inline:
    by_university = _by_university(context, ties, partner)
    return context.phrase("{partner} ({agreements})", partner=context.link(partner), agreements=by_university)


def _between(context: Context, ties: Partnerships) -> Inline:
    """The agreements of universities with each other, the pair of most agreements first."""
    pairs = sorted(ties.between, key=lambda pair: (-ties.between[pair], pair))[:_TOLD]
    if not pairs:
        return ()
    told = (
        context.phrase(
            "{one} with {other} ({count})",
            one=context.link(pair[0]),
            other=context.link(pair[1]),
            count=context.words.number(ties.between[pair]),
        )
        for pair in pairs
    )
    return context.phrase("Universities also work with each other: {pairs}.", pairs=joined(", ", told))
