"""The web of who works with whom: a picture of the agreements' ties, and the same ties in words."""

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlencode

from generator.charts.enough import FEWEST
from generator.charts.graph_layout import Names, NodeLabel, drawing
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.facets import PARTNER, UNIVERSITY
from generator.kinds.organisation import Organisation
from generator.showcase.answers import settled
from generator.showcase.partnerships import Partnerships, partnerships_of
from generator.text.articles import in_sentence, with_article
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.listed import by_name, has_list, list_href, names_listed, short_title
from generator.text.picture_page import picture_of_list, way_to_picture
from generator.text.unsigned import with_unsigned
from generator.view.charts import Web
from generator.view.text import Fact, Inline, ListItem, Piece
from generator.words import N_

_TOLD = 4
_DRAWN = 60
"""Never more partners are drawn: those of most universities, then of most agreements."""
_BETWEEN = 8
GROUPS: dict[str, frozenset[str]] = {
    N_("Government and municipalities"): frozenset({"ministry", "region", "municipality"}),
    N_("Public bodies and agencies"): frozenset({"public-body", "agency"}),
    N_("Companies"): frozenset({"company"}),
    N_("Health and research"): frozenset({"health-body", "research-body"}),
    N_("Associations and foundations"): frozenset({"association", "foundation", "chamber"}),
    N_("Universities, schools, culture"): frozenset(
        {"university", "university-centre", "department", "its", "school", "cultural-body"}
    ),
    N_("Other bodies"): frozenset({"international-body", ""}),
}
"""The natures of partners that stand together, under their English heading."""


def web(context: Context) -> Web | None:
    """Who works with whom in the agreements shown in this language, if anybody does."""
    ties = partnerships_of(context.showcase, names_listed(context, Agreement))
    if not ties.partners:
        return None
    groups = _grouped(context, ties)
    told = ties.shared or tuple(sorted(ties.partners, key=ties.weight))
    pictured = is_pictured(context)
    return Web(
        finding=_finding(context, ties),
        note=_note(context, ties),
        drawing=drawing(ties, _names(context, ties, groups)) if pictured else None,
        caption=_caption(context, ties),
        entries=tuple(_entry(context, ties, partner) for partner in told[:_TOLD]),
        more=_between(context, ties),
        all_label=_all_label(context, ties),
        groups=tuple(
            Fact(heading, tuple(_partner(context, ties, partner) for partner in group)) for heading, group in groups
        )
        if pictured or len(told) < len(ties.partners) or len(told) > _TOLD
        else (),
        picture=_by_itself(context) if pictured else None,
    )


def is_pictured(context: Context) -> bool:
    """Whether there are partners enough for a picture."""
    return len(partnerships_of(context.showcase, names_listed(context, Agreement)).partners) >= FEWEST


def _by_itself(context: Context) -> Piece | None:
    """The way to the page of the picture, which stands below the list of organisations."""
    if not has_list(context, Organisation):
        return None
    return way_to_picture(context, picture_of_list(context, Organisation))


def _finding(context: Context, ties: Partnerships) -> str:
    """What the picture shows, in a sentence without a full stop."""
    shared = [with_article(short_title(context, ref), context.language) for ref in ties.shared]
    if not shared:
        told = sorted(ties.partners, key=ties.weight)[:_TOLD]
        return context.words.text("The partners with most agreements") if len(told) < len(ties.partners) else ""
    if len(shared) <= _TOLD:
        return context.words.text(
            "With more than one of these universities: {names}", names=context.words.listed(shared)
        )
    return context.words.count(
        "{number} organisation in agreements with more than one university",
        "{number} organisations in agreements with more than one university",
        len(shared),
    )


def _note(context: Context, ties: Partnerships) -> str:
    """What is counted."""
    count, other_universities = context.words.count, _other_universities(context, ties)
    numbers = [
        count("{number} agreement", "{number} agreements", ties.agreements),
        count("{number} university at the centre", "{number} universities at the centre", len(ties.hubs)),
        count("{number} partner", "{number} partners", len(ties.partners) - other_universities),
    ]
    if other_universities:
        numbers.append(count("{number} more university", "{number} more universities", other_universities))
    note = f"{', '.join(numbers)}."
    if not ties.all_unsigned:
        return note
    lacking = count(
        "Of {number} agreement we have found no record of a signature.",
        "Of {number} agreements we have found no record of a signature.",
        ties.all_unsigned,
    )
    return f"{note} {lacking}"


def _other_universities(context: Context, ties: Partnerships) -> int:
    """How many universities are partners: the register asks for them among the universities, not among the partners."""
    return sum(_nature(context, partner) == "university" for partner in ties.partners)


def _all_label(context: Context, ties: Partnerships) -> str:
    """What the list of all is called."""
    others = _other_universities(context, ties)
    number = len(ties.partners) - others
    if not others:
        return context.words.count("All {number} partners", "All {number} partners", number)
    return context.words.count(
        "All {partners} partners and {number} more university",
        "All {partners} partners and {number} more universities",
        others,
        partners=context.words.number(number),
    )


def _caption(context: Context, ties: Partnerships) -> str:
    thread = context.words.text(
        "Each line joins two bodies that share at least one agreement; the thicker the line, the more agreements."
    )
    said = [thread]
    if any(ties.unsigned.get(pair) == number for pair, number in _all_ties(ties)):
        said.append(context.words.text("It is dashed where there is no record of a signature."))
    if ties.shared:
        said.append(context.words.text("In blue, the partners of more than one university."))
    if len(ties.partners) > _DRAWN:
        said.append(
            context.words.text(
                "The picture is partial: of {total} partners it has the {number} with most agreements.",
                total=context.words.number(len(ties.partners)),
                number=context.words.number(_DRAWN),
            )
        )
    return " ".join(said)


