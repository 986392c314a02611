"""Which records a newsletter tells of, and what it says of each.

What is new and changed comes from the log of the publications, as far back as there is one; before it, what is new
comes from the days that records give: when they happened or were published. Of when a notice is, and when a record
was corrected, it says itself.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.content.brief import ref_of
from generator.content.record import AnyRecord
from generator.exports.change_log import ADDED, MOVED, Change, ChangeLog
from generator.fields.values import AnyRef, Term
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.presenters.corrections import corrected_since
from generator.presenters.notice import notice
from generator.publications.labels import field_label
from generator.text.context import Context
from generator.text.endings import course
from generator.text.inline import capital, text_of
from generator.text.listed import is_told, names_listed, not_in_this_language
from generator.text.when import date_of, happened
from generator.view.letter import Newsletter, NewsletterItem, NewsletterSection

_AHEAD = 90
"""Days: what ends or begins later has time until another letter."""
_MOST = 25
"""So many stand under one heading: of a longer list the site has the whole, and the letter says so."""
_LIGHT, _DARK = "#12397f", "#a5c3ff"
"""The accent where an owner has none."""


@dataclass(frozen=True)
class LetterScope:
    """Since when, of which terms (all of them), and by which log."""

    since: datetime.date
    terms: tuple[Term, ...]
    log: ChangeLog


def newsletters(contexts: Iterable[Context], asked: LetterScope) -> tuple[Newsletter, ...]:
    """The letter in each language; without sections where there is nothing to say in it."""
    found = [(context, _groups(context, asked)) for context in contexts]
    told = {one.ref for _, groups in found for _, items, _ in groups for one in items}
    return tuple(
        _letter(context, groups, asked, sum(not is_told(context, ref_of(one)) for one in told))
        for context, groups in found
    )


_Group = tuple[str, tuple[NewsletterItem, ...], str]
"""Records under a heading, and the page that has all of them."""


def _groups(context: Context, asked: LetterScope) -> tuple[_Group, ...]:
    text = context.words.text
    changes, dates = (context.urls.fixed(name, context.language) for name in ("changes", "deadlines"))
    return (
        (text("New"), tuple(_new(context, asked)), changes),
        (text("Changed"), tuple(_changed(context, asked)), changes),
        (text("Ending soon"), tuple(_ending(context, asked)), dates),
        (text("To come"), tuple(_coming(context, asked)), dates),
    )


def _letter(context: Context, groups: Iterable[_Group], asked: LetterScope, untold: int) -> Newsletter:
    """The letter with these records, where so many others are told in other languages alone."""
    settings, text = context.showcase.settings, context.words.text
    about = context.words.listed(context.term_label(term).text for term in asked.terms)
    days = {"from_day": context.dated("from", asked.since), "to_day": context.dated("to", context.showcase.day)}
    lead = context.sentence("What is new {from_day} {to_day}: {topics}.", **days, topics=about) if about else ""
    return Newsletter(
        language=context.language,
        title=text("{site}: what is new", site=settings.title),
        lead=lead or context.sentence("What is new {from_day} {to_day}.", **days),
        site=settings.title,
        home=context.urls.absolute(context.urls.home(context.language)),
        banner=text("A demonstration, not an official channel.") if settings.demonstration else "",
        accent=settings.accent.light if settings.accent else _LIGHT,
        accent_on_dark=settings.accent.dark if settings.accent else _DARK,
        sections=tuple(_section(context, *group) for group in groups if group[1]),
        untold=not_in_this_language(context, untold),
    )


def _section(context: Context, heading: str, items: tuple[NewsletterItem, ...], path: str) -> NewsletterSection:
    """The first of the records under a heading, and how many the page at `path` has besides."""
    left = len(items) - _MOST
    if left <= 0:
        return NewsletterSection(heading, items)
    more = context.words.count("{number} more on the site", "{number} more on the site", left)
    return NewsletterSection(heading, items[:_MOST], more, context.urls.absolute(path))


def _item(context: Context, record: AnyRecord, note: str) -> NewsletterItem:
    address = context.urls.absolute(context.urls.record(record, context.language))
    return NewsletterItem(str(record.ref), context.title(record).text, address, note)


def _is_asked(context: Context, asked: LetterScope, ref: AnyRef) -> bool:
    """Whether a record is of all the terms that are asked for, and a newsletter tells of its kind."""
    terms = context.showcase.briefs[ref].terms
    return kind_of(ref).in_feeds and is_told(context, ref) and all(term in terms for term in asked.terms)


def _records(context: Context, asked: LetterScope) -> Iterator[AnyRecord]:
    for kind in KINDS:
        for ref in names_listed(context, kind) if kind.is_listed else ():
            if _is_asked(context, asked, ref):
                yield context.showcase[ref]


def _logged(
    context: Context, asked: LetterScope, is_meant: Callable[[Change], bool]
) -> Iterator[tuple[AnyRecord, Change]]:
    """What the log tells since the day, each record once, the newest first."""
    seen: set[str] = set()
    for entry in asked.log.entries:
        if entry.on >= asked.since.isoformat():
            for one in entry.changes:
                if is_meant(one) and one.ref not in seen and _is_asked(context, asked, ref_of(one.ref)):
                    seen.add(one.ref)
                    yield context.showcase[ref_of(one.ref)], one


def _added(context: Context, asked: LetterScope) -> tuple[AnyRecord, ...]:
    """The records that the log tells as new."""
    return tuple(record for record, _ in _logged(context, asked, lambda one: one.what == ADDED))


def _new(context: Context, asked: LetterScope) -> Iterator[NewsletterItem]:
    """What the log has as new, then what is of the days before it."""
    added = _added(context, asked)
    for record in added:
        yield _item(context, record, context.summary(record))
    today = context.showcase.day
    until = min(today, datetime.date.fromisoformat(asked.log.since)) if asked.log.since else today
    told, found = {record.ref for record in added}, []
    for record in _records(context, asked):
        placed, published = context.showcase.placed_in_time(record), record.facts.publish_on
        days = [
            *([placed.first] if placed and _is_done(type(record.facts)) else ()),
            *([published.first] if published else ()),
        ]
        day = max((one for one in days if asked.since <= one <= until), default=None)
        if day and record.ref not in told:
            when = text_of(happened(context, placed)) if placed and day == placed.first else ""
            note = " · ".join(filter(None, (when, context.summary(record))))
            found.append((day, record.name, _item(context, record, note)))
    yield from (item for _, _, item in sorted(found, key=lambda one: one[:2], reverse=True))


def _is_done(kind: type[Kind]) -> bool:
    """Whether its date is one on which something was done: not the beginning of what takes place or ends."""
    return kind.search_rank == 1 and kind.period is None


def _changed(context: Context, asked: LetterScope) -> Iterator[NewsletterItem]:
    """What the log has as changed, then the other records that say themselves that something has."""
    new = {str(record.ref) for record in _added(context, asked)}
    told = set[AnyRef]()
    for record, one in _logged(context, asked, lambda one: one.ref not in new and _is_visible(one, context.language)):
        told.add(record.ref)
        own = _said_of_itself(context, record, asked.since)
        logged = _called_off(context, record) or _said_by_log(context, record, one)
        yield _item(context, record, own if logged in own else " · ".join(filter(None, (own, logged))))
    for record in _records(context, asked):
        if record.ref not in told and (own := _said_of_itself(context, record, asked.since)):
            yield _item(context, record, own)


def _is_visible(change: Change, language: str) -> bool:
    """Whether a change can be seen by who reads a language."""
    return change.what == MOVED or any(one in ("", language) for _, one in change.fields)


def _said_by_log(context: Context, record: AnyRecord, change: Change) -> str:
    """Which fields say something else in this language, or that the record is elsewhere."""
    folder, words = record.ref.folder, context.words
    seen = (name for name, language in change.fields if language in ("", context.language))
    fields = words.listed(dict.fromkeys(field_label(folder, name, "", words) for name in seen))
    return words.text("changed: {fields}", fields=fields) if fields else words.text("at a new address")


def _said_of_itself(context: Context, record: AnyRecord, since: datetime.date) -> str:
    """That a record was called off since a day, or its notice since then, and its latest correction; "" without any."""
    told, off, made = record.facts.notice, record.facts.dated_status, corrected_since(context, record, since)
    if off and since <= off[1].first <= context.showcase.day:
        first = _called_off(context, record)
    else:
        is_news = told and since <= told.on.first <= context.showcase.day
        first = text_of(notice(context, record)) if is_news else ""
    said = (first, f"{text_of(made)}." if made else "")
    return " · ".join(filter(None, said))


def _called_off(context: Context, record: AnyRecord) -> str:
    """That a record is called off, when that was said, and its notice; "" where it is not."""
    if not (off := record.facts.dated_status):
        return ""
    said = context.sentence("{status} {on_day}", status=context.status(record), on_day=context.dated("on", off[1]))
    return " · ".join(filter(None, (said, text_of(notice(context, record)))))


def _ending(context: Context, asked: LetterScope) -> Iterator[NewsletterItem]:
    found = []
    for record in _records(context, asked):
        status = context.showcase.status(record)
        if status.days_left is not None and 0 <= status.days_left <= _AHEAD:
            when = text_of(capital(course(context, status)))
            found.append((status.days_left, record.name, _item(context, record, when)))
    yield from (item for _, _, item in sorted(found, key=lambda one: one[:2]))


def _coming(context: Context, asked: LetterScope) -> Iterator[NewsletterItem]:
    found = []
    for record in _records(context, asked):
        left, period = context.showcase.status(record).days_to_start, record.facts.period
        if period and left is not None and 0 <= left <= _AHEAD:
            when = text_of(date_of(context, record.facts, period.start))
            note = " · ".join(filter(None, (when, text_of(notice(context, record)), context.summary(record))))
            found.append((left, record.name, _item(context, record, note)))
    yield from (item for _, _, item in sorted(found, key=lambda one: one[:2]))
