"""The files that stand beside a list: what a script refines it by, its table and its ends as a calendar."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.exports.calendars import calendar, stands_in_calendars
from generator.exports.datasets import table
from generator.kinds.base import Kind
from generator.pages.lists.filters import choices_data
from generator.pages.lists.selections import selections
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.listed import kinds_listed, names_listed
from generator.view.outputs import View

CALENDAR_FORM = "ics"


def list_files(context: Context) -> Iterator[tuple[str, Callable[[], View]]]:
    """The path of each file beside a list of a language, and what makes it."""
    for kind in kinds_listed(context):
        if _is_refined(context, kind):
            yield context.urls.choices(kind.folder, context.language), partial(choices_data, context, kind)
        for form in forms_beside(context, kind):
            path = context.urls.download(kind.folder, form, context.language)
            yield path, partial(_of_form, context, kind, form, path)


def forms_beside(context: Context, kind: type[Kind]) -> tuple[str, ...]:
    """The forms in which a list stands beside itself: no calendar where nothing is dated."""
    return tuple(form for form in kind.downloads if form != CALENDAR_FORM or _has_days(context, kind))


@settled
def _has_days(context: Context, kind: type[Kind]) -> bool:
    """Whether a calendar of a list has any day."""
    return any(stands_in_calendars(context, ref) for ref in names_listed(context, kind))


def _of_form(context: Context, kind: type[Kind], form: str, path: str) -> View:
    return calendar(context, kind) if form == CALENDAR_FORM else table(context, kind, path=path)


@settled
def _is_refined(context: Context, kind: type[Kind]) -> bool:
    """Whether a list offers a choice."""
    return bool(selections(context, kind))
