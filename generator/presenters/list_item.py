"""A record as an entry of a list: enough to choose it."""

from generator.content.record import Record
from generator.kinds.agreement import Agreement
from generator.kinds.call import Call
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere, Undertaking
from generator.kinds.network import Network
from generator.kinds.organisation import NATURE, Organisation
from generator.kinds.person import Person
from generator.kinds.plan import Area
from generator.kinds.source import Source
from generator.presenters.agreement import form, parties, status_label
from generator.presenters.indicator import latest
from generator.presenters.initiative import promoter
from generator.presenters.network import call_status, recognition_status
from generator.presenters.organisation import latest_roles, published_by
from generator.presenters.plan import linked_note
from generator.presenters.sections import sentence_case
from generator.text.context import Context, text_of
from generator.view.text import Entry, Fact, Inline, Piece


def entry(context: Context, record: Record) -> Entry:
    """The record's title as a link, its summary, and a line that tells it from its neighbours."""
    return Entry(
        title=context.title(record, linked=True),
        kicker=_kicker(context, record),
        summary=context.summary(record),
        facts=_facts(context, record),
        note=_note(context, record),
    )


def _kicker(context: Context, record: Record) -> Inline:
    facts = record.facts
    if isinstance(facts, Agreement):
        return (Piece(form(context, facts)),)
    if isinstance(facts, Organisation) and facts.nature:
        return (Piece(sentence_case(context.words.text(NATURE.labels[facts.nature]))),)
    if isinstance(facts, Source):
        return (context.day(facts.date),) if facts.date else (Piece(context.words.text("undated"), unknown=True),)
    return ()


def _facts(context: Context, record: Record) -> tuple[Fact, ...]:
    if isinstance(record.facts, Cantiere):
        partners = tuple((context.link(partner.organisation),) for partner in record.facts.partners)
        return (Fact(context.label(Cantiere, "partners"), partners),) if partners else ()
    return ()


def _note(context: Context, record: Record) -> Inline:
    facts = record.facts
    if isinstance(facts, Agreement):
        status = status_label(context, context.showcase.status(record))
        return context.phrase("{parties} · {status}", parties=_joined(parties(context, facts)), status=status)
    if isinstance(facts, Undertaking):
        said = promoter(context, record)
        return context.phrase("Promoted by {promoter}", promoter=Piece(said[0][0].text)) if said else ()
    if isinstance(facts, Call):
        return (Piece(call_status(context, record)),)
    if isinstance(facts, Network):
        return (Piece(recognition_status(context, facts)),)
    if isinstance(facts, Area):
        return linked_note(context, record)
    if isinstance(facts, Indicator):
        return _figure_note(context, record)
    if isinstance(facts, Person):
        if not facts.roles:
            return ()
        role = latest_roles(facts)[-1]
        body = context.title(context.showcase[role.organisation])
        title, as_of = context.localised(role.title), context.dated("as of", role.attested_on)
        return context.phrase("{title}, {organisation}, {as_of}", title=title, organisation=body, as_of=as_of)
    if isinstance(facts, Source):
        return published_by(context, facts)
    return ()


def _figure_note(context: Context, record: Record) -> Inline:
    figure = latest(context, record)
    if figure is None:
        return ()
    value = Piece(context.words.text("{value} {unit}", value=figure.value, unit=figure.label))
    return (value, Piece("; "), *figure.caption)


def _joined(pieces: Inline) -> Piece:
    return Piece(text_of(pieces))
