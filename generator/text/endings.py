"""When something ends, in words: what is known of the end, on what that rests, how many days are left."""

from generator.fields.values import Day
from generator.kinds.agreement_statuses import CONCLUDED, TERM_PASSED
from generator.showcase.course import may_be_over
from generator.showcase.status import End, Status
from generator.text.context import Context
from generator.text.inline import joined
from generator.text.when import either, either_dated, interval
from generator.view.text import Inline
from generator.words import N_, NN_

_MONTHS_FROM = 60
"""An estimate of more days than these is told in months: nobody counts the days to what is not sure."""
_MONTH = 365.25 / 12
_GAP = "\0"
"""Stands for a number until the words around it are parted."""


def ending(context: Context, status: Status) -> Inline:
    """The end as a value: "2026", "26 March 2028, estimate from the signature"."""
    end = status.end
    if end is None:
        return (context.not_stated(),)
    return based(context, end, span(context, end))


def brief_ending(context: Context, end: End) -> Inline:
    """The end where there is little room: "26 Mar 2028"; where it lies between days, from which to which.

    Between days of two years it is those years: "2026–2028"; else the days: "1 Feb – 30 June 2024".
    """
    if days := _days(end):
        return either(context, days, short=True)
    if end.first.year < end.last.year:
        return joined("–", ((context.day(Day(one.year)),) for one in (end.first, end.last)))
    limits = (Day(one.year, one.month, one.day) for one in (end.first, end.last))
    return interval(context, tuple(limits))


def estimate(context: Context, end: End) -> str:
    """That an end is an estimate, where there is little room; nothing where it is none."""
    return context.words.text(end.counted_from.estimate.short) if end.counted_from else ""


def span(context: Context, end: End) -> Inline:
    """The last day, month or year; those that it may be where sources differ; or between which days it lies."""
    days = _days(end)
    return either(context, days) if days else _between(context, end)


def course(context: Context, status: Status) -> Inline:
    """What the end is to the day: that it comes, and when; that it may have come, and when at the latest; that it came.

    Of a day that is gone it does not say that it comes.
    """
    end = status.end
    if status.name not in (CONCLUDED, TERM_PASSED) and status.days_left is None:
        return ()
    is_past = end is not None and end.is_past(context.showcase.day)
    if status.name == CONCLUDED and not is_past:
        return context.phrase("followed by a later agreement")
    if end is None:
        return ()
    if status.days_left == 0:
        said = N_("ends today") if end.exact else N_("ends today at the latest")
        return based(context, end, context.phrase(said))
    if may_be_over(context.showcase, status):
        last = based(context, end, context.dated("on", end.last))
        return context.phrase("its end may have passed; at the latest it falls {when}", when=last)
    days = _days(end)
    when = based(context, end, either_dated(context, "on", days) if days else _between(context, end))
    if status.days_left is not None:
        return context.phrase("ends {when}", when=when)
    if status.name == TERM_PASSED:
        return context.phrase("its term ended {when}", when=when)
    return context.phrase("ended {when}", when=when)


def days_left(context: Context, status: Status) -> str:
    """How many days are left, if it has not ended for certain; of an estimate about so many, or months.

    Of what may have ended nothing is left for certain: that, and its last day, is all that is said.
    """
    left, end, count = status.days_left, status.end, context.words.count
    if left is None or end is None:
        return ""
    if left == 0:
        return context.words.text("ends today") if end.exact else context.words.text("ends today at the latest")
    if may_be_over(context.showcase, status):
        return context.words.text("perhaps past")
    number, one, more = _left(end, left)
    return count(one, more, number)


def left_as_figure(context: Context, status: Status, left: int) -> tuple[str, str, str]:
    """How many days are left, as a figure, with what stands before it and after it: the words that `days_left` has."""
    text, end = context.words.text, status.end
    if left == 0:
        return "", text("today"), text("last day") if end is None or end.exact else text("last day it can be")
    number, one, more = _left(end, left)
    before, after = context.words.count(one, more, number, number=_GAP).split(_GAP)
    return before.strip(), context.words.number(number), after.strip()


def _left(end: End | None, left: int) -> tuple[int, str, str]:
    """So many days or months, and how that is said, of one and of more."""
    if end is None or not end.estimated:
        if end is None or end.exact:
            return left, *NN_("{number} day left", "{number} days left")
        return left, *NN_("no more than {number} day left", "no more than {number} days left")
    if months := _months(left):
        if end.exact:
            return months, *NN_("about {number} month left", "about {number} months left")
        return months, *NN_("no more than about {number} month left", "no more than about {number} months left")
    if end.exact:
        return left, *NN_("about {number} day left", "about {number} days left")
    return left, *NN_("no more than about {number} day left", "no more than about {number} days left")


def _months(left: int) -> int:
    """In how many months so many days are told; 0 where they are few enough to be counted."""
    return round(left / _MONTH) if left > _MONTHS_FROM else 0


def _days(end: End) -> tuple[Day, ...]:
    """What it is, or what it may be where sources differ; nothing where only its limits are known."""
    return end.several or ((end.day,) if end.day else ())


def _between(context: Context, end: End) -> Inline:
    first, last = context.dated("between", end.first), context.dated("and", end.last)
    return context.phrase("{between} {and_}", between=first, and_=last)


def based(context: Context, end: End, said: Inline) -> Inline:
    """With what it is counted from, where that is not its beginning, and whether that is deduced."""
    told = context.phrase(end.counted_from.estimate.end, end=said) if end.counted_from else said
    return (*told, *context.deduced(end.deduced))
