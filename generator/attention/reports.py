"""What is to be seen to, as text to be read, as JSON for programs, as a calendar."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.attention.matters import SORTS, Matter
from generator.attention.offices import Office
from generator.attention.requests import Letter, Request
from generator.exports.calendars import day_of_end
from generator.exports.former_names import permanent_name
from generator.output.icalendar import icalendar
from generator.text.context import Context
from generator.view.data_files import Calendar, CalendarDay
from generator.words import Words


def as_lines(found: Sequence[Matter], asked: Sequence[Request], words: Words) -> Iterator[str]:
    """Sort by sort, numbered, the most pressing first; at the end whom requests are ready for."""
    for sort, group in groupby(found, key=lambda one: one.sort):
        several = list(group)
        yield f"{words.text(SORTS[sort])} ({words.number(len(several))})"
        for number, one in enumerate(several, start=1):
            yield f"{number:>4}. {one.title} · {one.ref}"
            yield f"      {one.says}"
            if one.offices:
                who = words.text("Who could answer: {offices}.", offices=_listed(one.offices, words))
                yield f"      {who}"
        yield ""
    if asked:
        example = asked[0].office.ref.id
        ready = words.count(
            "A request to {number} organisation is ready: vetrina attention --to {id}",
            "Requests to {number} organisations are ready, such as: vetrina attention --to {id}",
            len(asked),
            id=example,
        )
        yield ready
    if not found:
        yield words.text("Nothing is to be seen to.")


def letters_of(one: Request, words: Words) -> Iterator[str]:
    """A request, to be copied: to whom, then subject and text in each language."""
    without = words.text("no mailbox here")
    yield words.text("To: {name} ({mailbox})", name=one.office.name, mailbox=one.office.mailbox or without)
    for letter in one.letters:
        yield f"\n--- {words.language_name(letter.language)} ---\n"
        yield f"{letter.subject}\n\n{letter.text}"


def as_document(found: Sequence[Matter], asked: Iterable[Request]) -> str:
    """An object with `matters` and `requests`."""
    matters = [
        {
            "rank": rank,
            "sort": one.sort,
            "record": str(one.ref),
            "title": one.title,
            "says": one.says,
            "day": one.day.isoformat() if one.day else None,
            "offices": [_office(other) for other in one.offices],
        }
        for rank, one in enumerate(found, start=1)
    ]
    requests = [{**_office(one.office), "letters": [_letter(letter) for letter in one.letters]} for one in asked]
    return json.dumps({"matters": matters, "requests": requests}, ensure_ascii=False, indent=2)


def as_calendar(context: Context, found: Sequence[Matter]) -> bytes:
    """What has a day: ends and reviews."""
    days = [_calendar_day(context, one) for one in found if one.day]
    title = context.words.text("{site}: what is to be seen to", site=context.showcase.settings.title)
    return icalendar(Calendar("", context.language, title, tuple(sorted(days, key=lambda day: day.day))))


def _calendar_day(context: Context, one: Matter) -> CalendarDay:
    if one.sort in ("ends", "may_be_over") and (told := day_of_end(context, one.ref)):
        return CalendarDay(*told)
    assert one.day
    showcase, day = context.showcase, f"{one.day.year:04}{one.day:%m%d}"
    return CalendarDay(
        identifier=f"{permanent_name(context.urls, showcase[one.ref])}#{one.sort}",
        stamp=day,
        day=day,
        title=f"{context.words.text(SORTS[one.sort])}: {one.title}",
        text=one.says,
        href=context.urls.absolute(context.urls.record(showcase[one.ref], context.showcase.settings.first_language)),
    )


def _listed(offices: Iterable[Office], words: Words) -> str:
    return words.listed(f"{one.name} ({one.mailbox})" if one.mailbox else one.name for one in offices)


def _office(one: Office) -> dict[str, str]:
    return {"organisation": str(one.ref), "name": one.name, "mailbox": one.mailbox}


def _letter(one: Letter) -> dict[str, str]:
    return {"language": one.language, "subject": one.subject, "text": one.text}
