"""Who could answer: the offices of those who act in a record, never a person."""

from dataclasses import dataclass

from generator.content.record import AnyRecord
from generator.fields.declare import Group
from generator.fields.values import AnyRef
from generator.fields.web import MailboxType
from generator.text.context import Context


@dataclass(frozen=True)
class Office:
    """An organisation by its name, with the mailbox of its office where its record or the other one gives one."""

    ref: AnyRef
    name: str
    mailbox: str = ""


def offices(context: Context, record: AnyRecord) -> tuple[Office, ...]:
    """Those who act in a record, each once: an organisation itself is asked about itself."""
    acting = dict.fromkeys(ref for _, ref in context.showcase.participants(record.ref))
    refs = list(acting) or ([record.ref] if _mailbox(record.facts) else [])
    return tuple(office(context, ref) for ref in refs)


def office(context: Context, ref: AnyRef) -> Office:
    """The office of an organisation."""
    record = context.showcase[ref]
    return Office(ref, context.title(record).text, _mailbox(record.facts))


def _mailbox(facts: Group) -> str:
    """The first mailbox that facts give: the type lets only roles and offices have one."""
    declared = facts.declared.values()
    return next((str(facts.held(one.name)) for one in declared if _holds_one(facts, one.name, one.item)), "")


def _holds_one(facts: Group, name: str, item: object) -> bool:
    return isinstance(item, MailboxType) and bool(facts.held(name))
