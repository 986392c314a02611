"""An agreement: the parties, its life on the day, what it is for."""

from collections.abc import Iterable, Iterator

from generator.charts.agreement_bar import validity
from generator.content.record import Record
from generator.fields.values import AnyRef, Day
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import NO_RECORD, TERM_PASSED, UNSIGNED_RENEWAL, UPCOMING
from generator.kinds.person import Person, Role
from generator.kinds.signatory import Signatory
from generator.presenters.person import names_the_body, role_on
from generator.presenters.presenter import Drawn, Presenter
from generator.presenters.sections import Instead, Sections, Shown, labelled, row
from generator.showcase.course import is_cut_short, may_be_over
from generator.showcase.placed import known
from generator.showcase.status import Status, start_of
from generator.text.context import Context
from generator.text.endings import based, course, days_left, ending
from generator.text.inline import capital, joined, text_of
from generator.text.marks import marks
from generator.text.when import either_dated, happened, statuses_on
from generator.view.parts import Validity
from generator.view.record_page import KeyFact, Window
from generator.view.text import Fact, Inline, Piece
from generator.words import N_

_AGREED = ("duration", "duration_note", "until", "extension", "renewal", "renewal_note")
"""What is agreed of how long it lasts, which nothing comes of where it is ended or followed before its time."""


class AgreementPresenter(Presenter[Agreement]):
    """Tells an agreement."""

    def sections(self, context: Context, record: Record[Agreement]) -> Sections:
        facts, status = record.facts, context.showcase.status(record)
        bar = validity(context, facts, status)
        unparted = (one for one in facts.signatories if one.on_behalf_of not in facts.parties)
        signatories = (_signatory_row(context, one, record) for one in unparted)
        counted_from = status.end.counted_from if status.end else None
        note: Inline = context.phrase(counted_from.estimate.note) if counted_from else ()
        note = joined(" ", (note, statuses_on(context, record.ref)))
        return Sections(
            kicker=self.kicker(context, record),
            window=Window((*_parties(context, record), standing(context, record, bar)), bar, note),
            instead={
                **self.in_kicker(record),
                **_signed(facts),
                **_had_been_agreed(context, record, status),
                **(_on_the_bar(facts, status) if bar else {}),
                "parties": (),
                "act": _act(context, record),
                "signatories": tuple(_signatories(context, record, signatories)),
            },
            after={"when": _end(context, record, status, bar)},
            told=frozenset(_told(context, record)),
            missed=frozenset({"renewal"} if status.name == TERM_PASSED else ()),
        )

    def drawn(self, context: Context, record: Record[Agreement]) -> Drawn | None:
        """Its life, where both ends are known."""
        status = context.showcase.status(record)
        start, bar = start_of(record.facts), validity(context, record.facts, status)
        if not (start and bar and status.end and status.end.day):
            return None
        said = context.sentence(
            "{title}: {start} {end}",
            title=context.title(record, short=True),
            start=(*either_dated(context, "from", start.days), *context.deduced(start.deduced)),
            end=based(context, status.end, context.dated("to", status.end.day)),
        )
        return said, bar

    def item_kicker(self, context: Context, record: Record[Agreement]) -> Inline:
        return (Piece(self.kicker(context, record)),)

    def item_note(self, context: Context, record: Record[Agreement]) -> Inline:
        names = Piece(text_of(parties(context, record.facts)))
        return context.phrase("{parties} · {status}", parties=names, status=self.item_brief(context, record))

    def item_brief(self, context: Context, record: Record[Agreement]) -> Inline:
        said, status = (Piece(context.status(record)),), context.showcase.status(record)
        return (
            context.phrase("{status}, {course}", status=said, course=course(context, status)) if status.part else said
        )


def parties(context: Context, facts: Agreement) -> Inline:
    """The parties as links, as a sentence lists them."""
    return context.listed(context.link(ref) for ref in facts.parties)


def _signed(facts: Agreement) -> Instead:
    """That it is signed needs no line of its own where the day of its signature says it."""
    return {"stage": ()} if facts.stage == "signed" and known(facts, "signed_on", Day) else {}


def _act(context: Context, record: Record[Agreement]) -> Shown:
    """The act that approved it: whose, its number, its day, where it can be read."""
    act = record.facts.act
    said = joined(", ", (value for name in act.declared for value in context.value(act, name))) if act else ()
    return row(context, record, "act", said)


def _parties(context: Context, record: Record[Agreement]) -> Iterator[KeyFact]:
    """Each party, and who signed for it."""
    for ref in record.facts.parties:
        signing = (_signatory(context, one, record) for one in record.facts.signatories if one.on_behalf_of == ref)
        names = joined(", ", signing)
        if names:
            said = context.phrase("signed by {names}", names=names)
            yield KeyFact(context.link(ref), said, marks(context, record, "parties", "signatories"))
        else:
            yield KeyFact(context.link(ref), marks=marks(context, record, "parties"))


