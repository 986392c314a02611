"""The page of what is about to begin and to end."""

import calendar
from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Day
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import END_NOT_KNOWN, IN_FORCE, NO_RECORD
from generator.kinds.base import Kind, Period
from generator.kinds.catalogue import KINDS
from generator.kinds.facets import STATUS
from generator.pages.lists.listing import nearest
from generator.pages.lists.selections import path_of, selections_by
from generator.showcase.answers import settled
from generator.showcase.life import Life, life_of
from generator.showcase.status import EXPIRING_DAYS, Status
from generator.text.context import Context
from generator.text.endings import brief_ending, course, ending
from generator.text.inline import Plain, capital, fields, inline_of, joined, mid_sentence, plain
from generator.text.listed import has_list, list_href, names_listed
from generator.text.when import date_of
from generator.view.bodies import Deadline, DeadlinesBody
from generator.view.home import Ending, EndingMarks, Endings, Happened, HappenedList
from generator.view.text import Inline, ListItem, Piece
from generator.words import N_

_NEAREST = 3
_THEN = 3
_APART = 100 * 24 / 288
"""How far apart two marks stand, as a percentage of their line, where both can be touched on the narrowest screen: 24
pixels of 288."""
_FIRST = 5
"""So many of what ends within a year have a bar of the days left; the others have a line."""


def deadlines_body(context: Context) -> DeadlinesBody:
    """What ends next, what begins in the coming twelve months, what ends later, and where the ends not known are.

    What ends on one of several days, or between two, stands where the last of them has it.
    """
    text, count = context.words.text, context.words.count
    soon, later = _ending_soon(context), _ending_later(context)
    further = tuple(_in_a_line(context, ref) for _, ref in soon[_FIRST:])
    more = count(
        "{number} more ends in the coming twelve months", "{number} more end in the coming twelve months", len(further)
    )
    return DeadlinesBody(
        title=text("Dates ahead"),
        lead=text("What ends, and when: the nearest first."),
        due=tuple(_due_entry(context, left, context.showcase[ref]) for left, ref in soon[:_FIRST]),
        empty=text("Nothing here ends in the next twelve months."),
        more=more if further else "",
        further=further,
        coming=tuple(_coming(context)),
        later=tuple(_in_a_line(context, ref) for ref in later),
        unknown=_unknown(context),
        note=joined(" ", (_left_out(context), context.computed_on())),
    )


def _unknown(context: Context) -> Piece | None:
    """The way to the agreements whose end is not known: all of them, and how many of which the page has above."""
    count, lives = context.words.count, _lives(context).values()
    open_ended = [life for life in lives if life.status == END_NOT_KNOWN]
    number, above = len(open_ended), sum(bool(life.end) for life in open_ended)
    if not number:
        return None
    said = count("{number} agreement whose end is not known", "{number} agreements whose end is not known", number)
    if above:
        said = count(
            "{agreements}, {number} listed above", "{agreements}, {number} listed above", above, agreements=said
        )
    return Piece(said, href=_register(context))


def _left_out(context: Context) -> Inline:
    """That what nobody is known to have signed has no end here."""
    if not any(life.status == NO_RECORD for life in _lives(context).values()):
        return ()
    return context.phrase("Agreements with no record of a signature are not here.")


def _lives(context: Context) -> dict[AnyRef, Life]:
    return {ref: life_of(context.showcase, ref) for ref in names_listed(context, Agreement)}


def _register(context: Context) -> str:
    """The part of the register whose ends are not known; where that is no page, its group."""
    found = (one for one in selections_by(context, Agreement, STATUS.id) if one.answer.key == END_NOT_KNOWN)
    if one := next(found, None):
        return context.urls.href(path_of(context, Agreement, one))
    return f"{list_href(context, Agreement)}#{END_NOT_KNOWN}"


