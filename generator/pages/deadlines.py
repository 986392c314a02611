"""The page of what is about to begin and to end."""

from collections import Counter
from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import CONCLUDED, END_NOT_KNOWN, NO_RECORD, STATUSES, TERM_PASSED
from generator.kinds.base import Kind, Period
from generator.kinds.catalogue import KINDS
from generator.kinds.facets import STATUS
from generator.pages.board.endings_picture import has_endings
from generator.pages.due import (
    days_of_status,
    due_elsewhere,
    ending_later,
    ending_soon,
    lives_of,
    over_by_then,
    perhaps_over_by_now,
    share_of_year,
)
from generator.pages.lists.listing import nearest
from generator.pages.lists.selections import path_of, selections_by
from generator.showcase.answers import settled
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import Context
from generator.text.endings import course, ending, left_as_figure
from generator.text.inline import Plain, capital, fields, inline_of, joined, mid_sentence, plain
from generator.text.listed import has_list, list_href, names_listed
from generator.text.picture_page import picture_of_endings
from generator.text.when import date_of
from generator.view.bodies import Deadline, DeadlinesBody
from generator.view.home import Happened, HappenedList
from generator.view.text import Inline, ListItem, Piece

_NEAREST = 3
_FIRST = 5
"""So many of what ends within a year have a bar of the days left; the others have a line."""


def deadlines_body(context: Context) -> DeadlinesBody:
    """What ends next, what begins in the coming twelve months, what ends later, and where the ends not known are.

    What ends on one of several days, or between two, stands where the last of them has it; what may have ended stands
    by itself, and is not among what ends.
    """
    text, count = context.words.text, context.words.count
    soon, perhaps = ending_soon(context), over_by_then(context)
    further = tuple(_in_a_line(context, ref) for _, ref in soon[_FIRST:])
    over_by_now = tuple(_in_a_line(context, ref) for ref in perhaps_over_by_now(context))
    more = count(
        "{number} more ends in the coming twelve months", "{number} more end in the coming twelve months", len(further)
    )
    return DeadlinesBody(
        title=text("Dates ahead"),
        lead=text("What ends, and when: the nearest first."),
        due=tuple(_due_entry(context, left, context.showcase[ref]) for left, ref in soon[:_FIRST]),
        empty="" if perhaps else text("Nothing here ends in the next twelve months."),
        elsewhere=_elsewhere(context, due_elsewhere(context)),
        more=more if further else "",
        further=further,
        at_the_latest=_at_the_latest(context, len(perhaps)),
        perhaps=tuple(_in_a_line(context, ref) for _, ref in perhaps),
        coming=tuple(_coming(context)),
        later=tuple(_in_a_line(context, ref) for ref in ending_later(context)),
        over_by_now=over_by_now,
        may_be_over=_may_be_over(context, len(over_by_now)),
        unknown=_unknown(context),
        note=joined(" ", (_left_out(context), context.computed_on(), *_as_picture(context))),
    )


def _as_picture(context: Context) -> Iterator[Inline]:
    """The way to the coming twelve months as a picture, where anything can end."""
    if has_endings(context):
        said = context.words.text("The coming twelve months as a picture")
        yield (Piece(said, href=context.urls.href(picture_of_endings(context))), Piece("."))


def _at_the_latest(context: Context, number: int) -> str:
    if not number:
        return ""
    return context.words.count(
        "{number} ends within twelve months at the latest", "{number} end within twelve months at the latest", number
    )


def _elsewhere(context: Context, number: int) -> str:
    if not number:
        return ""
    return context.words.count(
        "Not counted here: {number} that ends within twelve months and has no page in this language.",
        "Not counted here: {number} that end within twelve months and have no page in this language.",
        number,
    )


def _may_be_over(context: Context, number: int) -> str:
    if not number:
        return ""
    return context.words.count(
        "The end may have passed: {number} agreement", "The end may have passed: {number} agreements", number
    )


def _unknown(context: Context) -> Piece | None:
    """The way to the agreements whose end is not known: all of them, and how many of which the page has above."""
    count, lives = context.words.count, lives_of(context).values()
    open_ended = [life for life in lives if life.status == END_NOT_KNOWN]
    number, above = len(open_ended), sum(bool(life.end) for life in open_ended)
    if not number:
        return None
    said = count("{number} agreement whose end is not known", "{number} agreements whose end is not known", number)
    if above:
        said = count(
            "{agreements}, {number} listed above", "{agreements}, {number} listed above", above, agreements=said
        )
    return Piece(said, href=_register(context, END_NOT_KNOWN))


