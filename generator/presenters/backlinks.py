"""Who refers to a record, grouped by the role it has there."""

from collections import defaultdict

from generator.content.record import Record
from generator.kinds.catalogue import KINDS
from generator.kinds.page import Page
from generator.kinds.plan import Plan
from generator.kinds.source import Source
from generator.kinds.types.values import Ref
from generator.presenters.list_item import entry
from generator.showcase.model import Backlink
from generator.text.context import Context
from generator.view.parts import Links
from generator.view.text import Piece
from generator.words import N_

HEADINGS: dict[tuple[str, str], str] = {
    ("programmes", "promoter"): N_("Programmes it promotes"),
    ("programmes", "partners"): N_("Programmes it is a partner of"),
    ("initiatives", "promoter"): N_("Initiatives it promotes"),
    ("initiatives", "partners"): N_("Initiatives it is a partner of"),
    ("initiatives", "programme"): N_("Initiatives of the programme"),
    ("initiatives", "part_of"): N_("Its parts"),
    ("cantieri", "promoter"): N_("Cantieri it promotes"),
    ("cantieri", "partners"): N_("Cantieri it is named in"),
    ("cantieri", "programme"): N_("Cantieri of the programme"),
    ("cantieri", "part_of"): N_("Cantieri that are part of it"),
    ("agreements", "parties"): N_("Agreements it is a party to"),
    ("agreements", "signatories"): N_("Agreements signed"),
    ("agreements", "act"): N_("Agreements it approved by an act"),
    ("agreements", "renews"): N_("Renewed by"),
    ("agreements", "framework"): N_("Agreements under this framework"),
    ("networks", "proposer"): N_("Networks it proposed"),
    ("networks", "coordinator"): N_("Networks it coordinates"),
    ("networks", "founders"): N_("Networks it founded"),
    ("networks", "members"): N_("Networks it is a member of"),
    ("networks", "recognition"): N_("Networks it recognises"),
    ("calls", "issued_by"): N_("Calls it issued"),
    ("plans", "body"): N_("Plans of the organisation"),
    ("areas", "plan"): N_("Areas of the plan"),
    ("areas", "actors"): N_("Areas of a plan in which it acts"),
    ("indicators", "about"): N_("Indicators"),
    ("organisations", "part_of"): N_("Parts of the organisation"),
    ("people", "roles"): N_("People with a public role in it"),
    ("sources", "publisher"): N_("Sources it published"),
}
"""The heading of each role, by the folder and the field of the record that refers."""
STATEMENTS = N_("Statements")
RELATED = N_("Related records")
LINKED = N_("Records linked to the area")
LONGEST, OPEN, FOLDED = 20, 10, 40
"""A group of more entries than `LONGEST` shows `OPEN` of them and folds the rest, or, of more than `FOLDED`, links a
list of its own."""


def referring(context: Context, record: Record) -> tuple[Links, ...]:
    """The groups of records that refer to this one, in the order of the kinds; each record once a role."""
    found = _groups(context, record)
    return tuple(_links(context, record, heading, records) for heading, records in found.items())


def long_groups(context: Context, record: Record) -> dict[str, list[Record]]:
    """The groups that have a list of their own, by their English heading."""
    if record.facts.withdrawn or isinstance(record.facts, Page):
        return {}
    return {heading: records for heading, records in _groups(context, record).items() if len(records) > FOLDED}


def _groups(context: Context, record: Record) -> dict[str, list[Record]]:
    groups: dict[str, dict[Ref, Record]] = defaultdict(dict)
    for link in context.showcase.referring(record.ref):
        heading = _heading(context, record, link)
        if heading and context.has_page(link.record) and not link.record.facts.withdrawn:
            groups[heading][link.record.ref] = link.record
    for ref in record.facts.related:
        groups[RELATED].setdefault(ref, context.showcase[ref])
    order = [*HEADINGS.values(), *(kind.plural for kind in KINDS), STATEMENTS, LINKED, RELATED]
    return {heading: list(groups[heading].values()) for heading in sorted(groups, key=order.index)}


def _links(context: Context, record: Record, heading: str, records: list[Record]) -> Links:
    """A group under its heading; of a long one only the beginning is open."""
    text, number = context.words.text, len(records)
    shown = tuple(entry(context, found) for found in (records if number <= FOLDED else records[:OPEN]))
    if number <= LONGEST:
        return Links(shown, text(heading))
    if number <= FOLDED:
        return Links(shown[:OPEN], text(heading), shown[OPEN:])
    path = context.urls.part(record, heading, context.language)
    label = context.words.count("All {number} record", "All {number} records", number)
    return Links(shown, text(heading), whole=Piece(label, href=context.urls.href(path)))


def _heading(context: Context, record: Record, link: Backlink) -> str:
    """The English heading under which a reference is told; "" where another group already tells it."""
    folder = link.record.ref.folder
    if isinstance(record.facts, Source):
        return type(link.record.facts).plural
    if link.field == "related":
        return RELATED
    if link.field == "plan_areas":
        return LINKED
    if isinstance(record.facts, Plan):
        return ""
    if link.field == "statements":
        return STATEMENTS
    if link.field == "signatories" and link.location[-1] == "on_behalf_of":
        return ""
    return HEADINGS[folder, link.field]
