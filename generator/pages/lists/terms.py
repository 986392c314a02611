"""The page of a vocabulary's entry: the records it classifies."""

from generator.fields.values import Term
from generator.kinds.catalogue import KINDS, kind_of
from generator.pages.lists.listing import rows
from generator.presenters.doings import in_numbers
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.listed import classified_by
from generator.view.bodies import ListBody, ListGroup
from generator.view.lists import Name
from generator.view.text import Piece


def used_terms(context: Context) -> tuple[Term, ...]:
    """The entries that classify a record with a page in this language, in the order of their vocabularies."""
    return tuple(Term(vocabulary, id_) for vocabulary, id_ in _used(context))


@settled
def _used(context: Context) -> tuple[tuple[str, str], ...]:
    """The same by their names."""
    found = []
    for name, vocabulary in context.showcase.vocabularies.items():
        terms = (Term(name, one.id) for one in vocabulary.terms)
        found += [(name, term.id) for term in terms if classified_by(context, term)]
    return tuple(found)


def term_body(context: Context, term: Term) -> ListBody:
    """The records an entry classifies, by kind."""
    refs = classified_by(context, term)
    groups = []
    for kind in KINDS:
        listed = [ref for ref in refs if kind_of(ref) is kind]
        if listed:
            groups.append(rows(context, kind.folder, Piece(context.words.text(kind.plural)), listed))
    return ListBody(
        title=_title(context, term),
        lead=in_numbers(context, refs),
        groups=tuple(groups),
    )


def _title(context: Context, term: Term) -> str:
    """Its label; with the vocabulary that it is of, where another has an entry of the same label."""
    label = context.term_label(term).text
    entries = (Term(name, one.id) for name, found in context.showcase.vocabularies.items() for one in found.terms)
    if not any(context.term_label(one).text.casefold() == label.casefold() for one in entries if one != term):
        return label
    vocabulary = context.localised(context.showcase.vocabularies[term.vocabulary].title)
    return context.words.text("{label}: {value}", label=vocabulary.text, value=label)


def terms_body(context: Context) -> ListBody:
    """Every entry in use, by vocabulary."""
    groups = []
    for name, vocabulary in context.showcase.vocabularies.items():
        used = [term for term in used_terms(context) if term.vocabulary == name]
        if used:
            listed = tuple(_name(context, term) for term in used)
            groups.append(ListGroup(name, context.localised(vocabulary.title), listed, "columns"))
    return ListBody(
        context.words.text("Topics"),
        context.words.text("What universities do with society, by subject and by whom it is for."),
        tuple(groups),
    )


def _name(context: Context, term: Term) -> Name:
    """An entry, and how many pages it classifies."""
    number = len(classified_by(context, term))
    said = context.words.count("{number} page", "{number} pages", number)
    return Name(context.term(term), context.words.number(number), said)
