"""An agreement: the parties, its life on the day, what it is for."""

from generator.charts.agreement_bar import validity
from generator.content.record import Record
from generator.kinds.agreement import Agreement, Signatory
from generator.kinds.person import Person
from generator.presenters.person import role_on
from generator.presenters.presenter import Presenter
from generator.presenters.sections import Sections, Shown, row
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.bodies import KeyFact
from generator.view.parts import Bullets, Facts, Paragraph, Part
from generator.view.text import Fact, Inline, Piece


class AgreementPresenter(Presenter[Agreement]):
    """Tells an agreement."""

    def sections(self, context: Context, record: Record[Agreement]) -> Sections:
        facts, status = record.facts, context.showcase.status(record)
        signatories = (_signatory_row(context, one, facts) for one in facts.signatories)
        return Sections(
            kicker=self.kicker(context, record),
            key_facts=(*_party_key_facts(context, facts), _status_key_fact(context, record, status)),
            instead={
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
        names = Piece(text_of(parties(context, record.facts)))
        return context.phrase("{parties} · {status}", parties=names, status=context.status(record))


def parties(context: Context, facts: Agreement) -> Inline:
    """The parties as links, as a sentence lists them."""
    return context.listed(context.link(ref) for ref in facts.parties)


def ending(context: Context, status: Status) -> Inline:
    """When it ends, and whether that is an estimate."""
    end = status.end
    if end is None:
        return (context.not_stated(),)
    if end.day is None:
        between, and_ = context.dated("between", end.first), context.dated("and", end.last)
        return context.phrase("{between} {and_}", between=between, and_=and_)
    day = context.day(end.day)
    return context.phrase("{day}, estimated", day=day) if end.estimated else (day,)


def days_left(context: Context, status: Status) -> str:
    """How many days are left, if it has not ended."""
    left = status.days_left
    if left is None or status.end is None:
        return ""
    if status.end.exact:
        return context.words.count("{number} day left", "{number} days left", left)
    return context.words.count("at most {number} day left", "at most {number} days left", left)


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


def _party_key_facts(context: Context, facts: Agreement) -> tuple[KeyFact, ...]:
    """Each party, and who signed for it."""
    key_facts = []
    for ref in facts.parties:
        signing = (_signatory(context, one, facts) for one in facts.signatories if one.on_behalf_of == ref)
        names = ["".join(piece.text for piece in said) for said in signing]
        note = context.words.text("signed by {names}", names=context.words.listed(names)) if names else ""
        key_facts.append(KeyFact(context.link(ref), note))
    return tuple(key_facts)


def _status_key_fact(context: Context, record: Record[Agreement], status: Status) -> KeyFact:
    computed = context.sentence("computed {for_day}", for_day=context.dated("for", context.showcase.day))
    left = days_left(context, status)
    return KeyFact(Piece(context.status(record)), f"{left}; {computed}" if left else computed, strong=True)


def _signatory_row(context: Context, signatory: Signatory, facts: Agreement) -> Inline:
    """Who signed, and for which party."""
    said = _signatory(context, signatory, facts)
    if signatory.on_behalf_of is None:
        return said
    return (*said, *context.phrase(", for {organisation}", organisation=context.link(signatory.on_behalf_of)))


def _signatory(context: Context, signatory: Signatory, facts: Agreement) -> Inline:
    """Who signed: a role, or a person with the public role held then and the day that is attested for."""
    if signatory.role:
        return (context.localised(signatory.role),)
    if signatory.person is None:
        return ()
    person = context.link(signatory.person)
    held = context.showcase.facts(signatory.person, Person)
    role = role_on(held, facts.signed_on or facts.announced_on, signatory.on_behalf_of)
    if role is None:
        return (person,)
    title, as_of = context.localised(role.title), context.dated("as of", role.attested_on)
    return context.phrase("{person}, {role} {as_of}", person=person, role=title, as_of=as_of)


def _life(context: Context, record: Record[Agreement], status: Status) -> tuple[Part, ...]:
    """Where it stands on the day, in words and as a bar."""
    said: list[Part] = [Paragraph((Piece(context.status(record)),), "state")]
    said.append(Paragraph(context.computed_on(), "note"))
    if status.end and status.end.estimated:
        estimate = context.phrase(
            "The end is an estimate: the start of effect is not stated, and the duration is counted from the signature."
        )
        said.append(Paragraph(estimate, "note"))
    if picture := validity(context, record.facts, status):
        said.append(picture)
    return tuple(said)


def _end(context: Context, record: Record[Agreement], status: Status) -> Shown:
    """The end that is computed, and what renewed it."""
    rows: list[Fact] = []
    if status.end and not record.facts.until:
        left = days_left(context, status)
        said_end = (*ending(context, status), *((Piece(f" ({left})"),) if left else ()))
        rows.append(Fact(context.words.text("Computed end"), (said_end,)))
    if renewed := tuple((context.title(one, linked=True),) for one in context.showcase.renewals(record)):
        rows.append(Fact(context.words.text("Renewed by"), renewed))
    return tuple(rows)


def _commitments(context: Context, facts: Agreement) -> tuple[Part, ...]:
    listed = context.value(facts, "commitments")
    if not listed:
        return ()
    return (Paragraph((Piece(context.words.text("What the parties undertake:")),)), Bullets(listed))
