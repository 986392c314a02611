"""The ends of a list as a calendar: each that is known on the last day that it can be, an estimate said as such."""

from collections.abc import Iterable
from dataclasses import astuple

from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.endings import ending
from generator.text.inline import text_of
from generator.text.listed import names_listed
from generator.urls import tag
from generator.view.data_files import Calendar, CalendarDay
from generator.words import N_

_TITLES = {
    (True, False): N_("End: {title}"),
    (True, True): N_("Estimated end: {title}"),
    (False, False): N_("Last day that it can end: {title}"),
    (False, True): N_("Last day that it can end, by an estimate: {title}"),
}
"""How a day is called: by whether it is exact, and whether it is an estimate."""


def calendar(context: Context, kind: type[Kind]) -> Calendar:
    """The ends of a kind that are known, in a language."""
    text = context.words.text
    title = text("{list}: {value}", list=text(kind.plural), value=text("dates of end"))
    path = context.urls.download(kind.folder, "ics", context.language)
    return calendar_of(context, path, title, names_listed(context, kind))


def calendar_of(context: Context, path: str, title: str, refs: Iterable[AnyRef]) -> Calendar:
    """The ends that are known of some records, in a language."""
    days = [(CalendarDay(*told), ref) for ref in refs if (told := day_of_end(context, ref))]
    return Calendar(
        path,
        context.language,
        title,
        tuple(day for day, _ in sorted(days, key=lambda one: (one[0].day, one[1]))),
    )


@settled
def day_of_end(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The day on which a record ends at the latest, by its values; of no end, nothing."""
    record = context.showcase[ref]
    status = context.showcase.status(record)
    end = status.end
    if end is None:
        return ()
    updated = record.facts.updated
    known = text_of(ending(context, status))
    day = CalendarDay(
        identifier=f"{tag(context.showcase.settings, record.ref)}#end",
        stamp=f"{updated.first if updated else context.showcase.day:%Y%m%d}",
        day=f"{end.last.year:04}{end.last:%m%d}",
        title=context.words.text(_TITLES[end.exact, end.estimated], title=context.title(record).text),
        text=f"{context.status(record)}: {known}.",
        href=context.urls.absolute(context.urls.record(record, context.language)),
    )
    return astuple(day)
