"""Networks and calls: who stands behind them, and where they stand."""

from typing import cast

from generator.content.record import Record
from generator.kinds.call import Call
from generator.kinds.network import FORM, RECOGNITION, Network, Recognition
from generator.presenters.sections import Sections, bullets, rows, sentence_case
from generator.showcase.status import CALL_STATUSES
from generator.text.context import Context, text_of
from generator.view.bodies import KeyFact
from generator.view.parts import Facts, Paragraph, Part
from generator.view.text import Fact, Piece


def network(context: Context, record: Record) -> Sections:
    """Tell a network or a cluster."""
    facts = cast(Network, record.facts)
    return Sections(
        kicker=sentence_case(context.words.text(FORM.labels[facts.form])) if facts.form else "",
        key_facts=_key_facts(context, facts),
        what=rows(context, record, "form", "sector", "legal_form", "governance"),
        who=rows(context, record, "proposer", "coordinator", "founders", "members", "other_members"),
        when=_when(context, record, facts),
        purpose=bullets(context, record, "aims"),
    )


def call(context: Context, record: Record) -> Sections:
    """Tell a call."""
    facts = cast(Call, record.facts)
    computed = context.computed_on()
    status = call_status(context, record)
    issuer = (KeyFact(context.link(facts.issued_by), context.words.text("issued by")),) if facts.issued_by else ()
    return Sections(
        kicker=context.words.text("Call"),
        key_facts=(*issuer, KeyFact(Piece(status), text_of(computed), strong=True)),
        who=rows(context, record, "issued_by", "addressed_to"),
        when=(
            Paragraph((Piece(status),), "state"),
            Paragraph(computed, "note"),
            *rows(context, record, "opens_on", "deadline", "deadline_note"),
        ),
        taking_part=rows(context, record, "official_url"),
        figures=rows(context, record, "budget"),
    )


def call_status(context: Context, record: Record) -> str:
    """The status of a call in words."""
    return sentence_case(context.words.text(CALL_STATUSES[context.showcase.call_status(record).name]))


def recognition_status(context: Context, facts: Network) -> str:
    """Whether a network is recognised, in words; "" where nobody says."""
    if facts.recognition is None:
        return ""
    label = context.words.text(RECOGNITION.labels[facts.recognition.state])
    return context.words.text("Recognition: {state}", state=label)


def _key_facts(context: Context, facts: Network) -> tuple[KeyFact, ...]:
    coordinator: tuple[KeyFact, ...] = ()
    if facts.coordinator:
        coordinator = (KeyFact(context.link(facts.coordinator), context.words.text("coordinator")),)
    status = recognition_status(context, facts)
    return (
        *coordinator,
        *((KeyFact(Piece(status), context.words.text("as its sources put it"), strong=True),) if status else ()),
    )


def _when(context: Context, record: Record, facts: Network) -> tuple[Part, ...]:
    stated = list(context.facts(record, "constituted_on"))
    if facts.recognition is None:
        stated += context.facts(record, "recognition")
    else:
        for name in ("state", "ordinal", "by", "on"):
            said = context.value(facts.recognition, name)
            if not said and not record.states(f"recognition.{name}"):
                said = ((context.not_stated(),),)
            if said:
                stated.append(Fact(context.label(Recognition, name), said))
    return (Facts(tuple(stated)),) if stated else ()