def standing(context: Context, record: Record[Agreement], bar: Validity | None) -> KeyFact:
    """Where it stands on the day: how long it goes on; when it ends or ended, where no bar shows that."""
    status = context.showcase.status(record)
    is_over = may_be_over(context.showcase, status)
    counts = status.end is not None and (status.end.exact or bool(status.part)) and not is_over
    left = days_left(context, status) if status.days_left and counts else ""
    start = start_of(record.facts) if status.name == UPCOMING and not bar else None
    said = happened(context, start) if start else course(context, status)
    said = () if bar and (left or bar.end == text_of(said)) else said
    told = joined("; ", filter(None, (said, (Piece(left),) if left else ())))
    return KeyFact(Piece(context.status(record)), told, marks(context, record, *_rests_on(record, status)), strong=True)


def _rests_on(record: Record[Agreement], status: Status) -> Iterator[str]:
    """The fields that its status follows from; that nobody documents it follows from none."""
    if status.name == NO_RECORD:
        return
    if start := start_of(record.facts):
        yield start.field
    if status.end:
        yield status.end.basis
        if status.end.basis not in ("until", "ended_on"):
            yield "duration"


def _on_the_bar(facts: Agreement, status: Status) -> Instead:
    """The dates that the bar shows, which need no row."""
    start, end = start_of(facts), status.end
    return {one: () for one in (start.field if start else "", end.basis if end and not end.extended else "") if one}


def _had_been_agreed(context: Context, record: Record[Agreement], status: Status) -> Instead:
    """Of what was ended or followed before its time, what had been agreed of it: as that, not as what holds."""
    if not is_cut_short(context.showcase, status):
        return {}
    return labelled(context, record, _AGREED, N_("{label} (as had been agreed)"))


def _told(context: Context, record: Record[Agreement]) -> Iterator[AnyRef]:
    """Whom the window has signing, and what renewed it, which has a row."""
    yield from (one.person for one in record.facts.signatories if one.person)
    yield from (one.ref for one in context.showcase.renewals(record))


def _signatories(context: Context, record: Record[Agreement], told: Iterable[Inline]) -> Iterator[Fact]:
    """Those who signed for no party that the window has."""
    if values := tuple(told):
        yield Fact(context.label(Agreement, "signatories"), values)


def _signatory_row(context: Context, signatory: Signatory, record: Record[Agreement]) -> Inline:
    """Who signed, and for which party."""
    said = capital(_signatory(context, signatory, record))
    if signatory.on_behalf_of is None:
        return said
    role = signatory.role or (held.title if (held := _held(context, signatory, record)) else None)
    if role and names_the_body(context, context.localised(role).text, signatory.on_behalf_of):
        return said
    return (*said, Piece(", "), context.link(signatory.on_behalf_of))


def _signatory(context: Context, signatory: Signatory, record: Record[Agreement]) -> Inline:
    """Who signed, with all that is known of that but for whom: the line or the row says it."""
    return context.whole(signatory, _who(context, signatory, record), "person", "role", "on_behalf_of")


def _who(context: Context, signatory: Signatory, record: Record[Agreement]) -> Inline:
    """A role without a name, or a person with the public role held then and the day it is attested for."""
    if signatory.role:
        return context.phrase("the {role} (name not given here)", role=context.localised(signatory.role))
    if signatory.person is None:
        return ()
    person, role = context.link(signatory.person), _held(context, signatory, record)
    if role is None:
        return (person,)
    title, deduced = context.localised(role.title), context.words.text("deduced date") if role.deduced_date else ""
    as_of = joined(", ", filter(None, (context.dated("as of", role.attested_on), (Piece(deduced),) if deduced else ())))
    return context.phrase("{person} ({role}, {as_of})", person=person, role=title, as_of=as_of)


def _held(context: Context, signatory: Signatory, record: Record[Agreement]) -> Role | None:
    """The public role that who signed held then."""
    if signatory.person is None:
        return None
    placed = context.showcase.placed_in_time(record)
    facts = context.showcase.facts(signatory.person, Person)
    return role_on(facts, placed.first if placed else None, signatory.on_behalf_of)


def _end(context: Context, record: Record[Agreement], status: Status, bar: Validity | None) -> Shown:
    """The end that is computed, where no bar shows it, and what renewed it, or would once it is known to be signed."""
    rows: list[Fact] = []
    if status.end and not bar and (status.end.basis not in ("until", "ended_on") or status.end.extended):
        rows.append(Fact(context.words.text("End"), (ending(context, status),)))
    seen = record.facts.notice.see if record.facts.notice else None  # its notice tells of it
    renewals = [
        (context.title(one, linked=True), one.facts.stage == "signed")
        for one in context.showcase.renewals(record)
        if one.ref != seen
    ]
    for heading, signed in ((N_("Renewed by"), True), (UNSIGNED_RENEWAL.heading, False)):
        if named := tuple((title,) for title, is_signed in renewals if is_signed == signed):
            rows.append(Fact(context.words.text(heading), named))
    return tuple(rows)
