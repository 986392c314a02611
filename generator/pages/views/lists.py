"""The list of each kind, grouped the way its readers look for things."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from generator.content.kinds.agreement import Agreement
from generator.content.kinds.network import FORM as NETWORK_FORM
from generator.content.kinds.network import Network
from generator.content.kinds.organisation import NATURE, Organisation
from generator.content.kinds.record import Kind
from generator.content.kinds.source import Source
from generator.content.record import Record
from generator.pages.context import Context, text_of
from generator.pages.views.agreement import ending, form, parties, status_label
from generator.pages.views.entries import entry
from generator.showcase.lifecycle import AGREEMENT_GROUPS, Standing
from generator.view import Group, Inline, ListMain, Piece, Register, RegisterMain

_REGISTER_STATES = {
    "expiring": "near",
    "in-force": "on",
    "upcoming": "on",
    "undeterminable": "unknown",
    "renewed": "past",
    "expired": "past",
    "ended": "past",
    "not-signed": "plan",
}


def records_of(context: Context, kind: type[Kind]) -> tuple[Record, ...]:
    """The records of a kind that have a page in this language, by title."""
    found = (record for record in context.showcase.of(kind) if context.has_page(record))
    return tuple(sorted(found, key=lambda record: context.title(record).text.casefold()))


def list_main(context: Context, kind: type[Kind], records: tuple[Record, ...]) -> ListMain | RegisterMain:
    """The page that lists `records` of a kind: all of them, or those a choice leaves."""
    if kind is Agreement:
        return _register(context, records)
    return ListMain(
        title=context.words.text(kind.plural),
        lead=context.words.count("{number} record.", "{number} records.", len(records)),
        groups=tuple(_groups(context, kind, records)),
        note=_elsewhere(context, kind),
    )


def _elsewhere(context: Context, kind: type[Kind]) -> Inline:
    """How many records are missing here because they have no words in this language."""
    missing = sum(not context.has_page(record) for record in context.showcase.of(kind))
    if not missing:
        return ()
    said = context.words.count(
        "{number} more is not available in this language.", "{number} more are not available in this language.", missing
    )
    return (Piece(said),)


_GROUPED = {Organisation: ("nature", NATURE), Network: ("form", NETWORK_FORM)}
"""The kinds whose list is divided, by which field, and its choices."""


def _groups(context: Context, kind: type[Kind], records: tuple[Record, ...]) -> Iterable[Group]:
    if kind in _GROUPED:
        name, choices = _GROUPED[kind]
        for value, heading in choices.headings.items():
            members = [record for record in records if getattr(record.facts, name) == value]
            if members:
                yield _group(context, context.words.text(heading), members)
        return
    yield _group(context, "", sorted(records, key=_newest) if kind is Source else records)


def _newest(record: Record) -> tuple[int, str]:
    date = cast(Source, record.facts).date
    return (-date.first.toordinal() if date else 0, record.ref.id)


def _group(context: Context, heading: str, records: Iterable[Record]) -> Group:
    """The records under a heading, which says already what each of them is."""
    entries = (entry(context, record) for record in records)
    return Group(heading, "", tuple(replace(one, kicker=()) if heading else one for one in entries))


def _register(context: Context, records: tuple[Record, ...]) -> RegisterMain:
    text = context.words.text
    standings = {record.ref: context.showcase.standing(record) for record in records}
    groups = []
    for status in AGREEMENT_GROUPS:
        members = [record for record in records if standings[record.ref].status == status]
        if members:
            members.sort(key=lambda record: _by_end(standings[record.ref]))
            rows = tuple(_row(context, record, standings[record.ref]) for record in members)
            heading = text(AGREEMENT_GROUPS[status])
            caption, note = text("Agreements: {status}", status=heading), _status_note(context, status)
            groups.append(Register(status, _REGISTER_STATES[status], heading, caption, note, rows))
    return RegisterMain(
        title=text("Register of agreements"),
        lead=context.words.count(
            "{number} agreement, with what its sources state and what they do not.",
            "{number} agreements, with what their sources state and what they do not.",
            len(records),
        ),
        head=(text("Agreement"), text("Form"), text("Signed on"), text("Until"), text("Status")),
        groups=tuple(groups),
        note=(
            *context.computed_on(),
            *_elsewhere(context, Agreement),
        ),
    )


def _by_end(standing: Standing) -> tuple[bool, int]:
    end = standing.end
    return (end is None, end.last.toordinal() if end else 0)


def _status_note(context: Context, status: str) -> str:
    if status == "undeterminable":
        return context.words.text("The sources do not say enough to tell whether they are still in force.")
    if status == "not-signed":
        return context.words.text("Announced, presented or approved: no source says that they were signed.")
    return ""


def _row(context: Context, record: Record, standing: Standing) -> tuple[Inline, ...]:
    facts = cast(Agreement, record.facts)
    signed: Inline = (context.day(facts.signed_on),) if facts.signed_on else ()
    if not signed and facts.stage == "signed":
        signed = (context.not_stated(),)
    elif not signed and facts.announced_on:
        signed = context.phrase("announced {on_day}", on_day=context.dated("on", facts.announced_on))
    who = (Piece(text_of(parties(context, facts))),)
    return (
        (context.title(record, linked=True), *who),
        (Piece(form(context, facts)),),
        signed,
        (context.day(facts.ended_on),) if standing.status == "ended" and facts.ended_on else ending(context, standing),
        (Piece(status_label(context, standing)),),
    )
