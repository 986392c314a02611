"""With whom an organisation makes agreements: all of them as a picture, and its partners in words."""

from collections.abc import Iterable, Sequence

from generator.charts.agreements_chart import front
from generator.charts.enough import FEWEST, MOST_ROWS
from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import kind_of
from generator.showcase.answers import remembered, settled
from generator.showcase.partnerships import Beside, partners_of, partnerships_of
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.listed import by_name, is_told, names_listed
from generator.text.unsigned import with_unsigned
from generator.view.parts import Facts, Folded, OwnFront, Paragraph, Part
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

OPEN_PARTNERS = 12
"""More partners than these are folded away."""


def in_register(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The agreements that an organisation's page has as rows of the register: several, and not too many."""
    found = agreements_with(context, ref)
    return found if FEWEST <= len(found) <= MOST_ROWS else ()


def own_front(context: Context, record: AnyRecord) -> tuple[Part, ...]:
    """The agreements an organisation is a party to, one bar a row, where they are too many for rows of the register."""
    refs = agreements_with(context, record.ref)
    drawn = front(context, refs) if len(refs) > MOST_ROWS else None
    return (OwnFront(drawn),) if drawn else ()


def partners(context: Context, record: AnyRecord, *, universities: bool = True) -> tuple[Part, ...]:
    """Its partners with the agreements it has with each; of a university, those in common with others.

    Its `universities` are left out where they were told above.
    """
    found = partners_of(context.showcase, agreements_with(context, record.ref), record.ref)
    own = by_name(context, found.universities) if universities else ()
    rows = [(N_("Partner universities"), [_numbered(context, found, ref) for ref in own])]
    if in_register(context, record.ref):  # whose rows name everybody
        several = {ref: number for ref, number in found.others.items() if number > 1}
        rows.append((N_("Frequent partners"), _counted(context, found, several)))
    else:
        rows.append((N_("Other partners"), _counted(context, found, found.others)))
    if context.showcase.universities_above(record.ref) == (record.ref,):
        rows.append((N_("Partners in common with other universities"), _shared(context, record.ref)))
    told = [(context.words.text(label), named) for label, named in rows if named]
    facts = tuple(Fact(label, (joined(", ", named[:OPEN_PARTNERS]),)) for label, named in told)
    folded = (_folded(context, label, named[OPEN_PARTNERS:]) for label, named in told if len(named) > OPEN_PARTNERS)
    return (Facts(facts), *folded) if facts else ()


def _folded(context: Context, label: str, rest: Sequence[Inline]) -> Folded:
    """The partners that the row of a label leaves out."""
    title = context.words.count("{label}: {number} more", "{label}: {number} more", len(rest), label=label)
    return Folded((Piece(title),), (Paragraph(joined(", ", rest), "note"),))


@remembered
def agreements_with(context: Context, ref: AnyRef) -> tuple[AnyRef, ...]:
    """The agreements an organisation is a party to that have a page in this language."""
    return tuple(map(ref_of, _agreements(context, ref)))


@settled
def _agreements(context: Context, ref: AnyRef) -> tuple[str, ...]:
    parties = (link.ref for link in context.showcase.referring(ref) if link.field == "parties")
    return tuple(str(one) for one in parties if kind_of(one) is Agreement and is_told(context, one))


def _counted(context: Context, beside: Beside, shown: Iterable[AnyRef]) -> list[Inline]:
    """The partners by name, those of several agreements first."""
    order = sorted(shown, key=lambda ref: (-beside.others[ref], context.link(ref).text.casefold()))
    return [_numbered(context, beside, ref) for ref in order]


def _numbered(context: Context, beside: Beside, ref: AnyRef) -> Inline:
    """A partner, the number of its agreements, where it has several, and of how many no signature is recorded."""
    link, text, unsigned = context.link(ref), context.words.text, beside.unsigned[ref]
    number = beside.universities[ref] or beside.others[ref]
    if number > 1:
        return (link, Piece(f" ({with_unsigned(context, context.words.number(number), number, unsigned)})"))
    return (link, Piece(f" ({text('no record of a signature')})")) if unsigned else (link,)


def _shared(context: Context, university: AnyRef) -> list[Inline]:
    """Those of its partners that the site counts as in common, each with the other universities it has ties with; and
    that of its own ties, or of theirs, there is no record of a signature."""
    found = []
    for partner, hubs in _in_common(context):
        signed = {ref_of(name): signed for name, signed in hubs}
        if university in signed:
            further = by_name(context, signed.keys() - {university})
            ways = (
                (N_("with {universities}"), [ref for ref in further if signed[ref]]),
                (N_("with {universities}, no record of a signature"), [ref for ref in further if not signed[ref]]),
            )
            told = [context.phrase(way, universities=_universities(context, refs)) for way, refs in ways if refs]
            if not signed[university]:
                told.append((Piece(context.words.text("its own: no record of a signature")),))
            link = context.link(ref_of(partner))
            found.append(context.phrase("{partner} ({agreements})", partner=link, agreements=joined("; ", told)))
    return found


def _universities(context: Context, refs: Sequence[AnyRef]) -> Inline:
    titles = (context.title(context.showcase[one], short=True) for one in refs)
    return context.listed(in_sentence(context, one) for one in titles)


@settled
def _in_common(context: Context) -> tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]:
    """The partners in common, by the rule of the home page, each with its universities, and whether it is known to have
    signed anything with these."""
    ties = partnerships_of(context.showcase, names_listed(context, Agreement))
    return tuple(
        (str(ref), tuple((str(hub), ties.have_signed(hub, ref)) for hub in ties.partners[ref])) for ref in ties.shared
    )
