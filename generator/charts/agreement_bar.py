"""The life of an agreement as a bar on an axis of its own years."""

import datetime

from generator.charts.time_axis import bar, dated, ends, scale_over
from generator.kinds.agreement import Agreement
from generator.showcase.status import End, Status
from generator.text.context import Context
from generator.view.parts import Validity


def validity(context: Context, agreement: Agreement, status: Status) -> Validity | None:
    """The bar of an agreement, if its beginning is known."""
    start, last = dated(agreement), ends(agreement, status)
    if start is None:
        return None
    text, day = context.words.text, context.showcase.day
    scale = scale_over([(agreement, status)], day)
    if agreement.effective_on:
        start_label = text("in effect")
    else:
        start_label = text("signed") if agreement.signed_on else text("announced")
    left = status.days_left
    return Validity(
        axis=scale.axis(context),
        bar=bar(scale, agreement, status, day),
        start_label=start_label,
        start_text=context.words.day(start.year, start.month, start.day),
        end_label=text("estimated end")
        if status.end and status.end.estimated and status.name != "ended"
        else text("end"),
        end_text=_said(context, last) if last else "",
        day_text=context.words.date(day)
        if left is None
        else context.words.count("{number} day left", "{number} days left", left),
    )


def _said(context: Context, last: tuple[datetime.date, datetime.date]) -> str:
    """The end as far as it is known: a year alone where no source states the day."""
    day = End(*last, estimated=False).day
    return context.words.day(day.year, day.month, day.day) if day else context.words.date(last[1])
