"""What Hugo is told of one record besides its page: how it is classified, whom it names, its data."""

import datetime
from itertools import combinations
from typing import Any

from generator.content.record import AnyRecord
from generator.exports.json_records import record_data
from generator.presenters.related import acting, between
from generator.text.context import Context
from generator.text.listed import placed_on


def names(record: AnyRecord) -> list[str]:
    """The records that a record refers to."""
    return sorted({str(ref) for _, ref in record.references()})


def classified(record: AnyRecord) -> dict[str, list[str]]:
    """The terms of a record."""
    return {"topics": [one.id for one in record.facts.topics], "audiences": [one.id for one in record.facts.audiences]}


def near(context: Context, record: AnyRecord) -> dict[str, Any]:
    """By what Hugo finds the records near a page: of one kind within the same, with two who act in common, or alike.

    The newest come first: Hugo sorts them by `date`.
    """
    kind, declared = record.ref.folder, record.facts.declared
    links = context.showcase.briefs[record.ref].links
    bodies, placed = acting(context, record.ref), placed_on(context, record.ref)
    return {
        "near_within": [
            f"{kind}|{way[0]}|{ref}" for way, ref in links if len(way) == 1 and declared[str(way[0])].within
        ],
        "near_parties": [f"{kind}|{one}|{other}" for one, other in combinations(sorted(bodies), 2)],
        "near_natures": [f"{kind}|{university}|{nature}" for university, nature in between(context, record.ref)],
        "bodies": list(bodies),
        "acting": [str(ref) for ref in context.showcase.universities_in(record.ref) if ref != record.ref],
        "date": datetime.date.fromordinal(placed).isoformat() if placed > 0 else "",
    }


def data(contexts: tuple[Context, ...], record: AnyRecord) -> dict[str, Any]:
    """The facts and what is computed from them, but for who refers to the record: that Hugo finds."""
    value: Any = record_data(contexts, record).value
    computed = {name: one for name, one in value["computed"].items() if name != "referred_to_by"}
    return {"id": record.ref.id, "identifier": value["identifier"], "facts": value["facts"], "computed": computed}