def endings(context: Context) -> Endings | None:
    """What ends soon for the home page, and the next ends after that; None where nothing ends."""
    due = _ending_soon(context)
    later = [*(ref for _, ref in due[_NEAREST:]), *_ending_later(context)][:_THEN]
    if not due and not later:
        return None
    text, day = context.words.text, context.showcase.day
    then = joined(", ", (_then(context, context.showcase[ref]) for ref in later))
    month_length = calendar.monthrange(day.year, day.month)[1]
    return Endings(
        heading=text("Ending soon") if due else text("Dates ahead"),
        nearest=tuple(_nearest(context, left, context.showcase[ref]) for left, ref in due[:_NEAREST]),
        finding=_finding(context, [ref for _, ref in due]),
        marks=tuple(_marks(context, due)),
        months=tuple(context.words.short_month((day.month + at) % 12 + 1) for at in range(-1, 12)),
        begun=round((day.day - 1) / month_length * 100 / 12, 2),
        then=context.phrase(N_("Then: {ends}.") if due else N_("Next: {ends}."), ends=then) if later else (),
        all=Piece(text("All dates ahead"), href=_href(context)),
    )


def _finding(context: Context, due: list[AnyRef]) -> str:
    """How many end in a year, and of how many of them the end is an estimate of ours."""
    count = context.words.count
    said = count("{number} ends in the coming twelve months", "{number} end in the coming twelve months", len(due))
    ends = (context.showcase.status(context.showcase[ref]).end for ref in due)
    estimated = sum(end is not None and end.estimated for end in ends)
    if not estimated:
        return said
    return count("{ends}, {number} by an estimate", "{ends}, {number} by an estimate", estimated, ends=said)


def _nearest(context: Context, left: int, record: AnyRecord) -> Ending:
    status = context.showcase.status(record)
    days, unit = _left(context, left, status)
    return Ending(context.title(record, short=True, linked=True), f"{days} {unit}", ending(context, status))


def _href(context: Context) -> str:
    return context.urls.href(context.urls.fixed("deadlines", context.language))


def _marks(context: Context, due: list[tuple[int, AnyRef]]) -> Iterator[EndingMarks]:
    """The ends on the line; those too near each other lead together to the page that lists them all."""
    near: list[list[tuple[int, AnyRef]]] = []
    for left, ref in due:
        if near and _share(left) - _share(near[-1][-1][0]) < _APART:
            near[-1].append((left, ref))
        else:
            near.append([(left, ref)])
    for ends in near:
        said = [_mark(context, left, ref) for left, ref in ends]
        together = Piece("; ".join(one.text for one in said), href=_href(context))
        yield EndingMarks(tuple(_share(left) for left, _ in ends), said[0] if len(said) == 1 else together)


def _mark(context: Context, left: int, ref: AnyRef) -> Piece:
    """A record that ends, with the days that it has left."""
    days, unit = _left(context, left, context.showcase.status(context.showcase[ref]))
    title = context.title(context.showcase[ref], short=True).text
    return Piece(context.words.text("{name}: {count}", name=title, count=f"{days} {unit}"), href=context.link(ref).href)


def _then(context: Context, record: AnyRecord) -> Inline:
    """A record that ends later, and when, as exactly as that is known; of what may have ended, when at the latest."""
    title, end = context.title(record, short=True, linked=True), context.showcase.status(record).end
    if end is None:
        return (title,)
    text, when = context.words.text, brief_ending(context, end)
    if end.may_be_past(context.showcase.day):
        last = Day(end.last.year, end.last.month, end.last.day)
        when = context.phrase("{day} at the latest", day=context.day(last, short=True))
    said = (text("estimate") if end.estimated else "", text("deduced date") if end.deduced else "")
    told = joined(", ", (when, *((Piece(one),) for one in said if one)))
    return context.phrase("{record} ({end})", record=title, end=told)


