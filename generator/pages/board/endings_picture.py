"""What ends in the coming twelve months as a picture by itself: how much in each month."""

import datetime
from collections import Counter
from collections.abc import Iterator

from generator.charts.bar_share import bar_share
from generator.kinds.catalogue import KINDS
from generator.pages.board.board_pages import measure_facts
from generator.pages.board.data_picture import DataPicture
from generator.pages.due import ending_soon
from generator.pages.home_endings import ending_finding
from generator.showcase.answers import settled
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import Context
from generator.text.inline import sentence_case
from generator.text.listed import names_listed
from generator.text.picture_page import picture_of_endings
from generator.view.outputs import Link
from generator.view.pictures import PictureBar

_Month = tuple[int, int]


@settled
def has_endings(context: Context) -> bool:
    """Whether there is anything that can end: what ends is counted on the day, and may be nothing."""
    return any(names_listed(context, kind) for kind in KINDS if kind.status)


def of_endings(context: Context) -> DataPicture:
    """The months of a year from the day on, by what ends in each for certain; months without an end stay."""
    text, urls, day = context.words.text, context.urls, context.showcase.day
    due = ending_soon(context)
    names: dict[_Month, list[str]] = {}
    for left, ref in due:
        names.setdefault(_month(day + datetime.timedelta(left)), []).append(str(ref))
    numbers = Counter({month: len(found) for month, found in names.items()})
    most = max(numbers.values(), default=0)
    last = datetime.date.fromordinal(min(day.toordinal() + EXPIRING_DAYS, datetime.date.max.toordinal()))
    months = list(_months(day, last))
    return DataPicture(
        path=picture_of_endings(context),
        finding=ending_finding(context),
        subject=text("Ends of the coming twelve months, by month"),
        bars=tuple(
            PictureBar(
                sentence_case(context.words.day(*month)),
                context.words.number(numbers[month]),
                bar_share(numbers[month], most),
            )
            for month in months
        ),
        head=("month", "ends", "records"),
        rows=tuple(
            (f"{year}-{month:02}", str(numbers[year, month]), " ".join(names.get((year, month), ())))
            for year, month in months
        ),
        facts=measure_facts(context),
        way=(Link(text("Dates ahead"), urls.href(urls.fixed("deadlines", context.language))),),
        labels=(text("Month"), text("Number")),
        is_of_the_day=True,
    )


def _month(day: datetime.date) -> _Month:
    return day.year, day.month


def _months(first: datetime.date, last: datetime.date) -> Iterator[_Month]:
    """The months of some days, those without an end included."""
    for at in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield at // 12, at % 12 + 1