def _grouped(context: Context, ties: Partnerships) -> list[tuple[str, list[AnyRef]]]:
    """The partners by nature; in a group universities by name, then those of most universities and most agreements."""
    found = []
    for heading, natures in GROUPS.items():
        members = [ref for ref in ties.partners if _nature(context, ref) in natures]
        if members:
            first = [ref for ref in by_name(context, members) if _nature(context, ref) == "university"]
            others = [ref for ref in by_name(context, members) if ref not in first]
            others.sort(key=lambda ref: ties.weight(ref)[:2])
            found.append((context.words.text(heading), [*first, *others]))
    return found


@settled
def _nature(context: Context, ref: AnyRef) -> str:
    return context.showcase.facts(ref, Organisation).nature or ""


def _names(context: Context, ties: Partnerships, groups: Iterable[tuple[str, list[AnyRef]]]) -> Names:
    drawn = set(sorted(ties.partners, key=ties.weight)[:_DRAWN])
    kept = ((heading, [ref for ref in group if ref in drawn]) for heading, group in groups)
    count = context.words.count
    return Names(
        hubs={hub: _hub(context, hub, ties.hubs[hub]) for hub in by_name(context, ties.hubs)},
        hubs_say=count("{number} university at the centre", "{number} universities at the centre", len(ties.hubs)),
        groups=[
            (heading, f"{heading}: {len(group)}", [(ref, _named(context, ties, ref)) for ref in group])
            for heading, group in kept
            if group
        ],
        ties=_ties(context, ties, drawn),
        ties_say=context.words.text("Partners of several universities, one university at a time"),
    )


def _hub(context: Context, hub: AnyRef, number: int) -> NodeLabel:
    """A university, with the number of its agreements."""
    name = short_title(context, hub)
    agreements = context.words.count("{number} agreement", "{number} agreements", number)
    return NodeLabel(name, f"{name}: {agreements}", context.link(hub).href, agreements)


def _ties(context: Context, ties: Partnerships, drawn: Collection[AnyRef]) -> dict[tuple[AnyRef, AnyRef], NodeLabel]:
    """The ties that have a link of their own."""
    shared = {
        (hub, partner): n for partner in ties.shared if partner in drawn for hub, n in ties.partners[partner].items()
    }
    return {pair: _tie(context, ties, pair, number) for pair, number in {**ties.between, **shared}.items()}


def _tie(context: Context, ties: Partnerships, pair: tuple[AnyRef, AnyRef], number: int) -> NodeLabel:
    """A tie leads to the agreement that two have together; where there are several, to these in the register."""
    one, other = short_title(context, pair[0]), with_article(short_title(context, pair[1]), context.language)
    count = with_unsigned(context, context.words.number(number), number, ties.unsigned.get(pair, 0))
    title = context.words.text("{one} with {other} ({count})", one=one, other=other, count=count)
    if pair in ties.only:
        return NodeLabel("", title, context.link(ties.only[pair]).href)
    facets = (UNIVERSITY, UNIVERSITY if pair in ties.between else PARTNER)
    asked = urlencode([(facet.segment(context.language), ref.id) for facet, ref in zip(facets, pair, strict=True)])
    return NodeLabel("", title, f"{list_href(context, Agreement)}?{asked}")


def _named(context: Context, ties: Partnerships, partner: AnyRef) -> NodeLabel:
    """A partner's name, with the number of its agreements where there are several."""
    total, text = sum(ties.partners[partner].values()), short_title(context, partner)
    said = f"{text} {context.words.number(total)}" if total > 1 else text
    title = context.words.text(
        "{partner} ({agreements})", partner=text, agreements=_by_university(context, ties, partner)
    )
    return NodeLabel(said, title, context.link(partner).href)


def _entry(context: Context, ties: Partnerships, partner: AnyRef) -> ListItem:
    return ListItem(context.link(partner), note=(Piece(_by_university(context, ties, partner)),))


def _by_university(context: Context, ties: Partnerships, partner: AnyRef) -> str:
    """Its agreements with each university, by name; of how many no signature is recorded."""
    own = ties.partners[partner]
    said = [(short_title(context, hub), context.words.number(own[hub])) for hub in by_name(context, own)]
    told = " · ".join(context.words.text("{name}: {count}", name=name, count=count) for name, count in said)
    unsigned = sum(ties.unsigned.get((hub, partner), 0) for hub in own)
    return with_unsigned(context, told, sum(own.values()), unsigned)


def _all_ties(ties: Partnerships) -> Iterator[tuple[tuple[AnyRef, AnyRef], int]]:
    """Each pair with the number of its agreements."""
    yield from ties.between.items()
    for partner, own in ties.partners.items():
        yield from (((hub, partner), number) for hub, number in own.items())


def _partner(context: Context, ties: Partnerships, partner: AnyRef) -> Inline:
    by_university = _by_university(context, ties, partner)
    return context.phrase("{partner} ({agreements})", partner=context.link(partner), agreements=by_university)


def _between(context: Context, ties: Partnerships) -> Inline:
    """The agreements of universities with each other, the pair of most agreements first."""
    pairs = sorted(ties.between, key=lambda pair: (-ties.between[pair], pair))[:_BETWEEN]
    if not pairs:
        return ()
    counts = (
        (context.words.number(ties.between[pair]), ties.between[pair], ties.unsigned.get(pair, 0)) for pair in pairs
    )
    told = (
        context.phrase(
            "{one} with {other} ({count})",
            one=in_sentence(context, context.link(pair[0])),
            other=in_sentence(context, context.link(pair[1])),
            count=with_unsigned(context, *count),
        )
        for pair, count in zip(pairs, counts, strict=True)
    )
    return context.phrase("Agreements among these universities: {pairs}.", pairs=joined(", ", told))
