"""Organisations, people and sources: what they are, and everything here that refers to them."""

from typing import cast

from generator.content.record import Record
from generator.kinds.organisation import NATURE, Organisation
from generator.kinds.person import Person, Role
from generator.kinds.source import FORM, Source
from generator.presenters.partners import own_front, partners
from generator.presenters.sections import Sections, rows, sentence_case
from generator.text.context import Context
from generator.view.bodies import KeyFact
from generator.view.parts import Bullets, Facts
from generator.view.text import Fact, Inline, Piece


def organisation(context: Context, record: Record) -> Sections:
    """Tell an organisation."""
    facts = cast(Organisation, record.facts)
    return Sections(
        kicker=sentence_case(context.words.text(NATURE.labels[facts.nature])) if facts.nature else "",
        what=rows(context, record, "nature", "acronym", "aliases", "part_of", "town"),
        who=partners(context, record),
        drawn=own_front(context, record),
    )


def person(context: Context, record: Record) -> Sections:
    """Tell a person's public roles, each as of a day and with its source."""
    facts = cast(Person, record.facts)
    return Sections(
        kicker=context.words.text("Public role"),
        key_facts=tuple(_role_key_fact(context, role) for role in latest_roles(facts)),
        who=(Bullets(tuple(_role(context, role) for role in facts.roles)),),
    )


def source(context: Context, record: Record) -> Sections:
    """Tell a source: who published it, when, where it can be read, and how far it can be trusted."""
    facts = cast(Source, record.facts)
    publisher: tuple[Fact, ...] = ()
    if said := published_by(context, facts):
        publisher = (Fact(context.label(Source, "publisher"), (said,)),)
    kept = context.facts(record, "date", "date_basis", "form", "language", "url", "consulted_on", "reliability")
    errata = context.value(facts, "errata")
    return Sections(
        kicker=sentence_case(context.words.text(FORM.labels[facts.form]))
        if facts.form
        else context.words.text("Source"),
        what=(Facts((*publisher, *kept)),),
        purpose=(Bullets(errata, "dash"),) if errata else (),
    )


def published_by(context: Context, facts: Source) -> Inline:
    """The publisher of a source: a record of ours, or a name."""
    if facts.publisher:
        return (context.link(facts.publisher),)
    return (Piece(facts.publisher_name),) if facts.publisher_name else ()


def latest_roles(facts: Person) -> tuple[Role, ...]:
    """Each role of a person once, as it was last attested."""
    latest: dict[tuple[object, ...], Role] = {}
    for role in sorted(facts.roles, key=lambda role: role.attested_on.last):
        latest[(*role.title.items(), role.organisation)] = role
    return tuple(latest.values())


def _role(context: Context, role: Role) -> Inline:
    return context.phrase(
        "{role}, {organisation}, {as_of} ({source})",
        role=context.localised(role.title),
        organisation=context.link(role.organisation),
        as_of=context.dated("as of", role.attested_on),
        source=context.link(role.source),
    )


def _role_key_fact(context: Context, role: Role) -> KeyFact:
    title = sentence_case(context.localised(role.title).text)
    body = context.title(context.showcase[role.organisation])
    as_of = context.dated("as of", role.attested_on)
    return KeyFact(Piece(title), context.sentence("{organisation}, {as_of}", organisation=body, as_of=as_of))
