"""An agreement: the parties, its life on the day, what it is for."""

from typing import cast

from generator.charts.agreement_bar import validity
from generator.content.record import Record
from generator.kinds.agreement import FORM, Act, Agreement, Signatory
from generator.kinds.person import Person
from generator.presenters.sections import Sections, bullets, rows, sentence_case
from generator.showcase.status import AGREEMENT_STATUSES, Status
from generator.text.context import Context
from generator.view.bodies import KeyFact
from generator.view.parts import Facts, Paragraph, Part
from generator.view.text import Fact, Inline, Piece


def agreement(context: Context, record: Record) -> Sections:
    """Tell an agreement."""
    facts = cast(Agreement, record.facts)
    status = context.showcase.status(record)
    return Sections(
        kicker=form(context, facts),
        key_facts=(*_party_key_facts(context, record, facts), _status_key_fact(context, status)),
        what=(
            *rows(context, record, "form", "form_as_named", "stage", "place", "framework", "renews"),
            *_act(context, record, facts),
        ),
        who=(Facts(_who(context, record, facts)),),
        when=_when(context, record, facts, status),
        purpose=(
            *bullets(context, record, "focus"),
            *rows(context, record, "beneficiaries"),
            *_commitments(context, record),
        ),
        figures=rows(context, record, "value", "value_note"),
    )


def form(context: Context, facts: Agreement) -> str:
    """What kind of agreement it is."""
    return sentence_case(context.words.text(FORM.labels[facts.form])) if facts.form else ""


def status_label(context: Context, status: Status) -> str:
    """The status in words."""
    return sentence_case(context.words.text(AGREEMENT_STATUSES[status.name]))


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


def _act(context: Context, record: Record, facts: Agreement) -> tuple[Part, ...]:
    """The act that approved it: whose, its number, its day, where it can be read."""
    said: list[Piece] = []
    for name in ("body", "number", "on", "url") if facts.act else ():
        values = context.value(cast(Act, facts.act), name)
        if not values and not record.states(f"act.{name}") and name in ("number", "on"):
            values = ((Piece(context.label(Act, name).lower() + ": "), context.not_stated()),)
        if values:
            said += [*((Piece(", "),) if said else ()), *values[0]]
    row = context.fact(record, "act", *((tuple(said),) if said else ()))
    return (Facts((row,)),) if row.values else ()


def _party_key_facts(context: Context, record: Record, facts: Agreement) -> tuple[KeyFact, ...]:
    """Each party, and who signed for it."""
    key_facts = []
    for ref in facts.parties:
        signing = (_signatory(context, one, facts) for one in facts.signatories if one.on_behalf_of == ref)
        names = ["".join(piece.text for piece in said) for said in signing]
        note = context.words.text("signed by {names}", names=context.words.listed(names)) if names else ""
        key_facts.append(KeyFact(context.link(ref), note))
    return tuple(key_facts)


def _status_key_fact(context: Context, status: Status) -> KeyFact:
    computed = context.sentence("computed {for_day}", for_day=context.dated("for", context.showcase.day))
    left = days_left(context, status)
    return KeyFact(Piece(status_label(context, status)), f"{left}; {computed}" if left else computed, strong=True)


def _who(context: Context, record: Record, facts: Agreement) -> tuple[Fact, ...]:
    signatories = tuple(_signatory_row(context, one, facts) for one in facts.signatories)
    found = (context.fact(record, "parties"), context.fact(record, "signatories", *signatories))
    return tuple(row for row in found if row.values)


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
    roles = context.showcase.facts(signatory.person, Person).roles
    held = [role for role in roles if role.organisation == signatory.on_behalf_of] or list(roles)
    if not held:
        return (person,)
    signed = facts.signed_on or facts.announced_on
    role = min(held, key=lambda one: abs((one.attested_on.first - signed.first).days) if signed else 0)
    title, as_of = context.localised(role.title), context.dated("as of", role.attested_on)
    return context.phrase("{person}, {role} {as_of}", person=person, role=title, as_of=as_of)


def _when(context: Context, record: Record, facts: Agreement, status: Status) -> tuple[Part, ...]:
    said: list[Part] = [Paragraph((Piece(status_label(context, status)),), "state")]
    said.append(Paragraph(context.computed_on(), "note"))
    if status.end and status.end.estimated:
        estimate = context.phrase(
            "The end is an estimate: the start of effect is not stated, and the duration is counted from the signature."
        )
        said.append(Paragraph(estimate, "note"))
    if picture := validity(context, facts, status):
        said.append(picture)
    end: tuple[Fact, ...] = ()
    if status.end and not facts.until:
        left = days_left(context, status)
        said_end = (*ending(context, status), *((Piece(f" ({left})"),) if left else ()))
        end = (Fact(context.words.text("Computed end"), (said_end,)),)
    stated = context.facts(
        record,
        *("signed_on", "announced_on", "effective_on", "duration", "until", "duration_note"),
        *("renewal", "renewal_note", "ended_on"),
    )
    renewals = [link.record for link in context.showcase.referring(record.ref) if link.location == ("renews",)]
    renewed = tuple((context.title(one, linked=True),) for one in renewals)
    renewed_by = (Fact(context.words.text("Renewed by"), renewed),) if renewed else ()
    return (*said, Facts((*stated, *end, *renewed_by)))


def _commitments(context: Context, record: Record) -> tuple[Part, ...]:
    listed = bullets(context, record, "commitments")
    if not listed:
        return ()
    return (Paragraph((Piece(context.words.text("What the parties undertake:")),)), *listed)