def _left_out(context: Context) -> Inline:
    """The ways to the agreements that have no end here: those over by now, those nobody is known to have signed."""
    found = Counter(life.status for life in lives_of(context).values())
    groups = [
        Piece(f"{STATUSES.label(status, context.words)} ({found[status]})", href=_register(context, status))
        for status in (TERM_PASSED, CONCLUDED, NO_RECORD)
        if found[status]
    ]
    if not groups:
        return ()
    said = joined("; ", ((one,) for one in groups))
    return context.phrase("Agreements that are not on this page: {groups}.", groups=said)


def _register(context: Context, status: str) -> str:
    """The part of the register that has a status; where that is no page, its group."""
    found = (one for one in selections_by(context, Agreement, STATUS.id) if one.answer.key == status)
    if one := next(found, None):
        return context.urls.href(path_of(context, Agreement, one))
    return f"{list_href(context, Agreement)}#{status}"


def _coming(context: Context) -> Iterator[ListItem]:
    """What begins in the coming twelve months, such as events, the nearest first, with its day and hour."""
    found = (ref for kind in KINDS if kind.period for ref in _near(context, kind))
    for ref in sorted(found, key=lambda ref: _next(context, ref)):
        title, when, summary = _begins(context, ref)
        yield ListItem(Piece(*title), kicker=inline_of(when), summary=summary)


@settled
def _begins(context: Context, ref: AnyRef) -> tuple[Plain, Plain, str]:
    """What begins, when, and what it is."""
    record = context.showcase[ref]
    period = record.facts.period
    when = date_of(context, record.facts, period.start) if period else ()
    return fields(context.title(record, linked=True)), plain(when), context.summary(record)


@settled
def _next(context: Context, ref: AnyRef) -> tuple[int, str, str]:
    """What begins next comes first."""
    return nearest(context, context.showcase[ref])


def coming(context: Context) -> Iterator[HappenedList]:
    """Of each kind whose records take place those of the coming twelve months, the nearest three, for the home page."""
    for kind in KINDS:
        if kind.period is None or not kind.period.or_start:
            continue
        first = sorted(_near(context, kind), key=lambda ref: _next(context, ref))[:_NEAREST]
        if first:
            yield HappenedList(
                heading=context.words.text("Coming up: {kind}", kind=mid_sentence(context.words.text(kind.plural))),
                nearest=tuple(_happening(context, context.showcase[ref], kind.period) for ref in first),
                all=_all_of(context, kind),
            )


def _all_of(context: Context, kind: type[Kind]) -> Piece | None:
    """The way to the list of a kind, where it has one."""
    if not has_list(context, kind):
        return None
    said = context.words.text("All: {kind}", kind=mid_sentence(context.words.text(kind.plural)))
    return Piece(said, href=list_href(context, kind))


def _happening(context: Context, record: AnyRecord, period: Period) -> Happened:
    """What takes place, with its day and hour."""
    when = date_of(context, record.facts, period.start)
    return Happened(context.title(record, short=True, linked=True), when)


def _near(context: Context, kind: type[Kind]) -> Iterator[AnyRef]:
    """The records of a kind whose next day lies in the coming twelve months."""
    for ref in names_listed(context, kind):
        _, left, _ = days_of_status(context, ref)
        if left is not None and left <= EXPIRING_DAYS:
            yield ref


def _in_a_line(context: Context, ref: AnyRef) -> ListItem:
    """What ends, and when, in a line."""
    title, when = _title_and_end(context, ref)
    return ListItem(Piece(*title), kicker=inline_of(when))


@settled
def _title_and_end(context: Context, ref: AnyRef) -> tuple[Plain, Plain]:
    record = context.showcase[ref]
    when = capital(course(context, context.showcase.status(record)))
    return fields(context.title(record, short=True, linked=True)), plain(when)


def _due_entry(context: Context, left: int, record: AnyRecord) -> Deadline:
    status = context.showcase.status(record)
    who = context.listed(context.link(ref) for _, ref in context.showcase.participants(record.ref))
    before, days, unit = left_as_figure(context, status, left)
    return Deadline(
        before=before,
        days=days,
        unit=unit,
        title=context.title(record, linked=True),
        note=(*ending(context, status), Piece(" · "), *who),
        share=share_of_year(left),
    )