def _ending_later(context: Context) -> list[AnyRef]:
    """The agreements that end, or may end, after the coming twelve months, by their last days, the nearest first."""
    lives = _lives(context)
    going = (ref for ref, life in lives.items() if life.status in (IN_FORCE, END_NOT_KNOWN))
    found = [ref for ref in going if lives[ref].end and not lives[ref].part]
    return sorted(found, key=lambda ref: lives[ref].end[::-1])


def _coming(context: Context) -> Iterator[ListItem]:
    """What begins in the coming twelve months, such as events, the nearest first, with its day and hour."""
    found: list[tuple[Period, AnyRecord]] = []
    for kind, period in ((kind, kind.period) for kind in KINDS if kind.period):
        found.extend((period, record) for record in _near(context, kind))
    for period, record in sorted(found, key=lambda one: nearest(context, one[1])):
        when = date_of(context, record.facts, period.start)
        yield ListItem(context.title(record, linked=True), kicker=when, summary=context.summary(record))


def coming(context: Context) -> Iterator[HappenedList]:
    """Of each kind whose records take place those of the coming twelve months, the nearest three, for the home page."""
    for kind in KINDS:
        if kind.period is None or not kind.period.or_start:
            continue
        first = sorted(_near(context, kind), key=lambda one: nearest(context, one))[:_NEAREST]
        if first:
            yield HappenedList(
                heading=context.words.text("Coming up: {kind}", kind=mid_sentence(context.words.text(kind.plural))),
                nearest=tuple(_next(context, record, kind.period) for record in first),
                all=_all_of(context, kind),
            )


def _all_of(context: Context, kind: type[Kind]) -> Piece | None:
    """The way to the list of a kind, where it has one."""
    if not has_list(context, kind):
        return None
    said = context.words.text("All: {kind}", kind=mid_sentence(context.words.text(kind.plural)))
    return Piece(said, href=list_href(context, kind))


def _next(context: Context, record: AnyRecord, period: Period) -> Happened:
    """What takes place, with its day and hour."""
    when = date_of(context, record.facts, period.start)
    return Happened(context.title(record, short=True, linked=True), when)


def _near(context: Context, kind: type[Kind]) -> Iterator[AnyRecord]:
    """The records of a kind whose next day lies in the coming twelve months."""
    for ref in names_listed(context, kind):
        _, left = _days(context, ref)
        if left is not None and left <= EXPIRING_DAYS:
            yield context.showcase[ref]


def _in_a_line(context: Context, ref: AnyRef) -> ListItem:
    """What ends, and when, in a line."""
    title, when = _title_and_end(context, ref)
    return ListItem(Piece(*title), kicker=inline_of(when))


@settled
def _title_and_end(context: Context, ref: AnyRef) -> tuple[Plain, Plain]:
    record = context.showcase[ref]
    when = capital(course(context, context.showcase.status(record)))
    return fields(context.title(record, short=True, linked=True)), plain(when)


def _ending_soon(context: Context) -> list[tuple[int, AnyRef]]:
    """What ends in the coming twelve months, such as agreements and calls: the days it has left, the fewest first."""
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
    who = context.listed(context.link(ref) for _, ref in context.showcase.participants(record.ref))
    days, unit = _left(context, left, status)
    return Deadline(
        days=days,
        unit=unit,
        title=context.title(record, linked=True),
        note=(*ending(context, status), Piece(" · "), *who),
        share=_share(left),
    )


def _left(context: Context, left: int, status: Status) -> tuple[str, str]:
    """How many days are left, and how sure that is."""
    exact = status.end is not None and status.end.exact
    if left == 0:
        last = context.words.text("last day") if exact else context.words.text("last day it can be")
        return context.words.text("today"), last
    unit = context.words.count("day", "days", left)
    if not exact:
        unit = context.words.count("day at most", "days at most", left)
    elif status.end and status.end.estimated:
        unit = context.words.count("day or so", "days or so", left)
    return context.words.number(left), unit


def _share(left: int) -> float:
    return round(100 * left / EXPIRING_DAYS, 1)
