"""What ends soon, as the home page has it: on a line of the coming twelve months."""

import calendar
from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.pages.due import Due, after_a_year, ending_soon, over_by_then, share_of_year
from generator.showcase.answers import settled
from generator.showcase.course import may_be_over
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.endings import brief_ending, course, ending, estimate, left_as_figure
from generator.text.inline import joined
from generator.text.picture_page import picture_of_endings
from generator.view.home import Ending, EndingMarks, Endings
from generator.view.text import Inline, Piece
from generator.words import N_

_NEAREST = 3
_THEN = 2
_APART = 100 * 24 / 288
"""How far apart two marks stand, as a percentage of their line, where both can be touched on the narrowest screen: 24
pixels of 288."""


def endings(context: Context) -> Endings | None:
    """What ends soon, and the next ends after that; None where nothing ends.

    On the line stands what ends for certain; what may have ended comes after, by its last possible day.
    """
    due, perhaps = ending_soon(context), over_by_then(context)
    later = [*(ref for _, ref in sorted((*due[_NEAREST:], *perhaps))), *after_a_year(context)][:_THEN]
    if not due and not later:
        return None
    text, day = context.words.text, context.showcase.day
    then = joined(", ", (_then(context, context.showcase[ref]) for ref in later))
    month_length = calendar.monthrange(day.year, day.month)[1]
    return Endings(
        heading=text("Ending soon") if due else text("Dates ahead"),
        nearest=tuple(_nearest(context, left, context.showcase[ref]) for left, ref in due[:_NEAREST]),
        finding=Piece(ending_finding(context), href=context.urls.href(picture_of_endings(context))),
        marks=tuple(_marks(context, due)),
        months=tuple(context.words.short_month((day.month + at) % 12 + 1) for at in range(-1, 12)),
        begun=round((day.day - 1) / month_length * 100 / 12, 2),
        then=context.phrase(N_("Then: {ends}.") if due else N_("Next: {ends}."), ends=then) if later else (),
        all=Piece(text("All dates ahead"), href=_href(context)),
    )


def ending_finding(context: Context) -> str:
    """How many end in a year, of how many the end is an estimate of ours, and how many end by then at the latest."""
    due, perhaps, count = ending_soon(context), over_by_then(context), context.words.count
    said = count("{number} ends in the coming twelve months", "{number} end in the coming twelve months", len(due))
    estimated = sum(_marked(context, ref)[2] for _, ref in due)
    if estimated:
        said = count("{ends}, {number} by an estimate", "{ends}, {number} by an estimate", estimated, ends=said)
    if not perhaps:
        return said
    return count(
        "{ends}; {number} within twelve months at the latest",
        "{ends}; {number} within twelve months at the latest",
        len(perhaps),
        ends=said,
    )


def _nearest(context: Context, left: int, record: AnyRecord) -> Ending:
    status = context.showcase.status(record)
    return Ending(context.title(record, short=True, linked=True), _left(context, status, left), ending(context, status))


def _left(context: Context, status: Status, left: int) -> str:
    return " ".join(left_as_figure(context, status, left)).strip()


def _href(context: Context) -> str:
    return context.urls.href(context.urls.fixed("deadlines", context.language))


def _marks(context: Context, due: Due) -> Iterator[EndingMarks]:
    """The ends on the line; those too near each other lead together to the page that lists them all."""
    near: list[Due] = []
    for left, ref in due:
        if near and share_of_year(left) - share_of_year(near[-1][-1][0]) < _APART:
            near[-1].append((left, ref))
        else:
            near.append([(left, ref)])
    for ends in near:
        said = [Piece(text, href=href) for text, href, _ in (_marked(context, ref) for _, ref in ends)]
        together = Piece("; ".join(one.text for one in said), href=_href(context))
        yield EndingMarks(tuple(share_of_year(left) for left, _ in ends), said[0] if len(said) == 1 else together)


@settled
def _marked(context: Context, ref: AnyRef) -> tuple[str, str, bool]:
    """A record that ends, with the days that it has left; the way to it; whether its end is an estimate of ours."""
    record = context.showcase[ref]
    status = context.showcase.status(record)
    left = _left(context, status, status.days_left or 0)
    title = context.title(record, short=True).text
    said = context.words.text("{name}: {count}", name=title, count=left)
    return said, context.link(ref).href, status.end is not None and status.end.estimated


def _then(context: Context, record: AnyRecord) -> Inline:
    """A record that ends later, and when, as exactly as that is known."""
    title, status = context.title(record, short=True, linked=True), context.showcase.status(record)
    if (end := status.end) is None:
        return (title,)
    text = context.words.text
    if may_be_over(context.showcase, status):
        told = course(context, status)
    else:
        said = (estimate(context, end), text("deduced date") if end.deduced else "")
        told = joined(", ", (brief_ending(context, end), *((Piece(one),) for one in said if one)))
    return context.phrase("{record} ({end})", record=title, end=told)
