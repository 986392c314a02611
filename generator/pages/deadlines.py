"""The page of what is about to begin and to end."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, IN_FORCE, STATUSES
from generator.kinds.catalogue import KINDS
from generator.pages.lists.listing import nearest
from generator.presenters.list_item import entry
from generator.showcase.answers import settled
from generator.showcase.life import life_of
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import Context
from generator.text.endings import course, ending
from generator.text.inline import capital, sentence_case
from generator.text.listed import names_listed
from generator.view.bodies import Deadline, DeadlinesBody
from generator.view.text import Entry, Piece


def deadlines_body(context: Context) -> DeadlinesBody:
    """What begins and what ends in the coming twelve months, what ends after them, and what nobody can tell."""
    text = context.words.text
    lives = {ref: life_of(context.showcase, ref) for ref in names_listed(context, Agreement)}
    later = [ref for ref, life in lives.items() if life.status == IN_FORCE and not life.part]
    later.sort(key=lambda ref: lives[ref].end)
    unknown = [ref for ref, life in lives.items() if life.status == END_NOT_KNOWN]
    return DeadlinesBody(
        title=text("Deadlines"),
        lead=text("What ends, and when: the nearest first."),
        coming=tuple(_coming(context)),
        due=due_soon(context),
        empty=text("Nothing here ends in the next twelve months."),
        later=tuple(_later(context, context.showcase[ref]) for ref in later),
        unknown=sentence_case(STATUSES.heading(END_NOT_KNOWN, context.words)),
        undeterminable=tuple(entry(context, ref) for ref in unknown),
        note=context.computed_on(),
    )


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
    status = context.showcase.status(record)
    when = capital(course(context, status))
    return Entry(context.title(record, linked=True), summary=context.summary(record), note=when)


def due_soon(context: Context) -> tuple[Deadline, ...]:
    """What ends in the coming twelve months, such as agreements and calls, the nearest first."""
    found = []
    for kind in (kind for kind in KINDS if kind.status):
        for ref in names_listed(context, kind):
            left, _ = _days(context, ref)
            if left is not None and left <= EXPIRING_DAYS:
                found.append((left, ref))
    return tuple(_due_entry(context, left, context.showcase[ref]) for left, ref in sorted(found))


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
