"""The ends of a list as a calendar: each that is known on the last day that it can be, an estimate said as such."""

from generator.content.record import AnyRecord
from generator.kinds.base import Kind
from generator.showcase.status import End
from generator.text.context import Context
from generator.text.endings import ending
from generator.text.inline import text_of
from generator.text.listed import names_listed
from generator.urls import tag
from generator.view.outputs import Calendar, CalendarDay
from generator.words import N_

_LONG_AGO = "19700101"
_TITLES = {
    (True, False): N_("End: {title}"),
    (True, True): N_("Estimated end: {title}"),
    (False, False): N_("Last day that it can end: {title}"),
    (False, True): N_("Last day that it can end, by an estimate: {title}"),
}
"""How a day is called: by whether it is exact, and whether it is an estimate."""


def calendar(context: Context, kind: type[Kind]) -> Calendar:
    """The ends of a kind that are known, in a language."""
    records = (context.showcase[ref] for ref in names_listed(context, kind))
    ends = [(end, record) for record in records if (end := context.showcase.status(record).end)]
    ends.sort(key=lambda one: (one[0].last, one[1].ref))
    text = context.words.text
    return Calendar(
        context.urls.download(kind.folder, "ics", context.language),
        context.language,
        text("{list}: {value}", list=text(kind.plural), value=text("dates of end")),
        tuple(_day(context, record, end) for end, record in ends),
    )


def _day(context: Context, record: AnyRecord, end: End) -> CalendarDay:
    status = context.showcase.status(record)
    updated = record.facts.updated
    known = text_of(ending(context, status))
    return CalendarDay(
        identifier=f"{tag(context.showcase.settings, record.ref)}#end",
        stamp=f"{updated.first:%Y%m%d}" if updated else _LONG_AGO,
        day=f"{end.last.year:04}{end.last:%m%d}",
        title=context.words.text(_TITLES[end.exact, end.estimated], title=context.title(record).text),
        text=f"{context.status(record)}: {known}.",
        href=context.urls.absolute(context.urls.record(record, context.language)),
    )
