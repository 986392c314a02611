"""What Hugo is told of one record besides its page: how it is classified, whom it names, its data."""

from typing import Any

from generator.content.record import AnyRecord
from generator.exports.json_records import record_data
from generator.text.context import Context
from generator.view.text import Inline


def names(record: AnyRecord) -> list[str]:
    """The records that a record refers to."""
    return sorted({str(ref) for _, ref in record.references()})


def classified(context: Context, record: AnyRecord) -> dict[str, list[str]]:
    """The terms of a record and, where it has any topic, who acts in it: by these Hugo finds what is related."""
    facts, showcase = record.facts, context.showcase
    told = {"topics": [one.id for one in facts.topics], "audiences": [one.id for one in facts.audiences]}
    if facts.topics:
        acting = [ref for _, ref in showcase.participants(record)]
        above = [one.ref for one in showcase.universities(record)]
        told["bodies"] = list(dict.fromkeys(str(ref) for ref in (*acting, *above)))
    return told


def data(contexts: tuple[Context, ...], record: AnyRecord) -> dict[str, Any]:
    """The facts and what is computed from them, but for who refers to the record: that Hugo finds."""
    value: Any = record_data(contexts, record).value
    computed = {name: one for name, one in value["computed"].items() if name != "referred_to_by"}
    return {"id": record.ref.id, "identifier": value["identifier"], "facts": value["facts"], "computed": computed}


def verified(context: Context, record: AnyRecord) -> Inline:
    """When the page was verified, as its foot says it."""
    day = record.facts.verified_on
    return context.phrase("Page verified {on_day}.", on_day=context.dated("on", day)) if day else ()
