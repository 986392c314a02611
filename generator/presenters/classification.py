"""How a record is classified: the entries of the vocabularies, each a link to the records that share it."""

from generator.content.record import Record
from generator.kinds.types.values import Term
from generator.text.context import Context
from generator.view.text import Fact, Piece


def term_label(context: Context, term: Term) -> Piece:
    """The entry's name."""
    found = context.showcase.vocabularies[term.vocabulary].entry(term.id)
    return context.localised(found.label) if found else Piece(term.id)


def term_link(context: Context, term: Term) -> Piece:
    """The entry as a link to its page."""
    label = term_label(context, term)
    return Piece(label.text, context.urls.href(context.urls.term(term, context.language)), label.lang)


def classification_rows(context: Context, record: Record) -> tuple[Fact, ...]:
    """The entries that classify a record, and whose choice they are."""
    facts, kind = record.facts, type(record.facts)
    fields = {
        "topics": facts.topics,
        "fields_of_action": facts.fields_of_action,
        "engagement": facts.engagement,
        "sdgs": facts.sdgs,
        "audiences": facts.audiences,
    }
    told = [
        Fact(context.label(kind, name), (context.listed(term_link(context, term) for term in terms),))
        for name, terms in fields.items()
        if terms
    ]
    if facts.plan_areas:
        told.append(Fact(context.label(kind, "plan_areas"), tuple((context.link(ref),) for ref in facts.plan_areas)))
    return (*told, *context.facts(record, "classification")) if told else ()
