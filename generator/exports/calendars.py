"""A list as a calendar: what takes place, when it does; of all else the ends, on the last day that each can be."""

import datetime
from collections.abc import Iterable
from dataclasses import astuple, replace
from typing import NamedTuple
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from generator.content.record import AnyRecord
from generator.exports.former_names import permanent_name
from generator.exports.last_known import last_day_of
from generator.fields.declare import Property
from generator.fields.values import AnyRef, Day, Moment
from generator.kinds.base import Kind, Period
from generator.kinds.catalogue import kind_of
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.endings import ending
from generator.text.inline import text_of
from generator.text.listed import names_listed
from generator.view.data_files import ZONE, Calendar, CalendarDay
from generator.words import N_

_TITLES = {
    (True, False): N_("End: {title}"),
    (True, True): N_("Estimated end: {title}"),
    (False, False): N_("Last day that it can end: {title}"),
    (False, True): N_("Last day that it can end, by an estimate: {title}"),
}
"""How a day is called: by whether it is exact, and whether it is an estimate."""
_ENDED = {True: N_("Ended: {title}"), False: N_("Ended by this day: {title}")}
"""The same of what a source says has ended."""
_CANCELLED = "CANCELLED"
_RULES_SINCE = 1997
"""The first year of which the rules of `ZONE` hold from its beginning."""


def calendar(context: Context, kind: type[Kind]) -> Calendar:
    """What is dated of a kind, in a language."""
    text = context.words.text
    title = text(kind.plural)
    if not _takes_place(kind.period):
        title = text("{list}: {value}", list=title, value=text("dates of end"))
    path = context.urls.download(kind.folder, "ics", context.language)
    return calendar_of(context, path, title, names_listed(context, kind))


def calendar_of(context: Context, path: str, title: str, refs: Iterable[AnyRef]) -> Calendar:
    """What is dated of some records, in a language."""
    days = [(CalendarDay(*told), ref) for ref in refs if (told := _told_of(context, ref))]
    return Calendar(
        path,
        context.language,
        title,
        tuple(day for day, _ in sorted(days, key=lambda one: (one[0].day, one[0].starts, one[1]))),
    )


@settled
def stands_in_calendars(context: Context, ref: AnyRef) -> bool:
    """Whether a calendar has a day of a record: one without any day would be no calendar (RFC 5545)."""
    return bool(_told_of(context, ref))


def _told_of(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The day of a record: of what has a period that, of all else that of its end."""
    return day_of_end(context, ref) if kind_of(ref).period is None else _day_of_period(context, ref)


@settled
def day_of_end(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """The day on which a record ends at the latest, by its values; of no end, nothing."""
    record = context.showcase[ref]
    status = context.showcase.status(record)
    end = status.end
    if end is None:
        return ()
    known = text_of(ending(context, status))
    called = _ENDED[end.exact] if end.is_reported else _TITLES[end.exact, end.estimated]
    title = context.words.text(called, title=context.title(record).text)
    return astuple(_day(context, record, "end", end.last, title, f"{context.status(record)}: {known}."))


@settled
def _day_of_period(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """When a record takes place, or the last day on which it can end, by its values; of no such day, nothing."""
    record = context.showcase[ref]
    period = record.facts.period
    if period is None or record.facts.withdrawn:
        return ()
    start, end = (_moment(record, name) for name in (period.start, period.end))
    title, about = context.title(record).text, context.summary(record)
    if not _takes_place(period):
        if end is None:
            return day_of_end(context, ref)
        label = context.label(type(record.facts), period.end)
        titled = context.words.text("{label}: {value}", label=label, value=title)
        return astuple(_perhaps_off(context, record, _day(context, record, "end", end.day.last, titled, about)))
    if start is None:
        return ()
    day = _perhaps_off(context, record, _day(context, record, "event", start.day.first, title, about))
    return astuple(replace(day, place=_where(context, record), **_hours(start, end)._asdict()))


def _perhaps_off(context: Context, record: AnyRecord, day: CalendarDay) -> CalendarDay:
    """A day, on which nothing takes place or ends any more if the record is off."""
    if not record.facts.dated_status:
        return day
    said = context.words.text("{label}: {value}", label=context.status(record), value=day.title)
    return replace(day, title=said, status=_CANCELLED)  # some programs show no state: the title has it too


class _Hours(NamedTuple):
    starts: str = ""
    zone: str = ""
    until: str = ""


def _hours(start: Moment, end: Moment | None) -> _Hours:
    """The hours between which something takes place; without one, the days, the last one whole."""
    begins = start.instant
    if begins is None:
        over = end.day.last + datetime.timedelta(days=1) if end and end.day.last > start.day.first else None
        return _Hours(until=f"{over:%Y%m%d}" if over else "")
    is_ours = start.zone == ZONE and begins.year >= _RULES_SINCE
    zone = ZoneInfo(ZONE) if is_ours else datetime.UTC
    ends = end.instant if end else None
    if ends == begins:
        ends = None  # an end that comes no later would be none (RFC 5545)
    elif end and ends is None and end.day.last > start.day.first:
        ends = _when_over(end.day, start.zone)
    said = [f"{one.astimezone(zone):%Y%m%dT%H%M%S}" if one else "" for one in (begins, ends)]
    return _Hours(said[0], ZONE if is_ours else "", said[1])


def _when_over(day: Day, zone: str) -> datetime.datetime:
    """When a day is over in a zone: of what ends with that day, at no hour that is known."""
    return datetime.datetime.combine(day.last + datetime.timedelta(days=1), datetime.time(), ZoneInfo(zone))


def _moment(record: AnyRecord, name: str) -> Moment | None:
    """A date of a record that is known to the day."""
    held = record.facts.held(name)
    moment = Moment(held) if isinstance(held, Day) else held
    return moment if isinstance(moment, Moment) and moment.day.first == moment.day.last else None


def _where(context: Context, record: AnyRecord) -> str:
    """The places in which it takes place, by what they are called."""
    named = (one for one in record.facts.declared.values() if one.schema_org == Property("location"))
    return context.words.listed(text_of(said) for one in named for said in context.value(record.facts, one.name))


def _takes_place(period: Period | None) -> bool:
    """Whether records of a kind take place, and do not merely end."""
    return period is not None and period.or_start


def _day(context: Context, record: AnyRecord, what: str, day: datetime.date, title: str, about: str) -> CalendarDay:
    return CalendarDay(
        identifier=f"{permanent_name(context.urls, record)}#{what}",
        stamp=f"{last_day_of(context, record):%Y%m%d}",
        day=f"{day.year:04}{day:%m%d}",
        title=title,
        text=about or title,
        href=urljoin(context.showcase.settings.base_url, context.href(record)),
    )
