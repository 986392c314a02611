"""An agreement: the parties, its life on the day, what it is for."""

from generator.charts.agreement_bar import validity
from generator.content.record import Record
from generator.kinds.agreement import Agreement, Signatory
from generator.kinds.agreement_statuses import UPCOMING
from generator.kinds.person import Person
from generator.presenters.person import names_the_body, role_on
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections, Shown, row
from generator.showcase.status import Status, start_of
from generator.text.context import Context
from generator.text.endings import course, days_left, ending
from generator.text.inline import capital, text_of
from generator.text.when import happened
from generator.view.bodies import KeyFact
from generator.view.parts import Bullets, Facts, Paragraph, Part
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

_ESTIMATES = {
    "signed_on": N_(
        "The end is an estimate: we count the duration from the signature, as we do not know when the agreement took "
        "effect."
    ),
    "announced_on": N_(
        "The end is an estimate: we count the duration from the announcement, as we know neither when the agreement "
        "was signed nor when it took effect."
    ),
}


class AgreementPresenter(Presenter[Agreement]):
    """Tells an agreement."""

    def sections(self, context: Context, record: Record[Agreement]) -> Sections:
        facts, status = record.facts, context.showcase.status(record)
        signatories = (_signatory_row(context, one, record) for one in facts.signatories)
        return Sections(
            kicker=self.kicker(context, record),
            key_facts=(*_party_key_facts(context, record), _status_key_fact(context, record, status)),
            instead={
                **({"stage": ()} if facts.stage == "signed" else {}),  # its status and its dates say it
                "act": _act(context, record),
                "signatories": row(context, record, "signatories", *signatories),
                "commitments": _commitments(context, facts),
            },
            before={"when": _life(context, record, status)},
            after={"when": _end(context, record, status)},
        )

    def item_kicker(self, context: Context, record: Record[Agreement]) -> Inline:
        return (Piece(self.kicker(context, record)),)

    def item_note(self, context: Context, record: Record[Agreement]) -> Inline:
        names, status = Piece(text_of(parties(context, record.facts))), context.showcase.status(record)
        said: Inline = (Piece(context.status(record)),)
        if status.part:
            said = context.phrase("{status}, {course}", status=said, course=course(context, status))
        return context.phrase("{parties} · {status}", parties=names, status=said)


def parties(context: Context, facts: Agreement) -> Inline:
    """The parties as links, as a sentence lists them."""
    return context.listed(context.link(ref) for ref in facts.parties)


def _act(context: Context, record: Record[Agreement]) -> tuple[Part, ...]:
    """The act that approved it: whose, its number, its day, where it can be read."""
    act = record.facts.act
    said: list[Piece] = []
    for name in ("body", "number", "on", "url") if act else ():
        values = context.value(act, name) if act else ()
        if values:
            said += [*((Piece(", "),) if said else ()), *values[0]]
    fact = context.fact(record, "act", *((tuple(said),) if said else ()))
    return (Facts((fact,)),) if fact.values else ()


def _party_key_facts(context: Context, record: Record[Agreement]) -> tuple[KeyFact, ...]:
    """Each party, and who signed for it."""
    key_facts = []
    for ref in record.facts.parties:
        signing = (_signatory(context, one, record) for one in record.facts.signatories if one.on_behalf_of == ref)
        names = [text_of(said) for said in signing]
        note = context.words.text("signed by {names}", names=context.words.listed(names)) if names else ""
        key_facts.append(KeyFact(context.link(ref), note))
    return tuple(key_facts)


def _status_key_fact(context: Context, record: Record[Agreement], status: Status) -> KeyFact:
    computed = text_of(context.dated("as of", context.showcase.day))
    left = days_left(context, status) if status.days_left else ""
    start = start_of(record.facts) if status.name == UPCOMING else None
    said = (text_of(happened(context, start) if start else course(context, status)), left, computed)
    return KeyFact(Piece(context.status(record)), "; ".join(filter(None, said)), strong=True)


def _signatory_row(context: Context, signatory: Signatory, record: Record[Agreement]) -> Inline:
    """Who signed, and for which party."""
    said = capital(_signatory(context, signatory, record))
    if signatory.on_behalf_of is None:
        return said
    body = context.link(signatory.on_behalf_of)
    if names_the_body(text_of(said), body.text):
        return said
    return (*said, Piece(", "), body)


def _signatory(context: Context, signatory: Signatory, record: Record[Agreement]) -> Inline:
    """Who signed: a role without a name, or a person with the public role held then and the day it is attested for."""
    if signatory.role:
        return context.phrase("the {role} (name not given here)", role=context.localised(signatory.role))
    if signatory.person is None:
        return ()
    person = context.link(signatory.person)
    held = context.showcase.facts(signatory.person, Person)
    placed = context.showcase.placed_in_time(record)
    role = role_on(held, placed.first if placed else None, signatory.on_behalf_of)
    if role is None:
        return (person,)
    deduced = placed is not None and placed.deduced and role.attested_on in placed.days
    title, on_day = context.localised(role.title), (*context.dated("on", role.attested_on), *context.deduced(deduced))
    return context.phrase("{person}, {role} {on_day}", person=person, role=title, on_day=on_day)


def _life(context: Context, record: Record[Agreement], status: Status) -> tuple[Part, ...]:
    """Where it stands on the day, in words and as a bar."""
    said: list[Part] = [Paragraph((Piece(context.status(record)),), "state")]
    said.append(Paragraph(context.computed_on(), "note"))
    if status.end and status.end.estimated:
        said.append(Paragraph(context.phrase(_ESTIMATES[status.end.basis]), "note"))
    if picture := validity(context, record.facts, status):
        said.append(picture)
    return tuple(said)


def _end(context: Context, record: Record[Agreement], status: Status) -> Shown:
    """The end that is computed, and what renewed it."""
    rows: list[Fact] = []
    if status.end and (status.end.basis not in ("until", "ended_on") or status.end.term):
        left = days_left(context, status)
        said_end = (*ending(context, status), *((Piece(f" ({left})"),) if left else ()))
        rows.append(Fact(context.words.text("End"), (said_end,)))
    if renewed := tuple((context.title(one, linked=True),) for one in context.showcase.renewals(record)):
        rows.append(Fact(context.words.text("Renewed by"), renewed))
    return tuple(rows)


def _commitments(context: Context, facts: Agreement) -> tuple[Part, ...]:
    listed = context.value(facts, "commitments")
    if not listed:
        return ()
    return (Paragraph((Piece(context.words.text("What the parties commit to:")),)), Bullets(listed))
