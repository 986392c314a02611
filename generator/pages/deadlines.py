"""The page of what is about to begin and to end."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, IN_FORCE
from generator.kinds.catalogue import KINDS
from generator.pages.lists.listing import nearest
from generator.pages.lists.selections import path_of, selections
from generator.showcase.answers import settled
from generator.showcase.life import life_of
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import Context
from generator.text.endings import course, ending
from generator.text.inline import capital
from generator.text.listed import names_listed
from generator.view.bodies import Deadline, DeadlinesBody
from generator.view.text import Entry, Piece

_FIRST = 5
"""So many of what ends have their days counted; the others have a line."""


def deadlines_body(context: Context) -> DeadlinesBody:
    """What ends next, what begins in the coming twelve months, what ends later, and where the ends not known are."""
    text, count = context.words.text, context.words.count
    lives = {ref: life_of(context.showcase, ref) for ref in names_listed(context, Agreement)}
    soon = _ending_soon(context)
    later = [ref for ref, life in lives.items() if life.status == IN_FORCE and not life.part]
    later.sort(key=lambda ref: lives[ref].end)
    unknown = sum(life.status == END_NOT_KNOWN for life in lives.values())
    said = count("{number} agreement whose end is not known", "{number} agreements whose end is not known", unknown)
    return DeadlinesBody(
        title=text("Deadlines"),
        lead=text("What ends, and when: the nearest first."),
        due=tuple(_due_entry(context, left, context.showcase[ref]) for left, ref in soon[:_FIRST]),
        empty=text("Nothing here ends in the next twelve months."),
        coming=tuple(_coming(context)),
        later=tuple(_later(context, context.showcase[ref]) for ref in (*(ref for _, ref in soon[_FIRST:]), *later)),
        unknown=Piece(said, href=_register(context)) if unknown else None,
        note=context.computed_on(),
    )


def _register(context: Context) -> str:
    """The part of the register whose ends are not known; where that is no page, its group."""
    found = (one for one in selections(context, Agreement) if one.answer.key == END_NOT_KNOWN)
    if one := next(found, None):
        return context.urls.href(path_of(context, Agreement, one))
    return f"{context.urls.href(context.urls.section(Agreement.folder, context.language))}#{END_NOT_KNOWN}"


def _coming(context: Context) -> Iterator[Entry]:
    """What begins in the coming twelve months, such as events, the nearest first, with its day and hour."""
    found = []
    for kind, period in ((kind, kind.period) for kind in KINDS if kind.period):
        for ref in names_listed(context, kind):
            _, left = _days(context, ref)
            if left is not None and left <= EXPIRING_DAYS:
                found.append((period, context.showcase[ref]))
    for period, record in sorted(found, key=lambda one: nearest(context, one[1])):
        when = context.value(record.facts, period.start)[0]
        yield Entry(context.title(record, linked=True), kicker=when, summary=context.summary(record))


def _later(context: Context, record: AnyRecord) -> Entry:
    """What ends later, in a line."""
    when = capital(course(context, context.showcase.status(record)))
    return Entry(context.title(record, short=True, linked=True), kicker=when)


def due_soon(context: Context) -> tuple[Deadline, ...]:
    """What ends in the coming twelve months, such as agreements and calls, the nearest first."""
    return tuple(_due_entry(context, left, context.showcase[ref]) for left, ref in _ending_soon(context))


def _ending_soon(context: Context) -> list[tuple[int, AnyRef]]:
    """The same by their names, each with the days it has left."""
    found = []
    for kind in (kind for kind in KINDS if kind.status):
        for ref in names_listed(context, kind):
            left, _ = _days(context, ref)
            if left is not None and left <= EXPIRING_DAYS:
                found.append((left, ref))
    return sorted(found)


@settled
def _days(context: Context, ref: AnyRef) -> tuple[int | None, int | None]:
    """How many days a record has left, and how many until it begins."""
    status = context.showcase.status(context.showcase[ref])
    return status.days_left, status.days_to_start


def _due_entry(context: Context, left: int, record: AnyRecord) -> Deadline:
    status = context.showcase.status(record)
    who = context.listed(context.link(ref) for _, ref in context.showcase.participants(record))
    exact = status.end is not None and status.end.exact
    days, unit = context.words.number(left), context.words.count("day", "days", left)
    if left == 0:
        days = context.words.text("today")
        unit = context.words.text("last day") if exact else context.words.text("last day it can be")
    elif not exact:
        unit = context.words.text("days at most")
    elif status.end and status.end.estimated:
        unit = context.words.count("day, by estimate", "days, by estimate", left)
    return Deadline(
        days=days,
        unit=unit,
        title=context.title(record, linked=True),
        note=(*ending(context, status), Piece(" · "), *who),
        share=round(100 * left / EXPIRING_DAYS, 1),
    )
