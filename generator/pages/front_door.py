"""“Propose a need”: by what it is about, where, or who asks, to the office that answers, with similar past works.

Every path ends at a mailbox of an office, or says plainly that nobody gave one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from generator.content.settings_types import PLACEHOLDER
from generator.fields.values import AnyRef
from generator.kinds.organisation import NATURES, UNIVERSITIES, Organisation
from generator.kinds.place import Place
from generator.pages.lists.terms import used_terms
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, selected, with_partner
from generator.text.context import Context
from generator.text.inline import Plain, inline_of, joined, plain, sentence_case
from generator.text.listed import is_told, placed_on, summary_of
from generator.view.front_door import FrontDoorBody, FrontDoorPath, FrontDoorQuestion
from generator.view.text import Inline, ListItem, Piece
from generator.words import N_

NEED_SOUGHT = N_("propose, need, ask for help, collaborate, collaboration, work with the university")
_TOPICS, _AUDIENCES = "topics", "audiences"
_WORKS, _OFFICES = 3, 3
_TOWN = "municipality"


def front_door(context: Context) -> FrontDoorBody:
    """The page: four questions, the answers that something was done for, and whom to write to."""
    text = context.words.text
    questions = (
        FrontDoorQuestion("topic", text("What is it about?"), tuple(_by_terms(context, _TOPICS))),
        FrontDoorQuestion("place", text("Where?"), tuple(_by_place(context))),
        FrontDoorQuestion("asker", text("Who are you?"), tuple(_by_nature(context))),
        FrontDoorQuestion("audience", text("For whom?"), tuple(_by_terms(context, _AUDIENCES))),
    )
    return FrontDoorBody(
        title=text("Propose a need"),
        lead=text(
            "A municipality, a school, a company, an association or a person: whom to write to, and what was done."
        ),
        questions=tuple(one for one in questions if one.paths),
        otherwise=_otherwise(context),
    )


def _otherwise(context: Context) -> Inline:
    """Whom to write to where nothing fits: the owner, where there is a mailbox."""
    contact = context.showcase.settings.owner.contact
    if contact == PLACEHOLDER:
        return (Piece(context.words.text("If nothing fits: whoever runs this site has given no address to write to.")),)
    return context.phrase("If nothing fits, write to {mailbox}.", mailbox=_mailbox(context, contact, ""))


def _by_terms(context: Context, vocabulary: str) -> Iterator[FrontDoorPath]:
    for term in (one for one in used_terms(context) if one.vocabulary == vocabulary):
        label = context.term_label(term)
        asked = Questions(topics=(term,)) if vocabulary == _TOPICS else Questions(audiences=(term,))
        yield from _path(context, f"{vocabulary}-{term.id}", label, selected(context.showcase, asked).refs)


def _by_place(context: Context) -> Iterator[FrontDoorPath]:
    towns = [ref for ref in context.showcase.names(Place) if _is_town(context.showcase, ref)]
    for ref in sorted(towns, key=lambda one: context.link(one).text.casefold()):
        found = selected(context.showcase, Questions(places=(ref,))).refs
        yield from _path(context, f"place-{ref.id}", context.link(ref), found)


@settled
def _is_town(showcase: Showcase, ref: AnyRef) -> bool:
    return showcase.facts(ref, Place).form == _TOWN


def _by_nature(context: Context) -> Iterator[FrontDoorPath]:
    """By what those are who asked before."""
    bodies: dict[str, list[AnyRef]] = {}
    for ref in context.showcase.names(Organisation):
        bodies.setdefault(_nature(context.showcase, ref), []).append(ref)
    done = frozenset(selected(context.showcase, Questions()).refs)
    for nature in NATURES.options:
        if nature not in UNIVERSITIES:
            taking_part = dict.fromkeys(
                one for ref in bodies.get(nature, ()) for one in with_partner(context.showcase, ref)
            )
            label = Piece(sentence_case(NATURES.label(nature, context.words)))
            yield from _path(context, f"asker-{nature}", label, [one for one in taking_part if one in done])


@settled
def _nature(showcase: Showcase, ref: AnyRef) -> str:
    return showcase.facts(ref, Organisation).nature or ""


def _path(context: Context, anchor: str, label: Piece, found: Iterable[AnyRef]) -> Iterator[FrontDoorPath]:
    """One answer, where something was done for it: the newest works, and the offices of those who did most of it."""
    refs = sorted((ref for ref in found if is_told(context, ref)), key=lambda ref: (-placed_on(context, ref), str(ref)))
    if not refs:
        return
    works = tuple(ListItem(context.link(ref), note=(Piece(summary_of(context, ref)),)) for ref in refs[:_WORKS])
    yield FrontDoorPath(anchor, label.text, label.lang, _answer(context, label.text, refs), works)


def _answer(context: Context, about: str, refs: list[AnyRef]) -> Inline:
    """Whom to write to: the mailbox of a work itself, then those of the universities that do most of them."""
    acting = Counter(one for ref in refs for one in context.showcase.universities_acting_in(ref))
    universities = sorted(acting, key=lambda ref: (-acting[ref], str(ref)))
    offices = (*refs[:_WORKS], *universities)
    said = [one for ref in offices if (one := _office(context, ref, about))][:_OFFICES]
    if said:
        return context.phrase("Write to: {offices}.", offices=joined("; ", said))
    contact = context.showcase.settings.owner.contact
    if contact != PLACEHOLDER:
        return context.phrase("Write to: {offices}.", offices=_mailbox(context, contact, about))
    names = context.listed(context.link(ref) for ref in universities[:_OFFICES])
    if not names:
        return (Piece(context.words.text("Nobody has given an address to write to about this.")),)
    message = N_("Nobody has given an address to write to about this. It is done by {universities}.")
    return context.phrase(message, universities=names)


def _office(context: Context, ref: AnyRef, about: str) -> Inline:
    """The mailbox that a record gives, with whose it is."""
    address, note = _contact(context, ref)
    if not address:
        return ()
    mailbox = _mailbox(context, address, about)
    said = context.phrase("{name}, {mailbox}", name=context.link(ref), mailbox=mailbox)
    return (*said, Piece(" ("), *inline_of(note), Piece(")")) if note else said


@settled
def _contact(context: Context, ref: AnyRef) -> tuple[str, Plain]:
    """The mailbox that a record gives to everybody, "" without one, and what it says of it."""
    facts = context.showcase[ref].facts
    if not facts.contact or facts.declared["contact"].private:
        return "", ()
    return facts.contact, plain((context.localised(facts.contact_note),) if facts.contact_note else ())


def _mailbox(context: Context, mailbox: str, about: str) -> Piece:
    subject = context.words.text("A need: {about}", about=about) if about else context.words.text("A need")
    return Piece(mailbox, href=f"mailto:{mailbox}?subject={quote(subject)}")
