"""The life of an agreement as a bar on an axis of years."""

import calendar
import datetime

from generator.content.kinds.agreement import Agreement
from generator.pages.context import Context
from generator.showcase.lifecycle import Standing, start_of
from generator.view import Validity

_STATES = {
    "expiring": "near",
    "in-force": "on",
    "upcoming": "on",
    "undeterminable": "on",
    "renewed": "past",
    "expired": "past",
    "ended": "past",
    "not-signed": "plan",
}
_LONGEST_AXIS = 12


def validity(context: Context, agreement: Agreement, standing: Standing) -> Validity | None:
    """The bar of an agreement, if anything about its time is known."""
    start = start_of(agreement) or agreement.announced_on
    day = context.showcase.day
    if start is None:
        return None
    end = standing.end
    last_year = min(max(end.last.year if end else day.year, start.year), start.year + _LONGEST_AXIS)
    years = range(start.year, last_year + 1)
    text = context.words.text
    if agreement.effective_on:
        start_label = text("in effect")
    else:
        start_label = text("signed") if agreement.signed_on else text("announced")
    end_label = text("estimated end") if end and end.estimated else text("end")
    left = standing.days_left
    return Validity(
        years=tuple(
            (str(year), 100 * number / len(years), 100 * (number + 0.5) / len(years))
            for number, year in enumerate(years)
        ),
        state=_STATES[standing.status],
        start=_position(start.first, years),
        end=_position(end.last, years) if end else None,
        day=_position(day, years) if day.year in years else None,
        start_label=start_label,
        start_text=context.words.day(start.year, start.month, start.day),
        end_label=end_label if end else "",
        end_text=context.words.date(end.last) if end else "",
        day_text=context.words.date(day)
        if left is None
        else context.words.count("{number} day left", "{number} days left", left),
    )


def _position(day: datetime.date, years: range) -> float:
    """Where a day stands on the axis, from 0 to 100."""
    length = 366 if calendar.isleap(day.year) else 365
    passed = day.year - years.start + (day.timetuple().tm_yday - 1) / length
    return round(min(100.0, 100 * passed / len(years)), 2)
