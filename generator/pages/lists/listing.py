"""The list of each kind, grouped the way its readers look for things."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import cast

from generator.content.record import Record
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere
from generator.kinds.network import FORM as NETWORK_FORM
from generator.kinds.network import Network
from generator.kinds.organisation import NATURE, Organisation
from generator.kinds.source import Source
from generator.pages.lists.completeness import known
from generator.pages.lists.counts import tallies
from generator.pages.lists.paging import pages_for
from generator.pages.lists.register import register_body
from generator.presenters.list_item import entry
from generator.presenters.sections import sentence_case
from generator.text.context import Context
from generator.text.listed import elsewhere
from generator.view.bodies import Group, ListBody, RegisterBody


def list_body(context: Context, kind: type[Kind], records: tuple[Record, ...]) -> ListBody | RegisterBody:
    """The page that lists `records` of a kind: all of them, or those a choice leaves."""
    if kind is Agreement:
        return register_body(context, records)
    return ListBody(
        title=context.words.text(kind.plural),
        lead=context.words.count("{number} record.", "{number} records.", len(records)),
        groups=tuple(_groups(context, kind, records)),
        note=elsewhere(context, kind),
        tallies=tallies(context) if kind is Indicator else (),
        known=known(context, records) if kind is Cantiere and pages_for(len(records)) == 1 else None,
    )


def part_body(context: Context, record: Record, heading: str, records: list[Record]) -> ListBody:
    """The list of a group of a record's page that is too long for it; `heading` is the group's, in English."""
    title = context.words.text(
        "{record}: {heading}", record=context.title(record, short=True).text, heading=context.words.text(heading)
    )
    lead = context.words.count("{number} record.", "{number} records.", len(records))
    return ListBody(title, lead, (_group(context, "records", "", records),))


_GROUPED = {Organisation: ("nature", NATURE), Network: ("form", NETWORK_FORM)}
"""The kinds whose list is divided, by which field, and its choices."""


def _groups(context: Context, kind: type[Kind], records: tuple[Record, ...]) -> Iterable[Group]:
    if kind in _GROUPED:
        name, choices = _GROUPED[kind]
        headings = {value: context.words.text(heading) for value, heading in choices.headings.items()}
        headings["not-stated"] = sentence_case(context.not_stated().text)
        for value, heading in headings.items():
            members = [record for record in records if (getattr(record.facts, name) or "not-stated") == value]
            if members:
                yield _group(context, value, heading, members)
        return
    yield _group(context, "records", "", sorted(records, key=_newest) if kind is Source else records)


def _newest(record: Record) -> tuple[int, str]:
    date = cast(Source, record.facts).date
    return (-date.first.toordinal() if date else 0, record.ref.id)


def _group(context: Context, anchor: str, heading: str, records: Collection[Record]) -> Group:
    """The records under a heading, which says already what each of them is."""
    entries = (entry(context, record) for record in records)
    rows = tuple(replace(one, kicker=()) if heading else one for one in entries)
    return Group(anchor, heading, "", rows, compact=all(isinstance(record.facts, Source) for record in records))
