"""“Propose a need”: by what it is about, where, or who asks, to the office that answers, with similar past works.

Every path ends at a mailbox of an office, or says that there is none, and who does such things; who answers the press
alone is said once, above all.
Whoever asks has a path: a person who asks for no body, and a body of which nothing was done for its like.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from urllib.parse import quote

from generator.content.settings_types import PLACEHOLDER
from generator.fields.values import AnyRef, Term
from generator.kinds.call import Call
from generator.kinds.case import Case
from generator.kinds.catalogue import kind_of
from generator.kinds.organisation import ASKING, NATURES, UNIVERSITIES, Organisation
from generator.kinds.place import Place
from generator.pages.lists.terms import used_terms
from generator.pages.search import search_for
from generator.personal_data.mailboxes import is_for_the_press
from generator.presenters.doings import in_most, universities_in
from generator.showcase.answers import settled
from generator.showcase.course import is_begun, is_over
from generator.showcase.measured import WHAT_IS_DONE
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, selected, with_partner
from generator.text.articles import in_sentence
from generator.text.context import Context
from generator.text.inline import Plain, filled, inline_of, joined, plain, sentence_case
from generator.text.listed import by_name, is_told, placed_on, summary_of
from generator.view.front_door import FrontDoorBody, FrontDoorPath, FrontDoorQuestion
from generator.view.text import Inline, ListItem, Piece
from generator.words import N_, NN_

NEED_SOUGHT = N_("propose, need, ask for help, collaborate, collaboration, work with the university")
_TOPICS, _AUDIENCES = "topics", "audiences"
_WORKS, _OFFICES, _NAMED = 3, 3, 8
_TOWN = "municipality"
_KINDS = (*(kind for kind in WHAT_IS_DONE if kind is not Call), Case)
"""What was done is of these kinds: a call asks others to do something."""
_DONE = NN_("It is done by {universities}.", "It is done by {universities}.")
_DONE_ELSE = NN_(
    "What else is told here is done by {universities}.", "What else is told here is done by {universities}."
)
_TO_COME = NN_(
    "Here only plans, news, calls or what is still to come speak of it; {universities} takes part.",
    "Here only plans, news, calls or what is still to come speak of it; {universities} take part.",
)
"""Who does something, of one and of several: what is asked for, other things, or nothing yet."""


def front_door(context: Context) -> FrontDoorBody:
    """The page: four questions, the answers that something was done for, and whom to write to."""
    text = context.words.text
    questions = (
        FrontDoorQuestion("topic", text("What is it about?"), tuple(_by_terms(context, _TOPICS))),
        FrontDoorQuestion("place", text("Where?"), tuple(_by_place(context))),
        FrontDoorQuestion("asker", text("Who are you?"), tuple(_by_asker(context))),
        FrontDoorQuestion("audience", text("For whom?"), tuple(_by_terms(context, _AUDIENCES))),
    )
    asked = tuple(one for one in questions if one.paths)
    return FrontDoorBody(
        title=text("Propose a need"),
        lead=text(
            "A municipality, a school, a company, an association or a person: whom to write to, and what was done."
        ),
        unanswered=() if all(_has_mailbox(path) for one in asked for path in one.paths) else _unanswered(context),
        questions=asked,
        otherwise=_otherwise(context),
    )


def _otherwise(context: Context) -> Inline:
    """Whom to write to where nothing fits: the owner, where there is a mailbox, else who does most of what is done."""
    if owner := _owner(context, ""):
        return context.phrase("If nothing fits, write to {mailbox}.", mailbox=owner[0])
    if said := _most_of(context, universities_in(context, _done(context)), ""):
        return context.phrase("If nothing fits, this is whom to write to: {offices}.", offices=joined("; ", said))
    return context.phrase("If nothing fits: whoever runs this site has given no address to write to.")


def _has_mailbox(path: FrontDoorPath) -> bool:
    """Whether a path says whom to write to."""
    return any(one.href.startswith("mailto:") for one in path.answer)


def _unanswered(context: Context) -> Inline:
    """What a path without a mailbox means: said once; and who answers the press, by name."""
    nobody = context.phrase("Where no address is given below, nobody has given one.")
    found = by_name(context, universities_in(context, _done(context)), whole=True)
    press = [*_offices(context, found, "", of_press=True)]
    if not press:
        return nobody
    said = context.phrase("The only contacts that we have are for the press: {offices}.", offices=joined("; ", press))
    return joined(" ", (nobody, said))


def _done(context: Context) -> tuple[AnyRef, ...]:
    """All that was done and is told."""
    found = selected(context.showcase, Questions(kinds=_KINDS)).refs
    return tuple(ref for ref in found if is_told(context, ref) and _was_done(context.showcase, ref))


def _was_done(showcase: Showcase, ref: AnyRef) -> bool:
    """Whether a record tells what was done: no call, no news, no plan, and nothing that is still to come."""
    return kind_of(ref) in _KINDS and is_begun(showcase, ref)


def _by_terms(context: Context, vocabulary: str) -> Iterator[FrontDoorPath]:
    for term in (one for one in used_terms(context) if one.vocabulary == vocabulary):
        label = context.term_label(term)
        asked = Questions(topics=(term,)) if vocabulary == _TOPICS else Questions(audiences=(term,))
        yield from _path(context, f"{vocabulary}-{term.id}", label, selected(context.showcase, asked).refs)


def _by_place(context: Context) -> Iterator[FrontDoorPath]:
    towns = [ref for ref in context.showcase.names(Place) if _is_town(context.showcase, ref)]
    for ref in by_name(context, towns, whole=True):
        found = selected(context.showcase, Questions(places=(ref,))).refs
        yield from _path(context, f"place-{ref.id}", context.link(ref), found)


@settled
def _is_town(showcase: Showcase, ref: AnyRef) -> bool:
    return showcase.facts(ref, Place).form == _TOWN


def _by_asker(context: Context) -> Iterator[FrontDoorPath]:
    """Citizens; each sort of body for whose like something was done, and those that ask most; any other body."""
    done, words = _done(context), context.words
    yield _asker(context, "citizen", words.text("citizen"), _for_citizens(context, done), done)
    bodies: dict[str, list[AnyRef]] = {}
    for ref in context.showcase.names(Organisation):
        bodies.setdefault(_nature(context.showcase, ref), []).append(ref)
    for nature in NATURES.options:
        taking_part = {one for ref in bodies.get(nature, ()) for one in with_partner(context.showcase, ref)}
        works = [one for one in done if one in taking_part]
        if nature in ASKING or (works and nature not in UNIVERSITIES):
            yield _asker(context, nature, NATURES.label(nature, words), works, done)
    yield _asker(context, "other", words.text("another body"), [], done)


def _asker(context: Context, id_: str, label: str, works: Iterable[AnyRef], done: tuple[AnyRef, ...]) -> FrontDoorPath:
    """The path of who asks: where nothing was done for their like, to whoever does most of `done`."""
    anchor, name = f"asker-{id_}", Piece(sentence_case(label))
    path = next(_path(context, anchor, name, works), None)
    return path or FrontDoorPath(anchor, name.text, "", _answer(context, name.text, (), done, _DONE_ELSE), ())


def _for_citizens(context: Context, done: tuple[AnyRef, ...]) -> Iterator[AnyRef]:
    """What is classified by an entry that is for citizens."""
    entries = (
        Term(name, one.id)
        for name, vocabulary in context.showcase.vocabularies.items()
        for one in vocabulary.terms
        if one.for_citizens
    )
    found = {ref for term in entries for ref in context.showcase.names_of(term)}
    return (ref for ref in done if ref in found)


@settled
def _nature(showcase: Showcase, ref: AnyRef) -> str:
    return showcase.facts(ref, Organisation).nature or ""


def _path(context: Context, anchor: str, label: Piece, found: Iterable[AnyRef]) -> Iterator[FrontDoorPath]:
    """One answer, where something is told of it: the newest works, and the offices of those who did most of it."""
    if not (told := [ref for ref in found if is_told(context, ref)]):
        return
    done = [ref for ref in told if _was_done(context.showcase, ref)]
    newest = sorted(done, key=lambda ref: (-placed_on(context, ref), str(ref)))[:_WORKS]
    works = tuple(ListItem(context.link(ref), note=(Piece(summary_of(context, ref)),)) for ref in newest)
    answer = _answer(context, label.text, newest, done or told, _DONE if done else _TO_COME)
    elsewhere = () if works else _elsewhere(context, label.text)
    yield FrontDoorPath(anchor, label.text, label.lang, answer, works, elsewhere)


def _elsewhere(context: Context, words: str) -> Inline:
    """The way to the pages that speak of it all the same, as the projects of an award may."""
    return context.phrase("Search the whole site: {words}.", words=search_for(context, words))


def _answer(
    context: Context, about: str, works: Iterable[AnyRef], done: Iterable[AnyRef], said_of: tuple[str, str]
) -> Inline:
    """Whom to write to: the universities that do most of what is done, or else the owner; then who does a work that is
    not over. Where nobody gives an address, that, and who does such things.
    """
    universities = universities_in(context, done)
    going_on = (ref for ref in works if not is_over(context.showcase, ref))
    standing = _most_of(context, universities, about) or _owner(context, about)
    more = islice(_offices(context, going_on, about), max(_OFFICES - len(standing), 0))
    if said := [*standing, *more]:
        return context.phrase("Write to: {offices}.", offices=joined("; ", said))
    nobody = (Piece(context.words.text("We have no address to write to.")),)
    return joined(" ", (_done_by(context, universities, said_of), nobody))


def _done_by(context: Context, universities: Mapping[AnyRef, int], said_of: tuple[str, str]) -> Inline:
    """Who does what is done, in a sentence; nothing where nobody does. Of many only those who do more than all others
    are named.
    """
    if not universities:
        return ()
    count, most = context.words.count, by_name(context, in_most(universities, _NAMED), whole=True)
    names = [in_sentence(context, context.link(ref)) for ref in most]
    if not most:
        names = [Piece(count("{number} university", "{number} universities", len(universities)))]
    elif others := len(universities) - len(most):
        names.append(Piece(count("{number} other university", "{number} other universities", others)))
    said = count(*said_of, len(universities), universities="{universities}")  # as a gap, for names that are links
    return filled(said, {"universities": context.listed(names)})


def _owner(context: Context, about: str) -> list[Inline]:
    """The mailbox of the owner of the site, where there is one."""
    contact = context.showcase.settings.owner.contact
    return [(_mailbox(context, contact, about),)] if contact != PLACEHOLDER else []


def _most_of(context: Context, universities: Mapping[AnyRef, int], about: str) -> list[Inline]:
    """The mailboxes of those in most, of whom none does as much as one left out; of all, where all do as much."""
    found = {ref: number for ref, number in universities.items() if any(_offices(context, (ref,), about))}
    most = in_most(found, _OFFICES) or found
    return [*_offices(context, by_name(context, most, whole=True), about)]


def _offices(context: Context, refs: Iterable[AnyRef], about: str, *, of_press: bool = False) -> Iterator[Inline]:
    """The mailboxes that some records give: those for the press, or all others."""
    said = (_office(context, ref, about) for ref in refs if is_for_the_press(_contact(context, ref)[0]) == of_press)
    return filter(None, said)


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
