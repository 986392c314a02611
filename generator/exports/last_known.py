"""The last day that the content knows of something, for formats that want a day of change where none is written.

It is never the day of the build: what says the same would be another file each night, and published again.
"""

import datetime
from collections.abc import Iterable

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.source import Source
from generator.showcase.answers import settled
from generator.text.context import Context

_NEVER = datetime.date(1970, 1, 1)


def last_day_of(context: Context, record: AnyRecord) -> datetime.date:
    """The day on which a record was changed, else that of the newest of its sources."""
    updated = record.facts.updated
    return updated.first if updated else _newest(context, (one.source for one in record.facts.sources))


@settled
def day_of_its_sources(context: Context, ref: AnyRef) -> str:
    """The day of the newest source of a record, as ISO 8601 writes it; "" where none has one."""
    newest = _newest(context, (one.source for one in context.showcase[ref].facts.sources))
    return "" if newest == _NEVER else newest.isoformat()


@settled
def checked_on(context: Context, ref: AnyRef) -> str:
    """The day, month or year in which a record was compared with its sources, as data have it; "" where it was not."""
    return str(context.showcase[ref].facts.verified_on or "")


@settled
def last_day_of_sources(context: Context) -> str:
    """The day of the newest source of all, as ISO 8601 writes it."""
    return _newest(context, context.showcase.names(Source)).isoformat()


def _newest(context: Context, sources: Iterable[AnyRef]) -> datetime.date:
    """The last day on which one of these was published or read; without one, the day of which computers count."""
    facts = (context.showcase.facts(ref, Source) for ref in sources)
    days = (day.first for one in facts for day in (one.date, one.consulted_on) if day)
    return max(days, default=_NEVER)
